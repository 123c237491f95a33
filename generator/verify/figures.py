"""Whether a figure stands in a passage with its metric, its measure and its comparison word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.text.numerals import to_number
from generator.text.widths import folded

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|(?<![\d万亿])[一二两三四五六七八九十百千半]+")
"""A numeral behind a digit, 万 or 亿 is the scale of a measure: 1000万千瓦 is no 1000瓦."""
_SCALES = {"万": 10_000.0, "亿": 100_000_000.0, "千": 1_000.0, "百": 100.0}
_CLAUSE_END = re.compile(r"[。;；!！?？\n]")
_AND_MORE = re.compile(r"^([万亿千百]*)[余多]")
_FILLER = re.compile(r"[的在到为至达约和与、,()\"'\-·]|以上|以下|左右|达到|力争|争取|控制|保持|确保|全旗|全市|全区|全县")
_SEPARATOR = re.compile(r"[,，、。;；\n和及]")
CONTEXT = 48
"""Characters before a figure in which its metric stands, at most to the sentence's start."""
TOLERANCE = 1e-9
METRIC_SHARE = 0.6
"""Share of a metric's characters that must stand, in order, before the figure."""

# The bar stands for the figure: 规模以上工业, 三岁以下婴幼儿, 近视率 and 节约 compare nothing.
CUES: dict[str, re.Pattern[str]] = {
    "~": re.compile(r"\|.*(?:左右|上下)|(?:约|接?近)\|"),
    ">=": re.compile(r"\|.*以上|不低于|不少于|不小于|至少|≥"),
    "<=": re.compile(r"\|.*(?:以内|以下)|不超过|不高于|不大于|控制在|≤"),
    ">": re.compile(r"(?<!不)(?:超过|大于|高于)|突破|>"),
    "<": re.compile(r"(?<!不)(?:低于|小于|少于)|<"),
    "keep": re.compile(r"保持|稳定|维持|确保"),
}
_CAP = re.compile(r"\|.*(?:以内|以下)|不超过|不高于|不大于|≤")
_COMPARED = re.compile("|".join([*(CUES[other].pattern for other in ("~", ">=", ">", "<")), _CAP.pattern]))
"""What no plain figure has beside it; 控制在 alone may only say that it is meant to stay there."""
AROUND = 14
"""Characters on either side of a figure in which its comparison word stands."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as printed in a passage (folded text)."""

    value: float
    start: int
    end: int
    after: str
    """What follows, enough for a measure."""


def printed_numbers(text: str) -> Iterator[Printed]:
    """Yield the numbers of folded text; Chinese numerals too."""
    for match in _NUMBER.finditer(text):
        value = to_number(match[0].replace(",", ""))
        if value is not None:
            yield Printed(float(value), match.start(), match.end(), text[match.end() : match.end() + 24])


def _scaled(value: float, unit: str) -> tuple[float, str]:
    """Move a scale of the measure into the value: 6, 万峰 → 60000, 峰."""
    while unit and unit[0] in _SCALES and len(unit) > 1:
        value *= _SCALES[unit[0]]
        unit = unit[1:]
    return value, unit


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE * max(1.0, abs(one), abs(other))


def _fits(printed: Printed, value: float, measure: str) -> bool:
    """Say whether a printed number with what follows is this value in this measure."""
    wanted, unit = _scaled(value, measure)
    after = _AND_MORE.sub(r"\1", printed.after)  # 1500余次, 3万余株
    if _equal(printed.value, value) and after.startswith(measure):
        return True
    first_of_range = re.match(rf"([万亿千百]*)[-~至到]\d+(?:\.\d+)?{re.escape(measure)}", after)
    if first_of_range and _equal(printed.value, value) and measure.startswith(first_of_range[1]):
        return True  # the first number of a range leaves the measure to the second: 300万-500万千瓦
    seen = printed.value
    while after and after[0] in _SCALES:
        seen *= _SCALES[after[0]]
        after = after[1:]
    return _equal(seen, wanted) and after.startswith(unit)


def clause_before(text: str, start: int) -> str:
    """Return what stands before a figure in its sentence."""
    before = text[max(0, start - CONTEXT) : start]
    ends = [m.end() for m in _CLAUSE_END.finditer(before)]
    return before[ends[-1] :] if ends else before


def in_order_share(metric: str, text: str) -> float:
    """Return the share of the metric's telling characters that occur in the text in their order (a greedy subsequence)."""
    telling = _FILLER.sub("", metric) or metric
    position, found = 0, 0
    for character in telling:
        at = text.find(character, position)
        if at >= 0:
            found += 1
            position = at + 1
    return found / len(telling)


def best_share(metric: str, text: str) -> float:
    """Like :func:`in_order_share`, from whichever start in the text serves the metric best."""
    telling = _FILLER.sub("", metric) or metric
    starts = [m.start() for m in re.finditer(re.escape(telling[0]), text)] or [0]
    return max(in_order_share(metric, text[start:]) for start in starts)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a figure stands, and how well its metric stands before it."""

    printed: Printed
    share: float


def find_figure(passage: str, metric: str, value: float, measure: str) -> list[Match]:
    """Return every place of a folded passage where this value stands in this measure, best metric first."""
    unit = folded(measure)
    found = []
    for printed in printed_numbers(passage):
        if _fits(printed, value, unit):
            behind = _CLAUSE_END.split(passage[printed.end : printed.end + 24], maxsplit=1)[0]
            around = clause_before(passage, printed.start) + "\n" + behind
            found.append(Match(printed, best_share(folded(metric), around)))
    return sorted(found, key=lambda m: -m.share)


def near(passage: str, printed: Printed, boundaries: Sequence[int]) -> str:
    """Return the words that belong to a figure alone: from behind the figure before it to the next mark after it.

    Args:
        passage: Folded text.
        printed: The figure.
        boundaries: Where what is said of the figures of the passage ends.
    """
    before = clause_before(passage, printed.start)
    first = printed.start - len(before)
    previous = max((b for b in boundaries if first <= b <= printed.start), default=None)
    if previous is not None:
        before = passage[previous : printed.start]
        before = _SEPARATOR.split(before, maxsplit=1)[-1]  # what follows the other figure up to a mark is the other's
    after = _SEPARATOR.split(passage[printed.end : printed.end + CONTEXT], maxsplit=1)[0]
    return f"{before}\n{after}"


def _clause_around(passage: str, printed: Printed) -> str:
    before = re.split(r"[,，。;；\n]", passage[max(0, printed.start - AROUND) : printed.start])[-1]
    after = re.split(r"[,，。;；\n、和]", passage[printed.end : printed.end + AROUND])[0]
    return f"{before}|{after}"


def operator_fits(passage: str, printed: Printed, operator: str) -> bool:
    """Say whether the comparison word printed around a figure is the operator's: none for ``=``."""
    around = _clause_around(passage, printed)
    if operator == "=":
        return not _COMPARED.search(around)
    if operator in {"reach", "text", "range"}:
        return True
    if operator == "<=" and CUES["~"].search(around):
        return bool(_CAP.search(around))  # 控制在6万峰左右 is no upper limit
    return bool(CUES[operator].search(around))
