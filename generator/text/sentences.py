"""Sentences of our prose: cutting them, and how much two of them are built alike."""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(r"[。！？；]")
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
FUNCTION: Final = frozenset(
    "的了和与及或在把被给让使由对向从到按以为是有要会将可能也都还并就又再先后不没只这那每各等上下里中外前用靠，：、“”《》（）"
)
"""Characters that carry the build of a Chinese sentence rather than its matter: particles, prepositions, auxiliaries, marks."""
MATTER: Final = "·"


def sentences_of(text: str) -> list[str]:
    """Cut prose at full stops and semicolons; marks and empty pieces are left out."""
    return [piece.strip() for piece in _END.split(text) if piece.strip()]


def skeleton(sentence: str) -> str:
    """Return how a sentence is built: its function characters, each run of others as one ``·``.

    ``在白石镇建一座桥`` and ``在黑滩乡修两条路`` have the skeleton ``在·``.
    """
    built: list[str] = []
    for character in _NUMBER.sub("0", sentence):
        if character in FUNCTION:
            built.append(character)
        elif not built or built[-1] != MATTER:
            built.append(MATTER)
    return "".join(built)


def bearing(built: str) -> int:
    """Return how many function characters a skeleton holds: few prove nothing."""
    return sum(character != MATTER for character in built)


def pairs_of(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring Chinese characters of a text."""
    letters = re.sub(r"[^\u4e00-\u9fff]", "", text)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return what two sets of pairs share, from 0 to 1 (Jaccard)."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if one or other else 0.0
