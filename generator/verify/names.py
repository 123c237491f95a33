"""Titles, labels and names: they stand in the passage that their record's locator names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Division, Project, Task
from generator.model.base import Source
from generator.text.widths import folded
from generator.verify.passages import Passage, Passages

NO_PASSAGE = "no-passage"
RULE = "not-in-document"
SHOWN = 24
WORTH_A_LOOK = 2
"""Shorter pieces of a name occur anywhere and prove nothing."""


def excerpt(text: str) -> str:
    """The beginning of a passage, short enough to be a locator and no copy."""
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else flat[:SHOWN] + "…"


def _no_passage(graph: Graph, record: Task | Division | Project, source: Source) -> Diagnostic:
    span = graph.dataset.span(record, "source")
    return Diagnostic(span, NO_PASSAGE, f"原文里找不到以“{source.starts}”开头的段落")


def _division(graph: Graph, passages: Passages, division: Division) -> Iterator[Diagnostic | None]:
    passage = passages.of(division.source)
    if passage is None:
        yield _no_passage(graph, division, division.source)
        return
    if division.title_basis != "printed":
        return
    head = folded(passage.text.split("\n", 1)[0])
    wanted = folded((division.label or "") + division.title)
    stands = head.startswith(wanted) and (len(head) == len(wanted) or not division.label or head[len(wanted)] in '。."')
    yield (
        None
        if stands
        else Diagnostic(
            graph.dataset.span(division, "title"),
            RULE,
            f"标题“{division.label or ''}{division.title}”和原文不同，原文是“{excerpt(passage.text)}”",
        )
    )


def _opening(passage: Passage, number: int | None) -> str:
    """The passage's first words behind its number."""
    text = passage.folded
    # Whatever number stands there is left out: a wrong one is reported by itself.
    return re.sub(rf"^\(?(?:{number}|\d+(?=[.、)]))\)?[.、)]?", "", text) if number is not None else text


def _task(graph: Graph, passages: Passages, task: Task) -> Iterator[Diagnostic | None]:
    passage = passages.of(task.source)
    if passage is None:
        yield _no_passage(graph, task, task.source)
        return
    if task.number is not None:
        numbered = re.match(rf"^\(?{task.number}(?!\d)", passage.folded) is not None
        span = graph.dataset.span(task, "number")
        yield None if numbered else Diagnostic(span, RULE, f"原文这一段不是第{task.number}条，原文是“{excerpt(passage.text)}”")
    span = graph.dataset.span(task, "title")
    if task.title_basis == "printed":
        opening, title = _opening(passage, task.number), folded(task.title)
        whole = opening.startswith(title) and opening[len(title) : len(title) + 1] in {"", "。", ".", ",", "，", ":"}
        message = f"标题“{task.title}”和原文不同，原文是“{excerpt(passage.text)}”"
        yield None if whole else Diagnostic(span, RULE, message)
    elif task.title_basis == "section":
        division = graph.divisions.get(task.division)
        same = division is not None and division.title == task.title
        yield None if same else Diagnostic(span, RULE, f"标题“{task.title}”应该和所在小节的标题一样")


def name_stands(name: str, text: str) -> bool:
    """Say whether a project's name stands in a text: whole, or, where a list shares a prefix or suffix, piece by piece in order."""
    wanted = folded(name)
    if wanted in text:
        return True
    pieces = _split(wanted, text)
    position = 0
    for piece in pieces:
        at = text.find(piece, position)
        if at < 0:
            return False
        position = at + len(piece)
    return bool(pieces)


def _split(name: str, text: str) -> list[str]:
    """Cut a name into the longest pieces that the text holds; an empty list where a single character would be left."""
    pieces: list[str] = []
    rest = name
    while rest:
        length = next((n for n in range(len(rest), WORTH_A_LOOK - 1, -1) if rest[:n] in text), 0)
        if not length:
            return []
        pieces.append(rest[:length])
        rest = rest[length:]
    return pieces


def _project(graph: Graph, passages: Passages, project: Project) -> Iterator[Diagnostic | None]:
    passage = passages.of(project.source)
    if passage is None:
        yield _no_passage(graph, project, project.source)
        return
    text = passage.folded
    span = graph.dataset.span(project, "name")
    yield None if name_stands(project.name, text) else Diagnostic(span, RULE, f"这一段原文里没有项目“{project.name}”")
    for field in ("scale", "investment"):
        value = getattr(project, field)
        if value:
            stands = name_stands(value, text)
            yield None if stands else Diagnostic(graph.dataset.span(project, field), RULE, f"这一段原文里没有“{value}”")


def check(graph: Graph, passages: Passages) -> Iterator[Diagnostic | None]:
    """Look up divisions, tasks, projects and the places of notes."""
    for division in graph.divisions.values():
        if division.plan == passages.plan:
            yield from _division(graph, passages, division)
    for task in graph.back.tasks_of_plan.get(passages.plan, ()):
        yield from _task(graph, passages, task)
    for project in graph.back.projects_of_plan.get(passages.plan, ()):
        yield from _project(graph, passages, project)
    yield from _notes(graph, passages)


def _notes(graph: Graph, passages: Passages) -> Iterator[Diagnostic | None]:
    seen: set[str] = set()
    for notes in graph.back.notes.values():
        for note in notes:
            if note.plan != passages.plan or note.id in seen:
                continue
            seen.add(note.id)
            for number, source in enumerate(note.sources):
                span = graph.dataset.span(note, "sources", number)
                message = f"原文里找不到以“{source.starts}”开头的段落"
                yield None if passages.of(source) else Diagnostic(span, NO_PASSAGE, message)
