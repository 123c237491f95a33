"""One subject over all plans, side by side: what each states of an indicator or a topic, and what cannot be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.charts import Bar, Bars
from generator.graph import Graph
from generator.language import between, enumerated, joined, tr, trc, trn
from generator.model import IndicatorDefinition, Plan, Target, Task, Topic
from generator.pages.addresses import address, link_to
from generator.pages.blocks import (
    Block,
    Bullets,
    Chart,
    Heading,
    Lead,
    Prose,
    Row,
    Rows,
    Table,
)
from generator.pages.indicator import across, short_name, wanted
from generator.pages.inline import (
    Inlines,
    Link,
    Missing,
    Unbroken,
    sentence,
)
from generator.pages.lists import ordered_plans, target_rows, topics_by_group, unit_links
from generator.pages.page import Page
from generator.pages.phrases import STATED, years_of
from generator.pages.words import PLAN_KINDS

ADDRESS = "compare/"
MOST_TARGETS = 12
"""Targets of one plan on the page of a topic; the others stand on the topic's own page."""


def stated_by(graph: Graph, definition: IndicatorDefinition) -> list[Plan]:
    """The plans that state an indicator, in their order."""
    plans = {row.plan for row in graph.back.rows.get(definition.id, ())}
    return [plan for plan in ordered_plans(graph) if plan.id in plans]


def compared_topics(graph: Graph) -> list[Topic]:
    """Topics that more than one plan has tasks for."""
    found = []
    for topic in graph.topics.values():
        if len({task.plan for task in graph.back.tasks_by.get((topic.KIND, topic.id), ())}) > 1:
            found.append(topic)
    return found


def topic_address(topic: Topic) -> str:
    """Where a topic is compared."""
    return f"{ADDRESS}{topic.id}/"


def _indicator_row(graph: Graph, definition: IndicatorDefinition) -> Row:
    rows = graph.back.rows.get(definition.id, ())
    lines: list[Inlines] = []
    for plan in stated_by(graph, definition):
        own = [row for row in rows if row.plan == plan.id]
        lines += [sentence("{name}：{value}", name=short_name(graph, plan), value=wanted(graph, row, definition)) for row in own]
    return Row(link_to(graph, definition), trn("{n}份文件", len(stated_by(graph, definition))), tuple(lines))


def _indicators(graph: Graph) -> list[Block]:
    """Indicators by topic group, those that most plans state first."""
    blocks: list[Block] = []
    for anchor, group, topics in topics_by_group(graph):
        inside = {topic.id for topic in topics}
        shared = [d for d in graph.definitions.values() if d.topic in inside and len(stated_by(graph, d)) > 1]
        shared.sort(key=lambda d: -len(stated_by(graph, d)))
        if shared:
            blocks += [Heading(tr(group), f"indicators-{anchor}", 3), Rows(tuple(_indicator_row(graph, d) for d in shared))]
    intro = tr(
        "点开一个，就能看到起点、目标、增速和属性排在一张表里，能画在一起的还有图。水平和增长率是两回事，本站分成两个指标，不混在一起比。"
    )
    return [Heading(tr("两份以上文件都写到的指标"), "indicators"), Prose((intro,)), *blocks] if blocks else []


def _topic_row(graph: Graph, topic: Topic) -> Row:
    counts = Counter(task.plan for task in graph.back.tasks_by.get((topic.KIND, topic.id), ()))
    named = [(short_name(graph, plan), counts[plan.id]) for plan in ordered_plans(graph) if counts[plan.id]]
    said = joined((trn("{plan}{n}条", number, plan=name) for name, number in named), "clauses")
    return Row(Link(topic.name, topic_address(topic)), trn("{n}份文件", len(counts)), ((said,),))


def _topics(graph: Graph) -> list[Block]:
    compared = {topic.id for topic in compared_topics(graph)}
    blocks: list[Block] = []
    for anchor, group, topics in topics_by_group(graph):
        rows = tuple(_topic_row(graph, topic) for topic in topics if topic.id in compared)
        if rows:
            blocks += [Heading(tr(group), f"topics-{anchor}", 3), Rows(rows)]
    return [Heading(tr("两份以上文件都写到的主题"), "topics"), *blocks] if blocks else []


def _unlike(graph: Graph, plans: Sequence[Plan]) -> tuple[Inlines, ...]:
    """What keeps these plans from being compared figure by figure."""
    kinds = {plan.kind for plan in plans}
    said: list[Inlines] = []
    if len(kinds) > 1:
        named = [(short_name(graph, plan), tr(PLAN_KINDS[plan.kind]), years_of(plan)) for plan in plans]
        each = joined((tr("{plan}是{kind}（{years}）", plan=plan, kind=kind, years=years) for plan, kind, years in named), "clauses")
        said.append((tr("文件种类和年限不同：{each}。一年的目标不能和五年的目标直接比。", each=each),))
    said.append((tr("各地人口、面积、底子不同。数大不等于做得好，数小也不等于做得差。"),))
    said.append((tr("任务条数跟文件怎么分段有关，只说明写了多少，不说明做了多少。"),))
    return tuple(said)


def index(graph: Graph) -> Page:
    """Build the page that leads to every comparison."""
    plans = ordered_plans(graph)
    lead = trn("同一件事，{n}份文件各怎么说：指标排在一起看，主题排在一起看。", len(plans))
    blocks: list[Block] = [Lead(lead)]
    blocks += [Heading(tr("比之前要知道"), "limits"), Bullets(_unlike(graph, plans))]
    blocks += _indicators(graph) + _topics(graph)
    return Page(ADDRESS, tr("放在一起比"), (), (Link(tr("首页"), ""),), tuple(blocks), lead)


