"""Which cards there are, and which a page shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cards import card_of, cards
from generator.graph import Graph
from generator.model.site import Site
from generator.pages import build_pages
from generator.site.project import read_project
from tests.conftest import ROOT
from tests.copies import copy_tiny


def test_one_of_the_site_one_a_plan_topic_and_audience(tiny_graph: Graph) -> None:
    names = (
        {f"plans-{i}" for i in tiny_graph.plans}
        | {f"topics-{i}" for i in tiny_graph.topics}
        | {f"audiences-{i}" for i in tiny_graph.audiences}
    )
    assert set(cards(tiny_graph)) == {"site", *names}


def test_what_stands_on_the_card_of_a_topic(tiny_graph: Graph) -> None:
    card = cards(tiny_graph)["topics-eldercare"]
    count = len(tiny_graph.back.tasks_by[("topic", "eldercare")])
    assert (card.kind, card.title, card.line) == ("主题", "养老", f"规划里有{count}条任务")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("", "site"),
        ("search/", "site"),
        ("units/qinghe-minzheng/", "site"),
        ("plans/qinghe-145/", "plans-qinghe-145"),
        ("plans/qinghe-145/c01/", "plans-qinghe-145"),
        ("tasks/qinghe-145-001/", "plans-qinghe-145"),
        ("projects/qinghe-day-centre/", "plans-qinghe-145"),
        ("topics/eldercare/", "topics-eldercare"),
        ("audiences/tea-growers/", "audiences-tea-growers"),
    ],
)
def test_which_card_a_page_shows(tiny_graph: Graph, tiny_site_settings: Site, address: str, name: str) -> None:
    pages = {page.address: page for page in build_pages(tiny_graph, tiny_site_settings, {})}
    page = pages.get(address) or pages[""]
    assert card_of(tiny_graph, page, cards(tiny_graph)) == f"assets/cards/{name}.png"


@pytest.fixture(scope="module")
def tiny_site_settings(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = read_project(ROOT / "tests/tiny", {}).site
    assert site is not None
    return site


def test_what_the_font_cannot_write_shows_the_site_s_card(tmp_path: Path, tiny_site_settings: Site) -> None:
    copy = copy_tiny(tmp_path)
    copy.append("topics.yml", "  - {id: rare, name: 㐀㐁, group: 生活, order: 9, summary: 罕见的字。}\n")
    graph = copy.graph()
    there = cards(graph)
    assert "topics-rare" not in there
    page = next(page for page in build_pages(graph, tiny_site_settings, {}) if page.address == "topics/rare/")
    assert card_of(graph, page, there) == "assets/cards/site.png"


def test_every_card_of_our_own_data_can_be_written() -> None:
    graph = read_project(ROOT, {}).graph
    assert len(cards(graph)) == 1 + len(graph.plans) + len(graph.topics) + len(graph.audiences)
