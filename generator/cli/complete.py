"""Shell completion of record ids. Files are searched as text: reading all records would take seconds at every press of the key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from generator.dataset.layout import kind_of
from generator.dataset.read import data_files
from generator.model.identity import LOCAL_ID

_NAME = r"(?:name|term|title):[ \t]*"
_RECORD = re.compile(rf"^[ \t]*(?:-[ \t]+)?\{{?id:[ \t]*([a-z0-9-]+)(?:,[ \t]*{_NAME}([^,}}\n]+)|\n[ \t]*{_NAME}(.+))?", re.MULTILINE)
_FILES = {
    "region": "regions",
    "plan": "plan",
    "division": "chapter",
    "task": "chapter",
    "indicator-definition": "indicator-definitions",
    "indicator-row": "indicators",
    "box": "boxes",
    "unit": "units",
    "project": "projects",
    "place": "places",
    "topic": "topics",
    "audience": "audiences",
    "term": "terms",
}
"""Kind of record → the kind of file in which it stands."""
MOST = 200

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def records_named(kinds: Iterable[str]) -> Complete:
    """Make the completion of ids of some kinds; of all that have files of their own where none is named."""
    wanted = tuple(kinds) or tuple(_FILES)

    def complete(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        root = Path(context.params.get("root") or ".")
        return [CompletionItem(identifier, help=name) for identifier, name in _ids(root, wanted, incomplete)][:MOST]

    return complete


def _ids(root: Path, kinds: tuple[str, ...], start: str) -> list[tuple[str, str]]:
    base = root / "data"
    found: dict[str, str] = {}
    for path in data_files(base) if base.is_dir() else []:
        of = kind_of(path.relative_to(base).as_posix())
        own = [kind for kind in kinds if of is not None and _FILES.get(kind) == of[0].name]
        if not own:
            continue
        for match in _RECORD.finditer(path.read_text(encoding="utf-8", errors="replace")):
            if match[1].startswith(start) and _fits(match[1], own, of[1] if of else None):
                found.setdefault(match[1], (match[2] or match[3] or "").strip())
    return sorted(found.items())


def _fits(identifier: str, kinds: list[str], plan: str | None) -> bool:
    """Tell tasks from divisions and both from targets by the form of their ids."""
    patterns = [LOCAL_ID[kind] for kind in kinds if kind in LOCAL_ID]
    if plan is None or not patterns or len(patterns) < len(kinds):
        return True
    return any(pattern.match(identifier.removeprefix(f"{plan}-")) for pattern in patterns)
