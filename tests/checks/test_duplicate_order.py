from __future__ import annotations

import pytest

from generator.checks import duplicate_order
from tests.copies import QINGHE, Copy, error

RULE = duplicate_order.RULE
P1, PREFACE = QINGHE + "p1.yml", QINGHE + "preface.yml"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("topics.yml", "order: 2", "order: 1", "顺序 1 已经被“eldercare”用了，请换一个数"),
        ("audiences.yml", "order: 2", "order: 1", "顺序 1 已经被“elderly”用了，请换一个数"),
        (
            P1,
            "title_basis: section\n        order: 2",
            "title_basis: section\n        order: 1",
            "顺序 1 已经被“qinghe-145-001”用了，请换一个数",
        ),
        (
            P1,
            "title: 路和茶\n    title_basis: printed\n    order: 2",
            "title: 路和茶\n    title_basis: printed\n    order: 1",
            "顺序 1 已经被“qinghe-145-c01”用了，请换一个数",
        ),
        (PREFACE, "order: 0", "order: 1", "顺序 1 已经被“qinghe-145-p1”用了，请换一个数"),
    ],
)
def test_the_second_of_two_is_reported(copy: Copy, file: str, old: str, new: str, message: str) -> None:
    copy.edit(file, old, new)
    if file in {"topics.yml", "audiences.yml"}:
        row = "{id: roads" if file == "topics.yml" else "{id: tea-growers"
        line = copy.span(file, row).line
        text = copy.path(file).read_text(encoding="utf-8").splitlines()[line - 1]
        assert copy.check(RULE) == [error(type(copy.span(file, row))(f"data/{file}", line, text.index("order: 1") + 8), RULE, message)]
    else:
        assert copy.check(RULE) == [error(copy.span(file, new, new[-1] if new == "order: 1" else "1"), RULE, message)]


def test_divisions_of_different_parents_may_share_an_order(copy: Copy) -> None:
    copy.edit(P1, "        inferred: true\n        order: 1\n", "        inferred: true\n        order: 2\n")
    assert copy.check(RULE) == []


def test_tasks_of_a_plan_are_numbered_over_its_chapters(copy: Copy) -> None:
    copy.edit(P1, "title_basis: editorial\n            order: 3", "title_basis: editorial\n            order: 1")
    found = copy.check(RULE)
    assert found == [
        error(
            copy.span(P1, "title_basis: editorial\n            order: 1", "1"),
            RULE,
            "顺序 1 已经被“qinghe-145-001”用了，请换一个数",
        )
    ]
