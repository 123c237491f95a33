"""Finding every reference that a record holds, from the types of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from generator.model import Record
from generator.model.base import Part
from generator.model.identity import Ref
from generator.source.load import Path


@dataclass(frozen=True, slots=True)
class Reference:
    """One id inside a record that names another record."""

    path: Path
    """Where it stands inside the record."""
    kinds: tuple[str, ...]
    """Kinds that it may name; ``("*",)`` for any."""
    id: str


@dataclass(frozen=True, slots=True)
class _Slot:
    """A field that holds references, directly or inside parts."""

    name: str
    kinds: tuple[str, ...] | None
    part: bool


def _ref_in(annotation: object) -> Ref | None:
    """Return the :class:`Ref` anywhere inside an annotation such as ``tuple[UnitId, ...] | None``."""
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        return next((m for m in metadata if isinstance(m, Ref)), None) or _ref_in(inner)
    return next((found for found in map(_ref_in, get_args(annotation)) if found), None)


def _holds_part(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_part(inner) for inner in get_args(annotation))


@cache
def _slots(model: type[Part]) -> tuple[_Slot, ...]:
    slots = []
    for name, field in model.model_fields.items():
        direct = next((m for m in field.metadata if isinstance(m, Ref)), None) or _ref_in(field.annotation)
        part = direct is None and _holds_part(field.annotation)
        if direct or part:
            slots.append(_Slot(name, direct.kinds if direct else None, part))
    return tuple(slots)


def _walk(part: Part, path: Path) -> Iterator[Reference]:
    for slot in _slots(type(part)):
        value = getattr(part, slot.name)
        entries: list[tuple[Path, Any]]
        if isinstance(value, tuple):
            entries = [((*path, slot.name, number), entry) for number, entry in enumerate(value)]
        else:
            entries = [((*path, slot.name), value)]
        for where, entry in entries:
            if isinstance(entry, Part):
                yield from _walk(entry, where)
            elif isinstance(entry, str) and slot.kinds is not None:
                yield Reference(where, slot.kinds, entry)


def references(record: Record) -> Iterator[Reference]:
    """Yield every reference of a record in the order of its fields."""
    return _walk(record, ())
