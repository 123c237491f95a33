from __future__ import annotations

from typing import Any

from generator.dataset.placement import Placed, unfold

CHAPTER: dict[str, Any] = {
    "id": "a-c01",
    "title": "章",
    "targets": [{"id": "a-c01-t01"}],
    "results": [{"id": "a-c01-r01"}],
    "children": [{"id": "a-c01-s01", "tasks": [{"id": "a-001", "targets": [{"id": "a-001-t01"}, {"id": "a-001-t02"}]}]}],
}


def test_nested_lists_become_records_that_name_their_owner() -> None:
    assert list(unfold("division", CHAPTER, (), {"plan": "a"})) == [
        Placed("division", (), {"plan": "a", "id": "a-c01", "title": "章", "children": ["a-c01-s01"]}, ("plan",)),
        Placed(
            "division",
            ("children", 0),
            {"plan": "a", "parent": "a-c01", "id": "a-c01-s01"},
            ("plan", "parent"),
        ),
        Placed(
            "task",
            ("children", 0, "tasks", 0),
            {"plan": "a", "division": "a-c01-s01", "id": "a-001", "targets": ["a-001-t01", "a-001-t02"]},
            ("plan", "division"),
        ),
        Placed(
            "target",
            ("children", 0, "tasks", 0, "targets", 0),
            {"plan": "a", "owner": "a-001", "id": "a-001-t01"},
            ("plan", "owner"),
        ),
        Placed(
            "target",
            ("children", 0, "tasks", 0, "targets", 1),
            {"plan": "a", "owner": "a-001", "id": "a-001-t02"},
            ("plan", "owner"),
        ),
        Placed("target", ("targets", 0), {"plan": "a", "owner": "a-c01", "id": "a-c01-t01"}, ("plan", "owner")),
        Placed("result", ("results", 0), {"plan": "a", "division": "a-c01", "id": "a-c01-r01"}, ("plan", "division")),
    ]


def test_the_value_that_was_read_is_not_changed() -> None:
    before = repr(CHAPTER)
    list(unfold("division", CHAPTER, (), {"plan": "a"}))
    assert repr(CHAPTER) == before


def test_only_fields_that_the_record_has_are_supplied() -> None:
    assert list(unfold("unit", {"id": "a"}, ("units", 3), {})) == [Placed("unit", ("units", 3), {"id": "a"}, ())]
    assert list(unfold("unit", {"id": "a"}, ("units", 3), {"plan": "x"})) == [Placed("unit", ("units", 3), {"id": "a"}, ())]


def test_an_id_that_is_no_text_is_left_out_of_its_owners_list() -> None:
    first, *rest = unfold("task", {"id": "a-001", "targets": [{"id": 7}, {"id": "a-001-t02"}, "x"]}, (), {"plan": "a"})
    assert first.value["targets"] == ["a-001-t02"]
    assert [placed.path for placed in rest] == [("targets", 0), ("targets", 1), ("targets", 2)]
