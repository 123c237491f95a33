"""What a draft is made with: the document, what was asked, the registries, and what there is to tell about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.documents import Block, Document
from generator.importing.registry import Registry
from generator.importing.text import Locator, one_line
from generator.importing.yaml_out import Guess

PlanKind = Literal["outline", "scheme", "report"]


@dataclass(frozen=True, slots=True)
class Request:
    """What the person who imports said."""

    plan: str
    region: str
    kind: PlanKind | None
    period: tuple[int, int] | None
    today: date
    sha256: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a person should look at."""

    line: int
    starts: str
    """Beginning of the passage, at most 16 characters."""
    words: str


@dataclass(slots=True)
class Desk:
    """The state of making one draft."""

    document: Document
    request: Request
    kind: PlanKind
    period: tuple[int, int]
    registry: Registry
    locator: Locator
    first_is_lead: bool
    doubts: list[Remark] = field(default_factory=list)
    left_out: list[Remark] = field(default_factory=list)
    notes: list[tuple[str, str, list[str], list[dict[str, object]]]] = field(default_factory=list)
    """Kind, text, subjects, sources of the notes to write."""
    indicators: list[dict[str, object]] = field(default_factory=list)
    projects: list[dict[str, object]] = field(default_factory=list)
    boxes: list[dict[str, object]] = field(default_factory=list)

    @property
    def plan(self) -> str:
        """Return the plan's id."""
        return self.request.plan

    @property
    def report_year(self) -> int | None:
        """Return the year whose tasks a work report sets."""
        return self.period[0] if self.kind == "report" else None

    def line_of(self, offset: int) -> int:
        """Return the line of an offset of the document's text."""
        return self.document.text.count("\n", 0, offset) + 1

    def doubt(self, line: int, passage: str, words: str) -> None:
        """Remember an uncertain place."""
        self.doubts.append(Remark(line, one_line(passage, 16), words))

    def leave(self, block: Block, words: str) -> None:
        """Remember what was not taken over."""
        self.left_out.append(Remark(block.line, one_line(block.words, 16), words))

    def guess(self, value: object, confidence: float, why: str, line: int, passage: str) -> object:
        """Mark a value that the reader is not sure of, and remember the place."""
        if confidence >= 1:
            return value
        reason = why or f"把握不大（{confidence:.2f}）"
        if why or confidence < 0.9:
            self.doubt(line, passage, reason)
        return Guess(value, reason)
