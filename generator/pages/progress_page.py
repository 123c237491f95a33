"""The page of all progress: by plan, newest first, and how to add what is missing."""

from __future__ import annotations

from itertools import groupby

from generator.graph import Graph
from generator.language import joined, tr, trc, trn
from generator.model import Plan, Update
from generator.model.site import Site
from generator.pages.addresses import address, link_to
from generator.pages.blocks import (
    Block,
    Bullets,
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
    Outside,
    Unbroken,
    sentence,
)
from generator.pages.lists import ordered_plans
from generator.pages.page import Page
from generator.pages.progress import ADDRESS, UNKNOWN, not_seen, told, update_line
from generator.pages.repository import GUIDE, PROGRESS, form_address, shown_address

SUBJECTS = ("task", "indicator-row", "project")


def _plan_of(graph: Graph, update: Update) -> str:
    return next((getattr(record, "plan", "") for record in graph.find(SUBJECTS, update.subject)), "")


def by_plan(graph: Graph) -> dict[str, list[Update]]:
    """Return every update by its subject's plan, newest first, in the order of the plans."""
    updates = sorted((u for some in graph.back.updates.values() for u in some), key=lambda u: (u.date_, u.id), reverse=True)
    found: dict[str, list[Update]] = {plan.id: [] for plan in ordered_plans(graph)}
    for update in updates:
        found.setdefault(_plan_of(graph, update), []).append(update)
    return found


def _plan_cells(graph: Graph, plan: Plan, updates: list[Update]) -> tuple[Inlines, ...]:
    tasks = graph.back.tasks_of_plan.get(plan.id, ())
    known = sum(len(some) for some in told(graph, tasks).values())
    newest: Inline = Unbroken(updates[0].date_.isoformat()) if updates else Missing(tr("还没有"))
    unseen = trn("{n}条", len(tasks) - known)
    rest: Inline = Missing(unseen) if len(tasks) > known else unseen
    return ((link_to(graph, plan, plan.short_title),), (trn("{n}条", len(tasks)),), (trn("{n}条", known),), (rest,), (newest,))


def _known(graph: Graph, updates: dict[str, list[Update]]) -> Table:
    rows = tuple(_plan_cells(graph, plan, updates[plan.id]) for plan in ordered_plans(graph))
    header = (tr("规划"), trc("几条", "任务"), tr("有公开进展"), not_seen(), tr("最近的记录"))
    return Table(tr("各份文件的进展"), header, rows)


def _line(graph: Graph, update: Update) -> Inlines:
    record = next(iter(graph.find(SUBJECTS, update.subject)), None)
    if record is None:  # the checks report it
        return update_line(update)
    name = getattr(record, "title", "") or getattr(record, "name", "")
    return update_line(update, (Link(name, address(graph, update)),))


def _of_plan(graph: Graph, plan: Plan, updates: list[Update]) -> list[Block]:
    """A plan's updates; from two years on a heading a year."""
    years = [(year, list(some)) for year, some in groupby(updates, key=lambda update: update.date_.year)]
    blocks: list[Block] = [Heading(trn("{plan}（{n}条）", len(updates), plan=plan.short_title), plan.id)]
    for year, some in years:
        if len(years) > 1:
            blocks.append(Heading(tr("{year}年", year=year), f"{plan.id}-{year}", 3))
        blocks.append(Bullets(tuple(_line(graph, update) for update in some)))
    return blocks


def _how(site: Site) -> list[Block]:
    """How to add progress; where no repository is set, links become instructions."""
    form = form_address(site, PROGRESS, {})
    tell: Inlines = (tr("告诉本站的维护者。"),)
    if form:
        opened, link = Outside(tr("有进展，附出处"), form), tr("报告进展，附出处")
        tell = sentence("填“{form}”这张表。在任务页的末尾点“{link}”，编号会自动填好。", form=opened, link=link)
    elif site.contact:
        tell = sentence("写信给{address}。", address=Outside(site.contact, f"mailto:{site.contact}"))
    guide = shown_address(site, GUIDE, "progress")
    steps: tuple[Inlines, ...] = (
        (tr("找到这条任务、项目或指标的页面，记下页面末尾的编号。"),),
        (
            tr(
                "准备好四样：日期、现在怎么样了、发生了什么（一两句话）、出处的标题和网址。"
                "没有网址的，写文件的名称和文号，或报纸的日期和版面。"
            ),
        ),
        tell,
        sentence("想自己写进数据的，看{guide}。", guide=Outside(tr("怎样补充进展"), guide) if guide else tr("仓库里的 {file}", file=GUIDE)),
    )
    only = tr("只收公开的、有日期的材料，例如政府网站、公报、报纸、统计公报。听说的、内部的、没有出处的不收。")
    return [Heading(tr("怎样补充进展"), "add"), Prose((only,)), Bullets(steps, ordered=True)]


def page(graph: Graph, site: Site) -> Page:
    """Build the page of all progress."""
    updates = by_plan(graph)
    total = sum(len(some) for some in updates.values())
    lead = trn("本站收到的有日期、有出处的公开进展，共{n}条。", total) if total else tr("本站还没有收到有日期、有出处的公开进展。")
    without = tr("没有记录的任务，一律写“{not_seen}”。", not_seen=not_seen())
    blocks: list[Block] = [Lead(lead), Prose((joined((without, tr(UNKNOWN)), "sentences"),))]
    if graph.plans:
        blocks += [Heading(tr("各份文件"), "plans"), _known(graph, updates)]
    for plan in ordered_plans(graph):
        if updates[plan.id]:
            blocks += _of_plan(graph, plan, updates[plan.id])
    blocks += _how(site)
    return Page(ADDRESS, tr("进展"), (), (Link(tr("首页"), ""),), tuple(blocks), lead)
