"""A unit: what it must deliver by when, whom it works with, what it leads and what it joins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.graph import Graph
from generator.model import Target, Task, Unit
from generator.pages import progress
from generator.pages.addresses import address, link_to, record_json
from generator.pages.blocks import (
    Block,
    Bullets,
    Chips,
    Fact,
    Facts,
    Folded,
    Heading,
    Inlines,
    Lead,
    Link,
    Missing,
    Page,
    Prose,
    Row,
    Rows,
    Unbroken,
)
from generator.pages.changes import feed_address, unit_blocks
from generator.pages.count_charts import partners, shared_tasks
from generator.pages.lists import counted, fact, filter_link, full_region, notes_blocks, regions_in_order, task_row, task_rows
from generator.pages.phrases import STATED, document_line, target_words, task_number, year_of
from generator.pages.words import UNIT_KINDS

PARTNERS = 12
"""Links; the picture further down shows fewer."""
DUE_IN_SIGHT = 6
"""Targets: about what a phone shows at once."""
LINKS_IN_SIGHT = 6
"""Of topics and of partners: the tasks follow, and should not stand screens away."""
Item = TypeVar("Item", Row, Link)


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


def _about(graph: Graph, unit: Unit) -> list[Block]:
    """Who it is: other names, members, place, and what an editor adds."""
    facts = _facts(graph, unit)
    return [*([Facts(tuple(facts))] if facts else []), *([Prose((unit.note,))] if unit.note else [])]


def _due_row(graph: Graph, task: Task, target: Target) -> Row:
    """What is due and where it is written; the year stands in front, or the row says that there is none."""
    dated = target.by is not None and target.by_basis in STATED
    written: Inlines = (" ".join(part for part in (task_number(task), task.title) if part),)
    when = "".join(part.text for part in year_of(target) if isinstance(part, Unbroken)) if dated else ""
    return Row(Link(target_words(target), address(graph, target)), when, (written,) if dated else (written, year_of(target)))


def _due(graph: Graph, leads: Sequence[Task]) -> list[Block]:
    """What must be there by when: what has a year and a number first, and many rows folded; openly nothing where nothing is stated."""
    if not leads:
        return []
    heading = Heading("它要在什么时候前做到什么", "targets")
    pairs = [(task, target) for task in leads for target in graph.back.targets.get(task.id, ())]
    if not pairs:
        return [heading, Prose((f"它牵头的{len(leads)}条任务：", Missing("原文没有写出可以核对的目标"), "。"))]
    pairs.sort(key=lambda pair: (pair[1].by_basis not in STATED, pair[1].value is None, pair[1].by or 9999))
    rows = [_due_row(graph, task, target) for task, target in pairs]
    mixed = len({(target.by_basis in STATED, target.value is None) for _, target in pairs}) > 1
    order = "先是年份和数字都写明的，再是只写明年份的，最后是没写年份的。" if mixed else ""
    return [heading, Prose((f"这些目标出自它牵头的任务。{order}",)), *_in_sight(rows, DUE_IN_SIGHT, Rows, "项目标")]


def _in_sight(items: Sequence[Item], most: int, block: Callable[[tuple[Item, ...]], Rows | Chips], measure: str) -> list[Block]:
    """The first of a list in sight, the rest folded. One that alone would be folded is shown."""
    cut = most if len(items) > most + 1 else len(items)
    blocks: list[Block] = [block(tuple(items[:cut]))]
    if cut < len(items):
        blocks.append(Folded(f"其余{len(items) - cut}{measure}", block(tuple(items[cut:]))))
    return blocks


def _by_topic(graph: Graph, tasks: Sequence[Task]) -> list[Block]:
    counts = Counter(topic for task in tasks for topic in task.topics if topic in graph.topics)
    if not counts:
        return []
    links = [link_to(graph, graph.topics[t], f"{graph.topics[t].name}（{n}）") for t, n in counts.most_common()]
    return [Heading("按主题看", "topics"), *_in_sight(links, LINKS_IN_SIGHT, Chips, "个主题")]


def _partners(graph: Graph, unit: Unit, tasks: Sequence[Task]) -> tuple[list[Block], list[Block]]:
    """Whom it works with, in a few links, and the picture of who then leads, which is long and stands further down."""
    shown = shared_tasks(graph, unit, tasks)[:PARTNERS]
    if not shown:
        return [], []
    links = [link_to(graph, one.partner, f"{one.partner.name}（{one.total}条）") for one in shown]
    chart = partners(graph, unit, shown)
    picture: list[Block] = [Heading("和这些单位一起做事，谁牵头", "who-leads"), chart] if chart else []
    return [Heading("常一起做事的单位", "partners"), *_in_sight(links, LINKS_IN_SIGHT, Chips, "个单位")], picture


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
    due, about = _due(graph, leads), _about(graph, unit)
    with_whom, who_leads = _partners(graph, unit, tasks)
    blocks: list[Block] = [Lead(f"{unit.name}：{counted(unit, graph)}。"), *due]
    blocks += [Heading("这个单位", "about"), *about] if due and about else about
    blocks += _by_topic(graph, tasks) + filter_link("unit", unit.id, len(tasks)) + with_whom
    if leads:
        blocks += [Heading(f"它牵头的任务（{len(leads)}条）", "leads"), task_rows(graph, leads, with_lead=False, with_summary=True)]
    if joins:
        blocks += [Heading(f"它参加的任务（{len(joins)}条）", "participates"), Rows(tuple(task_row(graph, t) for t in joins))]
    blocks += progress.of_tasks(graph, leads or joins, unit.name, "它牵头的" if leads else "它参加的")
    blocks += _indicators(graph, unit) + who_leads
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
