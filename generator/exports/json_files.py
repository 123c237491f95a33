"""The JSON files: one array a kind, and each record alone."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.exports.rows import Row, row_of
from generator.graph import Graph
from generator.model import Record
from generator.pages.addresses import record_json
from generator.pages.data import FILES


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)


def _array(rows: list[Row]) -> str:
    """One record a line, so that two editions compare line by line."""
    return "[\n" + ",\n".join(map(_line, rows)) + "\n]\n" if rows else "[]\n"


def _in_order(graph: Graph, kind: str) -> list[Record]:
    """Records in the order of the data; tasks in the documents' order."""
    shelf = graph.dataset.records.get(kind, {})
    if kind == "task":
        return [
            t for plan in sorted(graph.plans.values(), key=lambda p: (p.order, p.id)) for t in graph.back.tasks_of_plan.get(plan.id, ())
        ]
    return list(shelf.values())


def export_files(graph: Graph, base: str) -> Iterator[tuple[str, str]]:
    """Yield every export as (path below the site's root, text).

    Args:
        graph: The linked data.
        base: The site's address for ``url`` fields; may be empty.
    """
    for kind, name in FILES.items():
        records = _in_order(graph, kind)
        rows = [row_of(graph, record, base) for record in records]
        yield f"data/{name}.json", _array(rows)
        for record, row in zip(records, rows, strict=True):
            yield record_json(record), _line(row) + "\n"
