"""The order in which people look for Chinese names: by the letters of their syllables."""

from __future__ import annotations

from pypinyin import Style, lazy_pinyin

OTHER = "其他"
"""The group of names that begin with no letter: figures, Roman numbers."""
_MARKS = str.maketrans("", "", "“”‘’《》（）、，")


def initial(name: str) -> str:
    """Return the letter under which people look for a name: of its first syllable, or itself; else ``OTHER``."""
    first = lazy_pinyin(name.translate(_MARKS), style=Style.FIRST_LETTER)[:1]
    letter = first[0][:1].upper() if first and first[0] else ""
    return letter if "A" <= letter <= "Z" else OTHER


def spelling(name: str) -> str:
    """Return the syllables of a name, for sorting."""
    return "".join(lazy_pinyin(name.translate(_MARKS))).lower()


def group_order(group: str) -> tuple[bool, str]:
    """Sort groups of initials: letters first, all others behind them."""
    return group == OTHER, group
