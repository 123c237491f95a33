"""A plan: in a hundred seconds, what it promises, who carries it and what it leaves open."""

from __future__ import annotations

from collections import Counter
from datetime import date

from generator.graph import Graph
from generator.model import Division, Indicator, Note, Plan
from generator.pages.addresses import address, link_to, record_json
from generator.pages.blocks import (
    Block,
    Bullets,
    Fact,
    Facts,
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
    Tag,
    Unbroken,
)
from generator.pages.coverage import verdict
from generator.pages.lists import counted, fact, region_names, target_rows
from generator.pages.phrases import document_line, figure_of, growth_word, title_of, years_of
from generator.pages.words import NOTE_KINDS, PLAN_KINDS

BUSIEST = 8
TELLING = 12


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
        twin = definition is not None and sum(r.name == row.name for r in rows) > 1
        shown_name = f"{row.name}（{definition.name}）" if twin and definition else row.name
        name = Link(shown_name, address(graph, row)) if definition else row.name
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
    counts: dict[str, int] = {}
    for task in graph.back.tasks_of_plan.get(plan.id, ()):
        for role in task.leads:
            counts[role.unit] = counts.get(role.unit, 0) + 1
    ranked = sorted((u for u in counts if u in graph.units), key=lambda u: (-counts[u], u))[:BUSIEST]
    if not ranked:
        return []
    rows = tuple(Row(link_to(graph, graph.units[u]), f"牵头{counts[u]}条", ((counted(graph.units[u], graph),),)) for u in ranked)
    return [Heading("牵头最多的单位", "units"), Rows(rows), Prose((Link("全部单位", "units/"),))]


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
    return [Heading("写明了年份的目标", "targets"), Prose((intro,)), target_rows(graph, pairs[:TELLING], "写明了年份的目标")]


def _first_place(graph: Graph, note: Note) -> int:
    """Where in the document a note belongs: at its first task; what concerns no task comes first."""
    return min((graph.tasks[s].order for s in note.subjects if s in graph.tasks), default=0)


def _notes(graph: Graph, plan: Plan) -> list[Block]:
    notes = [n for group in graph.back.notes.values() for n in group if n.plan == plan.id]
    unique = {n.id: n for n in notes}
    if not unique:
        return []
    items: list[Inlines] = []
    order = sorted(unique, key=lambda identifier: (_first_place(graph, unique[identifier]), identifier))
    for identifier in order:
        note = unique[identifier]
        subjects = [r for s in note.subjects if s != plan.id for r in graph.find(("*",), s)]
        line: list[Inline] = [Tag(NOTE_KINDS[note.kind]), " ", note.text]
        if subjects:
            line.append(" 见：")
        for number, record in enumerate(subjects):
            line += ["、"] if number else []
            label = f"第{getattr(record, 'number', None)}条" if record.KIND == "task" and getattr(record, "number", None) else ""
            line.append(link_to(graph, record, label))
        items.append(tuple(line))
    kinds = "、".join(f"{NOTE_KINDS[k]}{n}处" for k, n in Counter(note.kind for note in unique.values()).most_common())
    intro = f"核对时发现：{kinds}。本站照原样显示，不替原文改正。按任务的先后排。"
    return [
        Heading("原文里的出入和空缺", "notes"),
        Prose((intro,)),
        Bullets(tuple(items), anchors=tuple(i.removeprefix(plan.id + "-") for i in order)),
    ]


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
    blocks += [Heading("分成哪些部分", "chapters"), Rows(tuple(chapter_row(graph, d) for d in chapters))]
    if rows:
        blocks += [Heading("主要指标", "indicators"), indicator_table(graph, rows, f"{plan.short_title}的主要指标")]
    blocks += _targets(graph, plan) + _busiest(graph, plan)
    blocks += [Heading("这份文件", "document"), _metadata(graph, plan)]
    blocks += _notes(graph, plan) + _citation(plan, as_of)
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
    )
