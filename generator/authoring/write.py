"""A tree as the canonical text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from unicodedata import east_asian_width

from generator.authoring.scalars import block, scalar, text
from generator.authoring.shape import (
    BLOCK_ITEMS,
    BLOCK_LISTS,
    FOLDED_LISTS,
    LONGEST_FOLDED,
    ONE_LINE_LISTS,
    ONE_LINE_RECORDS,
    Model,
    fields,
    inner,
)
from generator.authoring.tree import Entry, Group, Node, Scalar, Tree

STEP: Final = "  "


def document(tree: Tree, model: Model | None, list_key: str | None) -> str:
    """Write a file.

    Args:
        tree: What it holds.
        model: The model of its record, or of the records of its list; ``None`` where the file is of no known kind.
        list_key: The one top-level field, where the file is a list of records.
    """
    lines = [*tree.head]
    if list_key is None:
        lines += group_lines(tree.root, "", model, "")
    else:
        for entry in tree.root.entries:
            lines += entry_lines(entry, "", model, entry.key == list_key)
        lines += tree.root.foot
    return "\n".join(lines).rstrip("\n") + "\n"


def _ordered(group: Group, model: Model | None) -> list[Entry]:
    if model is None:
        return group.entries
    order = {name: number for number, name in enumerate(fields(model))}
    placed = [entry for entry in group.entries if entry.key in order]
    known = iter(sorted(placed, key=lambda entry: order[entry.key or ""]))
    # A field that the model does not know stays where it stands.
    return [next(known) if entry.key in order else entry for entry in group.entries]


def has_comments(node: Node) -> bool:
    """Say whether a comment stands inside a collection, so that one line cannot hold it."""
    if isinstance(node, Scalar):
        return False
    own = any(entry.head or entry.after_key or entry.tail or has_comments(entry.value) for entry in node.entries)
    return own or bool(node.foot)


def _in_one_line(group: Group, field: str, *, item: bool, records: bool) -> bool:
    """Say whether a collection stands on the line of its key or dash."""
    if not group.entries and not group.foot:
        return True
    if has_comments(group) or any(_needs_lines(entry.value) for entry in group.entries):
        return False
    if group.is_map:
        return (field not in BLOCK_ITEMS and (not records or field in ONE_LINE_RECORDS)) if item else True
    if any(isinstance(entry.value, Group) for entry in group.entries):
        return field in ONE_LINE_LISTS
    return field not in BLOCK_LISTS


def _needs_lines(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.style in ("|", ">") and isinstance(node.value, str) and block(node.value) is not None
    return any(_needs_lines(entry.value) for entry in node.entries)


def flow(node: Node, model: Model | None) -> str:
    """Write a value on one line, as it stands inside ``[]`` or ``{}``."""
    if isinstance(node, Scalar):
        return scalar(node, flow=True)
    if node.is_map:
        pairs = ((entry.key or "", entry.value) for entry in _ordered(node, model))
        return "{" + ", ".join(f"{text(key, flow=True)}: {flow(value, inner(model, key))}" for key, value in pairs) + "}"
    return "[" + ", ".join(flow(entry.value, model) for entry in node.entries) + "]"


def _width(line: str) -> int:
    """Return how many columns a line takes: a Chinese character takes two."""
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in line)


def _folded(head: str, node: Group, indent: str) -> Iterator[str]:
    """Write a list of words, going on in the next line where one is full."""
    line = head + " ["
    last = len(node.entries) - 1
    for number, entry in enumerate(node.entries):
        words = flow(entry.value, None) + ("]" if number == last else ",")
        if number and _width(line + words) > LONGEST_FOLDED:
            yield line.rstrip()
            line = indent + STEP
        line += words + " "
    yield line.rstrip()


def _above(entry: Entry, *, one_line: bool) -> list[str]:
    """Return the comments above an entry: its own, and those that its line has no room for."""
    behind = [*entry.after_key, *entry.tail]
    return [*entry.head, *(behind[:-1] if one_line else [*entry.after_key[:-1], *entry.tail])]


def entry_lines(entry: Entry, indent: str, model: Model | None, records: bool = False) -> Iterator[str]:
    """Write one key with its value, or one item of a list, with its comments.

    Args:
        entry: What to write.
        indent: White space before it.
        model: What the value is, or what the items of the value are.
        records: Whether the value is a list of records.
    """
    value = entry.value
    field = entry.key or ""
    head = f"{indent}{text(field, flow=False)}:" if entry.key is not None else f"{indent}-"
    one_line = isinstance(value, Scalar) or _in_one_line(value, field, item=False, records=records)
    yield from _remarks(_above(entry, one_line=one_line), indent)
    if not one_line and isinstance(value, Group):
        yield head + "".join(f"  {words}" for words in entry.after_key[-1:])
        yield from group_lines(value, indent + STEP, model, field, records=records)
        return
    yield from _one_line(head, value, indent, field, [*entry.after_key, *entry.tail][-1:], model)


def _remarks(comments: list[str], indent: str) -> Iterator[str]:
    """Write comments on lines of their own, with at most one blank line between two."""
    before = "-"
    for words in comments:
        if words or before:
            yield f"{indent}{words}" if words else ""
        before = words


def _one_line(head: str, value: Node, indent: str, field: str, behind: list[str], model: Model | None) -> Iterator[str]:
    comment = "".join(f"  {words}" for words in behind)
    if isinstance(value, Scalar):
        lines = block(value.value) if value.style in ("|", ">") and isinstance(value.value, str) else None
        if lines:
            yield f"{head} {lines[0]}{comment}"
            yield from (f"{indent}{STEP}{line}" if line else "" for line in lines[1:])
            return
        words = scalar(value, flow=False)
        yield f"{head} {words}{comment}" if words else head + comment
    elif not value.is_map and field in FOLDED_LISTS and value.entries:
        *before, last = _folded(head, value, indent)
        yield from before
        yield last + comment
    else:
        yield f"{head} {flow(value, model)}{comment}"


def group_lines(group: Group, indent: str, model: Model | None, field: str, records: bool = False) -> Iterator[str]:
    """Write the entries of a collection, one below the other.

    Args:
        group: The collection.
        indent: White space before each entry.
        model: What it is, or what its items are.
        field: The field that holds it.
        records: Whether it is a list of records.
    """
    if group.is_map:
        for entry in _ordered(group, model):
            yield from entry_lines(entry, indent, inner(model, entry.key or ""))
    else:
        for entry in group.entries:
            yield from item_lines(entry, indent, model, field, records)
    yield from _remarks(group.foot, indent)


def item_lines(entry: Entry, indent: str, model: Model | None, field: str, records: bool) -> Iterator[str]:
    """Write one item of a list that stands below its key.

    Args:
        entry: The item.
        indent: White space before its dash.
        model: What it is.
        field: The field that holds the list.
        records: Whether it is a record of a file that lists them.
    """
    value = entry.value
    if isinstance(value, Scalar) or _in_one_line(value, field, item=True, records=records):
        yield from _remarks(_above(entry, one_line=True), indent)
        yield from _one_line(f"{indent}-", value, indent, "", [*entry.after_key, *entry.tail][-1:], model)
        return
    yield from _remarks(_above(entry, one_line=False) + entry.after_key[-1:], indent)
    if not value.is_map:
        yield f"{indent}-"
        yield from group_lines(value, indent + STEP, model, "")
        return
    lines = list(group_lines(value, indent + STEP, model, ""))
    first = next(number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    # Comments above the first field stand above the dash: behind it there is no room for them.
    yield from (line[len(STEP) :] for line in lines[:first])
    yield f"{indent}- {lines[first][len(indent) + len(STEP) :]}"
    yield from lines[first + 1 :]
