"""The linked data: what pages and exports ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.dataset import Dataset
from generator.model import (
    Audience,
    Box,
    Change,
    Division,
    Indicator,
    IndicatorDefinition,
    Note,
    Place,
    Plan,
    Project,
    Record,
    Redirect,
    Region,
    Result,
    Target,
    Task,
    Term,
    Topic,
    Unit,
    Update,
)
from generator.model.identity import HISTORY
from generator.model.task import Role


@dataclass(frozen=True, slots=True)
class RoleIn:
    """A unit's part in one task, seen from the unit."""

    task: Task
    role: Role
    as_: Literal["lead", "participant"]


@dataclass(frozen=True, slots=True)
class Backlinks:
    """Who names whom, seen from the named. Every list is in the order of publication."""

    divisions: Mapping[str, tuple[Division, ...]]
    """Plan id → its outermost divisions; division id → those inside it."""
    divisions_of_plan: Mapping[str, tuple[Division, ...]]
    """Plan id → all its divisions, however deep."""
    tasks_in: Mapping[str, tuple[Task, ...]]
    """Division id → tasks that hang directly on it."""
    tasks_of_plan: Mapping[str, tuple[Task, ...]]
    targets: Mapping[str, tuple[Target, ...]]
    """Owner id → its targets."""
    targets_of_plan: Mapping[str, tuple[Target, ...]]
    results: Mapping[str, tuple[Result, ...]]
    rows: Mapping[str, tuple[Indicator, ...]]
    """Definition id, and plan id → indicator rows."""
    rows_within: Mapping[str, tuple[Indicator, ...]]
    """Division id → indicator rows of it and of all divisions inside it."""
    boxes: Mapping[str, tuple[Box, ...]]
    projects_of_plan: Mapping[str, tuple[Project, ...]]
    projects_within: Mapping[str, tuple[Project, ...]]
    """Division id → projects of it and of all divisions inside it."""
    projects_naming: Mapping[str, tuple[Project, ...]]
    """Task id → projects that name it; those that it names itself stand in the task."""
    leads: Mapping[str, tuple[Task, ...]]
    participates: Mapping[str, tuple[Task, ...]]
    provides: Mapping[str, tuple[Indicator, ...]]
    groups: Mapping[str, tuple[Unit, ...]]
    """Unit id → groups that name it as a member."""
    units_at: Mapping[str, tuple[Unit, ...]]
    """Place id → units that look after it."""
    tasks_by: Mapping[tuple[str, str], tuple[Task, ...]]
    """``(kind, id)`` of a topic, audience, place, project or indicator definition → tasks that name it."""
    projects_at: Mapping[str, tuple[Project, ...]]
    inside: Mapping[str, tuple[Place, ...]]
    """Place id → places inside it."""
    places_called: Mapping[str, tuple[Place, ...]]
    """The first three characters of a name → places."""
    related: Mapping[str, tuple[tuple[Task, str], ...]]
    """Task id → related tasks with the reason; empty where only the other one names this."""
    terms_starting: Mapping[str, tuple[Term, ...]]
    """The first two characters of a word (or its only one) → terms that explain it."""
    notes: Mapping[str, tuple[Note, ...]]
    updates: Mapping[str, tuple[Update, ...]]


@dataclass(frozen=True, slots=True)
class Graph:
    """Records by id, and the backlinks between them."""

    dataset: Dataset
    back: Backlinks

    @property
    def regions(self) -> Mapping[str, Region]:
        """Regions by id."""
        return self.dataset.all(Region)

    @property
    def plans(self) -> Mapping[str, Plan]:
        """Plans by id."""
        return self.dataset.all(Plan)

    @property
    def divisions(self) -> Mapping[str, Division]:
        """Divisions by id."""
        return self.dataset.all(Division)

    @property
    def tasks(self) -> Mapping[str, Task]:
        """Tasks by id."""
        return self.dataset.all(Task)

    @property
    def targets(self) -> Mapping[str, Target]:
        """Targets by id."""
        return self.dataset.all(Target)

    @property
    def definitions(self) -> Mapping[str, IndicatorDefinition]:
        """Indicator definitions by id."""
        return self.dataset.all(IndicatorDefinition)

    @property
    def rows(self) -> Mapping[str, Indicator]:
        """Indicator rows by id."""
        return self.dataset.all(Indicator)

    @property
    def units(self) -> Mapping[str, Unit]:
        """Units by id."""
        return self.dataset.all(Unit)

    @property
    def places(self) -> Mapping[str, Place]:
        """Places by id."""
        return self.dataset.all(Place)

    @property
    def projects(self) -> Mapping[str, Project]:
        """Projects by id."""
        return self.dataset.all(Project)

    @property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by id."""
        return self.dataset.all(Topic)

    @property
    def audiences(self) -> Mapping[str, Audience]:
        """Audiences by id."""
        return self.dataset.all(Audience)

    @property
    def terms(self) -> Mapping[str, Term]:
        """Terms by id."""
        return self.dataset.all(Term)

    @property
    def redirects(self) -> Mapping[str, Redirect]:
        """Redirects by the retired id or address."""
        return self.dataset.all(Redirect)

    @property
    def changes(self) -> Mapping[str, Change]:
        """Changes of the data by id, in the order in which they were kept."""
        return self.dataset.all(Change)

    def line_of(self, division: Division) -> tuple[Division, ...]:
        """Return the divisions from the outermost down to this one."""
        line = [division]
        while (parent := self.divisions.get(line[0].parent or "")) is not None and parent not in line:
            line.insert(0, parent)
        return tuple(line)

    def tasks_within(self, division: Division) -> tuple[Task, ...]:
        """Return the tasks of a division and of all divisions inside it, in the document's order."""
        own = list(self.back.tasks_in.get(division.id, ()))
        for child in self.back.divisions.get(division.id, ()):
            own.extend(self.tasks_within(child))
        return tuple(own)

    def divisions_within(self, division: Division) -> tuple[Division, ...]:
        """Return this division and all inside it."""
        found = [division]
        for child in self.back.divisions.get(division.id, ()):
            found.extend(self.divisions_within(child))
        return tuple(found)

    def find(self, kinds: tuple[str, ...], identifier: str) -> list[Record]:
        """Return the records of these kinds (``*``: any) with this id."""
        wanted = [kind for kind in self.dataset.records if kind not in HISTORY] if "*" in kinds else kinds
        return [found for kind in wanted if (found := self.dataset.records.get(kind, {}).get(identifier)) is not None]
