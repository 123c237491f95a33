"""Search records made from the graph: nothing is scraped from pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.graph import Graph
from generator.model import Division, Plan, Task
from generator.pages.addresses import HAS_PAGE, address
from generator.pages.lists import telling_target
from generator.pages.phrases import done_of, task_number, title_of, value_of
from generator.text.numerals import to_han

TITLE_WEIGHT, NAMES_WEIGHT = 8, 5
"""How much a word weighs in a title, and in a name or number, beside one in the text."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One thing that can be found."""

    kind: str
    """What it is, in the word that visitors read: 任务, 单位 …"""
    url: str
    """Address below the site's root."""
    title: str
    summary: str
    """What a result shows below its title."""
    names: tuple[str, ...] = ()
    """Number, aliases, and the words that people type for it: weigh almost like the title."""
    body: tuple[str, ...] = ()
    """Everything else that should find it."""
    plan: str = ""
    region: str = ""
    topics: tuple[str, ...] = ()
    year: str = ""
    number: str = ""
    lead: str = ""
    target: str = ""


def kind_mark(kind: str) -> str:
    """Return the word that every record of a kind holds, so that a question can ask for one kind."""
    return "kind" + "".join(f"{ord(character):x}" for character in kind)


def shown_of(record: SearchRecord) -> dict[str, str]:
    """Return what a result shows and is filtered by, without what is empty."""
    shown = {
        "name": record.title,
        "kind": record.kind,
        "plan": record.plan,
        "number": record.number,
        "lead": record.lead,
        "target": record.target,
        "text": record.summary[:160],
        "region": record.region,
        "topics": "、".join(record.topics),
        "year": record.year,
    }
    return {name: value for name, value in shown.items() if value}


def _region(graph: Graph, plan: Plan | None) -> str:
    names = [graph.regions[i].name for i in plan.regions if i in graph.regions] if plan else []
    return "、".join(names)


def _task(graph: Graph, task: Task) -> SearchRecord:
    plan = graph.plans.get(task.plan)
    topics = [graph.topics[i] for i in task.topics if i in graph.topics]
    leads = [graph.units[r.unit] for r in task.leads if r.unit in graph.units]
    joins = [graph.units[r.unit] for r in task.participants if r.unit in graph.units]
    places = [graph.places[i].name for i in task.places if i in graph.places]
    people = [graph.audiences[i].name for i in task.audiences if i in graph.audiences]
    projects = [graph.projects[i].name for i in task.projects if i in graph.projects]
    targets = graph.back.targets.get(task.id, ())
    said = tuple(f"{t.metric}{value_of(t)}" for t in targets)
    telling = telling_target(graph, task)
    target = f"{telling.metric} {value_of(telling)}" if telling else ""
    number = task_number(task)
    return SearchRecord(
        kind="任务",
        url=address(graph, task),
        title=task.title,
        summary=task.summary,
        names=(number, str(task.number)) if task.number else (),
        body=(
            task.summary,
            task.meaning or "",
            *task.measures,
            *said,
            *places,
            *people,
            *projects,
            *(t.name for t in topics),
            *(u.name for u in (*leads, *joins)),
            _region(graph, plan),
            *(u.text for u in graph.back.updates.get(task.id, ())),
        ),
        plan=plan.short_title if plan else "",
        region=_region(graph, plan),
        topics=tuple(t.name for t in topics),
        year=str(max((t.by for t in targets if t.by), default="")),
        number=number,
        lead="、".join(u.name for u in leads),
        target=target,
    )


