"""A plan: in a hundred seconds, what it promises, who carries it and what it leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from generator.graph import Graph
from generator.model import Division, Indicator, Note, Plan
from generator.pages import count_charts, progress
from generator.pages.addresses import address, link_to, record_json
from generator.pages.blocks import (
    Block,
    Bullets,
    Chips,
    Fact,
    Facts,
    Folded,
    Heading,
    Inline,
    Inlines,
    Lead,
    Link,
    Missing,
    Notice,
    Page,
    Prose,
    Row,
    Rows,
    Table,
    Unbroken,
)
from generator.pages.changes import feed_address, recent_blocks
from generator.pages.coverage import verdict
from generator.pages.indicator_charts import name_of, of_plan
from generator.pages.lists import counted, fact, filter_link, plan_topics, region_names, target_rows
from generator.pages.phrases import document_line, figure_of, growth_word, title_of, years_of
from generator.pages.words import NOTE_KINDS, PLAN_KINDS

BUSIEST = 8
TELLING = 12
NOTES_IN_SIGHT = 3


def opening(graph: Graph, plan: Plan) -> str:
    """Say in one sentence how much is in the plan; every number is counted from the data."""
    tasks = graph.back.tasks_of_plan.get(plan.id, ())
    chapters = [d for d in graph.back.divisions_of_plan.get(plan.id, ()) if d.kind == "chapter"]
    rows = graph.back.rows.get(plan.id, ())
    targets = graph.back.targets_of_plan.get(plan.id, ())
    units = {role.unit for t in tasks for role in (*t.leads, *t.participants)}
    parts = [f"{len(chapters)}章" if chapters else "", f"{len(tasks)}条任务", f"{len(rows)}个指标" if rows else ""]
    sentence = "这份文件有" + "、".join(part for part in parts if part)
    if targets:
        figures = sum(t.value is not None for t in targets)
        sentence += f"，写了{len(targets)}项目标，其中{figures}项有数字"
    return sentence + (f"，点到{len(units)}个单位。" if units else "，没有写由哪些单位负责。")


def over_notice(plan: Plan, as_of: date) -> list[Block]:
    """Say at the top that the period is over."""
    if as_of.year <= plan.period.end:
        return []
    text = f"这份文件的规划期（{years_of(plan)}）已经结束。下面是当时定下的任务和目标，不是现在的进展。"
    return [Notice(text)]


def _metadata(graph: Graph, plan: Plan) -> Facts:
    def stated(value: str | None) -> Inlines:
        return (value,) if value else (Missing(),)

    adopted: list[Inline] = [plan.adopted.body] if plan.adopted else [Missing()]
    if plan.adopted:
        adopted += ["（日期：", plan.adopted.date_.isoformat() if plan.adopted.date_ else Missing(), "）"]
    facts: list[Fact] = [
        fact("全称", (plan.title,)),
        fact("发文机关", stated(plan.issuer)),
        fact("发文字号", stated(plan.document_number)),
        fact("索引号", stated(plan.index_number)),
        fact("成文日期", stated(plan.dated.isoformat() if plan.dated else None)),
        fact("发布日期", stated(plan.published.isoformat() if plan.published else None)),
        fact("通过", tuple(adopted)),
        fact("公文时效", (plan.validity,)),
        fact("数据核对", verdict(graph, plan)),
        fact("规划期", (years_of(plan),)),
    ]
    if plan.implements:
        target = graph.plans.get(plan.implements.plan or "")
        facts.append(fact("落实的文件", (link_to(graph, target, plan.implements.title) if target else f"《{plan.implements.title}》",)))
    return Facts(tuple(facts))


def chapter_row(graph: Graph, division: Division) -> Row:
    """A chapter in the plan's list: title, number of tasks, what it is about."""
    tasks = graph.tasks_within(division)
    rows = graph.back.rows_within.get(division.id, ())
    counts = "，".join(part for part in (f"{len(tasks)}条任务" if tasks else "", f"{len(rows)}个指标" if rows else "") if part)
    lines: list[Inlines] = [(division.summary,)] if division.summary else []
    return Row(link_to(graph, division, title_of(division)), counts, tuple(lines))


