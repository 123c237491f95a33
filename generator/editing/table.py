"""A table that came back: its header and rows as texts, and how a cell is named."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Level, Span

RULE = "table"


def letters(column: int) -> str:
    """Return what spreadsheets call a column: 1 → A, 27 → AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, slots=True)
class Line:
    """One row under the header."""

    number: int
    """As the spreadsheet counts it; the header is row 1."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read: only texts."""

    file: str
    sheet: str
    """Name of the sheet; empty for CSV."""
    header: tuple[str, ...]
    rows: tuple[Line, ...]
    top: int = 1
    """The row that the header stands in."""

    def cell(self, row: int, column: int) -> str:
        """Name a cell in words: ``第12行C列（title）``, with the sheet where there is one."""
        sheet = f"工作表“{self.sheet}”" if self.sheet else ""
        name = self.header[column] if column < len(self.header) else ""
        return f"{sheet}第{row}行{letters(column + 1)}列" + (f"（{name}）" if name else "")

    def at(self, row: int, column: int, message: str, level: Level = Level.ERROR) -> Diagnostic:
        """Say something about a cell; columns count from 0 here, from 1 in the place."""
        return Diagnostic(Span(self.file, row, column + 1), RULE, f"{self.cell(row, column)}：{message}", level)


def whole(file: str, message: str, level: Level = Level.ERROR, line: int = 1) -> Diagnostic:
    """Say something about a file."""
    return Diagnostic(Span(file, line), RULE, message, level)
