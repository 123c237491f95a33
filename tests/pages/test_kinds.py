"""What must be on each kind of page, and links that run both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.graph import Graph
from generator.pages import build_pages, navigation
from generator.pages import unit as unit_pages
from generator.pages.blocks import (
    Facts,
    Folded,
    Lead,
    Search,
    Table,
)
from generator.pages.page import Choice, Page
from generator.pages.plan import over_notice
from generator.pages.subject import SYNONYMS_SHOWN, topic_page
from generator.site.project import Project, read_project
from tests.pages.reading import addresses, anchors, fact_of, headings, linked, links, missing, outside, parts, rows_of, said, under, words


def every_page_of(root: Path) -> dict[str, Page]:
    project = read_project(root, {})
    assert project.site is not None
    return {page.address: page for page in build_pages(project.graph, project.site, project.written)}


# All pages


def test_every_link_leads_to_a_page_or_an_export(pages: dict[str, Page], tiny_project: Project, tiny_graph: Graph) -> None:
    from generator.exports import feed_files, open_data

    assert tiny_project.site is not None
    files = {*open_data(tiny_graph, tiny_project.site), *feed_files(tiny_graph, tiny_project.site)}
    for page in pages.values():
        for link in links(page):
            rest, _, anchor = link.address.partition("#")
            path = rest.partition("?")[0]
            assert path in pages or path in files, f"{page.address}: {link}"
            assert not anchor or anchor in anchors(pages[path]), f"{page.address}: {link}"
            assert link.text.strip(), f"{page.address}: a link without words"


def test_every_page_says_where_it_is_and_what_it_is(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.title.strip()
        assert page.description.strip()
        if page.address:
            assert page.crumbs[0].address == ""
            assert all(crumb.address.partition("#")[0] in pages for crumb in page.crumbs)


def test_anchors_are_unique_on_every_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert len(anchors(page)) == len(set(anchors(page))), page.address
        assert "source" not in anchors(page), "the source block has this anchor"


def test_every_record_page_names_source_origin_and_data(pages: dict[str, Page]) -> None:
    shown = [page for page in pages.values() if page.record]
    assert len(shown) >= 25
    for page in shown:
        assert page.origin is not None
        assert page.origin.file.startswith("data/")
        assert page.origin.line > 1
        assert page.json.endswith("/index.json")
    for address in (
        "tasks/qinghe-145-001/",
        "plans/qinghe-145/",
        "plans/qinghe-145/c01/",
        "projects/qinghe-day-centre/",
        "indicators/forest/",
    ):
        assert [link.url for link in outside(pages[address]) if "plan" in link.url] == ["https://example.org/plan"]


def relations(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield each pair of pages that must name each other, read from the records alone."""
    for task in graph.tasks.values():
        own = f"tasks/{task.id}/"
        yield from ((own, f"units/{role.unit}/") for role in (*task.leads, *task.participants))
        yield from ((own, f"topics/{i}/") for i in task.topics)
        yield from ((own, f"audiences/{i}/") for i in task.audiences)
        yield from ((own, f"places/{i}/") for i in task.places)
        yield from ((own, f"projects/{i}/") for i in task.projects)
        yield from ((own, f"indicators/{i}/") for i in task.indicators)
        yield from ((own, f"tasks/{other.task}/") for other in task.related)
        line = graph.line_of(graph.divisions[task.division])
        chapter = [d for d in line if d.kind == "chapter"][-1]
        yield own, f"plans/{task.plan}/{chapter.id.removeprefix(task.plan + '-')}/"
    for project in graph.projects.values():
        own = f"projects/{project.id}/"
        yield from ((own, f"places/{i}/") for i in project.places)
        yield from ((own, f"tasks/{i}/") for i in project.tasks)
        yield from ((own, f"projects/{i}/") for i in project.same_as)
    for division in graph.divisions.values():
        above = division.parent or ""
        own = f"plans/{division.plan}/{division.id.removeprefix(division.plan + '-')}/"
        if division.kind != "section":
            yield own, f"plans/{division.plan}/{above.removeprefix(division.plan + '-') + '/' if above else ''}"
    for unit in graph.units.values():
        yield from ((f"units/{unit.id}/", f"units/{member}/") for member in unit.members)
    for place in graph.places.values():
        if place.parent:
            yield f"places/{place.id}/", f"places/{place.parent}/"
    for row in graph.rows.values():
        yield f"plans/{row.plan}/", f"indicators/{row.definition}/"
        yield from ((f"indicators/{row.definition}/", f"units/{unit}/") for unit in row.providers)
    for definition in graph.definitions.values():
        yield f"indicators/{definition.id}/", f"topics/{definition.topic}/"


