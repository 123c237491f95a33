"""An indicator over all plans: what it means and what each plan states."""

from __future__ import annotations

from generator.graph import Graph
from generator.language import joined, mark, tr, trc, trn
from generator.model import Indicator, IndicatorDefinition, Plan
from generator.pages import progress
from generator.pages.addresses import address, link_to, record_json
from generator.pages.blocks import (
    Block,
    Fact,
    Facts,
    Heading,
    Lead,
    Prose,
    Row,
    Rows,
    Table,
)
from generator.pages.indicator_charts import across_plans
from generator.pages.inline import (
    Inlines,
    Link,
    Missing,
    sentence,
)
from generator.pages.lists import fact, linked_fact, notes_blocks, ordered_plans, task_rows
from generator.pages.page import Page
from generator.pages.phrases import document_line, figure_of, growth_word, passage_line
from generator.pages.words import DIRECTIONS, PLAN_KINDS, QUANTITIES

ATTRIBUTES = (mark("约束性"), mark("预期性"))
"""Every value of a row's attribute: the model keeps it as printed, pages say it with ``tr``."""
_NO_GROUP = mark("其他")


def measure_of(row: Indicator, definition: IndicatorDefinition | None) -> str | None:
    """What a row is counted in: its own measure where the plan prints another one than the definition's."""
    return row.measure or (definition.measure if definition else None)


def wanted(graph: Graph, row: Indicator, definition: IndicatorDefinition) -> Inlines:
    """What a plan wants of an indicator: its target, or its growth where it states only that."""
    if row.target or not row.growth:
        return figure_of(row.target, measure_of(row, definition))
    return sentence("{growth}{figure}", growth=growth_word(row, graph.plans.get(row.plan)), figure=figure_of(row.growth, "%"))


def _plan_name(graph: Graph, plan: str) -> str:
    return graph.plans[plan].short_title if plan in graph.plans else plan


def short_name(graph: Graph, plan: Plan) -> str:
    """Name a plan by its first region and, where two are of the same, its kind: short enough for a column on a phone."""
    names = [graph.regions[i].name for i in plan.regions if i in graph.regions]
    twins = [p for p in graph.plans.values() if p.regions == plan.regions]
    if not names:
        return plan.short_title
    return tr("{a}（{b}）", a=names[0], b=tr(PLAN_KINDS[plan.kind])) if len(twins) > 1 else names[0]


def _facts(graph: Graph, definition: IndicatorDefinition, rows: tuple[Indicator, ...]) -> Facts:
    """The first screen: what each plan wants, and who provides the number."""
    stated = [sentence("{a}（{b}）", a=wanted(graph, row, definition), b=_plan_name(graph, row.plan)) for row in rows]
    facts: list[Fact] = [fact(tr("要达到"), *stated)]
    providers = {u: graph.units[u] for row in rows for u in row.providers if u in graph.units}
    facts.append(linked_fact(tr("谁提供数据"), [link_to(graph, unit) for unit in providers.values()]))
    facts.append(fact(tr("计量单位"), (definition.measure,)))
    kind = (QUANTITIES[definition.quantity], DIRECTIONS[definition.direction])
    facts.append(fact(tr("什么样的数"), (joined((tr(word) for word in kind if word), "clauses"),)))
    if definition.topic in graph.topics:
        facts.append(linked_fact(tr("主题"), [link_to(graph, graph.topics[definition.topic])]))
    if definition.aliases:
        facts.append(fact(tr("也叫"), (joined(definition.aliases),)))
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
            name = sentence("{plan}，原文写作“{name}”", plan=link, name=row.name) if row.name != definition.name else (link,)
            growth = (figure_of(row.growth, "%") if row.growth else ("—",),) if grows else ()
            base = figure_of(row.base, measure_of(row, definition))
            if row.base and definition.quantity == "annual_growth":
                base = sentence("增长{amount}", amount=base)
            attribute = tr(row.attribute) if row.attribute else Missing()
            body.append((name, base, wanted(graph, row, definition), *growth, (attribute,)))
            anchors.append(row.id)
        if not own:
            body.append(((link,), ("—",), (Missing(tr("没有写这个指标")),), *gap, ("—",)))
            anchors.append("")
    header = (tr("规划"), tr("起点"), tr("目标"), *((tr("年均增长"),) if grows else ()), tr("属性"))
    return Table(tr("{name}：各份规划怎么写", name=definition.name), header, tuple(body), tuple(anchors))


