"""Where on the width of a picture a number stands."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

INSET = 3.5
"""Percent kept free at either side of a scale, so that a round mark on its end stays inside the picture."""
NARROW = 0.2
"""Figures that differ by less than this part of the largest need a scale that does not begin at zero to be told apart."""
_STEPS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """A piece of the number line, laid over the width from ``left`` to ``right`` percent."""

    low: float
    high: float
    left: float = 0.0
    right: float = 100.0

    def at(self, value: float) -> float:
        """Return the place of a value in percent of the width, never outside of the scale's own ends."""
        # Divided first: the difference of two very large numbers may not fit a float.
        size = max(abs(self.low), abs(self.high))
        low, high, inside = self.low / size, self.high / size, value / size
        part = (inside - low) / (high - low)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, part))

    @property
    def from_zero(self) -> bool:
        """Whether zero is on the scale."""
        return self.low <= 0 <= self.high


def _above(value: float) -> float:
    """Return the next round number that is not below a positive one: 44 → 50, 4.95 → 5."""
    power = float(10.0 ** math.floor(math.log10(value)))
    for step in _STEPS:
        if step * power >= value:
            return _tidy(step * power)
    return value


def _tidy(value: float) -> float:
    return float(f"{value:.12g}")


def from_zero(values: Iterable[float], inset: float = 0.0, tight: bool = False) -> Scale:
    """Return a scale that holds zero and all values.

    Args:
        values: What stands on it.
        inset: Percent kept free at either side.
        tight: End exactly at the outermost value instead of at the next round number.
    """
    known = list(values)
    high, low = max(0.0, *known), min(0.0, *known)
    if not tight:
        high, low = _above(high) if high > 0 else 0.0, -_above(-low) if low < 0 else 0.0
    if high == low:
        high = 1.0
    return Scale(low, high, inset, 100 - inset)


def shared(values: Iterable[float], inset: float = INSET, most: float = math.inf) -> Scale:
    """Return one scale for figures that are compared: from zero, unless they lie too close together far from it.

    Args:
        values: What stands on it.
        inset: Percent kept free at either side.
        most: What no figure of this measure can go beyond, such as 100%; the scale ends there if no value contradicts.
    """
    known = list(values)
    high, low = max(known), min(known)
    # 77岁 and 77.7岁 are one point on a scale from zero; the picture says that its scale is cut.
    if low > 0 and 0 < high - low < NARROW * high:
        grid = _above((high - low) / 2)
        start, end = math.floor(low / grid) * grid, math.ceil(high / grid) * grid
        end = min(end, most) if high <= most else end
        if math.isfinite(end) and 0 < start < end:
            return Scale(_tidy(start), _tidy(end), inset, 100 - inset)
    return from_zero(known, inset)
