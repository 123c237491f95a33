from __future__ import annotations

from collections.abc import Iterable

from generator.dataset import Dataset
from generator.graph import link
from generator.model import Record
from tests.copies import QINGHE, Copy

P1 = QINGHE + "p1.yml"


def ids(records: Iterable[Record]) -> list[str]:
    return [record.id for record in records]


def test_outline(copy: Copy) -> None:
    graph = copy.graph()
    assert ids(graph.back.divisions["qinghe-145"]) == ["qinghe-145-preface", "qinghe-145-p1"]
    assert ids(graph.back.divisions["qinghe-145-p1"]) == ["qinghe-145-c01", "qinghe-145-c02"]
    assert ids(graph.back.divisions["qinghe-145-c02"]) == ["qinghe-145-c02-s01"]
    assert ids(graph.line_of(graph.divisions["qinghe-145-c02-s01"])) == ["qinghe-145-p1", "qinghe-145-c02", "qinghe-145-c02-s01"]
    assert ids(graph.divisions_within(graph.divisions["qinghe-145-c02"])) == ["qinghe-145-c02", "qinghe-145-c02-s01"]


def test_tasks_stand_in_the_documents_order(copy: Copy) -> None:
    copy.edit(P1, "title_basis: printed\n            order: 1\n", "title_basis: printed\n            order: 9\n")
    graph = copy.graph()
    assert ids(graph.back.tasks_of_plan["qinghe-145"]) == ["qinghe-145-002", "qinghe-145-003", "qinghe-145-001"]
    assert ids(graph.back.tasks_in["qinghe-145-c02"]) == ["qinghe-145-002"]
    assert ids(graph.tasks_within(graph.divisions["qinghe-145-c02"])) == ["qinghe-145-002", "qinghe-145-003"]


def test_units(copy: Copy) -> None:
    back = copy.graph().back
    assert ids(back.leads["qinghe-minzheng"]) == ["qinghe-145-001"]
    assert ids(back.participates["qinghe-jiaotong"]) == ["qinghe-145-001"]
    assert ids(back.provides["qinghe-jiaotong"]) == ["qinghe-145-i01"]
    assert ids(back.groups["qinghe-baishi"]) == ["qinghe-towns"]
    assert ids(back.units_at["baishi"]) == ["qinghe-baishi"]
    assert "qinghe-jiaotong" not in back.leads


def test_what_names_a_record(copy: Copy) -> None:
    back = copy.graph().back
    assert {key: ids(tasks) for key, tasks in back.tasks_by.items()} == {
        ("topic", "eldercare"): ["qinghe-145-001"],
        ("topic", "roads"): ["qinghe-145-002"],
        ("topic", "tea"): ["qinghe-145-003"],
        ("audience", "elderly"): ["qinghe-145-001"],
        ("audience", "tea-growers"): ["qinghe-145-003"],
        ("place", "baishi"): ["qinghe-145-001"],
        ("place", "heitan"): ["qinghe-145-002"],
        ("place", "baishi-park"): ["qinghe-145-003"],
        ("project", "qinghe-day-centre"): ["qinghe-145-001"],
        ("project", "qinghe-tea-road"): ["qinghe-145-002"],
        ("indicator-definition", "forest"): ["qinghe-145-003"],
    }
    assert ids(back.projects_at["baishi"]) == ["qinghe-day-centre"]
    assert ids(back.inside["baishi"]) == ["baishi-park"]
    assert ids(back.targets["qinghe-145-003"]) == ["qinghe-145-003-t01", "qinghe-145-003-t02"]
    assert ids(back.targets["qinghe-145-c01"]) == ["qinghe-145-c01-t01"]
    assert ids(back.results["linhe-2024-s01"]) == ["linhe-2024-s01-r01"]
    assert ids(back.rows["forest"]) == ["linhe-2024-i01", "qinghe-145-i01"]
    assert ids(back.rows["qinghe-145"]) == ["qinghe-145-i01", "qinghe-145-i02"]
    assert ids(back.boxes["qinghe-145-c01"]) == ids(back.boxes["qinghe-145"]) == ["qinghe-145-b01"]
    assert ids(back.projects_of_plan["qinghe-145"]) == ["qinghe-day-centre", "qinghe-tea-road"]
    assert ids(back.notes["qinghe-145-002"]) == ["qinghe-145-n02"]
    assert ids(back.updates["qinghe-145-001"]) == ["qinghe-145-001-u01"]


