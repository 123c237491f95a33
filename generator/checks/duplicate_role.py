"""A unit stands once in each list of a task; where a document prints it as lead and participant, a note says so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Level
from generator.graph import Graph

RULE = "duplicate-role"


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report a unit listed twice, and one in both lists without a note on the task."""
    for task in graph.tasks.values():
        for field, word in (("leads", "牵头"), ("participants", "参加")):
            seen: set[str] = set()
            for number, role in enumerate(getattr(task, field)):
                if role.unit in seen:
                    span = graph.dataset.span(task, field, number)
                    yield Diagnostic(span, RULE, f"“{role.unit}”在{word}单位里写了两次，请删去一个；原文重复的话写成说明")
                seen.add(role.unit)
        leads = {role.unit for role in task.leads}
        for number, role in enumerate(task.participants):
            if role.unit in leads and task.id not in graph.back.notes:
                span = graph.dataset.span(task, "participants", number)
                message = f"“{role.unit}”既牵头又参加；如果原文就是这样，请在 notes.yml 里写一条说明"
                yield Diagnostic(span, RULE, message, Level.WARNING)
