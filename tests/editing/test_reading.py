"""Whatever a spreadsheet program saves is read as the same texts."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Level
from generator.editing import KNOWN, read_table
from tests.editing.edits import Sheet


@pytest.fixture
def sheet(tiny: Path) -> Sheet:
    return Sheet(tiny, "task")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_encodings_separators_and_line_ends(sheet: Sheet, encoding: str, separator: str, ends: str) -> None:
    table, findings = read_table(sheet.saved(separator, encoding, ends), "tasks.csv", KNOWN)
    assert table is not None
    assert [*table.header] == sheet.rows[0]
    assert [[*line.cells] for line in table.rows] == sheet.rows[1:]
    assert [line.number for line in table.rows] == [2, 3, 4]
    assert [f.level for f in findings] == ([Level.WARNING] if encoding == "gb18030" else [])
    if findings:
        assert "GBK" in findings[0].message


def test_a_line_for_excel_and_empty_rows_are_passed_over() -> None:
    table, _ = read_table(b"sep=;\r\nid;title\r\n;\r\n\r\na;b\r\n", "tasks.csv", KNOWN)
    assert table is not None
    assert table.header == ("id", "title")
    assert [(line.number, line.cells) for line in table.rows] == [(4, ("a", "b"))]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'id,title\na,"b\nc,d\n', "引号没有配对"),
        (b"", "表是空的"),
        (b"\n,,\n", "表是空的"),
        (b"\xff\x00\x81\x20", "看不出文件的编码"),
        (b"PK\x03\x04rest", "内容是工作簿"),
        (b"a\0b", "不是 CSV"),
        (b"id,title\na," + b"b" * 200_000, "文字太长"),
    ],
)
def test_files_that_are_no_table(data: bytes, words: str) -> None:
    table, findings = read_table(data, "tasks.csv", KNOWN)
    assert table is None
    assert [words in f.message for f in findings] == [True]


def workbook(rows: list[list[object]], name: str = "tasks") -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("说明").write(0, 0, "先读这里")
    page = book.add_worksheet(name)
    day = book.add_format({"num_format": "yyyy/m/d"})
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if hasattr(value, "year"):
                page.write_datetime(number, place, value, day)
            else:
                page.write(number, place, value)
    book.close()
    return out.getvalue()


def test_a_workbook_gives_the_sheet_with_our_columns_as_texts() -> None:
    from datetime import datetime

    data = workbook([["id", "order", "dated", "republished"], ["a", 6.0, datetime(2021, 3, 1), True], ["b", 6.5, None, False]])
    table, findings = read_table(data, "计划.xlsx", KNOWN)
    assert findings == []
    assert table is not None
    assert table.sheet == "tasks"
    assert [line.cells for line in table.rows] == [("a", "6", "2021-03-01", "TRUE"), ("b", "6.5", "", "FALSE")]
    assert table.at(2, 2, "不对").message == "工作表“tasks”第2行C列（dated）：不对"


def test_a_sheet_can_be_named_and_a_wrong_name_lists_them() -> None:
    data = workbook([["id"]])
    table, _ = read_table(data, "a.xlsx", KNOWN, "说明")
    assert table is not None and table.header == ("先读这里",)
    table, findings = read_table(data, "a.xlsx", KNOWN, "任务")
    assert table is None
    assert "说明、tasks" in findings[0].message


@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "a.ods"]))
def test_no_bytes_break_it(data: bytes, name: str) -> None:
    table, findings = read_table(data, name, KNOWN)
    assert table is not None or findings


def test_a_broken_workbook_is_a_finding() -> None:
    assert read_table(b"PK\x03\x04 no", "a.xlsx", KNOWN)[0] is None


def test_a_failed_formula_is_not_an_empty_cell() -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("说明").write_row(0, 0, ["别的"])
    page = book.add_worksheet("任务")
    page.write_row(0, 0, ["id", "title", "summary"])
    page.write_row(1, 0, ["a", "甲"])
    page.write_formula(1, 2, "=SUM(1)+甲", None, "#NAME?")
    page.write_formula(2, 28, "=1/0", None, "#DIV/0!")
    book.close()
    table, findings = read_table(out.getvalue(), "任务.xlsx", KNOWN)
    assert table is not None
    assert findings == []
    assert table.rows[0].cells[:3] == ("a", "甲", "#NAME?")
    assert table.rows[1].cells[28] == "#DIV/0!"
