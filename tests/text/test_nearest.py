from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.nearest import LONGEST, nearest, proposal


def test_best_first() -> None:
    assert nearest("titel", ["title", "tile", "kind", "short_title"], count=3) == ["title", "tile", "short_title"]


def test_one_unless_told() -> None:
    assert nearest("titel", ["tile", "title"]) == ["title"]


def test_nothing_below_the_cutoff() -> None:
    assert nearest("abcd", ["wxyz"]) == []
    assert nearest("abcd", ["abxy"], cutoff=0.5) == ["abxy"]
    assert nearest("abcd", ["abxy"], cutoff=0.51) == []


def test_chinese_names() -> None:
    assert nearest("县民政", ["县交通局", "县民政局"]) == ["县民政局"]


def test_ties_do_not_depend_on_the_order_of_the_candidates() -> None:
    assert nearest("ab", ["ac", "ad"]) == nearest("ab", ["ad", "ac"]) == ["ad"]


@pytest.mark.parametrize("name", ["", "a" * (LONGEST + 1)])
def test_nothing_to_compare(name: str) -> None:
    assert nearest(name, ["a" * LONGEST, "a"]) == []


def test_no_candidates() -> None:
    assert nearest("abc", []) == []


def test_long_candidates_are_compared_by_their_start() -> None:
    assert nearest("a" * LONGEST, ["a" * LONGEST + "b" * 5000]) == ["a" * LONGEST + "b" * 5000]


def test_proposal_is_the_tail_of_a_message() -> None:
    assert proposal("titel", ["title", "kind"]) == "；是不是“title”？"
    assert proposal("xyz", ["title", "kind"]) == ""


@given(st.text(min_size=1, max_size=LONGEST), st.lists(st.text(max_size=20), max_size=5))
@settings(max_examples=100, deadline=None)
def test_the_name_itself_wins(name: str, others: list[str]) -> None:
    assert nearest(name, [*others, name]) == [name]
