"""Cutting text for the index: pairs of neighbouring Chinese characters, Latin words and numbers.

The browser cuts a query with the same rules (``site_src/assets/search/words.js``), so that the two can never disagree about where a
word ends. No dictionary is needed and no word is lost inside a longer one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_RUN: Final = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)|([a-z0-9]+)")


def plain(text: str) -> str:
    """Fold width and case (Unicode NFKC): ``５Ｇ`` and ``5g`` are one."""
    return unicodedata.normalize("NFKC", text).lower()


def segmented(text: str) -> str:
    """Return the tokens of a text, divided by spaces: ``养老院5G`` → ``养老 老院 院 5g``.

    The last character of a run stands alone as well, so that a query of one character finds it wherever it stands.
    """
    tokens: list[str] = []
    for found in _RUN.finditer(plain(text)):
        run = found[0]
        if found[1]:
            tokens += [run[i : i + 2] for i in range(len(run) - 1)]
            tokens.append(run[-1])
        else:
            tokens.append(run)
    return " ".join(tokens)
