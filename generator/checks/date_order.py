"""Dates stand in the order in which things happen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Plan

RULE = "date-order"


def _steps(plan: Plan) -> list[tuple[str, tuple[str | int, ...], date | None]]:
    adopted = plan.adopted.date_ if plan.adopted else None
    return [
        ("通过日期", ("adopted", "date"), adopted),
        ("成文日期", ("dated",), plan.dated),
        ("发布日期", ("published",), plan.published),
    ]


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report a plan adopted after it was dated, published before that, or read before it existed."""
    for plan in graph.plans.values():
        known = [(name, path, day) for name, path, day in _steps(plan) if day is not None]
        for (earlier, _, first), (later, path, second) in pairwise(known):
            if second < first:
                yield Diagnostic(
                    graph.dataset.span(plan, *path), RULE, f"{later}（{second}）不能早于{earlier}（{first}），请对照原文核对这两个日期"
                )
        for number, document in enumerate(plan.documents):
            if plan.dated and document.verified < plan.dated:
                span = graph.dataset.span(plan, "documents", number, "verified")
                yield Diagnostic(span, RULE, f"核对日期（{document.verified}）不能早于成文日期（{plan.dated}）")
