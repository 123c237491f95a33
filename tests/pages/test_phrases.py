"""Sentences made of facts say what the data says: no more, and nothing less."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.graph import Graph
from generator.language import Catalogue, speaking
from generator.model import Division, Target
from generator.model.base import Figure, Source
from generator.pages import phrases
from generator.pages.inline import (
    Missing,
    Outside,
    Quoted,
    Unbroken,
)
from tests.pages.reading import parts, said


def target(**fields: Any) -> Target:
    given: dict[str, Any] = {"operator": "=", "quantity": "level"} | fields
    return Target.model_validate({"id": "p-001-t01", "plan": "p", "owner": "p-001", "metric": "面积"} | given)


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"value": 6, "measure": "万峰"}, "6万峰"),
        ({"value": 6, "measure": "万峰", "operator": "~"}, "约6万峰"),
        ({"value": 90, "measure": "%", "operator": ">="}, "90%以上"),
        ({"value": 3.8, "measure": "%", "operator": "<="}, "不超过3.8%"),
        ({"value": 3, "measure": "%", "operator": "<"}, "低于3%"),
        ({"value": 3, "measure": "个", "operator": ">"}, "超过3个"),
        ({"value": 300, "value_max": 500, "measure": "万千瓦", "operator": "range"}, "300—500万千瓦"),
        ({"value": 4, "measure": "万亩", "operator": "keep"}, "保持4万亩"),
        ({"value": 4, "measure": "万亩", "operator": "keep", "text": "左右"}, "保持约4万亩"),
        ({"operator": "keep", "text": "稳定"}, "保持稳定"),
        ({"operator": "reach", "text": "建成"}, "建成"),
        ({"operator": "text", "text": "明显改善"}, "明显改善"),
        ({"value": 7, "measure": "%", "quantity": "annual_growth"}, "年均增长7%"),
        ({"value": 7, "measure": "%", "quantity": "annual_growth", "by": 2020, "by_basis": "report-year"}, "增长7%"),
        ({"value": 10, "measure": "%", "quantity": "change", "metric": "“三公经费”压减幅度"}, "减少10%"),
        ({"value": 2, "measure": "个百分点", "quantity": "change", "metric": "入园率提高"}, "增加2个百分点"),
        ({"value": 3, "measure": "%", "quantity": "change", "metric": "水价"}, "变动3%"),
        ({"value": 5, "value_max": 7, "measure": "%", "quantity": "annual_growth", "operator": "range"}, "年均增长5—7%"),
        ({"value": 20, "measure": "万亩", "quantity": "cumulative"}, "累计20万亩"),
        ({"value": 354, "measure": "万人", "text": "翻一番"}, "354万人（翻一番）"),
        ({"value": 0.5, "measure": "万吨"}, "0.5万吨"),
        ({"value": 100.0, "measure": "%"}, "100%"),
        ({"value": 12}, "12"),
    ],
)
def test_value_of(fields: dict[str, Any], wanted: str) -> None:
    assert phrases.value_of(target(**fields)) == wanted


@pytest.mark.parametrize("basis", ["stated", "sentence", "report-year"])
def test_a_year_that_is_printed_stands_alone(basis: str) -> None:
    assert said(phrases.year_of(target(value=1, by=2025, by_basis=basis))) == "2025年"


def test_a_year_that_is_inferred_is_not_shown_as_the_documents() -> None:
    period, end = (said(phrases.year_of(target(value=1, by=2025, by_basis=basis))) for basis in ("plan-period", "period-end"))
    assert period == "原文未写年份，规划期到2025年"
    assert end == "2025年末"


def test_no_year_is_never_filled() -> None:
    assert phrases.year_of(target(value=1)) == (Missing("原文未写年份"),)


def figure(**fields: Any) -> Figure:
    return Figure.model_validate(fields)


def test_figure_of() -> None:
    assert said(phrases.figure_of(figure(operator=">=", value=35.5, text="35.5%以上", year=2025), "%")) == "35.5%以上（2025年）"
    assert said(phrases.figure_of(figure(operator="reach", text="达到盟要求"), "%")) == "达到盟要求"
    assert said(phrases.figure_of(figure(operator="keep", value=4, text="保持4"), "万亩")) == "保持4万亩"
    assert "有歧义" in said(phrases.figure_of(figure(operator="=", value=6, text="增长6%", basis="uncertain"), "%"))
    assert phrases.figure_of(None, "%") == (Missing(),)


def test_document_line_links_only_an_address_that_was_verified(tiny_graph: Graph) -> None:
    known = phrases.document_line(tiny_graph.plans["qinghe-145"])
    assert "《青禾县某五年规划纲要》（青政发〔2021〕1号）" in said(known)
    assert [part.url for part in parts(known) if isinstance(part, Outside)] == ["https://example.org/plan"]
    unknown = phrases.document_line(tiny_graph.plans["linhe-2024"])
    assert [part for part in parts(unknown) if isinstance(part, Outside)] == []
    assert "没有核对" in said(unknown)
    assert "发文字号" not in said(unknown), "there is none to look for"


def test_document_line_does_not_nest_title_marks(tiny_graph: Graph) -> None:
    plan = tiny_graph.plans["linhe-2024"]
    whole = plan.model_copy(update={"documents": (plan.documents[0].model_copy(update={"title": "《报告》"}),)})
    assert said(phrases.document_line(whole)).startswith("《报告》")
    nested = plan.model_copy(update={"documents": (plan.documents[0].model_copy(update={"title": "《甲》和《乙》"}),)})
    assert said(phrases.document_line(nested)).startswith("《《甲》和《乙》》")


def test_passage_line_quotes_the_start_and_counts_from_the_second() -> None:
    line = phrases.passage_line(Source(starts="茶园面积", nth=2), "第二章路和茶", 3)
    assert [part.text for part in line if isinstance(part, Quoted)] == ["“茶园面积”"]
    for piece in ("第二章路和茶", "第3条", "第2处"):
        assert piece in said(line)
    assert "处" not in said(phrases.passage_line(Source(starts="茶园面积", nth=1)))


def test_task_number_only_where_the_document_numbers_tasks(tiny_graph: Graph) -> None:
    assert phrases.task_number(tiny_graph.tasks["qinghe-145-001"]) == "第1条"
    assert phrases.task_number(tiny_graph.tasks["qinghe-145-003"]) == ""


def test_outline_words_name_the_way_down(tiny_graph: Graph) -> None:
    words = phrases.outline_words(tiny_graph, tiny_graph.divisions["qinghe-145-c01-s01"])
    assert words == "第一篇 民生与产业 › 第一章 照顾老人 › 第一节 在家养老"


@pytest.mark.parametrize(
    ("identifier", "kind", "label", "shown"),
    [
        ("x-145-c05", "chapter", "第%1章", "第五章"),
        ("x-145-p4", "part", "第%1篇", "第四篇"),
        ("x-145-c01-s03", "section", "第%1节", "第三节"),
        ("x-145-c05", "chapter", "第五章", "第五章"),
        ("x-145-c11-s01", "section", "第1节", "第1节"),
    ],
)
def test_a_number_that_was_printed_broken_follows_from_the_id(identifier: str, kind: str, label: str, shown: str) -> None:
    division = Division.model_validate_json(
        json.dumps(
            {
                "id": identifier,
                "kind": kind,
                "plan": "x-145",
                "label": label,
                "title": "产业",
                "title_basis": "printed",
                "order": 1,
                "source": {"starts": label},
            }
        )
    )
    assert phrases.title_of(division) == f"{shown} 产业"
    assert phrases.broken_label(division) == (label if label != shown else None)


ENGLISH = Catalogue(
    "en",
    "English",
    texts={
        ("", "原文未写明"): ("not stated in the document",),
        ("", "年均增长{amount}"): ("average annual growth of {amount}",),
        ("", "{amount}以上"): ("{amount} or more",),
        ("", "{figure}{year}"): ("{figure} {year}",),
        ("", "（{year}年）"): ("({year})",),
        ("", "下降{amount}"): ("down by {amount}",),
        ("", "第{n}条"): ("No. {n}",),
    },
)


def test_another_language_says_whole_figures_in_its_own_order() -> None:
    grown = target(value=7, measure="%", quantity="annual_growth", operator=">=")
    with speaking(ENGLISH):
        assert phrases.value_of(grown) == "average annual growth of 7% or more"
        assert said(phrases.figure_of(figure(operator=">=", value=5, text="下降5%以上", year=2025), "%")) == "down by 5% or more (2025)"
        assert Missing().text == "not stated in the document"
    assert Missing().text == "原文未写明"


def test_a_figure_breaks_where_a_language_says_it_at_length() -> None:
    long, short = target(value=7, measure="%", quantity="annual_growth"), target(value=7, measure="%")
    with speaking(ENGLISH):
        assert [part for part in phrases.target_line(long) if isinstance(part, Unbroken)] == []
        assert [part.text for part in phrases.target_line(short) if isinstance(part, Unbroken)] == ["7%"]
    assert [part.text for part in phrases.target_line(long) if isinstance(part, Unbroken)] == ["年均增长7%"]
