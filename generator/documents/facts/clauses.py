"""Sentences and clauses of running text, by offsets. Wrapped lines are joined; commas inside numbers and brackets do not cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

LONGEST_SENTENCE: Final = 1500
"""A longer run without a stop is no sentence of a document; it is read in pieces, so that time stays linear."""
_STOP: Final = re.compile(
    r"[。！？!?]|\n[ \t]*\n|\n(?=[ \t]*(?:\d{1,3}[.、．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、"
    r"|第[一二三四五六七八九十\d]{1,4}[章节篇编]|——|[①-⑳]))"
)
_COMMA: Final = re.compile(r"[，；;：\n]|,(?!\d{3}(?!\d))|(?<!\d):|:(?!\d)")


def sentences(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the spans of sentences: 。！？, a blank line, or a line break before a numbered item ends one."""
    begin = start
    for stop in _STOP.finditer(text, start):
        yield from _pieces(begin, stop.start())
        begin = stop.end()
    yield from _pieces(begin, len(text))


def _pieces(begin: int, end: int) -> Iterator[tuple[int, int]]:
    for piece in range(begin, end, LONGEST_SENTENCE):
        yield piece, min(end, piece + LONGEST_SENTENCE)


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of a sentence's clauses, without their commas. A comma inside brackets does not end one."""
    spans: list[tuple[int, int]] = []
    begin = start
    for comma in _COMMA.finditer(text, start, end):
        if _open_bracket(text, begin, comma.start()):
            continue
        spans.append((begin, comma.start()))
        begin = comma.end()
    spans.append((begin, end))
    return [(first, last) for first, last in spans if text[first:last].strip()]


def _open_bracket(text: str, begin: int, place: int) -> bool:
    before = text[max(begin, place - 60) : place]
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))
