"""The letters under which people look for names."""

from __future__ import annotations

import pytest

from generator.text.initials import OTHER, group_order, initial, spelling


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("行政复议", "X"),
        ("长调", "C"),
        ("重复访", "C"),
        ("“八五”普法", "B"),
        ("AQI", "A"),
        ("B型保税", "B"),
        ("5A级景区", OTHER),
        ("", OTHER),
    ],
)
def test_initial(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_marks_do_not_change_the_order() -> None:
    assert spelling("“四风”") == spelling("四风") == "sifeng"
    assert sorted(["Z", OTHER, "A"], key=group_order) == ["A", "Z", OTHER]
