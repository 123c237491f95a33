"""The data of the page of filters say of every task what its record says, in few bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.exports import explore_files
from generator.exports.explore_files import places_of
from generator.graph import Graph
from generator.language import Catalogue, speaking
from generator.model import Task
from generator.pages.explore import plans
from generator.pages.lists import stated_years
from generator.pages.place import named_tasks
from tests.copies import copy_tiny


def files(graph: Graph) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in explore_files(graph)}


@pytest.fixture(scope="module")
def made(tiny_graph: Graph) -> dict[str, Any]:
    return files(tiny_graph)


def in_order(graph: Graph) -> list[Task]:
    return [task for plan in plans(graph) for task in graph.back.tasks_of_plan[plan.id]]


def told(made: dict[str, Any], column: str, values: str = "") -> list[list[str]]:
    """The ids that a column holds for every task."""
    facets = made["explore/facets.json"]
    ids = [identifier for identifier, _ in facets["values"][values or column]]
    return [[ids[number] for number in task] for task in facets["columns"][column]]


def test_the_files_are_one_for_all_and_one_a_plan(made: dict[str, Any]) -> None:
    assert set(made) == {"explore/facets.json", "explore/rows.json", "explore/rows/qinghe-145.json"}, "a plan without tasks has none"
    assert made["explore/rows.json"] == {"qinghe-145": made["explore/rows/qinghe-145.json"]}


def test_columns_say_what_the_records_say(made: dict[str, Any], tiny_graph: Graph) -> None:
    tasks = in_order(tiny_graph)
    assert len(tasks) == len(tiny_graph.tasks) >= 3
    assert told(made, "topic") == [list(t.topics) for t in tasks]
    assert told(made, "audience") == [list(t.audiences) for t in tasks]
    assert told(made, "lead", "unit") == [[r.unit for r in t.leads] for t in tasks]
    assert told(made, "join", "unit") == [[r.unit for r in t.participants] for t in tasks]
    assert told(made, "by") == [[str(year) for year in stated_years(tiny_graph, t)] or ["none"] for t in tasks]
    assert made["explore/facets.json"]["columns"]["targets"] == [len(tiny_graph.back.targets.get(t.id, ())) for t in tasks]


def test_a_year_that_only_follows_from_the_period_is_none(tmp_path: Path) -> None:
    copy = copy_tiny(tmp_path)
    copy.edit("plans/qinghe-145/p1.yml", "by: 2025, by_basis: period-end", "by: 2025, by_basis: plan-period")
    graph = copy.graph()
    place = [task.id for task in in_order(graph)].index("qinghe-145-003")
    assert told(files(graph), "by")[place] == ["none"]


def test_plans_count_their_tasks_and_know_their_regions(made: dict[str, Any], tiny_graph: Graph) -> None:
    facets = made["explore/facets.json"]
    regions = [identifier for identifier, _ in facets["values"]["region"]]
    for row, plan in zip(facets["plans"], plans(tiny_graph), strict=True):
        identifier, name, count, numbers = row
        assert (identifier, name, count) == (plan.id, plan.short_title, len(tiny_graph.back.tasks_of_plan[plan.id]))
        assert set(plan.regions) <= {regions[number] for number in numbers}


TASK = """tasks:
  - id: linhe-2024-001
    title: 修绿道
    title_basis: editorial
    order: 1
    source: {starts: 一、过去一年}
    summary: 在县城东边修一条绿道，让人走路骑车都方便，全长十二公里半，今年年底以前修完，两边种树，晚上有灯。
