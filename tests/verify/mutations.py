"""Wrong facts, made on purpose: every way in which one fact of a plan can be wrong, as changes to its records.

A change is made only where the result is wrong and could have been typed: what the models themselves refuse is found by the
reader of the data, what changes nothing is no mistake, and what the same passage truly says (the other of two units that both
take part, the title that two neighbours share) is none either.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from pydantic import ValidationError

from generator.dataset import Dataset
from generator.graph import Graph
from generator.model import Division, Indicator, Note, Plan, Project, Record, Target, Task
from generator.model.task import Role
from generator.text.numbers import plain

R = TypeVar("R", bound=Record)
Key = tuple[str, str]
ROLE_FIELDS = ("leads", "participants")
FIGURES = ("base", "target", "growth")
MORE_MEASURES = ("个", "家", "人", "吨", "亩", "公里", "元", "万元", "亿元", "%", "万人次", "平方米", "天")
"""Besides those of the data itself."""
OPERATORS = ("=", ">=", "<=", ">", "<", "~")
PRINTED = ("牵头单位", "参加单位", "责任单位", "配合单位")


@dataclass(frozen=True)
class Change:
    """Records that stand in place of others; ``None`` takes a record away."""

    told: str
    records: Mapping[Key, Record | None]

    def made(self, dataset: Dataset) -> Dataset:
        """Return the data with this change; what is new is placed where the plan is."""
        shelves = {kind: dict(records) for kind, records in dataset.records.items()}
        origins = dict(dataset.origins)
        for (kind, identifier), record in self.records.items():
            if record is None:
                del shelves[kind][identifier]
            else:
                shelves[kind][identifier] = record
                origins.setdefault((kind, identifier), next(iter(origins.values())))
        return replace(dataset, records=shelves, origins=origins)


def with_(record: R, **update: object) -> R | None:
    """Return the record with other values, or nothing where its model refuses them or they are the same."""
    changed = record.model_copy(update=update)
    try:
        type(record).model_validate(changed.model_dump(by_alias=True, warnings=False))
    except ValidationError:
        return None
    return None if changed == record else changed


def change(told: str, *records: Record | None) -> Iterator[Change]:
    """Yield one change of whole records, unless one of them could not be made."""
    kept = [record for record in records if record is not None]
    if len(kept) == len(records):
        yield Change(told, {(record.KIND, record.id): record for record in kept})


def other_digits(rnd: random.Random, text: str) -> Iterator[str]:
    """Yield the text with each of its digits replaced by another, two ways each."""
    for at, character in enumerate(text):
        if character.isascii() and character.isdigit():
            for digit in rnd.sample([d for d in "0123456789" if d != character], 2):
                yield text[:at] + digit + text[at + 1 :]


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def other_numbers(rnd: random.Random, value: int | float) -> Iterator[int | float]:
    for text in other_digits(rnd, plain(value)):
        if _number(text) != value:
            yield _number(text)


class Mutator:
    """Every wrong fact of one plan, kind by kind."""

    def __init__(self, graph: Graph, plan: str, seed: int) -> None:
        self.graph = graph
        self.plan: Plan = graph.plans[plan]
        self.rnd = random.Random(seed)
        self.tasks: Sequence[Task] = graph.back.tasks_of_plan[plan]
        self.rows: Sequence[Indicator] = graph.back.rows[plan]
        self.targets: Sequence[Target] = [t for t in graph.targets.values() if t.plan == plan]
        self.divisions: Sequence[Division] = [d for d in graph.divisions.values() if d.plan == plan]
        self.projects: Sequence[Project] = graph.back.projects_of_plan.get(plan, ())
        self.units = sorted(unit.id for unit in graph.units.values() if unit.region in self.plan.regions)

    def sample(self, make: Callable[[Mutator], Iterator[Change]], most: int) -> list[Change]:
        """Return at most so many of a kind's changes, spread over the plan by the seed."""
        changes = list(make(self))
        return changes if len(changes) <= most else self.rnd.sample(changes, most)

    def target_figure(self) -> Iterator[Change]:
        """A digit of a target's figure."""
        for target in self.targets:
            for field in ("value", "value_max"):
                value = getattr(target, field)
                for other in other_numbers(self.rnd, value) if value is not None else ():
                    yield from change(f"{target.id}.{field}: {value} → {other}", with_(target, **{field: other}))

    def indicator_figure(self) -> Iterator[Change]:
        """A digit of an indicator's figure: in its number, in its words, or in both alike."""
        for row in self.rows:
            for field in FIGURES:
                figure = getattr(row, field)
                if figure is None or figure.value is None:
                    continue
                for other in other_numbers(self.rnd, figure.value):
                    words = figure.text.replace(plain(figure.value), plain(other))
                    for update in ({"value": other}, {"text": words}, {"value": other, "text": words}):
                        changed = figure.model_copy(update=update)
                        yield from change(f"{row.id}.{field}: {update}", with_(row, **{field: changed}))

    def document_number(self) -> Iterator[Change]:
        """A digit of the plan's document number or index number."""
        for field in ("document_number", "index_number"):
            text = getattr(self.plan, field)
            for other in other_digits(self.rnd, text) if text else ():
                yield from change(f"{field}: {other}", with_(self.plan, **{field: other}))

    def printed_number(self) -> Iterator[Change]:
        """A digit of the printed number of a task or an indicator."""
        records: tuple[Task | Indicator, ...] = (*self.tasks, *self.rows)
        for record in records:
            for other in other_numbers(self.rnd, record.number) if record.number is not None else ():
                yield from change(f"{record.id}.number → {other}", with_(record, number=other))

    def measure(self) -> Iterator[Change]:
        """A target in another measure: one that occurs elsewhere, or its own by another power of ten."""
        pool = sorted({*MORE_MEASURES, *(t.measure for t in self.targets if t.measure)})
        for target in self.targets:
            if target.measure is None or target.value is None:
                continue
            bare = target.measure.lstrip("千万亿")
            for other in dict.fromkeys((*self.rnd.sample(pool, 5), bare, "万" + bare, "亿" + bare)):
                if other and other != target.measure:
                    yield from change(f"{target.id}.measure: {target.measure} → {other}", with_(target, measure=other))

    def _strange(self, known: Sequence[str]) -> str:
        """Pick a unit of the registry that is not among those named: the data is right to begin with, so it holds all of these."""
        return self.rnd.choice([unit for unit in self.units if unit not in known])

    def role_unit(self) -> Iterator[Change]:
        """A unit replaced by another that the passage does not name in that part."""
        for task, field, roles, number in self._roles():
            other = roles[number].model_copy(update={"unit": self._strange([r.unit for r in roles])})
            told = f"{task.id}.{field}[{number}]: {roles[number].unit} → {other.unit}"
            yield from change(told, with_(task, **{field: (*roles[:number], other, *roles[number + 1 :])}))

    def _roles(self) -> Iterator[tuple[Task, str, tuple[Role, ...], int]]:
        for task in self.tasks:
            for field in ROLE_FIELDS:
                roles: tuple[Role, ...] = getattr(task, field)
                for number in range(len(roles)):
                    yield task, field, roles, number

    def role_missing(self) -> Iterator[Change]:
        """A unit left out."""
        for task, field, roles, number in self._roles():
            yield from change(
                f"{task.id}.{field} without {roles[number].unit}", with_(task, **{field: roles[:number] + roles[number + 1 :]})
            )

    def role_added(self) -> Iterator[Change]:
        """A unit too many."""
        for task in self.tasks:
            for field in ROLE_FIELDS:
                roles: tuple[Role, ...] = getattr(task, field)
                if roles:
                    other = roles[0].model_copy(update={"unit": self._strange([r.unit for r in roles])})
                    yield from change(f"{task.id}.{field} with {other.unit}", with_(task, **{field: (*roles, other)}))

    def role_printed(self) -> Iterator[Change]:
        """The word that the document uses for a part replaced by another such word."""
        for task, field, roles, number in self._roles():
            word = self.rnd.choice([word for word in PRINTED if word != roles[number].role_printed])
            other = roles[number].model_copy(update={"role_printed": word})
            told = f"{task.id}.{field}[{number}]: {word}"
            yield from change(told, with_(task, **{field: (*roles[:number], other, *roles[number + 1 :])}))

    def swapped_roles(self) -> Iterator[Change]:
        """A lead made participant, and the reverse; with the old word for the part, or with the new one."""
        for task, field, roles, number in self._roles():
            there = ROLE_FIELDS[1 - ROLE_FIELDS.index(field)]
            others: tuple[Role, ...] = getattr(task, there)
            word = self.rnd.choice((roles[number].role_printed, others[0].role_printed if others else "参加单位"))
            moved = roles[number].model_copy(update={"role_printed": word})
            joined = others if moved.unit in {r.unit for r in others} else (*others, moved)
            without = roles[:number] + roles[number + 1 :]
            yield from change(f"{task.id}: {moved.unit} from {field} to {there}", with_(task, **{field: without, there: joined}))

    def provider(self) -> Iterator[Change]:
        """A data provider replaced, left out or added."""
        for row in self.rows:
            for number, unit in enumerate(row.providers):
                other = self._strange(row.providers)
                before, behind = row.providers[:number], row.providers[number + 1 :]
                for providers in ((*before, other, *behind), (*before, *behind), (*before, unit, other, *behind)):
                    yield from change(f"{row.id}.providers: {providers}", with_(row, providers=providers))

    def titles_exchanged(self) -> Iterator[Change]:
        """The titles of neighbouring tasks, divisions of one parent, or indicators; where they differ, at least one is printed."""
        for one, other in zip(self.tasks, self.tasks[1:], strict=False):
            yield from change(f"titles of {one.id}, {other.id}", with_(one, title=other.title), with_(other, title=one.title))
        for division, following in zip(self.divisions, self.divisions[1:], strict=False):
            if division.parent == following.parent:
                exchanged = with_(division, title=following.title), with_(following, title=division.title)
                yield from change(f"titles of {division.id}, {following.id}", *exchanged)
        for row, below in zip(self.rows, self.rows[1:], strict=False):
            yield from change(f"names of {row.id}, {below.id}", with_(row, name=below.name), with_(below, name=row.name))

    def title_character(self) -> Iterator[Change]:
        """One character of a title or name, replaced by another that is common in this plan, or left out."""
        common = "".join(task.title for task in self.tasks)
        named: list[tuple[Record, str]] = [(t, "title") for t in self.tasks if t.title_basis != "editorial"]
        named += [(d, "title") for d in self.divisions if d.title_basis != "editorial"]
        named += [(r, "name") for r in self.rows] + [(p, "name") for p in self.projects] + [(self.plan, "title"), (self.plan, "issuer")]
        for record, field in named:
            text = str(getattr(record, field))
            at = self.rnd.randrange(len(text))
            character = self.rnd.choice([c for c in common if c not in text] + ([""] if record.KIND != "project" else []))
            wrong = text[:at] + character + text[at + 1 :]
            yield from change(f"{record.id}.{field}: {wrong}", with_(record, **{field: wrong}))

    def values_exchanged(self) -> Iterator[Change]:
        """The figures of neighbouring targets of one task where they differ: exchanged, or one written twice."""
        for one, other in zip(self.targets, self.targets[1:], strict=False):
            same = (one.value, one.value_max, one.measure) == (other.value, other.value_max, other.measure)
            if one.owner != other.owner or None in {one.value, other.value} or same:
                continue
            ranged = one.operator == "range" or other.operator == "range"
            fields = ("value", "value_max", "measure", *(("operator",) if ranged else ()))
            left = with_(one, **{field: getattr(other, field) for field in fields})
            right = with_(other, **{field: getattr(one, field) for field in fields})
            yield from change(f"figures of {one.id}, {other.id}", left, right)
            yield from change(f"figure of {other.id} in {one.id}", left)
            yield from change(f"figure of {one.id} in {other.id}", right)

    def metrics_exchanged(self) -> Iterator[Change]:
        """The metrics of neighbouring targets of one task, where their figures differ."""
        for one, other in zip(self.targets, self.targets[1:], strict=False):
            differ = (one.value, one.measure, one.text) != (other.value, other.measure, other.text)
            if one.owner == other.owner and differ and one.value is not None and other.value is not None:
                yield from change(f"metrics of {one.id}, {other.id}", with_(one, metric=other.metric), with_(other, metric=one.metric))

    def figures_exchanged(self) -> Iterator[Change]:
        """The figures of neighbouring indicators, where their words differ."""
        for one, other in zip(self.rows, self.rows[1:], strict=False):
            mine, theirs = ({field: getattr(row, field) for field in FIGURES} for row in (one, other))
            if {f.text for f in mine.values() if f} != {f.text for f in theirs.values() if f}:
                yield from change(f"figures of {one.id}, {other.id}", with_(one, **theirs), with_(other, **mine))
                yield from change(f"figures of {other.id} in {one.id}", with_(one, **theirs))

    def leads_exchanged(self) -> Iterator[Change]:
        """The leads of neighbouring tasks, where their units differ."""
        for one, other in zip(self.tasks, self.tasks[1:], strict=False):
            if {r.unit for r in one.leads} != {r.unit for r in other.leads}:
                yield from change(f"leads of {one.id}, {other.id}", with_(one, leads=other.leads), with_(other, leads=one.leads))

    def dropped_task(self) -> Iterator[Change]:
        """A task taken away with all that names it, the number of tasks lowered: only the document still knows of it."""
        expected = self.plan.expected.tasks
        lower = self.plan.model_copy(
            update={"expected": self.plan.expected.model_copy(update={"tasks": expected - 1 if expected else None})}
        )
        for task in self.tasks:
            records: dict[Key, Record | None] = {("plan", self.plan.id): lower}
            for other in self.tasks:
                related = tuple(r for r in other.related if r.task != task.id)
                if related != other.related:
                    records["task", other.id] = other.model_copy(update={"related": related})
            records |= {("target", t.id): None for t in self.targets if t.owner == task.id}
            for project in self.projects:
                if task.id in project.tasks:
                    tasks = tuple(i for i in project.tasks if i != task.id)
                    records["project", project.id] = project.model_copy(update={"tasks": tasks})
            for note in self.graph.dataset.all(Note).values():
                if task.id in note.subjects:
                    subjects = tuple(s for s in note.subjects if s != task.id)
                    records["note", note.id] = note.model_copy(update={"subjects": subjects}) if subjects else None
            yield Change(f"without {task.id}", records | {("task", task.id): None})

    def target_year(self) -> Iterator[Change]:
        """The year of a target: up to three years off, or another year that some target of the plan has."""
        others = {t.by for t in self.targets if t.by}
        for target in self.targets:
            if target.by is not None:
                near = {target.by + off for off in (-3, -2, -1, 1, 2, 3)}
                for year in sorted((near | others) - {target.by}):
                    yield from change(f"{target.id}.by: {year}", with_(target, by=year))

    def plan_date(self) -> Iterator[Change]:
        """A date of the plan: days, months or years off; and its period."""
        for field in ("dated", "published", "delivered"):
            day: date | None = getattr(self.plan, field)
            for off in (-366, -31, -10, -1, 1, 9, 30, 365) if day else ():
                assert day is not None
                yield from change(f"{field} {off:+}", with_(self.plan, **{field: day + timedelta(days=off)}))
        for off in (-2, -1, 1, 2):
            period = self.plan.period.model_copy(update={"end": self.plan.period.end + off})
            yield from change(f"period to {period.end}", with_(self.plan, period=period))

    def operator(self) -> Iterator[Change]:
        """A comparison word that the passage does not print with that figure."""
        for target in self.targets:
            if target.operator in OPERATORS:
                for operator in OPERATORS:
                    yield from change(f"{target.id}: {target.operator} → {operator}", with_(target, operator=operator))
        for row in self.rows:
            for field in FIGURES:
                figure = getattr(row, field)
                if figure is not None and figure.operator in OPERATORS:
                    operator = self.rnd.choice([o for o in OPERATORS if o != figure.operator])
                    changed = figure.model_copy(update={"operator": operator})
                    yield from change(f"{row.id}.{field}: {figure.operator} → {operator}", with_(row, **{field: changed}))


