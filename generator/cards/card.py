"""What stands on a card."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """One picture of 1200 × 630 points."""

    kind: str
    """What kind of thing the page shows; stands above the title."""
    title: str
    line: str
    """Where it belongs and how much there is; stands below the title."""
