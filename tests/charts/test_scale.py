"""Places on the width: inside it, in order, alike for alike numbers, from zero unless it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.scale import INSET, from_zero, shared

NUMBERS = st.lists(st.floats(-1e15, 1e15, allow_subnormal=False).map(lambda n: round(n, 6)), min_size=1, max_size=8)
ANY = st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=8)


@given(ANY)
def test_every_number_has_a_place_inside(values: list[float]) -> None:
    for scale in (shared(values), from_zero(values), from_zero(values, INSET, tight=True)):
        assert all(scale.left <= scale.at(value) <= scale.right for value in values)


@given(NUMBERS)
def test_order_is_kept(values: list[float]) -> None:
    for scale in (shared(values), from_zero(values, INSET, tight=True)):
        places = [scale.at(value) for value in sorted(values)]
        assert places == sorted(places)


@given(NUMBERS)
def test_a_scale_ends_where_nothing_is_cut_off(values: list[float]) -> None:
    for scale in (shared(values), from_zero(values)):
        assert scale.low <= min(values)
        assert max(values) <= scale.high


@given(NUMBERS)
def test_lengths_from_zero_are_in_proportion(values: list[float]) -> None:
    scale = from_zero(values, tight=True)
    per_unit = 100 / (scale.high - scale.low)
    for value in values:
        assert abs(scale.at(value) - scale.at(0)) == pytest.approx(abs(value) * per_unit, abs=1e-6)


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ([9.25, 9.81, 7.7, 22.89, 26, 44], 0, 50),
        ([1.17, 5.5, 3.9], 0, 6),
        ([77, 77.7], 76.8, 78),
        ([95, 98, 100], 95, 100),
        ([4, 4], 0, 4),
        ([0, 0], 0, 1),
        ([-3, 2], -3, 2),
        ([-8, -7], -8, 0),
        ([0.3, 5000], 0, 5000),
        ([0], 0, 1),
    ],
)
def test_round_ends(values: list[float], low: float, high: float) -> None:
    scale = shared(values)
    assert (scale.low, scale.high) == (low, high)
    assert scale.from_zero == (low <= 0)


def test_a_share_never_gets_a_scale_beyond_a_hundred_unless_it_is_beyond() -> None:
    assert shared([97, 100]).high > 100
    assert shared([97, 100], most=100).high == 100
    assert shared([97, 104], most=100).high >= 104
