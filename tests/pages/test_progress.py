"""Progress on every page that shows it: what is known, and the unknown counted apart and never as anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.graph import Graph
from generator.language import Catalogue, speaking
from generator.model.site import Site
from generator.pages import build_pages, indicator, plan, project, task, unit
from generator.pages.blocks import Table
from generator.pages.page import Page
from generator.pages.progress import last_of, roll_up, told
from generator.pages.progress_page import page as progress_page
from generator.site.project import Project, read_project
from tests.copies import Copy, copy_tiny
from tests.pages.reading import addresses, missing, outside, parts, under, words

UPDATES = "updates/qinghe-145.yml"
MORE = """
  - {id: qinghe-145-001-u02, date: 2025-12-01, subject: qinghe-145-001, status: done, text: 照料中心开门了。,
     evidence: [{title: 公报, document: 青政报〔2025〕9号}]}
  - {id: qinghe-145-003-u01, date: 2024-05-01, subject: qinghe-145-003, status: behind, text: 只种了一万亩。,
     evidence: [{title: 通报, source: "https://example.org/b"}]}
  - {id: qinghe-tea-road-u01, date: 2024-06-01, subject: qinghe-tea-road, status: under-way, text: 修到一半。,
     evidence: [{title: 通报, source: "https://example.org/c"}]}
  - {id: qinghe-145-i01-u01, date: 2024-07-01, subject: qinghe-145-i01, status: on-schedule, text: 森林覆盖率34%。,
     evidence: [{title: 年报, source: "https://example.org/d"}]}
