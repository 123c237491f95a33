from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.widths import fold, folded

SAME = [
    ("（一） Ａ", "(一)A"),
    ("１２，３４５％", "12,345%"),
    ("“甲”‘乙’", "\"甲\"'乙'"),
    ("甲—乙–丙−丁", "甲-乙-丙-丁"),
    ("甲\u3000乙\u2003丙\n丁\t戊", "甲乙丙丁戊"),
    ("甲\u200b乙\ufeff丙\x07", "甲乙丙"),
    ("①", "1"),
    ("㎡", "m2"),
    ("甲・乙〜丙", "甲·乙~丙"),
    ("：；！？", ":;!?"),
    ("。、《》", "。、《》"),
]


@pytest.mark.parametrize(("text", "same"), SAME)
def test_forms_that_compare_alike(text: str, same: str) -> None:
    assert folded(text) == same
    assert fold(text).text == same


@pytest.mark.parametrize(("one", "other"), [("甲", "乙"), ("1", "2"), ("1.5", "15"), ("A", "a"), ("。", "."), ("、", ",")])
def test_what_stays_different(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_the_way_back() -> None:
    text = "（一） 修㎡路"
    found = fold(text)
    at = found.text.index("m2")
    start, end = found.original(at, at + 2)
    assert text[start:end] == "㎡"
    start, end = found.original(found.text.index("修"), found.text.index("路") + 1)
    assert text[start:end] == "修㎡路"


@given(st.text(max_size=60))
def test_every_character_knows_where_it_came_from(text: str) -> None:
    found = fold(text)
    assert len(found.text) == len(found.offsets)
    assert list(found.offsets) == sorted(found.offsets)
    assert all(0 <= offset < len(text) for offset in found.offsets)
    assert found.text == folded(text)


@given(st.text(alphabet="甲乙（）(),，。“”—1２a Ｂ\u3000\n", max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=30), st.text(max_size=30))
def test_pieces_fold_as_the_whole(one: str, other: str) -> None:
    assert folded(one) + folded(other) == folded(one + other)
