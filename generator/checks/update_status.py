"""What is done stays done: a status that goes back is more often a slip than news."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Diagnostic, Level
from generator.graph import Graph
from generator.model import Update
from generator.model.task import UPDATE_STATUSES

RULE = "update-status"


def _goes_back(earlier: Update, later: Update) -> bool:
    """Say whether the later update undoes the earlier: done things begin again, begun things had not begun."""
    if earlier.status == "done":
        return later.status != "done"
    return later.status == "not-started" and earlier.status != "not-started"


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Warn of an update that goes back behind the one before it."""
    for updates in graph.back.updates.values():
        for earlier, later in pairwise(updates):
            if _goes_back(earlier, later):
                message = (
                    f"{earlier.date_} 已经写“{UPDATE_STATUSES[earlier.status]}”（{earlier.status}），"
                    f"{later.date_} 又写“{UPDATE_STATUSES[later.status]}”（{later.status}）；请核对两条的日期和进度"
                )
                yield Diagnostic(graph.dataset.span(later, "status"), RULE, message, Level.WARNING)
