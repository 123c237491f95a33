from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.facts.tense import Clock, plan_years, read_mood

PLAN = Clock((2021, 2025))


@pytest.mark.parametrize(
    ("sentence", "past", "future", "years"),
    [
        ("到2025年，覆盖率达到30%", False, True, [(2025, "stated")]),
        ("2022年底前完成", False, True, [(2022, "stated")]),
        ("2020年，覆盖率达到30%", True, False, []),
        ("“十三五”期间，增长6%", True, False, []),
        ("“十四五”末，达到6万头", False, True, [(2025, "period-end")]),
        ("“十四五”期间，新增5个", False, False, [(2025, "plan-period")]),
        ("截至2020年底，累计完成5个", True, False, []),
        ("比2020年增长5%", False, False, []),
        ("力争比“十三五”末翻一番", False, True, []),
        ("锚定2035年远景目标", False, False, []),
        ("同比增长5%", True, False, []),
    ],
)
def test_time_words(sentence: str, past: bool, future: bool, years: list[tuple[int, str]]) -> None:
    mood = read_mood(sentence, PLAN)
    assert (mood.past, mood.future) == (past, future)
    assert [(deadline.year, deadline.basis) for deadline in mood.deadlines] == years


def test_the_report_year_divides_past_from_future() -> None:
    report = Clock(None, 2020)
    assert read_mood("2019年增长5%", report).past
    assert not read_mood("2020年增长5%", report).past


def test_years_of_plans() -> None:
    assert plan_years("十四") == (2021, 2025)
    assert plan_years("十五") == (2026, 2030)


@given(st.text(alphabet="到至2025年底前“十四五”三期间末力争比同已累计，", max_size=80))
def test_deadlines_stand_inside(sentence: str) -> None:
    for deadline in read_mood(sentence, PLAN).deadlines:
        assert 0 <= deadline.start < deadline.end <= len(sentence)
