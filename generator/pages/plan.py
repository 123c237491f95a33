"""A plan: in a hundred seconds, what it promises, who carries it and what it leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from generator.graph import Graph
from generator.language import enumerated, joined, mark, tr, trc, trn
from generator.model import Division, Indicator, IndicatorDefinition, Note, Plan, Task
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
    Lead,
    Notice,
    Prose,
    Row,
    Rows,
    Table,
)
from generator.pages.changes import feed_address, recent_blocks
from generator.pages.coverage import verdict
from generator.pages.indicator_charts import name_of, of_plan
from generator.pages.inline import (
    Inlines,
    Link,
    Missing,
    Unbroken,
    listing,
    sentence,
)
from generator.pages.lists import counted, fact, filter_link, plan_topics, region_names, target_rows
from generator.pages.page import Page
from generator.pages.phrases import document_line, figure_of, growth_word, task_number, title_of, years_of
from generator.pages.words import NOTE_KINDS, PLAN_KINDS

BUSIEST = 8
TELLING = 12
NOTES_IN_SIGHT = 3
VALIDITIES = (mark("有效"), mark("失效"), mark("废止"), mark("未注明"))
"""What :attr:`generator.model.Plan.validity` may say."""


def opening(graph: Graph, plan: Plan) -> str:
    """Say in one sentence how much is in the plan; every number is counted from the data."""
    tasks = graph.back.tasks_of_plan.get(plan.id, ())
    chapters = [d for d in graph.back.divisions_of_plan.get(plan.id, ()) if d.kind == "chapter"]
    rows = graph.back.rows.get(plan.id, ())
    targets = graph.back.targets_of_plan.get(plan.id, ())
    units = {role.unit for t in tasks for role in (*t.leads, *t.participants)}
    parts = (trn("{n}章", len(chapters)) if chapters else "", _task_count(len(tasks)), _row_count(len(rows)))
    said = {
        "things": enumerated(parts),
        "targets": trn("{n}项目标", len(targets)),
        "figures": sum(t.value is not None for t in targets),
        "units": trn("{n}个单位", len(units)),
    }
    match bool(targets), bool(units):
        case True, True:
            return tr("这份文件有{things}，写了{targets}，其中{figures}项有数字，点到{units}。", **said)
        case True, False:
            return tr("这份文件有{things}，写了{targets}，其中{figures}项有数字，没有写由哪些单位负责。", **said)
        case False, True:
            return tr("这份文件有{things}，点到{units}。", **said)
        case _:
            return tr("这份文件有{things}，没有写由哪些单位负责。", **said)


def _task_count(number: int) -> str:
    return trn("{n}条任务", number)


def _row_count(number: int) -> str:
    return trn("{n}个指标", number) if number else ""


def over_notice(plan: Plan, as_of: date) -> list[Block]:
    """Say at the top that the period is over."""
    if as_of.year <= plan.period.end:
        return []
    return [Notice(tr("这份文件的规划期（{years}）已经结束。下面是当时定下的任务和目标，不是现在的进展。", years=years_of(plan)))]


def _metadata(graph: Graph, plan: Plan) -> Facts:
    def stated(value: str | None) -> Inlines:
        return (value,) if value else (Missing(),)

    adopted: Inlines = (Missing(),)
    if plan.adopted:
        day = plan.adopted.date_.isoformat() if plan.adopted.date_ else Missing()
        adopted = sentence("{body}（日期：{day}）", body=plan.adopted.body, day=day)
    facts: list[Fact] = [
        fact(tr("全称"), (plan.title,)),
        fact(tr("发文机关"), stated(plan.issuer)),
        fact(tr("发文字号"), stated(plan.document_number)),
        fact(tr("索引号"), stated(plan.index_number)),
        fact(tr("成文日期"), stated(plan.dated.isoformat() if plan.dated else None)),
        fact(tr("发布日期"), stated(plan.published.isoformat() if plan.published else None)),
        fact(trc("文件", "通过"), adopted),
        fact(tr("公文时效"), (tr(plan.validity),)),
        fact(tr("数据核对"), verdict(graph, plan)),
        fact(tr("规划期"), (years_of(plan),)),
    ]
    if plan.implements:
        target = graph.plans.get(plan.implements.plan or "")
        title = plan.implements.title
        facts.append(fact(tr("落实的文件"), (link_to(graph, target, title) if target else tr("《{title}》", title=title),)))
    return Facts(tuple(facts))


def chapter_row(graph: Graph, division: Division) -> Row:
    """A chapter in the plan's list: title, number of tasks, what it is about."""
    tasks = graph.tasks_within(division)
    rows = graph.back.rows_within.get(division.id, ())
    counts = joined((_task_count(len(tasks)) if tasks else "", _row_count(len(rows))), "clauses")
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
            else sentence("{growth}{figure}", growth=growth_word(row, graph.plans.get(row.plan)), figure=figure_of(row.growth, "%"))
        )
        providers = [link_to(graph, graph.units[u]) for u in row.providers if u in graph.units]
        base = (_base(row, definition, measure),) if any(r.base for r in rows) else ()
        body.append(((name,), *base, wanted, *((listing(providers) or (Missing(),),) if provided else ())))
    bases = (tr("起点"),) if any(r.base for r in rows) else ()
    return Table(caption, (trc("表头", "指标"), *bases, trc("表头", "目标"), *((tr("数据由谁提供"),) if provided else ())), tuple(body))


