from __future__ import annotations

import pytest

from generator.checks import target_year
from generator.diagnostics import Diagnostic, Level
from tests.copies import QINGHE, Copy, error, warning

RULE = target_year.RULE
P1 = QINGHE + "p1.yml"
PERIOD_END = "value: 3, measure: 万亩, by: 2025, by_basis: period-end"
STATED = "value: 100, measure: 位, by: 2025, by_basis: stated"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


@pytest.mark.parametrize("rest", ["by: 2025", "by_basis: stated"])
def test_a_year_and_its_basis_go_together(copy: Copy, rest: str) -> None:
    copy.edit(P1, "by: 2025, by_basis: stated", rest)
    span = copy.span(P1, "{id: qinghe-145-001-t01")
    assert copy.check(RULE) == [error(span, RULE, "年份（by）和年份的依据（by_basis）要么都写，要么都不写")]


@pytest.mark.parametrize("year", [2020, 2026])
def test_a_year_outside_the_period(copy: Copy, year: int) -> None:
    new = STATED.replace("2025", str(year))
    copy.edit(P1, STATED, new)
    message = f"目标年份 {year} 不在规划期 2021—2025 之内，请核对"
    assert copy.check(RULE) == [warning(copy.span(P1, new, str(year)), RULE, message)]


@pytest.mark.parametrize("year", [2021, 2023, 2025])
def test_a_stated_year_inside_the_period(copy: Copy, year: int) -> None:
    copy.edit(P1, STATED, STATED.replace("2025", str(year)))
    assert copy.check(RULE) == []


@pytest.mark.parametrize("basis", ["period-end", "plan-period"])
def test_a_year_taken_from_the_period_is_its_last(copy: Copy, basis: str) -> None:
    new = PERIOD_END.replace("2025", "2024").replace("period-end", basis)
    copy.edit(P1, PERIOD_END, new)
    assert copy.check(RULE) == [error(copy.span(P1, new, "2024"), RULE, "按规划期算，年份应该是 2025")]


def test_the_long_horizon_lies_beyond_the_period(copy: Copy) -> None:
    copy.edit(P1, 'by: 2035, by_basis: stated, horizon: "2035"', "by: 2035, by_basis: stated")
    (found,) = copy.check(RULE)
    span = copy.span(P1, "by: 2035", "2035")
    assert found == Diagnostic(span, RULE, "目标年份 2035 不在规划期 2021—2025 之内，请核对", Level.WARNING)
