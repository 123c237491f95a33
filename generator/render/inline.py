"""Inline content as Markdown, with links relative to the page that holds them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from generator.language import Run, runs, spoken, tr
from generator.markdown import Safe, escape, link, unbroken
from generator.pages.inline import Explained, Inline, Link, Missing, Outside, Quoted, Tag, Unbroken
from generator.pages.page import Page


def relative(page: Page, address: str) -> str:
    """Return the Markdown link target from one page to an address: pages as ``…/index.md``, so the engine checks them.

    Pages are those of the page's own language; every other file stands once, for all languages.
    """
    rest, _, anchor = address.partition("#")
    path, _, query = rest.partition("?")
    target = f"{page.folder}{path}index.md" if path == "" or path.endswith("/") else path
    here = (page.folder + page.address).rstrip("/") or "."
    return posixpath.relpath(target, here) + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")


def inline(page: Page, part: Inline) -> Safe:
    """Write one piece of inline content."""
    match part:
        case Link(text, address):
            return link(words(text), relative(page, address))
        case Outside(text, url):
            return Safe(link(words(text), url) + '{rel="noopener external"}')
        case Unbroken(text):
            return unbroken(words(text))
        case Missing(text):
            return Safe(f'<span class="mg-missing">{words(text)}</span>')
        case Tag(text):
            return Safe(f'<span class="mg-tag">{words(text)}</span>')
        case Quoted(text):
            return Safe(f'<span class="mg-printed">{words(text)}</span>')
        case Explained(text, number):
            name = tr("{term}，名词解释", term=text)
            return Safe(f'<a class="mg-term" id="m{number}" href="#w{number}" aria-label="{escape(name)}">{words(text)}</a>')
        case str():
            return _spaced(part, words(part))


def words(text: object) -> Safe:
    """Escape a text; on a page in another language, say which words of it are Chinese (WCAG 2.2, 3.1.2)."""
    if isinstance(text, Safe) or spoken().chinese:
        return escape(text)
    return Safe("".join(_run(run) for run in runs(str(text))).strip())


def _run(run: Run) -> Safe:
    return Safe(f'<span lang="zh">{escape(run.text)}</span>') if run.chinese else _spaced(run.text, escape(run.text))


def _spaced(text: str, written: Safe) -> Safe:
    """Keep one space at either end: pieces are joined without any."""
    before, after = (" " if text[:1] == " " else ""), (" " if text[-1:] == " " and text.strip() else "")
    return Safe(f"{before}{written}{after}")


def inlines(page: Page, parts: Iterable[Inline]) -> Safe:
    """Write a line of inline content."""
    return Safe("".join(inline(page, part) for part in parts).strip())
