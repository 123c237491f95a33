"""The data of the page of filters, as small as it can be while still being JSON that anybody can read.

``explore/facets.json`` is loaded first and counts:

``plans``
    One row a plan, in order: id, name, number of its tasks, its regions (numbers of ``values.region``). The tasks of the columns stand in
    the order of the plans and inside a plan in the document's.
``values``
    Facet → its values as ``[id, name]``; those that more tasks have come first, so that most numbers are short.
    Facets: ``topic``, ``audience``, ``region``, ``unit``, ``place``, ``by`` (a year that the document states; ``none``).
``columns``
    One entry a task: numbers of its values in ``topic``, ``audience``, ``lead`` and ``join`` (both of ``unit``), ``place``, ``by``;
    ``targets`` is how many it has.

``explore/rows/<plan>.json`` is what a list shows, loaded for the plans that the list comes to. One row a task: its id without the plan's
and the hyphen, its number or 0, its title, who leads in words (empty where lists say nothing), its most telling target in words.
``explore/rows.json`` holds the same of all plans by their ids, for the offline copy, which cannot ask for files by the piece.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.graph import Graph
from generator.language import tr, trc
from generator.model import Place, Task, Unit
from generator.pages.explore import plans
from generator.pages.inline import Inlines, Missing, Unbroken
from generator.pages.lists import aim, full_region, lead_line, regions_in_order, stated_years

FOLDER = "explore"
NO_YEAR = "none"


@dataclass(frozen=True, slots=True)
class Column:
    """One facet: its values as id and name, and for every task the numbers of the values that it has."""

    values: tuple[tuple[str, str], ...]
    tasks: tuple[tuple[int, ...], ...]


def _numbers(number: Mapping[str, int], identifiers: Iterable[str]) -> tuple[int, ...]:
    """Each value once, in the order of the data: the main topic stands first."""
    return tuple(number[i] for i in dict.fromkeys(identifiers) if i in number)


def _column(names: Mapping[str, str], of: list[list[str]], ordered: bool = False) -> Column:
    """Number the values that any task has; the frequent first, or in the order of ``names``."""
    counts = Counter(identifier for task in of for identifier in task)
    used = [identifier for identifier in names if counts[identifier]]
    values = used if ordered else sorted(used, key=lambda i: -counts[i])
    number = {identifier: n for n, identifier in enumerate(values)}
    tasks = tuple(_numbers(number, task) for task in of)
    return Column(tuple((i, names[i]) for i in values), tasks)


def _told_apart(graph: Graph, records: Iterable[Unit | Place]) -> dict[str, str]:
    """Names by id; one that several regions use says of which it is."""
    known = list(records)
    often = Counter(record.name for record in known)

    def name(record: Unit | Place) -> str:
        region = graph.regions.get(record.region)
        return tr("{name}（{region}）", name=record.name, region=region.name) if often[record.name] > 1 and region else record.name

    return {record.id: name(record) for record in known}


def places_of(graph: Graph, task: Task) -> list[str]:
    """Every place on whose page a task stands: named, around a named one, or looked after by a unit of the task.

    The same rule as :func:`generator.pages.place.named_tasks`, from the side of the task.
    """
    found = dict.fromkeys(task.places)
    found |= dict.fromkeys(p.parent for i in task.places if (p := graph.places.get(i)) and p.parent)
    units = (graph.units.get(role.unit) for role in (*task.leads, *task.participants))
    return [*found, *(unit.place for unit in units if unit and unit.place)]


def _line_up(graph: Graph, identifier: str) -> list[str]:
    """A region and those above it, from the inside out."""
    line: list[str] = []
    while (region := graph.regions.get(identifier)) is not None and region.id not in line:
        line.append(region.id)
        identifier = region.parent or ""
    return line


def _regions(graph: Graph, tasks: list[Task]) -> Column:
    """Regions of the plans. One above them stands before its own where it gathers several of them, and not every task."""
    lines = {plan.id: [above for i in plan.regions for above in _line_up(graph, i)] for plan in graph.plans.values()}
    counts = Counter(i for task in tasks for i in set(lines[task.plan]))
    own = {i for plan in graph.plans.values() for i in plan.regions}
    below = Counter(above for i in own for above in _line_up(graph, i)[1:])
    names: dict[str, str] = {}
    for region in regions_in_order(graph):
        above = graph.regions.get(region.parent or "")
        if region.id in own and above is not None and above.id not in own and below[above.id] > 1 and counts[above.id] < len(tasks):
            names.setdefault(above.id, tr("{region}各地", region=above.name))
        if region.id in own:
            names[region.id] = full_region(graph, region)
    return _column(names, [lines[task.plan] for task in tasks], ordered=True)


def _years(graph: Graph, tasks: list[Task]) -> Column:
    of = [[str(year) for year in stated_years(graph, task)] or [NO_YEAR] for task in tasks]
    years = sorted({year for task in of for year in task if year != NO_YEAR})
    return _column({**{year: tr("{year}年", year=year) for year in years}, NO_YEAR: trc("句首", "原文未写明")}, of, ordered=True)


def _ordered_tasks(graph: Graph) -> list[Task]:
    return [task for plan in plans(graph) for task in graph.back.tasks_of_plan[plan.id]]


def _named(records: Mapping[str, Any]) -> dict[str, str]:
    return {identifier: record.name for identifier, record in records.items()}


def facets(graph: Graph) -> dict[str, Any]:
    """Return what ``explore/facets.json`` holds (see the top of this module)."""
    tasks = _ordered_tasks(graph)
    roles = [([r.unit for r in t.leads], [r.unit for r in t.participants]) for t in tasks]
    unit = _column(_told_apart(graph, graph.units.values()), [leads + joins for leads, joins in roles])
    number = {identifier: n for n, (identifier, _) in enumerate(unit.values)}
    region = _regions(graph, tasks)
    columns = {
        "topic": _column(_named(graph.topics), [list(t.topics) for t in tasks]),
        "audience": _column(_named(graph.audiences), [list(t.audiences) for t in tasks]),
        "place": _column(_told_apart(graph, graph.places.values()), [places_of(graph, t) for t in tasks]),
        "by": _years(graph, tasks),
    }
    first = {task.plan: numbers for task, numbers in zip(reversed(tasks), reversed(region.tasks), strict=True)}
    return {
        "plans": [[p.id, p.short_title, len(graph.back.tasks_of_plan[p.id]), first[p.id]] for p in plans(graph)],
        "values": {name: column.values for name, column in (columns | {"region": region, "unit": unit}).items()},
        "columns": {
            **{name: column.tasks for name, column in columns.items()},
            "lead": [_numbers(number, leads) for leads, _ in roles],
            "join": [_numbers(number, joins) for _, joins in roles],
            "targets": [len(graph.back.targets.get(t.id, ())) for t in tasks],
        },
    }


def _text(line: Inlines) -> str:
    return "".join(part.text if isinstance(part, Unbroken | Missing) else str(part) for part in line)


def row(graph: Graph, task: Task) -> list[str | int]:
    """Return what a list shows of one task, in the words that every list uses."""
    lead, target = _text(lead_line(graph, task)), _text(aim(graph, task))
    return [task.id.removeprefix(f"{task.plan}-"), task.number or 0, task.title, lead, target]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"


def explore_files(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield the files of the page of filters as (path below the site's root, text), in the language that is spoken."""
    yield f"{FOLDER}/facets.json", _json(facets(graph))
    rows = {plan.id: [row(graph, task) for task in graph.back.tasks_of_plan[plan.id]] for plan in plans(graph)}
    yield f"{FOLDER}/rows.json", _json(rows)
    for plan, own in rows.items():
        yield f"{FOLDER}/rows/{plan}.json", _json(own)
