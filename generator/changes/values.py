"""What a statement of a record says, in the words that pages use."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel

from generator.changes.shorten import cut
from generator.graph import Graph, references
from generator.model import Indicator, Plan, Record, Result, Target, Task
from generator.model.base import Figure
from generator.model.plan import Adoption, BoxGroup, Implemented, Period
from generator.model.task import Base, Evidence, RelatedTask, Role
from generator.pages.phrases import base_of, done_of, figure_words, task_number, value_of
from generator.pages.words import (
    DIRECTIONS,
    NOTE_KINDS,
    PLACE_KINDS,
    PLAN_KINDS,
    QUANTITIES,
    TERM_BASES,
    UNIT_KINDS,
    UPDATE_STATUSES,
)
from generator.text.numbers import plain

CHOICES: dict[tuple[str, str], dict[str, str]] = {
    ("plan", "kind"): PLAN_KINDS,
    ("unit", "kind"): UNIT_KINDS,
    ("place", "kind"): PLACE_KINDS,
    ("note", "kind"): NOTE_KINDS,
    ("indicator-definition", "quantity"): QUANTITIES,
    ("indicator-definition", "direction"): DIRECTIONS,
    ("term", "basis"): TERM_BASES,
    ("update", "status"): UPDATE_STATUSES,
}


LONGEST_NAME = 120


def quoted(text: str) -> str:
    """Quote a text, a very long one without its middle; quotes inside become inner ones."""
    return f"“{cut(text, LONGEST_NAME).replace('“', '‘').replace('”', '’')}”"


def name_of(record: Record) -> str:
    """Return what people call a record."""
    if isinstance(record, Plan):
        return record.short_title
    if isinstance(record, Task):
        return task_number(record) or record.title
    return next((str(value) for name in ("name", "title", "term", "metric") if (value := getattr(record, name, None))), record.id)


def _part(part: BaseModel, graph: Graph, record: Record) -> str:
    """Say one group of fields."""
    match part:
        case Role():
            return _named(graph, ("unit",), part.unit)
        case RelatedTask():
            return f"{_named(graph, ('task',), part.task)}（{part.reason}）"
        case Figure():
            definition = graph.definitions.get(record.definition) if isinstance(record, Indicator) else None
            measure = (record.measure if isinstance(record, Indicator) else None) or (definition.measure if definition else None)
            return figure_words(part, measure) + (f"（{part.year}年）" if part.year else "")
        case Base():
            return "".join(getattr(piece, "text", None) or str(piece) for piece in base_of(record)) if isinstance(record, Target) else ""
        case Period():
            return f"{part.start}—{part.end}年" if part.start != part.end else f"{part.start}年"
        case Implemented() | Evidence():
            return part.title
        case Adoption():
            return part.body + (f"（{part.date_.isoformat()}）" if part.date_ else "")
        case BoxGroup():
            return "：".join(filter(None, (part.head, part.text, "、".join(part.items))))
    stated = [(name, getattr(part, name)) for name in type(part).model_fields]
    return "，".join(_value(value, graph, record, name) for name, value in stated if value is not None)


def _named(graph: Graph, kinds: tuple[str, ...], identifier: str) -> str:
    found = graph.find(kinds, identifier)
    return name_of(found[0]) if found else identifier


def _value(value: object, graph: Graph, record: Record, field: str) -> str:
    """Say one value."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case int() | float():
            return plain(value)
        case date():
            return value.isoformat()
        case BaseModel():
            return _part(value, graph, record)
        case str():
            return CHOICES.get((record.KIND, field), {}).get(value, value)
    return str(value)


def _by(target: Target) -> str:
    """Say until when; a year that only follows from the plan's period is said to."""
    basis = "（原文未写，按规划期）" if target.by_basis == "plan-period" else "末" if target.by_basis == "period-end" else ""
    return (f"{target.by}年{basis}" if target.by else "") + ("（2035年远景）" if target.horizon == "2035" else "")


def items_of(graph: Graph, record: Record, field: str) -> tuple[str, ...] | None:
    """Return the entries of a list as words, or nothing where a statement is no list.

    Args:
        graph: The edition that the record is in.
        record: The record.
        field: Name of the statement.
    """
    model_field = next((name for name, info in type(record).model_fields.items() if (info.alias or name) == field), "")
    value = getattr(record, model_field, None)
    if not isinstance(value, tuple):
        return None
    inside = [ref for ref in references(record) if ref.path[0] == model_field and len(ref.path) == 2]
    named = {ref.path[1]: _named(graph, ref.kinds, ref.id) for ref in inside}
    return tuple(named.get(number) or _value(entry, graph, record, field) for number, entry in enumerate(value))


def words_of(graph: Graph, record: Record, field: str) -> str:
    """Say what a record states in a field; empty where it states nothing.

    Args:
        graph: The edition that the record is in.
        record: The record.
        field: Name of the statement (see :func:`generator.changes.fields.fields_of`).
    """
    if isinstance(record, Target) and field == "value":
        return value_of(record)
    if isinstance(record, Target) and field == "by":
        return _by(record)
    if isinstance(record, Result) and field == "value":
        return done_of(record)
    if field == "id":
        return record.id
    entries = items_of(graph, record, field)
    if entries is not None:
        return ("；" if field in {"measures", "highlights", "notes", "groups"} else "、").join(entries)
    model_field = next((name for name, info in type(record).model_fields.items() if (info.alias or name) == field), "")
    for ref in references(record):
        if ref.path == (model_field,):
            return _named(graph, ref.kinds, ref.id)
    return _value(getattr(record, model_field, None), graph, record, field)
