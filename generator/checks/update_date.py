"""Progress is dated between the beginning of its plan and the day of the data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, Level
from generator.graph import Graph
from generator.model import Plan

RULE = "update-date"
SUBJECTS = ("task", "indicator-row", "project")


def _begins(plan: Plan) -> date:
    """Return the day its period begins, or the day it was dated where that is earlier."""
    first = date(plan.period.start, 1, 1)
    return min(first, plan.dated) if plan.dated else first


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Warn of progress from before the plan: it is not progress of what the plan asks for."""
    for update in (u for some in graph.back.updates.values() for u in some):
        for record in graph.find(SUBJECTS, update.subject)[:1]:
            plan = graph.plans.get(getattr(record, "plan", ""))
            if plan is not None and update.date_ < _begins(plan):
                message = f"进展的日期（{update.date_}）早于这份文件管的时间（从 {_begins(plan)} 起）；请核对日期，之前的事不算它的进展"
                yield Diagnostic(graph.dataset.span(update, "date"), RULE, message, Level.WARNING)


def after(graph: Graph, as_of: date) -> Iterator[Diagnostic]:
    """Report progress from after the day of the data.

    Args:
        graph: The linked data.
        as_of: ``extra.minggui.as_of`` of ``mkdocs.yml``: what stands for the clock.
    """
    for update in (u for some in graph.back.updates.values() for u in some):
        if update.date_ > as_of:
            message = f"进展的日期（{update.date_}）晚于数据截止日期（{as_of}）；请核对日期，或把 mkdocs.yml 里的 as_of 改成更新数据的日子"
            yield Diagnostic(graph.dataset.span(update, "date"), RULE, message)
