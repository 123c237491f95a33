from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.facts.projects import find_projects
from tests.documents.facts.facts_samples import samples, source


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=n) for n, t, e in samples("box", "running")])
def test_sample(text: str, expected: dict[str, Any]) -> None:
    assert [one.name for one in find_projects(text, expected["reads"] == "box")] == expected["found"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="专栏1:：建设实施东湾镇、和；。水库工程项目等（）()《》“”110千伏公路至, \n", max_size=120), st.booleans())
def test_any_text_is_read_and_spans_hold(text: str, in_box: bool) -> None:
    for one in find_projects(text, in_box):
        assert 0 <= one.start < one.end <= len(text)
        assert one.name.startswith(text[one.start : one.end])
        assert one.confidence == 1 or one.why or one.confidence >= 0.75


@pytest.mark.parametrize("unit", ["建设东湾镇水库工程、", "项目：", "（", "新建、", "a,"])
def test_time_is_linear_in_length(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    begun = time.perf_counter()
    find_projects(text, in_box=True)
    find_projects(text, in_box=False)
    assert time.perf_counter() - begun < 6


def test_boxes_of_the_document() -> None:
    path = source("004")
    if path is None:
        pytest.skip("../shared/sources is not here")
    lines = {line.split(":")[0]: line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith("专栏")}
    counts = {name: len(find_projects(lines[name], in_box=True)) for name in ("专栏2", "专栏4", "专栏5", "专栏6", "专栏11", "专栏13")}
    assert counts == {"专栏2": 14, "专栏4": 5, "专栏5": 16, "专栏6": 11, "专栏11": 9, "专栏13": 17}