def _picture(graph: Graph, definition: IndicatorDefinition, rows: tuple[Indicator, ...]) -> list[Block]:
    """Draw the rows in the order of the table; two rows of one plan are told apart by their names."""
    ordered = [row for plan in ordered_plans(graph) for row in rows if row.plan == plan.id]
    names = {}
    for row in ordered:
        name = short_name(graph, graph.plans[row.plan])
        twins = sum(other.plan == row.plan for other in ordered) > 1
        names[row.id] = tr("{name}：{value}", name=name, value=row.name) if twins else name
    chart = across_plans(graph, definition, ordered, names)
    return [chart] if chart else []


def page(graph: Graph, definition: IndicatorDefinition) -> Page:
    """Build the page of one indicator definition."""
    rows = graph.back.rows.get(definition.id, ())
    blocks: list[Block] = [Lead(definition.explanation), _facts(graph, definition, rows)]
    blocks += [Heading(tr("各份规划怎么写"), "plans"), across(graph, definition), *_picture(graph, definition, rows)]
    years = [row for row in rows if row.target and row.target.year is None]
    if years:
        blocks.append(Prose((tr("目标年份原文没有写的，不另加年份。规划期见各份规划的页面。"),)))
    for row in rows:
        if row.notes:
            blocks.append(Prose(row.notes))
    blocks += progress.of_rows(graph, rows)
    notes = {note.id: note for row in rows for note in graph.back.notes.get(row.id, ())}
    blocks += notes_blocks(tuple(notes.values()))
    tasks = graph.back.tasks_by.get(("indicator-definition", definition.id), ())
    if tasks:
        blocks += [Heading(tr("和它有关的任务"), "tasks"), task_rows(graph, tasks)]
    source = tuple(
        line for row in rows if row.plan in graph.plans for line in (document_line(graph.plans[row.plan]), passage_line(row.source))
    )
    return Page(
        address=address(graph, definition),
        title=definition.name,
        kicker=(trc("眉题", "指标"), " · ", tr(QUANTITIES[definition.quantity])),
        crumbs=(Link(tr("首页"), ""), Link(trc("导航", "指标"), "indicators/")),
        blocks=tuple(blocks),
        description=definition.explanation,
        record=(definition.KIND, definition.id),
        origin=graph.dataset.span(definition),
        source=source,
        json=record_json(definition),
    )


def index(graph: Graph) -> Page:
    """List all indicators by the group in which the plans print them."""
    blocks: list[Block] = [Lead(tr("规划用来衡量做没做到的数。每个指标都说明它是什么意思、要达到多少、数据由谁提供。"))]
    groups: dict[str, list[Row]] = {}
    for definition in graph.definitions.values():
        rows = graph.back.rows.get(definition.id, ())
        name = next((row.group for row in rows if row.group), _NO_GROUP)
        said = []
        for row in rows:
            plan = graph.plans.get(row.plan)
            stated = figure_of(row.target or row.growth, measure_of(row, definition))
            said.append(sentence("{a}（{b}）", a=stated, b=plan.short_title) if plan else stated)
        groups.setdefault(name, []).append(Row(link_to(graph, definition), "", tuple(said)))
    for number, (name, shown) in enumerate(groups.items()):
        heading = trn("{name}（{n}个）", len(shown), name=tr(name) if name == _NO_GROUP else name)
        blocks += [Heading(heading, f"g{number + 1}"), Rows(tuple(shown))]
    return Page("indicators/", trc("导航", "指标"), (), (Link(tr("首页"), ""),), tuple(blocks), tr("规划里的所有指标。"))