def _base(row: Indicator, definition: IndicatorDefinition | None, measure: str | None) -> Inlines:
    """What an indicator is measured from; of a growth, said to be one."""
    figure = figure_of(row.base, measure)
    grows = row.base and definition and definition.quantity == "annual_growth"
    return sentence("增长{figure}", figure=figure) if grows else figure


def _busiest(graph: Graph, plan: Plan) -> list[Block]:
    leads: Counter[str] = Counter()
    joins: Counter[str] = Counter()
    for task in graph.back.tasks_of_plan.get(plan.id, ()):
        leads.update({role.unit for role in task.leads})
        joins.update({role.unit for role in task.participants} - {role.unit for role in task.leads})
    ranked = sorted((u for u in leads if u in graph.units), key=lambda u: (-leads[u], -joins[u], u))[:BUSIEST]
    if not ranked:
        return []
    heading, more = Heading(tr("牵头最多的单位"), "units"), Prose((Link(tr("全部单位"), "units/"),))
    chart = count_charts.busiest(graph, [(graph.units[u], leads[u], joins[u]) for u in ranked], plan)
    if chart:
        return [heading, chart, Chips(tuple(link_to(graph, graph.units[u]) for u in ranked)), more]
    rows = tuple(Row(link_to(graph, graph.units[u]), trn("牵头{n}条", leads[u]), ((counted(graph.units[u], graph),),)) for u in ranked)
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
    intro = trn("只列写明年份又有数字的目标，按年份排：共{n}项。其余的写在各条任务里。", len(pairs))
    if len(pairs) > TELLING:
        intro = tr(
            "只列写明年份又有数字的目标，按年份排：共{n}项，这里列最前面的{most}项。其余的写在各条任务里。", n=len(pairs), most=TELLING
        )
    chart = count_charts.by_year(graph, plan)
    shown = target_rows(graph, pairs[:TELLING], tr("写明了年份的目标"))
    return [Heading(tr("写明了年份的目标"), "targets"), *([chart] if chart else []), Prose((intro,)), shown]


def _first_place(graph: Graph, note: Note) -> int:
    """Where in the document a note belongs: at its first task; what concerns no task comes first."""
    return min((graph.tasks[s].order for s in note.subjects if s in graph.tasks), default=0)


def _note_line(graph: Graph, note: Note) -> Inlines:
    """A note with what it is about."""
    subjects = [r for s in note.subjects if s != note.plan for r in graph.find(("*",), s)]
    links = [link_to(graph, record, task_number(record) if isinstance(record, Task) else "") for record in subjects]
    return sentence("{note} 见：{subjects}", note=note.text, subjects=listing(links)) if links else (note.text,)


