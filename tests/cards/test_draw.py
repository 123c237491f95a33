"""Drawing: one size, equal bytes, lines that break where a reader expects, nothing that the font cannot write."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from generator.cards import Card, draw
from generator.cards.draw import INKS, MOST_LINES, NEVER_FIRST, NEVER_LAST, PAPER, TITLE_SIZES, WIDEST, _font, drawable, title_lines
from tests.conftest import ROOT

CARD = Card("政府文件", "清河县“十四五”规划", "清河县 · 3条任务")


def picture(card: Card = CARD) -> Image.Image:
    return Image.open(BytesIO(draw(card, "明规"))).convert("RGB")


def test_a_card_has_the_size_that_programs_ask_for_and_is_small() -> None:
    made = draw(CARD, "明规")
    assert picture().size == (1200, 630)
    assert len(made) < 40_000


def test_equal_cards_are_equal_bytes() -> None:
    assert draw(CARD, "明规") == draw(Card(CARD.kind, CARD.title, CARD.line), "明规")


@pytest.mark.parametrize(
    "other", [Card("主题", CARD.title, CARD.line), Card(CARD.kind, "养老", CARD.line), Card(CARD.kind, CARD.title, "")]
)
def test_whatever_stands_on_a_card_shows(other: Card) -> None:
    assert draw(other, "明规") != draw(CARD, "明规")


def test_colours_are_those_of_the_site() -> None:
    styles = (ROOT / "site_src/styles/10-colours.css").read_text(encoding="utf-8").split("slate", 1)[0]
    for name, colour in {"paper": PAPER, **INKS}.items():
        assert f"--mg-{name}: #{bytes(colour).hex()};" in styles
    image = picture()
    assert image.getpixel((0, 0)) == PAPER
    assert {INKS["ink"], INKS["soft"], INKS["accent"]} <= {colour for _, colour in image.getcolors(1 << 16) or ()}


def test_nothing_touches_the_edges() -> None:
    image = picture(Card("任务", "推进放管服改革优化营商环境" * 12, "很长的规划名称" * 3))
    edges = [image.crop(box) for box in ((0, 0, 1200, 40), (0, 600, 1200, 630), (0, 0, 60, 630), (1140, 0, 1200, 630))]
    assert [edge.getcolors() for edge in edges] == [[(edge.width * edge.height, PAPER)] for edge in edges]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("养老", ["养老"]),
        ("国企与经济改革", ["国企与经济改革"]),
        ("清河县“十四五”规划分工方案和重点任务", ["清河县“十四五”", "规划分工方案和重点任务"]),
        ("要做什么、谁负责、到什么时候", ["要做什么、", "谁负责、到什么时候"]),
        ("", [""]),
    ],
)
def test_where_a_title_breaks(title: str, lines: list[str]) -> None:
    assert title_lines(title)[1] == lines


@pytest.mark.parametrize("title", ["一" * 200, "，" * 80, "“" * 60, "a" * 300, "2025年GDP达到100亿元" * 5, "（）" * 40])
def test_any_title_fits(title: str) -> None:
    size, lines = title_lines(title)
    assert size in TITLE_SIZES
    assert len(lines) <= MOST_LINES
    assert all(_font(size).getlength(line) <= WIDEST for line in lines)
    draw(Card("任务", title, ""), "明规")


def test_no_line_begins_or_ends_with_the_wrong_sign() -> None:
    for title in ("推进“放管服”改革、优化营商环境，2025年达到100亿元", "建设《规划》展示馆（一期）和“一站式”服务中心并投入使用"):
        lines = title_lines(title)[1]
        assert len(lines) > 1
        assert not {line[0] for line in lines[1:]} & NEVER_FIRST
        assert not {line[-1] for line in lines[:-1]} & NEVER_LAST


def test_the_font_knows_what_it_can_write() -> None:
    assert drawable("养老院 PM2.5 “十四五”：100%、（一）《》·")
    assert not drawable("养老\u3400")
    assert not drawable("\u200b")
