"""What every container is read into: lines of text, and what the container itself says about them.

The readers make :class:`Line` and :class:`Cell` values; :func:`assemble` and :func:`table_rows` turn them into one
:class:`Raw`. Rows of a table are lines of cells joined by `` | `` that end in `` |``, the form in which the text exports
of government sites write tables too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.diagnostics import Diagnostic, Level, Span

CELL_END = " |"
MAX_COLUMNS = 200
"""Wider tables are not tables of a plan; their spans are ignored, so that a hostile page cannot multiply its text."""
MAX_REPEATED = 300
"""Longest text that is written again into every row that its cell spans."""
SPARE_CELLS = 20_000

Pair = tuple[str, str]
Rows = list[list[str]]

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Raw:
    """A container's text with what the container knows about its lines. Lines count from 1."""

    text: str
    """Line ends are ``\\n``, no byte order mark, no NUL."""
    pairs: tuple[Pair, ...] = ()
    """Label and value of meta tags and metadata tables, labels without spaces and colons."""
    headings: Mapping[int, int] = field(default_factory=dict)
    """Line → level of its heading style, 1 the highest."""
    tables: tuple[tuple[int, int], ...] = ()
    """First and last line of each table."""
    pages: tuple[int, ...] = ()
    """Lines at which a page of a PDF starts; a page without text has none."""
    title: str = ""
    """What the container calls itself; may hold the site's name."""
    main: tuple[int, int] | None = None
    """First and last line of the page's main content, where a page of a site shows one. What stands outside is likely furniture."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line on its way into a :class:`Raw`."""

    text: str
    heading: int = 0
    table: int = 0
    """Rows of one table share a number above 0; the next table has another."""
    page: int = 0
    """Number of its page, in a PDF."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the container writes it: once, with the columns and rows that it covers."""

    text: str
    columns: int = 1
    rows: int = 1


def error(name: str, rule: str, message: str) -> Diagnostic:
    """Say why a file could not be read."""
    return Diagnostic(Span(name), rule, message)


def warning(name: str, rule: str, message: str, line: int = 1) -> Diagnostic:
    """Say what to look at in a file that was read."""
    return Diagnostic(Span(name, line), rule, message, Level.WARNING)


def assemble(lines: Sequence[Line], pairs: Iterable[Pair] = (), title: str = "", main: tuple[int, int] | None = None) -> Raw:
    """Join lines into a :class:`Raw`.

    Args:
        lines: in order; a line end inside one becomes a space, so that line numbers hold.
        pairs: label and value; empty values and exact repeats are dropped.
        title: what the container calls itself.
        main: first and last line of the main content.

    Returns:
        The text without a line end after the last line.
    """
    headings: dict[int, int] = {}
    spans: dict[int, tuple[int, int]] = {}
    pages: dict[int, int] = {}
    for number, line in enumerate(lines, start=1):
        if line.heading:
            headings[number] = line.heading
        if line.table:
            spans[line.table] = (spans.get(line.table, (number, number))[0], number)
        if line.page:
            pages.setdefault(line.page, number)
    text = "\n".join(line.text.replace("\n", " ") for line in lines)
    kept = tuple(dict.fromkeys((label, value) for label, value in pairs if label and value))
    return Raw(text, kept, headings, tuple(sorted(spans.values())), tuple(pages.values()), title, main)


def one_line(text: str) -> str:
    """Write white space of any kind as single spaces, none at the ends."""
    return _SPACE.sub(" ", text).strip()


def row_text(cells: Sequence[str]) -> str:
    """Write a row as one line. A ``|`` inside a cell becomes its full-width form, so that columns can be told apart."""
    return " | ".join(one_line(cell).replace("|", "｜") for cell in cells) + CELL_END


def table_rows(rows: Sequence[Sequence[Cell]]) -> Rows:
    """Lay cells out on the table's grid.

    A text that spans rows stands in each of them. A text that spans columns stands in each of them in the head of
    the table (so that every column has its name), but only in the first of them below (to repeat it would say that each
    year has that value). A row whose only cell spans the table's width (a caption, a group) stays one cell.

    Args:
        rows: the cells that each row begins, from left to right.

    Returns:
        The rows' texts; all rows but those of one cell have the same number of cells where no span is broken.
    """
    width = max((sum(max(1, c.columns) for c in row) for row in rows), default=0)
    count = sum(len(row) for row in rows)
    if width > MAX_COLUMNS or width * len(rows) > SPARE_CELLS + 4 * count:
        return [[cell.text for cell in row] for row in rows if row]
    captions = next((index for index, row in enumerate(rows) if not _is_whole(row, width)), len(rows))
    head = captions + max((cell.rows for cell in rows[captions]), default=1) if captions < len(rows) else captions
    grid: Rows = []
    open_cells: dict[int, Cell] = {}
    for index, row in enumerate(rows):
        if not open_cells and _is_whole(row, width):
            grid.append([row[0].text])
            continue
        texts, open_cells = _lay(row, open_cells, repeat=index < head)
        grid.append(texts)
    return [row for row in grid if row]


def _is_whole(row: Sequence[Cell], width: int) -> bool:
    return len(row) == 1 and width > 1 and row[0].columns >= width


def _lay(row: Sequence[Cell], above: Mapping[int, Cell], *, repeat: bool) -> tuple[list[str], dict[int, Cell]]:
    """Place one row below cells that reach into it; returns its texts and the cells that reach into the next row."""
    texts: list[str] = []
    below: dict[int, Cell] = {}
    waiting = list(reversed(row))
    last_above = max(above, default=-1)
    while waiting or len(texts) <= last_above:
        column = len(texts)
        if column in above:
            cell = above[column]
            texts.append(cell.text if len(cell.text) <= MAX_REPEATED else "")
            if cell.rows > 1:
                below[column] = replace(cell, rows=cell.rows - 1)
            continue
        if not waiting:
            texts.append("")
            continue
        cell = waiting.pop()
        for offset in range(max(1, cell.columns)):
            text = cell.text if offset == 0 or (repeat and len(cell.text) <= MAX_REPEATED) else ""
            if cell.rows > 1:
                below[column + offset] = Cell(text, 1, cell.rows - 1)
            texts.append(text)
    return texts, below
