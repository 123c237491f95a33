"""The home page: search first, then life topics, my town, the plans, headline targets."""

from __future__ import annotations

from datetime import date

from generator.graph import Graph
from generator.language import joined, spoken, tr, trc, trn
from generator.model import Plan
from generator.pages.addresses import CHANGES, link_to
from generator.pages.blocks import (
    Block,
    Bullets,
    Chips,
    Heading,
    Lead,
    Notice,
    Prose,
    Row,
    Rows,
    Search,
    Tile,
    Tiles,
)
from generator.pages.changes import CORRECTIONS, FEED, line, newest
from generator.pages.inline import (
    Inlines,
    Link,
    Tag,
    sentence,
)
from generator.pages.lists import chapter_counts, full_region, ordered_plans, region_names, regions_in_order
from generator.pages.page import Page
from generator.pages.phrases import years_of
from generator.pages.place import named_tasks
from generator.pages.progress import ADDRESS as PROGRESS
from generator.pages.words import PLAN_KINDS, SEARCH_EXAMPLES, TOPIC_GROUPS, UPDATE_STATUSES

MOST_TOPICS = 15
MOST_PLACES = 8
"""Of one region: the most named. The others stand on the page of places."""
MOST_UPDATES = 5
MOST_CHANGES = 5
LOCAL_KINDS = ("town", "sumu", "township", "subdistrict")


def _topics(graph: Graph) -> list[Block]:
    topics = sorted(graph.topics.values(), key=lambda t: (not t.featured, TOPIC_GROUPS.index(t.group), t.order))
    used = [t for t in topics if graph.back.tasks_by.get(("topic", t.id))]
    tiles = tuple(Tile(link_to(graph, t), trn("{n}条任务", len(graph.back.tasks_by["topic", t.id]))) for t in used[:MOST_TOPICS])
    if not tiles:
        return []
    return [Heading(tr("和过日子有关的事"), "topics"), Tiles(tiles), Prose((Link(trn("全部{n}个主题", len(used)), "topics/"),))]


def _plan_tile(graph: Graph, plan: Plan, as_of: date) -> Tile:
    """A region with its document: what people look for is where they live, not the document's title."""
    tasks = trn("{n}条任务", len(graph.back.tasks_of_plan.get(plan.id, ())))
    over = tr("期限已过") if as_of.year > plan.period.end else ""
    note = joined((tr(PLAN_KINDS[plan.kind]), years_of(plan), over, tasks), "clauses")
    return Tile(link_to(graph, plan, region_names(graph, plan)), note)


def _plans(graph: Graph, as_of: date) -> list[Block]:
    tiles = tuple(_plan_tile(graph, plan, as_of) for plan in ordered_plans(graph))
    return [Heading(trn("我在哪里：{n}份文件", len(tiles)), "plans"), Tiles(tiles, wide=True)] if tiles else []


def _places(graph: Graph) -> list[Block]:
    """Towns by region: people look for theirs."""
    counts = {p.id: len(named_tasks(graph, p)) for p in graph.places.values() if p.kind in LOCAL_KINDS}
    blocks: list[Block] = []
    for region in regions_in_order(graph):
        places = [p for p in graph.places.values() if p.region == region.id and counts.get(p.id)]
        places.sort(key=lambda p: (-counts[p.id], LOCAL_KINDS.index(p.kind), p.id))
        if places:
            links = [link_to(graph, p, tr("{a}（{b}）", a=p.name, b=counts[p.id])) for p in places[:MOST_PLACES]]
            every = sum(p.region == region.id for p in graph.places.values())
            links.append(Link(tr("{region}全部{n}个地方", region=region.name, n=every), f"places/#{region.id}"))
            blocks += [Heading(full_region(graph, region), f"places-{region.id}", 3), Chips(tuple(links))]
    intro = tr("点镇、街道或苏木，看点名它的任务，和对全旗、全区都管用的任务。括号里是点名它的任务条数。")
    return [Heading(tr("我的家乡"), "places"), Prose((intro,)), *blocks] if blocks else []


def _audiences(graph: Graph) -> list[Block]:
    audiences = sorted((a for a in graph.audiences.values() if graph.back.tasks_by.get(("audience", a.id))), key=lambda a: a.order)
    if not audiences:
        return []
    every = Link(tr("全部人群"), "audiences/")
    return [Heading(tr("我是谁"), "audiences"), Chips((*(link_to(graph, a) for a in audiences[:14]), every))]


def _recent(graph: Graph, as_of: date) -> list[Block]:
    """What is new: progress with dated evidence, or openly that none is known."""
    every = (update for updates in graph.back.updates.values() for update in updates)
    updates = sorted(every, key=lambda u: (u.date_, u.id), reverse=True)[:MOST_UPDATES]
    blocks: list[Block] = [Heading(tr("最近有什么变化"), "recent")]
    rows = []
    for update in updates:
        for record in graph.find(("task", "indicator-row", "project"), update.subject)[:1]:
            rows.append(
                Row(link_to(graph, record), update.date_.isoformat(), ((Tag(tr(UPDATE_STATUSES[update.status])), f" {update.text}"),))
            )
    if rows:
        blocks.append(Rows(tuple(rows)))
    else:
        blocks.append(Prose((tr("还没有收到有日期、有出处的公开进展。这不等于没有做。"),)))
    way = Link(tr("全部进展和怎样补充"), PROGRESS)
    blocks.append(Prose(sentence("{way}。", way=way)))
    return blocks + _changed(graph, as_of)


