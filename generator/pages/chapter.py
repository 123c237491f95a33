"""A chapter (or part, preface, annex): its sections, tasks, indicators, units and projects."""

from __future__ import annotations

from collections.abc import Sequence

from generator.graph import Graph
from generator.language import joined, tr, trc, trn
from generator.model import Box, Division, Result
from generator.pages.addresses import HAS_PAGE, address, link_to, record_json
from generator.pages.blocks import (
    Block,
    Bullets,
    Chips,
    Heading,
    Lead,
    Prose,
    Row,
    Rows,
    Table,
)
from generator.pages.inline import (
    Inlines,
    Link,
    Missing,
    Quoted,
    Tag,
    Unbroken,
    sentence,
)
from generator.pages.lists import notes_blocks, original_blocks, place_of, project_rows, region_names, targets_table, task_rows
from generator.pages.page import Page
from generator.pages.phrases import broken_label, done_of, label_of, source_lines, title_of, unbroken
from generator.pages.plan import chapter_row, indicator_table

MOST_UNITS = 12


def _own(graph: Graph, division: Division) -> list[Block]:
    """What hangs on this division itself: indicators, tasks, targets, results."""
    blocks: list[Block] = []
    rows = tuple(row for row in graph.back.rows_within.get(division.id, ()) if row.division == division.id)
    if rows:
        blocks.append(indicator_table(graph, rows, tr("{name}的指标", name=division.title)))
    tasks = graph.back.tasks_in.get(division.id, ())
    if tasks:
        # Where nobody is named to lead, the first sentence says more than an empty line would.
        blocks.append(task_rows(graph, tasks, with_summary=not any(task.leads for task in tasks)))
    targets = graph.back.targets.get(division.id, ())
    if targets:
        blocks.append(targets_table(targets, "", tr("{name}的目标", name=division.title)))
    results = graph.back.results.get(division.id, ())
    if results:
        blocks.append(_results(results, tr("{name}：文件说已经做到的", name=division.title)))
    for box in graph.back.boxes.get(division.id, ()):
        blocks += _box(box)
    return blocks


def _results(results: Sequence[Result], caption: str) -> Table:
    """What a document reports as done: never to be taken for a target."""
    rows: list[tuple[Inlines, ...]] = []
    for result in results:
        year = Unbroken(tr("{year}年", year=result.year)) if result.year else Missing()
        rows.append(((result.metric,), (unbroken(done_of(result)),), (year,)))
    return Table(caption, (tr("已有成果"), tr("多少"), tr("哪一年")), tuple(rows), tuple(result.id for result in results))


def _box(box: Box) -> list[Block]:
    """Show a box as the document prints it: its groups and their items."""
    title = tr("专栏{number} {title}", number=box.number, title=box.title) if box.number else tr("专栏 {title}", title=box.title)
    items: list[Inlines] = []
    for group in box.groups:
        both = group.head and group.text
        head = tr("{name}：{value}", name=group.head, value=group.text) if both else group.head or group.text
        listed = joined(group.items)
        items.append((Tag(head), f" {listed}") if head else (listed,))
    return [Heading(title, box.id, 3), *([Bullets(tuple(items))] if items else [])]


def _about_title(division: Division) -> list[Block]:
    """Say what of a heading is not as the document prints it."""
    blocks: list[Block] = []
    if division.title_basis == "editorial":
        blocks.append(Prose((Tag(trc("章节", "标题")), " " + tr("原文没有这个标题，是编者加的。"))))
    broken = broken_label(division)
    if broken:
        said = tr("原文的编号印坏了，印作“{broken}”，这里按先后写成“{label}”。", broken=broken, label=label_of(division))
        blocks.append(Prose((Tag(trc("章节", "编号")), f" {said}")))
    return blocks


def _sections(graph: Graph, division: Division) -> list[Block]:
    blocks: list[Block] = []
    for child in graph.back.divisions.get(division.id, ()):
        if child.kind in HAS_PAGE:
            blocks.append(Rows((chapter_row(graph, child),)))
            continue
        anchor = address(graph, child).partition("#")[2]
        blocks.append(Heading(title_of(child), anchor))
        blocks += _about_title(child)
        if child.summary:
            blocks.append(Prose((child.summary,)))
        blocks += _own(graph, child)
        blocks += _sections(graph, child)
    return blocks


