"""Unfolding nested data into flat records.

In the data a target stands inside its task and a task inside its section, so that nobody types an owner twice. Here each
becomes a record of its own, which names its owner by id.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model import RECORDS
from generator.source.load import Path


@dataclass(frozen=True, slots=True)
class Placed:
    """One record's value before validation, with where it stands."""

    kind: str
    path: Path
    value: dict[str, Any]
    given: tuple[str, ...]
    """Fields that the place supplied; writing them in the data is a mistake."""


def _owner_fields(parent_kind: str, parent_id: object, child_kind: str) -> dict[str, Any]:
    if parent_kind == "division" and child_kind == "division":
        return {"parent": parent_id}
    if parent_kind == "division" and child_kind in {"task", "result"}:
        return {"division": parent_id}
    return {"owner": parent_id}


def _ids(entries: list[Any]) -> list[str]:
    return [entry["id"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str)]


def unfold(kind: str, value: dict[str, Any], path: Path, placed: dict[str, Any]) -> Iterator[Placed]:
    """Yield the record at ``path`` and, after it, every record nested in it.

    Args:
        kind: Kind of the outer record.
        value: Its mapping as read; not changed.
        path: Where it stands in its file.
        placed: Field values that follow from the place, such as ``{"plan": …}``.
    """
    model = RECORDS[kind]
    own = dict(value)
    nested: list[tuple[str, str, list[Any]]] = []
    for name, child_kind in model.NESTED.items():
        entries = own.get(name)
        if isinstance(entries, list):
            nested.append((name, child_kind, entries))
            if name in model.model_fields:
                own[name] = _ids(entries)
            else:
                del own[name]
    supplied = {name: given for name, given in placed.items() if name in model.model_fields}
    yield Placed(kind, path, supplied | own, tuple(supplied))
    for name, child_kind, entries in nested:
        for number, entry in enumerate(entries):
            inner = {"plan": placed.get("plan")} | _owner_fields(kind, value.get("id"), child_kind)
            yield from unfold(child_kind, entry if isinstance(entry, dict) else {"": entry}, (*path, name, number), inner)
