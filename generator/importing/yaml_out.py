"""Writing a draft as YAML that reads as people write it: short leaves on one line, guesses marked at their line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.source.scalars import resolve
from generator.text.numbers import plain as plain_number

Value = Any
"""Whatever YAML holds: mappings, lists, text, numbers, days, nothing."""
Tree = dict[str, Value]
"""Mappings, lists, text, numbers and :class:`Guess`, as a file of ``data/`` holds them."""

MARK = "请核对："
LONGEST_FLOW = 110
_FLOW_ENTRIES = frozenset({"targets", "results", "leads", "participants", "related", "sources"})
_FLOW_FIELDS = frozenset({"source", "period", "expected", "base", "target", "growth", "adopted", "implements"})
_BLOCK_LISTS = frozenset({"measures", "highlights"})
_PLAIN = re.compile(r"[\w《“（〈](?:[\w、，。；：“”‘’《》〈〉（）()〔〕·—./+%≥≤~ -]*[\w、，。；：“”‘’《》〈〉（）()〔〕·—./+%≥≤~-])?")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Guess:
    """A value that a person should look at, and why."""

    value: Value
    why: str


def bare(tree: Value) -> Value:
    """Return the tree without its guesses' reasons."""
    if isinstance(tree, Guess):
        return bare(tree.value)
    if isinstance(tree, dict):
        return {key: bare(value) for key, value in tree.items()}
    return [bare(value) for value in tree] if isinstance(tree, (list, tuple)) else tree


def _reasons(tree: object) -> Iterator[str]:
    if isinstance(tree, Guess):
        yield tree.why
        yield from _reasons(tree.value)
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from _reasons(value)
    elif isinstance(tree, (list, tuple)):
        for value in tree:
            yield from _reasons(value)


def _comment(reasons: Iterator[str]) -> str:
    text = "；".join(dict.fromkeys(reason for reason in reasons if reason))
    return "  # " + MARK + "".join(c if c.isprintable() else " " for c in text) if text else ""


def scalar(value: object) -> str:
    """Write one scalar, in quotes where our reader (YAML 1.2 core) or any other would take it for something else."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        text = plain_number(value)
        return text if len(text) <= 20 else repr(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and text.lower() not in {"yes", "no", "on", "off", "y", "n"} and _is_word(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", quoted)


def _is_word(text: str) -> bool:
    if text[0].isdigit() and re.fullmatch(r"[\d_.:eExXoO+-]+", text) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return False
    return text.isprintable() and isinstance(resolve(text) if len(text) <= 30 else text, str)


def _flow(value: Value) -> str:
    value = value.value if isinstance(value, Guess) else value
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    return scalar(value)


def _lines(value: Value, indent: str, field: str) -> Iterator[str]:
    """Yield the lines of a collection that stands below its key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _entry(f"{indent}{scalar(key)}:", inner, indent, str(key))
        return
    for inner in value:
        held = inner.value if isinstance(inner, Guess) else inner
        if isinstance(held, dict) and held and field not in _FLOW_ENTRIES:
            rows = list(_lines(held, indent + "  ", ""))
            reason = _comment(iter([inner.why])) if isinstance(inner, Guess) else ""
            joined = rows[0][len(indent) + 2 :]
            yield f"{indent}- {joined}" + (reason if "  # " not in joined else "")
            yield from rows[1:]
        elif isinstance(held, (list, tuple)) and held and not _fits(held, field):
            yield f"{indent}-{_comment(_reasons(inner))}"
            yield from _lines(held, indent + "  ", "")
        else:
            yield f"{indent}- {_flow(held)}{_comment(_reasons(inner))}"


def _fits(value: Value, field: str) -> bool:
    """Say whether a collection stands on one line."""
    if not value:
        return True
    if isinstance(value, dict):
        return field in _FLOW_FIELDS
    if field in _FLOW_ENTRIES or field in _BLOCK_LISTS:
        return False
    simple = all(not isinstance(v.value if isinstance(v, Guess) else v, (dict, list, tuple)) for v in value)
    return simple and len(_flow(value)) <= LONGEST_FLOW


def _entry(head: str, value: Value, indent: str, field: str) -> Iterator[str]:
    held = value.value if isinstance(value, Guess) else value
    if not isinstance(held, (dict, list, tuple)) or _fits(held, field):
        yield f"{head} {_flow(held)}{_comment(_reasons(value))}"
        return
    yield head + (_comment(iter([value.why])) if isinstance(value, Guess) else "")
    yield from _lines(held, indent + "  ", field)


def flow(value: Value) -> str:
    """Write a value on one line."""
    return _flow(value)


def field_lines(name: str, value: Value, indent: str) -> str:
    """Write one field of a record as lines without the last line break, laid out as new files are."""
    return "\n".join(_entry(f"{indent}{scalar(name)}:", value, indent, name))


def emit(tree: Tree, schema: str = "") -> str:
    """Write a file.

    Args:
        tree: Its value.
        schema: Path of its JSON Schema, for the first line; empty for a file without one.
    """
    first = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return first + ("\n".join(_lines(tree, "", "")) + "\n" if tree else "{}\n")
