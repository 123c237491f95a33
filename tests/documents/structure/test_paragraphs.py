from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.structure.paragraphs import is_responsibility, paragraph_of
from generator.documents.structure.read import read_text

TEXT = (
    "某县分工\n一、产业\n1.建厂。年内开工。\n\n继续扩建。\n\n（1）选址。\n牵头单位:县工信局\n\n"
    "2.修路。通到村。\n责任单位：县交通局\n二、民生\n办好实事。\n"
)


@pytest.mark.parametrize(
    "words", ["牵头单位:县局", "【责任单位】县局", "配合单位：各镇", "数据提供单位:县统计局", "牵头单位及责任人：甲局", "主办单位：甲局"]
)
def test_responsibility(words: str) -> None:
    assert is_responsibility(words)


@pytest.mark.parametrize("words", ["责任单位要压实责任。", "牵头单位负责协调", "责任单位：要压实责任。要抓好落实。"])
def test_prose_is_no_responsibility(words: str) -> None:
    assert not is_responsibility(words)


def test_passage_of_an_item_runs_to_the_next() -> None:
    document = read_text(TEXT, "x")
    span = paragraph_of(document, "1.建厂")
    assert span is not None
    passage = TEXT[slice(*span)]
    assert passage.startswith("1.建厂")
    assert passage.endswith("县工信局")


def test_white_space_and_width_do_not_matter() -> None:
    document = read_text(TEXT, "x")
    assert paragraph_of(document, "２. 修路") == paragraph_of(document, "2.修路") is not None
    assert paragraph_of(document, "2.修路", 2) is None
    assert paragraph_of(document, "") is None


@given(st.text(max_size=20), st.integers(-1, 3))
def test_span_is_inside(starts: str, nth: int) -> None:
    span = paragraph_of(read_text(TEXT, "x"), starts, nth)
    assert span is None or 0 <= span[0] <= span[1] <= len(TEXT)
