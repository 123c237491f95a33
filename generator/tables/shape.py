"""The form of a published record as a tree, read from the types of its model: leaves, groups of fields, lists of either."""

from __future__ import annotations

import types
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model import RECORDS, Verification
from generator.model.base import Part
from generator.model.identity import ID_PATTERN, Ref
from generator.tables.added import ADDED, LOCATED

Scalar = Literal["string", "integer", "number", "boolean", "date"]
SCALARS: dict[object, Scalar] = {str: "string", int: "integer", float: "number", bool: "boolean", date: "date"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value."""

    type: Scalar
    kinds: tuple[str, ...] = ()
    """The kinds of record that the value names; ``("*",)`` for any, empty for a value that names none."""
    choices: tuple[str, ...] = ()
    is_id: bool = False
    """The value is an id, whose letters need no guard."""


@dataclass(frozen=True, slots=True)
class Group:
    """Several named values that stand together."""

    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a record or of a group."""

    name: str
    form: Leaf | Group
    description: str
    many: bool = False
    optional: bool = False
    """May be null; a list never is."""
    required: bool = False
    """Has to be written in the data."""
    added: bool = False
    """Not in the data: worked out when it is published."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What an annotation says, while it is taken apart."""

    form: Leaf | Group
    many: bool = False
    optional: bool = False


def _leaf(kind: Scalar, metadata: tuple[object, ...], choices: tuple[str, ...] = ()) -> Leaf:
    reference = next((m for m in metadata if isinstance(m, Ref)), None)
    patterns = {getattr(inner, "pattern", None) for m in metadata for inner in (m, *getattr(m, "metadata", ()))}
    return Leaf(kind, reference.kinds if reference else (), choices, bool(reference) or ID_PATTERN in patterns)


def _take_apart(annotation: object, metadata: tuple[object, ...] = ()) -> _Found:
    """Read an annotation such as ``tuple[Annotated[str, ...], ...] | None``.

    Raises:
        TypeError: for a form that no table can hold, so that a new field shows up in the tests and not in a re-user's program.
    """
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _take_apart(inner[0], (*inner[1:], *metadata))
    if origin in (Union, types.UnionType):
        rest = [part for part in inner if part is not type(None)]
        if set(rest) == {int, float}:
            return _Found(_leaf("number", metadata), optional=len(rest) < len(inner))
        if len(rest) == 1:
            found = _take_apart(rest[0], metadata)
            return _Found(found.form, found.many, True)
    if origin is tuple and inner[1:] == (...,):
        return _Found(_take_apart(inner[0], metadata).form, many=True)
    if origin is Literal:
        return _Found(_leaf("string", metadata, tuple(map(str, inner))))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _Found(_group(annotation))
    if annotation in SCALARS:
        return _Found(_leaf(SCALARS[annotation], metadata))
    raise TypeError(f"no column for {annotation!r}")


def _slot(name: str, field: FieldInfo, added: bool = False) -> Slot:
    found = _take_apart(field.annotation, tuple(field.metadata))
    return Slot(
        name=field.alias or name,
        form=found.form,
        description=(field.description or "").replace("\n", ""),
        many=found.many,
        optional=found.optional and not found.many,
        required=field.is_required() and not added,
        added=added,
    )


def _group(model: type[BaseModel], without: frozenset[str] = frozenset(), added: bool = False) -> Group:
    return Group(tuple(_slot(name, field, added) for name, field in model.model_fields.items() if name not in without))


def _located(slot: Slot) -> Slot:
    """A locator of the record itself also says where the document is published."""
    if slot.name not in LOCATED or not isinstance(slot.form, Group):
        return slot
    form = Group((*slot.form.slots, *_group(LOCATED[slot.name], added=True).slots))
    return Slot(slot.name, form, slot.description, slot.many, slot.optional, slot.required)


@cache
def shape_of(kind: str) -> Group:
    """Return the form of one published record: the fields of its model, then what publishing adds, our address last.

    Args:
        kind: A kind of :data:`generator.tables.FILES`.
    """
    slots = [_located(slot) for slot in _group(RECORDS[kind]).slots]
    extra: type[Part] | None = ADDED.get(kind)
    slots += _group(extra, added=True).slots if extra else ()
    if kind == "plan":
        compared = _group(Verification, frozenset({"id", "plan"}), added=True)
        slots.append(Slot("verification", compared, "最近一次和官方文件核对的结果。没有核对过就是空的", optional=True, added=True))
    own = {slot.name: slot for slot in slots}  # what publishing adds to may have a field of the same name: projects of a task
    own["url"] = Slot("url", Leaf("string"), "本站的地址。", added=True)
    return Group(tuple(own.values()))
