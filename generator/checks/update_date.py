"""Progress is dated between the day its plan was dated and the day of the data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, Level
from generator.graph import Graph

RULE = "update-date"
SUBJECTS = ("task", "indicator-row", "project")


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Warn of progress from before the plan: it is not progress of what the plan asks for."""
    for update in (u for some in graph.back.updates.values() for u in some):
        for record in graph.find(SUBJECTS, update.subject)[:1]:
            plan = graph.plans.get(getattr(record, "plan", ""))
            if plan is not None and plan.dated is not None and update.date_ < plan.dated:
                message = f"进展的日期（{update.date_}）早于文件的成文日期（{plan.dated}）；请核对日期，文件定下之前的事不算它的进展"
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
