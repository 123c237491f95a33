"""Finding the passage that a locator names, in the document that its plan was read from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from generator.diagnostics import Diagnostic, Level, Span
from generator.documents import Commitment, Document, RoleFinding, find_commitments, find_roles, paragraph_of, read_document
from generator.graph import Graph
from generator.model.base import Source
from generator.text.widths import folded

RULE = "source-document"
LARGEST = 60_000_000


@lru_cache(maxsize=2048)
def _roles(text: str) -> tuple[RoleFinding, ...]:
    return find_roles(text)


@lru_cache(maxsize=2048)
def _commitments(text: str, period: tuple[int, int]) -> tuple[Commitment, ...]:
    return find_commitments(text, period=period)


@dataclass(frozen=True)
class Passage:
    """A piece of a document."""

    start: int
    end: int
    text: str
    """As it stands in the normalised document."""

    @cached_property
    def folded(self) -> str:
        """Its text in comparable form."""
        return folded(self.text)

    @property
    def roles(self) -> tuple[RoleFinding, ...]:
        """The units that it names, with their parts."""
        return _roles(self.text)

    def commitments(self, period: tuple[int, int]) -> tuple[Commitment, ...]:
        """What it promises in figures, and what it reports as done."""
        return _commitments(self.text, period)


@dataclass(frozen=True, slots=True)
class Passages:
    """A plan's document, ready to be asked."""

    plan: str
    document: Document
    sha256: str
    document_id: str
    _found: dict[tuple[str, int], Passage | None] = field(default_factory=dict, repr=False, compare=False)

    def of(self, source: Source) -> Passage | None:
        """Return the passage that a locator names, or nothing where the document has no such place."""
        key = (source.starts, source.nth or 1)
        if key not in self._found:
            found = paragraph_of(self.document, *key)
            self._found[key] = Passage(*found, self.document.text[slice(*found)]) if found else None
        return self._found[key]


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
            found[plan.id] = Passages(plan.id, document, first.sha256, first.id)
    return found, findings
