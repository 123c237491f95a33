"""The page of search must lead somewhere without scripts too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.graph import Graph
from generator.model import IndicatorDefinition, Place, Unit
from generator.pages.addresses import address
from generator.pages.blocks import Chips, Find, Heading
from generator.pages.inline import Link
from generator.pages.words import TOPIC_GROUPS
from generator.render import render_page
from generator.search import page
from generator.site.project import Project
from tests.copies import copy_tiny
from tests.pages.reading import addresses, anchors, headings, linked, under


def chips(graph: Graph, anchor: str) -> list[Link]:
    return [link for block in under(page(graph), anchor) if isinstance(block, Chips) for link in block.links]


def test_address_title_and_form(tiny_graph: Graph) -> None:
    found = page(tiny_graph)
    assert (found.address, found.title) == ("search/", "搜索")
    assert found.crumbs == (Link("首页", ""),)
    finds = [block for block in found.blocks if isinstance(block, Find)]
    assert len(finds) == 1
    assert all(finds[0].examples)


def test_every_topic_stands_there_by_group(tiny_graph: Graph) -> None:
    assert linked(under(page(tiny_graph), "topics")) == {address(tiny_graph, t) for t in tiny_graph.topics.values()}
    shown = [block.text for block in under(page(tiny_graph), "topics") if isinstance(block, Heading)]
    assert shown == ["生活", "城乡", "产业"], "in the order of the groups, none that is empty"
    assert shown == [group for group in TOPIC_GROUPS if group in shown]
    assert [link.text for link in chips(tiny_graph, "g1")] == ["养老"]


def test_topics_of_a_group_stand_in_the_editors_order(tmp_path: Path) -> None:
    copy = copy_tiny(tmp_path)
    copy.append("topics.yml", "  - {id: school, name: 上学, group: 生活, order: 0, summary: 学校。}\n")
    assert [link.text for link in chips(copy.graph(), "g1")] == ["上学", "养老"]


def test_every_unit_place_and_indicator_stands_there(tiny_graph: Graph) -> None:
    named: list[Unit | Place | IndicatorDefinition] = [
        *tiny_graph.units.values(),
        *tiny_graph.places.values(),
        *tiny_graph.definitions.values(),
    ]
    links = [link for block in under(page(tiny_graph), "initials") if isinstance(block, Chips) for link in block.links]
    assert sorted((link.text, link.address) for link in links) == sorted((r.name, address(tiny_graph, r)) for r in named)


@pytest.mark.parametrize(
    ("anchor", "names"),
    [
        ("i-b", ["白石茶园", "白石镇", "白石镇"]),
        ("i-c", ["产值增长率"]),
        ("i-g", ["各乡镇"]),
        ("i-h", ["黑滩乡"]),
        ("i-s", ["森林覆盖率"]),
        ("i-x", ["县交通局", "县民政局"]),
    ],
)
def test_names_stand_under_their_first_letter_by_sound(tiny_graph: Graph, anchor: str, names: list[str]) -> None:
    assert [link.text for link in chips(tiny_graph, anchor)] == names


def test_letters_stand_in_order_and_the_others_last(tmp_path: Path) -> None:
    copy = copy_tiny(tmp_path)
    for identifier, name in {"u1": "110指挥中心", "u2": "5G公司", "u3": "“爱心”协会", "u4": "GAP协会", "u5": "《茶报》社"}.items():
        copy.append("units/qinghe.yml", f"  - {{id: qinghe-{identifier}, name: {name}, kind: enterprise, region: qinghe}}\n")
    graph = copy.graph()
    shown = [block.text for block in under(page(graph), "initials") if isinstance(block, Heading)]
    assert shown == ["A", "B", "C", "G", "H", "S", "X", "其他"]
    assert [link.text for link in chips(graph, "i-a")] == ["“爱心”协会"]
    assert {link.text for link in chips(graph, "i-g")} == {"GAP协会", "各乡镇"}
    assert {link.text for link in chips(graph, "i-c")} == {"产值增长率", "《茶报》社"}
    assert {link.text for link in chips(graph, "i-other")} == {"110指挥中心", "5G公司"}


def test_anchors_are_plain_and_stand_once(tiny_graph: Graph) -> None:
    found = anchors(page(tiny_graph))
    assert len(found) == len(set(found))
    assert all(re.fullmatch("[a-z0-9-]+", anchor) for anchor in found)
    assert headings(page(tiny_graph))["topics"] == "按主题找"


def test_the_page_never_changes(tiny_graph: Graph) -> None:
    assert page(tiny_graph) == page(tiny_graph)


def test_rendered_it_is_a_form_and_links_without_scripts(tiny_project: Project) -> None:
    assert tiny_project.site is not None
    text = render_page(page(tiny_project.graph), tiny_project.site)
    assert "<form" in text
    assert 'name="q"' in text
    assert "养老" in text
    for target in addresses(page(tiny_project.graph)) - {""}:
        assert target in text, target