def _subjects(graph: Graph) -> Iterator[SearchRecord]:
    for topic in graph.topics.values():
        count = len(graph.back.tasks_by.get(("topic", topic.id), ()))
        yield SearchRecord("主题", address(graph, topic), topic.name, f"{topic.summary}{count}条任务。", topic.synonyms, (topic.summary,))
    for people in graph.audiences.values():
        yield SearchRecord("人群", address(graph, people), people.name, people.summary, people.synonyms, (people.summary,))
    for term in graph.terms.values():
        plans = [graph.plans[i].short_title for i in term.scope if i in graph.plans]
        names: tuple[str, ...] = (*term.aliases, *term.synonyms)
        yield SearchRecord("名词", address(graph, term), term.term, term.explanation, names, (term.explanation, *plans))
    for definition in graph.definitions.values():
        plans = [graph.plans[r.plan].short_title for r in graph.back.rows.get(definition.id, ()) if r.plan in graph.plans]
        names = (*definition.aliases, *definition.synonyms, *(r.name for r in graph.back.rows.get(definition.id, ())))
        told = [u.text for r in graph.back.rows.get(definition.id, ()) for u in graph.back.updates.get(r.id, ())]
        yield SearchRecord("指标", address(graph, definition), definition.name, definition.explanation, names, (*plans, *told))


def _where(graph: Graph, region: str) -> str:
    """The short name, as plans are filtered by; a unit and the plan that names it are of one region."""
    found = graph.regions.get(region)
    return found.name if found else ""


def _bodies(graph: Graph) -> Iterator[SearchRecord]:
    for unit in graph.units.values():
        leads = graph.back.leads.get(unit.id, ())
        said = f"牵头{len(leads)}条任务，参加{len(graph.back.participates.get(unit.id, ()))}条。"
        where = _where(graph, unit.region)
        names = (*unit.aliases, *unit.synonyms)
        yield SearchRecord("单位", address(graph, unit), unit.name, said, names, (where, unit.note or ""), region=where)
    for place in graph.places.values():
        where = _where(graph, place.region)
        said = f"{where}，{len(graph.back.tasks_by.get(('place', place.id), ()))}条任务点到它。"
        names = (*place.aliases, *place.synonyms)
        yield SearchRecord("地方", address(graph, place), place.name, said, names, (where,), region=where)
    for project in graph.projects.values():
        source = graph.plans.get(project.plan)
        said = "，".join(part for part in (project.category, project.stage, project.scale) if part)
        places = [graph.places[i].name for i in project.places if i in graph.places]
        title, region = source.short_title if source else "", _region(graph, source)
        body = (said, *places, region, *(u.text for u in graph.back.updates.get(project.id, ())))
        yield SearchRecord("项目", address(graph, project), project.name, said, project.aliases, body, plan=title, region=region)


def _chapter_numbers(division: Division) -> tuple[str, ...]:
    """``第五章``, which people say also of what a document prints as ``五、``."""
    number = re.search(r"-c(\d+)$", division.id)
    return (f"第{to_han(int(number[1]))}章",) if number and division.kind == "chapter" and "章" not in (division.label or "") else ()


def _documents(graph: Graph) -> Iterator[SearchRecord]:
    for plan in graph.plans.values():
        names = tuple(n for n in (*plan.aliases, plan.document_number, plan.index_number, plan.title) if n)
        region = _region(graph, plan)
        yield SearchRecord(
            "规划", address(graph, plan), plan.short_title, plan.summary, names, (*plan.highlights, region), plan.short_title, region
        )
    for division in graph.divisions.values():
        owner = graph.plans.get(division.plan)
        if division.kind not in HAS_PAGE and division.parent is not None:
            continue
        sections = [child.title for child in graph.back.divisions.get(division.id, ())]
        inside = graph.divisions_within(division)
        results = [f"{r.metric}{done_of(r)}" for d in inside for r in graph.back.results.get(d.id, ())]
        results += [f"{t.metric}{value_of(t)}" for d in inside for t in graph.back.targets.get(d.id, ())]
        yield SearchRecord(
            "章节",
            address(graph, division),
            title_of(division),
            division.summary or "",
            _chapter_numbers(division),
            (division.summary or "", *sections, *results),
            plan=owner.short_title if owner else "",
            region=_region(graph, owner),
        )


def search_records(graph: Graph) -> list[SearchRecord]:
    """Return every record, in an order that never changes: the index must have equal bytes for equal data."""
    found = [*_subjects(graph), *_bodies(graph), *_documents(graph), *(_task(graph, task) for task in graph.tasks.values())]
    return sorted(found, key=lambda record: (record.url, record.kind, record.title))