def indicator_table(graph: Graph, rows: tuple[Indicator, ...], caption: str) -> Table:
    """Indicator rows with base and who provides the data (where any says so), and target."""
    body = []
    provided = any(row.providers for row in rows)
    for row in rows:
        definition = graph.definitions.get(row.definition)
        measure = row.measure or (definition.measure if definition else None)
        shown_name = name_of(graph, row, rows)
        name = Link(shown_name, address(graph, row)) if definition else shown_name
        wanted = (
            figure_of(row.target, measure)
            if row.target or not row.growth
            else (growth_word(row, graph.plans.get(row.plan)), *figure_of(row.growth, "%"))
        )
        providers = [link_to(graph, graph.units[u]) for u in row.providers if u in graph.units]
        shown: list[Inline] = []
        for link in providers:
            shown += ["、", link] if shown else [link]
        grows = "增长" if row.base and definition and definition.quantity == "annual_growth" else ""
        base = ((grows, *figure_of(row.base, measure)),) if any(r.base for r in rows) else ()
        body.append(((name,), *base, wanted, *((tuple(shown) or (Missing(),),) if provided else ())))
    bases = ("起点",) if any(r.base for r in rows) else ()
    return Table(caption, ("指标", *bases, "目标", *(("数据由谁提供",) if provided else ())), tuple(body))


def _busiest(graph: Graph, plan: Plan) -> list[Block]:
    leads: Counter[str] = Counter()
    joins: Counter[str] = Counter()
    for task in graph.back.tasks_of_plan.get(plan.id, ()):
        leads.update({role.unit for role in task.leads})
        joins.update({role.unit for role in task.participants} - {role.unit for role in task.leads})
    ranked = sorted((u for u in leads if u in graph.units), key=lambda u: (-leads[u], -joins[u], u))[:BUSIEST]
    if not ranked:
        return []
    heading, more = Heading("牵头最多的单位", "units"), Prose((Link("全部单位", "units/"),))
    chart = count_charts.busiest(graph, [(graph.units[u], leads[u], joins[u]) for u in ranked], plan)
    if chart:
        return [heading, chart, Chips(tuple(link_to(graph, graph.units[u]) for u in ranked)), more]
    rows = tuple(Row(link_to(graph, graph.units[u]), f"牵头{leads[u]}条", ((counted(graph.units[u], graph),),)) for u in ranked)
    return [heading, Rows(rows), more]


def _targets(graph: Graph, plan: Plan) -> list[Block]:
    pairs = [
        (task, target)
        for task in graph.back.tasks_of_plan.get(plan.id, ())
        for target in graph.back.targets.get(task.id, ())
        if target.value is not None and target.by_basis in {"stated", "sentence", "period-end"}
    ]
    if not pairs:
        return []
    pairs.sort(key=lambda pair: pair[1].by or 0)
    more = f"共{len(pairs)}项，这里列最前面的{TELLING}项" if len(pairs) > TELLING else f"共{len(pairs)}项"
    intro = f"只列写明年份又有数字的目标，按年份排：{more}。其余的写在各条任务里。"
    chart = count_charts.by_year(graph, plan)
    shown = target_rows(graph, pairs[:TELLING], "写明了年份的目标")
    return [Heading("写明了年份的目标", "targets"), *([chart] if chart else []), Prose((intro,)), shown]


def _first_place(graph: Graph, note: Note) -> int:
    """Where in the document a note belongs: at its first task; what concerns no task comes first."""
    return min((graph.tasks[s].order for s in note.subjects if s in graph.tasks), default=0)


def _note_line(graph: Graph, note: Note) -> Inlines:
    """A note with what it is about."""
    subjects = [r for s in note.subjects if s != note.plan for r in graph.find(("*",), s)]
    line: list[Inline] = [note.text, *((" 见：",) if subjects else ())]
    for number, record in enumerate(subjects):
        line += ["、"] if number else []
        label = f"第{getattr(record, 'number', None)}条" if record.KIND == "task" and getattr(record, "number", None) else ""
        line.append(link_to(graph, record, label))
    return tuple(line)


