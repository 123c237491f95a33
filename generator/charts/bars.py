"""Bars from zero, each under its name."""

from __future__ import annotations

import svg

from generator.charts import ink
from generator.charts.rows import GAP, heading, key
from generator.charts.scale import Scale, from_zero
from generator.charts.values import Bar, Bars

STYLES = ("p", "q", "r")
"""Full, hollow, hollow and dashed: told apart without colour."""
THICK = 0.6


def _swatches(parts: tuple[str, ...]) -> list[tuple[str, tuple[svg.Element, ...]]]:
    shape = [svg.Rect(x=ink.em(-0.85), y=ink.em(-THICK / 2), width=ink.em(1.7), height=ink.em(THICK), class_=[style]) for style in STYLES]
    return [(part, (swatch,)) for part, swatch in zip(parts, shape, strict=False)]


def _blocks(bar: Bar, scale: Scale, top: float) -> list[svg.Element]:
    """Lay the parts of a bar behind each other; a part of zero has no block."""
    out: list[svg.Element] = []
    done = 0.0
    for part, style in zip(bar.parts, STYLES, strict=False):
        left, right = sorted((scale.at(done), scale.at(done + part)))
        if part:
            out.append(ink.block(left, right, top, THICK, style))
        done += part
    return out


def drawn(chart: Bars) -> tuple[list[svg.Element], float]:
    """Return the elements of a picture of bars and its height."""
    scale = from_zero((sum(bar.parts) for bar in chart.bars), tight=True)
    out, top = key(_swatches(chart.parts), 0.0)
    for bar in chart.bars:
        text, top = heading(bar.name, bar.said, top)
        out += [*text, *_blocks(bar, scale, top + 0.1)]
        top += THICK + GAP
    return out, top
