"""The JSON Schema of each kind of data file, derived from the records and the table of files.

A file's schema differs from the records' own in two ways: fields that follow from the place are absent, and nested lists
hold whole records in place of ids.
"""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from generator.dataset.layout import FileKind
from generator.model import RECORDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


@cache
def _definitions() -> Schema:
    _, whole = models_json_schema([(model, "validation") for model in RECORDS.values()], by_alias=True)
    definitions: Schema = copy.deepcopy(whole["$defs"])
    for model in RECORDS.values():
        schema = definitions[model.__name__]
        properties: Schema = schema["properties"]
        placed = [name for name, described in properties.items() if described.pop("placed", False)]
        for name in placed:
            del properties[name]
        schema["required"] = [name for name in schema.get("required", []) if name not in placed]
        for name, kind in model.NESTED.items():
            described = properties.get(name, {}).get("description", "")
            reference: Schema = {"$ref": f"#/$defs/{RECORDS[kind].__name__}"}
            if name == "children":
                reference["not"] = {"required": ["parent"]}  # its place says what it belongs to
            properties[name] = {"type": "array", "items": reference, "title": name, "description": described}
    return definitions


def _reachable(name: str, definitions: Schema) -> Schema:
    """Keep only the definitions that one file needs."""
    found: dict[str, Any] = {}
    todo = [name]
    while todo:
        current = todo.pop()
        if current in found:
            continue
        found[current] = definitions[current]
        todo += [ref.removeprefix("#/$defs/") for ref in _references(definitions[current])]
    return dict(sorted(found.items()))


def _references(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [ref for inner in value.values() for ref in _references(inner)]
    if isinstance(value, list):
        return [ref for inner in value for ref in _references(inner)]
    return []


def file_schema(kind: FileKind) -> Schema:
    """Return the schema of one kind of data file."""
    name = RECORDS[kind.record].__name__
    definitions = _reachable(name, _definitions())
    head: Schema = {"$schema": DIALECT, "title": kind.title}
    if kind.list_key is None:
        return head | {"$ref": f"#/$defs/{name}", "$defs": definitions}
    rows = {"type": "array", "items": {"$ref": f"#/$defs/{name}"}, "description": kind.title}
    return head | {
        "type": "object",
        "properties": {kind.list_key: rows},
        "required": [kind.list_key],
        "additionalProperties": False,
        "$defs": definitions,
    }