def _changed(graph: Graph, as_of: date) -> list[Block]:
    """The newest changes of our own data, apart from the progress of tasks."""
    found = newest(graph, graph.changes.values(), MOST_CHANGES)
    blocks: list[Block] = []
    if found:
        items = tuple((f"{change.date_.isoformat()} ", *line(graph, change)) for change in found)
        blocks += [Heading(tr("本站的数据新增和改动了什么"), "changed", 3), Bullets(items)]
    ways = (Link(tr("全部更新记录"), CHANGES), Link(tr("更正记录"), CORRECTIONS), Link(tr("订阅（Atom）"), FEED))
    return [*blocks, Chips(ways), Prose((tr("数据截止{day}。", day=as_of.isoformat()),))]


def _ways() -> tuple[Tile, ...]:
    """The lists and tools that lead to everything else."""
    return (
        Tile(Link(tr("按地方找"), "places/"), tr("镇、街道、园区、口岸、景区")),
        Tile(Link(tr("按单位找"), "units/"), tr("哪个局负责什么")),
        Tile(Link(tr("按项目找"), "projects/"), tr("修什么路、建什么场馆")),
        Tile(Link(tr("看指标"), "indicators/"), tr("收入、医生、托位要达到多少")),
        Tile(Link(tr("放在一起比"), "compare/"), tr("同一件事，各地怎么说")),
        Tile(Link(tr("看时间线"), "timeline/"), tr("哪年之前要做到什么")),
        Tile(Link(tr("看进展"), PROGRESS), tr("有日期、有出处的公开进展")),
        Tile(Link(tr("查名词"), "glossary/"), tr("文件里的行话是什么意思")),
        Tile(Link(tr("看核对情况"), "coverage/"), tr("原文写了多少，本站收了多少")),
        Tile(Link(tr("按条件筛选全部任务"), "explore/"), tr("主题、人群、单位、年份可以一起选")),
        Tile(Link(tr("看全部任务"), "tasks/"), tr("按规划和章排好")),
    )


def plan_row(graph: Graph, plan: Plan) -> Row:
    """A plan in a list: what it is and how much is in it."""
    tasks = len(graph.back.tasks_of_plan.get(plan.id, ()))
    rows = len(graph.back.rows.get(plan.id, ()))
    counts = joined((trn("{n}条任务", tasks), trn("{n}个指标", rows) if rows else ""), "clauses")
    lines: tuple[Inlines, ...] = ((joined((region_names(graph, plan), tr(PLAN_KINDS[plan.kind]), years_of(plan)), "clauses"),),)
    return Row(link_to(graph, plan, plan.short_title), counts, lines)


def _highlights(graph: Graph, as_of: date) -> list[Block]:
    """One thing of each plan that its editors think most worth knowing; the others stand on its page."""
    rows = []
    for plan in ordered_plans(graph):
        if plan.highlights:
            over = tr("规划期到{year}年，已经结束", year=plan.period.end) if as_of.year > plan.period.end else ""
            rows.append(Row(link_to(graph, plan, plan.short_title), over, ((plan.highlights[0],),)))
    return [Heading(tr("各份文件里最值得知道的一件事"), "highlights"), Rows(tuple(rows))] if rows else []


def page(graph: Graph, site_name: str, as_of: date, examples: tuple[str, ...] = ()) -> Page:
    """Build the home page."""
    lead = tr(
        "政府规划里写了要做什么、谁负责、到什么时候，这里用大白话说清楚。现有{plans}、{tasks}。",
        plans=trn("{n}份文件", len(graph.plans)),
        tasks=trn("{n}条任务", len(graph.tasks)),
    )
    blocks: list[Block] = [
        Lead(lead),
        Search(examples or SEARCH_EXAMPLES),
        Notice(tr("这里不是政府网站。内容是志愿编写的通俗解读，以官方文件为准。")),
    ]
    if not spoken().chinese:
        said = tr("网站的文字译成了{language}；规划里的名称，和本站的概括、说明，大多是中文。", language=spoken().name)
        blocks.append(Notice(said))
    blocks += _topics(graph) + _plans(graph, as_of) + _places(graph) + _audiences(graph) + _highlights(graph, as_of)
    blocks += [*_recent(graph, as_of), Heading(tr("还可以这样找"), "more"), Tiles(_ways(), wide=True)]
    return Page("", site_name, (), (), tuple(blocks), lead, feed=FEED)


def plans_index(graph: Graph) -> Page:
    """List the plans."""
    rows = tuple(plan_row(graph, plan) for plan in ordered_plans(graph))
    lead = tr("本站收录的规划、分工方案和工作报告。")
    return Page("plans/", trc("导航", "规划"), (), (Link(tr("首页"), ""),), (Lead(lead), Rows(rows)), lead)


def _task_count(number: int) -> str:
    return trn("{n}条", number)


def tasks_index(graph: Graph) -> Page:
    """Lead to every task by plan and chapter; each chapter's page lists its own."""
    blocks: list[Block] = [Lead(trn("全部{n}条任务，按规划和章排，先后和原文一样。点开一章，就能看到这一章的任务。", len(graph.tasks)))]
    way = Link(trc("也可以", "按条件筛选全部任务"), "explore/")
    blocks.append(Prose(sentence("也可以{way}。", way=way)))
    for plan in ordered_plans(graph):
        rows = chapter_counts(graph, plan, lambda division: len(graph.tasks_within(division)), _task_count)
        if rows:
            heading = tr("{a}（{b}）", a=plan.short_title, b=_task_count(len(graph.back.tasks_of_plan[plan.id])))
            blocks += [Heading(heading, plan.id), Rows(rows)]
    return Page("tasks/", tr("全部任务"), (), (Link(tr("首页"), ""),), tuple(blocks), tr("规划里的全部任务。"))
