"""A table of the tiny project (or any other) as a spreadsheet would hold it, with cells that a test changes."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from generator.dataset import Dataset, read_dataset
from generator.editing import KNOWN, Review, Table, read_table, review
from generator.exports.csv_files import table_text
from generator.exports.rows import rows_by_kind
from generator.graph import Graph, link
from generator.tables import FILES


@dataclass
class Sheet:
    """Cells by the id of their record and the name of their column."""

    root: Path
    kind: str
    dataset: Dataset = field(init=False)
    graph: Graph = field(init=False)
    text: str = field(init=False)
    rows: list[list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.dataset, findings = read_dataset(self.root)
        assert findings == []
        self.graph = link(self.dataset)
        self.text = table_text(self.graph, self.kind, rows_by_kind(self.graph, "")[self.kind])
        self.rows = list(csv.reader(StringIO(self.text.removeprefix("\ufeff"), newline="")))

    def row(self, identifier: str) -> list[str]:
        return next(row for row in self.rows if row[0] == identifier)

    def get(self, identifier: str, column: str) -> str:
        return self.row(identifier)[self.rows[0].index(column)]

    def put(self, identifier: str, column: str, text: str) -> Sheet:
        self.row(identifier)[self.rows[0].index(column)] = text
        return self

    def drop(self, column: str) -> Sheet:
        place = self.rows[0].index(column)
        for row in self.rows:
            del row[place]
        return self

    def saved(self, separator: str = ",", encoding: str = "utf-8-sig", ends: str = "\r\n") -> bytes:
        out = StringIO(newline="")
        csv.writer(out, delimiter=separator, lineterminator=ends).writerows(self.rows)
        return out.getvalue().encode(encoding)

    def table(self) -> Table:
        table, findings = read_table(self.saved(), f"{FILES[self.kind]}.csv", KNOWN)
        assert table is not None
        assert findings == []
        return table

    def review(self) -> Review:
        return review(self.table(), self.root, self.dataset, "")

    def messages(self) -> list[str]:
        return [finding.message for finding in self.review().findings]


def lines_changed(found: Review) -> dict[str, tuple[list[str], list[str]]]:
    """Return by file which lines went and which came."""
    out: dict[str, tuple[list[str], list[str]]] = {}
    for name, data in (found.after or {}).items():
        old, new = ((found.before or {})[name].decode().splitlines(), data.decode().splitlines())
        out[name] = ([line for line in old if line not in new], [line for line in new if line not in old])
    return out
