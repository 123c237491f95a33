"""Finding the passage that a locator names, in the document that its plan was read from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from generator.diagnostics import Diagnostic, Level, Span
from generator.documents import (
    Commitment,
    Document,
    RoleFinding,
    declares_first_is_lead,
    find_commitments,
    find_roles,
    paragraph_of,
    read_document,
)
from generator.documents.blocks import Division
from generator.graph import Graph
from generator.model.base import Source
from generator.text.widths import Folded, fold, folded

RULE = "source-document"
LARGEST = 60_000_000
_LOOKS_BACK = re.compile(r"回顾|^.{0,10}发展(?:基础|成就|成效)(?:$|[和与及、])|主要成[就效绩]|取得的?.{0,6}成[就效绩]")
_LOOKS_AHEAD = re.compile(r"展望|目标|任务|部署|安排|夯实|筑牢|打牢|厚植|巩固|强化")
"""Words of a title that make it one of something to be done, or of both."""


BEHIND_A_BODY = {"heading", "signature", "furniture", "explanation"}
"""What ends the text of a division."""


@lru_cache(maxsize=2048)
def _roles(text: str, first_is_lead: bool) -> tuple[RoleFinding, ...]:
    return find_roles(text, first_is_lead=first_is_lead)


@lru_cache(maxsize=2048)
def _commitments(text: str, period: tuple[int, int], report_year: int | None, background: bool) -> tuple[Commitment, ...]:
    return find_commitments(text, period=period, report_year=report_year, background=background)


def _looking_back(divisions: Iterable[Division]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the divisions whose titles say that they look back."""
    for division in divisions:
        title = division.heading.title
        if _LOOKS_BACK.search(title) and not _LOOKS_AHEAD.search(title):
            yield division.heading.start, _end(division)
        else:
            yield from _looking_back(division.children)


def _end(division: Division) -> int:
    ends = [division.heading.end, *(block.end for block in division.blocks[-1:]), *(_end(child) for child in division.children[-1:])]
    return max(ends)


@dataclass(frozen=True)
class Passage:
    """A piece of a document."""

    start: int
    end: int
    text: str
    """As it stands in the normalised document."""
    background: bool = False
    """It stands in a part that looks back: 工作回顾, 发展基础."""
    report_year: int | None = None
    """Of a work report: the year whose tasks it sets."""
    first_is_lead: bool = False
    """The document declares that of several units the first leads."""

    @cached_property
    def folded(self) -> str:
        """Its text in comparable form."""
        return self.folding.text

    @cached_property
    def folding(self) -> Folded:
        """The same with the way back to its own offsets."""
        return fold(self.text)

    @property
    def roles(self) -> tuple[RoleFinding, ...]:
        """The units that it names, with their parts."""
        return _roles(self.text, self.first_is_lead)

    def commitments(self, period: tuple[int, int]) -> tuple[Commitment, ...]:
        """What it promises in figures, and what it reports as done."""
        return _commitments(self.text, period, self.report_year, self.background)


