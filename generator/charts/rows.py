"""The words of a row above its marks, and the key on top: what both kinds of pictures share."""

from __future__ import annotations

from collections.abc import Iterable

import svg

from generator.charts import ink
from generator.charts.lettering import LINE, lines, width

LEADING = 1.4
"""From one line of words to the next."""
SIGN = 2.4
"""Room of a mark before its word in the key."""
BASELINE = 1.1
"""Where on its line a word stands."""
GAP = 0.8
"""Between rows."""


def heading(name: str, said: str, top: float) -> tuple[list[svg.Element], float]:
    """Write the name of a row and its figures, on one line where both fit; return them and where they end."""
    names, figures = lines(name), lines(said)
    beside = len(figures) == 1 and width(names[-1]) + width(said) + 1 <= LINE
    out: list[svg.Element] = []
    for text, style in [*((n, "") for n in names), *((f, "v") for f in figures if not beside)]:
        out.append(ink.words(text, top + BASELINE, style=style))
        top += LEADING
    if beside:
        out.append(ink.words(said, top - LEADING + BASELINE, style="v", to_left=True))
    return out, top


def key(entries: Iterable[tuple[str, tuple[svg.Element, ...]]], top: float) -> tuple[list[svg.Element], float]:
    """Write what the marks mean: each a small picture of itself and a word, as many on a line as fit.

    Args:
        entries: A word and the shapes that stand before it, drawn around zero.
        top: Where the key begins.
    """
    out: list[svg.Element] = []
    x, y = 0.0, top
    for word, shapes in entries:
        parts = lines(word, LINE - SIGN)
        room = SIGN + max(map(width, parts)) + 0.8
        if x and x + room - 0.8 > LINE:
            x, y = 0.0, y + LEADING
        out += [ink.at(ink.em(x + 0.9), y + 0.75, *shapes)]
        out += [ink.words(part, y + BASELINE + number * LEADING, x + SIGN, "v") for number, part in enumerate(parts)]
        x, y = x + room, y + (len(parts) - 1) * LEADING
    return (out, y + LEADING + GAP / 2) if out else (out, top)