def _notes_of_kind(graph: Graph, notes: Sequence[Note], kind: str) -> list[Block]:
    """Notes of one kind in the order of the tasks: the first in sight, the rest folded, each with its anchor."""
    ordered = sorted((n for n in notes if n.kind == kind), key=lambda note: (_first_place(graph, note), note.id))
    if not ordered:
        return []

    def bullets(some: Sequence[Note]) -> Bullets:
        return Bullets(tuple(_note_line(graph, n) for n in some), anchors=tuple(n.id.removeprefix(n.plan + "-") for n in some))

    # One that alone would be folded is shown.
    cut = NOTES_IN_SIGHT if len(ordered) > NOTES_IN_SIGHT + 1 else len(ordered)
    heading = tr("{kind}（{n}处）", kind=tr(NOTE_KINDS[kind]), n=len(ordered))
    blocks: list[Block] = [Heading(heading, f"notes-{kind}", 3), bullets(ordered[:cut])]
    rest = ordered[cut:]
    return [*blocks, Folded(trn("其余{n}处", len(rest)), bullets(rest))] if rest else blocks


def _notes(graph: Graph, plan: Plan) -> list[Block]:
    unique = {n.id: n for group in graph.back.notes.values() for n in group if n.plan == plan.id}
    if not unique:
        return []
    intro = trn("核对时发现{n}处。本站照原样显示，不替原文改正。先分种类，再按任务的先后排。", len(unique))
    blocks: list[Block] = [Heading(tr("原文里的出入和空缺"), "notes"), Prose((intro,))]
    for kind in NOTE_KINDS:
        blocks += _notes_of_kind(graph, tuple(unique.values()), kind)
    return blocks


def _citation(plan: Plan, as_of: date) -> list[Block]:
    name = tr("{issuer}：《{title}》", issuer=plan.issuer or tr("发文机关未注明"), title=plan.short_title)
    document = joined((name, plan.document_number or "", plan.dated.isoformat() if plan.dated else ""), "clauses")
    text = tr("{document}。通俗解读据本站{day}的数据，非官方。", document=document, day=as_of.isoformat())
    return [Heading(tr("怎样引用"), "cite"), Prose((text,))]


def page(graph: Graph, plan: Plan, as_of: date) -> Page:
    """Build the page of one plan."""
    chapters = graph.back.divisions.get(plan.id, ())
    rows = graph.back.rows.get(plan.id, ())
    blocks: list[Block] = [Lead(joined((plan.summary, opening(graph, plan)), "sentences")), *over_notice(plan, as_of)]
    if plan.highlights:
        blocks += [Heading(tr("最值得知道的几件事"), "highlights"), Bullets(tuple((h,) for h in plan.highlights))]
    topics = plan_topics(graph, plan)
    if topics:
        blocks += [Heading(tr("按你关心的事看"), "topics"), Chips(topics)]
    blocks += [Heading(tr("分成哪些部分"), "chapters"), Rows(tuple(chapter_row(graph, d) for d in chapters))]
    by_chapter = count_charts.by_chapter(graph, chapters, f"{address(graph, plan)}#chapters")
    blocks += [by_chapter] if by_chapter else []
    blocks += filter_link("plan", plan.id, len(graph.back.tasks_of_plan.get(plan.id, ())))
    if rows:
        blocks += [Heading(tr("主要指标"), "indicators"), indicator_table(graph, rows, tr("{plan}的主要指标", plan=plan.short_title))]
        blocks += of_plan(graph, rows, f"{address(graph, plan)}#indicators")
    blocks += _targets(graph, plan) + _busiest(graph, plan) + progress.of_plan(graph, plan)
    blocks += [Heading(tr("这份文件"), "document"), _metadata(graph, plan)]
    blocks += _notes(graph, plan) + recent_blocks(graph, plan) + _citation(plan, as_of)
    return Page(
        address=address(graph, plan),
        title=plan.short_title,
        kicker=(tr(PLAN_KINDS[plan.kind]), " · ", region_names(graph, plan), " · ", Unbroken(years_of(plan))),
        crumbs=(Link(tr("首页"), ""), Link(trc("导航", "规划"), "plans/")),
        blocks=tuple(blocks),
        description=plan.summary,
        record=(plan.KIND, plan.id),
        origin=graph.dataset.span(plan),
        source=(document_line(plan),),
        json=record_json(plan),
        feed=feed_address(plan),
    )
