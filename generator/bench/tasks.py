"""One synthetic task with its targets and roles."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from generator.bench.catalogue import Catalogue
from generator.bench.names import Named
from generator.bench.prose import STEPS, opening, own_words, passage, phrase, title
from generator.bench.shape import (
    AUDIENCES,
    LEADS,
    MEASURES,
    PARTICIPANTS,
    PLACES,
    RELATED,
    TARGETS,
    TOPICS,
    Shape,
    number_of,
)
from generator.bench.vocabulary import MEASURES as COUNTED_IN
from generator.bench.vocabulary import weights
from generator.importing.yaml_out import Tree


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the tasks of a plan can name."""

    plan: str
    shape: Shape
    units: tuple[Named, ...]
    places: tuple[Named, ...]
    held: Catalogue
    others: tuple[tuple[str, int], ...]
    """All plans with their numbers of tasks."""
    end: int
    """Last year of the plan."""


def _some(chance: Random, things: tuple[Named, ...], number: int) -> list[str]:
    """Draw about so many ids, each once, the first ones more often."""
    found = chance.choices(things, cum_weights=weights(len(things)), k=number) if things else []
    return list(dict.fromkeys(thing.id for thing in found))


def figure_target(around: Surroundings, owner: str, number: int) -> Tree:
    """Return a target: half of them a grade or a thing to be there, the others a figure.

    Args:
        around: The plan.
        owner: Id of the task or division.
        number: Which of its targets it is.
    """
    chance = Random(f"target {owner} {number}")  # noqa: S311 - data for a benchmark
    operator = chance.choices(("reach", "=", "text", ">=", "keep"), (218, 151, 50, 33, 8))[0]
    target: Tree = {"id": f"{owner}-t{number:02d}", "metric": title(chance)[:16], "operator": operator}
    if operator in {"=", ">="}:
        target |= {"quantity": "level", "value": chance.randint(2, 900), "measure": chance.choice(COUNTED_IN)}
    else:
        target |= {"quantity": "level", "text": phrase(chance, ("VN", "VAN", "V好AN"))}
    return target | {"by": around.end, "by_basis": "plan-period"}


def _roles(around: Surroundings, chance: Random) -> Tree:
    """Name units where the plan divides its tasks among them."""
    if around.shape.kind != "scheme" or not around.units:
        return {}
    units = _some(chance, around.units, number_of(chance, LEADS) + number_of(chance, PARTICIPANTS))
    first, rest = units[:1], units[1:]
    return {
        "leads": [{"unit": u, "role_printed": "牵头单位", "role_basis": "line"} for u in first],
        "participants": [{"unit": u, "role_printed": "责任单位", "role_basis": "line-inherited"} for u in rest],
    }


def _related(around: Surroundings, chance: Random, own: int) -> list[Tree]:
    """Link tasks as editors do: mostly near ones of the same plan, some of another plan."""
    found: dict[str, Tree] = {}
    for _ in range(number_of(chance, RELATED)):
        plan, tasks = chance.choice(around.others) if chance.random() < 0.15 else (around.plan, around.shape.tasks)
        number = chance.randint(1, tasks) if plan != around.plan else max(1, min(tasks, own + chance.randint(-20, 20)))
        if (plan, number) != (around.plan, own):
            identifier = f"{plan}-{number:03d}"
            found[identifier] = {"task": identifier, "reason": phrase(chance, ("都VAN，N和N各V一半", "NN要VN", "VN的AN也在那里"))}
    return list(found.values())


def task(around: Surroundings, index: int, projects: tuple[str, ...]) -> Tree:
    """Return one task as a chapter's file holds it.

    Args:
        around: The plan.
        index: Its place in the plan, from 0.
        projects: The projects that it names.
    """
    number = index + 1
    identifier = f"{around.plan}-{number:03d}"
    chance = Random(f"task {identifier}")  # noqa: S311 - data for a benchmark
    scheme = around.shape.kind == "scheme"
    own = own_words(chance)
    summary = passage(chance, 42, 82, 150, own)
    return {
        "id": identifier,
        **({"number": number} if scheme else {}),
        "title": title(chance, own),
        "title_basis": "printed" if scheme else chance.choice(("editorial", "editorial", "printed")),
        "order": number,
        "source": {"starts": opening(summary)},
        "summary": summary,
        "meaning": passage(chance, 18, 40, 84, own),
        "measures": list(dict.fromkeys(phrase(chance, STEPS, own) for _ in range(number_of(chance, MEASURES)))),
        "targets": [figure_target(around, identifier, n) for n in range(1, number_of(chance, TARGETS) + 1)],
        **_roles(around, chance),
        "topics": _some(chance, around.held.topics, number_of(chance, TOPICS)),
        "audiences": _some(chance, around.held.audiences, number_of(chance, AUDIENCES)),
        "places": _some(chance, around.places, number_of(chance, PLACES)),
        "projects": list(projects),
        "related": _related(around, chance, number),
    }
