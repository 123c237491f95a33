from __future__ import annotations

from generator.checks import repeated_meaning
from tests.copies import QINGHE, Copy, warning

RULE = repeated_meaning.RULE
P1 = QINGHE + "p1.yml"
FIRST, SECOND = "白石镇的老人白天有去处。", "茶农能领到新苗。"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


def test_a_sentence_said_twice(copy: Copy) -> None:
    again = "原文没有写数量，也没有写期限"
    copy.edit(P1, FIRST, f"{FIRST}{again}。")
    copy.edit(P1, SECOND, f"{SECOND}{again}。")
    said = f"“{again}”这句话，“建日间照料中心”（qinghe-145-001）里已经有了；每一条说它自己的影响"
    assert copy.check(RULE) == [warning(copy.span(P1, f"meaning: {SECOND}", SECOND[:2]), RULE, said)]


def test_a_short_sentence_may_stand_twice(copy: Copy) -> None:
    copy.edit(P1, FIRST, f"{FIRST}期限没有写。")
    copy.edit(P1, SECOND, f"{SECOND}期限没有写。")
    assert copy.check(RULE) == []


def test_meanings_that_are_nearly_the_same(copy: Copy) -> None:
    copy.edit(P1, SECOND, "白石镇的老人们白天有去处了。")
    said = "这段影响和“建日间照料中心”（qinghe-145-001）的差不多一样，请写这一条自己的影响"
    assert copy.check(RULE) == [warning(copy.span(P1, "meaning: 白石镇的老人们", "白石镇的老人们"), RULE, said)]