def test_links_run_both_ways(tiny_graph: Graph, pages: dict[str, Page]) -> None:
    pairs = sorted(set(relations(tiny_graph)))
    assert len(pairs) > 30
    reached = {address: {link.partition("#")[0] for link in addresses(page)} for address, page in pages.items()}
    assert [(one, other) for one, other in pairs if other not in reached[one]] == []
    assert [(one, other) for one, other in pairs if one not in reached[other]] == []


@pytest.mark.parametrize("folder", ["plans", "tasks", "units", "projects", "indicators", "topics", "places", "audiences"])
def test_every_index_leads_to_all_of_its_kind(pages: dict[str, Page], folder: str) -> None:
    """In one step, or, where a list would be endless, in two: tasks and projects stand on the pages of their chapters."""
    own = {address for address in pages if address.startswith(f"{folder}/") and address.count("/") == 2}
    assert own
    listed = {link.partition("#")[0] for link in addresses(pages[f"{folder}/"])}
    if folder in {"tasks", "projects"}:
        listed |= {link.partition("#")[0] for chapter in listed & set(pages) for link in addresses(pages[chapter])}
    assert own <= listed
    for address in own:
        assert f"{folder}/" in addresses(pages[address]) or folder == "tasks", f"{address} does not lead back to its list"


def test_every_note_stands_on_the_pages_of_its_subjects_and_of_its_plan(tiny_graph: Graph, pages: dict[str, Page]) -> None:
    for subject, notes in tiny_graph.back.notes.items():
        for note in notes:
            assert note.text in words(pages[f"tasks/{subject}/"])
            assert note.text in words(pages[f"plans/{note.plan}/"])


@pytest.mark.parametrize("subject", ["qinghe-145-c01", "qinghe-145-c01-s01", "qinghe-145-c02-s01"])
def test_a_note_on_a_division_stands_on_the_page_that_shows_it(tiny: Path, subject: str) -> None:
    file = tiny / "data/plans/qinghe-145/notes.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("subjects: [qinghe-145-002]", f"subjects: [{subject}]"), encoding="utf-8")
    chapter = subject.removeprefix("qinghe-145-")[:3]
    assert "这一条没有写负责的单位。" in words(every_page_of(tiny)[f"plans/qinghe-145/{chapter}/"])


def test_anchors_stay_unique_where_two_plans_state_an_indicator(tiny: Path) -> None:
    """Both rows have notes and growth without a year; the page of the definition shows each under anchors of its own."""
    first = (tiny / "data/plans/qinghe-145/indicators.yml").read_text(encoding="utf-8")
    (tiny / "data/plans/linhe-2024/indicators.yml").write_text(
        first.split("\n", 1)[0]
        + "\nindicators:\n  - {id: linhe-2024-i01, definition: forest, name: 森林覆盖率, source: {starts: 一、过去一年}}\n",
        encoding="utf-8",
    )
    notes = tiny / "data/plans/qinghe-145/notes.yml"
    notes.write_text(
        notes.read_text(encoding="utf-8").replace("subjects: [qinghe-145-002]", "subjects: [qinghe-145-i01, linhe-2024-i01]"),
        encoding="utf-8",
    )
    page = every_page_of(tiny)["indicators/forest/"]
    assert {"qinghe-145-i01", "linhe-2024-i01"} <= set(anchors(page))
    assert len(anchors(page)) == len(set(anchors(page)))


# Each kind


