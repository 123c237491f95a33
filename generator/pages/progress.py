"""Progress with dated public evidence: how it shows on its subject's page, and what is known of many tasks together.

What nobody has seen evidence of is counted apart and said so: never as done, never as not done.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from generator.graph import Graph
from generator.language import between, enumerated, joined, mark, tr, trc, trn
from generator.model import Indicator, Plan, Project, Record, Task, Update
from generator.model.task import Evidence
from generator.pages.addresses import anchor_of, link_to
from generator.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Prose,
    Row,
    Rows,
    Table,
)
from generator.pages.inline import (
    Inline,
    Inlines,
    Link,
    Missing,
    Outside,
    Tag,
    Unbroken,
    sentence,
)
from generator.pages.words import UPDATE_STATUSES

ADDRESS = "progress/"
UNKNOWN = mark("这不等于没有做，只是本站还没有见到有日期、有出处的公开材料。")
MOST_SHOWN = 8
"""Of a plan's or unit's tasks with progress: the newest. All stand on the page of progress."""


def _how() -> Link:
    return Link(tr("怎样补充"), f"{ADDRESS}#add")


def not_seen() -> str:
    """Say that no evidence is known, where these words stand alone."""
    return trc("句首", "未见公开进展")


def last_of(graph: Graph, record: Record) -> Update | None:
    """Return the newest update of a task, project or indicator row, if there is any."""
    return next(reversed(graph.back.updates.get(record.id, ())), None)


def _evidence(evidence: Evidence) -> Inlines:
    name: Inline = Outside(evidence.title, evidence.source) if evidence.source else evidence.title
    return (name, between("sentences") + tr("（{document}）", document=evidence.document)) if evidence.document else (name,)


def _sources(evidence: Sequence[Evidence]) -> Inlines:
    return reduce(lambda first, second: sentence("{first}；{second}", first=first, second=second), map(_evidence, evidence))


def update_line(update: Update, subject: Inlines = ()) -> Inlines:
    """Write an update: where things stand, the day, about what, what happened, and where that was made public."""
    status = (Tag(tr(UPDATE_STATUSES[update.status])), " ", Unbroken(update.date_.isoformat()), " ")
    what: Inlines = sentence("{name}：{value}", name=subject, value=update.text) if subject else (update.text,)
    return (*status, *what, " ", *sentence("出处：{sources}", sources=_sources(update.evidence)))


def of_record(graph: Graph, record: Task | Project) -> list[Block]:
    """What is known of one task or project, newest first, each with its anchor; or openly that nothing is."""
    updates = tuple(reversed(graph.back.updates.get(record.id, ())))
    if not updates:
        said = sentence("{not_seen}。{why}", not_seen=Missing(not_seen()), why=tr(UNKNOWN) + between("sentences"))
        return [Heading(tr("进展"), "progress"), Prose((*said, _how()))]
    anchors = tuple(anchor_of(update, record) for update in updates)
    return [Heading(tr("进展"), "progress"), Bullets(tuple(update_line(u) for u in updates), anchors=anchors)]


def of_rows(graph: Graph, rows: Sequence[Indicator]) -> list[Block]:
    """What is known of an indicator's rows, plan by plan; nothing where nothing is."""
    lines: list[Inlines] = []
    anchors: list[str] = []
    for row in rows:
        plan = graph.plans.get(row.plan)
        for update in reversed(graph.back.updates.get(row.id, ())):
            lines.append(update_line(update, (link_to(graph, plan, plan.short_title),) if plan else ()))
            anchors.append(anchor_of(update, row))
    return [Heading(tr("进展"), "progress"), Bullets(tuple(lines), anchors=tuple(anchors))] if lines else []


def told(graph: Graph, tasks: Sequence[Task]) -> dict[str, list[Task]]:
    """Sort the tasks that have any update by the status of their newest, in the order of the statuses."""
    found: dict[str, list[Task]] = {status: [] for status in UPDATE_STATUSES}
    for task in tasks:
        last = last_of(graph, task)
        if last is not None:
            found[last.status].append(task)
    return {status: some for status, some in found.items() if some}


