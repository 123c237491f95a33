"""Mending text that YAML cannot read, only where the reader names the real mistake and one repair is the only one."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, get_args
from unicodedata import normalize

from pydantic import BaseModel

from generator.dataset.layout import FILE_KINDS
from generator.diagnostics import Diagnostic
from generator.model import RECORDS
from generator.source import load
from generator.source.slips import LOOK_BACK

MOST: Final = 200
"""Repairs of one file; whoever needs more should look at the file."""
_KEY: Final = re.compile(r"^(\s*(?:-\s+)*)([^\s:：#'\"\[{]{1,60})\s*([：:])\s*")
_INVISIBLE: Final = re.compile("[\x85\u2028\u2029]")


@cache
def _fields() -> frozenset[str]:
    """Return every word that may stand before a colon in a data file."""
    found = {kind.list_key for kind in FILE_KINDS if kind.list_key}
    todo: list[type[BaseModel]] = list(RECORDS.values())
    seen: set[type[BaseModel]] = set()
    while todo:
        model = todo.pop()
        if model in seen:
            continue
        seen.add(model)
        found |= {field.alias or name for name, field in model.model_fields.items()} | set(getattr(model, "NESTED", {}))
        todo += [part for field in model.model_fields.values() for part in _parts(field.annotation)]
    return frozenset(found)


def _parts(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [part for inner in get_args(annotation) for part in _parts(inner)]


def readable(text: str) -> tuple[str, list[str]]:
    """Mend what keeps a file from being read.

    Args:
        text: The file.

    Returns:
        The text and what was done, in words; the text as it was where it cannot be made readable.
    """
    made = text
    said: list[str] = []
    for _ in range(MOST):
        source, findings = load(made.encode("utf-8", "surrogatepass"), "")
        if source is not None and not findings:
            return made, said
        repaired = next((one for finding in findings if (one := _repaired(made, finding)) is not None), None)
        if repaired is None:
            return (made, said) if source is not None else (text, [])
        made, words = repaired
        said.append(words)
    return text, []


def _repaired(text: str, finding: Diagnostic) -> tuple[str, str] | None:
    """Mend the one line that a finding names, if it is of a kind that can be."""
    lines = text.split("\n")
    number = min(finding.span.line, len(lines)) - 1
    line = lines[number]
    if "制表符" in finding.message:
        new, words = re.sub(r"^[ \t]+", lambda white: white[0].expandtabs(2), line), "行首的制表符改成空格"
    elif "看不见的换行符" in finding.message:
        new, words = _INVISIBLE.sub("", line), "删去看不见的换行符"
    else:
        # The parser complains behind a field whose colon it did not see.
        number = next((n for n in range(number, max(-1, number - LOOK_BACK - 1), -1) if _colon(lines[n]) != lines[n]), number)
        new, words = _colon(lines[number]), "冒号改成半角，后面空一格"
    if new == lines[number]:
        return None
    lines[number] = new
    return "\n".join(lines), f"第 {number + 1} 行：{words}"


def _colon(line: str) -> str:
    """Write the colon behind a field's name, and the name itself, in half width with a space behind; leave a line alone that has it."""
    found = _KEY.match(line)
    name = normalize("NFKC", found[2]) if found else ""
    if found is None or name not in _fields():
        return line
    spaced = line[found.end(3) : found.end(3) + 1] in ("", " ")
    if found[2] == name and found[3] == ":" and spaced:
        return line
    rest = line[found.end() :]
    return f"{found[1]}{name}: {rest}" if rest.strip() else f"{found[1]}{name}:"
