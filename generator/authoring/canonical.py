"""The canonical form of one file: what ``minggui fmt`` writes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.authoring.comments import parse
from generator.authoring.tree import Group, Scalar, Tree
from generator.authoring.write import document
from generator.dataset.layout import kind_of
from generator.diagnostics import Diagnostic, Span
from generator.model import RECORDS
from generator.source import load

WRITTEN_BY_PROGRAM = frozenset({"verification", "changes"})
"""Kinds of files that a command writes whole; they are left as it writes them."""
RULE = "not-formatted"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file in its canonical form, or why it has none."""

    text: str
    findings: tuple[Diagnostic, ...] = ()


def canonical(data: bytes, file: str, inner: str) -> Formatted:
    """Bring a data file into its canonical form.

    The values of the file stay what they are, and so do its comments: this is looked at before the text is given out.

    Args:
        data: The file's bytes.
        file: Its path from the project's root, for findings.
        inner: Its path below ``data/``, which says what it holds.

    Returns:
        The text, without a byte order mark, with the line ends of the file's first line; the file's own text with findings
        where it cannot be read.
    """
    source, findings = load(data, file)
    if source is None or findings:
        return Formatted(data.decode("utf-8", "replace"), tuple(findings))
    own = data.decode("utf-8-sig")
    found = kind_of(inner)
    if found is not None and found[0].name in WRITTEN_BY_PROGRAM:
        return Formatted(own)
    made = written(own, inner)
    if made == own:
        return Formatted(own)
    if made is None or not same(own, source.value, made):
        return Formatted(own, (Diagnostic(Span(file), RULE, "这个文件的写法太特别，程序整理不了，没有动它"),))
    return Formatted(made)


def written(own: str, inner: str) -> str | None:
    """Write a text again; ``None`` where it holds no mapping or list."""
    tree = parse(own.replace("\r\n", "\n"))
    if tree is None:
        return None
    found = kind_of(inner)
    model, key = (RECORDS[found[0].record], found[0].list_key) if found else (None, None)
    return document(tree, model, key).replace("\n", line_end(own))


def line_end(text: str) -> str:
    """Return the line end of a text's first line."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def same(before: str, value: object, after: str) -> bool:
    """Say whether two texts hold the same values and the same comments.

    Args:
        before: The one text.
        value: What it holds.
        after: The other text.
    """
    other = load(after.encode(), "")[0]
    if other is None or not equal(value, other.value):
        return False
    first, second = parse(before.replace("\r\n", "\n")), parse(after.replace("\r\n", "\n"))
    return first is not None and second is not None and sorted(comments(first)) == sorted(comments(second))


def equal(one: object, other: object) -> bool:
    """Compare two values by their types too: 1, 1.0 and true are three values."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(equal(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(equal, one, other))
    return one == other


def comments(tree: Tree) -> list[str]:
    """List every comment of a file."""
    return [words for words in [*tree.head, *_inside(tree.root)] if words]


def _inside(node: Group | Scalar) -> list[str]:
    if isinstance(node, Scalar):
        return []
    found = list(node.foot)
    for entry in node.entries:
        found += [*entry.head, *entry.after_key, *entry.tail, *_inside(entry.value)]
    return found
