"""YAML text as a tree that forgets nothing a person wrote: comments, blank lines, styles, and the lines of every entry.

The values of a file are read by :mod:`generator.source`; this tree is for writing the file again. Where its comments belong is the work
of :mod:`generator.authoring.comments`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from generator.source.scalars import Scalar as Value
from generator.source.scalars import resolve

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True, eq=False)
class Scalar:
    """One word, number or text."""

    value: Value
    raw: str = ""
    """As it is written, quotes and all; what no file holds yet has none."""
    style: str = ""
    """Empty for plain, else ``'``, ``"``, ``|`` or ``>``."""
    start: int = 0
    """Where it starts in the text."""
    end: int = 0


@dataclass(slots=True, eq=False)
class Group:
    """A mapping or a list."""

    entries: list[Entry] = field(default_factory=list)
    is_map: bool = True
    flow: bool = False
    column: int = 0
    """Where its first key or dash stands."""
    foot: list[str] = field(default_factory=list)
    """Comments behind the last entry, at the group's own indentation."""

    def get(self, key: str) -> Entry | None:
        """Return the entry of a key."""
        return next((entry for entry in self.entries if entry.key == key), None)


@dataclass(slots=True, eq=False)
class Entry:
    """A key with its value, or one item of a list."""

    value: Node
    key: str | None = None
    head: list[str] = field(default_factory=list)
    """Comments and blank lines (empty text) above it."""
    after_key: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    """The comment at the end of its line; more than one only where a value was written over several lines."""
    first: int = 0
    """Line of its head's first comment, from 0."""
    line: int = 0
    """Line of its key or dash."""
    last: int = 0
    """Its last line."""


Node = Scalar | Group


@dataclass(slots=True)
class Tree:
    """A whole file."""

    root: Group
    head: list[str]
    """Comments before everything, such as the line that names the schema."""


@dataclass(frozen=True, slots=True)
class Token:
    """A scalar or a bracket: between tokens there is only white space, punctuation and comments."""

    role: Literal["key", "value", "open", "close"]
    start: int
    end: int
    line: int
    """Its first line."""
    last: int
    """Its last line."""
    column: int
    entry: Entry | None
    """The entry that it is a part of; for a bracket, the one that the collection is the value of."""
    begins: Entry | None
    """The outermost entry that begins with it."""
    group: Group | None
    """The group that the entry stands in, or the one that a bracket opens or closes."""


class Layout:
    """The tokens of a file in their order, and what ends at each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.ended: defaultdict[int, list[Group]] = defaultdict(list)
        """Number of a token → block groups that end with it, from the inside out."""
        self.around: dict[Group, tuple[Entry, ...]] = {}
        """Group → the entries that it stands in, from the outside in."""
        self._begins: tuple[Entry, Group] | None = None
        self._inside: tuple[Entry, ...] = ()

    def read(self, node: yaml.Node, entry: Entry | None, group: Group | None) -> Node:
        """Take a node and everything in it."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, entry, group)
        style: bool = getattr(node, "flow_style", False)
        made = Group(is_map=isinstance(node, yaml.MappingNode), flow=bool(style), column=node.start_mark.column)
        self.around[made] = self._inside
        brackets = made.flow and self.text[node.start_mark.index : node.start_mark.index + 1] in ("{", "[")
        if brackets:
            self._token("open", node.start_mark, None, entry, made)
        for child in node.value:
            self._entry(child, made)
        if brackets:
            self._token("close", node.end_mark, node.end_mark, entry, made)
        elif self.tokens:
            self.ended[len(self.tokens) - 1].append(made)
        return made

    def _entry(self, child: Any, group: Group) -> None:  # noqa: ANN401  # a pair in mappings, a node in lists
        key, value = child if group.is_map else (None, child)
        entry = Entry(Scalar(None), key.value if key is not None else None)
        group.entries.append(entry)
        if self._begins is None:
            self._begins = (entry, group)
        first = len(self.tokens)
        if key is not None:
            self._token("key", key.start_mark, key.end_mark, entry, group)
        outside, self._inside = self._inside, (*self._inside, entry)
        entry.value = self.read(value, entry, group)
        self._inside = outside
        entry.first = entry.line = self.tokens[first].line if first < len(self.tokens) else 0
        entry.last = self.tokens[-1].last if self.tokens else 0

    def _scalar(self, node: yaml.ScalarNode, entry: Entry | None, group: Group | None) -> Scalar:
        start, end = node.start_mark.index, node.end_mark.index
        raw = self.text[start:end]
        style = node.style or ""
        self._token("value", node.start_mark, node.end_mark, entry, group)
        return Scalar(node.value if style else resolve(node.value), raw, style, start, end)

    def _token(self, role: Any, start: Any, end: Any, entry: Entry | None, group: Group | None) -> None:  # noqa: ANN401
        begins, self._begins = self._begins, None
        last = start.line if end is None else end.line - (1 if end.column == 0 and end.index > start.index else 0)
        stop = start.index + 1 if end is None else end.index
        first = stop - 1 if role == "close" else start.index
        begun, home = begins or (None, group)
        self.tokens.append(Token(role, first, stop, start.line, last, start.column, entry, begun, home))


def compose(text: str) -> tuple[Group, Layout] | None:
    """Read the text without its comments; ``None`` where it holds no mapping or list.

    Raises:
        yaml.YAMLError: where the text is no YAML.
    """
    node = yaml.compose(text, Loader=_Loader)
    layout = Layout(text)
    root = layout.read(node, None, None) if node is not None else None
    return (root, layout) if isinstance(root, Group) else None
