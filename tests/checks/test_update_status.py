from __future__ import annotations

import pytest

from tests.copies import Copy, warning

RULE = "update-status"
FILE = "updates/qinghe-145.yml"
SECOND = """  - id: qinghe-145-001-u02
    date: {date}
    subject: qinghe-145-001
    status: {status}
    text: 又有了消息。
    evidence: [{{title: 公告, source: "https://example.org/b"}}]
"""


@pytest.mark.parametrize(
    ("first", "second", "goes_back"),
    [
        ("under-way", "done", False),
        ("under-way", "stopped", False),
        ("behind", "on-schedule", False),
        ("stopped", "under-way", False),
        ("not-started", "under-way", False),
        ("done", "done", False),
        ("done", "under-way", True),
        ("done", "stopped", True),
        ("under-way", "not-started", True),
        ("not-started", "not-started", False),
    ],
)
def test_a_status_that_goes_back_is_doubted(copy: Copy, first: str, second: str, goes_back: bool) -> None:
    copy.edit(FILE, "status: under-way", f"status: {first}")
    copy.append(FILE, SECOND.format(date="2025-09-01", status=second))
    assert bool(copy.check(RULE)) is goes_back


def test_the_message_names_both_and_stands_at_the_later(copy: Copy) -> None:
    copy.edit(FILE, "status: under-way", "status: done")
    copy.append(FILE, SECOND.format(date="2025-09-01", status="under-way"))
    message = "2025-03-02 已经写“已完成”（done），2025-09-01 又写“进行中”（under-way）；请核对两条的日期和进度"
    assert copy.check(RULE) == [warning(copy.span(FILE, "status: under-way", "under-way"), RULE, message)]


def test_the_order_is_that_of_the_dates_not_of_the_file(copy: Copy) -> None:
    copy.append(FILE, SECOND.format(date="2024-01-01", status="not-started"))
    assert copy.check(RULE) == []
