"""Told differences as the data file that keeps them: ``data/changes/<date>.yml``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date

from generator.changes.words import Told
from generator.model import Change

HEAD = """# yaml-language-server: $schema=../schema/changes.schema.json
# 由 minggui diff --write 写成。句子可以改得更好懂；更正请加 correction: true，并写 reason（错在哪里）。
changes:
"""


def _entry(told: Told, number: int, day: date, reason: str | None) -> Change:
    difference = told.difference
    values = {
        "id": f"{day.isoformat()}-{number:03}",
        "date": day,
        "what": difference.what,
        "kind": difference.kind,
        "subject": difference.id,
        "plan": difference.plan or None,
        "field": difference.field or None,
        "about": told.about,
        "text": told.text,
        "old": told.old or None,
        "new": told.new or None,
        "units": difference.units,
        "correction": reason is not None,
        "reason": reason or None,
    }
    return Change.model_validate(values)


def kept(before: Sequence[Change], told: Iterable[Told], day: date, reason: str | None = None) -> list[Change]:
    """Return the entries of a day's file: those that it has, then the new ones, minor differences left out.

    Args:
        before: What the file of this day holds already; told again, a difference is not entered twice.
        told: The differences.
        day: The date of the later edition.
        reason: Where all of them mend a mistake: what was wrong. Empty where that is not said.
    """
    out = list(before)
    known = {(entry.subject, entry.text) for entry in before}
    number = max((entry.number for entry in before), default=0)
    for one in told:
        if not one.minor and (one.difference.id, one.text) not in known:
            number += 1
            out.append(_entry(one, number, day, reason))
    return out


def file_text(entries: Sequence[Change]) -> str:
    """Return the data file of these entries: one field a line, nothing that is empty."""
    lines = []
    for entry in entries:
        values = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for place, (name, value) in enumerate(values.items()):
            # JSON is YAML, and quotes whatever could be read otherwise.
            said = value if name in {"id", "date", "what", "kind", "subject", "plan"} else json.dumps(value, ensure_ascii=False)
            lines.append(f"{'    ' if place else '  - '}{name}: {said}")
    return HEAD + "".join(f"{line}\n" for line in lines)
