"""Comparing text across exports: full and half width, curly and straight marks, stray spaces."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SAME = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "―": "-", "−": "-", "〜": "~", "・": "·"}
)


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character.isspace() or unicodedata.category(character) in {"Cf", "Cc"}:
        return ""
    return unicodedata.normalize("NFKC", character).translate(_SAME)


@dataclass(frozen=True, slots=True)
class Folded:
    """Text in comparable form, with the way back to the original."""

    text: str
    offsets: tuple[int, ...]
    """For each character, the offset of the original character that it came from."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original text behind a range of the folded one."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold width, marks and white space: ``（一） Ａ`` → ``(一)A`` (Unicode NFKC, then our table)."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for folded in _fold_character(character):
            characters.append(folded)
            offsets.append(offset)
    return Folded("".join(characters), tuple(offsets))


def folded(text: str) -> str:
    """Return only the comparable form."""
    return "".join(map(_fold_character, text))
