"""What a page is made of. Blocks are values: they say what is shown, never how it is written in Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.charts import Bars, Steps
from generator.pages.inline import Cell, Inlines, Link


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence that answers the page's question, in our words."""

    text: str | Inlines
    """Plain, or with its terms marked."""


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
class Jumps:
    """Links within a long page that stay in sight: its letters."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A word with what it means, as in a dictionary."""

    anchor: str
    word: str
    text: str
    more: Inlines


@dataclass(frozen=True, slots=True)
class Entries:
    """Part of a dictionary."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A place to go on from, with how much is there."""

    link: Link
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Places to go on from, side by side in equal columns."""

    tiles: tuple[Tile, ...]
    wide: bool = False
    """Whether notes are sentences, so that fewer stand side by side."""


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
class Folded:
    """The rest of a long list, folded away."""

    summary: str
    """Says how much there is."""
    rest: Bullets | Chips | Rows


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row. Columns named in ``numeric`` hold figures."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...] = ()
    """One anchor a row, in its first cell; empty where rows have none."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers, what it says in words, and the same numbers as a table."""

    picture: Bars | Steps
    caption: str
    """What is shown, with measure and years."""
    says: str
    """What one sees in it, in a sentence: also the picture's name for those who do not see it."""
    anchor: str
    """Of the figure; no other on the page has it."""
    twin: Table | Link
    """The table with the same numbers, folded away under the picture; where the page shows them anyway, a link to them."""
    notes: tuple[str, ...] = ()
    """What is not in the picture and why; how to read it where that is not plain."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know before reading on."""

    text: str | Inlines
    """Plain, or with its terms marked."""
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
class Explore:
    """The place of the filters: empty until the script fills it, so that nothing dead stands there without scripts."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style sheet that only this kind of page needs: its address below the site's root."""

    address: str


@dataclass(frozen=True, slots=True)
class Written:
    """A hand-written Markdown page of ``site_src/``: ours, not data."""

    markdown: str
    translated: bool = True
    """Whether it is in the page's language; a page that nobody translated stays Chinese."""


@dataclass(frozen=True, slots=True)
class Original:
    """The official passage itself, where the publisher has the document: folded away, apart from our words."""

    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a term means: one item of the list at a page's end."""

    link: Link
    """To the glossary."""
    term: str
    text: str
    basis: str
    marked: bool
    """Whether a word of the text leads here, so that the item can lead back."""


@dataclass(frozen=True, slots=True)
class Explanations:
    """The explanations of a page's terms, numbered from 1 as their marks are."""

    items: tuple[Explanation, ...]


Block = (
    Lead
    | Prose
    | Facts
    | Heading
    | Bullets
    | Chips
    | Tiles
    | Rows
    | Table
    | Chart
    | Notice
    | Search
    | Find
    | Explore
    | Style
    | Written
    | Original
    | Explanations
    | Jumps
    | Entries
    | Folded
)
