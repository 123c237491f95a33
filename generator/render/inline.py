"""Inline content as Markdown, with links relative to the page that holds them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from generator.language import tr
from generator.markdown import Safe, escape, link, unbroken
from generator.pages.blocks import Explained, Inline, Link, Missing, Outside, Page, Quoted, Tag, Unbroken


def relative(page: Page, address: str) -> str:
    """Return the Markdown link target from one page to an address: pages as ``…/index.md``, so the engine checks them."""
    rest, _, anchor = address.partition("#")
    path, _, query = rest.partition("?")
    target = f"{path}index.md" if path == "" or path.endswith("/") else path
    here = page.address.rstrip("/") or "."
    return posixpath.relpath(target, here) + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")


def inline(page: Page, part: Inline) -> Safe:
    """Write one piece of inline content."""
    match part:
        case Link(text, address):
            return link(text, relative(page, address))
        case Outside(text, url):
            return Safe(link(text, url) + '{rel="noopener external"}')
        case Unbroken(text):
            return unbroken(text)
        case Missing(text):
            return Safe(f'<span class="mg-missing">{escape(text)}</span>')
        case Tag(text):
            return Safe(f'<span class="mg-tag">{escape(text)}</span>')
        case Quoted(text):
            return Safe(f'<span class="mg-printed">{escape(text)}</span>')
        case Explained(text, number):
            name = tr("{term}，名词解释", term=text)
            return Safe(f'<a class="mg-term" id="m{number}" href="#w{number}" aria-label="{escape(name)}">{escape(text)}</a>')
        case str():
            return _spaced(part)


def _spaced(text: str) -> Safe:
    """Escape, but keep one space at either end: pieces are joined without any."""
    before, after = (" " if text[:1] == " " else ""), (" " if text[-1:] == " " and text.strip() else "")
    return Safe(f"{before}{escape(text)}{after}")


def inlines(page: Page, parts: Iterable[Inline]) -> Safe:
    """Write a line of inline content."""
    return Safe("".join(inline(page, part) for part in parts).strip())
