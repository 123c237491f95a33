"""The CSV twins: the same records as the JSON arrays, flat, for spreadsheets and statistics programs.

UTF-8 with a byte order mark (Excel takes UTF-8 for a local encoding without one), LF, RFC 4180 quoting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.exports.rows import Row
from generator.graph import Graph
from generator.tables import FILES, columns, row_cells

BOM = "\ufeff"
_NEEDS_QUOTES = re.compile(r"""[",\r\n]|^\s|\s$""")


def _quoted(cell: str) -> str:
    """Quote where RFC 4180 asks for it. The standard library's choice differs between versions of Python."""
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_quoted, cells)) + "\n"


def name_of(graph: Graph, kinds: tuple[str, ...], identifier: str) -> str | None:
    """Return the name that a table shows beside an id: a plan's short title, else name or title."""
    found = graph.find(kinds, identifier)
    if not found:
        return None
    return next((str(name) for field in ("short_title", "name", "title") if (name := getattr(found[0], field, None))), None)


def table_text(graph: Graph, kind: str, rows: Iterable[Row]) -> str:
    """Return published records of one kind as the text of a CSV file, with its byte order mark.

    Args:
        graph: The linked data, for the names beside ids.
        kind: The kind of the records.
        rows: The published records.
    """

    def named(kinds: tuple[str, ...], identifier: str) -> str | None:
        return name_of(graph, kinds, identifier)

    lines = [_line(column.name for column in columns(kind))]
    return BOM + "".join([*lines, *(_line(row_cells(kind, row, named)) for row in rows)])


def csv_files(graph: Graph, rows: Mapping[str, list[Row]]) -> Iterator[tuple[str, bytes]]:
    """Yield every table as (path below the site's root, bytes).

    Args:
        graph: The linked data, for the names beside ids.
        rows: The published records by kind.
    """
    for kind, name in FILES.items():
        yield f"data/{name}.csv", table_text(graph, kind, rows[kind]).encode("utf-8")
