"""Who names a record, and what goes with it when it is taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.dataset import Dataset
from generator.diagnostics import Span
from generator.graph import references
from generator.model import Record
from generator.model.base import PLACED
from generator.model.identity import KINDS, RECORD_FOLDERS
from generator.source.load import Path


@dataclass(frozen=True, slots=True)
class Referrer:
    """One place that names a record."""

    record: Record
    path: Path
    """Where it stands inside the record."""
    named: str
    """The id that is named."""
    span: Span

    @property
    def words(self) -> str:
        """Say who names it and in which field."""
        field = next(step for step in self.path if isinstance(step, str))
        return f"{KINDS[self.record.KIND]} {self.record.id} 的“{field}”"


def inside(dataset: Dataset, record: Record) -> list[Record]:
    """Return the records that stand inside a record in its file: they go with it."""
    origin = dataset.origins[record.KIND, record.id]
    found = []
    for (kind, identifier), other in dataset.origins.items():
        deeper = other.source is origin.source and len(other.path) > len(origin.path) and other.path[: len(origin.path)] == origin.path
        if deeper:
            found.append(dataset.records[kind][identifier])
    return found


def referrers(dataset: Dataset, record: Record) -> list[Referrer]:
    """Return every place outside a record that names it or one of the records inside it."""
    gone = {(other.KIND, other.id) for other in (record, *inside(dataset, record))}
    ids = {identifier for _, identifier in gone}
    found = []
    for shelf in dataset.records.values():
        for other in shelf.values():
            if (other.KIND, other.id) not in gone:
                found += [r for r in _of(dataset, other, ids) if _is_meant(gone, r.named, _kinds(other, r.path))]
    return sorted(found, key=lambda r: r.span)


def _kinds(record: Record, path: Path) -> tuple[str, ...]:
    return next(reference.kinds for reference in references(record) if reference.path == path)


def _is_meant(gone: set[tuple[str, str]], named: str, kinds: tuple[str, ...]) -> bool:
    return any(identifier == named and ("*" in kinds or kind in kinds) for kind, identifier in gone)


def _of(dataset: Dataset, record: Record, ids: set[str]) -> Iterator[Referrer]:
    """Yield what a record names in its own lines: not its place, nor what stands inside it."""
    model = type(record)
    for reference in references(record):
        first = str(reference.path[0])
        placed = model.model_fields[first].json_schema_extra == PLACED
        if reference.id in ids and not placed and first not in model.NESTED:
            yield Referrer(record, reference.path, reference.id, dataset.span(record, *reference.path))


def mentions(pages: Mapping[str, str], record: Record) -> Iterator[Span]:
    """Yield the lines of hand-written pages that link to a record.

    Args:
        pages: Path from the project's root → text.
        record: The record.
    """
    address = f"{RECORD_FOLDERS[record.KIND]}/{record.id}/"
    for name, text in sorted(pages.items()):
        for number, line in enumerate(text.splitlines(), 1):
            if address in line:
                yield Span(name, number, line.index(address) + 1)
