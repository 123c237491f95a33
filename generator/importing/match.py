"""Which record of a new draft is which record of the data: by id where it is plainly the same, else by place and title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.importing.text import TO_WRITE
from generator.importing.yaml_out import Tree
from generator.model import RECORDS
from generator.text.nearest import nearest

ROOTS: Final = {"plan": "plan", "indicators": "indicator-row", "projects": "project", "boxes": "box", "notes": "note"}
_NUMBER: Final = re.compile(r"^[（(]?[0-9一二三四五六七八九十]{1,4}[.．、)）]\s*")


@dataclass(frozen=True, slots=True)
class Node:
    """A record in a file's value."""

    kind: str
    file: str
    path: tuple[str | int, ...]
    value: dict[str, Any]
    owner: str
    """Id of the record that it is nested in, or nothing."""

    @property
    def id(self) -> str:
        """Return its id."""
        return str(self.value.get("id", ""))


def nodes(files: dict[str, Tree]) -> Iterator[Node]:
    """Yield every record of a plan folder, outer ones first."""
    for file, tree in files.items():
        if not isinstance(tree, dict) or file == "verification":
            continue
        kind = ROOTS.get(file, "division")
        if file in ROOTS and file != "plan":
            rows = tree.get(file)
            for number, entry in enumerate(rows if isinstance(rows, list) else []):
                if isinstance(entry, dict):
                    yield from _below(Node(kind, file, (file, number), entry, ""))
        else:
            yield from _below(Node(kind, file, (), tree, ""))


def _below(node: Node) -> Iterator[Node]:
    yield node
    for field, kind in RECORDS[node.kind].NESTED.items():
        entries = node.value.get(field)
        for number, entry in enumerate(entries if isinstance(entries, list) else []):
            if isinstance(entry, dict):
                yield from _below(Node(kind, node.file, (*node.path, field, number), entry, node.id))


def _words(node: Node) -> tuple[str, str]:
    """Title and beginning, without the printed number, which shifts when something is inserted."""
    source = node.value.get("source")
    many = node.kind in ("project", "note")  # several of one passage
    starts = str(source.get("starts", "")) if isinstance(source, dict) and not many else ""
    title = str(node.value.get("title") or node.value.get("name") or node.value.get("metric") or node.value.get("text") or "")
    return title, _NUMBER.sub("", starts)[:10]


def _like(new: Node, old: Node) -> bool:
    (title, starts), (other, begins) = _words(new), _words(old)
    return bool((title and title == other) or (starts and starts == begins))


def _plausible(new: Node, old: Node) -> bool:
    """Say whether two records of one id can be one whose words were corrected: what is written of one must not become another's."""
    (title, _), (other, _) = _words(new), _words(old)
    if new.kind == "note" or (new.kind == "division" and new.value.get("kind") != old.value.get("kind")):
        return False
    if new.kind == "plan" or TO_WRITE in (title, other) or nearest(title, [other], cutoff=0.4):
        return True
    return new.kind in ("target", "result") and all(new.value.get(field) == old.value.get(field) for field in ("value", "measure", "text"))


def matches(new: list[Node], old: list[Node]) -> dict[str, str]:
    """Map ids of the new draft to ids of the data.

    A record with the same id and the same title or beginning is the same. Then, among those of one kind, one with the same
    title or beginning; then what shares the id and is worded alike. A nested target is looked for within its owner.
    """
    known = {(node.kind, node.id): node for node in old}
    found = {node.id: node.id for node in new if (twin := known.get((node.kind, node.id))) and _like(node, twin)}
    taken = set(found.values())
    shelves: dict[tuple[str, str], list[Node]] = {}
    for node in old:
        if node.id not in taken:
            for words in _words(node):
                if words:
                    shelves.setdefault((node.kind, words), []).append(node)
    for node in new:
        if node.id in found:
            continue
        owner = found.get(node.owner, node.owner)
        near = [o for words in _words(node) if words for o in shelves.get((node.kind, words), []) if o.id not in taken]
        if node.kind in ("target", "result"):
            near = [o for o in near if o.owner == owner]
        if near:
            found[node.id] = near[0].id
            taken.add(near[0].id)
    for node in new:
        twin = known.get((node.kind, _moved(node.id, node.owner, found)))
        if node.id not in found and twin is not None and twin.id not in taken and _plausible(node, twin):
            found[node.id] = twin.id
            taken.add(twin.id)
    return found


def _moved(identifier: str, owner: str, found: dict[str, str]) -> str:
    kept = found.get(owner, owner)
    return kept + identifier.removeprefix(owner) if owner and identifier.startswith(owner + "-") else identifier