def test_task(pages: dict[str, Page]) -> None:
    page = pages["tasks/qinghe-145-001/"]
    assert page.title == "建日间照料中心"
    assert "在白石镇建一座日间照料中心" in said(page.blocks[0])
    assert fact_of(page, "谁负责") == "牵头 县民政局参加 县交通局、各乡镇"
    assert fact_of(page, "到何时").startswith("2025年")
    assert "照看老人 100位" in fact_of(page, "要做到")
    assert fact_of(page, "和谁有关") == "老人"
    assert fact_of(page, "在哪里") == "白石镇"
    assert said(under(page, "meaning")) == "白石镇的老人白天有去处。"
    table = next(part for part in parts(under(page, "targets")) if isinstance(part, Table))
    shown = [tuple(said(cell) for cell in row) for row in table.rows]
    assert [row[:2] for row in shown] == [("照看老人", "100位"), ("照料中心", "建成")]
    assert shown[0][2] == "2025年"
    assert shown[1][2] == "原文未写年份，规划期到2025年", "the document does not state this year; it is the end of the period"
    assert table.anchors == ("t01", "t02")
    assert "路修通了才去得了" in words(page)
    assert "glossary/#day-care" in linked(under(page, "terms")), "the word stands in the title"
    assert "照料中心已经开工。" in words(page)
    assert "https://example.org/notice" in [link.url for link in outside(page)]
    assert "2025-03-02" in words(page)
    assert [c.address for c in page.crumbs] == [
        "",
        "plans/qinghe-145/",
        "plans/qinghe-145/p1/",
        "plans/qinghe-145/c01/",
        "plans/qinghe-145/c01/#s01",
    ]
    assert "“1.建日间照料中心”" in words(page)
    measures = [said(part) for block in under(page, "measures") for part in getattr(block, "items", ())]
    assert measures == ["选址", "建房", "请护理员"]


def test_task_without_leads_says_so_and_offers_its_section_labelled(pages: dict[str, Page]) -> None:
    page = pages["tasks/qinghe-145-002/"]
    assert fact_of(page, "谁负责") == "牵头 原文未写明"
    assert fact_of(page, "到何时").startswith("原文未写明")
    assert "2021—2025年" in fact_of(page, "到何时")
    assert "原文没有写出可以核对的目标" in missing(page)
    assert "未见公开进展" in missing(page)
    assert "供参考" in words(page)
    assert "units/qinghe-baishi/" in addresses(page), "a unit that its chapter names elsewhere"
    assert "这里用它所在小节的标题" in words(page)
    assert "编者加的" in words(pages["tasks/qinghe-145-003/"])


def test_task_offers_no_body_of_its_section_where_it_names_its_own(pages: dict[str, Page]) -> None:
    for address in ("tasks/qinghe-145-001/", "tasks/qinghe-145-003/"):
        assert "供参考" not in words(pages[address])


def test_related_tasks_are_shown_at_both_ends_with_the_reason_where_it_was_written(pages: dict[str, Page]) -> None:
    for one, other in (("001", "002"), ("002", "001")):
        related = under(pages[f"tasks/qinghe-145-{one}/"], "related")
        assert linked(related) == {f"tasks/qinghe-145-{other}/"}
        assert ("路修通了才去得了" in said(related)) is (one == "001"), "a reason speaks of the other task, seen from here"


def test_neighbours_follow_the_document(pages: dict[str, Page]) -> None:
    def around(number: str) -> list[tuple[str, str]]:
        return [(row.number, row.link.address) for row in rows_of(under(pages[f"tasks/qinghe-145-{number}/"], "neighbours"))]

    assert around("001") == [("下一条", "tasks/qinghe-145-002/")]
    assert around("002") == [("上一条", "tasks/qinghe-145-001/"), ("下一条", "tasks/qinghe-145-003/")]
    assert around("003") == [("上一条", "tasks/qinghe-145-002/")]


def test_homonyms_are_explained_where_they_hold(pages: dict[str, Page]) -> None:
    page = pages["glossary/"]
    assert {"day-care", "one-belt", "one-belt-linhe"} <= set(anchors(page))
    text = words(page)
    for piece in (
        "这份规划里指沿河的茶带。只用于：青禾县“十四五”规划。",
        "只用于：临禾县2024年报告。",
        "也写作：茶带。",
        "一般常识",
        "依据文件",
    ):
        assert piece in text
    assert "topics/eldercare/" in addresses(page)


