from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from tests.copies import QINGHE, Copy

P1, PLAN, NOTES, UPDATES, UNITS = QINGHE + "p1.yml", QINGHE + "plan.yml", QINGHE + "notes.yml", "updates/qinghe-145.yml", "units/qinghe.yml"


def findings(copy: Copy, file: str, old: str, new: str) -> list[Diagnostic]:
    copy.edit(file, old, new)
    return copy.read()[1]


# file, what stands there, what is written instead, where in that the finding points, message
CASES: dict[str, tuple[str, str, str, str, str]] = {
    "number-for-text": (UNITS, "name: 县民政局", "name: 2021", "2021", "“name”应该是文字；如果写的是数字或 true/false，请加上引号"),
    "boolean-for-text": (UNITS, "name: 县民政局", "name: true", "true", "“name”应该是文字；如果写的是数字或 true/false，请加上引号"),
    "null-for-text": (UNITS, "name: 县民政局", "name: ~", "~", "“name”应该是文字；如果写的是数字或 true/false，请加上引号"),
    "text-for-integer": (P1, "        number: 2\n", '        number: "2"\n', '"2"', "“number”应该是整数，写成 2（半角，不加引号）"),
    "fraction-for-integer": (P1, "        number: 2\n", "        number: 2.5\n", "2.5", "“number”应该是整数，例如 21"),
    "text-for-boolean": (UNITS, "members_complete: false", "members_complete: no", "no", "“members_complete”应该是 true 或 false"),
    "text-for-list": (UNITS, "aliases: [民政局]", "aliases: 民政局", "民政局", "“aliases”应该是列表，例如 [甲, 乙]"),
    "null-for-list": (UNITS, "aliases: [民政局]", "aliases: ~", "~", "“aliases”应该是列表，例如 [甲, 乙]"),
    "text-for-part": (PLAN, "period: {start: 2021, end: 2025}", "period: 2021-2025", "2021-2025", "“period”应该是一组“字段: 值”"),
    "list-for-part": (PLAN, "period: {start: 2021, end: 2025}", "period: [2021, 2025]", "[", "“period”应该是一组“字段: 值”"),
    "number-for-date": (PLAN, "dated: 2021-03-01", "dated: 2021", "2021", "“dated”应该是日期，写成 2023-06-28"),
    "short-date": (PLAN, "dated: 2021-03-01", "dated: 2021-3-1", "2021-3-1", "“dated”日期写法不对，请写成 2021-03-01"),
    "impossible-date": (PLAN, "dated: 2021-03-01", "dated: 2021-02-30", "2021-02-30", "没有“2021-02-30”这一天，请核对"),
    "date-of-a-part": (PLAN, "date: 2021-02-20", "date: 二月", "二月", "“date”日期写法不对，应写成 2023-06-28"),
    "word-that-is-not-allowed": (
        "topics.yml",
        "group: 城乡",
        "group: 乡镇",
        "乡镇",
        "“group”不能是“乡镇”，只能是：生活, 产业, 城乡, 生态, 治理；是不是“城乡”？",
    ),
    "status-in-other-words": (
        UPDATES,
        "status: under-way",
        "status: 完成",
        "完成",
        "“status”不能是“完成”，只能是：not-started, under-way, on-schedule, behind, done, stopped；是不是“done”？",
    ),
    "status-nearly-right": (
        UPDATES,
        "status: under-way",
        "status: underway",
        "underway",
        "“status”不能是“underway”，只能是：not-started, under-way, on-schedule, behind, done, stopped；是不是“under-way”？",
    ),
    "id-in-capitals": (
        "places/qinghe.yml",
        "id: heitan",
        "id: Heitan",
        "Heitan",
        "“Heitan”写法不对：编号只能用小写字母、数字和连字符，例如 alxa-right-145-021",
    ),
    "hash": (PLAN, f'"{"0" * 64}"', '"00"', '"00"', "“00”写法不对：应该是 64 位的 SHA-256"),
    "region-code": ("regions.yml", '"990101"', '"9901"', '"9901"', "“9901”写法不对：应该是加引号的六位数字"),
    "address": (
        PLAN,
        "url: https://example.org/plan",
        "url: www.example.org",
        "www",
        "“www.example.org”不是网址，应以 http:// 或 https:// 开头",
    ),
    "empty-text": (UNITS, "name: 县民政局", 'name: ""', '""', "“name”不能是空的"),
    "long-text": (UNITS, "name: 县民政局", f"name: {'长' * 401}", "长" * 401, "“name”太长，最多 400 个字"),
    "empty-list": (PLAN, "regions: [qinghe]", "regions: []", "[]", "“regions”至少要有 1 项"),
    "too-small": ("topics.yml", "order: 2", "order: -1", "-1", "“order”不能小于 0"),
    "too-big": (PLAN, "end: 2025", "end: 20255", "20255", "“end”不能大于 2100"),
    "period-reversed": (PLAN, "{start: 2021, end: 2025}", "{start: 2025, end: 2021}", "{", "规划期的第一年不能晚于最后一年"),
    "value-missing": (
        P1,
        'operator: "=", quantity: level, value: 100',
        'operator: "=", quantity: level',
        "",
        "符号“=”需要数字，请填写 value",
    ),
    "one-place": (
        NOTES,
        "{starts: 茶园面积}, {starts: 茶园面积, nth: 2}",
        "{starts: 茶园面积}",
        "",
        "前后不一（contradiction）要写出原文的两处以上位置",
    ),
}


