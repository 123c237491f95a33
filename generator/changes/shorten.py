"""Long texts shortened to the part that changed."""

from __future__ import annotations

import re
from itertools import takewhile

WHOLE = 40
"""A text as long as this is shown whole."""
AROUND = 6
"""Characters that stay around the part that changed, so that one sees where it is."""
MIDDLE = 60
"""The changed part itself is cut beyond this."""
_JOINED = re.compile(r"[0-9A-Za-z.%〇零一二三四五六七八九十百千万亿]")


def cut(text: str, most: int = MIDDLE) -> str:
    """Cut the middle out of a text that is too long."""
    if len(text) <= most:
        return text
    half = (most - 1) // 2
    return f"{text[:half]}…{text[-half:]}"


def _start(text: str, at: int) -> int:
    """Move a cut to the left until it splits no number and no Latin word."""
    at = max(0, at)
    while 0 < at < len(text) and _JOINED.match(text[at]) and _JOINED.match(text[at - 1]):
        at -= 1
    return at


def _end(text: str, at: int) -> int:
    """The same to the right."""
    at = min(len(text), at)
    while 0 < at < len(text) and _JOINED.match(text[at]) and _JOINED.match(text[at - 1]):
        at += 1
    return at


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts share at their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def shortened(old: str, new: str) -> tuple[str, str]:
    """Return two texts, long ones as the part in which they differ with a little around it.

    Args:
        old: Before.
        new: After.
    """
    if len(old) <= WHOLE and len(new) <= WHOLE:
        return old, new
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])

    def part(text: str) -> str:
        start, end = _start(text, head - AROUND), _end(text, len(text) - tail + AROUND)
        if end - start >= len(text) - 2 * AROUND:
            return cut(text)
        return ("…" if start else "") + cut(text[start:end]) + ("…" if end < len(text) else "")

    return part(old), part(new)