def test_a_task_named_twice_counts_once(copy: Copy) -> None:
    copy.edit(QINGHE + "projects.yml", "tasks: [qinghe-145-002]", "tasks: [qinghe-145-002, qinghe-145-002]")
    copy.edit(P1, "places: [heitan]", "places: [heitan]\n        projects: [qinghe-tea-road]")
    assert ids(copy.graph().back.tasks_by["project", "qinghe-tea-road"]) == ["qinghe-145-002"]


def test_a_link_between_tasks_is_seen_from_both_ends(copy: Copy) -> None:
    back = copy.graph().back
    assert [(task.id, reason) for task, reason in back.related["qinghe-145-001"]] == [("qinghe-145-002", "路修通了才去得了")]
    assert [(task.id, reason) for task, reason in back.related["qinghe-145-002"]] == [("qinghe-145-001", "")]
    assert "qinghe-145-003" not in back.related


def test_each_end_keeps_its_own_reason(copy: Copy) -> None:
    copy.edit(P1, "places: [heitan]", "places: [heitan]\n        related: [{task: qinghe-145-001, reason: 为了照料中心}]")
    back = copy.graph().back
    assert [reason for _, reason in back.related["qinghe-145-001"]] == ["路修通了才去得了"]
    assert [reason for _, reason in back.related["qinghe-145-002"]] == ["为了照料中心"]


def test_references_to_nothing_and_to_itself_are_passed_over(copy: Copy) -> None:
    copy.edit(P1, "related: [{task: qinghe-145-002,", "related: [{task: qinghe-145-001, reason: 自己}, {task: nothing,")
    copy.edit(QINGHE + "projects.yml", "tasks: [qinghe-145-002]", "tasks: [nothing]")
    back = copy.graph().back
    assert "qinghe-145-001" not in back.related
    assert ("project", "qinghe-tea-road") not in back.tasks_by


def test_updates_are_in_the_order_of_their_dates(copy: Copy) -> None:
    copy.append(
        "updates/qinghe-145.yml",
        "  - {id: qinghe-145-001-u02, date: 2024-12-31, subject: qinghe-145-001, status: not-started, text: 还没有开工。, "
        'evidence: [{title: 公告, source: "https://example.org/a"}]}\n',
    )
    assert ids(copy.graph().back.updates["qinghe-145-001"]) == ["qinghe-145-001-u02", "qinghe-145-001-u01"]


def test_find(copy: Copy) -> None:
    graph = copy.graph()
    assert ids(graph.find(("place",), "baishi")) == ["baishi"]
    assert graph.find(("unit",), "baishi") == []
    assert ids(graph.find(("*",), "baishi")) == ["baishi"]
    assert graph.find(("*",), "nothing") == []


def test_nothing_links_to_nothing() -> None:
    graph = link(Dataset({}, {}))
    assert graph.divisions == {}
    assert graph.back.tasks_of_plan == {}


def test_what_a_division_holds_counts_for_those_above_it(copy: Copy) -> None:
    graph = copy.graph()
    for records, within in ((graph.projects.values(), graph.back.projects_within), (graph.rows.values(), graph.back.rows_within)):
        for division in graph.divisions.values():
            inside = {d.id for d in graph.divisions_within(division)}
            assert ids(within.get(division.id, ())) == [r.id for r in records if r.division in inside]
        assert within


def test_divisions_that_hold_each_other_are_no_endless_loop(copy: Copy) -> None:
    copy.edit(QINGHE + "p1.yml", "id: qinghe-145-p1\n", "id: qinghe-145-p1\nparent: qinghe-145-c02-s01\n")
    back = copy.graph().back
    assert all(len(set(ids(projects))) == len(projects) for projects in back.projects_within.values())


def test_a_project_that_names_a_task_is_found_from_the_task(copy: Copy) -> None:
    back = copy.graph().back
    named = {(task, project.id) for task, projects in back.projects_naming.items() for project in projects}
    assert named == {(task, project.id) for project in copy.graph().projects.values() for task in project.tasks}


def test_of_a_plan(copy: Copy) -> None:
    graph = copy.graph()
    for plan in graph.plans:
        assert ids(graph.back.divisions_of_plan[plan]) == [d.id for d in graph.divisions.values() if d.plan == plan]
        assert ids(graph.back.targets_of_plan.get(plan, ())) == [t.id for t in graph.targets.values() if t.plan == plan]


def test_terms_are_found_by_how_their_words_begin(copy: Copy) -> None:
    graph = copy.graph()
    for term in graph.terms.values():
        for word in (term.term, *term.aliases):
            assert term in graph.back.terms_starting[word[:2]]
