from __future__ import annotations

import pytest

from generator.checks import date_order
from tests.copies import LINHE, QINGHE, Copy, error

RULE = date_order.RULE
PLAN = QINGHE + "plan.yml"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


@pytest.mark.parametrize(
    ("old", "new", "inside", "message"),
    [
        ("date: 2021-02-20", "date: 2021-03-02", "", "成文日期（2021-03-01）不能早于通过日期（2021-03-02），请对照原文核对这两个日期"),
        (
            "published: 2021-03-10",
            "published: 2021-02-28",
            "2021-02-28",
            "发布日期（2021-02-28）不能早于成文日期（2021-03-01），请对照原文核对这两个日期",
        ),
        ("verified: 2026-01-31", "verified: 2021-02-28", "2021-02-28", "核对日期（2021-02-28）不能早于成文日期（2021-03-01）"),
    ],
)
def test_a_later_step_before_an_earlier_one(copy: Copy, old: str, new: str, inside: str, message: str) -> None:
    copy.edit(PLAN, old, new)
    span = copy.span(PLAN, new, inside) if inside else copy.span(PLAN, "dated: 2021-03-01", "2021-03-01")
    assert copy.check(RULE) == [error(span, RULE, message)]


def test_steps_that_are_not_known_are_skipped(copy: Copy) -> None:
    copy.edit(PLAN, "dated: 2021-03-01\npublished: 2021-03-10\n", "published: 2021-02-01\n")
    span = copy.span(PLAN, "published: 2021-02-01", "2021-02-01")
    assert copy.check(RULE) == [error(span, RULE, "发布日期（2021-02-01）不能早于通过日期（2021-02-20），请对照原文核对这两个日期")]


def test_all_on_one_day(copy: Copy) -> None:
    copy.edit(PLAN, "dated: 2021-03-01\npublished: 2021-03-10", "dated: 2021-02-20\npublished: 2021-02-20")
    copy.edit(PLAN, "verified: 2026-01-31", "verified: 2021-02-20")
    assert copy.check(RULE) == []


def test_the_document_that_is_wrong_is_named(copy: Copy) -> None:
    file = LINHE + "plan.yml"
    copy.edit(file, "delivered: 2024-01-20", "dated: 2026-02-01")
    assert copy.check(RULE) == [
        error(copy.span(file, "verified: 2026-01-31", "2026-01-31"), RULE, "核对日期（2026-01-31）不能早于成文日期（2026-02-01）")
    ]
