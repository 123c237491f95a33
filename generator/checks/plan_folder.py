"""Every plan folder holds a plan of the same id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Span
from generator.graph import Graph
from generator.text.nearest import proposal

RULE = "plan-folder"


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report folders without ``plan.yml`` once, and plans whose id is not their folder's name."""
    missing: dict[str, str] = {}
    for shelf in graph.dataset.records.values():
        for record in shelf.values():
            plan = getattr(record, "plan", None)
            if plan is not None and plan not in graph.plans and not graph.dataset.was_rejected(("plan",), plan):
                missing.setdefault(plan, graph.dataset.span(record).file)
    for plan, file in sorted(missing.items()):
        tail = proposal(plan, graph.plans)
        yield Diagnostic(Span(file), RULE, f"文件夹“{plan}”里没有编号相同的规划（plan.yml 的 id）{tail}")
    for record in graph.plans.values():
        span = graph.dataset.span(record, "id")
        folder = PurePosixPath(span.file).parent.name
        if folder != record.id:
            yield Diagnostic(span, RULE, f"规划的编号“{record.id}”和文件夹名“{folder}”不一样，请改成一样")
