"""A workbook holds exactly the values that it was given: read back by another library, and by a spreadsheet program where there is one."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from python_calamine import load_workbook

from generator.exports.sheets import plan_sheets
from generator.exports.workbook import CUT, LONGEST, Cell, Field, Sheet, shown, workbook
from generator.site.project import Project

AS_OF = date(2026, 1, 31)
NAMES = ["说明", "章节", "任务", "目标", "指标", "项目", "单位", "名词"]
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
X = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def made(*sheets: Sheet) -> bytes:
    return workbook(sheets, "标题", "明规", AS_OF)


def read(content: bytes) -> dict[str, list[list[Any]]]:
    book = load_workbook(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def same(value: Cell, found: object) -> bool:
    """Whether a cell that was read is the value that was written, of the same type; an empty one reads as empty text."""
    if value is None:
        return found == ""
    if isinstance(value, str | date):
        return type(found) is type(value) and found == shown(value)
    return isinstance(found, int | float) and found == value


def differences(sheets: tuple[Sheet, ...], found: Mapping[str, list[list[Any]]]) -> list[str]:
    out = []
    for sheet in sheets:
        table = found[sheet.name]
        expected: list[tuple[Cell, ...]] = [tuple(field.title for field in sheet.fields), *sheet.rows]
        if len(table) != len(expected):
            out.append(f"{sheet.name}: {len(table)} rows for {len(expected)}")
        for number, (values, cells) in enumerate(zip(expected, table, strict=False)):
            out += [f"{sheet.name} {number}: {v!r} {c!r}" for v, c in zip(values, cells, strict=False) if not same(v, c)]
            out += [f"{sheet.name} {number}: {len(cells)} cells"] if len(cells) != len(values) else []
    return out


@pytest.fixture(scope="module")
def books(tiny_project: Project) -> dict[str, tuple[tuple[Sheet, ...], bytes]]:
    assert tiny_project.site is not None
    out = {}
    for plan in tiny_project.graph.plans.values():
        sheets = plan_sheets(tiny_project.graph, plan, tiny_project.site)
        out[plan.id] = (sheets, workbook(sheets, plan.title, tiny_project.site.name, tiny_project.site.as_of))
    return out


@pytest.mark.parametrize("plan", ["qinghe-145", "linhe-2024"])
def test_every_cell_reads_back_as_the_value_it_was_made_of(books: dict[str, tuple[tuple[Sheet, ...], bytes]], plan: str) -> None:
    sheets, content = books[plan]
    found = read(content)
    assert list(found) == NAMES
    assert differences(sheets, found) == []
    assert all(sheet.rows for sheet in sheets if plan == "qinghe-145")


def test_what_is_published_is_that_workbook(published: Mapping[str, bytes], books: dict[str, tuple[tuple[Sheet, ...], bytes]]) -> None:
    assert {name: published[f"data/{name}.xlsx"] for name in books} == {name: content for name, (_, content) in books.items()}


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("https://example.org","x")',
        "@SUM(A1)",
        "-1+1",
        "12",
        "1e5",
        "2025-12-31",
        "https://example.org/",
        "internal:A1",
        "_x0041_",
    ],
)
def test_text_stays_text(text: str) -> None:
    sheet = Sheet("说明", (Field("甲", 10), Field("乙", 10, "link"), Field("丙", 10, "number")), ((text, text, text),))
    content = made(sheet)
    assert read(content)["说明"][1] == [text, text, text]
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_what_a_cell_cannot_hold_is_replaced_or_cut_and_says_so() -> None:
    long = "驼" * (LONGEST + 5)
    assert shown("甲\x00\x0b乙\ufffe") == "甲\ufffd\ufffd乙\ufffd"
    assert shown("一\n二\t三") == "一\n二\t三"
    cut = shown(long)
    assert isinstance(cut, str)
    assert len(cut) == LONGEST
    assert cut.endswith(CUT)
    found = read(made(Sheet("说明", (Field("甲", 10), Field("乙", 10)), (("甲\x00", long),))))
    assert found["说明"][1] == ["甲\ufffd", cut]


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_the_header_stays_in_sight_and_tables_can_be_filtered(books: dict[str, tuple[tuple[Sheet, ...], bytes]]) -> None:
    _, content = books["qinghe-145"]
    inside = parts(content)
    for number, name in enumerate(NAMES, 1):
        sheet = etree.fromstring(inside[f"xl/worksheets/sheet{number}.xml"])
        pane = sheet.find(".//x:pane", X)
        assert pane is not None
        assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
        assert (sheet.find("x:autoFilter", X) is None) == (name == "说明")
        assert sheet.find("x:cols", X) is not None


def test_nothing_but_the_values_decides_the_bytes(
    books: dict[str, tuple[tuple[Sheet, ...], bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets, content = books["qinghe-145"]
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    project = re.compile(rb"<dcterms:(created|modified)[^>]*>([^<]*)<")
    plan_title = parts(content)["docProps/core.xml"]
    assert {day for _, day in project.findall(plan_title)} == {b"2026-01-31T00:00:00Z"}
    title = re.search(rb"<dc:title>([^<]*)<", plan_title)
    assert title is not None
    assert workbook(sheets, title[1].decode(), "小样", AS_OF) == content


def test_a_date_before_archives_began_is_no_error() -> None:
    assert workbook((Sheet("说明", (Field("甲", 10),), ()),), "甲", "乙", date(1970, 1, 1))


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here (apt-get install libreoffice-calc-nogui)")
def test_a_spreadsheet_program_opens_it(books: dict[str, tuple[tuple[Sheet, ...], bytes]], tmp_path: Path) -> None:
    """LibreOffice reads the workbook and writes it anew; every cell is still what it was."""
    assert OFFICE is not None
    sheets, content = books["qinghe-145"]
    (tmp_path / "in.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, "--headless", profile, "--convert-to", "ods", "--outdir", str(tmp_path), str(tmp_path / "in.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = read((tmp_path / "in.ods").read_bytes())
    assert list(found) == NAMES
    for sheet in sheets:
        rows = [row[: len(sheet.fields)] for row in found[sheet.name][1 : len(sheet.rows) + 1]]
        for values, cells in zip(sheet.rows, rows, strict=True):
            assert all(same(value, cell) for value, cell in zip(values, cells, strict=True)), (values, cells)
