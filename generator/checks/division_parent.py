"""A chapter that stands in a file of its own belongs to a part of the same plan; sections belong to chapters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph

RULE = "division-parent"
DEPTH = {"part": 0, "preface": 1, "chapter": 1, "annex": 1, "section": 2}


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report a ``parent`` of another plan, and one that cannot hold its child."""
    for division in graph.divisions.values():
        above = graph.divisions.get(division.parent or "")
        if above is None:
            continue
        span = graph.dataset.span(division, "parent")
        nested = above.kind == division.kind == "section" and above.id != division.id
        if above.plan != division.plan:
            yield Diagnostic(span, RULE, f"“{above.id}”是另一份规划的，parent 只能写同一份规划里的篇")
        elif DEPTH[above.kind] >= DEPTH[division.kind] and not nested:
            yield Diagnostic(span, RULE, f"“{division.id}”不能放在“{above.id}”里面：章放在篇里，节放在章里")
