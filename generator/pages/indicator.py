"""An indicator over all plans: what it means and what each plan states."""

from __future__ import annotations

from generator.graph import Graph
from generator.model import Indicator, IndicatorDefinition
from generator.pages.addresses import address, link_to, record_json
from generator.pages.blocks import Block, Fact, Facts, Heading, Inlines, Lead, Link, Missing, Page, Prose, Row, Rows, Table
from generator.pages.lists import fact, linked_fact, notes_blocks, task_rows
from generator.pages.phrases import document_line, figure_of, passage_line
from generator.pages.words import DIRECTIONS, QUANTITIES


def _facts(graph: Graph, definition: IndicatorDefinition) -> Facts:
    facts: list[Fact] = [fact("单位", (definition.measure,)), fact("是什么样的数", (QUANTITIES[definition.quantity],))]
    if DIRECTIONS[definition.direction]:
        facts.append(fact("怎么看", (DIRECTIONS[definition.direction],)))
    if definition.topic in graph.topics:
        facts.append(linked_fact("主题", [link_to(graph, graph.topics[definition.topic])]))
    if definition.aliases:
        facts.append(fact("也叫", ("、".join(definition.aliases),)))
    return Facts(tuple(facts))


def _across(graph: Graph, definition: IndicatorDefinition, rows: tuple[Indicator, ...]) -> Table:
    body: list[tuple[Inlines, ...]] = []
    anchors: list[str] = []
    stated = {row.plan for row in rows}
    for row in rows:
        plan = graph.plans.get(row.plan)
        wanted = figure_of(row.target, definition.measure) if row.target or not row.growth else figure_of(row.growth, definition.measure)
        body.append(
            (
                (link_to(graph, plan, plan.short_title) if plan else row.plan,),
                (row.name,),
                figure_of(row.base, definition.measure),
                wanted,
                (row.attribute or Missing(),),
            )
        )
        anchors.append(row.id)
    for plan in graph.plans.values():
        if plan.id not in stated:
            body.append(((link_to(graph, plan, plan.short_title),), (Missing("没有写这个指标"),), ("",), ("",), ("",)))
            anchors.append("")
    return Table(f"{definition.name}：各份规划怎么写", ("规划", "原文的名称", "起点", "目标", "属性"), tuple(body), tuple(anchors))


def page(graph: Graph, definition: IndicatorDefinition) -> Page:
    """Build the page of one indicator definition."""
    rows = graph.back.rows.get(definition.id, ())
    blocks: list[Block] = [Lead(definition.explanation), _facts(graph, definition)]
    blocks += [Heading("各份规划怎么写", "plans"), _across(graph, definition, rows)]
    years = [row for row in rows if row.target and row.target.year is None]
    if years:
        blocks.append(Prose(("目标年份原文没有写的，不另加年份。规划期见各份规划的页面。",)))
    for row in rows:
        providers = [link_to(graph, graph.units[u]) for u in row.providers if u in graph.units]
        if providers:
            label = graph.plans[row.plan].short_title if row.plan in graph.plans else row.plan
            blocks.append(Facts((linked_fact(f"数据由谁提供（{label}）", providers),)))
        if row.notes:
            blocks.append(Prose(row.notes))
        blocks += notes_blocks(graph.back.notes.get(row.id, ()))
    tasks = graph.back.tasks_by.get(("indicator-definition", definition.id), ())
    if tasks:
        blocks += [Heading("和它有关的任务", "tasks"), task_rows(graph, tasks)]
    source = tuple(
        line for row in rows if row.plan in graph.plans for line in (document_line(graph.plans[row.plan]), passage_line(row.source))
    )
    return Page(
        address=address(graph, definition),
        title=definition.name,
        kicker=("指标", " · ", QUANTITIES[definition.quantity]),
        crumbs=(Link("首页", ""), Link("指标", "indicators/")),
        blocks=tuple(blocks),
        description=definition.explanation,
        record=(definition.KIND, definition.id),
        origin=graph.dataset.span(definition),
        source=source,
        json=record_json(definition),
    )


def index(graph: Graph) -> Page:
    """List all indicators by the group in which the plans print them."""
    blocks: list[Block] = [Lead("规划用来衡量做没做到的数。每个指标都说明它是什么意思、要达到多少、数据由谁提供。")]
    groups: dict[str, list[Row]] = {}
    for definition in graph.definitions.values():
        rows = graph.back.rows.get(definition.id, ())
        name = next((row.group for row in rows if row.group), "其他")
        said = []
        for row in rows:
            plan = graph.plans.get(row.plan)
            wanted = row.target or row.growth
            said.append(((plan.short_title + "：") if plan else "", *figure_of(wanted, definition.measure)))
        groups.setdefault(name, []).append(Row(link_to(graph, definition), "", tuple(said)))
    for number, (name, shown) in enumerate(groups.items()):
        blocks += [Heading(f"{name}（{len(shown)}个）", f"g{number + 1}"), Rows(tuple(shown))]
    return Page("indicators/", "指标", ("目录",), (Link("首页", ""),), tuple(blocks), "规划里的所有指标。")
