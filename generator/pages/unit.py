"""A unit: what it must deliver by when, whom it works with, what it leads and what it joins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.graph import Graph
from generator.language import joined, tr, trc, trn
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
    Lead,
    Prose,
    Row,
    Rows,
)
from generator.pages.changes import feed_address, unit_blocks
from generator.pages.count_charts import partners, shared_tasks
from generator.pages.inline import (
    Inlines,
    Link,
    Missing,
    Unbroken,
    sentence,
)
from generator.pages.lists import counted, fact, filter_link, full_region, notes_blocks, regions_in_order, task_row, task_rows
from generator.pages.page import Page
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
        facts.append(fact(tr("也叫"), (joined(unit.aliases),)))
    if unit.members:
        names = [link_to(graph, graph.units[m]) for m in unit.members if m in graph.units]
        facts.append(fact(tr("原文点了名的"), *((name,) for name in names)))
    for group in graph.back.groups.get(unit.id, ()):
        facts.append(fact(tr("也算在"), sentence("{unit}里", unit=link_to(graph, group))))
    if unit.place and unit.place in graph.places:
        facts.append(fact(tr("管的地方"), (link_to(graph, graph.places[unit.place]),)))
    parent = graph.units.get(unit.parent or "")
    if parent is not None:
        facts.append(fact(tr("上级"), (link_to(graph, parent),)))
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
    heading = Heading(tr("它要在什么时候前做到什么"), "targets")
    pairs = [(task, target) for task in leads for target in graph.back.targets.get(task.id, ())]
    if not pairs:
        tasks, nothing = trn("它牵头的{n}条任务", len(leads)), Missing(tr("原文没有写出可以核对的目标"))
        return [heading, Prose(sentence("{name}：{value}。", name=tasks, value=nothing))]
    pairs.sort(key=lambda pair: (pair[1].by_basis not in STATED, pair[1].value is None, pair[1].by or 9999))
    rows = [_due_row(graph, task, target) for task, target in pairs]
    mixed = len({(target.by_basis in STATED, target.value is None) for _, target in pairs}) > 1
    order = tr("先是年份和数字都写明的，再是只写明年份的，最后是没写年份的。") if mixed else ""
    words = joined([tr("这些目标出自它牵头的任务。"), order], "sentences")
    return [heading, Prose((words,)), *_in_sight(rows, DUE_IN_SIGHT, Rows, lambda n: trn("其余{n}项目标", n))]


def _in_sight(
    items: Sequence[Item], most: int, block: Callable[[tuple[Item, ...]], Rows | Chips], rest: Callable[[int], str]
) -> list[Block]:
    """The first of a list in sight, the rest folded. One that alone would be folded is shown."""
    cut = most if len(items) > most + 1 else len(items)
    blocks: list[Block] = [block(tuple(items[:cut]))]
    if cut < len(items):
        blocks.append(Folded(rest(len(items) - cut), block(tuple(items[cut:]))))
    return blocks


def _by_topic(graph: Graph, tasks: Sequence[Task]) -> list[Block]:
    counts = Counter(topic for task in tasks for topic in task.topics if topic in graph.topics)
    if not counts:
        return []
    links = [link_to(graph, graph.topics[t], tr("{a}（{b}）", a=graph.topics[t].name, b=n)) for t, n in counts.most_common()]
    return [Heading(tr("按主题看"), "topics"), *_in_sight(links, LINKS_IN_SIGHT, Chips, lambda n: trn("其余{n}个主题", n))]


def _partners(graph: Graph, unit: Unit, tasks: Sequence[Task]) -> tuple[list[Block], list[Block]]:
    """Whom it works with, in a few links, and the picture of who then leads, which is long and stands further down."""
    shown = shared_tasks(graph, unit, tasks)[:PARTNERS]
    if not shown:
        return [], []
    links = [link_to(graph, one.partner, trn("{name}（{n}条）", one.total, name=one.partner.name)) for one in shown]
    chart = partners(graph, unit, shown)
    picture: list[Block] = [Heading(tr("和这些单位一起做事，谁牵头"), "who-leads"), chart] if chart else []
    return [
        Heading(tr("常一起做事的单位"), "partners"),
        *_in_sight(links, LINKS_IN_SIGHT, Chips, lambda n: trn("其余{n}个单位", n)),
    ], picture


def _indicators(graph: Graph, unit: Unit) -> list[Block]:
    rows = graph.back.provides.get(unit.id, ())
    if not rows:
        return []
    shown = tuple(
        Row(Link(row.name, address(graph, row)), graph.plans[row.plan].short_title if row.plan in graph.plans else "") for row in rows
    )
    return [Heading(tr("由它提供数据的指标"), "provides"), Rows(shown)]


def page(graph: Graph, unit: Unit) -> Page:
    """Build the page of one unit."""
    leads, joins = graph.back.leads.get(unit.id, ()), graph.back.participates.get(unit.id, ())
    region = graph.regions.get(unit.region)
    tasks = tuple({task.id: task for task in (*leads, *joins)}.values())
    due, about = _due(graph, leads), _about(graph, unit)
    with_whom, who_leads = _partners(graph, unit, tasks)
    blocks: list[Block] = [Lead(tr("{unit}：{counts}。", unit=unit.name, counts=counted(unit, graph))), *due]
    blocks += [Heading(tr("这个单位"), "about"), *about] if due and about else about
    blocks += _by_topic(graph, tasks) + filter_link("unit", unit.id, len(tasks)) + with_whom
    if leads:
        heading = trn("它牵头的任务（{n}条）", len(leads))
        blocks += [Heading(heading, "leads"), task_rows(graph, leads, with_lead=False, with_summary=True)]
    if joins:
        heading = trn("它参加的任务（{n}条）", len(joins))
        blocks += [Heading(heading, "participates"), Rows(tuple(task_row(graph, t) for t in joins))]
    blocks += progress.of_tasks(graph, leads or joins, unit.name, tr("它牵头的") if leads else tr("它参加的"))
    blocks += _indicators(graph, unit) + who_leads
    blocks += [*notes_blocks(graph.back.notes.get(unit.id, ())), *unit_blocks(unit)]
    plans = {task.plan: graph.plans[task.plan] for task in tasks if task.plan in graph.plans}
    plans |= {row.plan: graph.plans[row.plan] for row in graph.back.provides.get(unit.id, ()) if row.plan in graph.plans}
    return Page(
        address=address(graph, unit),
        title=unit.name,
        kicker=(trc("眉题", "单位"), " · ", full_region(graph, region) if region else "", " · ", trc("一个", UNIT_KINDS[unit.kind])),
        crumbs=(Link(tr("首页"), ""), Link(trc("导航", "单位"), "units/")),
        blocks=tuple(blocks),
        description=tr("{unit}在规划里{counts}。", unit=unit.name, counts=counted(unit, graph)),
        record=(unit.KIND, unit.id),
        origin=graph.dataset.span(unit),
        source=tuple(document_line(plan) for plan in plans.values()),
        json=record_json(unit),
        feed=feed_address(unit),
    )


def index(graph: Graph) -> Page:
    """List all units by region and kind, busiest first."""
    blocks: list[Block] = [Lead(tr("规划里写到的单位。点开一个，就能看到它牵头什么、参加什么、要在什么时候前做到什么。"))]
    for region in regions_in_order(graph):
        inside = [u for u in graph.units.values() if u.region == region.id]
        if inside:
            blocks.append(Heading(trn("{name}（{n}个）", len(inside), name=full_region(graph, region)), region.id))
        for kind, word in UNIT_KINDS.items():
            units = [u for u in inside if u.kind == kind]
            if units:
                units.sort(key=lambda u: (-len(graph.back.leads.get(u.id, ())), -len(graph.back.participates.get(u.id, ())), u.id))
                rows = tuple(Row(link_to(graph, u), "", ((counted(u, graph),),)) for u in units)
                heading = trn("{name}（{n}个）", len(units), name=tr(word))
                blocks += [Heading(heading, f"{region.id}-{kind}", 3), Rows(rows)]
    blocks.append(Bullets(((tr("每一类里，牵头任务多的排在前面。"),),)))
    return Page("units/", trc("导航", "单位"), (), (Link(tr("首页"), ""),), tuple(blocks), tr("规划里写到的所有单位和各自的任务。"))
