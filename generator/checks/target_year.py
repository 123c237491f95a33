"""A target's year lies in its plan's period, and says where it was read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Level
from generator.graph import Graph

RULE = "target-year"


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report a year without its basis or the reverse, and a plan target outside the plan's period."""
    for target in graph.targets.values():
        if (target.by is None) != (target.by_basis is None):
            yield Diagnostic(graph.dataset.span(target), RULE, "年份（by）和年份的依据（by_basis）要么都写，要么都不写")
        plan = graph.plans.get(target.plan)
        if plan is None or target.by is None or target.horizon != "plan":
            continue
        if not plan.period.start <= target.by <= plan.period.end:
            span = graph.dataset.span(target, "by")
            message = f"目标年份 {target.by} 不在规划期 {plan.period.start}—{plan.period.end} 之内，请核对"
            yield Diagnostic(span, RULE, message, Level.WARNING)
        if target.by_basis in {"plan-period", "period-end"} and target.by != plan.period.end:
            span = graph.dataset.span(target, "by")
            yield Diagnostic(span, RULE, f"按规划期算，年份应该是 {plan.period.end}")