@dataclass(frozen=True, slots=True)
class Passages:
    """A plan's document, ready to be asked."""

    plan: str
    document: Document
    sha256: str
    document_id: str
    report_year: int | None = None
    """Of a work report: the year whose tasks it sets."""
    _found: dict[tuple[str, int, str], Passage | None] = field(default_factory=dict, repr=False, compare=False)
    _behind: tuple[tuple[int, int], ...] = field(init=False, repr=False, compare=False)
    _first_is_lead: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_behind", tuple(_looking_back(self.document.outline)))
        object.__setattr__(self, "_first_is_lead", declares_first_is_lead(self.document.text))

    def looks_back(self, offset: int) -> bool:
        """Say whether a place of the document stands in a part that reports what was done."""
        return any(start <= offset < end for start, end in self._behind)

    def _passage(self, start: int, end: int) -> Passage:
        text = self.document.text[start:end]
        return Passage(start, end, text, self.looks_back(start), self.report_year, self._first_is_lead)

    def of(self, source: Source) -> Passage | None:
        """Return the passage that a locator names, or nothing where the document has no such place."""
        key = (source.starts, source.nth or 1, source.ends or "")
        if key not in self._found:
            found = paragraph_of(self.document, *key[:2]) or self._row(*key[:2]) or self._inside(*key[:2])
            self._found[key] = self._passage(*self._up_to(found, key[2])) if found else None
        return self._found[key]

    def _inside(self, starts: str, nth: int) -> tuple[int, int] | None:
        """Find a passage that begins within a paragraph: one that holds several tasks. It goes on to the paragraph's end."""
        wanted, seen = folded(starts), 0
        for block in self.document.blocks:
            if not wanted or block.kind not in {"paragraph", "item", "box", "explanation"} or wanted not in folded(block.text):
                continue
            folding = fold(block.text)
            at = folding.text.find(wanted)
            while at >= 0:
                seen += 1
                if seen == nth:
                    return block.start + folding.offsets[at], block.start + len(block.text.rstrip())
                at = folding.text.find(wanted, at + 1)
        return None

    def _up_to(self, found: tuple[int, int], ends: str) -> tuple[int, int]:
        """Cut a passage behind the words that its locator gives as its last."""
        start, end = found
        folding = fold(self.document.text[start:end])
        last = folded(ends)
        at = folding.text.find(last) if last else -1
        return (start, start + folding.original(at, at + len(last))[1]) if at >= 0 else found

    def _row(self, starts: str, nth: int) -> tuple[int, int] | None:
        """Find a line inside a table or box, which is one block: an indicator's row, a group of projects."""
        wanted, seen = folded(starts), 0
        for block in self.document.blocks:
            if block.kind not in {"table", "box"}:
                continue
            offset = block.start
            for line in block.text.split("\n"):
                if folded(line).startswith(wanted):
                    seen += 1
                    if seen == nth:
                        return offset, offset + len(line)
                offset += len(line) + 1
        return None

    def table_around(self, offset: int) -> str:
        """Return the text of the table or box that holds an offset; empty where none does."""
        blocks = (b for b in self.document.blocks if b.kind in {"table", "box"} and b.start <= offset < b.end)
        return next((block.text for block in blocks), "")

    def body(self, source: Source) -> Passage | None:
        """Return what a division says itself: from its heading to the next one, whatever its level."""
        heading = self.of(source)
        if heading is None:
            return None
        after = (b.start for b in self.document.blocks if b.start > heading.start and b.kind in BEHIND_A_BODY)
        return self._passage(heading.start, next(after, len(self.document.text)))


def _by_hash(folder: Path) -> dict[str, Path]:
    """Map the SHA-256 of every file of a folder to its path."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith(".") and path.stat().st_size <= LARGEST:
            found[hashlib.sha256(path.read_bytes()).hexdigest()] = path
    return found


def read_sources(graph: Graph, folder: Path) -> tuple[Mapping[str, Passages], list[Diagnostic]]:
    """Read the documents of all plans from a folder; a document is known by the hash that its plan records.

    Args:
        graph: The linked data.
        folder: Where the publisher keeps the documents; its files are only read.

    Returns:
        Plan id → its passages, and what could not be read (a plan without its document is a warning).
    """
    files = _by_hash(folder)
    found: dict[str, Passages] = {}
    findings: list[Diagnostic] = []
    for plan in graph.plans.values():
        first = plan.documents[0]
        path = files.get(first.sha256)
        if path is None:
            span = graph.dataset.span(plan, "documents", 0, "sha256")
            message = f"文件夹里没有《{first.title}》的原文（按 sha256 找），这份规划没有核对"
            findings.append(Diagnostic(span, RULE, message, Level.WARNING))
            continue
        document, said = read_document(path.read_bytes(), path.name)
        findings += [Diagnostic(Span(path.name, d.span.line, d.span.column), d.rule, d.message, d.level) for d in said]
        if document is not None:
            report_year = plan.period.end if plan.kind == "report" else None
            found[plan.id] = Passages(plan.id, document, first.sha256, first.id, report_year)
    return found, findings
