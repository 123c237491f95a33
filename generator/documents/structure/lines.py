"""The lines of a text, cut so that joined they give the text again; blank lines belong to the line before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

CELL_BORDER: Final = re.compile(r"\s\|(?=\s|\||$)")
STRIPPED: Final = " \t\r\f\v\u3000\u00a0\u2002\u2003\u2009\u200b\ufeff"
SENTENCE_END: Final = re.compile(r"[。！？!?；;：:…][”’\"）)】〕]?$|[”’\"）)】〕]$")
WRAP_AT_LEAST: Final = 18
WRAP_AT_MOST: Final = 120
WRAP_SHARE: Final = 0.3
"""Part of the lines that must be about equally long before a text counts as hard-wrapped."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a part of one where a heading is glued to it."""

    start: int
    end: int
    """Behind its line end and the blank lines that follow."""
    at: int
    """Offset of the first character of its words."""
    number: int
    """From 1, of the line of the text where it starts."""
    words: str
    """Without white space at the ends."""
    indented: bool = False
    """Starts with white space, as a new paragraph does."""
    gap: bool = False
    """A blank line follows."""
    part: bool = False
    """Cut out of a longer line."""

    @property
    def cells(self) -> bool:
        """A row of a table, or what a table left: at least two borders, or a border at its end."""
        return self.words.endswith((" |", "||")) or len(CELL_BORDER.findall(self.words)) >= 2


def split_lines(text: str) -> tuple[Line, ...]:
    """Cut a text into its lines; leading blank lines belong to the first one, white space alone is one empty line."""
    raws = text.split("\n")
    starts = [0]
    for raw in raws[:-1]:
        starts.append(starts[-1] + len(raw) + 1)
    filled = [index for index, raw in enumerate(raws) if raw.strip(STRIPPED)]
    if not filled:
        return (Line(0, len(text), 0, 1, ""),) if text else ()
    lines: list[Line] = []
    for order, index in enumerate(filled):
        raw = raws[index]
        following = filled[order + 1] if order + 1 < len(filled) else len(raws)
        end = starts[following] if following < len(raws) else len(text)
        lead = len(raw) - len(raw.lstrip(STRIPPED))
        first = order == 0
        start, number = (0, 1) if first else (starts[index], index + 1)
        gap = following - index > 1
        lines.append(Line(start, end, starts[index] + lead, number, raw.strip(STRIPPED), lead > 0, gap))
    return tuple(lines)


def cut(line: Line, index: int) -> tuple[Line, Line]:
    """Cut a line in two before the character ``index`` of its words."""
    head, tail = line.words[:index], line.words[index:]
    at = line.at + index
    first = Line(line.start, at, line.at, line.number, head.rstrip(STRIPPED), line.indented, False, True)
    lead = len(tail) - len(tail.lstrip(STRIPPED))
    return first, Line(at, line.end, at + lead, line.number, tail.strip(STRIPPED), False, line.gap, True)


def fold(words: str) -> str:
    """Form for comparison: no white space, half-width characters."""
    return "".join(unicodedata.normalize("NFKC", words).split())


def wrap_width(lines: Sequence[Line]) -> int:
    """Length at which an export broke its lines, or 0 where lines are whole paragraphs.

    A text is hard-wrapped when many of its lines are about as long as the longest ordinary one and most of
    these end inside a sentence.
    """
    lengths = sorted(len(line.words) for line in lines if not line.cells and len(line.words) >= 8)
    if len(lengths) < 4:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    if not WRAP_AT_LEAST <= width <= WRAP_AT_MOST:
        return 0
    full = [line for line in lines if width * 0.88 <= len(line.words) <= width * 1.12 and not line.cells]
    inside = sum(1 for line in full if not SENTENCE_END.search(line.words))
    return width if len(full) >= max(3, WRAP_SHARE * len(lengths)) and inside >= 0.5 * len(full) else 0
