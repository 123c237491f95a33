"""Changing values in a file of YAML without touching the rest of it.

ruamel.yaml keeps comments, but writes white space, quotes and folded lines its own way. So it writes the file twice, before and
after the change, and only the lines that differ between the two are taken over into the text as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from generator.source import load

LONG = 3000
"""Lines from which the comparison takes popular lines for junk, or it would be quadratic."""


def _writer() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dumped(yaml: YAML, value: CommentedMap) -> str:
    out = StringIO()
    yaml.dump(value, out)
    return out.getvalue()


def change(text: str, edit: Callable[[CommentedMap], None]) -> str:
    """Return the text with what ``edit`` changed; all other lines are the same bytes.

    Args:
        text: A file that our own reader accepts.
        edit: Changes the file's value in place.
    """
    yaml = _writer()
    value: Any = yaml.load(text)
    before = _dumped(yaml, value)
    edit(value)
    after = _dumped(yaml, value)
    if before == after:
        return text
    made = spliced(text, before, after)
    read, wanted = load(made.encode(), "")[0], load(after.encode(), "")[0]
    same = read is not None and wanted is not None and read.value == wanted.value
    return made if same else after


def spliced(text: str, before: str, after: str) -> str:
    """Take over into a text the lines that differ between two others, of which the first says the same as it.

    Args:
        text: The text as people wrote it.
        before: The same as a program writes it.
        after: What the program writes after a change.
    """
    mine, base, theirs = (part.splitlines(keepends=True) for part in (text, before, after))
    place = _places(mine, base)
    result: list[str] = []
    position = 0
    for start, end, first, last in _changes(base, theirs):
        result += mine[position : place[start]]
        result += theirs[first:last]
        position = max(place[end], place[start])
    return "".join(result + mine[position:])


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield which lines of one become which of the other. What both share at their ends is not compared: repeats make that slow."""
    head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = min(len(old), len(new)) - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    matcher = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=len(old) > LONG)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield start + head, end + head, first + head, last + head


def _places(mine: list[str], base: list[str]) -> list[int]:
    """For each line of what ruamel wrote (and the end), the line of the text that stands for it."""
    place = [0] * (len(base) + 1)
    position = behind = 0
    for first, last, start, end in _changes(mine, base):
        for index in range(behind, start):
            place[index] = position + index - behind
        for index in range(start, end):
            place[index] = min(first + index - start, last)
        position, behind = last, end
    for index in range(behind, len(base) + 1):
        place[index] = position + index - behind
    return place
