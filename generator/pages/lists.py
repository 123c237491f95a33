"""Lists that several kinds of pages share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from generator.graph import Graph
from generator.language import enumerated, joined, tr, trc, trn
from generator.model import Division, Note, Plan, Project, Region, Target, Task, Topic, Unit
from generator.model.task import Role
from generator.pages.addresses import HAS_PAGE, address, link_to
from generator.pages.blocks import (
    Block,
    Bullets,
    Fact,
    Heading,
    Original,
    Prose,
    Row,
    Rows,
    Table,
)
from generator.pages.inline import (
    Inlines,
    Link,
    Missing,
    Tag,
    Unbroken,
    listing,
    sentence,
)
from generator.pages.phrases import STATED, base_of, target_line, task_number, title_of, unbroken, value_of, year_of
from generator.pages.words import NOTE_KINDS, TOPIC_GROUPS, UPDATE_STATUSES


def region_names(graph: Graph, plan: Plan) -> str:
    """Name the regions of a plan with the one above, as people say it: ``阿拉善盟阿拉善右旗``."""
    names = []
    for identifier in plan.regions:
        region = graph.regions.get(identifier)
        if region is not None:
            names.append(full_region(graph, region))
    return joined(names)


def ordered_plans(graph: Graph) -> list[Plan]:
    """Return the plans in the order that the editors gave them."""
    return sorted(graph.plans.values(), key=lambda p: (p.order, p.id))


def topics_by_group(graph: Graph) -> list[tuple[str, str, list[Topic]]]:
    """Return (anchor, group, its topics in their order) for every group that has topics."""
    groups = [(f"g{number}", group, [t for t in graph.topics.values() if t.group == group]) for number, group in enumerate(TOPIC_GROUPS, 1)]
    return [(anchor, group, sorted(topics, key=lambda t: t.order)) for anchor, group, topics in groups if topics]


def plan_topics(graph: Graph, plan: Plan, most: int = 18) -> tuple[Link, ...]:
    """Lead to what a plan says of each topic: those of daily life first, then those with most tasks."""
    counts = Counter(topic for task in graph.back.tasks_of_plan.get(plan.id, ()) for topic in task.topics if topic in graph.topics)
    ranked = sorted(counts, key=lambda t: (not graph.topics[t].featured, -counts[t], t))
    links = [
        Link(tr("{name}（{n}）", name=graph.topics[t].name, n=counts[t]), f"{address(graph, graph.topics[t])}#plan-{plan.id}")
        for t in ranked[:most]
    ]
    return (*links, Link(tr("全部主题"), "topics/")) if len(ranked) > most else tuple(links)


def regions_in_order(graph: Graph) -> list[Region]:
    """Return the regions that plans speak for, in the order of the plans, then all others."""
    named = [graph.regions[i] for plan in ordered_plans(graph) for i in plan.regions if i in graph.regions]
    return list({region.id: region for region in (*named, *graph.regions.values())}.values())


def chapter_counts(
    graph: Graph, plan: Plan, number: Callable[[Division], int], said: Callable[[int], str] | str, anchor: str = ""
) -> tuple[Row, ...]:
    """Rows of a plan's chapters that hold something, with how much, in the document's order.

    Args:
        graph: The linked data.
        plan: The plan.
        number: How much a chapter holds.
        said: Says a number: ``lambda count: trn("{n}个", count)``; or the word behind it.
        anchor: Where on a chapter's page the rows lead.
    """
    rows = []
    for division in graph.back.divisions_of_plan.get(plan.id, ()):
        own_page = division.kind in HAS_PAGE or division.parent is None
        count = number(division) if own_page and division.kind != "part" else 0
        if count:
            name = title_of(division)
            shown = f"{count}{said}" if isinstance(said, str) else said(count)
            rows.append((place_of(graph, division), Row(Link(name, address(graph, division) + anchor), shown)))
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))


def place_of(graph: Graph, division: Division) -> tuple[int, ...]:
    """Return where a division stands in its document: the orders from the outermost down to it."""
    return tuple(d.order for d in graph.line_of(division))


def full_region(graph: Graph, region: Region) -> str:
    """A county with its prefecture, anything else by its own name."""
    above = graph.regions.get(region.parent or "")
    if above is None or above.level != "prefecture":
        return region.name
    return trc("地方", "{above}{region}", above=above.name, region=region.name)


def unit_links(graph: Graph, roles: Iterable[Role]) -> tuple[Link, ...]:
    """Links to the units of a list of roles; unknown ones are the checks' business."""
    return tuple(link_to(graph, graph.units[role.unit]) for role in roles if role.unit in graph.units)


def is_led(task: Task) -> bool:
    """Whether the document prints of all leads that they lead; a 责任单位 is responsible, nobody said that it leads."""
    return all("牵头" in role.role_printed or "主办" in role.role_printed for role in task.leads)


def lead_word(task: Task) -> str:
    """Say how the leads stand: 牵头 only where the document prints it."""
    return tr("牵头") if is_led(task) else tr("负责")


def telling_target(graph: Graph, task: Task) -> Target | None:
    """The target that says most in a list: the first with a number, else the first."""
    targets = graph.back.targets.get(task.id, ())
    return next((t for t in targets if t.value is not None), targets[0] if targets else None)


def stated_years(graph: Graph, task: Task) -> list[int]:
    """The years until which the document itself wants something of a task, earliest first."""
    return sorted({t.by for t in graph.back.targets.get(task.id, ()) if t.by is not None and t.by_basis in STATED})


def first_sentence(text: str) -> str:
    """The first sentence of our own summary: what will be done, where a printed title does not say it."""
    return text[: text.find("。") + 1] or text