def roll_up(graph: Graph, tasks: Sequence[Task], whose: str = "") -> str:
    """Say in one sentence what is known of many tasks: ``3条任务里，1条有公开进展：进行中1条；其余2条未见公开进展。``"""
    known = told(graph, tasks)
    seen = sum(len(some) for some in known.values())
    rest = len(tasks) - seen
    counted = trn("{whose}{n}条任务", len(tasks), whose=whose) if whose else trn("{n}条任务", len(tasks))
    if not seen:
        return tr("{tasks}都未见公开进展。", tasks=counted)
    statuses = joined(trn("{status}{n}条", len(some), status=tr(UPDATE_STATUSES[status])) for status, some in known.items())
    if not rest:
        return tr("{tasks}里，{seen}条有公开进展：{statuses}。", tasks=counted, seen=seen, statuses=statuses)
    said = {"tasks": counted, "seen": seen, "statuses": statuses, "rest": rest}
    return tr("{tasks}里，{seen}条有公开进展：{statuses}；其余{rest}条未见公开进展。", **said)


def _counts(graph: Graph, tasks: Sequence[Task], caption: str) -> Table:
    """The same as a table. The unknown has a row of its own; there are no shares, which would make it look like nought."""
    known = told(graph, tasks)
    rows: list[tuple[Inlines, ...]] = [((tr(UPDATE_STATUSES[status]),), (trn("{n}条", len(some)),)) for status, some in known.items()]
    rest = len(tasks) - sum(len(some) for some in known.values())
    if rest:
        rows.append(((Missing(not_seen()),), (trn("{n}条", rest),)))
    return Table(caption, (tr("最近一次公开的进度"), trc("几条", "任务")), tuple(rows))


def _newest(graph: Graph, tasks: Sequence[Task]) -> Rows:
    pairs = [(task, last) for task in tasks if (last := last_of(graph, task)) is not None]
    pairs.sort(key=lambda pair: (pair[1].date_, pair[1].id), reverse=True)
    return Rows(
        tuple(
            Row(link_to(graph, task), last.date_.isoformat(), ((Tag(tr(UPDATE_STATUSES[last.status])), f" {last.text}"),))
            for task, last in pairs[:MOST_SHOWN]
        )
    )


def of_tasks(graph: Graph, tasks: Sequence[Task], name: str, whose: str = "", also: str = "") -> list[Block]:
    """What is known of a plan's or a unit's tasks: a sentence, the counts, the newest.

    Args:
        graph: The linked data.
        tasks: The tasks.
        name: Whose they are, for the table's caption.
        whose: The same with the count in the sentence, such as ``它牵头的``, said in the language of the page.
        also: What is known of other things than tasks.
    """
    if not tasks:
        return []
    known, heading = told(graph, tasks), Heading(tr("进展"), "progress")
    said = (roll_up(graph, tasks, whose), also)
    if not known:
        return [heading, Prose((joined((*said, tr(UNKNOWN)), "sentences") + between("sentences"), _how()))]
    whole = sum(len(some) for some in known.values()) == len(tasks)
    reading = tr("每条只算最近一次的公开记录。") if whole else tr("每条只算最近一次的公开记录；未见公开进展不等于没有做。")
    every = Link(tr("全部进展"), ADDRESS)
    ways = sentence("{all}，{how}。", all=every, how=_how())
    return [
        heading,
        Prose((joined((*said, reading), "sentences") + between("sentences"), *ways)),
        _counts(graph, tasks, tr("{name}：任务的进度", name=name)),
        _newest(graph, tasks),
    ]


def of_plan(graph: Graph, plan: Plan) -> list[Block]:
    """What is known of a plan's tasks, and of how many of its projects and indicators."""
    projects = sum(project.id in graph.back.updates for project in graph.back.projects_of_plan.get(plan.id, ()))
    rows = sum(row.id in graph.back.updates for row in graph.back.rows.get(plan.id, ()))
    parts = [trn("{n}个项目", projects) if projects else "", trn("{n}个指标", rows) if rows else ""]
    also = tr("另有{parts}有公开进展。", parts=enumerated(parts)) if projects or rows else ""
    return of_tasks(graph, graph.back.tasks_of_plan.get(plan.id, ()), plan.short_title, also=also)
