"""Words of a document as fields of a record: one line, bounded, and the locator that finds them again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from generator.documents.blocks import Block
from generator.importing.yaml_out import Tree
from generator.text.widths import folded

LONGEST_LINE: Final = 400
LOCATOR: Final = 16
TO_WRITE: Final = "【待写】"
"""Stands where an editor's words belong; the rule ``placeholder`` refuses to publish it."""
_CLAUSE_END: Final = re.compile(r"[，。；：！？,;:!?]")
_LABEL: Final = re.compile(r"^(?:[-—–●■◆▲★※•·○]+|[（(]?[0-9一二三四五六七八九十]{1,3}(?:[）)、]|[.．](?!\d)))[ \u3000]*")
_LONGEST_FOLDED: Final = 32


def one_line(text: str, longest: int = LONGEST_LINE) -> str:
    """Write text as one line of printable characters, cut where it is longer than a field may be."""
    words = " ".join(text.split())
    return "".join(c for c in words if c.isprintable() or c == "\u3000")[:longest].strip()


def opening_clause(words: str, longest: int = 20) -> str:
    """Give the first clause of a paragraph, without its number, at most ``longest`` characters."""
    plain = _LABEL.sub("", one_line(words))
    end = _CLAUSE_END.search(plain)
    return plain[: min(end.start() if end and end.start() > 1 else longest, longest)].strip() or plain[:longest].strip()


class Locator:
    """Counts, in the order of the document, how often a passage's first words were printed before."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        seen: Counter[str] = Counter()
        self._sources: dict[int, Tree] = {}
        rows: list[tuple[int, str]] = []
        for block in blocks:
            if block.words:
                self._place(block.start, block.words, seen)
            if block.kind in ("table", "box"):
                rows.extend(_rows(block))
        seen_rows: Counter[str] = Counter()
        for start, words in rows:
            if start not in self._sources:
                self._place(start, words, seen_rows)

    def _place(self, start: int, words: str, seen: Counter[str]) -> None:
        # The paragraph that a locator names is the nth block that starts so (documents.paragraph_of), however long.
        starts = words[:LOCATOR].strip()
        plain = folded(words[: LOCATOR * 2])[:_LONGEST_FOLDED]
        for length in range(1, len(plain) + 1):
            seen[plain[:length]] += 1
        before = seen[folded(starts)[:_LONGEST_FOLDED]]
        self._sources[start] = {"starts": starts} | ({"nth": before} if before > 1 else {})

    def source(self, start: int, words: str) -> Tree:
        """Return the locator of what starts at an offset of the text."""
        found = self._sources.get(start)
        return dict(found) if found else {"starts": one_line(words, LOCATOR) or "（空）"}


def _rows(block: Block) -> list[tuple[int, str]]:
    """Offset and words of each line below the first one of a table or box."""
    found: list[tuple[int, str]] = []
    offset = block.start
    for number, line in enumerate(block.text.split("\n")):
        if number and line.strip():
            found.append((offset, line.strip()))
        offset += len(line) + 1
    return found
