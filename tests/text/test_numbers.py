from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.text.numbers import plain, with_measure


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (6.0, "6"),
        (0.5, "0.5"),
        (33375, "33375"),
        (-3, "-3"),
        (-3.25, "-3.25"),
        (0, "0"),
        (0.0, "0"),
        (-0.0, "0"),
        (100.10, "100.1"),
        (1e6, "1000000"),
        (78.5, "78.5"),
        (0.000001, "0.000001"),
        (10**29, "1" + "0" * 29),
    ],
)
def test_plain(value: int | float, written: str) -> None:
    assert plain(value) == written


@pytest.mark.parametrize(("value", "written"), [(0.1234567, "0.1234567"), (1e-7, "0.0000001"), (-1e-7, "-0.0000001")])
def test_no_digit_is_lost(value: float, written: str) -> None:
    assert plain(value) == written


@given(st.integers(-(10**12), 10**12), st.integers(0, 6))
@settings(max_examples=200, deadline=None)
@example(1005, 2)
def test_every_printed_number_is_written_as_printed(digits: int, places: int) -> None:
    exact = Decimal(digits).scaleb(-places)
    written = plain(float(exact))
    assert Decimal(written) == exact
    assert "e" not in written.lower()
    assert "." not in written or not written.endswith(("0", "."))


def test_figure_and_measure() -> None:
    assert with_measure(6.0, "万峰") == "6万峰"
    assert with_measure(81, "%") == "81%"
    assert with_measure(7, None) == "7"
