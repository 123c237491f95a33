from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.dates import find_dates, is_date_line, to_iso


@pytest.mark.parametrize(
    "text", ["2023年6月28日", "二〇二三年六月二十八日", "2023-06-28", "2023/6/28", "２０２３年６月２８日", "于2023.6.28印发"]
)
def test_forms(text: str) -> None:
    assert to_iso(text) == "2023-06-28"


@pytest.mark.parametrize("text", ["2023-02-30", "2023年", "2023年13月1日", "一二三", ""])
def test_no_date(text: str) -> None:
    assert to_iso(text) is None


def test_date_lines() -> None:
    assert is_date_line(" 2023年6月28日 ")
    assert not is_date_line("2023年6月28日召开会议")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.text(max_size=20))
def test_span_and_value(day: date, before: str) -> None:
    text = f"{before} {day.year}年{day.month}月{day.day}日"
    found = find_dates(text)[-1]
    assert found.iso == day.isoformat()
    assert text[found.start : found.end] == f"{day.year}年{day.month}月{day.day}日"
