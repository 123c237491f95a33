"""The data as it would be after the edits: what is wrong then that was not wrong before, said at the cell that did it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from generator import checks
from generator.dataset import read_dataset
from generator.diagnostics import Diagnostic, Span
from generator.editing.compare import CellChange, RecordChange
from generator.editing.table import Table
from generator.graph import Graph, link
from generator.source import Source, load
from generator.source.load import Path


def _told(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.span.file, finding.rule, finding.message  # lines move with every edit


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to say about changed data in addition to what there was."""

    reading: list[Diagnostic] = field(default_factory=list)
    checks: list[Diagnostic] = field(default_factory=list)


def _more(findings: list[Diagnostic], before: list[Diagnostic]) -> list[Diagnostic]:
    known = Counter(map(_told, before))
    out = []
    for finding in findings:
        known[_told(finding)] -= 1
        if known[_told(finding)] < 0:
            out.append(finding)
    return out


def new_findings(root: FilePath, files: Mapping[str, bytes], before: list[Diagnostic]) -> Found:
    """Read and check the data with changed files.

    Args:
        root: The project's root.
        files: New content of data files, by their paths below the root.
        before: What the checks say about the data as it is; reading it finds nothing.
    """
    dataset, findings = read_dataset(root, overlay=files)
    return Found(findings, _more(checks.run(link(dataset)), before))


def at_cells(found: Found, table: Table, changes: list[RecordChange], graph: Graph, files: Mapping[str, bytes]) -> list[Diagnostic]:
    """Move findings from the data's lines to the edited cells that they come from, where there is one.

    Where a record can no longer be read, what the checks say elsewhere follows from that and is left out.
    """
    sources = {name: source for name, data in files.items() if (source := load(data, name)[0])}
    read = [_moved(finding, table, changes, graph, sources) for finding in found.reading]
    checked = [_moved(finding, table, changes, graph, sources) for finding in found.checks]
    return read + [finding for finding in checked if not read or finding.span.file == table.file]


def _moved(finding: Diagnostic, table: Table, changes: list[RecordChange], graph: Graph, sources: Mapping[str, Source]) -> Diagnostic:
    source = sources.get(finding.span.file)
    if source is None:
        return finding
    here = _paths(source, finding.span)
    best: tuple[int, CellChange] | None = None
    for change in changes:
        origin = graph.dataset.origins[change.kind, change.id]
        if origin.source.file != source.file:
            continue
        for path in here:
            if path[: len(origin.path)] == origin.path:
                for cell in change.cells:
                    depth = _shared(origin.path, path, cell)
                    if depth and (best is None or depth > best[0]):
                        best = depth, cell
    if best is None:
        return finding
    placed = table.at(best[1].row, best[1].place, finding.message, finding.level)
    return Diagnostic(placed.span, finding.rule, placed.message, finding.level)


def _paths(source: Source, span: Span) -> list[Path]:
    return [path for places in (source.positions, source.keys) for path, place in places.items() if place == span]


def _shared(record: Path, path: Path, cell: CellChange) -> int:
    """Say how deep a place inside a record agrees with a cell's column; 0 where not at all.

    A finding at the record itself is about the cell whose field is missing now.
    """
    inside = [step for step in path[len(record) :] if isinstance(step, str)]
    if not inside:
        return len(record) + 1 if not cell.new else 0
    names = cell.column.path
    same = next((n for n, (a, b) in enumerate(zip(inside, names, strict=False)) if a != b), min(len(inside), len(names)))
    return len(record) + same + 1 if same else 0