def _notes_of_kind(graph: Graph, notes: Sequence[Note], kind: str) -> list[Block]:
    """Notes of one kind in the order of the tasks: the first in sight, the rest folded, each with its anchor."""
    ordered = sorted((n for n in notes if n.kind == kind), key=lambda note: (_first_place(graph, note), note.id))
    if not ordered:
        return []

    def bullets(some: Sequence[Note]) -> Bullets:
        return Bullets(tuple(_note_line(graph, n) for n in some), anchors=tuple(n.id.removeprefix(n.plan + "-") for n in some))

    # One that alone would be folded is shown.
    cut = NOTES_IN_SIGHT if len(ordered) > NOTES_IN_SIGHT + 1 else len(ordered)
    blocks: list[Block] = [Heading(f"{NOTE_KINDS[kind]}（{len(ordered)}处）", f"notes-{kind}", 3), bullets(ordered[:cut])]
    rest = ordered[cut:]
    return [*blocks, Folded(f"其余{len(rest)}处", bullets(rest))] if rest else blocks


def _notes(graph: Graph, plan: Plan) -> list[Block]:
    unique = {n.id: n for group in graph.back.notes.values() for n in group if n.plan == plan.id}
    if not unique:
        return []
    intro = f"核对时发现{len(unique)}处。本站照原样显示，不替原文改正。先分种类，再按任务的先后排。"
    blocks: list[Block] = [Heading("原文里的出入和空缺", "notes"), Prose((intro,))]
    for kind in NOTE_KINDS:
        blocks += _notes_of_kind(graph, tuple(unique.values()), kind)
    return blocks


def _citation(plan: Plan, as_of: date) -> list[Block]:
    name = f"{plan.issuer or '发文机关未注明'}：《{plan.short_title}》"
    number = f"，{plan.document_number}" if plan.document_number else ""
    day = f"，{plan.dated.isoformat()}" if plan.dated else ""
    text = f"{name}{number}{day}。通俗解读据本站{as_of.isoformat()}的数据，非官方。"
    return [Heading("怎样引用", "cite"), Prose((text,))]


def page(graph: Graph, plan: Plan, as_of: date) -> Page:
    """Build the page of one plan."""
    chapters = graph.back.divisions.get(plan.id, ())
    rows = graph.back.rows.get(plan.id, ())
    blocks: list[Block] = [Lead(f"{plan.summary}{opening(graph, plan)}"), *over_notice(plan, as_of)]
    if plan.highlights:
        blocks += [Heading("最值得知道的几件事", "highlights"), Bullets(tuple((h,) for h in plan.highlights))]
    topics = plan_topics(graph, plan)
    if topics:
        blocks += [Heading("按你关心的事看", "topics"), Chips(topics)]
    blocks += [Heading("分成哪些部分", "chapters"), Rows(tuple(chapter_row(graph, d) for d in chapters))]
    by_chapter = count_charts.by_chapter(graph, chapters, f"{address(graph, plan)}#chapters")
    blocks += [by_chapter] if by_chapter else []
    blocks += filter_link("plan", plan.id, len(graph.back.tasks_of_plan.get(plan.id, ())))
    if rows:
        blocks += [Heading("主要指标", "indicators"), indicator_table(graph, rows, f"{plan.short_title}的主要指标")]
        blocks += of_plan(graph, rows, f"{address(graph, plan)}#indicators")
    blocks += _targets(graph, plan) + _busiest(graph, plan) + progress.of_plan(graph, plan)
    blocks += [Heading("这份文件", "document"), _metadata(graph, plan)]
    blocks += _notes(graph, plan) + recent_blocks(graph, plan) + _citation(plan, as_of)
    return Page(
        address=address(graph, plan),
        title=plan.short_title,
        kicker=(PLAN_KINDS[plan.kind], " · ", region_names(graph, plan), " · ", Unbroken(years_of(plan))),
        crumbs=(Link("首页", ""), Link("规划", "plans/")),
        blocks=tuple(blocks),
        description=plan.summary,
        record=(plan.KIND, plan.id),
        origin=graph.dataset.span(plan),
        source=(document_line(plan),),
        json=record_json(plan),
        feed=feed_address(plan),
    )
