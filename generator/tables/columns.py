"""The columns of a table: one for every value of the record's form, in its order, and names beside ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.tables.shape import Group, Leaf, Slot, shape_of

NAMED = frozenset({"region", "plan", "division", "unit", "place", "topic", "audience", "project", "indicator-definition"})
"""Kinds whose ids get a second column with names, for people who read a table as it is."""
NAME = ".name"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    ``path`` leads to the value in the record; where a list lies on it, the cell joins what the path finds in each entry.
    """

    name: str
    path: tuple[str, ...]
    leaf: Leaf
    description: str
    many: bool = False
    json: bool = False
    """A list of groups that hold lists themselves has no flat form: the cell is its JSON."""
    required: bool = False
    origin: Literal["data", "added", "name"] = "data"
    """Written in the data, worked out for the record, or the names of the ids of the column before."""


def _holds_lists(group: Group) -> bool:
    return any(slot.many or (isinstance(slot.form, Group) and _holds_lists(slot.form)) for slot in group.slots)


def _joined(outer: str, inner: str) -> str:
    return f"{outer.rstrip('。')}：{inner}" if outer else inner


def _walk(slot: Slot, path: tuple[str, ...], words: str, many: bool, needed: bool, added: bool) -> Iterator[Column]:
    """Yield the columns of one slot and of all that it holds."""
    here, said = (*path, slot.name), _joined(words, slot.description)
    many, needed, added = many or slot.many, needed and slot.required, added or slot.added
    origin: Literal["data", "added"] = "added" if added else "data"
    name = ".".join(here)
    if isinstance(slot.form, Leaf):
        yield Column(name, here, slot.form, said, many, required=needed and not many, origin=origin)
        if slot.form.kinds and NAMED.issuperset(slot.form.kinds):
            yield Column(name + NAME, here, Leaf("string"), f"{name} 一列的名称，方便人看。", many, origin="name")
    elif slot.many and _holds_lists(slot.form):
        yield Column(name, here, Leaf("string"), said, json=True, origin=origin)
    else:
        for inner in slot.form.slots:
            yield from _walk(inner, here, said, many, needed, added)


@cache
def columns(kind: str) -> tuple[Column, ...]:
    """Return the columns of a kind of record, the id first, our address last.

    Args:
        kind: A kind of :data:`generator.tables.FILES`.
    """
    return tuple(column for slot in shape_of(kind).slots for column in _walk(slot, (), "", False, True, False))
