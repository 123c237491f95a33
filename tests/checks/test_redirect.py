from __future__ import annotations

import pytest

from generator.checks import redirect
from tests.copies import Copy, error

RULE = redirect.RULE
FILE = "redirects.yml"


def add(copy: Copy, from_: str, to: str) -> None:
    copy.append(FILE, f"  - {{from: {from_}, to: {to}, since: 2026-01-01, reason: 测试}}\n")


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("qinghe-145-03", "没有编号为“qinghe-145-03”的记录；是不是“qinghe-145-003”？"),
        ("tasks/qinghe-145-009/", "本站没有“tasks/qinghe-145-009/”这个地址；请写现有的地址，或者记录的编号"),
        ("plans/qinghe-145/c09/", "本站没有“plans/qinghe-145/c09/”这个地址；请写现有的地址，或者记录的编号"),
        ("targets/", "本站没有“targets/”这个地址；请写现有的地址，或者记录的编号"),
        ("qinghe-145-004", "“qinghe-145-004”自己也停用了；请写最后的去处，不要一个转一个"),
        ("topics/green-tea/", "“topics/green-tea/”自己也停用了；请写最后的去处，不要一个转一个"),
    ],
)
def test_a_redirect_that_leads_nowhere(copy: Copy, to: str, said: str) -> None:
    add(copy, "old-one", to)
    assert copy.check(RULE) == [error(copy.span(FILE, f"to: {to}, since: 2026-01-01", to), RULE, said)]


@pytest.mark.parametrize(
    "to", ["tea", "tasks/qinghe-145-001/", "plans/qinghe-145/c01/", "topics/", "glossary/", "timeline/2025/", "about/"]
)
def test_a_redirect_that_leads_somewhere(copy: Copy, to: str) -> None:
    add(copy, "old-one", to)
    assert copy.check(RULE) == []


def test_a_loop_is_two_redirects_of_redirects(copy: Copy) -> None:
    add(copy, "one", "two")
    add(copy, "two", "one")
    assert [d.message for d in copy.check(RULE)] == [
        "“two”自己也停用了；请写最后的去处，不要一个转一个",
        "“one”自己也停用了；请写最后的去处，不要一个转一个",
    ]


def test_what_still_exists_is_not_retired(copy: Copy) -> None:
    add(copy, "qinghe-145-002", "qinghe-145-001")
    add(copy, "topics/roads/", "tea")
    assert copy.check(RULE) == [
        error(
            copy.span(FILE, "from: qinghe-145-002", "qinghe-145-002"),
            RULE,
            "编号“qinghe-145-002”还是任务，不能同时停用；停用的编号也不能再给别的记录用",
        ),
        error(copy.span(FILE, "from: topics/roads/", "topics/roads/"), RULE, "“topics/roads/”还是主题“roads”的地址，不能转向别处"),
    ]


def test_a_retired_id_may_be_another_kind_s_that_was_always_there(copy: Copy) -> None:
    """Ids are unique within a kind: a topic named like a region can go without it."""
    copy.append("published.txt", "topic qinghe\n")
    add(copy, "qinghe", "tea")
    assert copy.check(RULE) == []


def test_the_same_retired_twice_is_found_by_the_reader(copy: Copy) -> None:
    add(copy, "qinghe-145-004", "qinghe-145-001")
    assert [d.rule for d in copy.read()[1]] == ["duplicate-id"]
