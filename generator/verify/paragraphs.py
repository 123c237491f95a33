"""What became of every paragraph of a document: a record, or background with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.documents import Block
from generator.graph import Graph
from generator.model import Box, Indicator, Project, Result, Target, Task
from generator.text.widths import folded
from generator.verify.figures import METRIC_SHARE, best_share, printed_numbers
from generator.verify.passages import Passages

SHORTEST = 20
"""Shorter lines are salutations and sub-headings: 各位代表, 主要目标."""
By = Literal["record", "background", "set-aside"]


@dataclass(frozen=True, slots=True)
class Account:
    """One paragraph, and what stands for it."""

    block: Block
    by: By | None
    """record: a task, row, project, box, target or result; background: marked as asking for nothing; set-aside: its whole division
    is; ``None``: nothing."""


@dataclass(frozen=True, slots=True)
class _Claims:
    """What the data says of a document."""

    passages: tuple[tuple[int, int], ...]
    """Ranges of tasks, rows, projects and boxes."""
    said: tuple[tuple[int, int, frozenset[float], tuple[str, ...]], ...]
    """Ranges of divisions that state targets or results: numbers, and the metrics of those without."""
    background: tuple[tuple[int, int], ...]
    set_aside: tuple[tuple[int, int], ...]


def _ranges(graph: Graph, passages: Passages) -> Iterator[tuple[int, int]]:
    plan, back = passages.plan, graph.back
    records: tuple[Task | Indicator | Project | Box, ...] = (
        *back.tasks_of_plan.get(plan, ()),
        *back.rows.get(plan, ()),
        *back.projects_of_plan.get(plan, ()),
        *back.boxes.get(plan, ()),
    )
    for record in records:
        passage = passages.of(record.source)
        if passage is not None:
            yield passage.start, passage.end


def _claims(graph: Graph, passages: Passages) -> _Claims:
    divisions = [d for d in graph.divisions.values() if d.plan == passages.plan]
    said, background, set_aside = [], [], []
    for division in divisions:
        body = passages.body(division.source)
        if body is None:
            continue
        facts: tuple[Target | Result, ...] = (*graph.back.targets.get(division.id, ()), *graph.back.results.get(division.id, ()))
        numbers = {float(fact.value) for fact in facts if fact.value is not None}
        named = tuple(folded(fact.metric) for fact in facts if fact.value is None)
        said.append((body.start, body.end, frozenset(numbers), named))
        for mark in division.background:
            if mark.source is None:
                set_aside.append((body.start, body.end))
            elif (passage := passages.of(mark.source)) is not None:
                background.append((passage.start, passage.end))
    return _Claims(tuple(_ranges(graph, passages)), tuple(said), tuple(background), tuple(set_aside))


def _meets(block: Block, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(start < block.end and block.start < end for start, end in ranges)


def _by(block: Block, claims: _Claims) -> By | None:
    if _meets(block, claims.passages):
        return "record"
    text = folded(block.text)
    for start, end, numbers, named in claims.said:
        if start <= block.start < end:
            printed = {n.value for n in printed_numbers(text)}
            if numbers & printed or any(best_share(metric, text) >= METRIC_SHARE for metric in named):
                return "record"
    if _meets(block, claims.background):
        return "background"
    return "set-aside" if any(start <= block.start < end for start, end in claims.set_aside) else None


def is_body(block: Block) -> bool:
    """Say whether a block is a paragraph of the text, long enough to say something."""
    return block.kind in {"paragraph", "item"} and len(block.words) >= SHORTEST


def account(graph: Graph, passages: Passages) -> list[Account]:
    """Return every body paragraph inside the outline with what stands for it, in the document's order.

    Args:
        graph: The linked data.
        passages: The plan's document.
    """
    claims = _claims(graph, passages)
    return [Account(block, _by(block, claims)) for block in passages.document.blocks if is_body(block)]
