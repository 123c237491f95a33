"""The drawn picture: words escaped, marks inside and in proportion, small, and the same bytes each time."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.charts import Bar, Bars, Mark, Step, Steps, draw
from generator.charts.lettering import LINE, width
from generator.charts.values import Picture
from generator.language import Catalogue, speaking
from tests.charts.drawing import across, height, number, styled, texts, tree

HOSTILE = [
    "</text><script>alert(1)</script>",
    '" onload="x',
    "<!--",
    "]]>",
    "&amp;",
    "<b>&x</b> {{ y }} *z* # | `",
    "\x00\x1b[0m\ny",
    "\u202eabc",
]
AMOUNTS = st.floats(0, 1e9).map(lambda n: round(n, 3))
FIGURES = st.floats(-1e9, 1e9).map(lambda n: round(n, 3))


def bars(*amounts: float) -> Bars:
    return Bars(tuple(Bar(f"第{n}个", (amount,), f"{amount}条") for n, amount in enumerate(amounts)))


@st.composite
def marks(draw_: st.DrawFn) -> Mark:
    value = draw_(FIGURES)
    upto = draw_(st.none() | AMOUNTS)
    if upto is not None:
        return Mark(value, "数", "range", value + upto)
    kinds: tuple[Literal["point", "at_least", "at_most", "keep"], ...] = ("point", "at_least", "at_most", "keep")
    return Mark(value, "数", draw_(st.sampled_from(kinds)))


@st.composite
def steps(draw_: st.DrawFn) -> Steps:
    rows = draw_(st.lists(st.tuples(st.none() | marks(), marks(), st.booleans()), min_size=1, max_size=6))
    return Steps(tuple(Step(f"行{n}", b, t, j) for n, (b, t, j) in enumerate(rows)), "%", draw_(st.sampled_from(("shared", "own"))))


@st.composite
def stacks(draw_: st.DrawFn) -> Bars:
    parts = draw_(st.integers(1, 3))
    rows = draw_(st.lists(st.tuples(*[AMOUNTS] * parts), min_size=1, max_size=6))
    return Bars(tuple(Bar("名", row, "数") for row in rows), ("甲", "乙", "丙")[:parts])


def places(picture: Picture) -> list[tuple[float, float]]:
    """Every mark of the rows as (left, right) in percent of the width."""
    root = tree(picture)
    found = [(across(e, "x"), across(e, "x") + across(e, "width")) for e in root.findall("rect")]
    found += [(across(e, "x1"), across(e, "x2")) for e in root.findall("line")]
    return found + [(across(e, "cx"), across(e, "cx")) for e in root.findall("circle")]


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_words(text: str) -> None:
    """Names, figures, the key and the measure come from data; none of them becomes markup."""
    for picture in (Bars((Bar(text, (1, 2), text),), (text, "乙")), Steps((Step(text, Mark(1, text), Mark(2, text)),), text)):
        shown = draw(picture, "x-says")
        root = etree.fromstring(shown.encode())
        assert {etree.QName(element).localname for element in root.iter()} <= {"svg", "text", "rect", "line", "circle", "path"}
        assert not [name for element in root.iter() for name in element.attrib if str(name).startswith("on")]
        flat = re.sub(r"[\s\x00-\x1f]+", "", text)
        assert flat in re.sub(r"\s+", "", "".join(texts(picture)))


@given(stacks() | steps())
def test_marks_stay_inside(picture: Bars | Steps) -> None:
    assert all(-0.01 <= left <= 100.2 and -0.01 <= right <= 100.2 for left, right in places(picture))
    bottom = height(picture)
    for element in tree(picture).iter("rect", "line", "circle", "text"):
        for name in ("y", "y1", "cy"):
            assert number(element, name, "em") <= bottom


@given(steps())
def test_round_marks_keep_their_radius_away_from_the_edges(picture: Steps) -> None:
    """At 16 characters of width, the narrowest that we draw for, a ring of 0.45 em and its line are 3.3 percent."""
    for element in tree(picture).findall("circle"):
        assert 3.3 <= across(element, "cx") <= 96.7


@given(st.lists(AMOUNTS, min_size=1, max_size=8))
def test_bars_keep_order_and_equal_amounts_are_equally_long(amounts: list[float]) -> None:
    drawn = [across(e, "width") for e in styled(bars(*amounts), "rect", "p")]
    nonzero = [amount for amount in amounts if amount]
    assert len(drawn) == len(nonzero), "a bar of zero has no length"
    pairs = sorted(zip(nonzero, drawn, strict=True))
    assert [length for _, length in pairs] == sorted(drawn)
    assert all(a != b or x == y for (a, x), (b, y) in pairwise(pairs))


def test_bars_begin_at_zero() -> None:
    assert [across(e, "width") for e in styled(bars(10, 5, 0, 1), "rect", "p")] == [100, 50, 10]


def test_below_zero_a_bar_goes_the_other_way() -> None:
    left, right = styled(bars(-5, 5), "rect", "p")
    assert (across(left, "x"), across(left, "width")) == (0, 50)
    assert (across(right, "x"), across(right, "width")) == (50, 50)


def test_parts_stand_behind_each_other_and_differ_in_more_than_colour() -> None:
    picture = Bars((Bar("旗农科局", (9, 0, 31), "40条"), Bar("旗发改委", (10, 10, 0), "20条")), ("牵头", "参加", "都参加"))
    root = tree(picture)
    assert [(e.get("class"), across(e, "x"), across(e, "width")) for e in root.findall("rect")] == [
        ("p", 0, 22.5),
        ("r", 22.5, 77.5),
        ("p", 0, 25),
        ("q", 25, 25),
    ]
    assert texts(picture)[:3] == ["牵头", "参加", "都参加"]
    assert [e.get("class") for e in root.iter("rect")][:3] == ["p", "q", "r"]


def test_a_base_is_drawn_only_where_it_is_known_and_joined_only_where_it_may_be() -> None:
    base, target = Mark(2, "2020年2%"), Mark(4, "2025年4%")
    only = Steps((Step("甲", None, target),), "%")
    assert not styled(only, "circle", "b") and not styled(only, "line", "l")
    assert "起点" not in texts(only)
    assert len(styled(Steps((Step("甲", base, target),), "%"), "line", "l")) == 1
    apart = Steps((Step("甲", base, target, joined=False),), "%")
    assert not styled(apart, "line", "l") and len(styled(apart, "circle", "b")) == 1
    assert "2020年2%；2025年4%" in texts(apart)


def test_open_ends_lead_to_the_ends_of_the_scale() -> None:
    picture = Steps((Step("甲", None, Mark(2, "2以上", "at_least")), Step("乙", None, Mark(3, "不超过3", "at_most"))), "个")
    up, down = styled(picture, "line", "o")
    assert across(up, "x2") == 96.5 and across(down, "x2") == 3.5
    assert {"至少到这里", "不超过这里"} <= set(texts(picture))
    assert "目标" not in texts(picture), "the key names only what is there"


def test_a_range_and_what_is_to_be_kept() -> None:
    picture = Steps((Step("甲", None, Mark(5, "5—7", "range", 7)), Step("乙", None, Mark(4, "保持4", "keep"))), "%")
    wide = styled(picture, "line", "w")[0]
    assert across(wide, "x1") < across(wide, "x2")
    assert len(styled(picture, "circle", "g")) == 3
    assert len(list(tree(picture).iter("path"))) == 2, "posts in the row and in the key"
    assert {"保持", "在这之间"} <= set(texts(picture))


def test_a_scale_that_does_not_begin_at_zero_says_so() -> None:
    cut = Steps((Step("甲", Mark(77, "77岁"), Mark(77.7, "77.7岁")),), "岁")
    assert "从76.8岁起，不从0起" in texts(cut)
    assert not any("不从0起" in text for text in texts(Steps((Step("甲", Mark(1, "1"), Mark(5, "5")),), "人")))


def test_own_scales_run_from_zero_to_the_larger_of_a_row() -> None:
    rows = (Step("甲", Mark(0.3, "0.3"), Mark(0.6, "0.6")), Step("乙", Mark(5000, "5000"), Mark(2500, "2500")))
    picture = Steps(rows, "", "own")
    assert [across(e, "cx") for e in styled(picture, "circle", "b")] == [50, 96.5]
    assert [across(e, "cx") for e in styled(picture, "circle", "g")] == [96.5, 50]


@given(stacks() | steps())
def test_the_same_chart_gives_the_same_bytes(picture: Bars | Steps) -> None:
    assert draw(picture, "a") == draw(picture, "a")


@given(stacks() | steps())
def test_size_grows_by_the_row(picture: Bars | Steps) -> None:
    rows = len(picture.bars) if isinstance(picture, Bars) else len(picture.steps)
    assert len(draw(picture, "compared-says").encode()) <= 1400 + 600 * rows


def test_a_usual_picture_is_small() -> None:
    """Eight rows of each kind with names and figures as they are."""
    busy = Bars(tuple(Bar("盟生态环境局分局", (9, 31, 4), "牵头9条，参加31条") for _ in range(8)), ("牵头", "参加", "别的"))
    way = Steps(tuple(Step("森林覆盖率", Mark(22.89, "2020年22.89%"), Mark(26, "2025年26%")) for _ in range(8)), "%")
    assert len(draw(busy, "busiest-says").encode()) <= 3000
    assert len(draw(way, "compared-says").encode()) <= 3400


def test_words_fit_their_line() -> None:
    long = "研究与试验发展经费支出占地区生产总值比重和全员劳动生产率（按常住人口算）"
    for text in texts(Steps((Step(long, Mark(1, "2020年1.17%（未写年份）"), Mark(2, long)),), "%")):
        assert width(text) <= LINE


def test_it_is_a_named_image_without_scripts_styles_or_addresses() -> None:
    shown = draw(bars(1, 2, 3), "busiest-says")
    root = tree(bars(1, 2, 3))
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "x-says")
    assert not re.search(r"script|style=|href|http|url\(|#[0-9a-f]{3}", shown)
    assert 'role="img"' in draw(bars(1))
    assert "labelledby" not in draw(bars(1))


def english(**texts: str) -> Catalogue:
    return Catalogue("en", "English", texts={("", chinese): (said,) for chinese, said in texts.items()})


def test_long_words_of_the_key_are_broken_and_stay_clear_of_each_other() -> None:
    picture = Steps((Step("甲", Mark(1, "1"), Mark(2, "2", "at_least")),), "%")
    with speaking(english(起点="the place from which everything began", 至少到这里="no less than up to here, and maybe more")):
        shown = texts(picture)
        lines_ = [number(e, "y", "em") for e in tree(picture).iter("text") if e.get("class") == "v"]
    assert shown[:2] == ["the place from which", "everything began"]
    assert all(2.4 + width(text) <= LINE for text in shown[:4])
    assert lines_ == sorted(set(lines_)), "no two on one line"


def test_long_words_at_the_ends_of_a_scale_do_not_run_into_each_other() -> None:
    cut = Steps((Step("甲", Mark(77, "77岁"), Mark(77.7, "77.7岁")),), "岁")
    with speaking(english(**{"从{figure}起，不从0起": "this scale begins at {figure} and not at zero"})):
        ends = [e for e in tree(cut).iter("text") if e.get("class") == "s"]
        bottom = height(cut)
    *words, high = ends
    assert [e.text for e in ends] == ["this scale begins at", "76.8岁 and not at zero", "78岁"]
    assert number(high, "y", "em") < number(words[0], "y", "em") < number(words[1], "y", "em") < bottom
