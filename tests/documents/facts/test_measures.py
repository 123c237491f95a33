from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.facts.measures import find_measured, narrowed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("300万-500万千瓦", [(300, 500, "万千瓦")]),
        ("3至5家", [(3, 5, "家")]),
        ("一万亩", [(1, None, "万亩")]),
        ("一万二千亩", [(12000, None, "亩")]),
        ("１，２００万元、1,200万元", [(200, None, "万元"), (1200, None, "万元")]),
        ("354万人(次)", [(354, None, "万人(次)")]),
        ("1.2亿立方米/年", [(1.2, None, "亿立方米/年")]),
        ("160余公里", [(160, None, "公里")]),
        ("2018—2025年", []),
        ("G331线、5G、〔2023〕23号、第三个", []),
        ("《规划（2016—2035年）》投资8亿元", [(8, None, "亿元")]),
        ("一批、三方、“四个不摘”、六家子镇、百亿元", []),
        ("学前三年毛入园率", []),
    ],
)
def test_numbers_and_their_measures(text: str, wanted: list[tuple[float, float | None, str]]) -> None:
    assert [(one.value, one.value_max, one.measure) for one in find_measured(text)] == wanted


@given(st.text(alphabet="0123456789一二三十百千万亿零.,-~至亩元%个年《》“” 多余第G半小时", max_size=80))
def test_spans_hold(text: str) -> None:
    last = 0
    for one in find_measured(text):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.value_max is None or one.value_max > one.value
        last = one.end


@given(st.text(max_size=60))
def test_narrowing_keeps_offsets(text: str) -> None:
    assert len(narrowed(text)) == len(text)
