from __future__ import annotations

from tests.copies import QINGHE, Copy, error

RULE = "missing-measure"
FILE = QINGHE + "p1.yml"


def test_the_tiny_data_is_well(copy: Copy) -> None:
    assert copy.check(RULE) == []


def test_a_number_of_a_target_without_measure(copy: Copy) -> None:
    copy.edit(FILE, "value: 100, measure: 位", "value: 100")
    message = '数字 100 没有单位，请填写 measure，例如 measure: 万亩，或 measure: "%"'
    assert copy.check(RULE) == [error(copy.span(FILE, "value: 100", "100"), RULE, message)]


def test_a_number_of_a_result_without_measure(copy: Copy) -> None:
    copy.edit(FILE, "value: 120, measure: 张", "value: 120")
    assert [d.span for d in copy.check(RULE)] == [copy.span(FILE, "value: 120", "120")]


def test_a_target_in_words_needs_none(copy: Copy) -> None:
    copy.edit(FILE, "text: 建成, by", "text: 全部建成, by")
    assert copy.check(RULE) == []
