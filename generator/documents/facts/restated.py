"""Figures that only count what the sentence names: 种植、养殖和加工三个基地 promises no number of its own."""

from __future__ import annotations

import re
from typing import Final

MOST: Final = 10
_LISTED: Final = re.compile(r"[、]|[和与及](?=[^、，。；]{2,})")
_NUMBER_LAST: Final = re.compile(r"(?:[0-9]+|[一二两三四五六七八九十]+)\s*[^\d\s]{1,2}$")
_REFERS: Final = re.compile(r"^(?:按照|按|依据|根据|围绕|紧扣|贯彻|深入贯彻|全面贯彻|坚持|落实|立足|对标)")
_NAMES_FOLLOW: Final = re.compile(r"^[“‘「《]")
_KINDS: Final = frozenset({"类", "大类", "篇", "方面", "种类", "方"})
"""Measures that count kinds of things named elsewhere (4类重点对象, 三篇文章), never an amount."""


def only_counts(text: str, start: int, end: int, value: float | None, measure: str | None) -> bool:
    """Say whether a figure counts the members of a list, of a slogan or of kinds, and is no quantity that can be reached.

    Args:
        text: The paragraph.
        start: Where the figure's words begin (with its verb or metric).
        end: Behind number and measure.
        value: The number.
        measure: What it is counted in.
    """
    if value is None or measure is None or value != int(value) or not 2 <= value <= MOST:
        return False
    words, behind = text[start:end], text[end : end + 4]
    if measure in _KINDS or (measure in {"个", "大"} and _NAMES_FOLLOW.match(behind)):
        return True
    if measure == "家" and behind.startswith("子"):
        return True  # 六家子 is a town
    number = _NUMBER_LAST.search(words)
    before = words[: number.start()] if number else words
    if measure in {"个", "条", "项", "大"} and _REFERS.match(words):
        return True
    return len(_LISTED.findall(before)) == value - 1 >= 1
