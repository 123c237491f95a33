from __future__ import annotations

import pytest

from generator.checks import placeholder
from tests.copies import QINGHE, Copy, error

RULE = placeholder.RULE
P1 = QINGHE + "p1.yml"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


@pytest.mark.parametrize("text", ["TODO", "TODO：写", "这里TODO补上", "FIXME", "见XXX局", "XXX", "待填", "待补充", "【待核】", "（TODO）"])
def test_unfinished_text(copy: Copy, text: str) -> None:
    copy.edit(P1, "meaning: 茶农能领到新苗。", f"meaning: {text}")
    (found,) = copy.check(RULE)
    assert found.span == copy.span(P1, f"meaning: {text}", text)
    mark = found.message.removeprefix("“meaning”还没有写完，请把“").removesuffix("”换成要写的内容")
    assert mark in text
    assert any(word in mark for word in ("TODO", "FIXME", "XXX", "待填", "待补", "【待核】"))


@pytest.mark.parametrize("text", ["TODOS", "MXXXL", "todo", "待遇", "XX", "等待填报", "优待补助", "接待补贴"])
def test_words_that_only_look_unfinished(copy: Copy, text: str) -> None:
    copy.edit(P1, "meaning: 茶农能领到新苗。", f"meaning: {text}")
    assert copy.check(RULE) == []


def test_every_field_is_looked_at(copy: Copy) -> None:
    copy.edit("units/qinghe.yml", "note: 原文没有列全。", "note: 待补。")
    copy.edit(QINGHE + "plan.yml", "body: 县人大第一次会议", "body: 待填")
    assert copy.check(RULE) == [
        error(copy.span(QINGHE + "plan.yml", "待填"), RULE, "“body”还没有写完，请把“待填”换成要写的内容"),
        error(copy.span("units/qinghe.yml", "待补。"), RULE, "“note”还没有写完，请把“待补”换成要写的内容"),
    ]


def test_an_entry_of_a_list_is_named_by_its_field(copy: Copy) -> None:
    copy.edit(P1, "measures: [选址, 建房,", "measures: [选址, 待填,")
    assert copy.check(RULE) == [error(copy.span(P1, "待填"), RULE, "“measures”还没有写完，请把“待填”换成要写的内容")]
