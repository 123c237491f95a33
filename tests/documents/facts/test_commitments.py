from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.facts.commitments import Commitment, find_commitments
from tests.documents.facts.facts_samples import samples, source

PLAN = (2021, 2025)
OPEN = st.text(alphabet="到达2025年0.5%万亩元个家，。、；和与分别增长由从“”十四五末《》()〔〕第一半 \n:∶-—aG", max_size=160)


def shown(one: Commitment) -> dict[str, Any]:
    base = one.base.text if one.base else None
    return {key: getattr(one, key) for key in one.__dataclass_fields__} | {"base": base}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=n) for n, t, e in samples("commitments")])
def test_sample(text: str, expected: dict[str, Any]) -> None:
    args = expected["args"]
    period = tuple(args["period"]) if args["period"] else None
    found = find_commitments(text, period=period, report_year=args.get("report_year"), background=args.get("background", False))
    stated = [shown(one) for one in found if one.kind != "other"]
    wanted = [{"kind": "commitment"} | row for row in expected["found"]]
    assert [{key: row[key] for key in want} for row, want in zip(stated, wanted, strict=False)] == wanted
    assert len(stated) == len(wanted), stated


@settings(max_examples=300, deadline=None)
@given(OPEN, st.sampled_from([(PLAN, None), (None, 2020), (None, None)]), st.booleans())
def test_any_text_is_read_and_spans_hold(text: str, when: tuple[tuple[int, int] | None, int | None], background: bool) -> None:
    for one in find_commitments(text, period=when[0], report_year=when[1], background=background):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert 0 < one.confidence <= 1
        assert one.kind == "commitment" or one.by_basis in {None, "stated", "report-year"}
        assert one.confidence == 1 or one.why


@pytest.mark.parametrize(
    "unit", ["到2025年，森林覆盖率达到31%。", "新增5个、", "比2020年增长5%，", "分别增长6%和", "1:2:", "“十四五”末", "由5个增加到", "（"]
)
def test_time_is_linear_in_length(unit: str) -> None:
    text = unit * (80_000 // len(unit))
    begun = time.perf_counter()
    find_commitments(text, period=PLAN)
    assert time.perf_counter() - begun < 6


def test_tasks_of_the_scheme() -> None:
    path = source("000")
    if path is None:
        pytest.skip("../shared/sources is not here")
    found = [one for one in find_commitments(path.read_text(encoding="utf-8"), period=PLAN) if one.kind == "commitment"]
    stated = {(one.value, one.value_max, one.measure, one.operator, one.by) for one in found}
    wanted = {
        (6, None, "万峰", "~", 2025), (2, None, "万峰", "~", 2025), (1, None, "万吨", "=", 2025), (2, None, "个", "=", 2025),
        (20, None, "万亩", "=", 2025), (30, None, "万亩", "=", 2025), (4, None, "万亩", "keep", 2025), (780, None, "万吨", "=", 2025),
        (80, None, "万吨", "=", 2025), (30, None, "亿元", ">", 2025), (300, 500, "万千瓦", "range", 2025), (3, None, "条", "=", 2025),
        (9, None, "条", "=", 2025), (354, None, "万人(次)", "=", 2025), (34.5, None, "亿元", "=", 2025), (1, None, "个", "=", 2025),
        (90, None, "%", ">=", 2025), (33375, None, "亩", "keep", 2025), (100, None, "%", "=", 2025), (80, None, "%", ">=", 2025),
        (99, None, "%", "=", 2025), (98, None, "%", ">=", 2025),
    }  # fmt: skip
    assert wanted <= stated


def test_part_one_of_the_report_holds_results_only() -> None:
    path = source("002")
    if path is None:
        pytest.skip("../shared/sources is not here")
    text = path.read_text(encoding="utf-8")
    parted = text.index("二、今年发展主要目标")
    past = find_commitments(text[:parted], period=None, report_year=2020, background=True)
    assert [one.text for one in past if one.kind == "commitment"] == []
    assert sum(one.kind == "result" for one in past) > 90
    ahead = find_commitments(text[parted:], period=None, report_year=2020)
    growth = [(one.metric, one.value) for one in ahead if one.quantity == "annual_growth" and one.kind == "commitment"]
    assert growth == [
        ("地区生产总值", 6), ("一般公共预算收入", 8), ("固定资产投资", 7), ("社会消费品零售总额", 5),
        ("城镇常住居民人均可支配收入", 6), ("农村常住居民人均可支配收入", 7.5),
    ]  # fmt: skip
    assert [one.text for one in ahead if one.kind == "result"] == []
