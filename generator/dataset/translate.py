"""The data in another language: the same records, with translated texts where there are any.

What is a fact stays as the document has it: numbers, measures, roles as printed, the metric of a target, the passage a fact stands in.
Names and our own sentences are what people read, and may be translated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.dataset.read import Dataset
from generator.language import Catalogue
from generator.language.collect import Text
from generator.model import Record

TRANSLATABLE: Final[Mapping[str, tuple[str, ...]]] = {
    "region": ("name",),
    "plan": ("title", "short_title", "summary", "highlights", "issuer"),
    "division": ("title", "summary"),
    "topic": ("name", "summary"),
    "audience": ("name", "summary"),
    "unit": ("name", "note"),
    "place": ("name",),
    "indicator-definition": ("name", "explanation"),
    "task": ("title", "summary", "meaning", "measures"),
    "project": ("name", "category", "stage", "scale"),
    "term": ("term", "explanation"),
    "note": ("text",),
    "update": ("text",),
    "change": ("about", "text"),
}
"""Kind of record → the fields that a translation may give, those first that most pages show."""
NAMES: Final[Mapping[str, str]] = {
    "plan": "short_title",
    "topic": "name",
    "audience": "name",
    "unit": "name",
    "place": "name",
    "indicator-definition": "name",
    "project": "name",
    "term": "term",
}
"""Kind of record → its name, which is kept beside a translated one, so that people find it by either."""


def _context(kind: str, field: str) -> str:
    return f"{kind}.{field}"


def _values(record: Record, field: str) -> tuple[str, ...]:
    value = getattr(record, field, None)
    return value if isinstance(value, tuple) else (value,) if value else ()


def content_texts(dataset: Dataset, kinds: tuple[str, ...]) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Yield the texts of the data that a translation may give, each once, with the records that say it.

    Args:
        dataset: The data.
        kinds: Which kinds of records, in this order.
    """
    for kind in kinds:
        said: dict[Text, list[str]] = {}
        for record in dataset.records.get(kind, {}).values():
            for field in TRANSLATABLE[kind]:
                for value in _values(record, field):
                    said.setdefault(Text(value, _context(kind, field)), []).append(f"{kind}/{record.id}")
        for text, records in said.items():
            yield text, tuple(dict.fromkeys(records))[:1]


def translated(dataset: Dataset, content: Catalogue) -> Dataset:
    """Return the data with the texts that a catalogue has for them.

    A translation belongs to the Chinese text and not to the record: where the text has changed, the page is Chinese again until
    somebody translates it anew.

    Args:
        dataset: The data in Chinese.
        content: The catalogue: context is kind and field, as in ``topic.name``.
    """
    contexts = {context for context, _ in content.texts}
    records = {
        kind: {identifier: _record(record, content) for identifier, record in own.items()}
        if any(_context(kind, field) in contexts for field in TRANSLATABLE.get(kind, ()))
        else own
        for kind, own in dataset.records.items()
    }
    return replace(dataset, records=records)


def _record(record: Record, content: Catalogue) -> Record:
    changes: dict[str, object] = {}
    for field in TRANSLATABLE[record.KIND]:
        value = getattr(record, field, None)
        own = tuple(content.said(text, _context(record.KIND, field)) for text in _values(record, field))
        if own != _values(record, field):
            changes[field] = own if isinstance(value, tuple) else own[0]
    name = NAMES.get(record.KIND, "")
    if name in changes:
        kept = "aliases" if hasattr(record, "aliases") else "synonyms"
        changes[kept] = (getattr(record, name), *getattr(record, kept))
    return record.model_copy(update=changes) if changes else record
