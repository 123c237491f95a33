"""How wide words are, and where a line of them may break. SVG breaks none by itself."""

from __future__ import annotations

import math
import unicodedata

LINE = 16.0
"""Widths of a Chinese character that fit a line on a screen of 320 px, also in large type (22 px × 0.8 × 16 = 282 px)."""
_NARROW = {" ": 0.3, ".": 0.3, ",": 0.3}
_LATIN, _CAPITAL = 0.57, 0.72
_AFTER = frozenset("、，：；。）—·/,;")
_BEFORE = frozenset("（《“")
_NEVER_FIRST = frozenset("、，：；。）》”%％！？…,.;:!?)")
_NEVER_LAST = frozenset("（《“(→")


def _width_of(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    return _NARROW.get(character, _CAPITAL if character.isupper() else _LATIN)


def width(text: str) -> float:
    """Return the width of a text in characters of Chinese; Latin letters and figures count as a bit more than half."""
    return sum(map(_width_of, text))


def _torn(before: str, after: str) -> bool:
    """Whether both belong to a number or to a word whose letters stay together: every script's but the Chinese."""
    if not before.isalnum() or unicodedata.east_asian_width(before) in "WF":
        return False
    return after.isascii() or (after.isalpha() and unicodedata.east_asian_width(after) not in "WF")


def _worth(text: str, cut: int) -> int:
    """Say how good a break before the character at ``cut`` is: 0 where it would tear a number or strand a mark."""
    before, after = text[cut - 1], text[cut]
    if after in _NEVER_FIRST or text[:cut].rstrip()[-1:] in _NEVER_LAST or _torn(before, after):
        return 0
    if after == "→":
        return 3
    return 2 if before in _AFTER or after in _BEFORE or before == " " else 1


def _cut(text: str, limit: float, wish: float) -> int:
    """Return where to break: at the best place that fits and leaves no stub, nearest to the wished width."""
    fitting = [n for n in range(1, len(text)) if width(text[:n]) <= limit] or [1]

    def merit(cut: int) -> tuple[int, float]:
        worth, wide = _worth(text, cut), width(text[:cut])
        return (worth if worth < 2 or wide > wish / 2 else 1, -abs(wide - wish))

    return max(fitting, key=merit)


def lines(text: str, limit: float = LINE) -> tuple[str, ...]:
    """Break a text into lines of about equal width that all fit; nothing but spaces at the breaks is left out.

    Args:
        text: One line of words.
        limit: The widest line, in characters of Chinese.
    """
    out: list[str] = []
    rest = text
    while width(rest) > limit and len(rest) > 1:
        cut = _cut(rest, limit, width(rest) / math.ceil(width(rest) / limit))
        out.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return (*(text for text in out if text), rest)
