"""Changing one thing in a file's text and nothing else: comments, line ends and lines that are not meant stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from generator.authoring.canonical import comments, equal, line_end
from generator.authoring.comments import parse
from generator.authoring.shape import Model, fields
from generator.authoring.shape import inner as inner_model
from generator.authoring.tree import Entry, Group, Node, Scalar, Tree
from generator.authoring.write import document, entry_lines, item_lines
from generator.dataset.layout import FileKind, kind_of
from generator.importing.splice import spliced
from generator.importing.yaml_out import MARK, Guess
from generator.model import RECORDS
from generator.source import load
from generator.source.load import Path


def schema_line(kind: FileKind, inner: str) -> str:
    """Return the first line of a data file: where an editor finds its schema."""
    return f"# yaml-language-server: $schema={'../' * inner.count('/')}schema/{kind.name}.schema.json"


def node_of(value: object) -> Node:
    """Turn a plain value into a tree; the reason of a :class:`Guess` becomes a comment at the end of its line."""
    if isinstance(value, dict):
        return Group([_entry(inner, key) for key, inner in value.items()])
    if isinstance(value, (list, tuple)):
        return Group([_entry(inner, None) for inner in value], is_map=False)
    scalar: Any = value
    return Scalar(scalar)


def _entry(value: object, key: str | None) -> Entry:
    if isinstance(value, Guess):
        return Entry(node_of(value.value), key, tail=[f"# {MARK}{value.why}"] if value.why else [])
    return Entry(node_of(value), key)


def at(tree: Tree, path: Path) -> Entry:
    """Return the entry at a path of a file.

    Raises:
        KeyError: where nothing stands there.
    """
    entry = Entry(tree.root)
    for step in path:
        group = entry.value
        found = group.get(step) if isinstance(group, Group) and isinstance(step, str) else None
        if isinstance(group, Group) and isinstance(step, int) and not group.is_map and step < len(group.entries):
            found = group.entries[step]
        if found is None:
            raise KeyError(path)
        entry = found
    return entry


def change(text: str, inner: str, edit: Callable[[Tree], None]) -> str:
    """Return the text with what ``edit`` changed.

    A file in its canonical form stays in it. In any other, only the lines that the change touches are written anew, unless they cannot
    be told from the rest; then the whole file gets its canonical form.

    Args:
        text: A file that our reader accepts.
        inner: Its path below ``data/``.
        edit: Changes the file's tree in place.

    Raises:
        ValueError: where the text holds no mapping or list.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    own = text.removeprefix("\ufeff").replace("\r\n", "\n")
    tree = parse(own)
    if tree is None:
        raise ValueError("no mapping or list")
    found = kind_of(inner)
    model, key = (RECORDS[found[0].record], found[0].list_key) if found else (None, None)
    before = document(tree, model, key)
    edit(tree)
    after = document(tree, model, key)
    made = after if before in (own, own + "\n") else _kept(own, before, after)
    return mark + made.replace("\n", line_end(text))


def _kept(own: str, before: str, after: str) -> str:
    """Take over into a text of any form what changed between two canonical ones."""
    if before == after:
        return own
    made = spliced(own, before, after)
    read, wanted = load(made.encode(), "")[0], load(after.encode(), "")[0]
    if read is None or wanted is None or not equal(read.value, wanted.value):
        return after
    one, other = parse(made), parse(after)
    kept = one is not None and other is not None and sorted(comments(one)) == sorted(comments(other))
    return made if kept else after


def insert(text: str, inner: str, owner: Path, field: str, record: dict[str, Any]) -> str:
    """Add a record to a list: among sorted ids in its place, else at the end. All other lines are the same bytes.

    Args:
        text: A file that our reader accepts.
        inner: Its path below ``data/``.
        owner: Where the mapping stands that holds the list.
        field: The list.
        record: The record.
    """

    def edit(tree: Tree) -> None:
        group = at(tree, owner).value
        if not isinstance(group, Group):
            raise KeyError(owner)
        rows = _list(group, field)
        rows.entries.insert(_position(rows.entries, str(record.get("id", ""))), Entry(node_of(record)))

    whole = change(text, inner, edit)
    made = _between_lines(text, inner, owner, field, record)
    return made if made is not None and _says_the_same(made, whole) else whole


