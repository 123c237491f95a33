"""Proposals for a name that was not found."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from heapq import nlargest

LONGEST = 80
"""Longer input is not compared: difflib is quadratic and nobody mistypes that much."""


def nearest(name: str, candidates: Iterable[str], count: int = 1, cutoff: float = 0.5) -> list[str]:
    """Return up to ``count`` candidates that look most like ``name``, best first.

    Args:
        name: What was written.
        candidates: What could have been meant.
        count: How many to return at most.
        cutoff: Similarity from 0 to 1 below which nothing is proposed.
    """
    if not name or len(name) > LONGEST:
        return []
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    matcher.set_seq2(name)
    scored: list[tuple[float, str]] = []
    for candidate in candidates:
        matcher.set_seq1(candidate[:LONGEST])
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff:
            ratio = matcher.ratio()
            if ratio >= cutoff:
                scored.append((ratio, candidate))
    return [candidate for _, candidate in nlargest(count, scored, key=lambda pair: (pair[0], pair[1]))]


def proposal(name: str, candidates: Iterable[str]) -> str:
    """Return the tail of a message: ``；是不是 “…”？`` where a candidate is near, else an empty string."""
    found = nearest(name, candidates)
    return f"；是不是“{found[0]}”？" if found else ""
