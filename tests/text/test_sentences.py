from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.sentences import bearing, likeness, pairs_of, sentences_of, skeleton


def test_sentences_end_at_full_stops_and_semicolons() -> None:
    assert sentences_of("先修路。再架桥；最后通车！谁来管？") == ["先修路", "再架桥", "最后通车", "谁来管"]
    assert sentences_of("。。") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("在白石镇建一座桥", "在黑滩乡修两条路"), ("到2025年，茶园要有3万亩", "到2030年，床位要有1200张")],
)
def test_sentences_built_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_another_build_is_another_skeleton() -> None:
    assert skeleton("在白石镇建一座桥") != skeleton("白石镇的桥由镇里来建")
    assert skeleton("在白石镇，把桥修好") == "在·，把·"
    assert bearing(skeleton("在白石镇，把桥修好")) == 3


def test_likeness() -> None:
    one = pairs_of("茶农可以领到新苗")
    assert likeness(one, one) == 1.0
    assert likeness(one, pairs_of("路修好了")) == 0.0
    assert 0.5 < likeness(one, pairs_of("茶农可以领到新茶苗")) < 1.0
    assert likeness(frozenset(), frozenset()) == 0.0


@given(st.text(), st.text())
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    a, b = pairs_of(one), pairs_of(other)
    assert 0.0 <= likeness(a, b) == likeness(b, a) <= 1.0
    assert "··" not in skeleton(one)
