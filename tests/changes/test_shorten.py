from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.changes.shorten import WHOLE, cut, shortened

LONG = "给全旗的骆驼养殖基地做统一布局，并在阿拉腾敖包镇建驼奶加工基地。本地一年产驼奶{}万吨，再从外地调入1万吨，供给加工厂。"


def test_short_texts_stay_whole() -> None:
    assert shortened("建桥", "修桥") == ("建桥", "修桥")


def test_long_texts_show_what_changed_and_split_no_number() -> None:
    old, new = shortened(LONG.format("1.25"), LONG.format("1.75"))
    assert old == "…年产驼奶1.25万吨，再从…"
    assert new == "…年产驼奶1.75万吨，再从…"


def test_a_sentence_more() -> None:
    text = LONG.format(1)
    old, new = shortened(text, text + "原文没有写时间。")
    assert old.startswith("…")
    assert new.endswith("原文没有写时间。")


def test_cut_keeps_both_ends() -> None:
    assert cut("一二三四五六七八九十", 5) == "一二…九十"
    assert cut("一二三", 5) == "一二三"


@given(st.text("甲乙丙1.5%。", max_size=120), st.text("甲乙丙1.5%。", max_size=120))
def test_different_texts_are_never_shortened_to_the_same(old: str, new: str) -> None:
    short = shortened(old, new)
    assert shortened(new, old) == (short[1], short[0])
    if len(old) <= WHOLE and len(new) <= WHOLE:
        assert short == (old, new)
    if old == new:
        assert short[0] == short[1]
