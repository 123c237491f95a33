"""Find the main content of a page: the container that a site system names so, else the block that holds most of the text."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

IDS = frozenset(
    [
        "ucap-content",
        "zoom",
        "zoomcon",
        "zoomtitle",
        "contentregion",
        "contenttext",
        "content-text",
        "article-content",
        "articlecontent",
        "article_content",
        "info_content",
        "ivs_content",
        "maintext",
        "newscontent",
        "js_content",
        "vsb_content",
        "vsb_content_2",
        "vsb_content_100",
        "xxgk_content",
        "detailcontent",
    ]
)
"""Ids (lower case) that common site systems (TRS, UCAP, 博达, 大汉, 拓尔思) give the element with the text."""
CLASSES = frozenset(
    [
        "trs_editor",
        "trs_editor_view",
        "trs_ueditor",
        "custom_unionstyle",
        "article-content",
        "article_content",
        "articlecontent",
        "article-con",
        "article_con",
        "pages_content",
        "xxgk_content",
        "news_content",
        "news-content",
        "zwcontent",
        "zw_content",
        "detail-content",
        "detail_content",
        "text_content",
        "con_text",
        "article",
        "v_news_content",
    ]
)
NAMED_SHARE = 0.1
"""A named container with less of the page's text than this holds something else, such as a summary."""
DENSE_SHARE = 0.6
"""Descend while one child holds this share of its parent's text."""

FRAMES = frozenset(["div", "section", "article", "main", "center", "form", "td", "table", "tbody", "tr", "font", "span", "ucapcontent"])
"""What may hold the paragraphs of a text; a paragraph or list is part of one, however long."""

_CLASS_SPACE = re.compile(r"\s+")


def main_element(top: etree._Element, is_skipped: Callable[[etree._Element], bool]) -> etree._Element | None:
    """Find the element with the main content.

    Args:
        top: the page's body.
        is_skipped: whether an element is not shown.

    Returns:
        The element, or None where nothing stands out: no named container and no block with most of the text.
    """
    sizes, named = _weigh(top, is_skipped)
    whole = sizes[top]
    fitting = [element for element in named if sizes[element] >= NAMED_SHARE * whole and sizes[element] > 0]
    if fitting:
        return max(fitting, key=lambda element: sizes[element])
    current = top
    while True:
        heaviest = max((child for child in current if child.tag in FRAMES), key=lambda child: sizes.get(child, 0), default=None)
        if heaviest is None or sizes.get(heaviest, 0) < max(1.0, DENSE_SHARE * sizes[current]):
            break
        current = heaviest
    return None if current is top or sizes[current] < DENSE_SHARE * whole else current


def _weigh(top: etree._Element, is_skipped: Callable[[etree._Element], bool]) -> tuple[dict[etree._Element, int], list[etree._Element]]:
    """Count each element's characters outside of links, children before parents; and list the named containers."""
    sizes: dict[etree._Element, int] = {}
    named: list[etree._Element] = []
    stack: list[tuple[etree._Element, bool]] = [(top, False)]
    while stack:
        element, leaving = stack.pop()
        if leaving:
            inner = sum(sizes.get(child, 0) + _weight(child.tail) for child in element)
            sizes[element] = 0 if element.tag == "a" else inner + _weight(element.text)
            continue
        if is_skipped(element):
            continue
        if _is_named(element):
            named.append(element)
        stack.append((element, True))
        stack.extend((child, False) for child in element)
    return sizes, named


def _weight(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _is_named(element: etree._Element) -> bool:
    names = _CLASS_SPACE.split((element.get("class") or "").lower())
    return (element.get("id") or "").lower() in IDS or any(name in CLASSES for name in names)
