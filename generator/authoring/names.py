"""Finding a record by what a person types, and finding what is there already under a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.dataset import Dataset
from generator.model import Record
from generator.model.identity import KINDS
from generator.text.nearest import nearest
from generator.text.widths import folded

NEAR: Final = 0.75
"""Likeness from which two names may mean the same thing."""
PERHAPS: Final = 0.6
"""Likeness from which a name is worth a look: 旗发展改革委 and 旗发改委 are one, 旗民政局 and 旗财政局 are not; a person decides."""
REGISTERED: Final = {("unit",), ("place",), ("topic",), ("audience",)}
"""Kinds that a register holds: what names one of them may have come before it."""


@dataclass(frozen=True, slots=True)
class Known:
    """A record that is there already under a name like the one wanted."""

    record: Record
    name: str
    """The name that is like it."""
    same: bool
    """Whether it is the same name, not only one like it."""


def names_of(record: Record) -> Iterator[str]:
    """Yield everything that a record is called."""
    for field in ("name", "term", "title", "short_title"):
        value = getattr(record, field, None)
        if isinstance(value, str):
            yield value
    for field in ("aliases", "synonyms"):
        yield from getattr(record, field, ())


def called(record: Record) -> str:
    """Return what a record is called first, or its id."""
    return next(names_of(record), record.id)


def find(dataset: Dataset, kinds: Iterable[str], typed: str, regions: frozenset[str] = frozenset()) -> Record | str:
    """Return the record that a person means by an id or a name.

    Args:
        dataset: The data.
        kinds: Kinds that may be meant.
        typed: An id or a name.
        regions: Where several have the name, those of these regions are meant.

    Returns:
        The record, or in Chinese why none is meant.
    """
    kinds = tuple(kinds)
    shelves = [dataset.records.get(kind, {}) for kind in kinds]
    for shelf in shelves:
        if typed in shelf:
            return shelf[typed]
    wanted = folded(typed)
    records = [record for shelf in shelves for record in shelf.values()]
    named = [record for record in records if any(folded(name) == wanted for name in names_of(record))]
    if len(named) > 1:
        named = [record for record in named if getattr(record, "region", "") in regions] or named
    words = "或".join(KINDS[kind] for kind in kinds)
    if len(named) == 1:
        return named[0]
    if named:
        return f"叫“{typed}”的{words}不止一个，请写编号：" + "、".join(record.id for record in named[:8])
    candidates = {name: record.id for record in records for name in (record.id, *names_of(record))}
    near = list(dict.fromkeys(candidates[name] for name in nearest(typed, candidates, 3)))
    tail = "；是不是：" + "、".join(near) if near else ""
    first = f"；还没有登记的，先运行 minggui new {kinds[0]}" if kinds in REGISTERED else ""
    return f"没有编号或名称是“{typed}”的{words}{tail}{first}"


def known(dataset: Dataset, kind: str, name: str, within: dict[str, str]) -> Known | None:
    """Return the record of a kind that has a name already, or the one whose name is most like it.

    Args:
        dataset: The data.
        kind: Kind of the record that is to be made.
        name: Its name.
        within: Fields that must be equal for two records to be in each other's way, such as the region.
    """
    candidates: dict[str, tuple[Record, str]] = {}
    for record in dataset.records.get(kind, {}).values():
        if all(getattr(record, field) == value for field, value in within.items()):
            for own in names_of(record):
                candidates.setdefault(folded(own), (record, own))
    wanted = folded(name)
    if wanted in candidates:
        return Known(*candidates[wanted], same=True)
    near = nearest(wanted, candidates, cutoff=NEAR)
    return Known(*candidates[near[0]], same=False) if near else None


def likeliest(dataset: Dataset, record: Record) -> Known | None:
    """Return the other record that is most likely the same thing by its name: a shared name first, else the nearest one.

    Args:
        dataset: The data.
        record: A record that is perhaps there twice. Records of a plan are compared within it, units and places within their region.
    """
    fields = [field for field in ("plan", "region") if getattr(record, field, None)]
    candidates: dict[str, tuple[Record, str]] = {}
    for other in dataset.records[record.KIND].values():
        if other.id != record.id and all(getattr(other, field) == getattr(record, field) for field in fields):
            for own in names_of(other):
                candidates.setdefault(folded(own), (other, own))
    names = [folded(name) for name in names_of(record)]
    for name in names:
        if name in candidates:
            return Known(*candidates[name], same=True)
    near = (found for name in names for found in nearest(name, candidates, cutoff=PERHAPS))
    first = next(near, None)  # by what it is called first, then by its other names
    return Known(*candidates[first], same=False) if first else None
