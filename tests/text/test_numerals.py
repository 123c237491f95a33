from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.numerals import to_han, to_number, to_ordinal

CASES = {
    "二十一": 21, "十": 10, "十二": 12, "一百零五": 105, "三百二": 320, "一万": 10_000, "一万二": 12_000, "1.5万": 15_000, "１２": 12,
    "半": 0.5, "两": 2, "二〇二三": 2023, "第二十一": 21, "三点五": 3.5, "一万零五十": 10_050, "①": 1, "两亿三千万": 230_000_000,
    "1,234": 1234, "二十五万": 250_000, "三千亿": 300_000_000_000,
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), CASES.items())
def test_numerals_of_documents(text: str, value: float) -> None:
    assert to_number(text) == value


@pytest.mark.parametrize("text", ["", "个", "十半", "abc", "一一二十", "3亩", "%1"])
def test_what_is_no_number(text: str) -> None:
    assert to_number(text) is None


@given(st.integers(1, 9999))
def test_arabic_ordinals(number: int) -> None:
    assert to_ordinal(str(number)) == number


@given(st.text(alphabet="一二十百千万亿〇零两半点第0123456789.,％ ", max_size=40))
def test_never_raises(text: str) -> None:
    value = to_number(text)
    assert value is None or value >= 0


@pytest.mark.parametrize(("number", "wanted"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三"), (99, "九十九")])
def test_to_han(number: int, wanted: str) -> None:
    assert to_han(number) == wanted
    assert to_ordinal(wanted) == number


@pytest.mark.parametrize("number", [0, -1, 100])
def test_to_han_ends_at_99(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        to_han(number)
