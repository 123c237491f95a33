from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.checks import update_date
from generator.site.project import read_project
from tests.copies import Copy, error, warning

RULE = "update-date"
FILE = "updates/qinghe-145.yml"


def test_the_tiny_data_is_well(copy: Copy) -> None:
    assert copy.check(RULE) == []


def test_progress_from_before_the_plan_is_doubted(copy: Copy) -> None:
    copy.edit(FILE, "date: 2025-03-02", "date: 2020-03-02")
    message = "进展的日期（2020-03-02）早于这份文件管的时间（从 2021-01-01 起）；请核对日期，之前的事不算它的进展"
    assert copy.check(RULE) == [warning(copy.span(FILE, "date: 2020-03-02", "2020"), RULE, message)]


def test_a_scheme_may_be_dated_in_the_middle_of_its_period(copy: Copy) -> None:
    copy.edit(FILE, "date: 2025-03-02", "date: 2021-01-01")
    assert copy.check(RULE) == [], "dated 2021-03-01, but for the years from 2021 on"


def test_progress_from_after_the_day_of_the_data_is_refused(copy: Copy) -> None:
    span = copy.span(FILE, "date: 2025-03-02", "2025")
    message = "进展的日期（2025-03-02）晚于数据截止日期（2025-03-01）；请核对日期，或把 mkdocs.yml 里的 as_of 改成更新数据的日子"
    assert list(update_date.after(copy.graph(), date(2025, 3, 1))) == [error(span, RULE, message)]
    assert list(update_date.after(copy.graph(), date(2025, 3, 2))) == []


def test_a_project_is_read_with_its_own_day(tiny: Path) -> None:
    settings = tiny / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("2026-01-31", "2025-01-31"), encoding="utf-8")
    assert [d.rule for d in read_project(tiny, {}).diagnostics] == [RULE]
