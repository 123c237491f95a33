"""What a line of a page is made of: texts, links, figures, words as printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.language import between, pieces, tr


@dataclass(frozen=True, slots=True)
class Link:
    """A link to one of our pages or files. ``address`` is relative to the site's root: ``tasks/x/``, ``plans/p/#n``,
    ``explore/?topic=t``.
    """

    text: str
    address: str
    title: str = ""
    """A longer name for pointers and screen readers."""


@dataclass(frozen=True, slots=True)
class Outside:
    """A link that leaves the site."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Unbroken:
    """A figure with its measure, kept on one line."""

    text: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What the document does not say. Shown, never filled."""

    text: str = field(default_factory=lambda: tr("原文未写明"))


@dataclass(frozen=True, slots=True)
class Tag:
    """A short label in front of or behind a name."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words as printed in the document."""

    text: str


@dataclass(frozen=True, slots=True)
class Explained:
    """The first mention of a term: leads to its explanation at the page's end."""

    text: str
    number: int
    """Which of the page's explanations, from 1."""


Inline = str | Link | Outside | Unbroken | Missing | Tag | Quoted | Explained
Inlines = tuple[Inline, ...]
Cell = Inlines


def listing(links: Sequence[Link], separator: str = "") -> Inlines:
    """Put links one behind the other in a line, as the language joins a list where no separator is given."""
    out: list[Inline] = []
    for link in links:
        if out:
            out.append(separator or between())
        out.append(link)
    return tuple(out)


def sentence(message: str, /, **parts: Inline | Inlines) -> Inlines:
    """Say a text into whose places links, figures and other inline content are put: ``sentence("也可以{way}。", way=Link(…))``.

    Args:
        message: The Chinese text, written out, as for :func:`generator.language.tr`.
        parts: What is put into the places; plain texts too.
    """
    out: list[Inline] = []
    for text, is_place in pieces(message):
        part = parts.get(text, text) if is_place else text
        out += part if isinstance(part, tuple) else (part,)
    return tuple(out)
