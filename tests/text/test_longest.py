"""The longest of many words, in one pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.longest import longest


def found(words: list[str], text: str) -> list[str]:
    return [match[0] for match in longest(words).finditer(text)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["三保", "三保障"], "三保障和三保", ["三保障", "三保"]),
        (["5A"], "15A，5A，5AB，5A级", ["5A", "5A"]),
        (["AQI"], "CAQI AQI AQIx AQI9", ["AQI", "AQI"]),
        (["a.b", "a"], "axb a.b", ["a.b"]),
        ([], "什么都没有", []),
        ([""], "什么都没有", []),
    ],
)
def test_longest(words: list[str], text: str, expected: list[str]) -> None:
    assert found(words, text) == expected


@given(words=st.lists(st.text("一二三", min_size=1, max_size=3)), text=st.text("一二三四", max_size=30))
def test_it_agrees_with_trying_every_word_at_every_place(words: list[str], text: str) -> None:
    expected, at = [], 0
    while at < len(text):
        word = max((w for w in words if text.startswith(w, at)), key=len, default="")
        expected += [word] if word else []
        at += len(word) or 1
    assert found(words, text) == expected
