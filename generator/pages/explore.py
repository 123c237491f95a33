"""All tasks at once: the page that filters them in the browser, and one plain, whole table for each plan.

A filter is a part of the address, so that it can be sent on: ``explore/?topic=camel&by=2025``. The keys are ``topic``, ``audience``,
``region``, ``plan``, ``unit`` (with ``role=lead`` where only leads count), ``place``, ``target`` (``yes``, ``no``), ``by`` (a year,
``none``) and ``name``; ``sort`` orders. ``site_src/assets/explore/state.js`` reads and writes them,
:mod:`generator.exports.explore_files` makes the data.
"""

from __future__ import annotations

from generator.graph import Graph
from generator.language import joined, mark, tr, trc, trn
from generator.model import Division, Plan, Task
from generator.pages.addresses import HAS_PAGE, address, link_to
from generator.pages.blocks import (
    Block,
    Explore,
    Heading,
    Lead,
    Prose,
    Row,
    Rows,
    Style,
    Table,
)
from generator.pages.inline import (
    Cell,
    Link,
    Missing,
    Unbroken,
    listing,
    sentence,
)
from generator.pages.lists import filtered, is_led, ordered_plans, region_names, stated_years, telling_target, unit_links
from generator.pages.page import Page
from generator.pages.phrases import document_line, target_line, task_number, title_of
from generator.pages.words import PLAN_KINDS

ADDRESS = "explore/"
NAME = mark("筛选任务")


def plans(graph: Graph) -> list[Plan]:
    """Return the plans that hold tasks: the others have no table."""
    return [plan for plan in ordered_plans(graph) if graph.back.tasks_of_plan.get(plan.id)]


def table_address(plan: Plan) -> str:
    """Return the address of a plan's whole table."""
    return f"{ADDRESS}{plan.id}/"


def _plan_row(graph: Graph, plan: Plan) -> Row:
    count = len(graph.back.tasks_of_plan.get(plan.id, ()))
    said = joined((region_names(graph, plan), tr(PLAN_KINDS[plan.kind])), "clauses")
    return Row(Link(plan.short_title, table_address(plan)), trn("{n}条", count), ((said,),))


def page(graph: Graph) -> Page:
    """Build the page of filters. Without scripts it leads to the tables."""
    lead = tr("按主题、地方、单位、年份来挑任务，几个条件可以一起用。")
    blocks: tuple[Block, ...] = (
        Lead(lead),
        Explore(),
        Heading(tr("不筛选，看整张表"), "tables"),
        Prose((tr("每份规划的全部任务排成一张表，先后和原文一样。适合打印，也可以用浏览器的“在页面中查找”。"),)),
        Rows(tuple(_plan_row(graph, plan) for plan in plans(graph))),
    )
    return Page(ADDRESS, tr(NAME), (), (Link(tr("首页"), ""),), blocks, lead)


def _holder(graph: Graph, task: Task) -> Division | None:
    """The division on whose page a task stands: a chapter, mostly."""
    division = graph.divisions.get(task.division)
    line = graph.line_of(division) if division else ()
    return next((d for d in reversed(line) if d.kind in HAS_PAGE), line[0] if line else None)


def _by_holder(graph: Graph, tasks: tuple[Task, ...]) -> list[tuple[Division | None, list[Task]]]:
    """Cut the tasks of a plan by chapter, in the document's order."""
    groups: dict[str, tuple[Division | None, list[Task]]] = {}
    for task in tasks:
        holder = _holder(graph, task)
        groups.setdefault(holder.id if holder else "", (holder, []))[1].append(task)
    return list(groups.values())


def _lead_cell(graph: Graph, task: Task) -> Cell:
    leads = joined(unit.text for unit in unit_links(graph, task.leads))
    if not leads:
        return (Missing(),)
    return (leads if is_led(task) else tr("{leads}（负责）", leads=leads),)


def _target_cell(graph: Graph, task: Task) -> Cell:
    target = telling_target(graph, task)
    return target_line(target) if target else (Missing(),)


def _when_cell(graph: Graph, task: Task) -> Cell:
    years = stated_years(graph, task)
    return (Unbroken(joined(tr("{year}年", year=year) for year in years)),) if years else (Missing(),)


def _topics_cell(graph: Graph, task: Task) -> Cell:
    return (joined((graph.topics[i].name for i in task.topics if i in graph.topics), "names"),)


def _table(graph: Graph, tasks: list[Task], caption: str, led: bool) -> Table:
    header = (tr("任务"), *((trc("谁", "牵头"),) if led else ()), tr("最要紧的目标"), tr("到何时"), trc("哪些", "主题"))
    rows = tuple(
        (
            (f"{task_number(task)} " if task.number else "", link_to(graph, task)),
            *((_lead_cell(graph, task),) if led else ()),
            _target_cell(graph, task),
            _when_cell(graph, task),
            _topics_cell(graph, task),
        )
        for task in tasks
    )
    return Table(caption, header, rows)


def plan_page(graph: Graph, plan: Plan) -> Page:
    """Build the whole table of one plan, one part for each chapter.

    The table of 302 tasks is 114 kB of HTML, 16 kB compressed, so it is not cut into pages: whole, it can be printed and searched.
    """
    tasks = graph.back.tasks_of_plan.get(plan.id, ())
    led = any(task.leads for task in tasks)
    lead = trn("全部{n}条任务，按章排成表，先后和原文一样。", len(tasks))
    blocks: list[Block] = [Style(f"assets/{ADDRESS}table.css"), Lead(lead)]
    if not led:
        blocks.append(Prose((tr("这份文件没有写每条任务由谁牵头，所以表里没有这一列。"),)))
    ways = (Link(tr("这份规划的页面"), address(graph, plan)), Link(tr("在筛选页里看"), filtered("plan", plan.id)))
    blocks.append(Prose(sentence("{links}。", links=listing(ways))))
    for number, (holder, own) in enumerate(_by_holder(graph, tasks), 1):
        name = title_of(holder) if holder else plan.short_title
        heading = Heading(trn("{chapter}（{n}条）", len(own), chapter=name), f"t{number}")
        blocks += [heading, _table(graph, own, tr("{chapter}的任务", chapter=name), led)]
    return Page(
        address=table_address(plan),
        title=tr("{plan}：全部任务", plan=plan.short_title),
        kicker=(tr(PLAN_KINDS[plan.kind]), " · ", region_names(graph, plan)),
        crumbs=(Link(tr("首页"), ""), Link(tr(NAME), ADDRESS)),
        blocks=tuple(blocks),
        description=tr("{name}：{value}", name=plan.short_title, value=lead),
        source=(document_line(plan),),
    )
