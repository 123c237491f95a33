"""Looking into pages, which are values: their links, their words, their anchors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.diagnostics import Span
from generator.pages.blocks import (
    Bullets,
    Chart,
    Entry,
    Facts,
    Heading,
    Row,
    Table,
)
from generator.pages.inline import Link, Missing, Outside
from generator.pages.page import Page


def parts(value: object) -> Iterator[object]:
    """Yield a value and everything inside it, in reading order."""
    yield value
    if isinstance(value, tuple):
        for inner in value:
            yield from parts(inner)
    elif is_dataclass(value) and not isinstance(value, type) and not isinstance(value, Span):
        for field in fields(value):
            yield from parts(getattr(value, field.name))


def links(page: Page) -> list[Link]:
    return [part for part in parts(page) if isinstance(part, Link)]


def addresses(page: Page) -> set[str]:
    return {link.address for link in links(page)}


def outside(page: Page) -> list[Outside]:
    return [part for part in parts(page) if isinstance(part, Outside)]


def words(page: Page) -> str:
    """Return every text of a page, one a line."""
    return "\n".join(part for part in parts((page.title, page.kicker, page.blocks, page.source)) if isinstance(part, str))


def missing(page: Page) -> list[str]:
    return [part.text for part in parts(page) if isinstance(part, Missing)]


def anchors(page: Page) -> list[str]:
    found = [part.anchor for part in parts(page) if isinstance(part, Heading | Entry | Chart)]
    return found + [anchor for part in parts(page) if isinstance(part, Bullets | Table) for anchor in part.anchors if anchor]


def headings(page: Page) -> dict[str, str]:
    return {part.anchor: part.text for part in parts(page) if isinstance(part, Heading)}


def under(page: Page, anchor: str) -> tuple[object, ...]:
    """Return the blocks below a heading, up to the next of its level."""
    blocks = list(page.blocks)
    start = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == anchor)
    level = getattr(blocks[start], "level", 2)
    end = next(
        (n for n in range(start + 1, len(blocks)) if isinstance(blocks[n], Heading) and getattr(blocks[n], "level", 2) <= level),
        len(blocks),
    )
    return tuple(blocks[start + 1 : end])


def linked(value: object) -> set[str]:
    return {part.address for part in parts(value) if isinstance(part, Link)}


def fact_of(page: Page, label: str) -> str:
    """Return the text of one row of key facts."""
    facts = [fact for part in parts(page) if isinstance(part, Facts) for fact in part.facts if fact.label == label]
    assert len(facts) == 1, f"{label} stands {len(facts)} times on {page.address}"
    return said(facts[0].lines)


def said(value: object) -> str:
    """Return the text that a reader sees of inline content."""
    out = []
    for part in parts(value):
        if isinstance(part, str):
            out.append(part)
        elif isinstance(part, Link):
            # the address follows as a string of its own: drop it and the longer name
            out.append("\0" * (1 + 2))
    text, skip = [], 0
    for piece in out:
        if piece == "\0\0\0":
            skip = 3
            continue
        if skip == 3 or skip == 0:
            text.append(piece)
        skip = max(0, skip - 1)
    return "".join(text)


def rows_of(value: object) -> list[Row]:
    return [part for part in parts(value) if isinstance(part, Row)]
