from __future__ import annotations

import pytest

from generator.graph import Reference, references
from generator.model import RECORDS
from generator.model.identity import KINDS
from tests.copies import Copy

ANY = ("*",)


@pytest.mark.parametrize(
    ("kind", "identifier", "wanted"),
    [
        ("region", "qinghe", [Reference(("parent",), ("region",), "yunzhou")]),
        ("region", "yunzhou", []),
        (
            "task",
            "qinghe-145-001",
            [
                Reference(("plan",), ("plan",), "qinghe-145"),
                Reference(("division",), ("division",), "qinghe-145-c01-s01"),
                Reference(("targets", 0), ("target",), "qinghe-145-001-t01"),
                Reference(("targets", 1), ("target",), "qinghe-145-001-t02"),
                Reference(("leads", 0, "unit"), ("unit",), "qinghe-minzheng"),
                Reference(("participants", 0, "unit"), ("unit",), "qinghe-jiaotong"),
                Reference(("participants", 1, "unit"), ("unit",), "qinghe-towns"),
                Reference(("topics", 0), ("topic",), "eldercare"),
                Reference(("audiences", 0), ("audience",), "elderly"),
                Reference(("places", 0), ("place",), "baishi"),
                Reference(("projects", 0), ("project",), "qinghe-day-centre"),
                Reference(("related", 0, "task"), ("task",), "qinghe-145-002"),
            ],
        ),
        (
            "target",
            "qinghe-145-003-t01",
            [
                Reference(("plan",), ("plan",), "qinghe-145"),
                Reference(("owner",), ("task", "division", "indicator-row"), "qinghe-145-003"),
            ],
        ),
        ("note", "qinghe-145-n01", [Reference(("plan",), ("plan",), "qinghe-145"), Reference(("subjects", 0), ANY, "qinghe-145-003")]),
        ("update", "qinghe-145-001-u01", [Reference(("subject",), ("task", "indicator-row", "project"), "qinghe-145-001")]),
        (
            "project",
            "qinghe-tea-road",
            [
                Reference(("plan",), ("plan",), "qinghe-145"),
                Reference(("division",), ("division",), "qinghe-145-c02"),
                Reference(("tasks", 0), ("task",), "qinghe-145-002"),
                Reference(("same_as", 0), ("project",), "linhe-tea-road"),
            ],
        ),
    ],
)
def test_references_of_a_record(copy: Copy, kind: str, identifier: str, wanted: list[Reference]) -> None:
    assert list(references(copy.graph().dataset.records[kind][identifier])) == wanted


def test_a_reference_inside_an_optional_part(copy: Copy) -> None:
    copy.edit("plans/qinghe-145/plan.yml", "validity: 有效", "validity: 有效\nimplements: {title: 甲, plan: linhe-2024}")
    found = list(references(copy.graph().plans["qinghe-145"]))
    assert found == [Reference(("regions", 0), ("region",), "qinghe"), Reference(("implements", "plan"), ("plan",), "linhe-2024")]


def test_every_reference_of_the_tiny_project_resolves_and_names_known_kinds(copy: Copy) -> None:
    graph = copy.graph()
    found = [reference for shelf in graph.dataset.records.values() for record in shelf.values() for reference in references(record)]
    assert len(found) > 80
    assert [r for r in found if len(graph.find(r.kinds, r.id)) != 1] == []
    assert {kind for reference in found for kind in reference.kinds} <= {*KINDS, "*"}
    assert set(RECORDS) == set(graph.dataset.records)
