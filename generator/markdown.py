r"""The one place where text becomes safe for Markdown and HTML.

Data is text. It can stand in Markdown paragraphs, headings, link texts, table cells, HTML attributes and raw HTML
blocks. One escape serves them all: every character with a meaning in Markdown or HTML becomes a numeric character
reference, which both languages turn back into the character and never read as markup. Code spans and fences would show
the references literally, so templates put no data there.

Sources: CommonMark 0.31 §2.5 (entity and numeric character references cannot be used in place of symbols
indicating structure); HTML Living Standard §13.1.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_EVERYWHERE = re.compile(r"""[&<>"'\\`*_\[\]{}|~^$#!:@=]""")
_LINE_START = re.compile(r"^(?:[-+=.]|\d+(?=[.)]))")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f\u0085\u2028\u2029]+")
_UNSAFE_URL = re.compile(r"""[\s<>"'`()\[\]{}|\\^\x00-\x1f\x7f]""")


class Safe(str):
    """Text that is Markdown already. Only this module and templates make it; data never is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell MarkupSafe and Jinja that nothing is left to escape."""
        return self


def _reference(character: str) -> str:
    return f"&#{ord(character)};"


def escape(text: object) -> Safe:
    """Escape data for any place in Markdown or HTML outside code.

    Line breaks and runs of white space become one space, control characters too, so that a value can neither start a
    new block nor end a table row.
    """
    if isinstance(text, Safe):
        return text
    flat = _SPACE.sub(" ", str(text)).strip()
    safe = _EVERYWHERE.sub(lambda m: _reference(m[0]), flat)
    start = _LINE_START.match(safe)
    if start:
        if safe[0].isdigit():
            cut = start.end()
            safe = safe[:cut] + _reference(safe[cut]) + safe[cut + 1 :]
        else:
            safe = _reference(safe[0]) + safe[1:]
    return Safe(safe)


def attribute(text: object) -> Safe:
    """Escape data for an attribute of an element that holds Markdown: the engine reads those and writes them anew."""
    return Safe(escape(text).replace("&#38;", "&#38;#38;"))


def join(parts: Iterable[object], separator: str = "") -> Safe:
    """Escape and join. The separator is ours and is not escaped."""
    return Safe(separator.join(escape(part) for part in parts))


def url(address: str) -> Safe:
    """Percent-encode what could end a link or an attribute; refuse every scheme but http, https and mailto.

    Raises:
        ValueError: for another scheme (``javascript:``, ``data:`` …).
    """
    head = re.sub(r"[\s\x00-\x1f]+", "", address).split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    if ":" in head and head.split(":", 1)[0].lower() not in {"http", "https", "mailto"}:
        raise ValueError(f"address with a scheme that is not allowed: {head[:20]}")
    encoded = _UNSAFE_URL.sub(lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode("utf-8", "replace")), address)
    return Safe(encoded.replace("&", "&amp;").replace("*", "%2A"))


def unbroken(text: object) -> Safe:
    """Keep a figure and its measure on one line (``6万峰``); style sheets give ``mg-n`` no line break."""
    return Safe(f'<span class="mg-n">{escape(text)}</span>')


def link(text: object, address: str) -> Safe:
    """Make an inline Markdown link of data text and an address."""
    return Safe(f"[{escape(text)}]({url(address)})")
