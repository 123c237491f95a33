"""What a task means for people is not said twice in the same words (CONTENT): each passage has something of its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.checks.placeholder import is_unfinished
from generator.diagnostics import Diagnostic, Level
from generator.graph import Graph
from generator.model import Task
from generator.text.sentences import likeness, pairs_of, sentences_of

RULE = "repeated-meaning"
LONG_ENOUGH = 10
"""Characters from which a repeated sentence is worth a word; 没有写期限 may stand anywhere."""
TOO_LIKE = 0.6
RAREST = 6
"""Of a meaning's pairs of characters, how many of the rarest are compared: enough to meet whatever is much alike."""


def _repeated(tasks: list[Task]) -> Iterator[tuple[Task, Task, str]]:
    first: dict[str, Task] = {}
    for task in tasks:
        for sentence in dict.fromkeys(sentences_of(task.meaning or "")):
            if len(sentence) >= LONG_ENOUGH and first.setdefault(sentence, task) is not task:
                yield first[sentence], task, sentence


def _much_alike(tasks: list[Task]) -> Iterator[tuple[Task, Task]]:
    """Pairs whose meanings share most of their words; found through their rarest words, so that the cost stays linear."""
    pairs = {task.id: pairs_of(task.meaning or "") for task in tasks}
    common = Counter(pair for own in pairs.values() for pair in own)
    meeting: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        rare = sorted(pairs[task.id], key=lambda pair: (common[pair], pair))[:RAREST]
        met = dict.fromkeys(other.id for pair in rare for other in meeting[pair])
        near = next((i for i in met if likeness(pairs[i], pairs[task.id]) >= TOO_LIKE), None)
        if near is not None:
            yield next(other for pair in rare for other in meeting[pair] if other.id == near), task
        for pair in rare:
            meeting[pair].append(task)


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Warn of a sentence that stands in two meanings, and of meanings that are nearly the same."""
    for tasks in graph.back.tasks_of_plan.values():
        written = [task for task in tasks if task.meaning and not is_unfinished(task.meaning)]
        said = set()
        for first, task, sentence in _repeated(written):
            said.add(task.id)
            message = f"“{sentence}”这句话，“{first.title}”（{first.id}）里已经有了；每一条说它自己的影响"
            yield Diagnostic(graph.dataset.span(task, "meaning"), RULE, message, Level.WARNING)
        for first, task in _much_alike(written):
            if task.id not in said:
                message = f"这段影响和“{first.title}”（{first.id}）的差不多一样，请写这一条自己的影响"
                yield Diagnostic(graph.dataset.span(task, "meaning"), RULE, message, Level.WARNING)
