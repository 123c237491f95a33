"""Many words as one pattern that finds the longest at each place."""

from __future__ import annotations

import re
from collections.abc import Iterable


def longest(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches any of the words, the longest first. No words match nothing.

    A word that begins or ends with a letter or figure of ASCII is not found inside a longer one: 5A not in 15A, AQI not in CAQI.

    Args:
        words: The words, in any order; empty ones are left out.
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words) - {""}, key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(word)
    # One branch for each first character: the engine passes over a text at the speed of a set of characters.
    branches = (f"{re.escape(first)}(?:{'|'.join(map(_rest, group))})" for first, group in sorted(by_first.items()))
    return re.compile("|".join(branches) or r"(?!)")


def _rest(word: str) -> str:
    """What follows the first character, with what may not stand around the word."""
    first, last = word[0], word[-1]
    before = "(?<![A-Za-z].)" if _letter(first) else "(?<![0-9.].)" if first.isdigit() else ""
    after = "(?![A-Za-z])" if _letter(last) else "(?![0-9])" if last.isdigit() else ""
    return before + re.escape(word[1:]) + after


def _letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
