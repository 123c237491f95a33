"""The words that people type: names, synonyms, sounds, and the traditional way of writing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.graph import Graph
from generator.pages.addresses import address
from generator.search import SearchRecord, words_file
from generator.search.words import KINDS, things_of


@pytest.fixture(scope="module")
def words(tiny_graph: Graph) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(words_file(tiny_graph))
    return whole


@pytest.fixture(scope="module")
def rows(words: dict[str, Any]) -> list[tuple[str, str, str, int]]:
    """Every name with its address, its kind, and 1 where it is the thing's own: as the browser unfolds the file."""
    return [(name, url, kind, int(n == 0)) for kind, url, *names in words["things"] for n, name in enumerate(names) if name]


def test_the_file_is_json_on_one_line_and_never_changes(tiny_graph: Graph, words: dict[str, Any]) -> None:
    text = words_file(tiny_graph)
    assert text == words_file(tiny_graph)
    assert text.endswith("}\n")
    assert text.count("\n") == 1
    assert "养老" in text, "characters stand as they are, not as escapes"
    assert list(words) == ["things", "pinyin", "simple"]


@pytest.mark.parametrize(
    "row",
    [
        ("养老", "topics/eldercare/", "主题", 1),
        ("敬老院", "topics/eldercare/", "主题", 0),
        ("老人", "topics/eldercare/", "主题", 0),
        ("老人", "audiences/elderly/", "人群", 1),
        ("县民政局", "units/qinghe-minzheng/", "单位", 1),
        ("民政局", "units/qinghe-minzheng/", "单位", 0),
        ("茶园", "places/baishi-park/", "地方", 0),
        ("茶带", "glossary/#one-belt", "名词", 0),
        ("茶叶产值增长", "indicators/output-growth/", "指标", 0),
        ("青政发〔2021〕1号", "plans/qinghe-145/", "规划", 0),
    ],
)
def test_own_names_are_marked_and_synonyms_are_not(rows: list[tuple[str, str, str, int]], row: tuple[str, str, str, int]) -> None:
    assert row in rows


def test_a_word_stands_once_for_each_page(rows: list[tuple[str, str, str, int]]) -> None:
    pairs = [(word.lower(), url) for word, url, _, _ in rows]
    assert len(pairs) == len(set(pairs))
    assert ("森林覆盖率", "indicators/forest/", "指标", 1) in rows, "its row has the same name: its own name wins"
    assert ("森林覆盖率", "indicators/forest/", "指标", 0) not in rows


def test_one_word_may_lead_to_several_pages(rows: list[tuple[str, str, str, int]]) -> None:
    assert [url for word, url, _, _ in rows if word == "白石镇"] == ["units/qinghe-baishi/", "places/baishi/"]
    assert [url for word, url, _, _ in rows if word == "一带"] == ["glossary/#one-belt", "glossary/#one-belt-linhe"]


def test_things_are_sorted_and_of_the_kinds_worth_suggesting(words: dict[str, Any]) -> None:
    assert words["things"] == sorted(words["things"])
    assert {kind for kind, *_ in words["things"]} == set(KINDS)


def test_every_subject_stands_there_under_its_own_name(tiny_graph: Graph, rows: list[tuple[str, str, str, int]]) -> None:
    own = {(word, url) for word, url, _, mark in rows if mark}
    for shelf in (tiny_graph.topics, tiny_graph.units, tiny_graph.places, tiny_graph.audiences, tiny_graph.definitions):
        for record in shelf.values():
            assert (record.name, address(tiny_graph, record)) in own


def test_case_and_width_make_no_second_word() -> None:
    record = SearchRecord("指标", "indicators/gdp/", "GDP", "", ("gdp", "ＧＤＰ", "地区生产总值", "地区生产总值", ""))
    assert things_of([record]) == [("指标", "indicators/gdp/", "GDP", "地区生产总值")]


def test_long_words_are_left_out() -> None:
    record = SearchRecord("规划", "plans/x/", "短名", "", ("长" * 24, "长" * 25))
    assert things_of([record]) == [("规划", "plans/x/", "短名", "长" * 24)]
    long = SearchRecord("规划", "plans/x/", "长" * 25, "", ("短名",))
    assert things_of([long]) == [("规划", "plans/x/", "", "短名")], "what follows is no own name"


def test_tasks_projects_and_chapters_are_no_words() -> None:
    assert things_of([SearchRecord(kind, "x/", "名", "") for kind in ("任务", "项目", "章节")]) == []


def test_the_order_of_records_does_not_matter() -> None:
    records = [SearchRecord("单位", f"units/{n}/", name, "", ("局",)) for n, name in enumerate(("乙", "甲", "丙"))]
    assert things_of(records) == things_of(reversed(records))


@pytest.mark.parametrize(
    ("other", "simple"), [("養", "养"), ("農", "农"), ("縣", "县"), ("裡", "里"), ("裏", "里"), ("說", "说"), ("説", "说")]
)
def test_traditional_characters_lead_to_simplified_ones(words: dict[str, Any], other: str, simple: str) -> None:
    assert words["simple"][other] == simple


def test_the_table_of_traditional_characters_holds_single_characters_that_differ(words: dict[str, Any]) -> None:
    for other, simple in words["simple"].items():
        assert len(other) == len(simple) == 1
        assert other != simple
    assert "老" not in words["simple"], "written alike"
    assert "騰" not in words["simple"], "its character does not stand in the data"


@pytest.mark.parametrize(("character", "syllable"), [("养", "yang"), ("老", "lao"), ("茶", "cha"), ("绿", "lv"), ("白", "bai")])
def test_pinyin(words: dict[str, Any], character: str, syllable: str) -> None:
    assert words["pinyin"][character] == syllable


def test_every_character_of_a_word_has_a_plain_syllable(words: dict[str, Any], rows: list[tuple[str, str, str, int]]) -> None:
    said = {c for word, *_ in rows for c in word if "\u4e00" <= c <= "\u9fff"}
    assert said <= set(words["pinyin"])
    assert all(syllable.isascii() and syllable.isalpha() and syllable.islower() for syllable in words["pinyin"].values())


def test_no_markup_can_be_closed_from_within(rows: list[tuple[str, str, str, int]]) -> None:
    """The file is fetched, never written into a page; addresses still are plain."""
    assert all(url and not set(url) & set("<>\"' ") for _, url, _, _ in rows)
