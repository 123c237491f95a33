"""A task: what will be done, who does it, until when, for whom."""

from __future__ import annotations

from datetime import date

from generator.graph import Graph
from generator.language import joined, mark, tr, trc, trn
from generator.model import Plan, Task, Unit
from generator.model.task import Role
from generator.pages import progress
from generator.pages.addresses import address, link_to, record_json
from generator.pages.blocks import (
    Block,
    Bullets,
    Chips,
    Fact,
    Facts,
    Heading,
    Lead,
    Prose,
    Row,
    Rows,
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
from generator.pages.kin import Kin
from generator.pages.lists import (
    fact,
    first_sentence,
    lead_word,
    notes_blocks,
    original_blocks,
    project_rows,
    region_names,
    stated_years,
    targets_table,
    unit_links,
)
from generator.pages.page import Page
from generator.pages.phrases import source_lines, target_line, task_number, title_of, years_of

TITLE_BASES = {
    "section": mark("原文没有给这一条写标题，这里用它所在小节的标题。"),
    "editorial": mark("原文没有给这一条写标题，这个标题是编者加的。"),
}
MOST_TARGETS_ON_TOP = 4


def _crumbs(graph: Graph, task: Task) -> tuple[Link, ...]:
    crumbs = [Link(tr("首页"), "")]
    plan = graph.plans.get(task.plan)
    if plan is not None:
        crumbs.append(link_to(graph, plan, plan.short_title))
    division = graph.divisions.get(task.division)
    if division is not None:
        crumbs += [link_to(graph, d, title_of(d)) for d in graph.line_of(division)]
    return tuple(crumbs)


def _who(graph: Graph, task: Task) -> tuple[Inlines, ...]:
    leads, joins = unit_links(graph, task.leads), unit_links(graph, task.participants)
    lines: list[Inlines] = [(Tag(lead_word(task)), " ", *listing(leads))] if leads else [(Tag(tr("牵头")), " ", Missing())]
    if joins:
        lines.append((Tag(tr("参加")), " ", *listing(joins)))
    return tuple(lines)


def _when(graph: Graph, task: Task, as_of: date) -> Inlines:
    """Until when; a year that is over is said to be, since nothing else on the page tells."""
    years = stated_years(graph, task)
    if years:
        stated = Unbroken(joined(tr("{year}年", year=year) for year in years))
        return sentence("{years}，期限已经过去", years=stated) if years[-1] < as_of.year else (stated,)
    plan = graph.plans.get(task.plan)
    return sentence("{missing}。规划期是{years}", missing=Missing(), years=years_of(plan)) if plan else (Missing(),)


def _top(graph: Graph, task: Task, as_of: date) -> Facts:
    facts: list[Fact] = [fact(tr("谁负责"), *_who(graph, task)), fact(tr("到何时"), _when(graph, task, as_of))]
    targets = graph.back.targets.get(task.id, ())
    if targets:
        first: list[Inlines] = [target_line(t) for t in targets[:MOST_TARGETS_ON_TOP]]
        if len(targets) > MOST_TARGETS_ON_TOP:
            first.append((Link(trn("另有{n}项目标", len(targets) - MOST_TARGETS_ON_TOP), f"{address(graph, task)}#targets"),))
        facts.append(fact(tr("要做到"), *first))
    else:
        facts.append(fact(tr("要做到"), (Missing(tr("原文没有写出可以核对的目标")),)))
    people = [link_to(graph, graph.audiences[i]) for i in task.audiences if i in graph.audiences]
    if people:
        facts.append(fact(tr("和谁有关"), listing(people)))
    places = [link_to(graph, graph.places[i]) for i in task.places if i in graph.places]
    if places:
        facts.append(fact(tr("在哪里"), listing(places)))
    return Facts(tuple(facts))


def _named(graph: Graph, role: Role) -> Unit | None:
    return graph.units.get(role.unit)


def _section_bodies(graph: Graph, task: Task) -> list[Block]:
    """Where a task names no unit: those that its section names elsewhere, labelled as such."""
    if task.leads or task.participants:
        return []
    division = graph.divisions.get(task.division)
    around = graph.tasks_within(division) if division else ()
    units = {role.unit: unit for other in around for role in (*other.leads, *other.participants) if (unit := _named(graph, role))}
    if not units:
        return []
    links = tuple(link_to(graph, unit) for unit in units.values())
    return [Prose((tr("这一条没有写负责的单位。同一节的其他任务写到了这些单位，供参考："),)), Chips(links)]


def _indicators(graph: Graph, task: Task) -> list[Block]:
    found = [graph.definitions[i] for i in task.indicators if i in graph.definitions]
    if not found:
        return []
    return [Heading(tr("相关的指标"), "indicators"), Chips(tuple(link_to(graph, d) for d in found))]


def _where_from(graph: Graph, task: Task, other: Task) -> str:
    """Name a related task's number, and its plan where that is another."""
    plan = graph.plans.get(other.plan) if other.plan != task.plan else None
    return " ".join(part for part in (plan.short_title if plan else "", task_number(other)) if part)


def _related(graph: Graph, task: Task, kin: tuple[Kin, ...]) -> list[Block]:
    """What editors linked, then what the program found in other plans."""
    blocks: list[Block] = []
    pairs = graph.back.related.get(task.id, ())
    if pairs:
        # Where only the other task names this one, its reason would speak of this page as of another.
        rows = tuple(
            Row(link_to(graph, other), _where_from(graph, task, other), ((reason or first_sentence(other.summary),),))
            for other, reason in pairs
        )
        blocks += [Heading(tr("相关的任务"), "related"), Rows(rows)]
    if kin:
        rows = tuple(Row(link_to(graph, k.task), _where_from(graph, task, k.task), ((k.reason,),)) for k in kin)
        how = tr("程序按共同的项目、指标、地方和主题找出来的；文件之间没有写明联系。")
        blocks += [Heading(tr("别的规划里相近的任务"), "kin"), Prose((how,)), Rows(rows)]
    return blocks


def _body(graph: Graph, task: Task, kin: tuple[Kin, ...]) -> list[Block]:
    blocks: list[Block] = []
    if task.title_basis in TITLE_BASES:
        blocks.append(Prose((Tag(trc("标签", "标题")), f" {tr(TITLE_BASES[task.title_basis])}")))
    blocks += _section_bodies(graph, task)
    if task.meaning:
        blocks += [Heading(tr("对你意味着什么"), "meaning"), Prose((task.meaning,))]
    if task.measures:
        blocks += [Heading(tr("具体做什么"), "measures"), Bullets(tuple((m,) for m in task.measures), ordered=True)]
    targets = graph.back.targets.get(task.id, ())
    if targets:
        blocks += [Heading(tr("要达到的目标"), "targets"), targets_table(targets, task.id, tr("{title}的目标", title=task.title))]
    projects = [graph.projects[i] for i in task.projects if i in graph.projects]
    projects += [p for p in graph.back.projects_naming.get(task.id, ()) if p.id not in task.projects]
    if projects:
        blocks += [Heading(tr("点名的项目"), "projects"), project_rows(graph, projects)]
    blocks += _indicators(graph, task)
    blocks += progress.of_record(graph, task)
    blocks += _related(graph, task, kin)
    topics = [graph.topics[i] for i in task.topics if i in graph.topics]
    if topics:
        blocks += [Heading(tr("同一主题的任务"), "topics"), Chips(tuple(link_to(graph, t) for t in topics))]
    blocks += notes_blocks(graph.back.notes.get(task.id, ()))
    return blocks + _neighbours(graph, task)


def _neighbours(graph: Graph, task: Task) -> list[Block]:
    """The tasks before and after in the document."""
    tasks = graph.back.tasks_of_plan.get(task.plan, ())
    at = next((n for n, other in enumerate(tasks) if other is task), None)
    if at is None:
        return []
    rows = []
    if at:
        rows.append(Row(link_to(graph, tasks[at - 1]), tr("上一条")))
    if at + 1 < len(tasks):
        rows.append(Row(link_to(graph, tasks[at + 1]), tr("下一条")))
    return [Heading(tr("前后两条"), "neighbours"), Rows(tuple(rows))] if rows else []


def _kicker(graph: Graph, task: Task, plan: Plan | None) -> Inlines:
    number = task_number(task)
    parts = [trc("眉题", "任务"), region_names(graph, plan) if plan else "", number]
    return (" · ".join(part for part in parts if part),)


def page(graph: Graph, task: Task, as_of: date, original: tuple[str, ...] = (), kin: tuple[Kin, ...] = ()) -> Page:
    """Build the page of one task.

    Args:
        graph: The linked data.
        task: The task.
        as_of: The date of the data.
        original: The official passage where the publisher has it.
        kin: Tasks of other plans that are about the same thing.
    """
    plan = graph.plans.get(task.plan)
    division = graph.divisions.get(task.division)
    return Page(
        address=address(graph, task),
        title=task.title,
        kicker=_kicker(graph, task, plan),
        crumbs=_crumbs(graph, task),
        blocks=(Lead(task.summary), _top(graph, task, as_of), *_body(graph, task, kin), *original_blocks(original)),
        description=task.summary,
        record=(task.KIND, task.id),
        origin=graph.dataset.span(task),
        source=source_lines(graph, task.plan, task.source, division, task.number),
        json=record_json(task),
    )
