from __future__ import annotations

from typing import Any

import pytest

from generator.dataset.layout import FILE_KINDS, FileKind
from generator.model import RECORDS
from generator.schema.build import DIALECT, file_schema

BY_NAME = {kind.name: kind for kind in FILE_KINDS}


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        return (
            {value["$ref"]} & {str(value["$ref"])} | references(list(value.values()))
            if "$ref" in value
            else references(list(value.values()))
        )
    if isinstance(value, list):
        return {found for inner in value for found in references(inner)}
    return set()


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_every_reference_resolves_and_nothing_is_left_over(kind: FileKind) -> None:
    built = file_schema(kind)
    assert built["$schema"] == DIALECT
    assert built["title"] == kind.title
    assert references(built) == {f"#/$defs/{name}" for name in built["$defs"]}
    assert list(built["$defs"]) == sorted(built["$defs"])


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_no_object_takes_unknown_fields(kind: FileKind) -> None:
    built = file_schema(kind)
    assert [name for name, schema in built["$defs"].items() if schema.get("additionalProperties") is not False] == []


def test_fields_that_follow_from_the_place_are_absent() -> None:
    division = file_schema(BY_NAME["chapter"])["$defs"]["Division"]
    assert "plan" not in {*division["properties"], *division["required"]}
    assert "parent" in division["properties"], "a chapter in a file of its own names its part"
    assert division["properties"]["children"]["items"]["not"] == {"required": ["parent"]}
    assert {"id", "kind", "title", "order", "source"} <= set(division["required"])


def test_nested_lists_hold_whole_records() -> None:
    definitions = file_schema(BY_NAME["chapter"])["$defs"]
    for field, name in (("children", "Division"), ("tasks", "Task"), ("targets", "Target"), ("results", "Result")):
        assert definitions["Division"]["properties"][field]["items"]["$ref"] == f"#/$defs/{name}"
    assert definitions["Task"]["properties"]["targets"]["items"] == {"$ref": "#/$defs/Target"}


def test_fields_keep_their_descriptions_and_published_names() -> None:
    update = file_schema(BY_NAME["updates"])["$defs"]["Update"]
    assert "date" in update["properties"]
    assert "date_" not in update["properties"]
    assert update["properties"]["text"]["description"] == "发生了什么，用自己的话。"
    assert RECORDS["update"].model_fields["date_"].alias == "date"