def test_plan(pages: dict[str, Page]) -> None:
    page = pages["plans/qinghe-145/"]
    text = words(page)
    assert "2章、3条任务、2个指标" in text
    assert "写了5项目标，其中4项有数字" in text
    assert "点到4个单位" in text
    assert "白石镇要建日间照料中心。" in said(under(page, "highlights"))
    assert linked(under(page, "chapters")) == {"plans/qinghe-145/preface/", "plans/qinghe-145/p1/"}
    assert fact_of(page, "发文字号") == "青政发〔2021〕1号"
    assert fact_of(page, "索引号") == "原文未写明"
    assert fact_of(page, "成文日期") == "2021-03-01"
    assert fact_of(page, "公文时效") == "有效"
    assert "县人大第一次会议" in fact_of(page, "通过")
    assert {"indicators/forest/#qinghe-145-i01", "indicators/output-growth/#qinghe-145-i02"} <= linked(under(page, "indicators"))
    assert "units/qinghe-minzheng/" in linked(under(page, "units"))
    assert "青政发〔2021〕1号" in said(under(page, "cite"))
    shown = said(under(page, "targets"))
    assert "照看老人 100位" in shown
    assert "卖茶收入" not in shown, "it has no year"


def test_plan_over_or_not() -> None:
    from generator.model import Plan

    given = {"id": "p", "title": "t", "short_title": "t", "kind": "outline", "regions": ["r"], "summary": "s", "validity": "有效"}
    document = {"id": "d", "title": "t", "publisher": "p", "sha256": "0" * 64, "verified": date(2026, 1, 1)}
    plan = Plan.model_validate(given | {"period": {"start": 2021, "end": 2025}, "documents": [document]}, strict=False)
    assert over_notice(plan, date(2025, 12, 31)) == []
    assert "已经结束" in said(over_notice(plan, date(2026, 1, 1))[0])


def test_report_without_tasks_says_so(pages: dict[str, Page]) -> None:
    page = pages["plans/linhe-2024/"]
    assert "0条任务" in words(page)
    assert "没有写由哪些单位负责" in words(page)
    assert fact_of(page, "发文机关") == "原文未写明"
    assert fact_of(page, "公文时效") == "未注明"
    assert "已经结束" not in words(page)
    assert "已经结束" in words(pages["plans/qinghe-145/"])


def test_chapter_with_sections(pages: dict[str, Page]) -> None:
    page = pages["plans/qinghe-145/c01/"]
    assert page.title == "第一章 照顾老人"
    assert headings(page)["s01"] == "第一节 在家养老"
    assert "tasks/qinghe-145-001/" in linked(under(page, "s01"))
    assert "已有成果" in words(page)
    assert "养老床位" in words(page)
    assert "120张" in words(page)
    table = next(part for part in parts(page) if isinstance(part, Table) and "qinghe-145-c01-t01" in part.anchors)
    assert [said(cell) for cell in table.rows[0]] == ["人均寿命", "78.5岁以上", "2035年"]
    assert {"units/qinghe-minzheng/", "units/qinghe-jiaotong/", "units/qinghe-towns/"} <= linked(under(page, "units"))
    assert "projects/qinghe-day-centre/" in linked(under(page, "projects"))
    assert [row.number for row in rows_of(under(page, "neighbours"))] == ["上一部分", "下一部分"]


def test_chapter_with_tasks_of_its_own_and_an_editors_heading(pages: dict[str, Page]) -> None:
    page = pages["plans/qinghe-145/c02/"]
    order = [link.address for link in links(page) if link.address.startswith("tasks/")]
    assert order.index("tasks/qinghe-145-002/") < order.index("tasks/qinghe-145-003/")
    assert headings(page)["s01"] == "种茶"
    assert "indicators/forest/#qinghe-145-i01" in addresses(page)


def test_an_editors_heading_of_a_section_is_marked(pages: dict[str, Page]) -> None:
    """An editor's heading must be marked as the editor's, wherever it is shown as a heading."""
    assert "编者加的" in said(under(pages["plans/qinghe-145/c02/"], "s01"))


def test_part_preface_and_lone_section_have_pages(pages: dict[str, Page]) -> None:
    assert {"plans/qinghe-145/c01/", "plans/qinghe-145/c02/"} <= addresses(pages["plans/qinghe-145/p1/"])
    assert "说明这份规划从哪里来。" in words(pages["plans/qinghe-145/preface/"])
    assert "12.5公里" in words(pages["plans/linhe-2024/s01/"])


