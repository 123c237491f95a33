"""What elements of a page are: shown or not, a block or part of a line."""

from __future__ import annotations

import re

from lxml import etree

DROPPED = frozenset(
    [
        "script",
        "style",
        "nav",
        "noscript",
        "template",
        "select",
        "datalist",
        "button",
        "textarea",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "head",
        "xml",
    ]
)
"""Elements whose text a visitor does not read as text of the page."""
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PREFORMATTED = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)


def tag_of(element: etree._Element) -> str:
    """Give an element's name in lower case; comments have none."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def text_of(element: etree._Element) -> str:
    """Give all text below an element, hidden text too."""
    return "".join(str(part) for part in element.itertext())


def is_dropped(element: etree._Element) -> bool:
    """Say whether an element holds no text of the page."""
    return not isinstance(element.tag, str) or tag_of(element) in DROPPED


def is_hidden(element: etree._Element) -> bool:
    """Say whether an element hides itself."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def is_preformatted(element: etree._Element) -> bool:
    """Say whether line ends inside an element are seen."""
    return tag_of(element) == "pre" or bool(_PREFORMATTED.search(element.get("style") or ""))