"""


def test_a_region_above_stands_there_where_it_gathers_several_and_not_all(tmp_path: Path) -> None:
    copy = copy_tiny(tmp_path)
    copy.append("plans/linhe-2024/s01.yml", TASK)
    copy.append("regions.yml", "  - {id: donghe, name: 东河县, level: county, parent: yunzhou}\n")
    assert [name for _, name in files(copy.graph())["explore/facets.json"]["values"]["region"]] == ["云州市青禾县", "云州市临禾县"]
    copy.edit("plans/qinghe-145/plan.yml", "regions: [qinghe]", "regions: [qinghe, donghe]")
    copy.edit("regions.yml", "name: 临禾县, level: county, parent: yunzhou", "name: 临禾县, level: county")
    facets = files(copy.graph())["explore/facets.json"]
    assert [name for _, name in facets["values"]["region"]] == ["云州市各地", "云州市青禾县", "云州市东河县", "临禾县"]
    assert [sorted(plan[3]) for plan in facets["plans"]] == [[0, 1, 2], [3]]


def test_a_place_holds_the_tasks_of_its_page(made: dict[str, Any], tiny_graph: Graph) -> None:
    """Two sides of one rule: the number that a place's page names must be the number that the filters find."""
    told_places = told(made, "place")
    for place in tiny_graph.places.values():
        on_page = {task.id for task in named_tasks(tiny_graph, place)}
        filtered = {task.id for task, places in zip(in_order(tiny_graph), told_places, strict=True) if place.id in places}
        assert filtered == on_page, place.id
    assert any(len(places_of(tiny_graph, task)) > len(task.places) for task in tiny_graph.tasks.values()), "no unit looks after a place"


def test_only_values_that_tasks_have_the_frequent_first(made: dict[str, Any]) -> None:
    for facet in ("topic", "audience", "place"):
        counts = [sum(n in task for task in made["explore/facets.json"]["columns"][facet]) for n in range(100)]
        used = len(made["explore/facets.json"]["values"][facet])
        assert all(counts[:used])
        assert counts[:used] == sorted(counts[:used], reverse=True)


def test_units_of_one_name_are_told_apart(tmp_path: Path) -> None:
    copy = copy_tiny(tmp_path)
    copy.append("regions.yml", "  - {id: donghe, name: 东河县, level: county}\n")
    copy.append("units/qinghe.yml", "  - {id: donghe-minzheng, name: 县民政局, kind: government, region: donghe}\n")
    copy.edit("plans/qinghe-145/p1.yml", "{unit: qinghe-jiaotong, role", "{unit: donghe-minzheng, role")
    units = dict(files(copy.graph())["explore/facets.json"]["values"]["unit"])
    assert {units["qinghe-minzheng"], units["donghe-minzheng"]} == {"县民政局（青禾县）", "县民政局（东河县）"}


def test_rows_are_what_lists_show(made: dict[str, Any]) -> None:
    rows = {row[0]: row for row in made["explore/rows/qinghe-145.json"]}
    assert rows["001"][1:4] == [1, "建日间照料中心", "牵头：县民政局"]
    assert rows["001"][4].startswith("照看老人 100位")
    assert rows["001"][4].endswith("（2025年）")
    assert rows["002"][1:] == [2, "路和茶", "", ""]
    assert rows["003"][3] == "负责：白石镇"


def test_the_same_data_give_the_same_text(tiny_graph: Graph) -> None:
    assert list(explore_files(tiny_graph)) == list(explore_files(tiny_graph))
    assert all(text.endswith("\n") and "\n" not in text[:-1] and ": " not in text for _, text in explore_files(tiny_graph))


def test_lead_and_target_are_told_apart_in_every_language(tiny_graph: Graph) -> None:
    texts = {
        ("", "{role}：{units}"): ("{role}: {units}",),
        ("", "{target}（{year}年）"): ("{target} by {year}",),
        ("", "{year}年"): ("{year}",),
    }
    with speaking(Catalogue("en", "English", texts=texts)):
        made = files(tiny_graph)
    rows = {row[0]: row[3:] for row in made["explore/rows/qinghe-145.json"]}
    assert rows["001"] == ["牵头: 县民政局", "照看老人 100位 by 2025"]
    assert rows["002"] == ["", ""]
    assert ["2025", "2025"] in made["explore/facets.json"]["values"]["by"]


def test_progress_is_not_taken_for_who_leads(tmp_path: Path) -> None:
    copy = copy_tiny(tmp_path)
    copy.append(
        "updates/qinghe-145.yml",
        "  - {id: qinghe-145-002-u01, date: 2025-04-01, subject: qinghe-145-002, status: under-way, text: 开工了。,\n"
        '     evidence: [{title: 公告, source: "https://example.org/n"}]}\n',
    )
    rows = {row[0]: row[3:] for row in files(copy.graph())["explore/rows/qinghe-145.json"]}
    assert rows["002"] == ["", ""]