def _says_the_same(one: str, other: str) -> bool:
    first, second = load(one.encode(), "")[0], load(other.encode(), "")[0]
    if first is None or second is None or not equal(first.value, second.value):
        return False
    trees = [parse(text.removeprefix("\ufeff").replace("\r\n", "\n")) for text in (one, other)]
    return None not in trees and len({tuple(sorted(comments(tree))) for tree in trees if tree}) == 1


def _between_lines(text: str, inner: str, owner: Path, field: str, record: dict[str, Any]) -> str | None:
    """Put the lines of a record between two lines of the text; ``None`` where it has no lines of its own there."""
    tree = parse(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    group = at(tree, owner).value if tree is not None else None
    if tree is None or not isinstance(group, Group) or group.flow:
        return None
    found = group.get(field)
    model = _model_at(inner, owner)
    if found is None:
        new = Entry(Group([Entry(node_of(record))], is_map=False), field)
        later = fields(model)[fields(model).index(field) :] if model is not None and field in fields(model) else ()
        place = next((e.first for e in group.entries if e.key in later), max(e.last for e in group.entries) + 1)
        return _with_lines(text, place, entry_lines(new, " " * group.column, inner_model(model, field)))
    rows = found.value
    if not isinstance(rows, Group) or rows.flow or not rows.entries:
        return None
    position = _position(rows.entries, str(record.get("id", "")))
    place = rows.entries[position].first if position < len(rows.entries) else max(e.last for e in rows.entries) + 1
    listed = kind_of(inner) is not None and not owner
    of_item = model if listed else inner_model(model, field)
    return _with_lines(text, place, item_lines(Entry(node_of(record)), " " * rows.column, of_item, field, listed))


def _model_at(inner: str, path: Path) -> Model | None:
    """Return the model of what stands at a path of a file."""
    found = kind_of(inner)
    model: Model | None = RECORDS[found[0].record] if found else None
    steps = [step for step in path if isinstance(step, str)]
    for step in steps[1:] if found and found[0].list_key is not None else steps:
        model = inner_model(model, step)
    return model


def _with_lines(text: str, place: int, lines: Iterable[str]) -> str:
    own = text.splitlines(keepends=True)
    if own and not own[-1].endswith("\n"):
        own[-1] += line_end(text)
    return "".join([*own[:place], *(line + line_end(text) for line in lines), *own[place:]])


def _list(group: Group, field: str) -> Group:
    entry = group.get(field)
    if entry is None:
        entry = Entry(Group(is_map=False), field)
        group.entries.append(entry)
    if not isinstance(entry.value, Group):
        entry.value = Group(is_map=False)
    return entry.value


def _position(entries: Iterable[Entry], identifier: str) -> int:
    ids = [id_of(entry.value) for entry in entries]
    if len(ids) > 2 and ids == sorted(ids):
        return sum(other < identifier for other in ids)
    return len(ids)


def id_of(node: Node) -> str:
    """Return the id of a record's tree, or an empty text."""
    entry = node.get("id") if isinstance(node, Group) and node.is_map else None
    return str(entry.value.value) if entry and isinstance(entry.value, Scalar) else ""


def new_file(kind: FileKind, inner: str, record: dict[str, Any]) -> str:
    """Write a file that holds one record."""
    value = record if kind.list_key is None else {kind.list_key: [record]}
    root = node_of(value)
    if not isinstance(root, Group):
        raise ValueError("a file holds a mapping")
    return document(Tree(root, [schema_line(kind, inner)]), RECORDS[kind.record], kind.list_key)


def line_of(text: str, identifier: str) -> int:
    """Return the line, from 1, of the record with an id; 1 where there is none."""
    source, _ = load(text.encode(), "")
    if source is None:
        return 1
    ids = (path for path in source.positions if path[-1:] == ("id",))
    return next((source.positions[path].line for path in ids if _value(source.value, path) == identifier), 1)


def _value(value: Any, path: Path) -> object:  # noqa: ANN401  # whatever a file holds
    for step in path:
        value = value[step]
    held: object = value
    return held
