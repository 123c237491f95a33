"""Tasks of other plans that are about the same thing, with what they share.

Editors' own links come first on a page (``related``); these are found by the program, and say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from math import log

from generator.graph import Graph
from generator.language import joined, tr
from generator.model import IndicatorDefinition, Place, Project, Task, Topic
from generator.text.sentences import likeness, pairs_of

MOST = 4
MOST_OF_A_PLAN = 2
NEAREST, NEAREST_OF_ALL = 60, 240
"""Of the tasks that share one thing, how many are looked at of another plan and of all others together: keeps the cost linear."""
ENOUGH = 2.6
"""A shared side topic alone does not make two tasks kin."""
PROJECT, INDICATOR, PLACE, FIRST_TOPIC, TOPIC, WORDS = 9.0, 5.0, 4.0, 2.5, 0.8, 8.0
"""What a shared project, indicator, place, main topic, side topic and equal wording weigh."""


@dataclass(frozen=True, slots=True)
class Kin:
    """A task of another plan and what it shares with this one."""

    task: Task
    reason: str


Feature = tuple[str, str]
"""Kind and id of what tasks can share; ``first-topic`` is a task's main topic."""


def _same_projects(graph: Graph) -> Mapping[str, str]:
    """Map each project to one id that stands for it in all plans."""
    root: dict[str, str] = {}

    def find(identifier: str) -> str:
        while root.get(identifier, identifier) != identifier:
            identifier = root[identifier]
        return identifier

    for project in graph.projects.values():
        for other in project.same_as:
            one, two = sorted((find(project.id), find(other)))
            root[two] = one
    return {identifier: find(identifier) for identifier in graph.projects}


def _features(task: Task, project: Mapping[str, str]) -> Iterable[Feature]:
    yield from (("project", project.get(i, i)) for i in task.projects)
    yield from (("indicator", i) for i in task.indicators)
    yield from (("place", i) for i in task.places)
    yield from (("first-topic", i) for i in task.topics[:1])
    yield from (("topic", i) for i in task.topics)


class _Index:
    """Which tasks of which plan share a thing, and how rare it is."""

    def __init__(self, graph: Graph) -> None:
        project = _same_projects(graph)
        self.features = {task.id: tuple(dict.fromkeys(_features(task, project))) for task in graph.tasks.values()}
        self.words = {task.id: pairs_of(task.title + task.summary) for task in graph.tasks.values()}
        self.shelves: dict[Feature, dict[str, list[Task]]] = defaultdict(lambda: defaultdict(list))
        for tasks in graph.back.tasks_of_plan.values():
            for task in tasks:
                for feature in self.features[task.id]:
                    self.shelves[feature][task.plan].append(task)
        number = max(1, len(graph.tasks))
        self.weights = {feature: _weight(feature[0], number, sum(map(len, shelf.values()))) for feature, shelf in self.shelves.items()}

    def _others(self, task: Task, feature: Feature) -> Iterator[Task]:
        """Tasks of other plans that share a thing: of the plans that come next in turn, each plan's first ones first."""
        shelf = self.shelves[feature]
        plans = list(shelf)
        own = plans.index(task.plan)
        return chain.from_iterable(shelf[plan][:NEAREST] for plan in (*plans[own + 1 :], *plans[:own]))

    def near(self, task: Task) -> list[Task]:
        """Tasks of other plans that share more than a side topic, which alone would not be enough: candidates."""
        telling = [feature for feature in self.features[task.id] if feature[0] != "topic"]
        found = {other.id: other for feature in telling for other in islice(self._others(task, feature), NEAREST_OF_ALL)}
        return list(found.values())

    def shared(self, task: Task, other: Task) -> list[Feature]:
        theirs = self.features[other.id]
        return [feature for feature in self.features[task.id] if feature in theirs]

    def score(self, task: Task, other: Task, shared: list[Feature]) -> float:
        return sum(self.weights[feature] for feature in shared) + WORDS * likeness(self.words[task.id], self.words[other.id])


def _weight(kind: str, number: int, common: int) -> float:
    """What a shared thing of a kind weighs: the more of all tasks have it in common, the less."""
    weights = {"project": PROJECT, "indicator": INDICATOR, "place": PLACE, "first-topic": FIRST_TOPIC, "topic": TOPIC}
    return weights[kind] * (0.4 + log(number / common) / log(number + 1))


def _enough(shared: list[Feature]) -> bool:
    """A side topic alone does not make two tasks kin, nor does a place alone: a kindergarten is none of a railway."""
    kinds = {kind for kind, _ in shared}
    return bool(kinds & {"project", "indicator", "first-topic"}) or {"place", "topic"} <= kinds


def _reason(graph: Graph, shared: list[Feature]) -> str:
    """Say what two tasks share, the most telling first."""
    names: dict[str, list[str]] = defaultdict(list)
    shelves: dict[str, Mapping[str, Project | IndicatorDefinition | Place | Topic]] = {
        "project": graph.projects,
        "indicator": graph.definitions,
        "place": graph.places,
        "topic": graph.topics,
    }
    for kind, identifier in shared:
        if kind in shelves and identifier in shelves[kind]:
            names[kind].append(shelves[kind][identifier].name)
    said = []
    if names["project"]:
        said.append(tr("都写到“{project}”", project=names["project"][0]))
    if names["indicator"]:
        said.append(tr("都和“{indicator}”这个指标有关", indicator=names["indicator"][0]))
    if names["place"]:
        said.append(tr("都写到{place}", place=names["place"][0]))
    if names["topic"]:
        said.append(tr("主题相同：{topics}", topics=joined(names["topic"][:2], "names")))
    return tr("{reason}；{more}", reason=said[0], more=said[1]) if len(said) > 1 else "".join(said)


def kin_of(graph: Graph) -> Mapping[str, tuple[Kin, ...]]:
    """Return, for each task, the tasks of other plans that share most with it.

    Args:
        graph: The linked data.

    Returns:
        Task id → at most four, best first, at most two of one plan; those that an editor has linked already are left out.
    """
    index = _Index(graph)
    found: dict[str, tuple[Kin, ...]] = {}
    for task in graph.tasks.values():
        linked = {other.id for other, _ in graph.back.related.get(task.id, ())}
        scored = []
        for other in index.near(task):
            shared = index.shared(task, other)
            if other.id not in linked and _enough(shared) and (score := index.score(task, other, shared)) >= ENOUGH:
                scored.append((-score, other.order, other.id, other, shared))
        taken: list[Kin] = []
        per_plan: dict[str, int] = defaultdict(int)
        for _, _, _, other, shared in sorted(scored, key=lambda s: s[:3]):
            if per_plan[other.plan] < MOST_OF_A_PLAN and len(taken) < MOST:
                per_plan[other.plan] += 1
                taken.append(Kin(other, _reason(graph, shared)))
        if taken:
            found[task.id] = tuple(taken)
    return found