@pytest.mark.parametrize("case", list(CASES))
def test_one_mistake_is_one_finding_at_its_place(copy: Copy, case: str) -> None:
    file, old, new, inside, message = CASES[case]
    found = findings(copy, file, old, new)
    assert [(d.rule, d.message) for d in found] == [("record", message)]
    wanted = copy.span(file, new, inside)
    if inside:
        assert found[0].span == wanted
    else:  # what concerns a whole record is said where the record starts
        assert (found[0].span.file, found[0].span.line) == (wanted.file, wanted.line)


def test_a_number_in_quotes_names_the_field(copy: Copy) -> None:
    (found,) = findings(copy, P1, "value: 100,", 'value: "100",')
    assert found.span == copy.span(P1, '"100"')
    assert found.message.startswith("“value”应该是")


def test_a_long_value_is_shown_short(copy: Copy) -> None:
    (found,) = findings(copy, "topics.yml", "group: 城乡", f"group: {'乡' * 200}")
    assert found.message == f"“group”不能是“{'乡' * 40}…”，只能是：生活, 产业, 城乡, 生态, 治理"


def test_missing_and_unknown_fields_name_the_record_and_the_nearest_field(copy: Copy) -> None:
    found = findings(copy, UNITS, "name: 县民政局", "nmae: 县民政局")
    assert [(d.span, d.rule, d.message) for d in found] == [
        (copy.span(UNITS, "{id: qinghe-minzheng"), "record", "单位 qinghe-minzheng：缺少必填的字段“name”，请补上"),
        (copy.span(UNITS, "nmae"), "record", "没有“nmae”这个字段；是不是“name”？"),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "wrong", "right"),
    [
        (P1, "{unit: qinghe-minzheng, role_printed: ", "{unit: qinghe-minzheng, rol_printed: ", "rol_printed", "role_printed"),
        (P1, "source: {starts: 2.修好乡道}", "source: {start: 2.修好乡道}", "start", "starts"),
        (PLAN, "period: {start: 2021, end: 2025}", "period: {start: 2021, ende: 2025}", "ende", "end"),
        (PLAN, "publisher: ", "publishr: ", "publishr", "publisher"),
        (UPDATES, "title: 县里的公告", "titel: 县里的公告", "titel", "title"),
        (QINGHE + "indicators.yml", "base: {operator: ", "base: {operater: ", "operater", "operator"),
    ],
)
def test_an_unknown_field_of_a_part_is_compared_with_the_fields_of_the_part(
    copy: Copy, file: str, old: str, new: str, wrong: str, right: str
) -> None:
    found = [d for d in findings(copy, file, old, new) if "没有" in d.message]
    assert [(d.span, d.message) for d in found] == [(copy.span(file, new, wrong), f"没有“{wrong}”这个字段；是不是“{right}”？")]


@pytest.mark.parametrize(
    ("field", "value"), [("tasks", ""), ("tasks", "甲"), ("targets", "3"), ("results", "{a: 1}"), ("children", ""), ("children", "甲")]
)
def test_a_nested_list_that_is_no_list(copy: Copy, field: str, value: str) -> None:
    copy.append(QINGHE + "preface.yml", f"{field}: {value}\n")
    _, found = copy.read()
    assert [(d.span.line, d.rule, d.message) for d in found] == [(9, "record", f"“{field}”应该是列表，例如 [甲, 乙]")]


@pytest.mark.parametrize(("field", "entry"), [("tasks", "甲"), ("targets", "3"), ("results", "~"), ("children", "[a]")])
def test_an_entry_of_a_nested_list_that_is_no_record(copy: Copy, field: str, entry: str) -> None:
    copy.append(QINGHE + "preface.yml", f"{field}:\n  - {entry}\n")
    _, found = copy.read()
    assert [(d.span.line, d.span.column, d.message) for d in found] == [(10, 5, "这一项应该是一组“字段: 值”")]


def test_a_bad_entry_of_a_list_is_not_a_missing_one(copy: Copy) -> None:
    found = findings(copy, UPDATES, '"https://example.org/notice"', "javascript:alert(1)")
    assert [d.message for d in found] == ["“javascript:alert(1)”不是网址，应以 http:// 或 https:// 开头"]
