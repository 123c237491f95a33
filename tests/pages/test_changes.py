from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.graph import Graph
from generator.language import Catalogue, speaking
from generator.model.site import Site
from generator.pages import about, build_pages, changes
from generator.pages.blocks import (
    Bullets,
    Folded,
    Heading,
    Table,
)
from generator.pages.inline import Link, Missing
from generator.pages.page import Page
from generator.site.project import Project
from tests.copies import Copy, copy_tiny
from tests.pages.reading import links, words


@pytest.fixture(scope="module")
def pages(tiny_graph: Graph) -> dict[str, Page]:
    return {page.address: page for page in changes.pages(tiny_graph)}


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return copy_tiny(tmp_path)


def headings(page: Page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Heading)]


def test_the_newest_year_has_the_lasting_address(pages: dict[str, Page]) -> None:
    assert list(pages) == ["changes/", "changes/2025/", "corrections/"]
    assert headings(pages["changes/"]) == ["2026年1月31日", "青禾县“十四五”规划", "单位、地方、主题和名词等", "别的年份"]
    assert headings(pages["changes/2025/"]) == ["2025年3月2日", "青禾县“十四五”规划", "别的年份"]
    assert all(page.feed == "feed.xml" for address, page in pages.items() if address.startswith("changes/"))


def test_a_change_links_what_it_is_about_where_that_is_now(tiny_graph: Graph) -> None:
    change = tiny_graph.changes["2026-01-31-002"]
    assert changes.line(tiny_graph, change) == ("删去", Link("第4条任务“多种茶”", "tasks/qinghe-145-003/"))


def test_what_is_gone_without_a_trace_is_no_link(copy: Copy) -> None:
    copy.edit("redirects.yml", "  - {from: qinghe-145-004, to: qinghe-145-003, since: 2025-12-01, reason: 和扩大茶园是同一条}\n", "")
    graph = copy.graph()
    assert changes.line(graph, graph.changes["2026-01-31-002"]) == ("删去", "第4条任务“多种茶”")


def test_a_sentence_without_its_subject_is_shown_whole(copy: Copy) -> None:
    copy.edit("changes/2026-01-31.yml", "    about: 主题“道路”\n", "    about: 别的\n")
    graph = copy.graph()
    assert changes.line(graph, graph.changes["2026-01-31-003"]) == ("主题“道路”改名为“修路”",)


def test_corrections_say_what_was_wrong_since_when_and_when_it_was_mended(pages: dict[str, Page]) -> None:
    (table,) = [block for block in pages["corrections/"].blocks if isinstance(block, Table)]
    (row,) = table.rows
    assert row[1:] == (("10位",), ("2025-03-02",), ("2026-01-31",))
    assert row[0][-1] == "（错在哪里：抄漏了一个零）"


@pytest.mark.parametrize(
    ("edit", "since"),
    [
        ("correction: true\n    since: 2025-06-01", "2025-06-01"),
        ("correction: true", "2025-03-02"),
    ],
)
def test_since_when(copy: Copy, edit: str, since: str) -> None:
    copy.edit("changes/2026-01-31.yml", "correction: true", edit)
    (table,) = [block for block in changes.corrections_page(copy.graph()).blocks if isinstance(block, Table)]
    assert table.rows[0][2] == (since,)


def test_since_the_last_change_of_the_same(copy: Copy) -> None:
    copy.append(
        "changes/2025-09-01.yml",
        "# yaml-language-server: $schema=../schema/changes.schema.json\nchanges:\n"
        "  - {id: x, date: 2025-09-01, what: changed, kind: target, subject: qinghe-145-001-t01, field: value, about: 甲, text: 甲改了}\n",
    )
    (table,) = [block for block in changes.corrections_page(copy.graph()).blocks if isinstance(block, Table)]
    assert table.rows[0][2] == ("2025-09-01",)


def test_without_changes_and_corrections_the_pages_say_so(copy: Copy) -> None:
    copy.remove("changes/2026-01-31.yml")
    copy.remove("changes/2025-03-02.yml")
    found = {page.address: page for page in changes.pages(copy.graph())}
    assert list(found) == ["changes/", "corrections/"]
    assert "还没有记下变化。" in words(found["changes/"])
    assert "还没有记下更正。这不等于没有错" in words(found["corrections/"])


def test_a_long_day_is_folded(copy: Copy) -> None:
    entries = "".join(
        f"  - {{id: m-{number}, date: 2026-01-02, what: changed, kind: topic, subject: tea, about: 茶, text: 茶改了{number}}}\n"
        for number in range(changes.IN_SIGHT + 5)
    )
    copy.append("changes/2026-01-02.yml", f"# yaml-language-server: $schema=../schema/changes.schema.json\nchanges:\n{entries}")
    page = changes.pages(copy.graph())[0]
    (folded,) = [block for block in page.blocks if isinstance(block, Folded)]
    assert folded.summary == "其余5处变化"
    shown = next(block for block in page.blocks if isinstance(block, Bullets) and len(block.items) == changes.IN_SIGHT)
    assert len(shown.anchors) == changes.IN_SIGHT


def test_groups_are_the_newest_day_first_and_the_plans_in_their_order(tiny_graph: Graph) -> None:
    groups = changes.grouped(tiny_graph, tiny_graph.changes.values())
    assert [(group.day, group.plan) for group in groups] == [
        (date(2026, 1, 31), "qinghe-145"),
        (date(2026, 1, 31), None),
        (date(2025, 3, 2), "qinghe-145"),
    ]


def test_who_is_concerned(tiny_graph: Graph) -> None:
    found = changes.by_unit(tiny_graph)
    assert [change.id for change in found["qinghe-baishi"]] == ["2025-03-02-001", "2026-01-31-002"]
    assert [change.id for change in found["qinghe-minzheng"]] == ["2025-03-02-001", "2026-01-31-001"]


def test_pages_with_a_feed_link_to_it(tiny_project: Project, tiny_graph: Graph) -> None:
    site = tiny_project.site
    assert isinstance(site, Site)
    with_feed = {page.address: page for page in build_pages(tiny_graph, site, {}) if page.feed}
    assert set(with_feed) == {
        "",
        "changes/",
        "changes/2025/",
        *(f"plans/{p}/" for p in tiny_graph.plans),
        *(f"units/{u}/" for u in tiny_graph.units),
    }
    for page in with_feed.values():
        assert page.feed in {link.address for link in links(page)}, page.address


def test_about_says_when_each_plan_was_verified(tiny_graph: Graph) -> None:
    heading, bullets = about.verified(tiny_graph)
    assert isinstance(heading, Heading)
    assert isinstance(bullets, Bullets)
    assert bullets.items[0][:2] == ("青禾县“十四五”规划：", "2026-01-31逐项核对了10项事实，1处不同。")
    assert bullets.items[1][1] == Missing("还没有用官方文件核对过")


def test_a_day_and_a_reason_are_written_as_the_language_writes_them(tiny_graph: Graph) -> None:
    texts = {
        ("", "{year}年{month}{day}日"): ("{day} {month} {year}",),
        ("", "1月"): ("January",),
        ("", "（错在哪里：{reason}）"): ("(wrong: {reason})",),
        ("标点", "{first}{second}"): ("{first} {second}",),
    }
    with speaking(Catalogue("en", "English", texts=texts)):
        assert changes.written_day(date(2026, 1, 31)) == "31 January 2026"
        assert changes.line(tiny_graph, tiny_graph.changes["2026-01-31-001"])[-1] == " (wrong: 抄漏了一个零)"
