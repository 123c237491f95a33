"""Summaries do not share one sentence skeleton (CONTENT): a page of forms filled in tells nobody anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.placeholder import is_unfinished
from generator.diagnostics import Diagnostic, Level
from generator.graph import Graph
from generator.model import Task
from generator.text.sentences import bearing, sentences_of, skeleton

RULE = "same-skeleton"
LEAST = 4
"""Function characters from which two equal skeletons are no accident."""
ALIKE = 3
"""So many summaries of one plan built alike are a fault."""
OPENING = 4
SAME_OPENINGS = 4
"""So many summaries of one chapter that begin with the same characters are a fault."""


def _written(tasks: tuple[Task, ...]) -> list[Task]:
    return [task for task in tasks if not is_unfinished(task.summary)]


def _built_alike(tasks: list[Task]) -> Iterator[tuple[Task, Task]]:
    seen: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        first = next(iter(sentences_of(task.summary)), "")
        built = skeleton(first)
        if bearing(built) >= LEAST:
            seen[built].append(task)
    yield from ((group[0], task) for group in seen.values() if len(group) >= ALIKE for task in group[ALIKE - 1 :])


def _open_alike(graph: Graph, tasks: list[Task]) -> Iterator[tuple[Task, Task]]:
    seen: dict[tuple[str, str], list[Task]] = defaultdict(list)
    for task in tasks:
        division = graph.divisions.get(task.division)
        line = graph.line_of(division) if division else ()
        chapter = next((d.id for d in line if d.kind == "chapter"), task.division)
        seen[chapter, task.summary[:OPENING]].append(task)
    yield from ((group[0], task) for group in seen.values() if len(group) >= SAME_OPENINGS for task in group[SAME_OPENINGS - 1 :])


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Warn of summaries whose first sentence is built like two others of the plan, or that open like three others of the chapter."""
    for tasks in graph.back.tasks_of_plan.values():
        written = _written(tasks)
        for first, task in _built_alike(written):
            said = f"概括的第一句和“{first.title}”（{first.id}）等几条是同一个句式，请换一种说法，先说这一条自己的事"
            yield Diagnostic(graph.dataset.span(task, "summary"), RULE, said, Level.WARNING)
        for first, task in _open_alike(graph, written):
            said = f"这一章有好几条概括都用“{task.summary[:OPENING]}”开头（例如 {first.id}），请换一种开头"
            yield Diagnostic(graph.dataset.span(task, "summary"), RULE, said, Level.WARNING)
