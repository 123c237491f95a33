"""A page as a value: its address, its blocks, what stands around them; and the entries of the navigation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Span
from generator.pages.blocks import Block
from generator.pages.inline import Inlines, Link


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A hand-written page as it was read."""

    title: str
    markdown: str
    """Without its title."""
    file: str
    """Below the project's root."""
    tag: str = "zh"
    """Its language."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the data of a page stand that no single line makes."""

    path: str
    """A file, or a folder with a slash at its end; empty where a program makes the page and there is nothing to open."""
    says: str
    """Which of the files, or why there is none; no full stop at its end."""


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
    """The data's line that an editor changes. A page without one: see :mod:`generator.pages.kept`."""
    source: tuple[Inlines, ...] = ()
    """The official document and the passage in it."""
    json: str = ""
    """Address of the record as JSON."""
    card: str = ""
    """Address of the picture that stands beside a shared link to the page."""
    feed: str = ""
    """Address of the Atom feed of what the page shows."""
    structured: Mapping[str, object] | None = None
    """schema.org values for search engines; nothing that a reader sees."""
    structured_list: Mapping[str, object] | None = None
    """More of them, too many for the head: they stand behind everything that a reader sees."""
    section: str = ""
    """The entry of the navigation that leads here, by its staged file; empty where none does."""
    folder: str = ""
    """Where the edition in this page's language stands below the site's root; its address is told without it."""

    @property
    def path(self) -> str:
        """The staged file."""
        return f"{self.folder}{self.address}index.md"


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of the navigation."""

    title: str
    path: str = ""
    children: tuple[Choice, ...] = field(default=())
