from __future__ import annotations

import pytest

from generator.checks import expected_count
from tests.copies import QINGHE, Copy, error

RULE = expected_count.RULE
PLAN = QINGHE + "plan.yml"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("chapters: 2", "chapters: 12", "原文有 12 个章，数据里有 2 个；请补上或删去，原来数错了就改 chapters"),
        ("sections: 1", "sections: 0", "原文有 0 个节，数据里有 1 个；请补上或删去，原来数错了就改 sections"),
        ("tasks: 3", "tasks: 75", "原文有 75 个任务，数据里有 3 个；请补上或删去，原来数错了就改 tasks"),
        ("indicators: 2", "indicators: 1", "原文有 1 个指标，数据里有 2 个；请补上或删去，原来数错了就改 indicators"),
        ("boxes: 1", "boxes: 9", "原文有 9 个专栏，数据里有 1 个；请补上或删去，原来数错了就改 boxes"),
    ],
)
def test_a_count_that_differs(copy: Copy, old: str, new: str, message: str) -> None:
    copy.edit(PLAN, old, new)
    assert copy.check(RULE) == [error(copy.span(PLAN, new, new.split()[1]), RULE, message)]


def test_every_count_is_reported(copy: Copy) -> None:
    copy.edit(
        PLAN,
        "{chapters: 2, sections: 1, tasks: 3, indicators: 2, boxes: 1}",
        "{chapters: 3, sections: 3, tasks: 4, indicators: 3, boxes: 2}",
    )
    assert [d.message for d in copy.check(RULE)] == [
        "原文有 3 个章，数据里有 2 个；请补上或删去，原来数错了就改 chapters",
        "原文有 3 个节，数据里有 1 个；请补上或删去，原来数错了就改 sections",
        "原文有 4 个任务，数据里有 3 个；请补上或删去，原来数错了就改 tasks",
        "原文有 3 个指标，数据里有 2 个；请补上或删去，原来数错了就改 indicators",
        "原文有 2 个专栏，数据里有 1 个；请补上或删去，原来数错了就改 boxes",
    ]


def test_what_was_not_counted_is_not_held_against_the_data(copy: Copy) -> None:
    copy.edit(PLAN, "expected: {chapters: 2, sections: 1, tasks: 3, indicators: 2, boxes: 1}\n", "")
    assert copy.check(RULE) == []


def test_a_heading_that_the_document_lost_is_not_counted(copy: Copy) -> None:
    """The tiny plan has two sections; the title of one is the editor's."""
    assert "inferred: true" in copy.path(QINGHE + "p1.yml").read_text(encoding="utf-8")
    copy.edit(QINGHE + "p1.yml", "        inferred: true\n", "")
    assert [d.message for d in copy.check(RULE)] == ["原文有 1 个节，数据里有 2 个；请补上或删去，原来数错了就改 sections"]