def _latest(targets: Sequence[Target]) -> Inlines:
    years = [target.by for target in targets if target.by and target.by_basis in STATED]
    return (Unbroken(tr("{year}年", year=max(years))),) if years else (Missing(),)


def _leaders(graph: Graph, tasks: Sequence[Task]) -> Inlines:
    links = {link.address: link for task in tasks for link in unit_links(graph, task.leads)}
    counts = Counter(link.address for task in tasks for link in unit_links(graph, task.leads))
    if not counts:
        return (Missing(),)
    first, *second = [sentence("{a}（{b}）", a=links[a], b=trn("{n}条", n)) for a, n in counts.most_common(2)]
    return first if not second else (*first, between("sentences"), *second[0])


def _own(graph: Graph, topic: Topic, plan: Plan) -> tuple[Task, ...]:
    return tuple(task for task in graph.back.tasks_by.get((topic.KIND, topic.id), ()) if task.plan == plan.id)


def _overview(graph: Graph, topic: Topic) -> list[Block]:
    """Plans as rows: how much each has, until when, who leads."""
    rows: list[tuple[Inlines, ...]] = []
    bars = []
    for plan in ordered_plans(graph):
        tasks, name = _own(graph, topic, plan), short_name(graph, plan)
        targets = [target for task in tasks for target in graph.back.targets.get(task.id, ())]
        figures = sum(target.value is not None for target in targets)
        if tasks:
            link = Link(name, f"{address(graph, topic)}#plan-{plan.id}", tr("{plan}里的任务", plan=plan.short_title))
            rows.append(((link,), (trn("{n}条", len(tasks)),), (trn("{n}项", figures),), _latest(targets), _leaders(graph, tasks)))
            bars.append(Bar(name, (len(tasks),), trn("{n}条", len(tasks))))
        else:
            rows.append(((name,), (tr("没有写"),), ("—",), ("—",), ("—",)))
    header = (tr("文件"), trc("几条", "任务"), tr("有数字的目标"), tr("最晚到"), tr("牵头最多的单位"))
    table = Table(tr("{name}：各份文件写了多少", name=topic.name), header, tuple(rows))
    blocks: list[Block] = [Heading(tr("各写了多少"), "overview"), table]
    if len(bars) > 2:
        most = max(bars, key=lambda bar: bar.parts[0])
        says = tr("写得最多的是{name}，{count}。", name=most.name, count=most.said)
        twin = Link(tr("图里的数字也在上面的表里"), f"{topic_address(topic)}#overview")
        caption = tr("各份文件里和{name}有关的任务（条）", name=topic.name)
        blocks.append(Chart(Bars(tuple(bars)), caption, says, "overview-chart", twin))
    return blocks


def _compared_indicators(graph: Graph, topic: Topic) -> list[Block]:
    blocks: list[Block] = []
    for definition in graph.definitions.values():
        if definition.topic == topic.id and stated_by(graph, definition):
            link = Link(tr("看图和说明"), address(graph, definition), tr("{name}的图和说明", name=definition.name))
            blocks += [Heading(definition.name, definition.id, 3), across(graph, definition), Prose((link,))]
    return [Heading(trc("导航", "指标"), "indicators"), *blocks] if blocks else []


def _goals(graph: Graph, topic: Topic) -> list[Block]:
    """Targets of the tasks whose main topic this is; the others' speak of other things."""
    blocks: list[Block] = []
    for plan in ordered_plans(graph):
        tasks = [task for task in _own(graph, topic, plan) if task.topics[:1] == (topic.id,)]
        pairs = [(task, target) for task in tasks for target in graph.back.targets.get(task.id, ())]
        pairs.sort(key=lambda pair: (pair[1].value is None, pair[1].by or 9999, pair[0].order))
        if not pairs:
            continue
        name = short_name(graph, plan)
        caption = tr("{plan}：和{name}有关的目标", plan=name, name=topic.name)
        blocks += [Heading(name, f"targets-{plan.id}", 3), target_rows(graph, pairs[:MOST_TARGETS], caption)]
        if len(pairs) > MOST_TARGETS:
            more = Link(trn("另有{n}项目标", len(pairs) - MOST_TARGETS), f"{address(graph, topic)}#targets")
            blocks.append(Prose((more,)))
    return [Heading(tr("各要做到什么"), "targets"), *blocks] if blocks else []


def topic_page(graph: Graph, topic: Topic) -> Page:
    """Build the page that compares a topic over the plans."""
    plans = [plan for plan in ordered_plans(graph) if _own(graph, topic, plan)]
    total = sum(len(_own(graph, topic, plan)) for plan in plans)
    silent = [short_name(graph, plan) for plan in ordered_plans(graph) if plan not in plans]
    counted = trn("和{name}有关的任务，{documents}份文件里共{n}条。", total, name=topic.name, documents=len(plans))
    lead = joined([counted, tr("{plans}没有写。", plans=enumerated(silent)) if silent else ""], "sentences")
    blocks: list[Block] = [Lead(lead), *_overview(graph, topic), *_compared_indicators(graph, topic), *_goals(graph, topic)]
    blocks += [Heading(tr("比的时候要知道"), "limits"), Bullets(_unlike(graph, plans))]
    blocks.append(Prose((link_to(graph, topic, tr("看“{name}”的全部任务", name=topic.name)),)))
    crumbs = (Link(tr("首页"), ""), Link(tr("放在一起比"), ADDRESS))
    title = tr("{name}：放在一起比", name=topic.name)
    return Page(topic_address(topic), title, (tr("比较"),), crumbs, tuple(blocks), lead)


def pages(graph: Graph) -> list[Page]:
    """Build every page of comparison."""
    return [index(graph), *(topic_page(graph, topic) for topic in compared_topics(graph))]
