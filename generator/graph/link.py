"""Building the backlinks. References that do not resolve are passed over; the checks report them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator.dataset import Dataset
from generator.graph.graph import Backlinks, Graph
from generator.model import (
    Box,
    Division,
    Indicator,
    Note,
    Place,
    Plan,
    Project,
    Result,
    Target,
    Task,
    Term,
    Unit,
    Update,
)

K = TypeVar("K")
V = TypeVar("V")


def _group(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """Group values by key, each value once, in order of appearance. A record is one object, so identity tells it."""
    grouped: dict[K, dict[int, V]] = defaultdict(dict)
    for key, value in pairs:
        grouped[key].setdefault(id(value), value)
    return {key: tuple(values.values()) for key, values in grouped.items()}


def _line(divisions: Mapping[str, Division], identifier: str | None) -> Iterator[str]:
    """Yield a division's id and those of all divisions that hold it; where they hold each other, each once."""
    seen: set[str] = set()
    while identifier is not None and identifier in divisions and identifier not in seen:
        seen.add(identifier)
        yield identifier
        identifier = divisions[identifier].parent


def _ordered_tasks(dataset: Dataset) -> list[Task]:
    plans = dataset.all(Plan)

    def key(task: Task) -> tuple[int, str, int, str]:
        plan = plans.get(task.plan)
        return (plan.order if plan else 0, task.plan, task.order, task.id)

    return sorted(dataset.all(Task).values(), key=key)


def _tasks_by(tasks: list[Task], projects: Mapping[str, Project], known: Mapping[str, Task]) -> Mapping[tuple[str, str], tuple[Task, ...]]:
    pairs: list[tuple[tuple[str, str], Task]] = []
    for task in tasks:
        pairs += [(("topic", i), task) for i in task.topics]
        pairs += [(("audience", i), task) for i in task.audiences]
        pairs += [(("place", i), task) for i in task.places]
        pairs += [(("project", i), task) for i in task.projects]
        pairs += [(("indicator-definition", i), task) for i in task.indicators]
    for project in projects.values():
        pairs += [(("project", project.id), known[i]) for i in project.tasks if i in known]
    return _group(pairs)


def _related(tasks: list[Task], known: Mapping[str, Task]) -> Mapping[str, tuple[tuple[Task, str], ...]]:
    """Show a link from both ends: an editor writes it once.

    A reason speaks of the other task as seen from this one, so the end that did not write it has none.
    """
    found: dict[str, dict[str, tuple[Task, str]]] = defaultdict(dict)
    for task in tasks:
        for other in task.related:
            if other.task in known and other.task != task.id:
                found[task.id][other.task] = (known[other.task], other.reason)
    for task in tasks:
        for other in task.related:
            if other.task in known and other.task != task.id:
                found[other.task].setdefault(task.id, (task, ""))
    return {key: tuple(value.values()) for key, value in found.items()}


def link(dataset: Dataset) -> Graph:
    """Link records into a graph."""
    tasks = _ordered_tasks(dataset)
    known = dataset.all(Task)
    outline = dataset.all(Division)
    divisions = sorted(outline.values(), key=lambda d: (d.plan, d.order, d.id))
    rows = sorted(dataset.all(Indicator).values(), key=lambda r: (r.plan, r.id))
    projects = dataset.all(Project)
    back = Backlinks(
        divisions=_group((d.parent or d.plan, d) for d in divisions),
        divisions_of_plan=_group((d.plan, d) for d in outline.values()),
        tasks_in=_group((t.division, t) for t in tasks),
        tasks_of_plan=_group((t.plan, t) for t in tasks),
        targets=_group((t.owner, t) for t in dataset.all(Target).values()),
        targets_of_plan=_group((t.plan, t) for t in dataset.all(Target).values()),
        results=_group((r.division, r) for r in dataset.all(Result).values()),
        rows=_group(pair for row in rows for pair in ((row.definition, row), (row.plan, row))),
        rows_within=_group((above, r) for r in dataset.all(Indicator).values() for above in _line(outline, r.division)),
        boxes=_group((key, b) for b in dataset.all(Box).values() for key in (b.division, b.plan)),
        projects_of_plan=_group((p.plan, p) for p in projects.values()),
        projects_within=_group((above, p) for p in projects.values() for above in _line(outline, p.division)),
        projects_naming=_group((task, p) for p in projects.values() for task in p.tasks),
        leads=_group((role.unit, t) for t in tasks for role in t.leads),
        participates=_group((role.unit, t) for t in tasks for role in t.participants),
        provides=_group((unit, row) for row in rows for unit in row.providers),
        groups=_group((member, u) for u in dataset.all(Unit).values() for member in u.members),
        units_at=_group((u.place, u) for u in dataset.all(Unit).values() if u.place),
        tasks_by=_tasks_by(tasks, projects, known),
        projects_at=_group((place, p) for p in projects.values() for place in p.places),
        inside=_group((p.parent, p) for p in dataset.all(Place).values() if p.parent),
        places_called=_group((p.name[:3], p) for p in dataset.all(Place).values()),
        related=_related(tasks, known),
        terms_starting=_group((word[:2], t) for t in dataset.all(Term).values() for word in (t.term, *t.aliases)),
        notes=_group((subject, n) for n in dataset.all(Note).values() for subject in n.subjects),
        updates=_group((u.subject, u) for u in sorted(dataset.all(Update).values(), key=lambda u: (u.date_, u.id))),
    )
    return Graph(dataset, back)
