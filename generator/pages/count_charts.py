"""Pictures of counts: tasks by chapter and by unit, targets by year, with whom a unit works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.charts import Bar, Bars
from generator.graph import Graph
from generator.model import Division, Plan, Task, Unit
from generator.pages.addresses import link_to
from generator.pages.blocks import Chart, Inlines, Link, Table, Unbroken
from generator.pages.phrases import STATED, title_of

FEWEST_BARS = 3
SMALLEST = 4
"""Counts of one, two and three are read faster than drawn."""
PARTNERS = 8
"""As many bars as fit a phone's screen."""


def _tells_something(totals: Sequence[float]) -> bool:
    """Whether a picture says more than a sentence: three bars or more, not all of one length, and something to count."""
    return len(totals) >= FEWEST_BARS and len(set(totals)) > 1 and max(totals) >= SMALLEST


def _with(entries: Sequence[tuple[str, int]], number: int, measure: str) -> str:
    """Name those that have a number, all of them where they are few, and say the number."""
    names = [name for name, count in entries if count == number]
    who = "、".join(names) if len(names) <= 2 else f"{names[0]}等{len(names)}个"
    return f"{who}，{'各' if len(names) > 1 else ''}{number}{measure}"


def by_chapter(graph: Graph, chapters: Sequence[Division], address: str) -> Chart | None:
    """Count the tasks of each chapter that has any, in the document's order.

    Args:
        graph: The linked data.
        chapters: The outermost divisions of a plan.
        address: Of the list of chapters, which says the same numbers.
    """
    counts = [(division, len(graph.tasks_within(division))) for division in chapters]
    held = [(title_of(division), number) for division, number in counts if number]
    totals = [number for _, number in held]
    if not _tells_something(totals):
        return None
    return Chart(
        picture=Bars(tuple(Bar(name, (number,), f"{number}条") for name, number in held)),
        caption="每个部分有多少条任务",
        says=f"最多：{_with(held, max(totals), '条')}。最少：{_with(held, min(totals), '条')}。",
        anchor="by-chapter",
        twin=Link("条数也写在上面的目录里", address),
        notes=("没有任务的部分不画。",) if len(held) < len(counts) else (),
    )


def busiest(graph: Graph, units: Sequence[tuple[Unit, int, int]], plan: Plan) -> Chart | None:
    """Show what the busiest units of a plan lead and join.

    Args:
        graph: The linked data.
        units: Units with how many tasks of the plan they lead and join, in the order to be shown.
        plan: The plan.
    """
    if not _tells_something([leads + joins for _, leads, joins in units]):
        return None
    leading = [(unit.name, leads) for unit, leads, _ in units]
    joining = [(unit.name, joins) for unit, _, joins in units]
    first, joined = max(n for _, n in leading), max(n for _, n in joining)
    parts = ("牵头", "参加") if joined else ()
    bars = tuple(
        Bar(unit.name, (leads, joins) if joined else (leads,), f"牵头{leads}条" + (f"，参加{joins}条" if joins else ""))
        for unit, leads, joins in units
    )
    rows: tuple[tuple[Inlines, ...], ...] = tuple(
        ((link_to(graph, unit),), (Unbroken(f"{leads}条"),), (Unbroken(f"{joins}条"),)) for unit, leads, joins in units
    )
    more = f"其中参加最多的是{_with(joining, joined, '条')}。" if joined else ""
    return Chart(
        picture=Bars(bars, parts),
        caption="牵头最多的单位，各有多少条任务",
        says=f"牵头最多的是{_with(leading, first, '条')}。{more}",
        anchor="busiest",
        twin=Table(f"{plan.short_title}里牵头最多的单位", ("单位", "牵头", "参加"), rows),
    )


def by_year(graph: Graph, plan: Plan) -> Chart | None:
    """Count a plan's targets by the year that the document gives; those without one stand last, as such."""
    targets = [target for target in graph.targets.values() if target.plan == plan.id]
    years = Counter(target.by for target in targets if target.by and target.by_basis in STATED)
    counts = [(f"{year}年", years[year]) for year in sorted(years)]
    without = len(targets) - sum(years.values())
    shown = [*counts, *([("原文未写年份", without)] if without else [])]
    if not years or not _tells_something([number for _, number in shown]):
        return None
    most = max(years.values())
    rest = f"另有{without}项原文没有写年份。" if without else ""
    dated = [Bar(name, (number, 0) if without else (number,), f"{number}项") for name, number in counts]
    bars = (*dated, *([Bar("原文未写年份", (0, without), f"{without}项")] if without else []))
    rows: tuple[tuple[Inlines, ...], ...] = tuple(((name,), (Unbroken(f"{number}项"),)) for name, number in shown)
    return Chart(
        picture=Bars(bars, ("写明了年份", "没有写") if without else ()),
        caption=f"{len(targets)}项目标各到哪一年",
        says=f"写明年份的目标，最多的是到{_with(counts, most, '项')}。{rest}",
        anchor="by-year",
        twin=Table(f"{plan.short_title}的目标各到哪一年", ("到何时", "目标"), rows),
    )


@dataclass(frozen=True, slots=True)
class Shared:
    """How many tasks a unit has in common with another one, by who leads."""

    partner: Unit
    leads: int
    follows: int
    alike: int
    """Both lead, or both take part while a third one or nobody leads."""

    @property
    def total(self) -> int:
        """All tasks in common."""
        return self.leads + self.follows + self.alike


def shared_tasks(graph: Graph, unit: Unit, tasks: Sequence[Task]) -> list[Shared]:
    """Return with whom a unit shares tasks, the most frequent first."""
    leads: Counter[str] = Counter()
    follows: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    for task in tasks:
        leading = {role.unit for role in task.leads}
        others = {role.unit for role in (*task.leads, *task.participants)} - {unit.id}
        for other in others:
            ours, theirs = unit.id in leading, other in leading
            (alike if ours == theirs else leads if ours else follows)[other] += 1
    found = [Shared(graph.units[u], leads[u], follows[u], alike[u]) for u in {*leads, *follows, *alike} if u in graph.units]
    return sorted(found, key=lambda shared: (-shared.total, shared.partner.id))


_SIDES = (("它牵头", "leads"), ("对方牵头", "follows"), ("都牵头或都参加", "alike"))


def partners(graph: Graph, unit: Unit, shown: Sequence[Shared]) -> Chart | None:
    """Rank the units that one works with by the number of tasks in common."""
    shown = shown[:PARTNERS]
    if not _tells_something([one.total for one in shown]):
        return None
    sides = [(word, name) for word, name in _SIDES if any(getattr(one, name) for one in shown)]
    bars = tuple(Bar(one.partner.name, tuple(getattr(one, name) for _, name in sides), f"{one.total}条") for one in shown)
    rows: tuple[tuple[Inlines, ...], ...] = tuple(
        (
            (link_to(graph, one.partner),),
            (Unbroken(f"{one.total}条"),),
            *((Unbroken(f"{getattr(one, name)}条"),) for _, name in sides),
        )
        for one in shown
    )
    most = _with([(one.partner.name, one.total) for one in shown], shown[0].total, "条任务")
    return Chart(
        picture=Bars(bars, tuple(word for word, _ in sides)),
        caption=f"{unit.name}和哪些单位一起做事，几条任务",
        says=f"一起做得最多的是{most}。",
        anchor="with-whom",
        twin=Table(f"和{unit.name}一起做事的单位", ("单位", "一起", *(word for word, _ in sides)), rows),
    )