KINDS: dict[str, tuple[Callable[[Mutator], Iterator[Change]], int]] = {
    "a digit of a target": (Mutator.target_figure, 100),
    "a digit of an indicator": (Mutator.indicator_figure, 70),
    "a digit of a document number": (Mutator.document_number, 40),
    "a digit of a printed number": (Mutator.printed_number, 50),
    "a measure": (Mutator.measure, 60),
    "a comparison word": (Mutator.operator, 60),
    "a role's unit replaced": (Mutator.role_unit, 60),
    "a role left out": (Mutator.role_missing, 30),
    "a role too many": (Mutator.role_added, 30),
    "a role's printed word": (Mutator.role_printed, 30),
    "a data provider": (Mutator.provider, 40),
    "swapped roles": (Mutator.swapped_roles, 60),
    "titles of neighbours exchanged": (Mutator.titles_exchanged, 50),
    "a character of a title or name": (Mutator.title_character, 50),
    "figures of neighbouring targets exchanged": (Mutator.values_exchanged, 70),
    "metrics of neighbouring targets exchanged": (Mutator.metrics_exchanged, 40),
    "figures of neighbouring indicators exchanged": (Mutator.figures_exchanged, 40),
    "leads of neighbouring tasks exchanged": (Mutator.leads_exchanged, 50),
    "a dropped task": (Mutator.dropped_task, 50),
    "a target's year": (Mutator.target_year, 70),
    "a date of the plan": (Mutator.plan_date, 12),
}
"""Kind → how to make it, and how many at most."""
