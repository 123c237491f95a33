"""A table that was exported before the data changed: what was not edited in it must not undo what others did in the meantime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Level
from generator.editing.compare import Cell, RecordChange, cells_now, compare
from generator.editing.habits import plain
from generator.editing.table import Table
from generator.graph import Graph
from generator.tables import Column, columns

SHOWN = 40


@dataclass(slots=True)
class Stale:
    """What a table says only because it is old, and where both it and the data were edited."""

    untouched: frozenset[Cell] = frozenset()
    """Cells, by row and place, that stand as they were exported."""
    conflicts: list[Diagnostic] = field(default_factory=list)


def _conflicts(table: Table, change: RecordChange, now: Mapping[str, str], then: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield the edited cells whose field was edited in the data, too, and not to the same."""
    moved = {column.path[0] for column in columns(change.kind) if column.origin != "name" and now[column.name] != then[column.name]}
    for cell in change.cells:
        current = now[cell.column.name]
        if cell.column.path[0] in moved and cell.new != current:
            shown = f"现在是“{current[:SHOWN]}{'…' if len(current) > SHOWN else ''}”" if current else "现在空着"
            words = f"表导出以后，数据里也有人改了 {cell.column.path[0]}（这一格{shown}）；请看过再改表，或者导出新的表"
            yield table.at(cell.row, cell.place, words)


def since_export(table: Table, kind: str, header: Mapping[int, Column], then: Graph, now: Graph, base: str) -> Stale:
    """Compare a table with the edition it was exported from.

    Args:
        table: What came back.
        kind: The kind of its records.
        header: Its columns by their place.
        then: The data from which it was exported. Rows that it does not know are not held against it.
        now: The data as it is now.
        base: The site's address in ``url`` columns; may be empty.
    """
    compared = compare(table, kind, header, then, base)
    touched = {(cell.row, cell.place) for change in compared.changes for cell in change.cells}
    touched |= {(f.span.line, f.span.column - 1) for f in compared.findings if f.level is Level.ERROR}
    place = next(place for place, column in header.items() if column.name == "id")
    known = [
        line.number for line in table.rows if place < len(line.cells) and plain(line.cells[place]).lower() in then.dataset.records[kind]
    ]
    found = Stale(frozenset((row, place) for row in known for place in header) - touched)
    for change in compared.changes:
        if change.id in now.dataset.records[kind]:
            editions = (cells_now(graph, kind, change.id, base) for graph in (now, then))
            found.conflicts += _conflicts(table, change, *editions)
    return found
