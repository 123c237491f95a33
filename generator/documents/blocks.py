r"""What a document is read into: blocks that cover its text without a gap, in order, each with its place.

The normalised text of a document is the joined text of its blocks (property-tested): whatever a rule does not understand
stays a paragraph, and nothing is ever dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal[
    "furniture",
    "metadata",
    "title",
    "notice",
    "contents",
    "heading",
    "paragraph",
    "item",
    "responsibility",
    "table",
    "box",
    "explanation",
    "signature",
]
"""furniture: what the page adds (header, footer, share bar, disclaimer). metadata: labelled facts about the document. title: its own
title. notice: the covering notice before an attached document. contents: a table of contents. heading: of a division.
item: a numbered task-like paragraph. responsibility: a line that only names units. table: rows of cells. box: a 专栏.
explanation: an entry of a 名词解释. signature: issuer and date at the end."""

Level = Literal["part", "chapter", "section", "group", "subgroup"]
"""编/篇, 章, 节, then what is below: (一) or 一、 under a 节, and so on."""


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the text."""

    kind: BlockKind
    text: str
    """The characters of the normalised text that it covers, line ends included."""
    start: int
    """Offset of its first character in the normalised text."""
    line: int
    """Line of the normalised text where it starts, from 1."""
    level: Level | None = None
    """Of a heading."""
    label: str = ""
    """Printed number of a heading, item or box: ``第三章``, ``(一)``, ``21.``, ``专栏3``."""
    number: int | None = None
    """The label's number, where it can be read."""
    title: str = ""
    """Title of a heading or box, or the opening title of an item, without its label and final stop."""
    inferred: bool = False
    """The document lost this heading; number and level are deduced from what follows, the title stays empty."""
    why: str = ""
    """How it was recognised, where that is not certain."""
    confidence: float = 1.0
    """1: printed plainly; less: a guess that a person should look at."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)

    @property
    def words(self) -> str:
        """Its text as one line: wrapped lines joined, white space at the ends removed."""
        return "".join(part.strip() for part in self.text.split("\n")).strip()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about the document. Empty where it says nothing."""

    title: str = ""
    index_number: str = ""
    document_number: str = ""
    issuer: str = ""
    category: str = ""
    dated: str = ""
    """成文日期 as ISO date."""
    published: str = ""
    """发布日期 as ISO date."""
    validity: str = ""


@dataclass(frozen=True, slots=True)
class Division:
    """A node of the outline: a heading with all blocks below it."""

    heading: Block
    children: tuple[Division, ...] = ()
    blocks: tuple[Block, ...] = ()
    """Blocks directly below the heading, before its first child."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read."""

    name: str
    text: str
    """Normalised: line ends are ``\\n``, no byte order mark, no NUL."""
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    outline: tuple[Division, ...] = ()
    front: tuple[Block, ...] = field(default=())
    """Blocks before the first heading."""
