"""What programs do to cells is told from what people do."""

from __future__ import annotations

import pytest

from generator.editing.habits import CellError, doubtful, undone, values
from generator.tables import Column, columns


def column(kind: str, name: str) -> Column:
    return next(c for c in columns(kind) if c.name == name)


@pytest.mark.parametrize(
    ("current", "found"),
    [
        ("010101", "10101"),
        ("30%", "0.3"),
        ("30%", "30.00%"),
        ("6.50", "6.5"),
        ("12345", "12,345"),
        ("7", "7.0"),
        ("123456789012345678", "1.23457E+17"),
        ("123456789012345678", "123456789012345000"),
        ("0" * 64, "0"),
        ("2021-03", "2021/3/1"),
        ("2021-03", "Mar-21"),
        ("1-2", "1月2日"),
        ("1-2", "2-Jan"),
        ("1-2", "2026/1/2"),
        ("𠀀字", "?字"),
        ("长" * 40_000, "长" * 32_767),
    ],
)
def test_unedited(current: str, found: str) -> None:
    assert undone(found, current)


@pytest.mark.parametrize(
    ("current", "found"),
    [
        ("30%", "31%"),
        ("30%", "30"),
        ("10101", "10102"),
        ("茶园", "茶园?"),
        ("2021-03", "2021/4/1"),
        ("1-2", "1月3日"),
        ("甲", "乙"),
        ("", "1"),
    ],
)
def test_edited(current: str, found: str) -> None:
    assert not undone(found, current)


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("value", "1,234.50", [1234.5]),
        ("value", "１２３４．５", [1234.5]),
        ("value", "6.0", [6]),
        ("value", "－3", [-3]),
        ("value", "'7", [7]),
        ("value", " 7 ", [7]),
        ("value", "1.5E+03", [1500]),
        ("by", "２０２５", [2025]),
        ("by", "2025.0", [2025]),
        ("operator", "＞＝", [">="]),
        ("metric", "'0101", ["0101"]),
        ("metric", "'=甲", ["=甲"]),
        ("metric", "", []),
    ],
)
def test_forms_of_a_value(name: str, text: str, wanted: list[object]) -> None:
    assert values(column("target", name), text) == wanted


def test_dates_lists_and_truth() -> None:
    dated = column("plan", "dated")
    for text in ("2025/1/5", "2025-01-05", "2025年1月5日", "2025.1.5", "２０２５/１/５", "2025/1/5 0:00"):
        assert values(dated, text) == ["2025-01-05"]
    assert values(column("task", "topics"), "Tea； roads;") == ["Tea", "roads", None]
    assert values(column("task", "measures"), "甲；乙;丙\\;丁") == ["甲；乙", "丙;丁"]
    assert values(column("unit", "members_complete"), "FALSE") == [False]
    assert values(column("unit", "members_complete"), "是") == [True]


@pytest.mark.parametrize(
    ("kind", "name", "text", "words"),
    [
        ("target", "value", "五", "不是数字"),
        ("target", "value", "5%", "不是数字"),
        ("target", "value", "1,23", "不是数字"),
        ("target", "by", "2025.5", "整数"),
        ("target", "by", "2025年", "不是数字"),
        ("plan", "dated", "2025/13/1", "不是日期"),
        ("plan", "dated", "45678", "不是日期"),
        ("unit", "members_complete", "也许", "true"),
        ("task", "title", "#REF!", "算不出来"),
        ("task", "meaning", "Err:509", "算不出来"),
        ("task", "meaning", "错误:509", "算不出来"),
        ("target", "value", "#####", "算不出来"),
        ("task", "measures", "甲\\", "反斜杠"),
    ],
)
def test_wrong_cells(kind: str, name: str, text: str, words: str) -> None:
    with pytest.raises(CellError, match=words):
        values(column(kind, name), text)


@pytest.mark.parametrize(
    ("kind", "name", "text", "words"),
    [
        ("indicator-row", "base.text", "0.061", "百分数"),
        ("project", "scale", "2026-03-04", "日期"),
        ("indicator-row", "base.text", "6.1%", ""),
        ("indicator-row", "base.text", "14.1", ""),
        ("indicator-row", "base.value", "0.061", ""),
        ("plan", "dated", "2026-03-04", ""),
        ("task", "measures", "0.5", ""),
    ],
)
def test_what_a_program_makes_of_typed_text(kind: str, name: str, text: str, words: str) -> None:
    found = doubtful(column(kind, name), text)
    assert words in found if words else not found
