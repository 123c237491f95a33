"""The whole way from a table to changed files, without writing anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from generator import checks
from generator.dataset import Dataset
from generator.diagnostics import Diagnostic, has_errors, in_order
from generator.editing.apply import apply, files_of
from generator.editing.compare import Cell, CellChange, RecordChange, compare
from generator.editing.kinds import header_of, kind_of
from generator.editing.recheck import Found, at_cells, new_findings
from generator.editing.stale import Stale, since_export
from generator.editing.table import Table
from generator.graph import Graph, link
from generator.model.identity import KINDS

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Review:
    """What a table would change."""

    changes: tuple[RecordChange, ...] = ()
    before: Mapping[str, bytes] | None = None
    after: Mapping[str, bytes] | None = None
    findings: tuple[Diagnostic, ...] = ()

    @property
    def can_be_written(self) -> bool:
        """Say whether nothing is wrong; a table is taken over whole or not at all."""
        return not has_errors(self.findings)


def review(table: Table, root: Path, dataset: Dataset, base: str, then: Graph | None = None) -> Review:
    """Compare a table with the data of a project, change the files' texts and check the result.

    Args:
        table: An edited table.
        root: The project's root; its files are read, not written.
        dataset: Its data, without errors.
        base: The site's address; may be empty.
        then: The data from which the table was exported, where it is known: what changed since is kept.
    """
    kind, findings = kind_of(table)
    if kind is None:
        return Review(findings=tuple(findings))
    header, wrong = header_of(table, kind)
    graph = link(dataset)
    stale = since_export(table, kind, header, then, graph, base) if then else Stale()
    findings += [*wrong, *stale.conflicts]
    skip = stale.untouched
    shown: tuple[RecordChange, ...] | None = None
    while True:
        compared = compare(table, kind, header, graph, base, skip)
        shown = tuple(compared.changes) if shown is None else shown
        before = {name: (root / name).read_bytes() for name in files_of(compared.changes, graph)}
        applied = apply(compared.changes, table, graph, before)
        findings += [*compared.findings, *applied.findings]
        found = new_findings(root, applied.files, checks.run(graph)) if applied.files else Found()
        findings += at_cells(found, table, compared.changes, graph, applied.files)
        unread = _with_field(at_cells(Found(found.reading), table, compared.changes, graph, applied.files), table, compared.changes)
        if unread <= skip:  # a record with a wrong cell hides what is wrong in its other cells: look again without that cell
            return Review(shown, before, applied.files, tuple(in_order(findings)))
        skip |= unread


def _with_field(findings: list[Diagnostic], table: Table, changes: list[RecordChange]) -> frozenset[Cell]:
    """Return the cells of findings, with the edited cells of the same field: taken alone, those would be wrong in other ways."""
    wrong = {(f.span.line, f.span.column - 1) for f in findings if f.span.file == table.file}
    cells = [(cell.row, cell.place, cell.column.path[0]) for change in changes for cell in change.cells]
    fields = {(row, name) for row, place, name in cells if (row, place) in wrong}
    return frozenset((row, place) for row, place, name in cells if (row, name) in fields)


def words(table: Table, change: RecordChange, cell: CellChange) -> str:
    """Say in one line what was edited in a cell."""
    old, new = (text if len(text) <= SHOWN else text[:SHOWN] + "…" for text in (cell.old, cell.new))
    where = table.cell(cell.row, cell.place)
    if not cell.new:
        return f"{where}，{KINDS[change.kind]} {change.id}：删去“{old}”"
    return f"{where}，{KINDS[change.kind]} {change.id}：{f'“{old}”改为' if cell.old else '填上'}“{new}”"


def difference(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> str:
    """Return the changes of the files as a unified diff."""
    out: list[str] = []
    for name, data in after.items():
        old, new = (part.decode("utf-8").splitlines() for part in (before[name], data))
        out += unified_diff(old, new, f"a/{name}", f"b/{name}", lineterm="", n=2)
    return "\n".join(out)
