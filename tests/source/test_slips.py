"""Slips that are found again in the lines, and lines that look odd but are right."""

from __future__ import annotations

import pytest

from generator.source import load
from generator.source.slips import slip


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("a: 1\n<<<<<<< x\nb: 1\n=======\nb: 2\n>>>>>>> y", 3, (1, 0, "两种写法只留一种")),
        ('a: "x\nb: "y"\nc: 1', 2, (0, 3, "引号没有配对")),
        ("a: '甲\nb: 乙\nc: {d: '~'}", 2, (0, 3, "补上引号“'”")),
        ("- {a: 甲，b: 乙}", 0, (0, 7, "全角逗号")),
        ("a: 1\nb:2", 1, (1, 1, "少一个空格")),
        ("- a\n-b", 1, (1, 0, "“-”后面少一个空格")),
        ("a: 1\n   b: 2", 1, (1, 3, "多了 3 个空格")),
        ("- a: 1\n b: 2", 1, (1, 1, "少了 1 个空格，“b”要和上一行的“a”对齐")),
        ("  - {a: 1}\n - {b: 1}", 1, (1, 1, "少了 1 个空格，“-”")),
    ],
)
def test_slips(text: str, at: int, found: tuple[int, int, str]) -> None:
    seen = slip(text.split("\n"), at)
    assert seen is not None
    assert seen[:2] == found[:2]
    assert found[2] in seen[2]


@pytest.mark.parametrize("text", ["a:\n  b: 1", "- a: 1\n  b: 2", "a: 1\n\nb: 2", "x: http://a", "a: '1，b: 2'"])
def test_lines_that_are_right(text: str) -> None:
    assert slip(text.split("\n"), text.count("\n")) is None


def test_a_line_beyond_the_end_is_no_trouble() -> None:
    assert slip(["a: 1"], 5) is None
    assert slip([""], 0) is None


@pytest.mark.parametrize("text", ["a: 1 # 说明\n", "a: 甲 # 说明\n", 'a: "甲 #乙"\n', "a: 甲#乙\n", "# 说明\na: 甲\n", "a: |\n  甲 #乙\n"])
def test_comments_that_are_meant(text: str) -> None:
    assert load(text.encode(), "data/a.yml")[1] == []


def test_text_that_would_be_lost() -> None:
    _, (found,) = load("a:\n  - 甲 #乙\n".encode(), "data/a.yml")
    assert (found.span.line, found.span.column, "注释" in found.message) == (2, 7, True)
