"""By when a task is to be done."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.responsibility.deadlines import find_deadline


@pytest.mark.parametrize(
    ("text", "words", "kind", "year", "month", "day"),
    [
        ("完成时限：2025年底前", "2025年底前", "date", 2025, None, None),
        ("完成时限: 2025年12月底前；责任单位：市教育局", "2025年12月底前", "date", 2025, 12, None),
        ("完成时间：2024年6月30日", "2024年6月30日", "date", 2024, 6, 30),
        ("整改时限：2023年1月至2025年11月", "2023年1月至2025年11月", "date", 2025, 11, None),
        ("完成时限：2024.6.30", "2024.6.30", "date", 2024, 6, 30),
        ("【完成时限】2025年三季度", "2025年三季度", "date", 2025, 9, None),
        ("完成时限：2025年上半年", "2025年上半年", "date", 2025, 6, None),
        ("完成时限：二〇二五年六月底前", "二〇二五年六月底前", "date", 2025, 6, None),
        ("完成时限：“十四五”末", "“十四五”末", "date", 2025, None, None),
        ("完成时限：2024年起长期坚持", "2024年起长期坚持", "long-term", 2024, None, None),
        ("完成时限：持续推进", "持续推进", "long-term", None, None, None),
        ("完成时限：立行立改", "立行立改", "immediate", None, None, None),
        ("完成时限：按季度推进", "按季度推进", "recurring", None, None, None),
        ("时间节点：见附件", "见附件", "other", None, None, None),
        ("抓好护林防火。（长期坚持）", "长期坚持", "long-term", None, None, None),
        ("责任单位：市林草局；长期坚持。", "长期坚持", "long-term", None, None, None),
        ("完成普查。（2025年12月底前完成）", "2025年12月底前完成", "date", 2025, 12, None),
        ("2025年6月底前完成普查。", "2025年6月底前", "date", 2025, 6, None),
        ("6月底前完成普查，年产值10亿元。", "6月底前", "date", None, 6, None),
        ("提前完成编制，年底前建成投用。", "年底前", "date", None, None, None),
    ],
)
def test_forms(text: str, words: str, kind: str, year: int | None, month: int | None, day: int | None) -> None:
    found = find_deadline(text)
    assert found is not None
    assert (found.text, found.kind, found.year, found.month, found.day) == (words, kind, year, month, day)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，产值达到6亿元。",
        "2020年完成投资3亿元。",
        "（2023年）",
        "云政发〔2023〕12号",
        "提前完成任务。",
        "目前完成率为60%。",
        "坚持长期主义。",
        "完成时限：",
        "",
    ],
)
def test_no_deadline(text: str) -> None:
    assert find_deadline(text) is None


def test_what_is_not_certain_says_why() -> None:
    for text in (
        "6月底前完成",
        "完成时限：年底前",
        "2025年底前完成普查",
        "时间节点：见附件",
        "完成时限：2024年起长期坚持",
        "抓好护林防火。（长期坚持）",
    ):
        found = find_deadline(text)
        assert found is not None
        assert found.confidence < 1 and found.why


@given(st.text(alphabet="完成时限：:2025年12月底前〇二六日（）()长期坚持立即每季度。；，\n 到.-“十四五”末", max_size=80))
def test_span_stands_in_the_text(text: str) -> None:
    found = find_deadline(text)
    if found is not None:
        assert text[found.start : found.end] == found.text != ""
        assert found.month is None or 1 <= found.month <= 12
        assert found.confidence == 1 or found.why


@given(st.text(max_size=150))
def test_any_text_is_read(text: str) -> None:
    found = find_deadline(text)
    assert found is None or text[found.start : found.end] == found.text


@pytest.mark.parametrize("piece", ["完成时限" + " " * 60, "2025年" + " " * 60, "（", "（ ", "2025年底前", "年底前", "长期坚持", "十四五"])
def test_cost_is_linear_in_hostile_text(piece: str) -> None:
    text = piece * (250_000 // len(piece))
    began = time.process_time()
    find_deadline(text)
    assert time.process_time() - began < 3
