"""Pictures of counts: tasks by chapter and by unit, targets by year, with whom a unit works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.charts import Bar, Bars
from generator.graph import Graph
from generator.language import enumerated, joined, mark, tr, trc, trn
from generator.model import Division, Plan, Task, Unit
from generator.pages.addresses import link_to
from generator.pages.blocks import Chart, Table
from generator.pages.inline import Inlines, Link, Unbroken
from generator.pages.phrases import STATED, title_of

FEWEST_BARS = 3
SMALLEST = 4
"""Counts of one, two and three are read faster than drawn."""
PARTNERS = 8
"""As many bars as fit a phone's screen."""


def _tells_something(totals: Sequence[float]) -> bool:
    """Whether a picture says more than a sentence: three bars or more, not all of one length, and something to count."""
    return len(totals) >= FEWEST_BARS and len(set(totals)) > 1 and max(totals) >= SMALLEST


def _tasks(who: str, number: int, each: bool) -> str:
    return trn("{who}，各{n}条", number, who=who) if each else trn("{who}，{n}条", number, who=who)


def _shared_tasks(who: str, number: int, each: bool) -> str:
    return trn("{who}，各{n}条任务", number, who=who) if each else trn("{who}，{n}条任务", number, who=who)


def _targets(who: str, number: int, each: bool) -> str:
    return trn("{who}，各{n}项", number, who=who) if each else trn("{who}，{n}项", number, who=who)


def _with(entries: Sequence[tuple[str, int]], number: int, say: Callable[[str, int, bool], str]) -> str:
    """Name those that have a number, all of them where they are few, and say the number."""
    names = [name for name, count in entries if count == number]
    who = enumerated(names) if len(names) <= 2 else tr("{name}等{count}个", name=names[0], count=len(names))
    return say(who, number, len(names) > 1)


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
        picture=Bars(tuple(Bar(name, (number,), trn("{n}条", number)) for name, number in held)),
        caption=tr("每个部分有多少条任务"),
        says=tr("最多：{most}。最少：{fewest}。", most=_with(held, max(totals), _tasks), fewest=_with(held, min(totals), _tasks)),
        anchor="by-chapter",
        twin=Link(tr("条数也写在上面的目录里"), address),
        notes=(tr("没有任务的部分不画。"),) if len(held) < len(counts) else (),
    )


def _led_and_joined(leads: int, joins: int) -> str:
    return tr("牵头{leads}条，参加{joins}条", leads=leads, joins=joins) if joins else tr("牵头{leads}条", leads=leads)


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
    most_led, most_joined = max(n for _, n in leading), max(n for _, n in joining)
    parts = (trc("几条任务", "牵头"), trc("几条任务", "参加"))
    bars = tuple(Bar(unit.name, (leads, joins) if most_joined else (leads,), _led_and_joined(leads, joins)) for unit, leads, joins in units)
    rows: tuple[tuple[Inlines, ...], ...] = tuple(
        ((link_to(graph, unit),), (Unbroken(trn("{n}条", leads)),), (Unbroken(trn("{n}条", joins)),)) for unit, leads, joins in units
    )
    most = tr("牵头最多的是{most}。", most=_with(leading, most_led, _tasks))
    more = tr("其中参加最多的是{most}。", most=_with(joining, most_joined, _tasks)) if most_joined else ""
    return Chart(
        picture=Bars(bars, parts if most_joined else ()),
        caption=tr("牵头最多的单位，各有多少条任务"),
        says=joined((most, more), "sentences"),
        anchor="busiest",
        twin=Table(tr("{plan}里牵头最多的单位", plan=plan.short_title), (tr("单位"), *parts), rows),
    )


def by_year(graph: Graph, plan: Plan) -> Chart | None:
    """Count a plan's targets by the year that the document gives; those without one stand last, as such."""
    targets = [target for target in graph.targets.values() if target.plan == plan.id]
    years = Counter(target.by for target in targets if target.by and target.by_basis in STATED)
    counts = [(tr("{year}年", year=year), years[year]) for year in sorted(years)]
    without = len(targets) - sum(years.values())
    shown = [*counts, *([(trc("句首", "原文未写年份"), without)] if without else [])]
    if not years or not _tells_something([number for _, number in shown]):
        return None
    most = max(years.values())
    said = tr("写明年份的目标，最多的是到{most}。", most=_with(counts, most, _targets))
    rest = trn("另有{n}项原文没有写年份。", without) if without else ""
    dated = [Bar(name, (number, 0) if without else (number,), trn("{n}项", number)) for name, number in counts]
    bars = (*dated, *([Bar(trc("句首", "原文未写年份"), (0, without), trn("{n}项", without))] if without else []))
    rows: tuple[tuple[Inlines, ...], ...] = tuple(((name,), (Unbroken(trn("{n}项", number)),)) for name, number in shown)
    return Chart(
        picture=Bars(bars, (trc("年份", "写明了年份"), trc("年份", "没有写")) if without else ()),
        caption=trn("{n}项目标各到哪一年", len(targets)),
        says=joined((said, rest), "sentences"),
        anchor="by-year",
        twin=Table(tr("{plan}的目标各到哪一年", plan=plan.short_title), (tr("到何时"), trc("几项", "目标")), rows),
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


_SIDES = ((mark("它牵头"), "leads"), (mark("对方牵头"), "follows"), (mark("都牵头或都参加"), "alike"))


def partners(graph: Graph, unit: Unit, shown: Sequence[Shared]) -> Chart | None:
    """Rank the units that one works with by the number of tasks in common."""
    shown = shown[:PARTNERS]
    if not _tells_something([one.total for one in shown]):
        return None
    sides = [(tr(word), name) for word, name in _SIDES if any(getattr(one, name) for one in shown)]
    bars = tuple(Bar(one.partner.name, tuple(getattr(one, name) for _, name in sides), trn("{n}条", one.total)) for one in shown)
    rows: tuple[tuple[Inlines, ...], ...] = tuple(
        (
            (link_to(graph, one.partner),),
            (Unbroken(trn("{n}条", one.total)),),
            *((Unbroken(trn("{n}条", getattr(one, name))),) for _, name in sides),
        )
        for one in shown
    )
    most = _with([(one.partner.name, one.total) for one in shown], shown[0].total, _shared_tasks)
    return Chart(
        picture=Bars(bars, tuple(word for word, _ in sides)),
        caption=tr("{unit}和哪些单位一起做事，几条任务", unit=unit.name),
        says=tr("一起做得最多的是{most}。", most=most),
        anchor="with-whom",
        twin=Table(tr("和{unit}一起做事的单位", unit=unit.name), (tr("单位"), trc("几条任务", "一起"), *(word for word, _ in sides)), rows),
    )
