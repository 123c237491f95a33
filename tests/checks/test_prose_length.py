from __future__ import annotations

import pytest

from generator.checks import prose_length
from tests.copies import QINGHE, Copy, warning

RULE = prose_length.RULE
P1 = QINGHE + "p1.yml"
SUMMARY = "把通往黑滩乡的乡道修好，路面加宽到六米，冬天下雪也能走车，送茶下山不用再绕远路走老山道。"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


@pytest.mark.parametrize("length", [1, 39, 161])
def test_summaries_outside_the_bounds(copy: Copy, length: int) -> None:
    copy.edit(P1, SUMMARY, "路" * length)
    span = copy.span(P1, f"summary: {'路' * length}\n", "路")
    assert copy.check(RULE) == [warning(span, RULE, f"概括有 {length} 个字，应在 40 到 160 个字之间")]


@pytest.mark.parametrize("length", [40, 160])
def test_summaries_at_the_bounds(copy: Copy, length: int) -> None:
    copy.edit(P1, SUMMARY, "路" * length)
    assert copy.check(RULE) == []
