"""A place: what names it, what names the group that it belongs to, and what holds for the whole region."""

from __future__ import annotations

from collections.abc import Sequence

from generator.graph import Graph
from generator.language import joined, tr, trc, trn
from generator.model import Place, Project, Task, Unit
from generator.pages.addresses import address, link_to, record_json
from generator.pages.blocks import (
    Block,
    Chips,
    Fact,
    Facts,
    Heading,
    Lead,
    Prose,
    Row,
    Rows,
)
from generator.pages.inline import Link
from generator.pages.lists import (
    fact,
    filter_link,
    full_region,
    linked_fact,
    notes_blocks,
    ordered_plans,
    plan_topics,
    project_rows,
    regions_in_order,
    task_rows,
)
from generator.pages.page import Page
from generator.pages.phrases import document_line, title_of
from generator.pages.words import PLACE_KINDS

ON_TOP = 6
"""Topics among the key facts; all of them stand further down."""


def named_tasks(graph: Graph, place: Place) -> tuple[Task, ...]:
    """Tasks that name the place, a place inside it, or a unit that looks after it."""
    back = graph.back
    named = [back.tasks_by.get(("place", p), ()) for p in (place.id, *(p.id for p in back.inside.get(place.id, ())))]
    named += [part.get(u.id, ()) for u in back.units_at.get(place.id, ()) for part in (back.leads, back.participates)]
    found = {task.id: task for tasks in named for task in tasks}
    return tuple(sorted(found.values(), key=lambda t: (t.plan, t.order)))


def _groups(graph: Graph, place: Place) -> list[Unit]:
    """Groups of units that include one of this place."""
    units = {u.id for u in graph.back.units_at.get(place.id, ())}
    return [g for g in graph.units.values() if g.kind == "group" and units.intersection(g.members)] if units else []


def _group_blocks(graph: Graph, place: Place, named: tuple[Task, ...]) -> list[Block]:
    blocks: list[Block] = []
    for group in _groups(graph, place):
        tasks = [*graph.back.leads.get(group.id, ()), *graph.back.participates.get(group.id, ())]
        rest = tuple(t for t in tasks if t not in named)
        if rest:
            heading = trn("要求{unit}参加的任务（{n}条）", len(rest), unit=group.name)
            blocks += [Heading(heading, group.id), task_rows(graph, rest)]
    return blocks


def _names_a_place(graph: Graph, task: Task) -> bool:
    """Say whether a task names places, or units or groups of units that look after places."""
    roles = (*task.leads, *task.participants)
    units = [graph.units[role.unit] for role in roles if role.unit in graph.units]
    members = [graph.units[m] for unit in units for m in unit.members if m in graph.units]
    return bool(task.places) or any(unit.place for unit in (*units, *members))


def _region_blocks(graph: Graph, place: Place) -> list[Block]:
    """What holds for the whole region: tasks that name no place, by topic and by chapter."""
    blocks: list[Block] = []
    for plan in graph.plans.values():
        if place.region not in plan.regions:
            continue
        rows, whole = [], 0
        for division in graph.back.divisions.get(plan.id, ()):
            count = sum(not _names_a_place(graph, task) for task in graph.tasks_within(division))
            whole += count
            if count:
                rows.append(Row(link_to(graph, division, title_of(division)), trn("{n}条", count)))
        region = graph.regions[place.region].name if place.region in graph.regions else ""
        if rows:
            words = trn("{plan}还有{n}条任务没有点名某个地方。各章里有：", whole, plan=plan.short_title)
            heading = trn("对{region}全境的任务（{n}条）", whole, region=region)
            blocks += [Heading(heading, f"all-{plan.id}"), Prose((words,)), Rows(tuple(rows))]
    return blocks


def _topic_blocks(graph: Graph, place: Place) -> list[Block]:
    """What people ask about where they live: education, health, work, by the plan that speaks for the place."""
    blocks: list[Block] = []
    for plan in ordered_plans(graph):
        links = plan_topics(graph, plan) if place.region in plan.regions else ()
        if links:
            words = tr("{plan}里和你有关的事，不只是点名{place}的：", plan=plan.short_title, place=place.name)
            blocks += [Heading(tr("按你关心的事看"), f"topics-{plan.id}"), Prose((words,)), Chips(links)]
    return blocks


def _lead(name: str, tasks: int, projects: int) -> str:
    """Say how many tasks and projects name the place."""
    if tasks and projects:
        return trn("规划点名{place}的任务有{tasks}，项目有{n}个。", projects, place=name, tasks=trn("{n}条", tasks))
    if projects:
        return trn("没有任务点名{place}，项目有{n}个。", projects, place=name)
    return trn("规划点名{place}的任务有{n}条。", tasks, place=name) if tasks else tr("没有任务点名{place}。", place=name)


