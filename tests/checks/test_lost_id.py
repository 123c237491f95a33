from __future__ import annotations

import pytest

from generator.checks import CHECKS, lost_id
from generator.graph import link
from tests.copies import QINGHE, Copy, error

RULE = lost_id.RULE
LIST, REDIRECTS = "published.txt", "redirects.yml"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


def test_an_id_that_is_gone_is_asked_for_with_the_remedy(copy: Copy) -> None:
    copy.append(LIST, "task qinghe-145-009\n")
    message = (
        "任务“qinghe-145-009”公开过，别人可能存着它的地址，现在数据里没有了。请恢复它；确实要停用，就"
        "在 data/redirects.yml 里加一条：{from: qinghe-145-009, to: 现在的编号或地址, since: 停用的日期, reason: 为什么停用}"
    )
    assert copy.check(RULE) == [error(copy.span(LIST, "task qinghe-145-009"), RULE, message)]


def test_a_redirect_is_the_remedy(copy: Copy) -> None:
    copy.append(LIST, "task qinghe-145-009\n")
    copy.append(REDIRECTS, "  - {from: qinghe-145-009, to: qinghe-145-003, since: 2026-01-01, reason: 合并}\n")
    assert copy.check(RULE) == []


def test_what_belonged_to_a_retired_record_goes_with_it(copy: Copy) -> None:
    copy.append(LIST, "target qinghe-145-004-t02\nupdate qinghe-145-004-u01\n")
    assert copy.check(RULE) == []
    copy.append(LIST, "place qinghe-145-004-x\n")
    assert [d.span for d in copy.check(RULE)] == [copy.span(LIST, "place qinghe-145-004-x")], "a place belongs to no task"


def test_a_redirect_of_something_else_with_a_shorter_id_covers_nothing(copy: Copy) -> None:
    copy.append(LIST, "task tea-tours-001\n")
    assert len(copy.check(RULE)) == 1, "tea-tours was a topic"


def test_an_id_is_never_used_again_for_another_kind(copy: Copy) -> None:
    copy.append(LIST, "audience fishermen\n")
    copy.append("places/qinghe.yml", "  - {id: fishermen, name: 渔村, kind: village, region: qinghe}\n")
    (found,) = copy.check(RULE)
    assert found.span == copy.span("places/qinghe.yml", "{id: fishermen", "fishermen")
    assert found.message.startswith("编号“fishermen”以前是公开过的人群，不能再给地方用。")


@pytest.mark.parametrize("kind", ["redirect", "change"])
def test_history_is_not_kept_in_the_list(copy: Copy, kind: str) -> None:
    copy.append(LIST, f"{kind} gone\n")
    assert copy.check(RULE) == []


@pytest.mark.parametrize(("old", "new"), [("title: 扩大茶园\n", "titel: 扩大茶园\n"), ("title: 扩大茶园\n", "\n")])
def test_what_cannot_be_read_is_reported_where_it_stands_and_not_lost(copy: Copy, old: str, new: str) -> None:
    copy.edit(QINGHE + "p1.yml", old, new)
    dataset, findings = copy.read()
    assert findings
    assert list(CHECKS[RULE](link(dataset))) == []
