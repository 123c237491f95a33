"""How much of everything a synthetic project holds: the proportions of this repository's own data (844 tasks, November 2026).

Plans come in the measured five kinds, again and again, and every plan speaks for a county of its own, with its own units, places and
projects. So do real plans here. What all plans share grows slower: topics and kinds of people hardly, terms and indicators with the
root of the number of tasks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from random import Random
from typing import Final

MEASURED: Final = 844
"""Tasks in the data that the proportions were measured on."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What one plan holds."""

    kind: str
    tasks: int
    parts: int
    chapters: int
    sections: int
    projects: int
    rows: int
    results: int
    notes: int
    boxes: int
    units: int
    places: int
    terms: int = 0

    def scaled(self, tasks: int) -> Shape:
        """Return the same proportions for another number of tasks.

        Args:
            tasks: How many tasks the plan shall have.
        """

        def part(number: int) -> int:
            return max(1, round(number * tasks / self.tasks)) if number else 0

        chapters = min(part(self.chapters), tasks)
        sizes = (self.projects, self.rows, self.results, self.notes, self.boxes, self.units, self.places)
        return Shape(self.kind, tasks, min(self.parts, chapters), chapters, min(part(self.sections), tasks), *map(part, sizes))


KINDS: Final = (
    Shape("scheme", 99, 0, 12, 41, 130, 20, 0, 50, 0, 65, 22),
    Shape("outline", 193, 0, 13, 45, 228, 22, 139, 66, 13, 50, 35),
    Shape("report", 34, 0, 3, 15, 72, 7, 152, 12, 0, 4, 26),
    Shape("outline", 216, 0, 11, 50, 129, 5, 90, 41, 5, 4, 52),
    Shape("outline", 302, 6, 23, 71, 229, 30, 95, 75, 21, 13, 63),
)


def shapes(tasks: int) -> tuple[Shape, ...]:
    """Return the plans that hold so many tasks together: all five kinds at any size, in turn until there are enough.

    Args:
        tasks: How many tasks there shall be.
    """
    if tasks < MEASURED:
        ends = [round(tasks * sum(k.tasks for k in KINDS[: n + 1]) / MEASURED) for n in range(len(KINDS))]
        counts = [end - start for start, end in zip((0, *ends), ends, strict=False)]
        return tuple(kind.scaled(count) for kind, count in zip(KINDS, counts, strict=True) if count)
    return tuple(_in_turn(tasks))


def _in_turn(tasks: int) -> Iterator[Shape]:
    left, number = tasks, 0
    while left:
        kind = KINDS[number % len(KINDS)]
        yield kind if kind.tasks <= left else kind.scaled(left)
        left -= min(left, kind.tasks)
        number += 1


@dataclass(frozen=True, slots=True)
class Shared:
    """How much there is of what all plans share."""

    topics: int
    audiences: int
    terms: int
    definitions: int


def shared(tasks: int) -> Shared:
    """Return how much all plans share at a number of tasks.

    Args:
        tasks: How many tasks there are.
    """
    growth = sqrt(tasks / MEASURED)
    few = min(1.0, growth)
    return Shared(round(73 * few), round(38 * few), round(394 * growth), max(30, round(40 * growth)))


MEASURES: Final = (0, 0, 7, 39, 138, 213, 184, 125, 138)
"""Of 844 tasks, how many have no measure, one, two …; the same for the others."""
TARGETS: Final = (631, 129, 34, 20, 14, 9, 2, 2, 3)
TOPICS: Final = (0, 84, 295, 327, 138)
AUDIENCES: Final = (0, 83, 302, 337, 122)
PLACES: Final = (674, 63, 40, 35, 14, 3, 9, 4)
PROJECTS: Final = (544, 125, 71, 34, 19, 12, 17, 8, 1, 2, 2, 9)
RELATED: Final = (214, 338, 191, 81, 18, 1, 1)
LEADS: Final = (0, 94, 4, 1)
"""Of the 99 tasks of the scheme; other plans hardly name a unit."""
PARTICIPANTS: Final = (4, 0, 9, 20, 15, 16, 7, 10, 6, 1, 3, 6, 2)


def number_of(chance: Random, counts: tuple[int, ...]) -> int:
    """Draw how many there are.

    Args:
        chance: Where randomness comes from.
        counts: How often there was none, one, two …
    """
    return chance.choices(range(len(counts)), counts)[0]
