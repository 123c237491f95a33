"""The canonical form of the data: the order of fields, and what stands on one line. Chosen after how people write the files.

The order is the model's, except where the files have always had another one (:data:`HABIT`). A field that the model gains takes its
place behind the one that the model puts before it.
"""

from __future__ import annotations

from functools import cache
from typing import Final, get_args

from pydantic import BaseModel

from generator.model import RECORDS, Record
from generator.model.base import PLACED

HABIT: Final[dict[str, tuple[str, ...]]] = {
    "Plan": (
        *("id", "title", "short_title", "kind", "order", "regions", "period", "summary", "issuer", "document_number", "index_number"),
        *("category", "dated", "published", "adopted", "delivered", "validity", "aliases", "implements", "documents", "highlights"),
        "expected",
    ),
    "Division": (
        *("id", "kind", "parent", "label", "title", "title_basis", "order", "source", "inferred", "summary", "background"),
        *("targets", "results", "tasks", "children"),
    ),
    "Task": (
        *("id", "number", "title", "title_basis", "order", "source", "summary", "meaning", "measures", "targets", "topics", "audiences"),
        *("places", "projects", "indicators", "related", "leads", "participants"),
    ),
    "IndicatorDefinition": ("id", "name", "quantity", "measure", "topic", "explanation", "direction", "aliases", "synonyms"),
    "Indicator": (
        *("id", "number", "definition", "name", "group", "measure", "division", "source", "base", "target", "growth", "attribute"),
        *("providers", "notes", "targets"),
    ),
    "Figure": ("operator", "value", "value_max", "text", "year", "basis", "source"),
    "Unit": ("id", "name", "kind", "region", "parent", "aliases", "synonyms", "place", "members", "members_complete", "note"),
    "Topic": ("id", "name", "group", "order", "featured", "summary", "synonyms"),
    "Audience": ("id", "name", "order", "summary", "synonyms"),
}
"""Model → its fields, where the files order them otherwise than the model does."""

BLOCK_LISTS: Final = frozenset({"measures", "highlights", "items", "notes"})
"""Lists of sentences: one a line."""
BLOCK_ITEMS: Final = frozenset({"documents", "groups", "children", "tasks"})
"""Lists whose mappings take several lines."""
ONE_LINE_LISTS: Final = frozenset({"sources", "evidence"})
"""Lists of mappings that stand on one line with their key."""
ONE_LINE_RECORDS: Final = frozenset({"redirects"})
"""Lists of records that take one line each."""
FOLDED_LISTS: Final = frozenset({"synonyms"})
"""Long lists of words that are broken into lines."""
LONGEST_FOLDED: Final = 138
"""Columns of a folded list's line, where a Chinese character takes two."""


Model = type[BaseModel]


def _part(annotation: object) -> Model | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for found in map(_part, get_args(annotation)) if found), None)


@cache
def inner(model: Model | None, field: str) -> Model | None:
    """Return the model of what a field of a model holds, alone or in a list."""
    if model is None:
        return None
    if issubclass(model, Record) and field in model.NESTED:
        return RECORDS[model.NESTED[field]]
    found = next((f for name, f in model.model_fields.items() if field == (f.alias or name)), None)
    return _part(found.annotation) if found else None


@cache
def fields(model: Model) -> tuple[str, ...]:
    """Return the fields of a model in their canonical order, without those that follow from the place."""
    names = [f.alias or name for name, f in model.model_fields.items() if f.json_schema_extra != PLACED]
    if "id" in names:
        names = ["id", *(name for name in names if name != "id")]
    if issubclass(model, Record):
        names += [name for name in model.NESTED if name not in names]
    order = list(HABIT.get(model.__name__, ()))
    for number, name in enumerate(names):
        if name not in order:
            before = next((known for known in reversed(names[:number]) if known in order), None)
            order.insert(order.index(before) + 1 if before else 0, name)
    return tuple(order)
