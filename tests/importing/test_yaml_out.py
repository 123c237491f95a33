from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.yaml_out import Guess, bare, emit, scalar
from generator.source import load

KEYS = st.sampled_from(["id", "source", "targets", "leads", "measures", "children", "tasks", "growth", "aliases", "甲"])
TEXT = st.text(max_size=20) | st.sampled_from(
    ["no", "~", "null", "1e3", "0x1F", "2021-01-01", "- a", "a: b", "a #b", "", " a", "[x", "=", "100%", "1_000", "12:30"]
)
SCALARS = (
    TEXT | st.integers(-(10**15), 10**15) | st.floats(-1e12, 1e12).filter(lambda v: v == 0 or abs(v) > 1e-6) | st.booleans() | st.none()
)


def _guessed(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return values | st.builds(Guess, values, st.text(max_size=8))


TREES = st.recursive(
    _guessed(SCALARS),
    lambda inner: _guessed(st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=20,
)


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=5))
def test_what_is_written_reads_back_the_same(tree: dict[str, Any]) -> None:
    source, findings = load(emit(tree, "x.json").encode(), "x.yml")
    assert [f.message for f in findings if "全角冒号" not in f.message] == []
    assert source is not None
    assert source.value == bare(tree)


@pytest.mark.parametrize("text", ["no", "1.", "0o14", "null", "~", "1_000", "2:30", "", "=", "-", "# a", "a: b", "yes", "1e3"])
def test_words_that_look_like_something_else_are_quoted(text: str) -> None:
    assert scalar(text).startswith('"')


@pytest.mark.parametrize("text", ["茶园面积", "2021-04-06", "21.扩大茶园面积。", "《纲要》分工方案", "3年"])
def test_plain_words_are_not(text: str) -> None:
    assert scalar(text) == text


def test_a_guess_stands_on_its_line() -> None:
    text = emit({"id": "x", "kind": Guess("outline", "按标题推测"), "targets": [{"id": "t", "measure": Guess("%", "单位\n不明")}]})
    assert "kind: outline  # 请核对：按标题推测\n" in text
    assert '  - {id: t, measure: "%"}  # 请核对：单位 不明\n' in text
