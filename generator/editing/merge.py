"""What an edited field becomes in the data.

The published value of a field is more than the data holds: defaults are written out, projects of a task that only the project names are
added. So the value in the data is changed by what differs between the published value before and after, and by nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, Final

ABSENT: Final = object()
"""Stands for a field that is not written."""


class DerivedError(ValueError):
    """A list entry was taken away that other records put there; the message is for editors."""


def runs(old: list[Any], new: list[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Pair the entries of two lists: ``None`` stands for an entry that the other list does not have."""
    one, other = ([json.dumps(entry, ensure_ascii=False, default=str) for entry in part] for part in (old, new))
    for _, start, end, first, last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        paired = min(end - start, last - first)
        yield from zip(range(start, start + paired), range(first, first + paired), strict=True)
        yield from ((index, None) for index in range(start + paired, end))
        yield from ((None, index) for index in range(first + paired, last))


def _is_list_of_groups(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(entry, dict) for entry in value)


def merged(raw: Any, old: Any, new: Any) -> Any:  # noqa: ANN401  # values of YAML
    """Return what a value of the data becomes.

    Args:
        raw: The value in the data, or :data:`ABSENT`.
        old: The published value before the edit.
        new: The published value after it.

    Raises:
        DerivedError: where an entry is taken away that is not written here.
    """
    if old == new:
        return raw
    if new is None or new == []:
        new = ABSENT
    if isinstance(new, dict):
        return _group(raw, old, new)
    if _is_list_of_groups(new) and (_is_list_of_groups(old) or not old):
        return _groups(raw, old or [], new)
    if isinstance(old, list) and not _is_list_of_groups(old):
        return _scalars(raw, old, [] if new is ABSENT else new)
    return new


def _group(raw: Any, old: Any, new: dict[str, Any]) -> Any:  # noqa: ANN401
    mine = raw if isinstance(raw, dict) else {}
    before = old if isinstance(old, dict) else {}
    found = {key: merged(mine.get(key, ABSENT), before.get(key), new.get(key)) for key in [*mine, *new]}
    kept = {key: value for key, value in found.items() if value is not ABSENT}
    return in_order(kept, list(mine), list(new)) or ABSENT


def in_order(value: dict[str, Any], held: list[str], order: list[str]) -> dict[str, Any]:
    """Put new keys behind the nearest earlier one of ``order``; keys that were there stay where they are."""
    names = [key for key in held if key in value]
    for key in value:
        if key not in names:
            earlier = order[: order.index(key)] if key in order else []
            place = next((names.index(name) + 1 for name in reversed(earlier) if name in names), 0)
            names.insert(place, key)
    return {key: value[key] for key in names}


def _groups(raw: Any, old: list[Any], new: list[Any]) -> list[Any]:  # noqa: ANN401
    mine = raw if isinstance(raw, list) and len(raw) == len(old) else [merged(ABSENT, None, entry) for entry in old]
    out: list[tuple[int, Any]] = []
    for was, now in runs(old, new):
        if now is not None:
            value = merged(mine[was], old[was], new[now]) if was is not None else merged(ABSENT, None, new[now])
            out.append((now, value))
    return [value for _, value in sorted(out, key=lambda pair: pair[0]) if value is not ABSENT]


def _scalars(raw: Any, old: list[Any], new: list[Any]) -> Any:  # noqa: ANN401
    mine = raw if isinstance(raw, list) else []
    derived = [entry for entry in old if entry not in mine]
    gone = [entry for entry in derived if entry not in new]
    if gone:
        raise DerivedError(f"“{gone[0]}”是另一条记录写到这里的，请到那一条里删")
    return [entry for entry in new if entry not in derived] or ABSENT
