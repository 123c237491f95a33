"""One value as the text of a cell, and back. Every rule here can be undone.

- Nothing known is an empty cell.
- Numbers, dates and true/false are written as in JSON.
- A list is joined by ``;``. A semicolon or backslash inside an entry has a backslash before it.
- Free text that a spreadsheet could take for a formula gets an apostrophe in front (OWASP, "CSV Injection"): text that starts with
  ``= + - @``, their full-width forms, a tab or a line break. A plain number such as ``-3.5%`` alone in its cell is harmless and stays
  as it is; so do ids and fixed words such as the operators. Text that already starts with apostrophes before such a character gets one
  more, so that removing one gives the text back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.tables.shape import Leaf

Value = str | int | float | bool | None
SEPARATOR = ";"
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
_GUARDED = re.compile(r"''*[=+\-@＝＋－＠\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?%?")
_ESCAPED = re.compile(r"[\\;]")
_ENTRY = re.compile(r"((?:[^\\;]|\\.)*)(;|$)", re.DOTALL)


def _guarded(text: str, alone: bool) -> str:
    harmless = alone and _NUMBER.fullmatch(text)  # in a list, more follows the number
    return f"'{text}" if _FORMULA.match(text) and not harmless else text


def _unguarded(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text


def write(leaf: Leaf, value: Value, alone: bool = True) -> str:
    """Return the text of one value, which stands alone in its cell or in a list."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    free = leaf.type == "string" and not leaf.choices and not leaf.is_id
    return _guarded(value, alone) if free else value


def read(leaf: Leaf, text: str) -> Value:
    """Return the value of a text that :func:`write` made.

    Raises:
        ValueError: where the text is no value of this type.
    """
    if text == "":
        return None
    if leaf.type == "integer":
        return int(text)
    if leaf.type == "number":
        return float(text) if re.search(r"[.eE]", text) else int(text)
    if leaf.type == "boolean":
        if text.lower() not in {"true", "false"}:  # spreadsheets write TRUE
            raise ValueError(text)
        return text.lower() == "true"
    free = leaf.type == "string" and not leaf.choices and not leaf.is_id
    return _unguarded(text) if free else text


def write_list(leaf: Leaf, values: Iterable[Value]) -> str:
    """Join the values of a list; an entry that is not known stays as an empty place between its neighbours."""
    return SEPARATOR.join(_ESCAPED.sub(r"\\\g<0>", write(leaf, value, alone=False)) for value in values)


def read_list(leaf: Leaf, text: str) -> list[Value]:
    """Take a list apart again; an empty cell is an empty list.

    Raises:
        ValueError: where an entry is no value of its type.
    """
    if text == "":
        return []
    entries = []
    position = 0
    while True:
        found = _ENTRY.match(text, position)
        if found is None:
            raise ValueError(text)
        entries.append(read(leaf, re.sub(r"\\(.)", r"\1", found[1], flags=re.DOTALL)))
        position = found.end()
        if not found[2]:
            return entries