def test_unit(pages: dict[str, Page]) -> None:
    page = pages["units/qinghe-jiaotong/"]
    assert "参加1条，提供指标1项" in words(page)
    assert fact_of(page, "也叫") == "交通局"
    assert linked(under(page, "participates")) == {"tasks/qinghe-145-001/"}
    assert linked(under(page, "provides")) == {"indicators/forest/#qinghe-145-i01"}
    assert linked(under(page, "partners")) == {"units/qinghe-minzheng/", "units/qinghe-towns/"}
    leader = pages["units/qinghe-minzheng/"]
    assert linked(under(leader, "leads")) == {"tasks/qinghe-145-001/"}
    assert linked(under(leader, "topics")) == {"topics/eldercare/"}


def test_unit_says_first_what_is_due_when_and_where_that_is_written(pages: dict[str, Page]) -> None:
    leader = pages["units/qinghe-minzheng/"]
    assert isinstance(leader.blocks[0], Lead)
    assert list(headings(leader))[:5] == ["targets", "about", "topics", "partners", "leads"]
    dated, undated = rows_of(under(leader, "targets"))
    assert (dated.number, dated.link.text, said(dated.lines)) == ("2025年", "照看老人 100位", "第1条 建日间照料中心")
    assert dated.link.address == "tasks/qinghe-145-001/#t01"
    assert (undated.number, undated.link.text) == ("", "照料中心：建成")
    assert "原文未写年份" in said(undated.lines)
    assert "先是年份和数字都写明的" in said(under(leader, "targets"))
    assert not any(isinstance(block, Folded) for block in leader.blocks)


def test_unit_that_leads_nothing_owes_nothing(pages: dict[str, Page]) -> None:
    page = pages["units/qinghe-jiaotong/"]
    assert not {"targets", "about"} & set(headings(page))
    assert isinstance(page.blocks[1], Facts), "what it is called needs no heading of its own right under the counts"


def test_unit_whose_tasks_state_no_target_says_so(tiny: Path) -> None:
    file = tiny / "data/plans/qinghe-145/p1.yml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if "qinghe-145-001-t01" in line)
    file.write_text("".join(lines[: start - 1] + lines[start + 2 :]), encoding="utf-8")
    page = every_page_of(tiny)["units/qinghe-minzheng/"]
    assert said(under(page, "targets")) == "它牵头的1条任务：原文没有写出可以核对的目标。"


