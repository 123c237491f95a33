"""Telling Chinese from the rest of a line, so that a page in another language can say which words are Chinese.

WCAG 2.2, 3.1.2 (Language of Parts): a screen reader changes its voice, a browser its font and its line breaks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = "\u3000-\u303f\uff00-\uffef·—“”‘’…"
# A number or a short Latin word belongs to the Chinese when Chinese stands on both sides of it: 第21条, 5G基站.
_CHINESE = re.compile(f"[《〈“‘（]*[{_HAN}](?:[{_HAN}{_MARKS}]|[0-9.,%]+(?=[{_HAN}{_MARKS}])|[A-Za-z0-9]{{1,4}}(?=[{_HAN}]))*")


class Run(NamedTuple):
    """A part of a text, and whether it is Chinese."""

    text: str
    chinese: bool


def runs(text: str) -> list[Run]:
    """Cut a text into Chinese and other parts; joined again they are the text."""
    found: list[Run] = []
    end = 0
    for match in _CHINESE.finditer(text):
        if match.start() > end:
            found.append(Run(text[end : match.start()], False))
        found.append(Run(match[0], True))
        end = match.end()
    if end < len(text):
        found.append(Run(text[end:], False))
    return found