def _topic_facts(graph: Graph, place: Place) -> list[Fact]:
    """What the plans that speak for the place say most about."""
    facts = []
    for plan in ordered_plans(graph):
        topics = plan_topics(graph, plan) if place.region in plan.regions else ()
        if topics:
            more = Link(tr("更多"), f"{address(graph, place)}#topics-{plan.id}", tr("更多主题"))
            facts.append(linked_fact(tr("按事情看"), [*topics[:ON_TOP], *([more] if len(topics) > ON_TOP else [])]))
    return facts


def _facts(graph: Graph, place: Place) -> list[Fact]:
    """Where it lies, what lies in it, who looks after it, what people ask about, and its other names."""
    facts = []
    parent = graph.places.get(place.parent or "")
    if parent is not None:
        facts.append(linked_fact(tr("在哪里之内"), [link_to(graph, parent)]))
    inside = [link_to(graph, p) for p in graph.back.inside.get(place.id, ())]
    if inside:
        facts.append(linked_fact(tr("里面的地方"), inside))
    units = [link_to(graph, unit) for unit in graph.back.units_at.get(place.id, ())]
    if units:
        facts.append(linked_fact(tr("管这里的单位"), units))
    facts += _topic_facts(graph, place)
    near = [link_to(graph, p) for p in graph.back.places_called[place.name[:3]] if p.id != place.id]
    if near:
        facts.append(linked_fact(tr("名称相近的地方"), near))
    if place.aliases:
        facts.append(fact(tr("也叫"), (joined(place.aliases),)))
    return facts


def _named_blocks(graph: Graph, place: Place, named: tuple[Task, ...], projects: Sequence[Project]) -> list[Block]:
    """The tasks and projects that name the place."""
    blocks: list[Block] = []
    if named:
        heading = trn("点名{place}的任务（{n}条）", len(named), place=place.name)
        blocks += [Heading(heading, "named"), task_rows(graph, named, with_summary=True)]
    if projects:
        heading = trn("点名{place}的项目（{n}个）", len(projects), place=place.name)
        blocks += [Heading(heading, "projects"), project_rows(graph, projects)]
    return blocks


def page(graph: Graph, place: Place) -> Page:
    """Build the page of one place."""
    named = named_tasks(graph, place)
    projects = graph.back.projects_at.get(place.id, ())
    region = graph.regions.get(place.region)
    lead, facts = _lead(place.name, len(named), len(projects)), _facts(graph, place)
    blocks: list[Block] = [Lead(lead)]
    if facts:
        blocks.append(Facts(tuple(facts)))
    blocks += filter_link("place", place.id, len(named))
    blocks += _named_blocks(graph, place, named, projects)
    blocks += _topic_blocks(graph, place) + _group_blocks(graph, place, named) + _region_blocks(graph, place)
    blocks += notes_blocks(graph.back.notes.get(place.id, ()))
    plans = {task.plan: graph.plans[task.plan] for task in named if task.plan in graph.plans}
    return Page(
        address=address(graph, place),
        title=place.name,
        kicker=(trc("眉题", "地方"), " · ", full_region(graph, region) if region else "", " · ", trc("一个", PLACE_KINDS[place.kind])),
        crumbs=(Link(tr("首页"), ""), Link(trc("导航", "地方"), "places/")),
        blocks=tuple(blocks),
        description=lead,
        record=(place.KIND, place.id),
        origin=graph.dataset.span(place),
        source=tuple(document_line(plan) for plan in plans.values()),
        json=record_json(place),
    )


def index(graph: Graph) -> Page:
    """List places by region, then kind; towns first, since people look for home."""
    blocks: list[Block] = [Lead(tr("找你的家乡：规划在哪些镇、街道、园区、口岸、景区安排了什么。"))]
    for region in regions_in_order(graph):
        inside = [p for p in graph.places.values() if p.region == region.id]
        if inside:
            blocks.append(Heading(trn("{name}（{n}个）", len(inside), name=full_region(graph, region)), region.id))
        for kind, word in PLACE_KINDS.items():
            places = [p for p in inside if p.kind == kind]
            if places:
                counts = {p.id: len(named_tasks(graph, p)) for p in places}
                places.sort(key=lambda p: (-counts[p.id], p.id))
                rows = tuple(Row(link_to(graph, p), trn("{n}条", counts[p.id])) for p in places)
                blocks += [Heading(tr(word), f"{region.id}-{kind}", 3), Rows(rows)]
    return Page("places/", trc("导航", "地方"), (), (Link(tr("首页"), ""),), tuple(blocks), tr("规划里点名的地方和那里的任务。"))
