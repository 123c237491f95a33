"""The home page: search first, then life topics, my town, the plans, headline targets."""

from __future__ import annotations

from datetime import date

from generator.graph import Graph
from generator.model import Plan
from generator.pages.addresses import link_to
from generator.pages.blocks import (
    Block,
    Bullets,
    Chips,
    Heading,
    Inlines,
    Lead,
    Link,
    Notice,
    Page,
    Prose,
    Row,
    Rows,
    Search,
)
from generator.pages.lists import chapter_counts, full_region, ordered_plans, region_names, regions_in_order
from generator.pages.phrases import years_of
from generator.pages.place import named_tasks
from generator.pages.words import PLAN_KINDS, SEARCH_EXAMPLES, TOPIC_GROUPS

MOST_TOPICS = 16
LOCAL_KINDS = ("town", "sumu", "township", "subdistrict", "park")


def _topics(graph: Graph) -> list[Block]:
    topics = sorted(graph.topics.values(), key=lambda t: (not t.featured, TOPIC_GROUPS.index(t.group), t.order))
    used = [t for t in topics if graph.back.tasks_by.get(("topic", t.id))]
    links = tuple(link_to(graph, t, f"{t.name}（{len(graph.back.tasks_by[('topic', t.id)])}）") for t in used[:MOST_TOPICS])
    if not links:
        return []
    return [Heading("和过日子有关的事", "topics"), Chips((*links, Link("全部主题", "topics/")))]


def _places(graph: Graph) -> list[Block]:
    """Towns and parks by region: people look for theirs, not for the busiest."""
    counts = {p.id: len(named_tasks(graph, p)) for p in graph.places.values() if p.kind in LOCAL_KINDS}
    blocks: list[Block] = []
    for region in regions_in_order(graph):
        places = [p for p in graph.places.values() if p.region == region.id and counts.get(p.id)]
        places.sort(key=lambda p: (LOCAL_KINDS.index(p.kind), -counts[p.id], p.id))
        if places:
            links = tuple(link_to(graph, p, f"{p.name}（{counts[p.id]}）") for p in places)
            blocks += [Heading(full_region(graph, region), f"places-{region.id}", 3), Chips(links)]
    return [Heading("我的家乡", "places"), *blocks, Prose((Link("全部地方", "places/"),))] if blocks else []


def _audiences(graph: Graph) -> list[Block]:
    audiences = sorted((a for a in graph.audiences.values() if graph.back.tasks_by.get(("audience", a.id))), key=lambda a: a.order)
    if not audiences:
        return []
    return [Heading("我是谁", "audiences"), Chips((*(link_to(graph, a) for a in audiences[:14]), Link("全部人群", "audiences/")))]


def plan_row(graph: Graph, plan: Plan) -> Row:
    """A plan in a list: what it is and how much is in it."""
    tasks = len(graph.back.tasks_of_plan.get(plan.id, ()))
    rows = len(graph.back.rows.get(plan.id, ()))
    counts = f"{tasks}条任务" + (f"，{rows}个指标" if rows else "")
    lines: tuple[Inlines, ...] = ((f"{region_names(graph, plan)}，{PLAN_KINDS[plan.kind]}，{years_of(plan)}",),)
    return Row(link_to(graph, plan, plan.short_title), counts, lines)


def _highlights(graph: Graph, as_of: date) -> list[Block]:
    """One thing of each plan that its editors think most worth knowing; the others stand on its page."""
    rows = []
    for plan in ordered_plans(graph):
        if plan.highlights:
            over = f"规划期到{plan.period.end}年，已经结束" if as_of.year > plan.period.end else ""
            rows.append(Row(link_to(graph, plan, plan.short_title), over, ((plan.highlights[0],),)))
    return [Heading("各份文件里最值得知道的一件事", "highlights"), Rows(tuple(rows))] if rows else []


def page(graph: Graph, site_name: str, as_of: date) -> Page:
    """Build the home page."""
    tasks = len(graph.tasks)
    lead = f"把政府规划讲成大白话：要做什么、谁负责、到什么时候。现有{len(graph.plans)}份文件、{tasks}条任务。"
    blocks: list[Block] = [Lead(lead), Search(SEARCH_EXAMPLES), Notice("这里不是政府网站。内容是志愿编写的通俗解读，以官方文件为准。")]
    blocks += _topics(graph) + _places(graph) + _audiences(graph)
    blocks += [Heading("有哪些规划", "plans"), Rows(tuple(plan_row(graph, plan) for plan in ordered_plans(graph)))]
    blocks += _highlights(graph, as_of)
    blocks += [
        Heading("还可以这样找", "more"),
        Bullets(
            (
                (Link("按单位找", "units/"), "：哪个局负责什么"),
                (Link("按项目找", "projects/"), "：修什么路、建什么场馆"),
                (Link("看指标", "indicators/"), "：收入、医生、托位要达到多少"),
                (Link("查名词", "glossary/"), "：文件里的行话是什么意思"),
                (Link("按条件筛选全部任务", "explore/"), "：主题、人群、单位、年份可以一起选"),
                (Link("看全部任务", "tasks/"), "：按规划和章排好"),
            )
        ),
        Prose((f"数据截止{as_of.isoformat()}。",)),
    ]
    return Page("", site_name, (), (), tuple(blocks), lead)


def plans_index(graph: Graph) -> Page:
    """List the plans."""
    rows = tuple(plan_row(graph, plan) for plan in ordered_plans(graph))
    blocks: tuple[Block, ...] = (Lead("本站收录的规划、分工方案和工作报告。"), Rows(rows))
    return Page("plans/", "规划", (), (Link("首页", ""),), blocks, "本站收录的规划、分工方案和工作报告。")


def tasks_index(graph: Graph) -> Page:
    """Lead to every task by plan and chapter; each chapter's page lists its own."""
    blocks: list[Block] = [Lead(f"全部{len(graph.tasks)}条任务，按规划和章排，先后和原文一样。点开一章，就能看到这一章的任务。")]
    blocks.append(Prose(("也可以", Link("按条件筛选全部任务", "explore/"), "。")))
    for plan in ordered_plans(graph):
        rows = chapter_counts(graph, plan, lambda division: len(graph.tasks_within(division)), "条")
        if rows:
            blocks += [Heading(f"{plan.short_title}（{len(graph.back.tasks_of_plan[plan.id])}条）", plan.id), Rows(rows)]
    return Page("tasks/", "全部任务", (), (Link("首页", ""),), tuple(blocks), "规划里的全部任务。")
