"""Changes to a file's YAML tree that leave comments, order and style of everything else alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from generator.importing.yaml_out import Tree, Value

Edit = Callable[[CommentedMap], None]
"""One change to the tree of a file."""
GONE: Final = object()
"""Stands for a field that the document no longer fills."""
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _find(tree: Value, identifier: str) -> Value:
    """Return the record of an id inside a file's value; the file's own value for no id."""
    if not identifier:
        return tree
    if isinstance(tree, dict):
        if tree.get("id") == identifier:
            return tree
        rows: list[Value] = [inner for inner in tree.values() if isinstance(inner, list)]
    else:
        rows = [entry for entry in tree if isinstance(entry, dict)]
    return next((found for inner in rows if (found := _find(inner, identifier)) is not None), None)


def at(tree: Value, path: tuple[str | int, ...]) -> Value:
    """Return what stands at a path of a tree."""
    for step in path:
        tree = tree[step]
    return tree


def setter(identifier: str, name: str, value: Value) -> Edit:
    """Make the change that gives a field of a record a new value, or takes it away."""

    def edit(tree: CommentedMap) -> None:
        record = _find(tree, identifier)
        if value is GONE:
            record.pop(name, None)
        elif isinstance(value, list) and isinstance(record.get(name), CommentedSeq):
            _set_list(record[name], value)
        elif isinstance(value, dict) and isinstance(record.get(name), CommentedMap):
            for key in [key for key in record[name] if key not in value]:
                del record[name][key]
            for key, inner in value.items():
                if record[name].get(key) != inner:
                    record[name][key] = styled(inner)
        else:
            record[name] = styled(value)

    return edit


def _set_list(held: CommentedSeq, value: list[Value]) -> None:
    """Change a list entry by entry, so that entries that stay keep their comments."""
    for index in range(len(held) - 1, -1, -1):
        if held[index] not in value:
            del held[index]
    for index, entry in enumerate(value):
        if index >= len(held) or held[index] != entry:
            held.insert(index, styled(entry))
    while len(held) > len(value):
        del held[-1]


def styled(value: Value, *, flow: bool = True) -> Value:
    """Write new leaves on one line, as people do."""
    if isinstance(value, dict):
        made = CommentedMap({key: styled(inner, flow=flow) for key, inner in value.items()})
        if flow:
            made.fa.set_flow_style()
        return made
    if isinstance(value, list):
        rows = CommentedSeq([styled(inner) for inner in value])
        if not any(isinstance(inner, dict) for inner in value):
            rows.fa.set_flow_style()
        return rows
    # ruamel.yaml would put quotes around text that looks like a day.
    return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else value


def inserter(identifier: str, owner: str, name: str, value: Tree, earlier: list[str]) -> Edit:
    """Make the change that adds a record to a list, behind the last of those that come earlier in the document."""

    def edit(tree: CommentedMap) -> None:
        record = _find(tree, owner)
        if not isinstance(record.get(name), CommentedSeq):
            record[name] = CommentedSeq()
        rows = record[name]
        if any(row.get("id") == identifier for row in rows):
            return
        places = [index for index, row in enumerate(rows) if row.get("id") in earlier]
        leaf = name in ("targets", "results")
        made = styled(value) if leaf else _blocks(value)
        rows.insert(places[-1] + 1 if places else 0, made)

    return edit


def _blocks(value: Tree) -> CommentedMap:
    """Write a record over several lines, its leaves on one each."""
    made = CommentedMap()
    for key, inner in value.items():
        nested = isinstance(inner, list) and inner and isinstance(inner[0], dict) and key in ("children", "tasks")
        made[key] = CommentedSeq([_blocks(entry) for entry in inner]) if nested else styled(inner)
    return made