"""


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return copy_tiny(tmp_path)


@pytest.fixture
def more(copy: Copy) -> Graph:
    copy.append(UPDATES, MORE.lstrip("\n"))
    return copy.graph()


@pytest.fixture
def none(copy: Copy) -> Graph:
    copy.remove(UPDATES)
    return copy.graph()


def tables(page: Page, anchor: str) -> list[list[str]]:
    found = next(part for block in under(page, anchor) for part in parts(block) if isinstance(part, Table))
    return [["".join(str(getattr(part, "text", part)) for part in cell) for cell in row] for row in found.rows]


def test_only_the_newest_update_counts(more: Graph) -> None:
    last = last_of(more, more.tasks["qinghe-145-001"])
    assert last is not None
    assert (last.status, last.id) == ("done", "qinghe-145-001-u02")
    assert {status: [t.id for t in some] for status, some in told(more, list(more.tasks.values())).items()} == {
        "behind": ["qinghe-145-003"],
        "done": ["qinghe-145-001"],
    }


def test_the_unknown_is_counted_apart(more: Graph, none: Graph) -> None:
    every = list(more.tasks.values())
    assert roll_up(more, every) == "3条任务里，2条有公开进展：欠进度1条、已完成1条；其余1条未见公开进展。"
    known = [more.tasks["qinghe-145-001"]]
    assert roll_up(more, known, "它牵头的") == "它牵头的1条任务里，1条有公开进展：已完成1条。"
    assert roll_up(none, every) == "3条任务都未见公开进展。"


def test_a_plan_says_what_is_known_of_its_tasks_projects_and_indicators(more: Graph, tiny_project: Project) -> None:
    assert tiny_project.site is not None
    shown = plan.page(more, more.plans["qinghe-145"], tiny_project.site.as_of)
    assert tables(shown, "progress") == [["欠进度", "1条"], ["已完成", "1条"], ["未见公开进展", "1条"]]
    said = "\n".join(str(part) for part in parts(under(shown, "progress")) if isinstance(part, str))
    assert "另有1个项目、1个指标有公开进展。" in said
    assert said.index("照料中心开门了") < said.index("只种了一万亩"), "the newest comes first"
    assert "%" not in said, "a share would make the unknown look like nought"


def test_a_plan_without_updates_shows_no_table(none: Graph, tiny_project: Project) -> None:
    assert tiny_project.site is not None
    shown = plan.page(none, none.plans["qinghe-145"], tiny_project.site.as_of)
    below = under(shown, "progress")
    assert not any(isinstance(block, Table) for block in below)
    assert "3条任务都未见公开进展。这不等于没有做" in words(shown)
    assert "progress/#add" in addresses(shown)


def test_a_unit_speaks_of_what_it_leads_or_else_of_what_it_joins(more: Graph) -> None:
    leads = unit.page(more, more.units["qinghe-minzheng"])
    assert "它牵头的1条任务里，1条有公开进展：已完成1条。" in words(leads)
    joins = unit.page(more, more.units["qinghe-jiaotong"])
    assert "它参加的1条任务里，1条有公开进展：已完成1条。" in words(joins)


def test_a_project_and_an_indicator_show_their_own(more: Graph, none: Graph) -> None:
    road = project.page(more, more.projects["qinghe-tea-road"])
    assert "修到一半。" in words(road)
    assert "未见公开进展" in missing(project.page(none, none.projects["qinghe-tea-road"]))
    forest = indicator.page(more, more.definitions["forest"])
    assert "森林覆盖率34%。" in words(forest)
    assert "qinghe-145-i01-u01" in str(under(forest, "progress")), "its anchor is where the data say it is"


def test_evidence_without_an_address_is_named(more: Graph, tiny_project: Project) -> None:
    assert tiny_project.site is not None
    shown = task.page(more, more.tasks["qinghe-145-001"], tiny_project.site.as_of)
    assert "（青政报〔2025〕9号）" in words(shown)
    assert "公报" not in [link.text for link in outside(shown)]
    assert words(shown).index("照料中心开门了") < words(shown).index("照料中心已经开工")


def test_the_page_of_progress(more: Graph, tiny_project: Project) -> None:
    assert tiny_project.site is not None
    shown = progress_page(more, tiny_project.site)
    assert "共5条" in words(shown)
    assert tables(shown, "plans")[0] == ["青禾县“十四五”规划", "3条", "2条", "1条", "2025-12-01"]
    texts = [
        text for text in words(shown).split("\n") if text in {"照料中心开门了。", "照料中心已经开工。", "修到一半。", "森林覆盖率34%。"}
    ]
    assert texts == ["照料中心开门了。", "照料中心已经开工。", "森林覆盖率34%。", "修到一半。"]
    assert {"tasks/qinghe-145-001/#u02", "projects/qinghe-tea-road/#u01", "indicators/forest/#qinghe-145-i01-u01"} <= addresses(shown)


def test_the_page_of_progress_says_how_to_add_some(tiny_graph: Graph, tiny_project: Project) -> None:
    assert tiny_project.site is not None
    alone = progress_page(tiny_graph, tiny_project.site)
    assert "仓库里的 docs/editing.zh.md" in words(alone)
    site = tiny_project.site.model_copy(update={"repository": "https://example.org/me/code"})
    linked = {link.url for link in outside(progress_page(tiny_graph, site))}
    assert "https://example.org/me/code/issues/new?template=progress.yml" in linked
    assert "https://example.org/me/code/blob/main/docs/editing.zh.md#progress" in linked


def test_every_link_of_more_progress_leads_somewhere(tiny: Path) -> None:
    with (tiny / "data" / UPDATES).open("a", encoding="utf-8") as out:
        out.write(MORE.lstrip("\n"))
    read = read_project(tiny, {})
    assert not read.diagnostics
    assert isinstance(read.site, Site)
    pages = {page.address: page for page in build_pages(read.graph, read.site, read.written)}
    for page in pages.values():
        for address in addresses(page):
            assert address.partition("#")[0].partition("?")[0] in pages or "." in address, f"{page.address}: {address}"


ENGLISH = Catalogue(
    "en",
    "English",
    texts={
        ("", "{n}条任务"): ("{n} task", "{n} tasks"),
        ("", "{whose}{n}条任务"): ("{n} task {whose}", "{n} tasks {whose}"),
        ("", "{status}{n}条"): ("{n} “{status}”", "{n} “{status}”"),
        ("", "{tasks}里，{seen}条有公开进展：{statuses}；其余{rest}条未见公开进展。"): (
            "Progress found for {seen} of {tasks}: {statuses}; none for the other {rest}.",
        ),
        ("", "{tasks}都未见公开进展。"): ("{tasks}: none found.",),
        ("", "已完成"): ("Done",),
        ("", "欠进度"): ("Behind",),
        ("标点", "{first}、{second}"): ("{first}, {second}",),
    },
    plural=lambda number: int(number != 1),
)


def test_another_language_orders_the_sentence_as_it_likes(more: Graph, none: Graph) -> None:
    every = list(more.tasks.values())
    with speaking(ENGLISH):
        assert roll_up(more, every) == "Progress found for 2 of 3 tasks: 1 “Behind”, 1 “Done”; none for the other 1."
        assert roll_up(none, every[:1], "it leads") == "1 task it leads: none found."


def test_what_the_unknown_means_does_not_hang_on_the_words(more: Graph, tiny_project: Project) -> None:
    """The remark on what is unknown stands there because something is unknown, whatever the language calls it."""
    assert tiny_project.site is not None
    with speaking(ENGLISH):
        shown = plan.page(more, more.plans["qinghe-145"], tiny_project.site.as_of)
    assert "未见公开进展不等于没有做" in words(shown)