def lead_line(graph: Graph, task: Task) -> Inlines:
    """Who leads a task, in a list."""
    leads = [unit.text for unit in unit_links(graph, task.leads)]
    plan = graph.plans.get(task.plan)
    # An outline names almost nobody: its own page says so once, and not every row again.
    if not leads and plan is not None and plan.kind != "scheme":
        return ()
    return sentence("{role}：{units}", role=lead_word(task), units=joined(leads) if leads else Missing())


def aim(graph: Graph, task: Task) -> Inlines:
    """What a task is to reach: its most telling target, with the year that the document states."""
    target = telling_target(graph, task)
    if target is None:
        return ()
    if target.by and target.by_basis in STATED:
        return sentence("{target}（{year}年）", target=target_line(target), year=str(target.by))
    return target_line(target)


def aim_line(graph: Graph, task: Task) -> Inlines:
    """What a task is to reach, in a list."""
    what = aim(graph, task)
    return sentence("目标：{what}", what=what) if what else ()


def progress_line(graph: Graph, task: Task) -> Inlines:
    """How far a task is, in a list."""
    updates = graph.back.updates.get(task.id, ())
    if not updates:
        return ()
    last = updates[-1]
    return sentence("进展：{status} {date}", status=Tag(tr(UPDATE_STATUSES[last.status])), date=Unbroken(last.date_.isoformat()))


def task_row(graph: Graph, task: Task, with_lead: bool = True, with_summary: bool = False) -> Row:
    """A task in a list: number and title, who leads (needless on the leader's own page), the most telling target."""
    lines = (
        (first_sentence(task.summary),) if with_summary else (),
        lead_line(graph, task) if with_lead else (),
        aim_line(graph, task),
        progress_line(graph, task),
    )
    return Row(link_to(graph, task), task_number(task), tuple(line for line in lines if line))


def task_rows(graph: Graph, tasks: Sequence[Task], with_lead: bool = True, with_summary: bool = False) -> Rows:
    """A list of tasks in the order given."""
    return Rows(tuple(task_row(graph, task, with_lead, with_summary) for task in tasks))


FILTER_FROM = 8
"""A list as long as this is worth narrowing; a shorter one is seen at a glance."""


def filtered(key: str, identifier: str) -> str:
    """Return the address of the page of filters with one value chosen (the keys: see :mod:`generator.pages.explore`)."""
    return f"explore/?{key}={identifier}"


def filter_link(key: str, identifier: str, count: int) -> list[Block]:
    """The way from a list of tasks to the same tasks on the page of filters."""
    return [Prose((Link(trn("在筛选页里看这{n}条任务", count), filtered(key, identifier)),))] if count >= FILTER_FROM else []


def targets_table(targets: Sequence[Target], owner: str, caption: str) -> Table:
    """Targets with value and year, one a row with its anchor, and with what they are measured from where any says it."""
    based = any(target.base for target in targets)
    rows = tuple(
        (
            (target.metric,),
            *((base_of(target) or ("—",),) if based else ()),
            (unbroken(value_of(target)),),
            year_of(target),
        )
        for target in targets
    )
    anchors = tuple(target.id.removeprefix(owner + "-" if owner else "") for target in targets)
    header = (trc("表头", "指标"), *((tr("起点"),) if based else ()), trc("表头", "目标"), tr("到何时"))
    return Table(caption, header, rows, anchors)


def target_rows(graph: Graph, pairs: Sequence[tuple[Task, Target]], caption: str) -> Table:
    """Targets of several tasks with the task that states each."""
    rows = tuple(
        (
            target_line(target),
            year_of(target),
            (Link(task_number(task) or task.title, address(graph, task), task.title),),
        )
        for task, target in pairs
    )
    return Table(caption, (trc("表头", "目标"), tr("到何时"), tr("出自")), rows)


def notes_blocks(notes: Sequence[Note]) -> list[Block]:
    """What the document leaves open about a subject."""
    if not notes:
        return []
    items = tuple((Tag(tr(NOTE_KINDS[note.kind])), " ", note.text) for note in notes)
    return [Heading(tr("原文里的出入"), "notes"), Bullets(items)]


def original_blocks(paragraphs: tuple[str, ...]) -> list[Block]:
    """The official passage under a heading of its own, where there is one."""
    return [Heading(trc("小标题", "原文"), "original"), Original(paragraphs)] if paragraphs else []


def project_rows(graph: Graph, projects: Sequence[Project]) -> Rows:
    """Projects with what the document says of each."""
    rows = []
    for project in projects:
        said = joined((project.category or "", project.stage or "", project.scale or ""), "clauses")
        rows.append(Row(link_to(graph, project), "", ((said,),) if said else ()))
    return Rows(tuple(rows))


def fact(label: str, *lines: Inlines) -> Fact:
    """A row of key facts; where there is no line the document did not say."""
    return Fact(label, lines or ((Missing(),),))


def linked_fact(label: str, links: Sequence[Link]) -> Fact:
    """A row of key facts made of links."""
    return fact(label, listing(links)) if links else fact(label)


def counted(unit: Unit, graph: Graph) -> str:
    """What a unit has to do, in counts: ``牵头11条，参加31条，提供指标1项``."""
    leads = len(graph.back.leads.get(unit.id, ()))
    joins = len(graph.back.participates.get(unit.id, ()))
    provides = len(graph.back.provides.get(unit.id, ()))
    counts = (
        trn("牵头{n}条", leads) if leads else "",
        trn("参加{n}条", joins) if joins else "",
        trn("提供指标{n}项", provides) if provides else "",
    )
    return enumerated(counts, "clauses") or tr("没有单独列出的任务")
