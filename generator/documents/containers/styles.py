"""Paragraph styles of a .docx: which are headings, which number their paragraphs, and what they inherit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.containers.numbering import W

DEEPEST_INHERITANCE = 12

_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says itself."""

    name: str = ""
    based_on: str = ""
    outline: str = ""
    number_id: str = ""
    number_level: str = ""

    @property
    def is_title(self) -> bool:
        """The style of a document's own title."""
        return self.name.lower() in {"title", "标题"}


def read_styles(root: etree._Element | None) -> dict[str, Style]:
    """Read ``styles.xml``.

    Args:
        root: its root, or None where the document has none.

    Returns:
        Style id → style.
    """
    styles = {}
    for element in () if root is None else root.iterchildren(f"{W}style"):
        key = element.get(f"{W}styleId") or ""
        styles[key] = Style(
            name=_value(element, "name"),
            based_on=_value(element, "basedOn"),
            outline=_value(element, f"pPr/{W}outlineLvl"),
            number_id=_value(element, f"pPr/{W}numPr/{W}numId"),
            number_level=_value(element, f"pPr/{W}numPr/{W}ilvl"),
        )
    return styles


def outline_level(styles: Mapping[str, Style], style: str, direct: str) -> int:
    """Give a paragraph's heading level from 1, or 0 for body text.

    Args:
        styles: all styles.
        style: the paragraph's style id.
        direct: the outline level that the paragraph itself sets, from "0"; "9" is body text.
    """
    if direct:
        return whole(direct) + 1 if whole(direct) < 9 else 0
    for own in _inherited(styles, style):
        if own.outline:
            return whole(own.outline) + 1 if whole(own.outline) < 9 else 0
        named = _HEADING_NAME.match(own.name)
        if named:
            return int(named[1])
    return 0


def style_numbering(styles: Mapping[str, Style], style: str) -> tuple[str, str]:
    """Give list id and level that a paragraph style sets, each "" where it sets none."""
    level = ""
    for own in _inherited(styles, style):
        level = level or own.number_level
        if own.number_id:
            return own.number_id, level
    return "", ""


def whole(text: str) -> int:
    """Read a whole number; 0 where there is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _inherited(styles: Mapping[str, Style], key: str) -> Iterator[Style]:
    for _ in range(DEEPEST_INHERITANCE):
        own = styles.get(key)
        if own is None:
            return
        yield own
        key = own.based_on


def _value(element: etree._Element, path: str) -> str:
    found = element.find(W + path)
    return "" if found is None else found.get(f"{W}val") or ""
