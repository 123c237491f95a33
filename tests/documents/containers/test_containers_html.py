"""Pages of government sites: one sample file for each form, and hostile pages."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Level
from generator.documents.containers import read_bytes
from generator.documents.containers.labels import label_pairs
from generator.documents.containers.raw import Cell, table_rows
from tests.documents.containers.test_containers import check_raw, read

SAMPLES = Path(__file__).parent.parent / "samples" / "containers"


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.html")), ids=lambda path: path.stem)
def test_sample(sample: Path) -> None:
    expected: dict[str, Any] = yaml.safe_load(sample.with_suffix(".yml").read_text("utf-8"))
    raw, said = read_bytes(sample.read_bytes(), sample.name)
    assert raw is not None
    check_raw(raw)
    assert raw.text.split("\n") == expected["lines"]
    assert raw.title == expected.get("title", "")
    assert [list(pair) for pair in raw.pairs] == expected.get("pairs", [])
    assert raw.headings == expected.get("headings", {})
    assert [list(span) for span in raw.tables] == expected.get("tables", [])
    assert (list(raw.main) if raw.main else None) == expected.get("main")
    assert [d.rule for d in said] == expected.get("says", [])


def test_every_sample_has_both_files() -> None:
    assert {p.stem for p in SAMPLES.glob("*.html")} == {p.stem for p in SAMPLES.glob("*.yml")}
    assert len(list(SAMPLES.glob("*.html"))) >= 15


@pytest.mark.parametrize(
    ("declared", "encoding"), [("gb2312", "gb18030"), ("gbk", "utf-8"), ("utf-8", "gb18030"), ("big5", "big5"), ("nonsense", "gb18030")]
)
def test_declared_encoding(declared: str, encoding: str) -> None:
    words = "全縣公路里程" if encoding == "big5" else "全县公路里程镕"
    page = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'
    assert read(page.encode(encoding)).text == words


def test_xml_declaration_and_byte_order_mark() -> None:
    page = '\ufeff<?xml version="1.0" encoding="GB2312"?>\n<!DOCTYPE html><html><body><p>甲乙</p></body></html>'
    assert read(page.encode()).text == "甲乙"


@pytest.mark.parametrize("tag", ["<span>", "<font color=red>", "<B><em>"])
def test_unclosed_tags_thousands_deep(tag: str) -> None:
    page = "<html><body><p>首段" + tag * 5000 + "底层文字" + "<p>末段</body></html>"
    raw, said = read_bytes(page.encode(), "a.html")
    assert raw is not None
    assert raw.text == "首段底层文字\n末段"
    assert said == []


def test_nesting_that_no_parser_reads_is_refused_not_cut() -> None:
    raw, said = read_bytes(("<html><body><p>首段</p>" + "<div>" * 5000 + "底层文字</body></html>").encode(), "a.html")
    assert raw is None
    assert [d.rule for d in said] == ["container-damaged"]


@pytest.mark.parametrize(
    "table",
    [
        '<tr><td colspan="9999" rowspan="9999">' + "长" * 200 + "</td>" + "<td>a" * 300 + "</tr>" + "<tr><td>b<td>c</tr>" * 5000,
        ("<tr>" + f'<td rowspan="65534">{"长" * 250}</td>' * 150 + "</tr>") + "<tr><td>b</td></tr>" * 5000,
    ],
)
def test_spans_cannot_multiply_a_page(table: str) -> None:
    page = f"<html><body><table>{table}</table></body></html>"
    started = time.perf_counter()
    raw = read(page.encode())
    assert time.perf_counter() - started < 5
    assert len(raw.text) < 20 * len(page)
    check_raw(raw)


def test_two_hundred_and_fifty_kilobytes_are_read_quickly() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>建设道路{n}公里</td><td>县交通局</td></tr>" for n in range(1000))
    page = (
        "<html><body><div id=zoom>"
        + "<p>加快建设现代化基础设施体系，到2025年建成。</p>" * 3000
        + f"<table>{rows}</table></div></body></html>"
    )
    assert len(page.encode()) > 250_000
    started = time.perf_counter()
    raw = read(page.encode())
    assert time.perf_counter() - started < 1
    assert raw.tables == ((3001, 4000),)
    assert raw.main == (1, 4000)


WORDS = st.text(alphabet="甲乙丙1.%、。 |\n\u3000<&\0", max_size=12)
TAGS = st.sampled_from(
    [
        *["<p>", "</p>", "<div>", "</div>", "<li>", "<ol>", "<br>", "<h2>", "</h2>", "<pre>", "</pre>", "<dl>", "<dt>", "<dd>"],
        *["<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=3>", "<td rowspan=2>", "<th>", "<caption>"],
        *["<script>", "</script>", "<!-- -->", "<span style='display:none'>", "</span>", "<a href=x.pdf>", "</a>", "&nbsp;", "&#0;"],
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(WORDS, TAGS), max_size=40))
def test_any_soup_is_read(parts: list[str]) -> None:
    raw, said = read_bytes(("<html><body>" + "".join(parts) + "</body></html>").encode(), "a.html")
    if raw is None:
        assert [d.level for d in said] == [Level.ERROR]
    else:
        check_raw(raw)


CELLS = st.lists(st.lists(st.builds(Cell, st.sampled_from(["甲", "乙", ""]), st.integers(1, 4), st.integers(1, 4)), max_size=5), max_size=6)


@given(CELLS)
def test_no_cell_is_lost_in_a_grid(rows: list[list[Cell]]) -> None:
    grid = table_rows(rows)
    for word in ("甲", "乙"):
        assert sum(row.count(word) for row in grid) >= sum(cell.text == word for row in rows for cell in row)


def test_grid_of_spans() -> None:
    rows = [
        [Cell("项", 1, 2), Cell("年", 2)],
        [Cell("一"), Cell("二")],
        [Cell("组", 3)],
        [Cell("甲", 1, 2), Cell("共", 2)],
        [Cell("1"), Cell("2")],
    ]
    assert table_rows(rows) == [["项", "年", "年"], ["项", "一", "二"], ["组"], ["甲", "共", ""], ["甲", "1", "2"]]


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [
        ([["索 引 号：", "X-1", "文　　号", "东政发〔2020〕1号"]], [("索引号", "X-1"), ("文号", "东政发〔2020〕1号")]),
        ([["[发布机构]", "东县政府"], ["标题：规划", ""]], [("发布机构", "东县政府"), ("标题", "规划")]),
        ([["发文日期：2020-01-01", "有效性：有效"]], [("发文日期", "2020-01-01"), ("有效性", "有效")]),
        ([["名称", "规模", "来源"], ["北渠", "3公里", "财政"]], []),
        ([["发布日期", "标题", "文号"], ["2020-01-01", "通知", "1号"]], []),
        ([["发文字号：", ""]], []),
    ],
)
def test_metadata_of_a_table(rows: list[list[str]], pairs: list[tuple[str, str]]) -> None:
    assert label_pairs(rows) == pairs
