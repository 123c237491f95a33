from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes import Difference, compare
from generator.changes.fields import COMPARED, fields_of
from generator.dataset import Dataset
from generator.graph import Graph, link
from generator.model import Record
from generator.site.project import read_project
from tests.changes.conftest import Editions
from tests.conftest import TINY
from tests.copies import QINGHE

GRAPH = read_project(TINY, {}).graph
FIELDS = [(kind, i, field) for kind in COMPARED for i in GRAPH.dataset.records[kind] for field in fields_of(kind)]
LONE = [(kind, i) for kind in ("project", "place", "term", "note", "topic") for i in GRAPH.dataset.records[kind]]
"""Records that hold no others."""


def other_value(record: Record, member: str) -> Any:
    """Return another value for a field: one that another record of the kind has, else more of the same."""
    value = getattr(record, member)
    for twin in GRAPH.dataset.records[record.KIND].values():
        if getattr(twin, member) != value:
            return getattr(twin, member)
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return value + "改"
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=1)
    return () if isinstance(value, tuple) else None


def with_records(records: dict[str, dict[str, Record]]) -> Graph:
    return link(Dataset(records, GRAPH.dataset.origins))


def changed(chosen: set[tuple[str, str, str]]) -> tuple[Graph, set[tuple[str, str, str]]]:
    """Return the data with these statements changed, and those that have another value now."""
    records = {kind: dict(shelf) for kind, shelf in GRAPH.dataset.records.items()}
    really = set()
    for kind, identifier, field in chosen:
        record = records[kind][identifier]
        values = {member: other_value(GRAPH.dataset.records[kind][identifier], member) for member in fields_of(kind)[field]}
        records[kind][identifier] = record.model_copy(update=values)
        if any(getattr(record, member) != value for member, value in values.items()):
            really.add((kind, identifier, field))
    return with_records(records), really


def plain(differences: list[Difference]) -> set[str]:
    """Compare without the order, and without the plan, which is looked up in the newer edition."""
    return {repr(replace(d, plan="")) for d in differences}


def test_nothing_changes_between_an_edition_and_itself() -> None:
    assert compare(GRAPH, GRAPH) == []


@given(st.sets(st.sampled_from(FIELDS), max_size=12))
def test_every_changed_statement_is_one_difference(chosen: set[tuple[str, str, str]]) -> None:
    new, really = changed(chosen)
    found = [(d.kind, d.id, d.field) for d in compare(GRAPH, new)]
    assert len(found) == len(set(found))
    assert set(found) == really


@given(st.sets(st.sampled_from(FIELDS), max_size=8), st.sets(st.sampled_from(LONE), max_size=5))
def test_the_other_way_round_old_and_new_change_places(chosen: set[tuple[str, str, str]], gone: set[tuple[str, str]]) -> None:
    new, _ = changed(chosen)
    records = {kind: {i: r for i, r in shelf.items() if (kind, i) not in gone} for kind, shelf in new.dataset.records.items()}
    new = with_records(records)
    there, back = compare(GRAPH, new), compare(new, GRAPH)
    assert plain(back) == plain([d.reversed() for d in there])
    assert {(d.kind, d.old_id) for d in there if d.what == "removed"} == gone


@pytest.mark.parametrize("kind", COMPARED)
def test_every_field_of_a_kind_is_compared_once(kind: str) -> None:
    members = [member for members in fields_of(kind).values() for member in members]
    assert len(members) == len(set(members))


def test_differences_come_in_the_order_of_the_documents(editions: Editions) -> None:
    editions.new.edit("topics.yml", "name: 修路", "name: 公路")
    editions.new.edit("plans/linhe-2024/s01.yml", "summary: 讲去年做成的事。", "summary: 讲去年。")
    editions.new.edit(QINGHE + "p1.yml", "value: 3, measure: 万亩", "value: 4, measure: 万亩")
    editions.new.edit(QINGHE + "p1.yml", "summary: 讲养老。", "summary: 讲老人。")
    editions.new.edit(QINGHE + "p1.yml", "meaning: 白石镇的老人白天有去处。", "meaning: 白石镇的老人有去处。")
    found = [(d.plan, d.id) for d in compare(*editions.graphs())]
    assert found == [
        ("qinghe-145", "qinghe-145-c01"),
        ("qinghe-145", "qinghe-145-001"),
        ("qinghe-145", "qinghe-145-003-t01"),
        ("linhe-2024", "linhe-2024-s01"),
        ("", "roads"),
    ]


def test_a_new_task_is_named_without_its_targets(editions: Editions) -> None:
    task = (
        "          - id: qinghe-145-004\n            title: 种树\n            title_basis: editorial\n            order: 4\n"
        "            source: {starts: 种树}\n            summary: 在白石镇种树。\n            targets:\n"
        '              - {id: qinghe-145-004-t01, metric: 树, operator: "=", quantity: level, value: 9, measure: 棵}\n'
    )
    editions.new.append(QINGHE + "p1.yml", task)
    assert [(d.what, d.id) for d in compare(*editions.graphs())] == [("added", "qinghe-145-004")]


def test_a_new_plan_is_one_difference(editions: Editions) -> None:
    for name in ("indicators", "plan", "projects", "s01"):
        editions.old.remove(f"plans/linhe-2024/{name}.yml")
    there = compare(*editions.graphs())
    assert [(d.what, d.kind, d.id) for d in there] == [("added", "plan", "linhe-2024")]
    old, new = editions.graphs()
    assert [d.what for d in compare(new, old)] == ["removed"]


def test_the_first_edition_is_its_plans(tmp_path_factory: pytest.TempPathFactory) -> None:
    nothing = link(Dataset({kind: {} for kind in GRAPH.dataset.records}, {}))
    assert [d.id for d in compare(nothing, GRAPH)] == ["qinghe-145", "linhe-2024"]


def test_a_redirect_tells_that_two_ids_are_one_record(editions: Editions) -> None:
    editions.new.edit(QINGHE + "projects.yml", "id: qinghe-tea-road, name: 茶路", "id: qinghe-tea-way, name: 茶路")
    editions.new.edit("plans/linhe-2024/projects.yml", "same_as: [qinghe-tea-road]", "same_as: [qinghe-tea-way]")
    editions.new.append("redirects.yml", "  - {from: qinghe-tea-road, to: qinghe-tea-way, since: 2026-01-01, reason: 编号写错}\n")
    old, new = editions.graphs()
    found = {(d.kind, d.old_id, d.new_id, d.field) for d in compare(old, new)}
    assert ("project", "qinghe-tea-road", "qinghe-tea-way", "id") in found
    assert all(d.what == "changed" for d in compare(old, new))
    assert plain(compare(new, old)) == plain([d.reversed() for d in compare(old, new)])


def test_what_cannot_be_read_is_neither_gone_nor_new(editions: Editions) -> None:
    editions.new.edit("topics.yml", "name: 修路, ", "")
    old, (dataset, findings) = editions.old.graph(), editions.new.read()
    assert findings
    assert compare(old, link(dataset)) == []
    assert compare(link(dataset), old) == []


def test_units_are_those_that_got_or_lost_something(editions: Editions) -> None:
    editions.new.edit(QINGHE + "p1.yml", "leads: [{unit: qinghe-minzheng,", "leads: [{unit: qinghe-jiaotong,")
    (difference,) = compare(*editions.graphs())
    assert difference.units == ("qinghe-jiaotong", "qinghe-minzheng")
