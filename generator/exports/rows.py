"""One record as the plain values that are published: its fields, what the graph adds, and our address of it."""

from __future__ import annotations

from typing import Any

from generator.graph import Graph
from generator.model import Plan, Project, Record, Task, Unit, Verification
from generator.pages.addresses import address
from generator.pages.lists import ordered_plans
from generator.tables import FILES

Row = dict[str, Any]


def _plan(graph: Graph, plan: Plan) -> Row:
    tasks = graph.back.tasks_of_plan.get(plan.id, ())
    divisions = graph.back.divisions_of_plan.get(plan.id, ())
    units = {role.unit for task in tasks for role in (*task.leads, *task.participants)}
    counts = {
        "chapters": sum(d.kind == "chapter" for d in divisions),
        "divisions": len(divisions),
        "tasks": len(tasks),
        "targets": len(graph.back.targets_of_plan.get(plan.id, ())),
        "indicators": len(graph.back.rows.get(plan.id, ())),
        "projects": len(graph.back.projects_of_plan.get(plan.id, ())),
        "units": len(units),
    }
    verification = graph.dataset.all(Verification).get(f"{plan.id}-verification")
    compared = verification.model_dump(mode="json", by_alias=True, exclude={"id", "plan"}) if verification else None
    return {"counts": counts, "verification": compared}


def _task(graph: Graph, task: Task) -> Row:
    projects = [*task.projects, *(p.id for p in graph.back.projects_naming.get(task.id, ()) if p.id not in task.projects)]
    return {"projects": projects}


def _unit(graph: Graph, unit: Unit) -> Row:
    return {
        "leads": [t.id for t in graph.back.leads.get(unit.id, ())],
        "participates": [t.id for t in graph.back.participates.get(unit.id, ())],
        "provides": [r.id for r in graph.back.provides.get(unit.id, ())],
    }


def _project(graph: Graph, project: Project) -> Row:
    return {"tasks": [t.id for t in graph.back.tasks_by.get(("project", project.id), ())]}


def _source(graph: Graph, record: Record, row: Row) -> None:
    """Add to each locator which document it is in and where that is published."""
    plan = graph.plans.get(getattr(record, "plan", ""))
    if plan is None:
        return
    for source in (row.get("source"), *row.get("sources", ())):
        if isinstance(source, dict):
            document = next((d for d in plan.documents if d.id == source.get("document")), plan.documents[0])
            source["document"] = document.id
            source["url"] = document.url


def row_of(graph: Graph, record: Record, base: str) -> Row:
    """Return a record as JSON values.

    Args:
        graph: The linked data.
        record: Any record of it.
        base: The site's address, without or with a trailing slash; empty where it is not set, so that addresses start
            at the root.
    """
    row: Row = record.model_dump(mode="json", by_alias=True)
    _source(graph, record, row)
    if isinstance(record, Plan):
        row |= _plan(graph, record)
    elif isinstance(record, Task):
        row |= _task(graph, record)
    elif isinstance(record, Unit):
        row |= _unit(graph, record)
    elif isinstance(record, Project):
        row |= _project(graph, record)
    row["url"] = f"{base.rstrip('/')}/{address(graph, record)}"
    return row


def _in_order(graph: Graph, kind: str) -> list[Record]:
    """Records in the order of the data; tasks in the documents' order."""
    if kind == "task":
        return [task for plan in ordered_plans(graph) for task in graph.back.tasks_of_plan.get(plan.id, ())]
    return list(graph.dataset.records.get(kind, {}).values())


def rows_by_kind(graph: Graph, base: str) -> dict[str, list[Row]]:
    """Return every published record, by kind, in the order of publication; see :func:`row_of`."""
    return {kind: [row_of(graph, record, base) for record in _in_order(graph, kind)] for kind in FILES}
