"""Targets by year: what every plan wants by when, as far as the documents say a year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from generator.charts import Bar, Bars
from generator.graph import Graph
from generator.model import Indicator, Plan, Target
from generator.pages.addresses import address, anchor_of, link_to
from generator.pages.blocks import Block, Chart, Heading, Inlines, Lead, Link, Page, Prose, Row, Rows, Table
from generator.pages.indicator import short_name, wanted
from generator.pages.lists import ordered_plans
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
    line: Inlines = ("主要指标：", *wanted(graph, row, definition))
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
        ((link_to(graph, plan, short_name(graph, plan)),), (f"{counts[plan.id]}项",), (years_of(plan),))
        for plan in ordered_plans(graph)
        if counts[plan.id]
    ]
    if not rows:
        return []
    words = f"另有{counts.total()}项目标，原文没有写年份，不排在上面。规划期到哪年，不等于原文答应哪年做到。"
    return [Heading("没有写年份的目标", "undated"), Prose((words,)), Table("没有写年份的目标", ("文件", "目标", "规划期"), tuple(rows))]


def index(graph: Graph, as_of: date) -> Page:
    """Build the page that counts targets by year and plan."""
    due = _due(graph)
    years = sorted({d.year for d in due})
    plans = [plan for plan in ordered_plans(graph) if any(d.plan == plan for d in due)]
    counts = Counter((d.year, d.plan.id) for d in due)
    totals = Counter(d.year for d in due)
    rows: list[tuple[Inlines, ...]] = [
        (
            (Link(f"{year}年", year_address(year)), "，已经过去" if year < as_of.year else ""),
            (f"{totals[year]}项",),
            *((str(counts[year, plan.id]) if counts[year, plan.id] else "—",) for plan in plans),
        )
        for year in years
    ]
    lead = "哪年之前要做到什么：只排原文写明了年份的目标和指标。"
    blocks: list[Block] = [Lead(lead)]
    if due:
        header = ("到哪年", "共", *(short_name(graph, plan) for plan in plans))
        blocks += [Heading("哪年有多少", "years"), Table("各年要做到的目标", header, tuple(rows))]
    if len(years) > 2:
        busiest = max(years, key=lambda year: totals[year])
        bars = Bars(tuple(Bar(f"{year}年", (totals[year],), f"{totals[year]}项") for year in years))
        twin = Link("图里的数字也在上面的表里", f"{ADDRESS}#years")
        blocks.append(Chart(bars, "各年要做到的目标（项）", f"最多的是{busiest}年，{totals[busiest]}项。", "years-chart", twin))
    blocks += _undated(graph)
    return Page(ADDRESS, "时间线", (), (Link("首页", ""),), tuple(blocks), lead)


def year_page(graph: Graph, year: int, due: list[_Due], as_of: date) -> Page:
    """Build the page of one year: figures first, by plan."""
    own = [d for d in due if d.year == year]
    over = "这一年已经过去。做没做到，要看公开的进展，本站不推测。" if year < as_of.year else ""
    lead = f"到{year}年，各份文件要做到的有{len(own)}项。{over}"
    blocks: list[Block] = [Lead(lead)]
    for plan in ordered_plans(graph):
        mine = sorted((d for d in own if d.plan == plan), key=lambda d: not d.figure)
        if mine:
            blocks += [Heading(f"{short_name(graph, plan)}（{len(mine)}项）", plan.id), Rows(tuple(d.row for d in mine))]
    years = sorted({d.year for d in due})
    near = [Link(f"{other}年", year_address(other)) for other in years if other != year]
    if near:
        links: list[Link | str] = []
        for link in near:
            links += ["、", link] if links else [link]
        blocks.append(Prose(("别的年份：", *links)))
    crumbs = (Link("首页", ""), Link("时间线", ADDRESS))
    return Page(year_address(year), f"到{year}年要做到什么", ("时间线",), crumbs, tuple(blocks), lead)


def pages(graph: Graph, as_of: date) -> list[Page]:
    """Build the page of all years and one page a year."""
    due = _due(graph)
    return [index(graph, as_of), *(year_page(graph, year, due, as_of) for year in sorted({d.year for d in due}))]
