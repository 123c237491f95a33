"""Where a record stands, so that changes are told in the order of the documents."""

from __future__ import annotations

from generator.changes.fields import COMPARED
from generator.graph import Graph
from generator.model import Division, Record, Task

Position = tuple[int, str, tuple[int, ...], int, int, str]
"""Order of the plan, its id, orders of the divisions, order of the task, rank of the kind, id."""
LAST = 1_000_000


def _place(graph: Graph, record: Record) -> tuple[tuple[int, ...], int]:
    """Return the orders of the divisions around a record, and of its task."""
    if isinstance(record, Division):
        return tuple(division.order for division in graph.line_of(record)), -1
    if isinstance(record, Task):
        division = graph.divisions.get(record.division)
        return (_place(graph, division)[0] if division else ()), record.order
    for name in ("owner", "subject", "division"):
        identifier = getattr(record, name, None)
        found = graph.find(("task", "division", "indicator-row", "project"), identifier) if identifier else []
        if found:
            return _place(graph, found[0])
    return ((), -1) if record.KIND == "plan" else ((LAST,), LAST)


def position(graph: Graph, record: Record) -> Position:
    """Return where a record stands among all: by plan, then by place in the document; what belongs to no plan comes last."""
    owner: Record = record
    subject = getattr(record, "subject", None)
    if subject:
        owner = next(iter(graph.find(("task", "indicator-row", "project"), subject)), record)
    plan = graph.plans.get(owner.id if owner.KIND == "plan" else getattr(owner, "plan", "") or "")
    divisions, task = _place(graph, record)
    rank = COMPARED.index(record.KIND)
    return (plan.order if plan else LAST, plan.id if plan else "~", divisions, task, rank, record.id)
