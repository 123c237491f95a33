"""What a page is made of. Pages are values: they say what is shown, never how it is written in Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link to one of our pages or files. ``address`` is relative to the site's root: ``tasks/x/``, ``plans/p/#n``."""

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

    text: str = "原文未写明"


@dataclass(frozen=True, slots=True)
class Tag:
    """A short label in front of or behind a name."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words as printed in the document."""

    text: str


Inline = str | Link | Outside | Unbroken | Missing | Tag | Quoted
Inlines = tuple[Inline, ...]
Cell = Inlines


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence that answers the page's question, in our words."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of key facts: a label and one or more lines."""

    label: str
    lines: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Key facts at the top of a page."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page with its explicit anchor."""

    text: str
    anchor: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short lines."""

    items: tuple[Inlines, ...]
    ordered: bool = False
    anchors: tuple[str, ...] = ()
    """One anchor an item; empty where items have none."""


@dataclass(frozen=True, slots=True)
class Chips:
    """Links set one behind the other."""

    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list of records: the whole row is the target."""

    link: Link
    number: str = ""
    lines: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of records."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row. Columns named in ``numeric`` hold figures."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...] = ()
    """One anchor a row, in its first cell; empty where rows have none."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know before reading on."""

    text: str
    kind: Literal["plain", "doubt"] = "plain"


@dataclass(frozen=True, slots=True)
class Search:
    """The search box of the home page: a form that leads to the page of search, with or without scripts."""

    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Find:
    """The page of search itself: the form, and the places that the script fills."""

    examples: tuple[str, ...]
    needed: tuple[str, ...] = ()
    """Files that a first question needs, so that they are asked for at once and not one after the other."""


@dataclass(frozen=True, slots=True)
class Written:
    """A hand-written Markdown page of ``site_src/``: ours, not data."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Original:
    """The official passage itself, where the publisher has the document: folded away, apart from our words."""

    paragraphs: tuple[str, ...]


Block = Lead | Prose | Facts | Heading | Bullets | Chips | Rows | Table | Notice | Search | Find | Written | Original


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site."""

    address: str
    """Relative to the site's root, with a trailing slash; empty for the home page."""
    title: str
    kicker: Inlines
    """What kind of thing this is, of which plan and region."""
    crumbs: tuple[Link, ...]
    blocks: tuple[Block, ...]
    description: str = ""
    record: tuple[str, str] | None = None
    """Kind and id of the record that the page shows."""
    origin: Span | None = None
    """The data's line that an editor changes."""
    source: tuple[Inlines, ...] = ()
    """The official document and the passage in it."""
    json: str = ""
    """Address of the record as JSON."""
    structured: Mapping[str, object] | None = None
    """schema.org values for search engines; nothing that a reader sees."""

    @property
    def path(self) -> str:
        """The staged file."""
        return f"{self.address}index.md"


def listing(links: Sequence[Link], separator: str = "、") -> Inlines:
    """Put links one behind the other in a line."""
    out: list[Inline] = []
    for link in links:
        if out:
            out.append(separator)
        out.append(link)
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of the navigation."""

    title: str
    path: str = ""
    children: tuple[Choice, ...] = field(default=())
