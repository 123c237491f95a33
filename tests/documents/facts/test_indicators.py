from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.facts.indicators import (
    IndicatorRow,
    IndicatorValue,
    find_indicator_items,
    read_indicator_table,
    read_value,
    split_rows,
)
from tests.conftest import ROOT
from tests.documents.facts.facts_samples import samples, source


def pair(value: IndicatorValue | None) -> list[Any] | None:
    return None if value is None else [value.operator, value.value]


def shown(row: IndicatorRow) -> dict[str, Any]:
    values = {key: pair(getattr(row, key)) for key in ("base", "target", "growth")}
    return {key: getattr(row, key) for key in row.__dataclass_fields__} | values


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=n) for n, t, e in samples("table", "items")])
def test_sample(text: str, expected: dict[str, Any]) -> None:
    rows = find_indicator_items(text) if expected["reads"] == "items" else read_indicator_table(split_rows(text))
    assert [{key: shown(row)[key] for key in want} for row, want in zip(rows, expected["found"], strict=False)] == expected["found"]
    assert len(rows) == len(expected["found"])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("——", (None, None, None)),
        ("-", (None, None, None)),
        ("<3", ("<", 3, None)),
        ("7左右", ("~", 7, None)),
        ("达到市里要求", ("text", None, None)),
        ("≥95", (">=", 95, None)),
        ("2.5→4.95", ("=", 4.95, None)),
        ("-2.33", ("=", -2.33, None)),
        ("10-12", ("range", 10, 12)),
        ("80%以上", (">=", 80, None)),
        ("1,200", ("=", 1200, None)),
    ],
)
def test_values(text: str, wanted: tuple[str | None, float | None, float | None]) -> None:
    value = read_value(text)
    assert value is not None
    assert (value.operator, value.value, value.value_max) == wanted
    assert value.text == text


def test_brackets_are_totals_over_the_years() -> None:
    value = read_value("〔5.5〕")
    assert value is not None
    assert value.cumulative
    assert read_value("") is None


CELL = st.text(alphabet="0123456789.—-%左右约束预期性指标名称单位年均亿元()<≥→ ", max_size=10)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELL, max_size=9), max_size=8))
def test_any_table_is_read(rows: list[list[str]]) -> None:
    header = ["序号", "指标名称", "单位", "2020年", "2025年", "年均增长", "属性"]
    for row in read_indicator_table([header, *rows]):
        assert row.name
        assert 1 <= row.line <= len(rows)
        for value in (row.base, row.target, row.growth):
            assert value is None or value.operator is not None or value.value is None


@given(st.text(alphabet="1234.、增长率达到控制在5%以内\n单位：。，", max_size=120))
def test_prose_spans_hold(text: str) -> None:
    for row in find_indicator_items(text):
        assert 0 <= row.start < row.end <= len(text)
        assert text[row.start : row.end].startswith(row.name[:2])


@pytest.mark.parametrize(("number", "first"), [("001", "序号 | 指标名称"), ("004", "分类 | 指标名称")])
def test_tables_of_the_documents(number: str, first: str) -> None:
    path = source(number)
    if path is None:
        pytest.skip("../shared/sources is not here")
    text = path.read_text(encoding="utf-8")
    rows = read_indicator_table(split_rows(text[text.index(first) :].split("\n坚持创新")[0].split("\n第二篇")[0]))
    assert len(rows) == 20
    dashes = [value for row in rows for value in (row.base, row.target, row.growth) if value and value.operator is None]
    assert len(dashes) == {"001": 18, "004": 17}[number]
    assert all(row.attribute for row in rows)
    # Rows that the page left open are said to be uncertain: one in 001 (a cell too few), those with merged cells in 004.
    unsure = [row.name for row in rows if row.confidence <= 0.5]
    assert unsure == {"001": ["全员劳动生产率增长"], "004": ["单位GDP二氧化碳排放降低"]}[number]


def test_prose_indicators_of_the_scheme() -> None:
    path = source("000")
    if path is None:
        pytest.skip("../shared/sources is not here")
    data = yaml.safe_load((ROOT / "data" / "plans" / "alxa-right-145" / "indicators.yml").read_text(encoding="utf-8"))["indicators"]
    found = find_indicator_items(path.read_text(encoding="utf-8"))
    assert [row.number for row in found] == list(range(1, 21))
    for row, want in zip(found, data, strict=True):
        assert row.name == want["name"]
        for key in ("target", "growth"):
            value, printed = getattr(row, key), want.get(key)
            assert (value.value if value else None) == (printed or {}).get("value")