def _units(graph: Graph, division: Division) -> list[Block]:
    counts: dict[str, list[int]] = {}
    for task in graph.tasks_within(division):
        for role in task.leads:
            counts.setdefault(role.unit, [0, 0])[0] += 1
        for role in task.participants:
            counts.setdefault(role.unit, [0, 0])[1] += 1
    ranked = sorted((u for u in counts if u in graph.units), key=lambda u: (-counts[u][0], -counts[u][1], u))
    if not ranked:
        return []
    links = []
    for unit in ranked[:MOST_UNITS]:
        led, joining = counts[unit]
        words = joined((trn("牵头{n}", led) if led else "", trn("参加{n}", joining) if joining else ""), "clauses")
        links.append(link_to(graph, graph.units[unit], tr("{a}（{b}）", a=graph.units[unit].name, b=words)))
    return [Heading(tr("这一章由谁做"), "units"), Chips(tuple(links))]


def _projects(graph: Graph, division: Division) -> list[Block]:
    projects = graph.back.projects_within.get(division.id, ())
    return [Heading(tr("这一章点名的项目"), "projects"), project_rows(graph, projects)] if projects else []


def _blocks(graph: Graph, division: Division) -> list[Block]:
    blocks: list[Block] = [Lead(division.summary)] if division.summary else []
    blocks += _about_title(division)
    blocks += _own(graph, division) + _sections(graph, division)
    blocks += _units(graph, division) + _projects(graph, division)
    notes = {note.id: note for d in graph.divisions_within(division) for note in graph.back.notes.get(d.id, ())}
    blocks += notes_blocks(tuple(notes.values()))
    return blocks + _background(graph, division) + _neighbours(graph, division)


def _background(graph: Graph, division: Division) -> list[Block]:
    """What of the chapter is no task, and why: nothing is left out in silence."""
    items: list[Inlines] = []
    for inner in graph.divisions_within(division):
        whole = title_of(inner) if inner is not division else tr("这一部分")
        for mark in inner.background:
            what = Quoted(f"“{mark.source.starts}…”") if mark.source else whole
            items.append(sentence("{name}：{value}", name=what, value=mark.reason))
    if not items:
        return []
    return [Heading(tr("没有列成任务的段落"), "background"), Bullets(tuple(items))]


def _neighbours(graph: Graph, division: Division) -> list[Block]:
    """Before and after in the document, whatever part they stand in; a part has parts beside it."""
    own_page = [d for d in graph.back.divisions_of_plan.get(division.plan, ()) if d.kind in HAS_PAGE or d.parent is None]
    alike = [d for d in own_page if (d.kind == "part") == (division.kind == "part")]
    siblings = sorted(alike, key=lambda d: place_of(graph, d))
    if division not in siblings:
        return []
    at = siblings.index(division)
    rows = []
    if at:
        rows.append(Row(link_to(graph, siblings[at - 1], title_of(siblings[at - 1])), tr("上一部分")))
    if at + 1 < len(siblings):
        rows.append(Row(link_to(graph, siblings[at + 1], title_of(siblings[at + 1])), tr("下一部分")))
    return [Heading(tr("前后两部分"), "neighbours"), Rows(tuple(rows))] if rows else []


def page(graph: Graph, division: Division, original: tuple[str, ...] = ()) -> Page:
    """Build the page of a chapter, part, preface or annex, with its sections as headings."""
    plan = graph.plans.get(division.plan)
    crumbs = [Link(tr("首页"), "")]
    if plan:
        crumbs.append(link_to(graph, plan, plan.short_title))
    crumbs += [link_to(graph, d, title_of(d)) for d in graph.line_of(division)[:-1]]
    return Page(
        address=address(graph, division),
        title=title_of(division),
        kicker=(" · ".join((trc("眉题", "章节"), region_names(graph, plan))) if plan else trc("眉题", "章节"),),
        crumbs=tuple(crumbs),
        blocks=(*_blocks(graph, division), *original_blocks(original)),
        description=division.summary or division.title,
        record=(division.KIND, division.id),
        origin=graph.dataset.span(division),
        source=source_lines(graph, division.plan, division.source, division),
        json=record_json(division),
    )
