"""Breaking words into lines: all of them fit, nothing is lost, numbers and names stay whole where they can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.lettering import LINE, lines, width

WORDS = st.text("青禾县民政局阿拉善（）、，：2025.%→ aB”“", max_size=60)


@given(WORDS)
def test_nothing_is_lost_and_everything_fits(text: str) -> None:
    broken = lines(text)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= LINE for line in broken)


@given(st.text(max_size=80))
def test_any_text_can_be_broken(text: str) -> None:
    assert all(width(line) <= LINE or len(line) == 1 for line in lines(text))


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("盟生态环境局阿右旗分局", ("盟生态环境局阿右旗分局",)),
        ("五、打通内外通道，融入国内国际大循环", ("五、打通内外通道，", "融入国内国际大循环")),
        ("五、打通内外通道,融入国内国际大循环", ("五、打通内外通道,", "融入国内国际大循环")),
        ("2020年10.004亿斤 → 2025年12.0045亿斤", ("2020年10.004亿斤", "→ 2025年12.0045亿斤")),
        ("城乡常住居民人均可支配收入（城镇常住）", ("城乡常住居民人均可支配收入", "（城镇常住）")),
    ],
)
def test_lines_break_where_people_pause(text: str, broken: tuple[str, ...]) -> None:
    assert lines(text) == broken


def test_a_number_is_not_torn() -> None:
    for text in ("地区生产总值的增加额达到123456.789亿元以上", "总量要从一千多慢慢增加到了约98765432万峰"):
        assert sum(any(n in line for n in ("123456.789", "98765432")) for line in lines(text)) == 1


@pytest.mark.parametrize(
    "text",
    ["Starting point of the comparison, not from zero", "ᠲᠥᠯᠥᠪᠯᠡᠭᠡ ᠶᠢᠨ ᠵᠣᠷᠢᠯᠲᠠ ᠨᠢ ᠡᠬᠢᠯᠡᠯᠲᠡ", "Зорилтын эхлэх цэг болон хүрэх түвшин"],
)
def test_words_of_other_languages_are_not_torn(text: str) -> None:
    broken = lines(text)
    assert len(broken) > 1
    assert " ".join(broken) == text
