"""What changed in the data and what was mended: newest first, by day and document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.graph import Graph, redirect_of
from generator.language import between, mark, tr, trc, trn
from generator.model import Change, Plan, Project, Record, Task, Unit
from generator.pages.addresses import CHANGES, address, year_address
from generator.pages.blocks import (
    Block,
    Bullets,
    Chips,
    Folded,
    Heading,
    Lead,
    Prose,
    Table,
)
from generator.pages.inline import (
    Inline,
    Inlines,
    Link,
    Missing,
    Tag,
    sentence,
)
from generator.pages.lists import ordered_plans
from generator.pages.page import Page

CORRECTIONS = "corrections/"
FEED = "feed.xml"
IN_SIGHT = 30
"""Changes of one day and document that are shown; the rest is folded away."""
OTHERS = mark("单位、地方、主题和名词等")


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one day in one document, in its order; ``plan`` is none for what belongs to no document."""

    day: date
    plan: str | None
    changes: tuple[Change, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page of changes; also what names it for ever in feeds."""
        return f"{self.day.isoformat()}-{self.plan or 'others'}"


def feed_address(record: Record | None = None) -> str:
    """Return the address of the feed of a plan or unit, or of the feed of everything."""
    return f"{'plans' if isinstance(record, Plan) else 'units'}/{record.id}/{FEED}" if record else FEED


def grouped(graph: Graph, changes: Iterable[Change]) -> list[Group]:
    """Group changes by day and document: the newest day first, the documents in their order."""
    order = {plan.id: number for number, plan in enumerate(ordered_plans(graph))}
    found: dict[tuple[date, str | None], list[Change]] = {}
    for change in changes:
        found.setdefault((change.date_, change.plan), []).append(change)

    def key(place: tuple[date, str | None]) -> tuple[int, int, str]:
        day, plan = place
        return (-day.toordinal(), order.get(plan or "", len(order) + (plan is None)), plan or "")

    return [Group(*place, tuple(found[place])) for place in sorted(found, key=key)]


def plan_name(graph: Graph, group: Group) -> str:
    """Name the document of a group; one that is gone keeps the name under which it went."""
    if group.plan is None:
        return tr(OTHERS)
    plan = graph.plans.get(group.plan)
    return plan.short_title if plan else next((c.about for c in group.changes if c.subject == group.plan), group.plan)


def subject_address(graph: Graph, change: Change) -> str:
    """Return where the subject of a change is shown now; empty where it is gone and leads nowhere."""
    found = graph.find((change.kind,), change.subject)
    if found:
        return address(graph, found[0])
    redirect = redirect_of(graph, change.kind, change.subject)
    if redirect is None:
        return ""
    if redirect.to.endswith("/"):
        return redirect.to
    return next((address(graph, record) for record in graph.find(("*",), redirect.to)), "")


def _what(graph: Graph, change: Change) -> Inlines:
    """A change as a sentence, in which what it is about is a link, with what had been wrong."""
    before, name, after = change.text.partition(change.about)
    target = subject_address(graph, change)
    out: list[Inline] = [before, Link(name, target) if target else name, after] if name else [change.text]
    out += [between("sentences") + tr("（错在哪里：{reason}）", reason=change.reason)] if change.reason else []
    return tuple(part for part in out if part != "")


def line(graph: Graph, change: Change) -> Inlines:
    """A change as a sentence; a correction says that it is one."""
    what = _what(graph, change)
    return (Tag(trc("一处", "更正")), " ", *what) if change.correction else what


def _units_of(record: Record | None) -> tuple[str, ...]:
    if isinstance(record, Task):
        return tuple(role.unit for role in (*record.leads, *record.participants))
    if isinstance(record, Project):
        return record.owners
    return tuple(getattr(record, "providers", ()))


def _concerned(graph: Graph, change: Change) -> set[str]:
    """Return the units that a change concerns: those it names, and those that have the subject to do now."""
    units = set(change.units)
    if change.kind == "unit":
        units.add(change.subject)
    if change.kind == "plan" and change.what == "added":
        for task in graph.back.tasks_of_plan.get(change.subject, ()):
            units.update(_units_of(task))
        return units
    record = next(iter(graph.find((change.kind,), change.subject)), None)
    owner = getattr(record, "owner", None) or getattr(record, "subject", None)
    owners = graph.find(("task", "indicator-row", "project"), owner) if owner else []
    return units.union(_units_of(record), *(_units_of(other) for other in owners))


def by_unit(graph: Graph) -> Mapping[str, tuple[Change, ...]]:
    """Return the changes that concern each unit, in the order of the data."""
    found: dict[str, list[Change]] = {}
    for change in graph.changes.values():
        for unit in _concerned(graph, change):
            found.setdefault(unit, []).append(change)
    return {unit: tuple(changes) for unit, changes in found.items()}


def newest(graph: Graph, changes: Iterable[Change], most: int) -> list[Change]:
    """Return the newest changes, those of one day in the order of the documents."""
    return [change for group in grouped(graph, changes) for change in group.changes][:most]


_MONTHS = (
    mark("1月"),
    mark("2月"),
    mark("3月"),
    mark("4月"),
    mark("5月"),
    mark("6月"),
    mark("7月"),
    mark("8月"),
    mark("9月"),
    mark("10月"),
    mark("11月"),
    mark("12月"),
)


def written_day(day: date) -> str:
    """Write a day as people do: 2026年11月22日."""
    return tr("{year}年{month}{day}日", year=day.year, month=tr(_MONTHS[day.month - 1]), day=day.day)


def _group_blocks(graph: Graph, group: Group) -> list[Block]:
    plan = graph.plans.get(group.plan or "")
    blocks: list[Block] = [Heading(plan_name(graph, group), group.anchor, 3)]
    cut = IN_SIGHT if len(group.changes) > IN_SIGHT + 1 else len(group.changes)

    def bullets(changes: tuple[Change, ...]) -> Bullets:
        return Bullets(tuple(line(graph, change) for change in changes), anchors=tuple(change.id for change in changes))

    blocks.append(bullets(group.changes[:cut]))
    rest = group.changes[cut:]
    blocks += [Folded(trn("其余{n}处变化", len(rest)), bullets(rest))] if rest else []
    linked = any(change.subject == group.plan for change in group.changes)
    return [*blocks, Prose((Link(tr("看这份文件"), address(graph, plan)),))] if plan and not linked else blocks


def _days(graph: Graph, changes: Iterable[Change]) -> list[Block]:
    blocks: list[Block] = []
    day: date | None = None
    for group in grouped(graph, changes):
        if group.day != day:
            day = group.day
            blocks.append(Heading(written_day(day), f"d{day.isoformat()}"))
        blocks += _group_blocks(graph, group)
    return blocks


def recent_blocks(graph: Graph, plan: Plan, most: int = 5) -> list[Block]:
    """What changed last in a plan, with the ways to follow it."""
    own = newest(graph, (change for change in graph.changes.values() if change.plan == plan.id), most)
    blocks: list[Block] = [Heading(tr("这份文件的数据有什么变化"), "changes")]
    if own:
        blocks.append(Bullets(tuple((f"{change.date_.isoformat()} ", *line(graph, change)) for change in own)))
    return [*blocks, Chips((Link(tr("全部更新记录"), CHANGES), Link(tr("订阅这份文件的更新（Atom）"), feed_address(plan))))]


def unit_blocks(unit: Unit) -> list[Block]:
    """How to follow a unit."""
    link = Link(tr("订阅这个单位的更新（Atom）"), feed_address(unit))
    said = sentence("{link}：它的任务、目标或分工在数据里有了变化，订阅软件会收到。", link=link)
    return [Heading(tr("以后有变化怎么知道"), "feed"), Prose(said)]


def _since(graph: Graph, change: Change) -> date | None:
    """Return since when a mistake stood there: as said, else since the last change of the same, else since it was public."""
    if change.since:
        return change.since
    earlier = [c for c in graph.changes.values() if c.date_ <= change.date_ and c.id != change.id]
    same = [c.date_ for c in earlier if (c.subject, c.field) == (change.subject, change.field) and c.date_ < change.date_]
    whole = [c.date_ for c in earlier if c.what == "added" and c.subject in {change.subject, change.plan}]
    return max(same, default=None) or max(whole, default=None)


def _correction(graph: Graph, change: Change) -> tuple[Inlines, ...]:
    since = _since(graph, change)
    return (
        _what(graph, change),
        (change.old,) if change.old else (trc("更正", "没有写"),),
        (since.isoformat(),) if since else (Missing(tr("不清楚")),),
        (change.date_.isoformat(),),
    )


def corrections_page(graph: Graph) -> Page:
    """Build the page of corrections: what was wrong, since when, mended when."""
    lead = tr("本站写错过什么、从什么时候起是错的、什么时候改好的，都记在这里，不悄悄改掉。")
    found = [change for group in grouped(graph, graph.changes.values()) for change in group.changes if change.correction]
    blocks: list[Block] = [Lead(lead)]
    if found:
        header = (tr("更正了什么"), tr("原来写的"), tr("从哪天起"), tr("哪天改好"))
        rows = tuple(_correction(graph, change) for change in found)
        blocks += [Prose((trn("共{n}处，新的在前。", len(found)),)), Table(tr("更正记录"), header, rows)]
    else:
        blocks.append(Prose((tr("到现在还没有记下更正。这不等于没有错：发现了请告诉我们。"),)))
    steps = (
        tr("有人报告，或核对时发现，就对照原文那一段。"),
        tr("确实写错了，改好数据，在这里写明错在哪里。"),
        tr("原文自己前后不一的，不算本站写错，在各页照原样说明。"),
    )
    log = Link(tr("更新记录"), CHANGES)
    blocks += [
        Heading(tr("怎样更正"), "how"),
        Bullets(tuple((step,) for step in steps)),
        Prose(sentence("原文改了、有了新进展或换了说法，记在{log}里，不算更正。", log=log)),
    ]
    return Page(CORRECTIONS, tr("更正记录"), (), (Link(tr("首页"), ""), log), tuple(blocks), lead)


LEAD = mark("本站的数据什么时候新增、改动、更正了什么，一条条写在这里，新的在前。这是本站数据的变化，不是任务的进展。")


def _page(graph: Graph, year: int, newest_year: int, years: list[int]) -> Page:
    changes = [change for change in graph.changes.values() if change.date_.year == year]
    here = year_address(graph, year)
    others = tuple(Link(tr("{year}年", year=other), year_address(graph, other)) for other in years if other != year)
    of_year = trn("{year}年里本站的数据有{n}处变化，新的在前。", len(changes), year=year)
    blocks: list[Block] = [Lead(tr(LEAD) if year == newest_year else of_year)]
    blocks.append(Chips((Link(tr("只看更正"), CORRECTIONS), Link(tr("订阅全部更新（Atom）"), FEED))))
    blocks += _days(graph, changes)
    if others:
        blocks += [Heading(tr("别的年份"), "years"), Chips(others)]
    home, log = Link(tr("首页"), ""), Link(tr("更新记录"), CHANGES)
    if here == CHANGES:
        return Page(here, tr("更新记录"), (), (home,), tuple(blocks), tr(LEAD), feed=FEED)
    description = tr("{year}年里本站数据的变化。", year=year)
    return Page(here, tr("{year}年的更新", year=year), (), (home, log), tuple(blocks), description, feed=FEED)


def pages(graph: Graph) -> list[Page]:
    """Build the page of changes, one more for each earlier year, and the page of corrections."""
    years = sorted({change.date_.year for change in graph.changes.values()}, reverse=True)
    if not years:
        blocks = (Lead(tr(LEAD)), Prose((tr("还没有记下变化。"),)))
        return [Page(CHANGES, tr("更新记录"), (), (Link(tr("首页"), ""),), blocks, tr(LEAD), feed=FEED), corrections_page(graph)]
    return [*(_page(graph, year, years[0], years) for year in years), corrections_page(graph)]
