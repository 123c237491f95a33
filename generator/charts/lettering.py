"""How wide words are, and where a line of them may break. SVG breaks none by itself."""

from __future__ import annotations

import math
import unicodedata

LINE = 16.0
"""Widths of a Chinese character that fit a line on a screen of 320 px, also in large type (22 px × 0.8 × 16 = 282 px)."""
_NARROW = 0.6
_AFTER = frozenset("、，：；。）》”—·/")
_BEFORE = frozenset("（《“")
_NEVER_FIRST = frozenset("、，：；。）》”%％！？…")
_NEVER_LAST = frozenset("（《“")


def width(text: str) -> float:
    """Return the width of a text in characters of Chinese; Latin letters and figures count as a bit more than half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else _NARROW for c in text)


def _worth(text: str, cut: int) -> int:
    """Say how good a break before the character at ``cut`` is: 0 where it would tear a number or strand a mark."""
    before, after = text[cut - 1], text[cut]
    if after in _NEVER_FIRST or before in _NEVER_LAST or (before.isascii() and after.isascii() and before != " "):
        return 0
    return 2 if before in _AFTER or after in _BEFORE or before == " " else 1


def _cut(text: str, limit: float, wish: float) -> int:
    """Return where to break: at the best place that fits, nearest to the wished width; anywhere where nothing is good."""
    fitting = [n for n in range(1, len(text)) if width(text[:n]) <= limit] or [1]
    return max(
        fitting, key=lambda n: (min(_worth(text, n), 1), _worth(text, n) == 2 and width(text[:n]) > wish / 2, -abs(width(text[:n]) - wish))
    )


def lines(text: str, limit: float = LINE) -> tuple[str, ...]:
    """Break a text into lines of about equal width that all fit; nothing is left out.

    Args:
        text: One line of words.
        limit: The widest line, in characters of Chinese.
    """
    out: list[str] = []
    rest = text
    while width(rest) > limit and len(rest) > 1:
        cut = _cut(rest, limit, width(rest) / math.ceil(width(rest) / limit))
        out.append(rest[:cut])
        rest = rest[cut:]
    return (*out, rest)
