"""Changing values in the text of a YAML file by replacing just their characters.

The parser says where each value starts and ends. What is not named by a change stays byte for byte: comments, blank lines, quotes, order.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.editing.merge import runs
from generator.importing.yaml_out import field_lines, flow, scalar

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters ``start`` to ``end`` of a text become ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Page:
    """A file's text and where its lines end."""

    text: str
    newline: str

    def line_start(self, position: int) -> int:
        return self.text.rfind("\n", 0, position) + 1

    def line_end(self, position: int) -> int:
        """Return the place behind the line break that ends the line of ``position``."""
        found = self.text.find("\n", position)
        return found + 1 if found >= 0 else len(self.text)

    def inserted(self, position: int, lines: str) -> Splice:
        """Insert whole lines at a line's start, or behind a last line without a line break."""
        lines = lines.replace("\n", self.newline)
        if position and self.text[position - 1] != "\n":
            return Splice(position, position, self.newline + lines)
        return Splice(position, position, lines + self.newline)


def _start(node: yaml.Node) -> int:
    return int(node.start_mark.index)


def _end(page: _Page, node: yaml.Node) -> int:
    """Return where a value's own characters end; the parser counts blank lines and comments behind a block to it."""
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return _start(node) + len(page.text[_start(node) : node.end_mark.index].rstrip())
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return max(_end(page, part) for part in (last if isinstance(last, tuple) else (last,)))


def _quoted_like(node: yaml.Node, value: object) -> str:
    """Write a scalar with the quotes that the old one had, where it had some."""
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    if isinstance(value, str) and value.isprintable() and style in ("'", '"'):
        return "'" + value.replace("'", "''") + "'" if style == "'" else json.dumps(value, ensure_ascii=False)
    return scalar(value)


def _rewritten(page: _Page, node: yaml.Node, old: object, new: object) -> Iterator[Splice]:
    """Yield what makes a value's text say ``new`` instead of ``old``."""
    if isinstance(node, yaml.MappingNode) and isinstance(old, dict) and isinstance(new, dict) and any(key in old for key in new):
        yield from _mapping(page, node, old, new)
    elif isinstance(node, yaml.SequenceNode) and isinstance(old, list) and isinstance(new, list):
        yield from _sequence(page, node, old, new)
    elif isinstance(new, dict | list):
        yield Splice(_start(node), _end(page, node), flow(new))
    else:
        space = " " if page.text[_start(node) - 1] == ":" else ""  # nothing was written behind the colon
        yield Splice(_start(node), _end(page, node), space + _quoted_like(node, new))


def _mapping(page: _Page, node: yaml.MappingNode, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Splice]:
    pairs = {key.value: (key, value) for key, value in node.value}
    previous: str | None = None
    for name, value in new.items():
        if name not in old:
            yield _new_key(page, node, pairs, previous, name, value)
            continue
        if value != old[name]:
            yield from _rewritten(page, pairs[name][1], old[name], value)
        previous = name
    names = list(pairs)
    for index, name in enumerate(names):
        if name not in new:
            yield _without_key(page, node, [pairs[n] for n in names], index, any(n in new for n in names[:index]))


def _new_key(
    page: _Page, node: yaml.MappingNode, pairs: dict[str, tuple[yaml.Node, yaml.Node]], previous: str | None, name: str, value: object
) -> Splice:
    first = node.value[0][0]
    if node.flow_style:
        words = f"{scalar(name)}: {flow(value)}"
        if previous is None:
            return Splice(_start(first), _start(first), words + ", ")
        end = _end(page, pairs[previous][1])
        return Splice(end, end, ", " + words)
    indent = " " * first.start_mark.column
    lines = field_lines(name, value, indent)
    if previous is None:
        return Splice(_start(first), _start(first), lines.lstrip(" ").replace("\n", page.newline) + page.newline + indent)
    return page.inserted(page.line_end(_end(page, pairs[previous][1])), lines)


def _without_key(page: _Page, node: yaml.MappingNode, pairs: list[tuple[yaml.Node, yaml.Node]], index: int, after_kept: bool) -> Splice:
    key, value = pairs[index]
    if not after_kept:  # the first: what follows moves up to its place
        return Splice(_start(key), _start(pairs[index + 1][0]), "")
    if node.flow_style:
        return Splice(_end(page, pairs[index - 1][1]), _end(page, value), "")
    return Splice(page.line_start(_start(key)), page.line_end(_end(page, value)), "")


def _sequence(page: _Page, node: yaml.SequenceNode, old: list[Any], new: list[Any]) -> Iterator[Splice]:
    pairs = list(runs(old, new))
    kept = [was for was, now in pairs if was is not None and now is not None]
    if node.flow_style and (not kept or not old):
        yield Splice(_start(node), _end(page, node), flow(new))
        return
    previous: int | None = None
    for was, now in pairs:
        if was is not None and now is not None:
            if old[was] != new[now]:
                yield from _rewritten(page, node.value[was], old[was], new[now])
            previous = was
        elif was is not None:
            yield _without_entry(page, node, was, previous)
        elif now is not None:
            yield _new_entry(page, node, previous, new[now])


def _without_entry(page: _Page, node: yaml.SequenceNode, index: int, previous: int | None) -> Splice:
    entry = node.value[index]
    if not node.flow_style:
        return Splice(page.line_start(_start(entry)), page.line_end(_end(page, entry)), "")
    if previous is None:
        return Splice(_start(entry), _start(node.value[index + 1]), "")
    return Splice(_end(page, node.value[index - 1]), _end(page, entry), "")


def _new_entry(page: _Page, node: yaml.SequenceNode, previous: int | None, value: object) -> Splice:
    if node.flow_style:
        if previous is None:
            return Splice(_start(node.value[0]), _start(node.value[0]), flow(value) + ", ")
        end = _end(page, node.value[previous])
        return Splice(end, end, ", " + flow(value))
    line = " " * node.start_mark.column + "- " + flow(value)
    if previous is None:
        return page.inserted(page.line_start(_start(node)), line)
    return page.inserted(page.line_end(_end(page, node.value[previous])), line)


def _values(node: yaml.Node) -> Any:  # noqa: ANN401  # nodes by key or by number
    return {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else node.value


def _at(node: yaml.Node, path: Path) -> yaml.Node:
    for step in path:
        node = _values(node)[step]
    return node


def edited(text: str, changes: list[tuple[Path, object, object]]) -> str:
    """Return a file's text with some of its values changed.

    Args:
        text: A file that :func:`generator.source.load` accepts, without a byte order mark.
        changes: Path of a mapping, its value as read, its value as it should be; none lies inside another.
    """
    page = _Page(text, "\r\n" if "\r\n" in text else "\n")
    root: Any = yaml.compose(text, Loader=_Loader)
    splices = [splice for path, old, new in changes for splice in _rewritten(page, _at(root, path), old, new)]
    out, position = [], 0
    for splice in sorted(splices, key=lambda s: s.start):
        out += [text[position : splice.start], splice.text]
        position = max(position, splice.end)
    return "".join([*out, text[position:]])
