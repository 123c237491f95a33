"""Summaries are long enough to say something and short enough to be read (CONTENT: 40 to 160 characters)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.placeholder import is_unfinished
from generator.diagnostics import Diagnostic, Level
from generator.graph import Graph

RULE = "prose-length"
SHORTEST, LONGEST = 40, 160


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Warn of task summaries outside the bounds."""
    for task in graph.tasks.values():
        length = len(task.summary)
        if not SHORTEST <= length <= LONGEST and not is_unfinished(task.summary):
            span = graph.dataset.span(task, "summary")
            yield Diagnostic(span, RULE, f"概括有 {length} 个字，应在 {SHORTEST} 到 {LONGEST} 个字之间", Level.WARNING)
