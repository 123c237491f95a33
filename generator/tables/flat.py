"""A published record as cells, and cells as a record again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TypeAlias

from generator.tables import cells
from generator.tables.columns import Column, columns
from generator.tables.shape import Group, Leaf, Slot, shape_of

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
NameOf = Callable[[tuple[str, ...], str], str | None]
"""Gives the name of the record of one of these kinds that has this id."""


def _at(value: Json, path: tuple[str, ...]) -> Json:
    """Follow a path; through a list it leads to one value an entry."""
    if isinstance(value, list):
        return [_at(entry, path) for entry in value]
    if isinstance(value, dict) and path:
        return _at(value[path[0]], path[1:])
    return value


def compact(value: object) -> str:
    """Write JSON as all exports do: Chinese as it is, one space after commas and colons."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)


def _scalars(value: Json) -> list[cells.Value]:
    """Return one value or the values of a list."""
    return [entry for entry in (value if isinstance(value, list) else [value]) if not isinstance(entry, dict | list)]


def _cell(column: Column, row: dict[str, Json], name_of: NameOf, kinds: tuple[str, ...]) -> str:
    value = _at(row, column.path)
    if column.json:
        return compact(value)
    values = [] if column.many and value is None else _scalars(value)
    if column.origin == "name":
        values = [name_of(kinds, identifier) if isinstance(identifier, str) else None for identifier in values]
    return cells.write_list(column.leaf, values) if column.many else cells.write(column.leaf, values[0])


def row_cells(kind: str, row: dict[str, Json], name_of: NameOf) -> list[str]:
    """Return one record as the texts of its cells, in the order of :func:`generator.tables.columns`.

    Args:
        kind: The record's kind.
        row: The record as published in JSON.
        name_of: Looks up the names that stand beside ids.
    """
    out: list[str] = []
    kinds: tuple[str, ...] = ()
    for column in columns(kind):
        out.append(_cell(column, row, name_of, kinds))
        kinds = column.leaf.kinds
    return out


def _read(slot: Slot, path: tuple[str, ...], texts: Mapping[str, str]) -> Json:
    """Read one slot of a record from its cells."""
    name = ".".join((*path, slot.name))
    if isinstance(slot.form, Leaf):
        text = texts.get(name, "")
        return [*cells.read_list(slot.form, text)] if slot.many else cells.read(slot.form, text)
    if slot.many:
        if name in texts:  # a list without a flat form
            found: Json = json.loads(texts[name] or "[]")
            return found
        return [*_entries(slot.form, (*path, slot.name), texts)]
    group = {inner.name: _read(inner, (*path, slot.name), texts) for inner in slot.form.slots}
    return None if slot.optional and not _holds(group) else group


def _holds(value: Json) -> bool:
    if isinstance(value, dict):
        return any(map(_holds, value.values()))
    return value is not None and value != []


def _entries(form: Group, path: tuple[str, ...], texts: Mapping[str, str]) -> list[dict[str, Json]]:
    """Read a list of groups, whose columns stand side by side with one value an entry."""
    leaves = {".".join((*path, *inner)): inner for inner in _leaf_paths(form)}
    lists = {inner: cells.read_list(leaf, texts.get(name, "")) for name, inner in leaves.items() for leaf in [_find(form, inner)]}
    count = max((len(found) for found in lists.values()), default=0)
    padded = {inner: found + [None] * (count - len(found)) for inner, found in lists.items()}
    return [_gathered(form, (), {inner: found[number] for inner, found in padded.items()}) or {} for number in range(count)]


def _leaf_paths(form: Group) -> list[tuple[str, ...]]:
    paths: list[tuple[str, ...]] = []
    for slot in form.slots:
        paths += [(slot.name,)] if isinstance(slot.form, Leaf) else [(slot.name, *rest) for rest in _leaf_paths(slot.form)]
    return paths


def _find(form: Group, path: tuple[str, ...]) -> Leaf:
    inner = next(slot.form for slot in form.slots if slot.name == path[0])
    return inner if isinstance(inner, Leaf) else _find(inner, path[1:])


def _gathered(
    form: Group, path: tuple[str, ...], values: Mapping[tuple[str, ...], cells.Value], optional: bool = False
) -> dict[str, Json] | None:
    found: dict[str, Json] = {}
    for slot in form.slots:
        here = (*path, slot.name)
        found[slot.name] = values[here] if isinstance(slot.form, Leaf) else _gathered(slot.form, here, values, slot.optional)
    return None if optional and not _holds(found) else found


def record_of(kind: str, texts: Mapping[str, str]) -> dict[str, Json]:
    """Return the record whose cells these are, as published in JSON. Columns of names are passed over.

    Args:
        kind: The record's kind.
        texts: Name of column → text of the cell; a column that is missing counts as empty.

    Raises:
        ValueError: where a cell holds no value of its column's type.
    """
    return {slot.name: _read(slot, (), texts) for slot in shape_of(kind).slots}
