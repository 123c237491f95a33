"""A unit: what it leads, what it joins, what it must deliver by when, and whom it works with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.graph import Graph
from generator.model import Task, Unit
from generator.pages import progress
from generator.pages.addresses import address, link_to, record_json
from generator.pages.blocks import Block, Bullets, Chips, Fact, Facts, Heading, Lead, Link, Page, Prose, Row, Rows
from generator.pages.changes import feed_address, unit_blocks
from generator.pages.count_charts import partners, shared_tasks
from generator.pages.lists import counted, fact, filter_link, full_region, notes_blocks, regions_in_order, target_rows, task_row, task_rows
from generator.pages.phrases import document_line
from generator.pages.words import UNIT_KINDS

PARTNERS = 12


def _facts(graph: Graph, unit: Unit) -> list[Fact]:
    facts: list[Fact] = []
    if unit.aliases:
        facts.append(fact("也叫", ("、".join(unit.aliases),)))
    if unit.members:
        names = [link_to(graph, graph.units[m]) for m in unit.members if m in graph.units]
        facts.append(fact("原文点了名的", *((name,) for name in names)))
    for group in graph.back.groups.get(unit.id, ()):
        facts.append(fact("也算在", (link_to(graph, group), "里")))
    if unit.place and unit.place in graph.places:
        facts.append(fact("管的地方", (link_to(graph, graph.places[unit.place]),)))
    parent = graph.units.get(unit.parent or "")
    if parent is not None:
        facts.append(fact("上级", (link_to(graph, parent),)))
    return facts


def _deliver(graph: Graph, leads: Sequence[Task]) -> list[Block]:
    pairs = [(task, target) for task in leads for target in graph.back.targets.get(task.id, ())]
    if not pairs:
        return []
    pairs.sort(key=lambda pair: (pair[1].by or 9999, pair[0].order))
    return [Heading("牵头的任务里写明的目标", "targets"), target_rows(graph, pairs, "这个单位牵头的目标")]


def _by_topic(graph: Graph, tasks: Sequence[Task]) -> list[Block]:
    counts = Counter(topic for task in tasks for topic in task.topics if topic in graph.topics)
    if not counts:
        return []
    links = tuple(link_to(graph, graph.topics[t], f"{graph.topics[t].name}（{n}）") for t, n in counts.most_common())
    return [Heading("按主题看", "topics"), Chips(links)]


def _partners(graph: Graph, unit: Unit, tasks: Sequence[Task]) -> list[Block]:
    shown = shared_tasks(graph, unit, tasks)[:PARTNERS]
    if not shown:
        return []
    chart = partners(graph, unit, shown)
    # The picture and its table say how often; without them the links do.
    links = tuple(link_to(graph, one.partner, "" if chart else f"{one.partner.name}（{one.total}条）") for one in shown)
    return [Heading("常一起做事的单位", "partners"), *([chart] if chart else []), Chips(links)]


def _indicators(graph: Graph, unit: Unit) -> list[Block]:
    rows = graph.back.provides.get(unit.id, ())
    if not rows:
        return []
    shown = tuple(
        Row(Link(row.name, address(graph, row)), graph.plans[row.plan].short_title if row.plan in graph.plans else "") for row in rows
    )
    return [Heading("由它提供数据的指标", "provides"), Rows(shown)]


def page(graph: Graph, unit: Unit) -> Page:
    """Build the page of one unit."""
    leads, joins = graph.back.leads.get(unit.id, ()), graph.back.participates.get(unit.id, ())
    region = graph.regions.get(unit.region)
    tasks = tuple({task.id: task for task in (*leads, *joins)}.values())
    blocks: list[Block] = [Lead(f"{unit.name}：{counted(unit, graph)}。")]
    facts = _facts(graph, unit)
    if facts:
        blocks.append(Facts(tuple(facts)))
    if unit.note:
        blocks.append(Prose((unit.note,)))
    blocks += filter_link("unit", unit.id, len(tasks))
    if leads:
        blocks += [Heading(f"它牵头的任务（{len(leads)}条）", "leads"), task_rows(graph, leads, with_lead=False, with_summary=True)]
    blocks += _deliver(graph, leads)
    if joins:
        blocks += [Heading(f"它参加的任务（{len(joins)}条）", "participates"), Rows(tuple(task_row(graph, t) for t in joins))]
    blocks += progress.of_tasks(graph, leads or joins, unit.name, "它牵头的" if leads else "它参加的")
    blocks += _indicators(graph, unit) + _by_topic(graph, tasks) + _partners(graph, unit, tasks)
    blocks += [*notes_blocks(graph.back.notes.get(unit.id, ())), *unit_blocks(unit)]
    plans = {task.plan: graph.plans[task.plan] for task in tasks if task.plan in graph.plans}
    plans |= {row.plan: graph.plans[row.plan] for row in graph.back.provides.get(unit.id, ()) if row.plan in graph.plans}
    return Page(
        address=address(graph, unit),
        title=unit.name,
        kicker=("单位", " · ", full_region(graph, region) if region else "", " · ", UNIT_KINDS[unit.kind]),
        crumbs=(Link("首页", ""), Link("单位", "units/")),
        blocks=tuple(blocks),
        description=f"{unit.name}在规划里{counted(unit, graph)}。",
        record=(unit.KIND, unit.id),
        origin=graph.dataset.span(unit),
        source=tuple(document_line(plan) for plan in plans.values()),
        json=record_json(unit),
        feed=feed_address(unit),
    )


def index(graph: Graph) -> Page:
    """List all units by region and kind, busiest first."""
    blocks: list[Block] = [Lead("规划里写到的单位。点开一个，就能看到它牵头什么、参加什么、要在什么时候前做到什么。")]
    for region in regions_in_order(graph):
        inside = [u for u in graph.units.values() if u.region == region.id]
        if inside:
            blocks.append(Heading(f"{full_region(graph, region)}（{len(inside)}个）", region.id))
        for kind, word in UNIT_KINDS.items():
            units = [u for u in inside if u.kind == kind]
            if units:
                units.sort(key=lambda u: (-len(graph.back.leads.get(u.id, ())), -len(graph.back.participates.get(u.id, ())), u.id))
                rows = tuple(Row(link_to(graph, u), "", ((counted(u, graph),),)) for u in units)
                blocks += [Heading(f"{word}（{len(units)}个）", f"{region.id}-{kind}", 3), Rows(rows)]
    blocks.append(Bullets((("每一类里，牵头任务多的排在前面。",),)))
    return Page("units/", "单位", (), (Link("首页", ""),), tuple(blocks), "规划里写到的所有单位和各自的任务。")
