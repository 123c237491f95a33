"""Figures in running text: numbers, measures, metrics and words of comparison."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.widths import folded
from generator.verify.figures import best_share, clause_before, find_figure, in_order_share, near, operator_fits, printed_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("改造120公里", [120]),
        ("产值1,234.5万元", [1234.5]),
        ("建成两座、三十五个", [2, 35]),
        ("装机1000万千瓦", [1000]),
        ("没有数", []),
    ],
)
def test_numbers(text: str, numbers: list[float]) -> None:
    assert [number.value for number in printed_numbers(text)] == numbers


@pytest.mark.parametrize(
    ("passage", "value", "measure", "stands"),
    [
        ("羊达到6万只", 6, "万只", True),
        ("羊达到60000只", 6, "万只", True),
        ("羊达到6万只", 60000, "只", True),
        ("羊达到6万只", 6, "只", False),
        ("羊达到16万只", 6, "万只", False),
        ("羊达到6.5万只", 6, "万只", False),
        ("羊达到300万-500万只", 300, "万只", True),
        ("羊达到300-500只", 300, "只", True),
        ("羊达到６万只", 6, "万只", True),
        ("羊达到1000万千瓦", 1000, "瓦", False),
    ],
)
def test_a_value_in_its_measure(passage: str, value: float, measure: str, stands: bool) -> None:
    assert bool(find_figure(folded(passage), "羊", value, measure)) is stands


def test_the_place_with_the_best_metric_comes_first() -> None:
    text = folded("养牛5头。养羊5头。")
    matches = find_figure(text, "养羊", 5, "头")
    assert [match.printed.start for match in matches] == [7, 2]
    assert matches[0].share == 1.0


def test_what_stands_before_a_figure_ends_at_the_sentence() -> None:
    text = "修路。架桥,达到5座"
    assert clause_before(text, text.index("5")) == "架桥,达到"


@pytest.mark.parametrize(
    ("metric", "text", "share"), [("班车总数", "班车的总数", 1.0), ("总数班车", "班车总数", 0.5), ("渡口", "码头", 0.0)]
)
def test_characters_in_their_order(metric: str, text: str, share: float) -> None:
    assert in_order_share(metric, text) == share


def test_the_best_start_counts() -> None:
    assert in_order_share("水渠", "水库下游修渠") == 1.0
    assert best_share("水渠长度", "水,长度,水渠长度") == 1.0


@given(st.text(max_size=30), st.text(max_size=60))
def test_shares_are_shares(metric: str, text: str) -> None:
    if metric:
        assert 0.0 <= best_share(metric, text) <= 1.0


def test_the_words_that_belong_to_one_figure() -> None:
    text = "粮食达到50吨,蔬菜达到8吨,水果6吨"
    numbers = list(printed_numbers(text))
    words = [near(text, number, [n.end for n in numbers]) for number in numbers]
    assert words == ["粮食达到\n吨", "蔬菜达到\n吨", "水果\n吨"]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("水渠达到5条", {"="}),
        ("水渠5条左右", {"~"}),
        ("水渠约5条", {"~"}),
        ("水渠达到5条以上", {">="}),
        ("水渠不少于5条", {">="}),
        ("水渠5条以内", {"<="}),
        ("水渠不超过5条", {"<="}),
        ("水渠控制在5条左右", {"~"}),
        ("水渠突破5条", {">"}),
        ("水渠低于5条", {"<"}),
        ("规模以上企业达到5条", {"="}),
        ("三岁以下托位达到5条", {"="}),
        ("近视率降到5条", {"="}),
        ("节约用水5条", {"="}),
    ],
)
def test_words_of_comparison(text: str, fits: set[str]) -> None:
    (number,) = [n for n in printed_numbers(text) if n.value == 5]
    assert {operator for operator in ("=", "~", ">=", "<=", "<", ">") if operator_fits(text, number, operator)} == fits


@pytest.mark.parametrize("operator", ["reach", "text", "range"])
def test_worded_targets_need_no_word_of_comparison(operator: str) -> None:
    text = "水渠5条以上"
    assert operator_fits(text, next(printed_numbers(text)), operator)


@pytest.mark.parametrize(
    ("text", "value", "measure"), [("检查企业1500余次", 1500, "次"), ("栽植乔木3万余株", 3, "万株"), ("改革40多项", 40, "项")]
)
def test_a_little_more_is_said_with_the_figure(text: str, value: float, measure: str) -> None:
    assert find_figure(folded(text), text[:4], value, measure)
