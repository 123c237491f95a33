"""What has no honest picture is refused where it is made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.charts import Bar, Bars, Mark, Step, Steps


@pytest.mark.parametrize(
    "make",
    [
        lambda: Bar("a", (), ""),
        lambda: Bar("a", (1, -1), ""),
        lambda: Bar("a", (float("nan"),), ""),
        lambda: Bars(()),
        lambda: Bars((Bar("a", (1, 2), ""),)),
        lambda: Bars((Bar("a", (1,), ""), Bar("b", (1, 2), "")), ("x", "y")),
        lambda: Bars((Bar("a", (1, 2, 3, 4), ""),), ("w", "x", "y", "z")),
        lambda: Mark(float("inf"), ""),
        lambda: Mark(1, "", "range"),
        lambda: Mark(2, "", "range", 1),
        lambda: Mark(1, "", "point", 2),
        lambda: Step("a"),
        lambda: Steps((), "%"),
    ],
)
def test_no_honest_picture(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"chart|bar|range|step|picture"):
        make()


def test_one_part_may_be_below_zero_and_a_step_may_miss_either_end() -> None:
    assert Bar("a", (-3,), "").parts == (-3,)
    mark = Mark(1, "1")
    assert Step("a", base=mark).marks == Step("a", target=mark).marks == (mark,)
