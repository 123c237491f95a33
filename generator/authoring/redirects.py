"""``data/redirects.yml``: ids that were retired, and what stands in their place."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from generator.authoring.change import change, node_of
from generator.authoring.tree import Entry, Group, Tree
from generator.source import load

FILE: Final = "redirects.yml"
KEY: Final = "redirects"
START: Final = f"# yaml-language-server: $schema=schema/redirects.schema.json\n{KEY}: []\n"


def _rows(text: str) -> list[Any]:
    source = load(text.encode(), FILE)[0] if text.strip() else None
    rows = source.value.get(KEY) if source is not None and isinstance(source.value, dict) else None
    return rows if isinstance(rows, list) else []


def retired(text: str) -> list[str]:
    """Return the ids that a text of redirects retires."""
    return [row["from"] for row in _rows(text) if isinstance(row, dict) and isinstance(row.get("from"), str)]


def add_redirect(text: str, old: str, new: str, since: date, reason: str) -> str:
    """Record that an id is retired.

    Args:
        text: The file as it is; empty where there is none yet.
        old: The retired id.
        new: The id, or the address with a slash at its end, that stands in its place.
        since: The day from which.
        reason: Why, in one line.

    Returns:
        The file with one more entry ``{from, to, since, reason}``. Entries that led to the retired id lead to the new one.
    """
    entry = Entry(node_of({"from": old, "to": new, "since": since.isoformat(), "reason": reason}))

    def edit(tree: Tree) -> None:
        rows = tree.root.get(KEY)
        if rows is None or not isinstance(rows.value, Group):
            rows = Entry(Group(is_map=False), KEY)
            tree.root.entries.append(rows)
        if isinstance(rows.value, Group):
            _lead_on(rows.value, old, new)
            rows.value.entries.append(entry)

    return change(text if text.strip() else START, FILE, edit)


def _lead_on(rows: Group, old: str, new: str) -> None:
    for row in rows.entries:
        target = row.value.get("to") if isinstance(row.value, Group) else None
        if target is not None and getattr(target.value, "value", None) == old:
            target.value = node_of(new)
