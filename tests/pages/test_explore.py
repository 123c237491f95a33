"""The page of filters without its script, the whole tables, and the ways that lead there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.graph import Graph
from generator.model.site import Site
from generator.pages import RESERVED, build_pages, lists, navigation
from generator.pages.blocks import (
    Explore,
    Heading,
    Style,
    Table,
)
from generator.pages.explore import plan_page, plans
from generator.pages.inline import Link
from generator.pages.page import Page
from generator.pages.place import named_tasks
from generator.render import render_page
from generator.site.project import Project
from tests.copies import QINGHE, copy_tiny
from tests.pages.reading import addresses, headings, links, missing, parts, said

TABLE = "explore/qinghe-145/"
P1 = f"{QINGHE}p1.yml"


def tables(page: Page) -> list[Table]:
    return [part for part in parts(page) if isinstance(part, Table)]


def test_the_page_leads_to_every_table_and_leaves_room_for_the_filters(pages: dict[str, Page], tiny_graph: Graph) -> None:
    page = pages["explore/"]
    assert sum(isinstance(block, Explore) for block in page.blocks) == 1
    assert {f"explore/{plan.id}/" for plan in plans(tiny_graph)} <= addresses(page)
    assert "explore/linhe-2024/" not in pages, "a plan without tasks has no table"
    assert "explore" in RESERVED
    assert any(choice.path == "explore/index.md" for choice in navigation(tiny_graph))


def test_every_task_stands_in_the_table_of_its_plan_in_order(pages: dict[str, Page], tiny_graph: Graph) -> None:
    for plan in plans(tiny_graph):
        page = pages[f"explore/{plan.id}/"]
        first = [row[0][-1] for table in tables(page) for row in table.rows]
        assert [link.address for link in first if isinstance(link, Link)] == [
            f"tasks/{t.id}/" for t in tiny_graph.back.tasks_of_plan[plan.id]
        ]
        assert plan.short_title in page.title
        assert f"plans/{plan.id}/" in addresses(page)
        assert f"explore/?plan={plan.id}" in addresses(page)


def test_a_row_says_number_lead_target_year_and_topics(pages: dict[str, Page]) -> None:
    table = tables(pages[TABLE])[0]
    assert table.header == ("任务", "牵头", "最要紧的目标", "到何时", "主题")
    assert [said(cell) for cell in table.rows[0]] == ["第1条 建日间照料中心", "县民政局", "照看老人 100位", "2025年", "养老"]


def test_what_the_document_does_not_say_is_said_to_be_missing(pages: dict[str, Page]) -> None:
    second = tables(pages[TABLE])[1].rows[0]
    assert said(second[0]) == "第2条 路和茶"
    assert [said(cell) for cell in second[1:4]] == ["原文未写明"] * 3
    assert set(missing(pages[TABLE])) == {"原文未写明"}


def test_who_is_only_responsible_does_not_lead(pages: dict[str, Page]) -> None:
    third = tables(pages[TABLE])[1].rows[1]
    assert said(third[0]) == "扩大茶园", "no number is printed, so none is shown"
    assert said(third[1]) == "白石镇（负责）"


def test_chapters_are_headings_with_their_number_of_tasks(pages: dict[str, Page]) -> None:
    assert headings(pages[TABLE]) == {"t1": "第一章 照顾老人（1条）", "t2": "第二章 路和茶（2条）"}


def test_a_plan_that_names_no_leads_has_no_such_column(tmp_path: Path) -> None:
    copy = copy_tiny(tmp_path)
    copy.edit(P1, "leads: [{unit: qinghe-minzheng", "participants: [{unit: qinghe-minzheng")
    copy.edit(P1, "            participants: [{unit: qinghe-jiaotong", "            x-unused: [{unit: qinghe-jiaotong")
    copy.edit(P1, "leads: [{unit: qinghe-baishi", "participants: [{unit: qinghe-baishi")
    text = copy.path(P1).read_text(encoding="utf-8")
    copy.path(P1).write_text("\n".join(line for line in text.split("\n") if "x-unused" not in line), encoding="utf-8")
    graph = copy.graph()
    page = plan_page(graph, graph.plans["qinghe-145"])
    assert len(tables(page)) == 2
    assert all("牵头" not in table.header for table in tables(page))
    assert "没有写每条任务由谁牵头" in said(page.blocks)


@pytest.mark.parametrize(
    ("page", "link", "heading"),
    [
        ("topics/eldercare/", "explore/?topic=eldercare", "plan-qinghe-145"),
        ("audiences/elderly/", "explore/?audience=elderly", "plan-qinghe-145"),
        ("units/qinghe-minzheng/", "explore/?unit=qinghe-minzheng", "leads"),
        ("places/baishi/", "explore/?place=baishi", "named"),
    ],
)
def test_long_lists_lead_to_the_filters(tiny_project: Project, monkeypatch: pytest.MonkeyPatch, page: str, link: str, heading: str) -> None:
    monkeypatch.setattr(lists, "FILTER_FROM", 1)
    assert tiny_project.site is not None
    built = {p.address: p for p in build_pages(tiny_project.graph, tiny_project.site, {})}
    assert link in addresses(built[page])
    blocks = list(built[page].blocks)
    at = next(n for n, block in enumerate(blocks) if link in {part.address for part in parts(block) if isinstance(part, Link)})
    assert any(isinstance(block, Heading) and block.anchor == heading for block in blocks[at:]), "before the list that it stands for"


def test_short_lists_do_not(pages: dict[str, Page]) -> None:
    assert not any(address.startswith("explore/?") for address in addresses(pages["topics/eldercare/"]))


def test_the_number_in_a_link_is_that_of_the_filters(tiny_project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "FILTER_FROM", 1)
    graph = tiny_project.graph
    assert tiny_project.site is not None
    built = {p.address: p for p in build_pages(graph, tiny_project.site, {})}
    count = len(named_tasks(graph, graph.places["baishi"]))
    texts = [link.text for link in links(built["places/baishi/"]) if link.address == "explore/?place=baishi"]
    assert texts == [f"在筛选页里看这{count}条任务"]


def test_home_and_the_list_of_tasks_lead_there(pages: dict[str, Page]) -> None:
    assert "explore/" in addresses(pages[""])
    assert "explore/" in addresses(pages["tasks/"])


def test_a_query_stays_in_the_rendered_link(pages: dict[str, Page], tiny_project: Project) -> None:
    site = tiny_project.site
    assert isinstance(site, Site)
    assert "](../index.md?plan=qinghe-145)" in render_page(pages[TABLE], site)


def test_styles_and_scripts_are_loaded_by_their_own_pages_only(pages: dict[str, Page], tiny_project: Project) -> None:
    site = tiny_project.site
    assert isinstance(site, Site)
    assert '<link rel="stylesheet" href="../../assets/explore/table.css">' in render_page(pages[TABLE], site)
    assert "noscript" in render_page(pages["explore/"], site)
    others = [page for address, page in pages.items() if not address.startswith("explore/")]
    assert all("assets/explore" not in render_page(page, site) for page in others)
    assert not any(isinstance(part, Style) for page in others for part in parts(page))
