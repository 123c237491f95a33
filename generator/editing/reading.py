"""Bytes that a spreadsheet program saved → a table of texts.

CSV in whatever encoding and with whatever separator (Excel in Chinese Windows saves GBK, elsewhere semicolons), and workbooks.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Sequence
from io import BytesIO, StringIO
from pathlib import PurePath

from python_calamine import CalamineError, CalamineWorkbook

from generator.diagnostics import Diagnostic, Level
from generator.editing.broken import broken_cells
from generator.editing.table import Line, Table, whole

LARGEST = 50_000_000
"""Bytes. All tasks of this repository take 2 MB."""
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
SEPARATORS = (",", ";", "\t", "，")
Found = tuple[Table | None, list[Diagnostic]]


def _decoded(data: bytes, file: str) -> tuple[str | None, list[Diagnostic]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None, [whole(file, "看不出文件的编码；请在表格软件里另存为“CSV UTF-8”")]
    words = "文件是 GBK 编码，已经按 GBK 读。GBK 里没有的字会变成问号，最好另存为“CSV UTF-8”"
    return text, [whole(file, words, Level.WARNING)]


def _separator(header: str, known: frozenset[str]) -> str:
    """Choose what gives the most columns that we know."""
    return max(SEPARATORS, key=lambda mark: sum(name.strip().strip('"') in known for name in header.split(mark)))


def read_csv(data: bytes, file: str, known: frozenset[str]) -> Found:
    """Read a CSV file.

    Args:
        data: Its bytes: UTF-8 with or without a byte order mark, UTF-16 with one, or GBK.
        file: Its name, for messages.
        known: Names of columns that may stand in the header; they decide what separates cells.
    """
    text, findings = _decoded(data, file)
    if text is None:
        return None, findings
    if "\0" in text:
        return None, [whole(file, "这不是 CSV 文件")]
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep="):  # a hint to Excel, which is no row
        text, first = rest, rest.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(first.rstrip("\r"), known), strict=True)
    try:
        rows = list(reader)
    except csv.Error:
        message = f"第 {reader.line_num} 行前后的引号没有配对，或一个格子里的文字太长；请在表格软件里重新保存成 CSV"
        return None, [*findings, whole(file, message, line=reader.line_num)]
    return _table(file, "", rows, findings)


def _text(value: object) -> str:
    """Return what a typed cell says."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    return "" if value is None else str(value)


def read_workbook(data: bytes, file: str, known: frozenset[str], sheet: str | None) -> Found:
    """Read the sheet of a workbook that holds a table of ours.

    Args:
        data: The workbook's bytes.
        file: Its name, for messages.
        known: Names of columns that may stand in the header.
        sheet: The sheet to read; without it, the one with the most columns that we know.
    """
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = [name for name in book.sheet_names if sheet in (None, name)]
        pages = {name: _rows(book, name) for name in names}
    except (CalamineError, OSError, ValueError) as error:
        return None, [whole(file, f"打不开这个工作簿（{str(error)[:80]}）；请另存为“CSV UTF-8”再试")]
    if not pages:
        return None, [whole(file, f"没有工作表“{sheet}”；有的是：{'、'.join(book.sheet_names)}")]
    best = max(pages, key=lambda name: sum(cell.strip() in known for cell in (pages[name] or [[]])[0]))
    for (row, column), shown in broken_cells(data, best).items():
        if row < len(pages[best]) and column < len(pages[best][row]):
            pages[best][row][column] = shown
    return _table(file, best, pages[best], [])


def _rows(book: CalamineWorkbook, name: str) -> list[list[str]]:
    return [[_text(value) for value in row] for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]


def _table(file: str, sheet: str, rows: Sequence[Sequence[str]], findings: list[Diagnostic]) -> Found:
    top = next((number for number, row in enumerate(rows) if any(cell.strip() for cell in row)), None)
    if top is None:
        return None, [*findings, whole(file, "表是空的")]
    lines = [
        Line(number, tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row))
        for number, row in enumerate(rows[top + 1 :], top + 2)
        if any(cell.strip() for cell in row)
    ]
    return Table(file, sheet, tuple(cell.strip() for cell in rows[top]), tuple(lines), top + 1), findings


def read_table(data: bytes, file: str, known: frozenset[str], sheet: str | None = None) -> Found:
    """Read a table by the ending of its file's name; see :func:`read_csv` and :func:`read_workbook`."""
    if len(data) > LARGEST:
        return None, [whole(file, f"文件太大（最多 {LARGEST // 1_000_000} MB）")]
    if PurePath(file).suffix.lower() in WORKBOOKS:
        return read_workbook(data, file, known, sheet)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return None, [whole(file, "内容是工作簿，名字却不是；请把文件名的结尾改成 .xlsx，或另存为“CSV UTF-8”")]
    return read_csv(data, file, known)
