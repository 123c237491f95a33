"""An indicator over all plans: what it means and what each plan states."""

from __future__ import annotations

from generator.graph import Graph
from generator.model import Indicator, IndicatorDefinition, Plan
from generator.pages import progress
from generator.pages.addresses import address, link_to, record_json
from generator.pages.blocks import Block, Fact, Facts, Heading, Inlines, Lead, Link, Missing, Page, Prose, Row, Rows, Table
from generator.pages.indicator_charts import across_plans
from generator.pages.lists import fact, linked_fact, notes_blocks, ordered_plans, task_rows
from generator.pages.phrases import document_line, figure_of, growth_word, passage_line
from generator.pages.words import DIRECTIONS, PLAN_KINDS, QUANTITIES


def measure_of(row: Indicator, definition: IndicatorDefinition | None) -> str | None:
    """What a row is counted in: its own measure where the plan prints another one than the definition's."""
    return row.measure or (definition.measure if definition else None)


def wanted(graph: Graph, row: Indicator, definition: IndicatorDefinition) -> Inlines:
    """What a plan wants of an indicator: its target, or its growth where it states only that."""
    if row.target or not row.growth:
        return figure_of(row.target, measure_of(row, definition))
    return (growth_word(row, graph.plans.get(row.plan)), *figure_of(row.growth, "%"))


def _plan_name(graph: Graph, plan: str) -> str:
    return graph.plans[plan].short_title if plan in graph.plans else plan


def short_name(graph: Graph, plan: Plan) -> str:
    """Name a plan by its first region and, where two are of the same, its kind: short enough for a column on a phone."""
    names = [graph.regions[i].name for i in plan.regions if i in graph.regions]
    twins = [p for p in graph.plans.values() if p.regions == plan.regions]
    if not names:
        return plan.short_title
    return names[0] + (f"（{PLAN_KINDS[plan.kind]}）" if len(twins) > 1 else "")


def _facts(graph: Graph, definition: IndicatorDefinition, rows: tuple[Indicator, ...]) -> Facts:
    """The first screen: what each plan wants, and who provides the number."""
    stated: list[Inlines] = [(*wanted(graph, row, definition), f"（{_plan_name(graph, row.plan)}）") for row in rows]
    facts: list[Fact] = [fact("要达到", *stated)]
    providers = {u: graph.units[u] for row in rows for u in row.providers if u in graph.units}
    facts.append(linked_fact("谁提供数据", [link_to(graph, unit) for unit in providers.values()]))
    facts.append(fact("计量单位", (definition.measure,)))
    facts.append(fact("什么样的数", ("，".join(w for w in (QUANTITIES[definition.quantity], DIRECTIONS[definition.direction]) if w),)))
    if definition.topic in graph.topics:
        facts.append(linked_fact("主题", [link_to(graph, graph.topics[definition.topic])]))
    if definition.aliases:
        facts.append(fact("也叫", ("、".join(definition.aliases),)))
    return Facts(tuple(facts))


def across(graph: Graph, definition: IndicatorDefinition) -> Table:
    """Every plan in its order: what it states, or that it states nothing."""
    rows = graph.back.rows.get(definition.id, ())
    grows = any(row.growth and row.target for row in rows)
    gap: tuple[Inlines, ...] = (("—",),) if grows else ()
    body: list[tuple[Inlines, ...]] = []
    anchors: list[str] = []
    for plan in ordered_plans(graph):
        link = link_to(graph, plan, short_name(graph, plan))
        own = [row for row in rows if row.plan == plan.id]
        for row in own:
            name = (link, f"，原文写作“{row.name}”" if row.name != definition.name else "")
            growth = (figure_of(row.growth, "%") if row.growth else ("—",),) if grows else ()
            grown = "增长" if row.base and definition.quantity == "annual_growth" else ""
            base = (grown, *figure_of(row.base, measure_of(row, definition)))
            body.append((name, base, wanted(graph, row, definition), *growth, (row.attribute or Missing(),)))
            anchors.append(row.id)
        if not own:
            body.append(((link,), ("—",), (Missing("没有写这个指标"),), *gap, ("—",)))
            anchors.append("")
    header = ("规划", "起点", "目标", *(("年均增长",) if grows else ()), "属性")
    return Table(f"{definition.name}：各份规划怎么写", header, tuple(body), tuple(anchors))


def _picture(graph: Graph, definition: IndicatorDefinition, rows: tuple[Indicator, ...]) -> list[Block]:
    """Draw the rows in the order of the table; two rows of one plan are told apart by their names."""
    ordered = [row for plan in ordered_plans(graph) for row in rows if row.plan == plan.id]
    names = {}
    for row in ordered:
        name = short_name(graph, graph.plans[row.plan])
        twins = sum(other.plan == row.plan for other in ordered) > 1
        names[row.id] = f"{name}：{row.name}" if twins else name
    chart = across_plans(graph, definition, ordered, names)
    return [chart] if chart else []


def page(graph: Graph, definition: IndicatorDefinition) -> Page:
    """Build the page of one indicator definition."""
    rows = graph.back.rows.get(definition.id, ())
    blocks: list[Block] = [Lead(definition.explanation), _facts(graph, definition, rows)]
    blocks += [Heading("各份规划怎么写", "plans"), across(graph, definition), *_picture(graph, definition, rows)]
    years = [row for row in rows if row.target and row.target.year is None]
    if years:
        blocks.append(Prose(("目标年份原文没有写的，不另加年份。规划期见各份规划的页面。",)))
    for row in rows:
        if row.notes:
            blocks.append(Prose(row.notes))
    blocks += progress.of_rows(graph, rows)
    notes = {note.id: note for row in rows for note in graph.back.notes.get(row.id, ())}
    blocks += notes_blocks(tuple(notes.values()))
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
            stated = row.target or row.growth
            said.append((*figure_of(stated, measure_of(row, definition)), f"（{plan.short_title}）" if plan else ""))
        groups.setdefault(name, []).append(Row(link_to(graph, definition), "", tuple(said)))
    for number, (name, shown) in enumerate(groups.items()):
        blocks += [Heading(f"{name}（{len(shown)}个）", f"g{number + 1}"), Rows(tuple(shown))]
    return Page("indicators/", "指标", (), (Link("首页", ""),), tuple(blocks), "规划里的所有指标。")
