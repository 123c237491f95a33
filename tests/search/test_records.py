"""One record for everything that has a page, with what finds it and what a result shows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.graph import Graph
from generator.model import Record
from generator.pages import build_pages
from generator.pages.addresses import HAS_PAGE, address
from generator.search import SearchRecord, search_records
from generator.search.words import things_of
from generator.site.project import Project
from tests.copies import QINGHE, copy_tiny
from tests.pages.reading import anchors


def test_progress_is_found_on_its_subject(tiny_graph: Graph) -> None:
    found = [record.url for record in search_records(tiny_graph) if "照料中心已经开工。" in record.body]
    assert found == ["tasks/qinghe-145-001/"]


def by_url(graph: Graph) -> dict[str, SearchRecord]:
    return {record.url: record for record in search_records(graph)}


def shelves(graph: Graph) -> dict[str, list[Record]]:
    """Everything that must be found, by the word for its kind."""
    return {
        "任务": [*graph.tasks.values()],
        "单位": [*graph.units.values()],
        "项目": [*graph.projects.values()],
        "指标": [*graph.definitions.values()],
        "地方": [*graph.places.values()],
        "主题": [*graph.topics.values()],
        "人群": [*graph.audiences.values()],
        "名词": [*graph.terms.values()],
        "规划": [*graph.plans.values()],
        "章节": [d for d in graph.divisions.values() if d.kind in HAS_PAGE or d.parent is None],
    }


def test_everything_with_a_page_has_one_record_at_its_address(tiny_graph: Graph) -> None:
    wanted = Counter((kind, address(tiny_graph, record)) for kind, shelf in shelves(tiny_graph).items() for record in shelf)
    assert all(shelves(tiny_graph).values()), "the tiny data holds every kind"
    assert Counter((record.kind, record.url) for record in search_records(tiny_graph)) == wanted
    assert set(wanted.values()) == {1}


def test_every_record_leads_to_a_page_and_its_anchor(tiny_project: Project) -> None:
    assert tiny_project.site is not None
    pages = {page.address: page for page in build_pages(tiny_project.graph, tiny_project.site, tiny_project.written)}
    for record in search_records(tiny_project.graph):
        path, _, anchor = record.url.partition("#")
        assert path in pages, record.url
        assert not anchor or anchor in anchors(pages[path]), record.url


def test_every_page_of_a_record_is_found(tiny_project: Project) -> None:
    """Lists and hand-written pages need no record; everything else must have one."""
    assert tiny_project.site is not None
    found = {record.url.partition("#")[0] for record in search_records(tiny_project.graph)}
    pages = build_pages(tiny_project.graph, tiny_project.site, tiny_project.written)
    deep = {page.address for page in pages if page.address.count("/") > 1}
    assert {a for a in deep - found if not a.startswith(("data/", "timeline/", "compare/", "explore/", "changes/"))} == set()


def test_sections_on_a_chapter_s_page_have_no_record_but_their_titles_find_it(tiny_graph: Graph) -> None:
    records = by_url(tiny_graph)
    assert not any("#s" in url for url in records)
    assert "在家养老" in records["plans/qinghe-145/c01/"].body
    assert "plans/linhe-2024/s01/" in records, "no chapter holds this section: it is a page"


def test_the_order_is_fixed(tiny_graph: Graph) -> None:
    records = search_records(tiny_graph)
    assert records == search_records(tiny_graph)
    assert [record.url for record in records] == sorted(record.url for record in records)


def test_the_order_does_not_hang_on_the_order_in_files(tmp_path: Path, tiny_graph: Graph) -> None:
    copy = copy_tiny(tmp_path)
    for file in ("topics.yml", "units/qinghe.yml", "places/qinghe.yml", "audiences.yml"):
        head, key, *rows = copy.path(file).read_text(encoding="utf-8").splitlines()
        copy.path(file).write_text("\n".join([head, key, *reversed(rows), ""]), encoding="utf-8")
    graph = copy.graph()
    assert list(graph.topics) != list(tiny_graph.topics)
    assert search_records(graph) == search_records(tiny_graph)


def test_a_task(tiny_graph: Graph) -> None:
    record = by_url(tiny_graph)["tasks/qinghe-145-001/"]
    assert (record.kind, record.title) == ("任务", "建日间照料中心")
    assert record.summary == tiny_graph.tasks["qinghe-145-001"].summary
    assert record.number == "第1条"
    assert record.names == ("第1条", "1")
    assert record.lead == "县民政局"
    assert record.target == "照看老人 100位"
    assert record.plan == "青禾县“十四五”规划"
    assert record.region == "青禾县"
    assert record.topics == ("养老",)
    assert record.year == "2025"


@pytest.mark.parametrize(
    "said",
    [
        "白石镇的老人白天有去处。",
        "选址",
        "照看老人100位",
        "照料中心建成",
        "白石镇",
        "老人",
        "白石镇日间照料中心",
        "养老",
        "县交通局",
        "青禾县",
    ],
)
def test_what_a_task_says_finds_it(tiny_graph: Graph, said: str) -> None:
    assert said in by_url(tiny_graph)["tasks/qinghe-145-001/"].body


def test_a_task_that_says_little(tiny_graph: Graph) -> None:
    record = by_url(tiny_graph)["tasks/qinghe-145-002/"]
    assert (record.lead, record.target, record.year) == ("", "", "")


def test_a_task_without_a_number_has_none(tiny_graph: Graph) -> None:
    record = by_url(tiny_graph)["tasks/qinghe-145-003/"]
    assert record.number == ""
    assert [name for name in record.names if name] == []
    assert (record.lead, record.target, record.year) == ("白石镇", "茶园面积 约3万亩", "2025")


def test_several_leads_and_topics_are_all_named(tmp_path: Path) -> None:
    copy = copy_tiny(tmp_path)
    unit, role = "{unit: qinghe-minzheng, role_printed: 牵头单位, role_basis: line}", "role_printed: 牵头单位, role_basis: line"
    copy.edit(QINGHE + "p1.yml", f"leads: [{unit}]", f"leads: [{unit}, {{unit: qinghe-baishi, {role}}}]")
    copy.edit(QINGHE + "p1.yml", "topics: [eldercare]", "topics: [eldercare, roads]")
    record = by_url(copy.graph())["tasks/qinghe-145-001/"]
    assert record.lead == "县民政局、白石镇"
    assert record.topics == ("养老", "修路")


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("units/qinghe-minzheng/", {"民政局"}),
        ("places/baishi-park/", {"茶园"}),
        ("topics/eldercare/", {"老人", "敬老院"}),
        ("glossary/#one-belt", {"茶带"}),
        ("indicators/output-growth/", {"茶叶产值增长"}),
        ("plans/qinghe-145/", {"青政发〔2021〕1号", "青禾县某五年规划纲要"}),
        ("units/qinghe-towns/", set()),
    ],
)
def test_other_names(tiny_graph: Graph, url: str, names: set[str]) -> None:
    assert set(by_url(tiny_graph)[url].names) == names


def test_what_people_type_for_units_and_places_finds_them_and_is_not_their_own_name(tmp_path: Path) -> None:
    copy = copy_tiny(tmp_path)
    copy.edit("units/qinghe.yml", "aliases: [交通局]", "aliases: [交通局], synonyms: [运管所]")
    copy.edit("places/qinghe.yml", "name: 黑滩乡", "synonyms: [黑滩公社], name: 黑滩乡")
    graph = copy.graph()
    assert by_url(graph)["units/qinghe-jiaotong/"].names == ("交通局", "运管所")
    assert by_url(graph)["places/heitan/"].names == ("黑滩公社",)
    things = {url: names for _, url, *names in things_of(search_records(graph))}
    assert things["units/qinghe-jiaotong/"][1:] == ["交通局", "运管所"]
    assert things["places/heitan/"][1:] == ["黑滩公社"]


def test_summaries_say_how_much_there_is(tiny_graph: Graph) -> None:
    records = by_url(tiny_graph)
    assert records["topics/eldercare/"].summary == "老人的照护。1条任务。"
    assert records["units/qinghe-minzheng/"].summary == "牵头1条任务，参加0条。"
    assert records["units/qinghe-towns/"].summary == "牵头0条任务，参加1条。"
    assert records["places/baishi/"].summary == "青禾县，1条任务点到它。"
    assert records["projects/qinghe-day-centre/"].summary == "养老，新建，100位"
    assert records["projects/linhe-tea-road/"].summary == ""


def test_terms_with_one_word_stay_apart(tiny_graph: Graph) -> None:
    here, there = by_url(tiny_graph)["glossary/#one-belt"], by_url(tiny_graph)["glossary/#one-belt-linhe"]
    assert here.title == there.title == "一带"
    assert "青禾县“十四五”规划" in here.body
    assert "临禾县2024年报告" in there.body


def test_projects_with_one_name_stay_apart(tiny_graph: Graph) -> None:
    records = by_url(tiny_graph)
    assert records["projects/qinghe-tea-road/"].plan == "青禾县“十四五”规划"
    assert records["projects/linhe-tea-road/"].plan == "临禾县2024年报告"
