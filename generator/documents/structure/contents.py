"""Tables of contents: on lines of their own, with or without page numbers, or run together on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.documents.structure.headings import FIXED, is_heading_title, read_mark
from generator.documents.structure.lines import Line, fold

CONTENTS: Final = re.compile(r"^[【\[]?目\s*[录錄次]\s*[】\]]?[:：]?(?P<rest>.*)$")
PAGE_TAIL: Final = re.compile(r"(?:[.．·…‥]{2,}|[ \t\u3000]+|-{3,})[ \t]*-?[0-9]{1,3}-?$")
DOTS: Final = re.compile(r"(?:\.{3,}|…{2,}|·{3,}|．{3,})\s*[0-9]{0,3}$")
RUN_TOGETHER: Final = re.compile(r"第[\s　]*[一二三四五六七八九十0-9]{1,4}[\s　]*[编篇章节]|(?:(?<=\s)|^)[一二三四五六七八九十]{1,3}、")


def contents_end(lines: Sequence[Line], first: int, end: int) -> int:
    """Find the line behind a table of contents that starts at ``first``, or ``first`` where there is none.

    Its entries are heading-like lines, with or without page numbers; it ends where its first entry comes again.
    """
    found = CONTENTS.match(lines[first].words) if first < end else None
    if found is None:
        return first
    rest = found["rest"].strip()
    if rest and len(RUN_TOGETHER.findall(rest)) < 2:
        return first
    position = first + 1
    first_entry = ""
    while position < end:
        words = lines[position].words
        entry = _entry_key(words)
        if (first_entry and entry == first_entry) or (rest and _repeats(entry, rest)):
            return position
        if not _is_entry(words):
            break
        first_entry = first_entry or entry
        position += 1
    return _without_body_heading(lines, first + 1, position, end)


def _without_body_heading(lines: Sequence[Line], first: int, position: int, end: int) -> int:
    """A heading right after 目录 that is not repeated and has text below it is the body's."""
    paged = any(PAGE_TAIL.search(line.words) for line in lines[first:position])
    if position - first == 1 and not paged and position < end and len(lines[position].words) > 60:
        return first
    return position


def _entry_key(words: str) -> str:
    return fold(DOTS.sub("", PAGE_TAIL.sub("", words)))


def _repeats(entry: str, run_together: str) -> bool:
    return len(entry) >= 4 and fold(run_together).startswith(entry)


def _is_entry(words: str) -> bool:
    if DOTS.search(words) or len(RUN_TOGETHER.findall(words)) >= 3:
        return True
    if len(words) > 70 or "。" in words:
        return False
    mark = read_mark(words)
    return (
        mark is not None and (mark.kind in FIXED or is_heading_title(mark.kind, mark.rest) or mark.kind in ("preface", "terms", "annex"))
    ) or bool(PAGE_TAIL.search(words) and not words.endswith("年"))
