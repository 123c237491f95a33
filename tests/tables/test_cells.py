"""What stands in a cell can be read back, and no text becomes a formula."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.tables.cells import Value, read, read_list, write, write_list
from generator.tables.shape import Leaf

TEXT = Leaf("string")
FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r\n]")
PLAIN = re.compile(r"[+-]?\d+(\.\d+)?%?")
texts = st.text(alphabet=st.characters(codec="utf-8"), min_size=1)
# The rules turn on these few characters, which free text seldom holds.
tricky = st.text(alphabet="'=+-@＝；;\\a1\n\t%.", min_size=1)


@pytest.mark.parametrize(
    ("leaf", "value", "text"),
    [
        (TEXT, None, ""),
        (TEXT, "骆驼", "骆驼"),
        (TEXT, '=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'),
        (TEXT, "@SUM(1)", "'@SUM(1)"),
        (TEXT, "＝1+1", "'＝1+1"),
        (TEXT, "-cmd", "'-cmd"),
        (TEXT, "-3.5%", "-3.5%"),
        (TEXT, "+12", "+12"),
        (TEXT, "'=1", "''=1"),
        (TEXT, "'好", "'好"),
        (Leaf("string", choices=("=", ">=")), "=", "="),
        (Leaf("string", kinds=("unit",), is_id=True), "qinghe-nongye", "qinghe-nongye"),
        (Leaf("integer"), -21, "-21"),
        (Leaf("number"), -0.5, "-0.5"),
        (Leaf("number"), 6, "6"),
        (Leaf("boolean"), True, "true"),
        (Leaf("date"), "2025-12-31", "2025-12-31"),
    ],
)
def test_a_value_has_one_text(leaf: Leaf, value: Value, text: str) -> None:
    assert write(leaf, value) == text
    assert read(leaf, text) == value
    assert type(read(leaf, text)) is type(value)


@given(texts | tricky)
def test_any_text_comes_back_and_is_no_formula(text: str) -> None:
    cell = write(TEXT, text)
    assert read(TEXT, cell) == text
    assert PLAIN.fullmatch(cell) or not FORMULA.match(cell)


@given(st.lists(texts | tricky, min_size=1))
def test_any_list_comes_back(values: list[str]) -> None:
    cell = write_list(TEXT, values)
    assert read_list(TEXT, cell) == values
    assert PLAIN.fullmatch(cell) or not FORMULA.match(cell)


def test_lists() -> None:
    assert write_list(TEXT, []) == ""
    assert read_list(TEXT, "") == []
    assert write_list(TEXT, ["甲", None, "乙"]) == "甲;;乙"
    assert read_list(TEXT, "甲;;乙") == ["甲", None, "乙"]
    assert write_list(TEXT, ["a;b", "c\\", "=1"]) == "a\\;b;c\\\\;'=1"
    assert write_list(Leaf("integer"), [1, None]) == "1;"
    assert read_list(Leaf("integer"), "1;") == [1, None]


@pytest.mark.parametrize(("kind", "text"), [("integer", "六"), ("integer", "1.5"), ("number", "约6"), ("boolean", "是")])
def test_a_text_of_another_type_is_refused(kind: str, text: str) -> None:
    with pytest.raises(ValueError):
        read(Leaf(kind), text)  # type: ignore[arg-type]


def test_what_a_spreadsheet_makes_of_true_is_read() -> None:
    assert read(Leaf("boolean"), "TRUE") is True
    assert read(Leaf("boolean"), "FALSE") is False
