"""The official passages of tasks and chapters, for the publisher who has the documents."""

from __future__ import annotations

from collections.abc import Mapping

from generator.graph import Graph
from generator.model import Division
from generator.verify.passages import Passages

NOT_THE_DOCUMENT = {"furniture", "signature", "explanation"}


def _paragraphs(text: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return tuple(line for line in lines if line)


def _end_of(graph: Graph, passages: Passages, division: Division, start: int) -> int:
    """Return where a division ends: at the next one outside it, or where the document itself is over."""
    inside = {d.id for d in graph.divisions_within(division)}
    others = (d for d in graph.divisions.values() if d.plan == division.plan and d.id not in inside)
    starts = [passage.start for d in others if (passage := passages.of(d.source)) is not None]
    starts += [block.start for block in passages.document.blocks if block.kind in NOT_THE_DOCUMENT]
    return min((s for s in starts if s > start), default=len(passages.document.text))


def originals_of(graph: Graph, passages: Mapping[str, Passages]) -> dict[str, tuple[str, ...]]:
    """Return record id → paragraphs of its passage, for every task and every outermost division."""
    found: dict[str, tuple[str, ...]] = {}
    for plan, own in passages.items():
        for task in graph.back.tasks_of_plan.get(plan, ()):
            passage = own.of(task.source)
            if passage is not None:
                found[task.id] = _paragraphs(passage.text)
        for division in graph.divisions.values():
            passage = own.of(division.source) if division.plan == plan and division.kind == "chapter" else None
            if passage is not None:
                found[division.id] = _paragraphs(own.document.text[passage.start : _end_of(graph, own, division, passage.start)])
    return found
