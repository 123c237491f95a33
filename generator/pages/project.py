"""A project: what the document says of it, where, and which tasks carry it."""

from __future__ import annotations

from collections import Counter

from generator.graph import Graph
from generator.language import joined, tr, trc, trn
from generator.model import Project
from generator.pages import progress
from generator.pages.addresses import address, link_to, record_json
from generator.pages.blocks import (
    Block,
    Facts,
    Heading,
    Lead,
    Rows,
)
from generator.pages.inline import (
    Link,
    Missing,
    listing,
    sentence,
)
from generator.pages.lists import (
    chapter_counts,
    fact,
    linked_fact,
    notes_blocks,
    ordered_plans,
    project_rows,
    region_names,
    task_row,
    unit_links,
)
from generator.pages.page import Page
from generator.pages.phrases import source_lines


def _facts(graph: Graph, project: Project) -> Facts:
    tasks = graph.back.tasks_by.get(("project", project.id), ())
    owners = [link_to(graph, graph.units[u]) for u in project.owners if u in graph.units]
    leads = {link.address: link for task in tasks for link in unit_links(graph, task.leads)}
    facts = [
        fact(tr("类别"), (project.category or Missing(),)),
        fact(tr("要做的事"), (project.stage or Missing(),)),
        fact(tr("规模"), (project.scale or Missing(),)),
        fact(tr("投资"), (project.investment or Missing(),)),
        linked_fact(tr("谁负责"), owners),
    ]
    if not owners and leads:
        led = sentence("写到它的任务由{units}牵头", units=listing(tuple(leads.values())))
        facts[-1] = fact(tr("谁负责"), (Missing(tr("原文没有写这个项目由谁建")),), led)
    facts.append(linked_fact(tr("在哪里"), [link_to(graph, graph.places[p]) for p in project.places if p in graph.places]))
    plan = graph.plans.get(project.plan)
    if plan is not None:
        facts.append(linked_fact(tr("出自"), [link_to(graph, plan, plan.short_title)]))
    if project.aliases:
        facts.append(fact(tr("也叫"), (joined(project.aliases),)))
    return Facts(tuple(facts))


def _lead(graph: Graph, project: Project) -> str:
    """Say which plan names it, and under which task."""
    named = graph.plans.get(project.plan)
    plan = named.short_title if named else trc("项目", "规划")
    tasks = graph.back.tasks_by.get(("project", project.id), ())
    if not tasks:
        return tr("{plan}点名的项目。", plan=plan)
    return tr("{plan}点名的项目，写在“{task}”这一条里。", plan=plan, task=tasks[0].title)


def page(graph: Graph, project: Project) -> Page:
    """Build the page of one project."""
    plan = graph.plans.get(project.plan)
    division = graph.divisions.get(project.division)
    tasks = graph.back.tasks_by.get(("project", project.id), ())
    lead = _lead(graph, project)
    blocks: list[Block] = [Lead(lead), _facts(graph, project)]
    if tasks:
        blocks += [Heading(tr("写到它的任务"), "tasks"), Rows(tuple(task_row(graph, t) for t in tasks))]
    blocks += progress.of_record(graph, project)
    twins = [graph.projects[i] for i in project.same_as if i in graph.projects]
    if twins:
        blocks += [Heading(tr("别的规划里的同一个项目"), "same"), project_rows(graph, twins)]
    around = graph.back.projects_within.get(project.division, ())
    others = [p for p in around if p.division == project.division and p.id != project.id][:6]
    if others:
        blocks += [Heading(tr("同一节里的其他项目"), "others"), project_rows(graph, others)]
    blocks += notes_blocks(graph.back.notes.get(project.id, ()))
    return Page(
        address=address(graph, project),
        title=project.name,
        kicker=(" · ".join(part for part in (trc("眉题", "项目"), region_names(graph, plan) if plan else "") if part),),
        crumbs=(Link(tr("首页"), ""), Link(trc("导航", "项目"), "projects/")),
        blocks=tuple(blocks),
        description=lead,
        record=(project.KIND, project.id),
        origin=graph.dataset.span(project),
        source=source_lines(graph, project.plan, project.source, division),
        json=record_json(project),
    )


def index(graph: Graph) -> Page:
    """Lead to all projects by plan and chapter, in the document's order; each chapter's page lists its own."""
    found = len(graph.projects)
    blocks: list[Block] = [Lead(trn("规划里点了名的工程、园区、平台和场馆，共{n}个。点开一章，就能看到这一章的项目。", found))]
    divisions = [graph.divisions[p.division] for p in graph.projects.values() if p.division in graph.divisions]
    within = Counter(above.id for division in divisions for above in graph.line_of(division))
    for plan in ordered_plans(graph):
        rows = chapter_counts(graph, plan, lambda division: within[division.id], lambda count: trn("{n}个", count), "#projects")
        if rows:
            named = trn("{plan}（{n}个）", len(graph.back.projects_of_plan[plan.id]), plan=plan.short_title)
            blocks += [Heading(named, plan.id), Rows(rows)]
    return Page("projects/", trc("导航", "项目"), (), (Link(tr("首页"), ""),), tuple(blocks), tr("规划里点名的所有项目。"))
