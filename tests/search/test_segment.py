"""Cutting text: the rules of the index, and that no word is lost inside a longer one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import segmented
from generator.search.segment import plain

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
MIXED = st.text(alphabet=st.one_of(HAN, st.sampled_from(list("aZ9５Ｇ ，。“《-.&\n")), st.characters()), max_size=60)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("养老院", "养老 老院 院"),
        ("养", "养"),
        ("养老", "养老 老"),
        ("养老，就业", "养老 老 就业 业"),
        ("“养老”", "养老 老"),
        ("养老院5G", "养老 老院 院 5g"),
        ("建5G基站", "建 5g 基站 站"),
        ("第21条", "第 21 条"),
        ("PM2.5", "pm2 5"),
        ("R&D", "r d"),
        ("alxa-right-145", "alxa right 145"),
        ("阿右政办发〔2023〕23号", "阿右 右政 政办 办发 发 2023 23 号"),
    ],
)
def test_pairs_last_character_and_whole_words(text: str, wanted: str) -> None:
    assert segmented(text) == wanted


@pytest.mark.parametrize("text", ["", " ", "　", "\n\t", "，。、！", "—", "%", "🐪"])
def test_text_without_words_has_no_tokens(text: str) -> None:
    assert segmented(text) == ""


@pytest.mark.parametrize(
    ("wide", "narrow"), [("５Ｇ", "5g"), ("ＰＰＰ项目", "ppp项目"), ("１２３４５", "12345"), ("WiFi", "wifi"), ("①", "1")]
)
def test_width_and_case_are_folded(wide: str, narrow: str) -> None:
    assert plain(wide) == narrow
    assert segmented(wide) == segmented(narrow)


def test_a_compatibility_character_is_cut_like_the_common_one() -> None:
    assert segmented("\uf9e9\u9762") == segmented("里面")


def stands_within(part: list[str], whole: list[str]) -> bool:
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


@given(MIXED, st.text(alphabet=HAN, min_size=2, max_size=8), MIXED)
def test_every_word_is_found_wherever_it_stands(before: str, word: str, after: str) -> None:
    pairs = [word[i : i + 2] for i in range(len(word) - 1)]
    assert stands_within(pairs, segmented(before + word + after).split(" "))


@given(MIXED)
def test_every_part_of_a_text_is_found_in_it(text: str) -> None:
    tokens = segmented(text).split(" ")
    for found in re.finditer("[\u4e00-\u9fff]{2,}", text):
        run = found[0]
        for start in range(len(run) - 1):
            for end in range(start + 2, len(run) + 1):
                part = run[start:end]
                assert stands_within([part[i : i + 2] for i in range(len(part) - 1)], tokens), part


@given(MIXED)
def test_every_character_begins_a_token(text: str) -> None:
    tokens = segmented(text).split(" ")
    assert all(any(token[0] == character for token in tokens) for character in re.findall("[\u4e00-\u9fff]", text))


@given(MIXED)
def test_tokens_are_pairs_single_characters_or_plain_words(text: str) -> None:
    han = "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    for token in segmented(text).split():
        assert re.fullmatch(f"{han}{{1,2}}|[a-z0-9]+", token), token


@given(st.text(alphabet=HAN, min_size=1, max_size=20), st.text(alphabet=HAN, min_size=1, max_size=20))
def test_no_pair_crosses_a_mark(left: str, right: str) -> None:
    assert segmented(f"{left}，{right}") == f"{segmented(left)} {segmented(right)}"
