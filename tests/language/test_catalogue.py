"""Saying texts: what a catalogue has, what it lacks, and values that must stay values."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import CHINESE, Catalogue, Run, enumerated, joined, mark, markc, pieces, runs, speaking, spoken, tr, trc, trn
from generator.language.catalogue import filled, places

TEXTS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("", "另有{n}项目标"): ("{n} more targets",),
    ("", "{n}条任务"): ("{n} task", "{n} tasks"),
    ("目标", "增长"): ("increase of",),
    ("", "增长"): ("growth",),
    ("", "也可以{way}。"): ("You can also {way}.",),
    ("标点", "{first}、{second}"): ("{first}, {second}",),
    ("最后一项", "{first}、{second}"): ("{first} and {second}",),
}
ENGLISH = Catalogue("en", "English", texts=TEXTS, plural=lambda n: int(n != 1))


def test_chinese_is_said_as_it_stands() -> None:
    assert tr("另有{n}项目标", n=3) == "另有3项目标"
    assert trn("{n}条任务", 1) == "1条任务"
    assert trc("目标", "增长") == "增长"


def test_another_language_is_said_where_it_is_spoken_and_only_there() -> None:
    with speaking(ENGLISH):
        assert spoken() is ENGLISH
        assert tr("另有{n}项目标", n=3) == "3 more targets"
        assert [trn("{n}条任务", n) for n in (0, 1, 2)] == ["0 tasks", "1 task", "2 tasks"]
        assert (trc("目标", "增长"), tr("增长")) == ("increase of", "growth")
        with speaking(CHINESE):
            assert tr("增长") == "增长"
        assert tr("增长") == "growth"
    assert spoken() is CHINESE


def test_the_language_is_left_when_something_fails() -> None:
    with pytest.raises(KeyError), speaking(ENGLISH):
        raise KeyError
    assert spoken() is CHINESE


def test_what_a_catalogue_lacks_is_said_in_chinese() -> None:
    with speaking(ENGLISH):
        assert tr("没有译的{name}", name="甲") == "没有译的甲"
        assert trc("别处", "增长") == "增长"
    with speaking(Catalogue("en", "English", texts={("", "{n}条任务"): ("{n} task", "")}, plural=lambda n: int(n != 1))):
        assert trn("{n}条任务", 2) == "2条任务", "a form that is missing"


def test_a_value_is_never_read_as_a_place_or_a_format() -> None:
    assert tr("{a}和{b}", a="{b}", b="{a}") == "{b}和{a}"
    assert filled("{n.__class__} {0} {n!r} {n:>9} {{n}} {n}", {"n": 1}) == "{n.__class__} {0} {n!r} {n:>9} {1} 1"
    assert filled("{没有}", {}) == "{没有}"


@given(st.text(), st.dictionaries(st.from_regex(r"\w{1,3}", fullmatch=True), st.text()))
def test_any_translation_can_be_filled(text: str, values: dict[str, str]) -> None:
    said = filled(text, values)
    if not places(text):
        assert said == text


def test_pieces_keep_their_order_in_each_language() -> None:
    assert pieces("也可以{way}。") == [("也可以", False), ("way", True), ("。", False)]
    with speaking(ENGLISH):
        assert pieces("也可以{way}。") == [("You can also ", False), ("way", True), (".", False)]


def test_joining_follows_the_language_and_leaves_out_what_is_empty() -> None:
    assert joined(["甲", "", "乙"]) == "甲、乙"
    assert joined(["甲", "乙"], "names") == "甲、乙"
    assert joined(["甲", "乙"], "clauses") == "甲，乙"
    assert joined(["甲。", "乙。"], "sentences") == "甲。乙。"
    with speaking(ENGLISH):
        assert joined(["a", "", "b"]) == "a, b"


def test_the_last_thing_of_a_sentence_may_be_joined_in_its_own_way() -> None:
    assert enumerated(["甲", "", "乙", "丙"]) == "甲、乙、丙"
    assert enumerated(["甲", "乙", "丙"], "clauses") == "甲，乙，丙"
    assert (enumerated([]), enumerated(["", "甲"])) == ("", "甲")
    with speaking(ENGLISH):
        assert enumerated(["a", "b", "", "c"]) == "a, b and c"


def test_marking_says_nothing_yet() -> None:
    with speaking(ENGLISH):
        assert mark("增长") == markc("目标", "增长") == "增长"


def test_chinese_runs_are_told_apart() -> None:
    assert runs("Lead: 县民政局, by 2025") == [Run("Lead: ", False), Run("县民政局", True), Run(", by 2025", False)]
    assert runs("第21条 on 5G基站建设") == [Run("第21条", True), Run(" on 5G", False), Run("基站建设", True)]
    assert runs("《清河县“十四五”规划》 (p. 3)") == [Run("《清河县“十四五”规划》", True), Run(" (p. 3)", False)]
    assert runs("") == []


@given(st.text(st.sampled_from("甲乙，。（）“”《》 aZ09.%-·\u3000")))
def test_runs_are_the_text_cut_up(text: str) -> None:
    found = runs(text)
    assert "".join(run.text for run in found) == text
    assert all(run.text for run in found)
    assert not any("甲" in run.text or "乙" in run.text for run in found if not run.chinese)
