"""The JSON files: one array a kind, and each record alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.exports.rows import Row, rows_by_kind
from generator.graph import Graph
from generator.pages.addresses import record_json
from generator.tables import FILES, compact


def _array(rows: list[Row]) -> str:
    """One record a line, so that two editions compare line by line."""
    return "[\n" + ",\n".join(map(compact, rows)) + "\n]\n" if rows else "[]\n"


def json_files(graph: Graph, rows: Mapping[str, list[Row]]) -> Iterator[tuple[str, str]]:
    """Yield the arrays and every record alone as (path below the site's root, text).

    Args:
        graph: The linked data.
        rows: The published records by kind, from :func:`generator.exports.rows.rows_by_kind`.
    """
    for kind, name in FILES.items():
        yield f"data/{name}.json", _array(rows[kind])
        for row in rows[kind]:
            yield record_json(graph.dataset.records[kind][row["id"]]), compact(row) + "\n"


def export_files(graph: Graph, base: str) -> Iterator[tuple[str, str]]:
    """Yield every JSON export; see :func:`json_files`.

    Args:
        graph: The linked data.
        base: The site's address for ``url`` fields; may be empty.
    """
    return json_files(graph, rows_by_kind(graph, base))
