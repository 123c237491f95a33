"""Sheets as values, and a workbook (XLSX) made of them whose bytes depend on nothing else."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Literal

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.exports.archive import stamp

Cell = str | int | float | date | None
Kind = Literal["text", "number", "year", "date", "link"]

LONGEST = 32_767
"""What one cell can hold."""
CUT = "……（太长，全文见 CSV 和 JSON）"
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
A4 = 9
LINE = 15
"""Height of a line in points."""
MOST_LINES = 12
LEGIBLE = 220
"""A sheet of this many characters across can still be read when it is printed on one page's width."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a sheet."""

    title: str
    width: int
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: columns with titles, and rows below them. An empty cell is ``None``."""

    name: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Cell, ...], ...]
    filtered: bool = True
    """Its columns can be filtered: a table, not a text."""
    frozen: int = 0
    """How many columns stay in sight when one scrolls to the right."""


def shown(value: Cell) -> Cell:
    """Return a value as a cell can hold it: no control characters, and not longer than the format allows."""
    if not isinstance(value, str):
        return value
    clean = _NOT_IN_XML.sub("\ufffd", value)
    return clean if len(clean) <= LONGEST else clean[: LONGEST - len(CUT)] + CUT


class _Styles:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        body = {"valign": "top", "text_wrap": True}
        self.head = book.add_format({"bold": True, "valign": "vcenter", "text_wrap": True, "bg_color": "#E3EEEC", "bottom": 1})
        self.body = {
            "text": book.add_format(body),
            "number": book.add_format({"valign": "top"}),
            "year": book.add_format({"valign": "top", "num_format": "0"}),
            "date": book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"}),
            "link": book.add_format({"valign": "top", "font_color": "#0B5E57", "underline": 1}),
        }


def _put(page: Worksheet, row: int, column: int, value: Cell, kind: Kind, styles: _Styles) -> None:
    """Write one cell as what it is: text is never taken for a formula, a number or an address."""
    value = shown(value)
    if value is None:
        return
    if isinstance(value, date):
        page.write_datetime(row, column, value, styles.body["date"])
    elif not isinstance(value, str):
        page.write_number(row, column, value, styles.body[kind])
    elif kind == "link" and re.match(r"https?://", value):
        page.write_url(row, column, value, styles.body["link"])
    else:
        page.write_string(row, column, value, styles.body["text"])


def _width(value: Cell) -> int:
    """Return the width of a text in half-width characters: this encoding takes two bytes for a Chinese one."""
    return len(str(shown(value)).encode("gbk", "replace"))


def _lines(sheet: Sheet, values: Sequence[Cell]) -> int:
    """Estimate how many lines a row needs. Not every program works it out on opening, and a row of one line hides its text."""
    needed = (ceil(_width(v) / (f.width - 1)) for f, v in zip(sheet.fields, values, strict=True) if v is not None)
    return min(MOST_LINES, max((1, *needed)))


def _fill(page: Worksheet, sheet: Sheet, styles: _Styles) -> None:
    for number, field in enumerate(sheet.fields):
        page.set_column(number, number, field.width)
        page.write_string(0, number, field.title, styles.head)
    for row, values in enumerate(sheet.rows, 1):
        page.set_row(row, LINE * _lines(sheet, values) + 3)
        for number, (field, value) in enumerate(zip(sheet.fields, values, strict=True)):
            _put(page, row, number, value, field.kind, styles)
    page.freeze_panes(1, sheet.frozen)
    if sheet.filtered:
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.fields) - 1)
    page.set_paper(A4)
    page.set_landscape()
    if sum(field.width for field in sheet.fields) <= LEGIBLE:
        page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def workbook(sheets: Sequence[Sheet], title: str, author: str, as_of: date) -> bytes:
    """Return the sheets as an XLSX file.

    Args:
        sheets: What to write, in order.
        title: The title in the file's properties.
        author: Who made the file.
        as_of: The date of the data; stands for the clock.
    """
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": title, "author": author, "comments": "CC BY 4.0", "created": stamp(as_of)})
    styles = _Styles(book)
    for sheet in sheets:
        _fill(book.add_worksheet(sheet.name), sheet, styles)
    book.close()
    return buffer.getvalue()
