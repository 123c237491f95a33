"""What follows the text of a document on the same page: its signature, its annexes, further documents issued with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from generator.documents.structure.frame import OFFICE, TITLE_WORD
from generator.documents.structure.headings import read_mark
from generator.documents.structure.lines import Line, fold
from generator.text.dates import is_date_line

ISSUED: Final = re.compile(r"《(?P<title>[^《》\n]{4,60}(?:《[^《》\n]{1,40}》[^《》\n]{0,20})?)》")
LONGEST_BARE: Final = 60
LONGEST_REST: Final = 25
SHORTEST_WRAPPED: Final = 10
"""A title that runs over two lines is at least so long on the first."""
MOST_TITLE_LINES: Final = 3
MOST_ISSUERS: Final = 8


def signature_end(lines: Sequence[Line], first: int, end: int) -> int:
    """Find the line behind a signature inside the text (issuers, then a date alone), or ``first`` where there is none.

    It stands there where annexes follow the document that is signed.
    """
    position = first
    while position < min(end, first + MOST_ISSUERS) and OFFICE.match(lines[position].words):
        position += 1
    signed = first < position < end and is_date_line(lines[position].words)
    return position + 1 if signed else first


def is_bare_title(line: Line) -> bool:
    """Say whether a line could be a title that stands alone: short, without number and stop."""
    words = line.words
    return len(words) <= LONGEST_BARE and read_mark(words) is None and not line.cells and not words.endswith(("。", "：", ":", "；"))


def annex_title(lines: Sequence[Line], first: int, end: int) -> tuple[str, int]:
    """Read the title of an annex that stands below its label, on one line or on several.

    Returns:
        The title, empty where there is none, and the index of the line behind it.
    """
    if first >= end or not is_bare_title(lines[first]):
        return "", first
    title = ""
    for position in range(first, min(end, first + MOST_TITLE_LINES)):
        if not is_bare_title(lines[position]) or lines[position].words.startswith(("（", "(")):
            break
        title += lines[position].words
        if TITLE_WORD.search(title):
            return title, position + 1
    if first + 2 < end and _goes_on(lines[first], lines[first + 1], lines[first + 2]):
        return lines[first].words + lines[first + 1].words, first + 2
    return lines[first].words, first + 1


def _goes_on(line: Line, following: Line, after: Line) -> bool:
    """A second short line between a title and the first numbered heading is the rest of the title."""
    mark = read_mark(after.words)
    plain = is_bare_title(following) and len(following.words) <= LONGEST_REST and not following.words.startswith(("（", "("))
    return plain and len(line.words) >= SHORTEST_WRAPPED and mark is not None and mark.kind in ("han", "chapter", "section", "part")


def issued_titles(texts: Iterable[str]) -> frozenset[str]:
    """Titles that a covering notice says are issued with it (《…办法》和《…规定》), in the form for comparison."""
    return frozenset(fold(found["title"]) for text in texts for found in ISSUED.finditer(text))