def test_many_targets_of_a_unit_are_folded_but_never_one_alone(tiny_project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tiny_project.site is not None
    for in_sight, folds in ((0, True), (1, False)):
        monkeypatch.setattr(unit_pages, "DUE_IN_SIGHT", in_sight)
        page = unit_pages.page(tiny_project.graph, tiny_project.graph.units["qinghe-minzheng"])
        folded = [block for block in under(page, "targets") if isinstance(block, Folded)]
        assert [block.summary for block in folded] == (["其余2项目标"] if folds else [])
        assert len(rows_of(under(page, "targets"))) == 2, "folded or not, all are there"


def test_group_of_units(pages: dict[str, Page]) -> None:
    page = pages["units/qinghe-towns/"]
    assert fact_of(page, "原文点了名的") == "白石镇"
    assert "原文没有列全。" in words(page)
    member = pages["units/qinghe-baishi/"]
    assert "各乡镇" in fact_of(member, "也算在")
    assert fact_of(member, "管的地方") == "白石镇"


def test_project(pages: dict[str, Page]) -> None:
    page = pages["projects/qinghe-day-centre/"]
    assert (fact_of(page, "类别"), fact_of(page, "规模"), fact_of(page, "谁负责")) == ("养老", "100位", "县民政局")
    assert fact_of(page, "投资") == "原文未写明"
    other = pages["projects/qinghe-tea-road/"]
    assert fact_of(other, "规模") == "原文未写明"
    assert "原文" in fact_of(other, "谁负责")
    assert linked(under(other, "same")) == {"projects/linhe-tea-road/"}


def test_indicator_over_all_plans(pages: dict[str, Page]) -> None:
    page = pages["indicators/forest/"]
    table = next(part for part in parts(page) if isinstance(part, Table))
    assert table.anchors[0] == "qinghe-145-i01"
    shown = [" ".join(said(cell) for cell in row) for row in table.rows]
    assert len(shown) == 2
    for piece in ("30%（2020年）", "35.5%以上（2025年）", "约束性"):
        assert piece in shown[0]
    assert "18%（2023年）" in shown[1]
    assert "tasks/qinghe-145-003/" in addresses(page)
    growth = pages["indicators/output-growth/"]
    assert "没有写这个指标" in words(growth), "the other plan says that it does not state it"
    assert "原文没有写是不是每年。" in words(growth)
    assert "有歧义" in words(growth)


def test_topic_and_audience(pages: dict[str, Page]) -> None:
    topic = pages["topics/eldercare/"]
    assert "1条任务" in words(topic)
    assert "老人、敬老院" in fact_of(topic, "也会这样说")
    assert {"tasks/qinghe-145-001/", "units/qinghe-minzheng/", "glossary/#day-care", "projects/qinghe-day-centre/"} <= addresses(topic)
    assert {"indicators/forest/", "indicators/output-growth/"} <= addresses(pages["topics/tea/"])
    assert "tasks/qinghe-145-003/" in addresses(pages["audiences/tea-growers/"])


def test_a_page_of_a_topic_prints_only_the_first_synonyms(tiny_graph: Graph) -> None:
    topic = tiny_graph.topics["eldercare"].model_copy(update={"synonyms": tuple(f"词{n}" for n in range(30))})
    assert fact_of(topic_page(tiny_graph, topic), "也会这样说") == "、".join(f"词{n}" for n in range(SYNONYMS_SHOWN)) + "等"


def test_place_tells_three_lists_apart(pages: dict[str, Page]) -> None:
    page = pages["places/baishi/"]
    named = linked(under(page, "named"))
    assert {"tasks/qinghe-145-001/", "tasks/qinghe-145-003/"} <= named, "named itself, and by a place inside it"
    assert "tasks/qinghe-145-002/" not in named
    assert "projects/qinghe-day-centre/" in linked(under(page, "projects"))
    assert "白石茶园" in fact_of(page, "里面的地方")
    assert fact_of(pages["places/baishi-park/"], "在哪里之内") == "白石镇"


def test_place_counts_what_holds_for_the_whole_region(tiny: Path) -> None:
    """The third list counts only tasks that name no place, and is absent where every task names one."""
    file = tiny / "data/plans/qinghe-145/p1.yml"
    assert "all-qinghe-145" not in headings(every_page_of(tiny)["places/baishi/"])
    file.write_text(file.read_text(encoding="utf-8").replace("        places: [heitan]\n", ""), encoding="utf-8")
    page = every_page_of(tiny)["places/baishi/"]
    assert headings(page)["all-qinghe-145"] == "对青禾县全境的任务（1条）"
    assert linked(under(page, "all-qinghe-145")) == {"plans/qinghe-145/p1/"}
    assert [row.number for row in rows_of(under(page, "all-qinghe-145"))] == ["1条"]


def test_unit_counts_a_task_once_that_it_leads_and_joins(tiny: Path) -> None:
    file = tiny / "data/plans/qinghe-145/p1.yml"
    text = file.read_text(encoding="utf-8")
    joined = "participants: [{unit: qinghe-minzheng, role_printed: 参加单位, role_basis: line}, "
    file.write_text(text.replace("participants: [", joined), encoding="utf-8")
    page = every_page_of(tiny)["units/qinghe-minzheng/"]
    assert said(under(page, "topics")) == "养老（1）"


def test_place_shows_what_its_group_must_do(tiny: Path) -> None:
    """A town whose group is named, but which is not named itself, finds the task in a list of its own."""
    file = tiny / "data/units/qinghe.yml"
    text = file.read_text(encoding="utf-8")
    unit = "  - {id: qinghe-heitan, name: 黑滩乡, kind: government, region: qinghe, place: heitan}\n"
    file.write_text(
        text.replace("  - {id: qinghe-towns", unit + "  - {id: qinghe-towns").replace(
            "members: [qinghe-baishi]", "members: [qinghe-baishi, qinghe-heitan]"
        ),
        encoding="utf-8",
    )
    page = every_page_of(tiny)["places/heitan/"]
    assert linked(under(page, "named")) & {"tasks/qinghe-145-001/", "tasks/qinghe-145-002/"} == {"tasks/qinghe-145-002/"}
    assert "tasks/qinghe-145-001/" in linked(under(page, "qinghe-towns"))


def test_data_page_names_every_download(pages: dict[str, Page], tiny_project: Project, tiny_graph: Graph) -> None:
    from generator.exports import open_data

    assert tiny_project.site is not None
    page = pages["data/"]
    files = {name for name in open_data(tiny_graph, tiny_project.site) if name.startswith("data/")}
    assert files <= set(addresses(page))
    for table in (part for part in parts(page) if isinstance(part, Table)):
        counts = {said(row[0]): int(said(row[1])) for row in table.rows}
        if "任务" in counts:
            assert counts["任务"] == 3
            kept = sum(len(shelf) for kind, shelf in tiny_graph.dataset.records.items() if kind != "verification")
            assert sum(counts.values()) == kept
        else:
            assert sorted(counts.values()) == [0, 3]


def test_data_page_states_terms_citation_and_policy(pages: dict[str, Page]) -> None:
    page = pages["data/"]
    for word in ("CC BY 4.0", "MIT", "不是本站的作品", "数据截止2026-01-31", "docs/data-policy.zh.md", "撇号"):
        assert word in words(page)
    assert "data/dictionary/" in addresses(page)


def test_the_policy_is_linked_where_a_repository_is_set(tiny: Path) -> None:
    project = read_project(tiny, {"MINGGUI_REPOSITORY": "https://example.org/r/"})
    assert project.site is not None
    page = next(page for page in build_pages(project.graph, project.site, {}) if page.address == "data/")
    assert "https://example.org/r/blob/main/docs/data-policy.zh.md" in [link.url for link in outside(page)]


def test_dictionary_explains_every_column(pages: dict[str, Page]) -> None:
    from generator.tables import FILES, columns

    page = pages["data/dictionary/"]
    tables = [part for part in parts(page) if isinstance(part, Table)]
    assert list(headings(page)) == list(FILES.values())
    for table, kind in zip(tables, FILES, strict=True):
        assert [said(row[0]) for row in table.rows] == [column.name for column in columns(kind) if column.origin != "name"]
        assert all(said(row[-1]).strip() for row in table.rows), f"a column of {kind} has no explanation"
        named = {column.name.removesuffix(".name") for column in columns(kind) if column.origin == "name"}
        assert {said(row[0]) for row in table.rows if "名称在" in said(row[-1])} == named


def test_home(pages: dict[str, Page]) -> None:
    page = pages[""]
    assert page.title == "小样"
    assert any(isinstance(block, Search) for block in page.blocks)
    assert "2份文件、3条任务" in words(page)
    assert "不是政府网站" in words(page)
    wanted = {
        "topics/",
        "places/",
        "audiences/",
        "units/",
        "projects/",
        "indicators/",
        "glossary/",
        "plans/qinghe-145/",
        "plans/linhe-2024/",
    }
    assert wanted <= addresses(page)
    assert {"topics/eldercare/", "topics/tea/", "topics/roads/", "places/baishi/", "audiences/elderly/"} <= addresses(page)
    assert "2026-01-31" in words(page)


def test_navigation_holds_top_pages_and_plans(tiny_graph: Graph, tiny_project: Project, pages: dict[str, Page]) -> None:
    def walk(choices: tuple[Choice, ...]) -> Iterator[Choice]:
        for choice in choices:
            yield choice
            yield from walk(choice.children)

    entries = list(walk(navigation(tiny_graph)))
    paths = [entry.path for entry in entries if entry.path]
    assert len(paths) == len(set(paths))
    assert {path.removesuffix("index.md") for path in paths} - {"search/"} <= set(pages), "the page of search is made by its own package"
    inner = {path.removesuffix("index.md") for path in paths if path.startswith("plans/")} - {"plans/"}
    assert inner == {"plans/qinghe-145/", "plans/linhe-2024/"}
    assert not any(path.startswith(("tasks/", "units/q", "projects/q", "topics/t")) for path in paths)


def test_written_pages_are_published(pages: dict[str, Page]) -> None:
    assert pages["about/"].title == "关于"
    assert "这是测试用的小样。" in words(pages["about/"])


def test_navigation_of_many_plans_leads_to_their_list(tiny_graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    def paths(choices: Iterable[Choice]) -> list[str]:
        return [path for choice in choices for path in (choice.path, *paths(choice.children)) if path]

    few = paths(navigation(tiny_graph))
    monkeypatch.setattr("generator.pages.MOST_PLANS", 1)
    many = paths(navigation(tiny_graph))
    assert [path for path in few if path not in many] == ["plans/qinghe-145/index.md", "plans/linhe-2024/index.md"]
    assert "plans/index.md" in many
