"""What a chart shows. Charts are values: numbers, and the words that stand beside them; no sizes, no colours."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal


def _require_finite(*numbers: float | None) -> None:
    if any(number is not None and not math.isfinite(number) for number in numbers):
        raise ValueError("a chart needs finite numbers")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a name, the length of each of its parts, and the same figures in words (``牵头11条，参加31条``)."""

    name: str
    parts: tuple[float, ...]
    said: str

    def __post_init__(self) -> None:
        """Refuse what has no honest picture: a stack of parts below zero, a number without end."""
        _require_finite(*self.parts)
        if not self.parts or (len(self.parts) > 1 and min(self.parts) < 0):
            raise ValueError("a bar needs one part, or several that are not below zero")


@dataclass(frozen=True, slots=True)
class Bars:
    """Amounts of one kind beside each other, from zero, in the order given: tasks by unit, by chapter, targets by year."""

    bars: tuple[Bar, ...]
    parts: tuple[str, ...] = ()
    """What the parts of each bar are, for the key; at most three. Empty where bars have one part that needs no name."""

    def __post_init__(self) -> None:
        """Refuse bars that do not fit their key."""
        if not self.bars or len(self.parts) > 3 or any(len(bar.parts) != max(1, len(self.parts)) for bar in self.bars):
            raise ValueError("every bar needs as many parts as the key names, at most three")


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure on a scale, and how it is said with its measure and year (``约3.9人（2025年）``)."""

    value: float
    said: str
    kind: Literal["point", "at_least", "at_most", "keep", "range"] = "point"
    """How firm it is: a point, an open end above or below, a value to be held, a range up to ``upto``."""
    upto: float | None = None

    def __post_init__(self) -> None:
        """Refuse a range without an end, and numbers without end."""
        _require_finite(self.value, self.upto)
        if (self.kind == "range") != (self.upto is not None) or (self.upto is not None and self.upto < self.value):
            raise ValueError("a range, and only a range, needs an upper end above its lower one")


@dataclass(frozen=True, slots=True)
class Step:
    """From where to where. What is not known is not drawn."""

    name: str
    base: Mark | None = None
    target: Mark | None = None
    joined: bool = True
    """Whether base and target are the same kind of figure, so that a line may lead from one to the other."""

    def __post_init__(self) -> None:
        """Refuse a row without any figure: it belongs into a sentence."""
        if self.base is None and self.target is None:
            raise ValueError("a step needs a base or a target")

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The figures that are known, base first."""
        return tuple(mark for mark in (self.base, self.target) if mark is not None)


@dataclass(frozen=True, slots=True)
class Steps:
    """Bases and targets, a row each."""

    steps: tuple[Step, ...]
    measure: str
    """What the ends of the shared scale are counted in; rows say their own."""
    scale: Literal["shared", "own"] = "shared"
    """``shared``: all rows on one scale, for figures that can be compared. ``own``: each row from zero to its own largest."""

    def __post_init__(self) -> None:
        """Refuse an empty picture."""
        if not self.steps:
            raise ValueError("a picture needs rows")


Picture = Bars | Steps
