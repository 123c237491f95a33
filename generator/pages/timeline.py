"""Targets by year: what every plan wants by when, as far as the documents say a year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from generator.charts import Bar, Bars
from generator.graph import Graph
from generator.language import joined, tr, trc, trn
from generator.model import Indicator, Plan, Target
from generator.pages.addresses import address, anchor_of, link_to
from generator.pages.blocks import (
    Block,
    Chart,
    Heading,
    Lead,
    Prose,
    Row,
    Rows,
    Table,
)
from generator.pages.indicator import short_name, wanted
from generator.pages.inline import (
    Inlines,
    Link,
    listing,
    sentence,
)
from generator.pages.lists import ordered_plans
from generator.pages.page import Page
from generator.pages.phrases import STATED, target_words, task_number, title_of, years_of

ADDRESS = "timeline/"


@dataclass(frozen=True, slots=True)
class _Due:
    """One thing that a plan wants by a year: a task's target, or a row of its indicators."""

    year: int
    plan: Plan
    row: Row
    figure: bool


def year_address(year: int) -> str:
    """Where everything that is due in a year stands."""
    return f"{ADDRESS}{year}/"


def _written_in(graph: Graph, target: Target) -> tuple[str, str] | None:
    """Address and name of where a target is written: its task, or the chapter that states it for itself."""
    task, division = graph.tasks.get(target.owner), graph.divisions.get(target.owner)
    if task is not None:
        return f"{address(graph, task)}#{anchor_of(target, task)}", " ".join(part for part in (task_number(task), task.title) if part)
    return (address(graph, division), title_of(division)) if division is not None else None


def _of_target(graph: Graph, target: Target) -> _Due | None:
    plan, written = graph.plans.get(target.plan), _written_in(graph, target)
    if target.by is None or target.by_basis not in STATED or plan is None or written is None:
        return None
    where, name = written
    return _Due(target.by, plan, Row(Link(target_words(target), where), "", ((name,),)), target.value is not None)


def _of_row(graph: Graph, row: Indicator) -> _Due | None:
    plan, definition = graph.plans.get(row.plan), graph.definitions.get(row.definition)
    if plan is None or definition is None or row.target is None or row.target.year is None:
        return None
    line = sentence("主要指标：{value}", value=wanted(graph, row, definition))
    return _Due(row.target.year, plan, Row(Link(row.name, address(graph, row)), "", (line,)), row.target.value is not None)


def _due(graph: Graph) -> list[_Due]:
    """Everything with a year of the document's own: the indicators of each plan, then its targets."""
    rows = [_of_row(graph, row) for plan in ordered_plans(graph) for row in graph.back.rows.get(plan.id, ())]
    targets = [_of_target(graph, target) for target in graph.targets.values()]
    return [due for due in (*rows, *targets) if due is not None]


def _undated(graph: Graph) -> list[Block]:
    """Say openly how many targets have no year in the document."""
    counts = Counter(target.plan for target in graph.targets.values() if target.by_basis not in STATED)
    rows: list[tuple[Inlines, ...]] = [
        ((link_to(graph, plan, short_name(graph, plan)),), (trn("{n}项", counts[plan.id]),), (years_of(plan),))
        for plan in ordered_plans(graph)
        if counts[plan.id]
    ]
    if not rows:
        return []
    words = trn("另有{n}项目标，原文没有写年份，不排在上面。规划期到哪年，不等于原文答应哪年做到。", counts.total())
    name, header = tr("没有写年份的目标"), (tr("文件"), trc("几项", "目标"), tr("规划期"))
    return [Heading(name, "undated"), Prose((words,)), Table(name, header, tuple(rows))]


def _year_link(year: int) -> Link:
    return Link(tr("{year}年", year=year), year_address(year))


def index(graph: Graph, as_of: date) -> Page:
    """Build the page that counts targets by year and plan."""
    due = _due(graph)
    years = sorted({d.year for d in due})
    plans = [plan for plan in ordered_plans(graph) if any(d.plan == plan for d in due)]
    counts = Counter((d.year, d.plan.id) for d in due)
    totals = Counter(d.year for d in due)
    rows: list[tuple[Inlines, ...]] = [
        (
            sentence("{year}，已经过去", year=_year_link(year)) if year < as_of.year else (_year_link(year),),
            (trn("{n}项", totals[year]),),
            *((str(counts[year, plan.id]) if counts[year, plan.id] else "—",) for plan in plans),
        )
        for year in years
    ]
    lead = tr("哪年之前要做到什么：只排原文写明了年份的目标和指标。")
    blocks: list[Block] = [Lead(lead)]
    if due:
        header = (tr("到哪年"), trc("几项", "共"), *(short_name(graph, plan) for plan in plans))
        blocks += [Heading(tr("哪年有多少"), "years"), Table(tr("各年要做到的目标"), header, tuple(rows))]
    if len(years) > 2:
        busiest = max(years, key=lambda year: totals[year])
        bars = Bars(tuple(Bar(tr("{year}年", year=year), (totals[year],), trn("{n}项", totals[year])) for year in years))
        twin = Link(tr("图里的数字也在上面的表里"), f"{ADDRESS}#years")
        says = tr("最多的是{year}年，{count}。", year=busiest, count=trn("{n}项", totals[busiest]))
        blocks.append(Chart(bars, tr("各年要做到的目标（项）"), says, "years-chart", twin))
    blocks += _undated(graph)
    return Page(ADDRESS, tr("时间线"), (), (Link(tr("首页"), ""),), tuple(blocks), lead)


def year_page(graph: Graph, year: int, due: list[_Due], as_of: date) -> Page:
    """Build the page of one year: figures first, by plan."""
    own = [d for d in due if d.year == year]
    over = tr("这一年已经过去。做没做到，要看公开的进展，本站不推测。") if year < as_of.year else ""
    lead = joined([trn("到{year}年，各份文件要做到的有{n}项。", len(own), year=year), over], "sentences")
    blocks: list[Block] = [Lead(lead)]
    for plan in ordered_plans(graph):
        mine = sorted((d for d in own if d.plan == plan), key=lambda d: not d.figure)
        if mine:
            heading = trn("{name}（{n}项）", len(mine), name=short_name(graph, plan))
            blocks += [Heading(heading, plan.id), Rows(tuple(d.row for d in mine))]
    years = sorted({d.year for d in due})
    near = [_year_link(other) for other in years if other != year]
    if near:
        blocks.append(Prose(sentence("别的年份：{years}", years=listing(near))))
    crumbs = (Link(tr("首页"), ""), Link(tr("时间线"), ADDRESS))
    return Page(year_address(year), tr("到{year}年要做到什么", year=year), (tr("时间线"),), crumbs, tuple(blocks), lead)


def pages(graph: Graph, as_of: date) -> list[Page]:
    """Build the page of all years and one page a year."""
    due = _due(graph)
    return [index(graph, as_of), *(year_page(graph, year, due, as_of) for year in sorted({d.year for d in due}))]
