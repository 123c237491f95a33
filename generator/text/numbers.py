"""Numbers as readers expect them."""

from __future__ import annotations

from decimal import Decimal


def plain(value: int | float) -> str:
    """Write a number without an exponent or needless zeros: 6.0 → ``6``, 0.5 → ``0.5``, 33375 → ``33375``."""
    if isinstance(value, int):
        return str(value)
    if value.is_integer():
        return str(int(value))
    return format(Decimal(repr(value)), "f")


def with_measure(value: int | float, measure: str | None) -> str:
    """Join figure and measure as Chinese does, without a space: ``6万峰``, ``81%``."""
    return plain(value) + (measure or "")
