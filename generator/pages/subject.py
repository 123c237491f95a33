"""Topics and audiences: everything that concerns one subject or one group of people."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.graph import Graph
from generator.language import joined, tr, trc, trn
from generator.model import Audience, Task, Topic
from generator.pages.addresses import address, link_to, record_json
from generator.pages.blocks import (
    Block,
    Chips,
    Facts,
    Heading,
    Lead,
    Prose,
    Row,
    Rows,
)
from generator.pages.inline import Link
from generator.pages.lists import fact, filter_link, ordered_plans, project_rows, target_rows, task_rows, topics_by_group, unit_links
from generator.pages.page import Page
from generator.pages.phrases import document_line

SYNONYMS_SHOWN = 8
"""Search knows them all; a page shows what one glance takes in."""


def _leaders(graph: Graph, tasks: tuple[Task, ...]) -> list[Block]:
    counts: Counter[str] = Counter()
    links: dict[str, Link] = {}
    for task in tasks:
        for link in unit_links(graph, task.leads):
            counts[link.address] += 1
            links[link.address] = link
    if not counts:
        return []
    chips = tuple(Link(trn("{unit}（牵头{n}条）", n, unit=links[a].text), a) for a, n in counts.most_common())
    return [Heading(tr("由谁牵头"), "units"), Chips(chips)]


def _targets(graph: Graph, tasks: tuple[Task, ...], record: Topic | Audience) -> list[Block]:
    """Targets of the tasks; of a topic only those whose main topic it is, since the others' speak of other things."""
    kind, identifier, name = record.KIND, record.id, record.name
    own = [task for task in tasks if kind != "topic" or task.topics[:1] == (identifier,)]
    pairs = [(task, target) for task in own for target in graph.back.targets.get(task.id, ())]
    if not pairs:
        return []
    pairs.sort(key=lambda pair: (pair[1].by or 9999, pair[0].order))
    return [Heading(tr("要做到什么"), "targets"), target_rows(graph, pairs, tr("和{name}有关的目标", name=name))]


def _by_plan(graph: Graph, tasks: tuple[Task, ...]) -> list[Block]:
    blocks: list[Block] = []
    for plan in ordered_plans(graph):
        own = tuple(task for task in tasks if task.plan == plan.id)
        if own:
            heading = trn("{name}（{n}条）", len(own), name=plan.short_title)
            blocks += [Heading(heading, f"plan-{plan.id}"), task_rows(graph, own, with_summary=True)]
    return blocks


def _page(graph: Graph, record: Topic | Audience, word: str, section: Link, extra: list[Block]) -> Page:
    tasks = graph.back.tasks_by.get((record.KIND, record.id), ())
    counted = trn("规划里有{n}条任务和它有关。", len(tasks)) if tasks else tr("现有的规划里没有任务写到它。")
    lead = joined([record.summary, counted], "sentences")
    blocks: list[Block] = [Lead(lead)]
    if record.synonyms:
        words = joined(record.synonyms[:SYNONYMS_SHOWN])
        blocks.append(Facts((fact(tr("也会这样说"), (tr("{names}等", names=words) if len(record.synonyms) > SYNONYMS_SHOWN else words,)),)))
    blocks += filter_link(record.KIND, record.id, len(tasks))
    blocks += _by_plan(graph, tasks) + _targets(graph, tasks, record) + _leaders(graph, tasks) + extra
    plans = {task.plan: graph.plans[task.plan] for task in tasks if task.plan in graph.plans}
    return Page(
        address=address(graph, record),
        title=record.name,
        kicker=(word,),
        crumbs=(Link(tr("首页"), ""), section),
        blocks=tuple(blocks),
        description=lead,
        record=(record.KIND, record.id),
        origin=graph.dataset.span(record),
        source=tuple(document_line(plan) for plan in plans.values()),
        json=record_json(record),
    )


def topic_page(graph: Graph, topic: Topic) -> Page:
    """Build the page of one topic."""
    extra: list[Block] = []
    definitions = [d for d in graph.definitions.values() if d.topic == topic.id]
    if definitions:
        extra += [Heading(tr("有关的指标"), "indicators"), Chips(tuple(link_to(graph, d) for d in definitions))]
    tasks = graph.back.tasks_by.get(("topic", topic.id), ())
    projects = {i: graph.projects[i] for task in tasks if task.topics[:1] == (topic.id,) for i in task.projects if i in graph.projects}
    if projects:
        extra += [Heading(tr("有关的项目"), "projects"), project_rows(graph, list(projects.values()))]
    terms = [t for t in graph.terms.values() if topic.id in t.topics]
    if terms:
        extra += [Heading(tr("有关的名词"), "terms"), Chips(tuple(link_to(graph, t) for t in terms))]
    return _page(graph, topic, trc("眉题", "主题"), Link(trc("导航", "主题"), "topics/"), extra)


def audience_page(graph: Graph, audience: Audience) -> Page:
    """Build the page of one audience."""
    return _page(graph, audience, trc("眉题", "人群"), Link(trc("导航", "人群"), "audiences/"), [])


def _rows(graph: Graph, records: list[Any]) -> Rows:
    rows = []
    for record in records:
        count = len(graph.back.tasks_by.get((record.KIND, record.id), ()))
        rows.append(Row(link_to(graph, record), trn("{n}条", count), ((record.summary,),)))
    return Rows(tuple(rows))


def topic_index(graph: Graph) -> Page:
    """List the topics by group."""
    blocks: list[Block] = [Lead(tr("按你关心的事来找。每个主题列出所有规划里有关的任务、目标和负责的单位。"))]
    for anchor, group, topics in topics_by_group(graph):
        blocks += [Heading(tr(group), anchor), _rows(graph, topics)]
    return Page("topics/", trc("导航", "主题"), (), (Link(tr("首页"), ""),), tuple(blocks), tr("按主题查规划里的任务。"))


def audience_index(graph: Graph) -> Page:
    """List the audiences."""
    audiences = sorted(graph.audiences.values(), key=lambda a: a.order)
    blocks: tuple[Block, ...] = (
        Lead(tr("按人来找：规划里哪些事和你有关。")),
        _rows(graph, list(audiences)),
        Prose((tr("一条任务可以和几种人有关。"),)),
    )
    return Page("audiences/", trc("导航", "人群"), (), (Link(tr("首页"), ""),), blocks, tr("按人群查规划里的任务。"))
