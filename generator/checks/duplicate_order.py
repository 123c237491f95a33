"""Siblings have an order of their own, or pages would shuffle them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Audience, Division, Task, Topic

RULE = "duplicate-order"


def _siblings(graph: Graph) -> Iterator[tuple[Hashable, Division | Task | Topic | Audience]]:
    for division in graph.divisions.values():
        yield ("division", division.parent or division.plan), division
    for task in graph.tasks.values():
        yield ("task", task.plan), task
    for topic in graph.topics.values():
        yield "topic", topic
    for audience in graph.audiences.values():
        yield "audience", audience


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report the second record that claims a place in an order."""
    taken: dict[tuple[Hashable, int], str] = {}
    for group, record in sorted(_siblings(graph), key=lambda pair: graph.dataset.span(pair[1])):
        first = taken.setdefault((group, record.order), record.id)
        if first != record.id:
            yield Diagnostic(graph.dataset.span(record, "order"), RULE, f"顺序 {record.order} 已经被“{first}”用了，请换一个数")
