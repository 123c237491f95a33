"""One number of a clause with what the words around it say: the value that the modules of figures pass on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.documents.facts.measures import Measured
from generator.documents.facts.predicates import COMPARED, Operator, Predicate, Quantity, quantity_of

YEAR_OF: Final = re.compile(r"(?P<year>(?:19|20)\d{2})[ ]?年")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its clause."""

    metric: str
    operator: Operator
    quantity: Quantity
    value: float | None
    value_max: float | None
    measure: str
    verb: str
    start: int
    end: int
    states: bool
    """It states a level, growth or count; if not, it is the size of something or part of a name."""
    confidence: float
    why: str = ""
    weak: bool = False
    """No verb states it; only time words around can make it a statement."""
    base_value: float | None = None
    base_year: int | None = None
    base_text: str | None = None
    noun_end: int = 0
    """Where the noun behind the number ends, if that is what is counted."""
    without_base: str = ""
    """The clause up to the figure without the words of comparison, for judging its time."""


def make_figure(begin: int, one: Measured, predicate: Predicate, metric: str, words: str, clause_end: int) -> Figure:
    """Put together what number, predicate and words say; whether it states anything is judged by the caller."""
    compared = COMPARED.search(words[-60:])
    year = YEAR_OF.search(compared[0]) if compared else None
    start = begin + (len(words) - len(words.lstrip(" 、，,和及与—\n")))
    return Figure(
        metric=metric,
        operator="~" if one.about and predicate.operator == "=" else predicate.operator,
        quantity=quantity_of(metric, predicate, one.measure, words),
        value=one.value,
        value_max=one.value_max,
        measure=one.measure,
        verb=predicate.verb,
        start=min(start, one.start),
        end=min(one.end + predicate.end, clause_end),
        states=True,
        confidence=1.0,
        base_year=int(year["year"]) if year else None,
        base_text=compared[0].strip() if compared else None,
        without_base=(words[: -len(words[-60:])] + COMPARED.sub("", words[-60:])) if compared else words,
    )
