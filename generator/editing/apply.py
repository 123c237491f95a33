"""Edited records → the new text of their files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.diagnostics import Diagnostic, Level
from generator.editing.compare import RecordChange
from generator.editing.merge import ABSENT, DerivedError, in_order, merged
from generator.editing.table import Table, whole
from generator.editing.yaml_edit import Path, edited
from generator.graph import Graph
from generator.source import load
from generator.tables import shape_of

BOM = "\ufeff"


@dataclass(slots=True)
class Applied:
    """What editing would write."""

    files: dict[str, bytes] = field(default_factory=dict)
    """File → its new content."""
    findings: list[Diagnostic] = field(default_factory=list)


@dataclass(slots=True)
class _File:
    """The edited records of one file."""

    value: Any
    edits: list[tuple[Path, object, object]] = field(default_factory=list)


def files_of(changes: list[RecordChange], graph: Graph) -> list[str]:
    """Return the files that hold the edited records."""
    return sorted({graph.dataset.origins[change.kind, change.id].source.file for change in changes})


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401  # values of YAML
    for step in path:
        value = value[step]
    return value


def _changed(change: RecordChange, raw: dict[str, Any], table: Table, out: list[Diagnostic]) -> dict[str, Any]:
    """Return a record's value with its edited fields."""
    value = dict(raw)
    for name, (old, new) in change.fields.items():
        cell = next(cell for cell in change.cells if cell.column.path[0] == name)
        try:
            found = merged(raw.get(name, ABSENT), old, new)
        except DerivedError as error:
            out.append(table.at(cell.row, cell.place, str(error)))
            continue
        if found is ABSENT:
            value.pop(name, None)
        else:
            value[name] = found
        if found is ABSENT and name not in raw:
            out.append(table.at(cell.row, cell.place, "YAML 里本来就没有写，空着就是现在的值，没有改", Level.WARNING))
    return in_order(value, list(raw), [slot.name for slot in shape_of(change.kind).slots])


def apply(changes: list[RecordChange], table: Table, graph: Graph, texts: Mapping[str, bytes]) -> Applied:
    """Change the files of edited records.

    Args:
        changes: What was edited.
        table: Where it was edited, for messages.
        graph: The linked data that the table was compared with.
        texts: Content of the files, at least of those that :func:`files_of` names.
    """
    done = Applied()
    files: dict[str, _File] = {}
    for change in changes:
        origin = graph.dataset.origins[change.kind, change.id]
        file = files.setdefault(origin.source.file, _File(origin.source.value))
        raw = _at(origin.source.value, origin.path)
        value = _changed(change, raw, table, done.findings)
        if value != raw or list(value) != list(raw):
            file.edits.append((origin.path, raw, value))
    for name, file in files.items():
        if file.edits:
            _write(name, file, texts[name], done)
    return done


def _write(name: str, file: _File, data: bytes, done: Applied) -> None:
    """Edit one file and make sure that it then says what it should, and nothing else."""
    text = data.decode("utf-8")
    mark = BOM if text.startswith(BOM) else ""
    new = (mark + edited(text.removeprefix(BOM), file.edits)).encode("utf-8")
    source = load(new, name)[0]
    if source is None or source.value != _expected(file):
        done.findings.append(whole(name, "这个文件的写法太特别，不敢自动改；请照表里的内容手工改"))
    else:
        done.files[name] = new


def _expected(file: _File) -> object:
    """Return the file's value with its edited records; outer ones first, so that inner ones are not lost."""
    value = json.loads(json.dumps(file.value))
    for path, raw, new in sorted(file.edits, key=lambda edit: len(edit[0])):
        assert isinstance(raw, dict) and isinstance(new, dict)  # noqa: S101  # records are mappings
        held = _at(value, path)
        for name in [*raw, *new]:
            if name not in new:
                held.pop(name, None)
            elif raw.get(name, ABSENT) != new[name]:
                held[name] = json.loads(json.dumps(new[name]))
    return value
