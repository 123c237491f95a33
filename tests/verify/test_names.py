"""Titles, numbers and names: they stand where their locators point."""

from __future__ import annotations

import pytest

from generator.verify import names
from generator.verify.names import excerpt, name_stands
from tests.copies import Copy
from tests.verify.sample import NOTES_FILE, PROJECTS_FILE, TASKS_FILE, Wrong, assert_one_difference, verified

WRONG = [
    Wrong(TASKS_FILE, "title: 方便群众出行", "title: 方便居民出行", "方便居民出行", ["标题“二、方便居民出行”", "二、方便群众出行"]),
    Wrong(TASKS_FILE, "label: (一)", "label: (三)", "title: 修路建桥|修路建桥", ["标题“(三)修路建桥”", "(一)修路建桥"]),
    Wrong(TASKS_FILE, "title: 修路建桥", "title: 修路", "title: 修路|修路", ["标题“(一)修路”"]),
    Wrong(TASKS_FILE, "number: 5", "number: 8", "number: 8|8", ["不是第8条", "5.修好通村乡道"]),
    Wrong(TASKS_FILE, "title: 修好通村乡道", "title: 修好通乡村道", "title: 修好通乡村道|修好", ["标题“修好通乡村道”", "5.修好通村乡道"]),
    Wrong(TASKS_FILE, "title: 办好城乡班车", "title: 办好城乡", "title: 办好城乡|办好", ["标题“办好城乡”"]),
    Wrong(TASKS_FILE, "number: 7\n        title: 管好渡口", "number: 7\n        title: 渡口", "title: 渡口|渡口", ["小节的标题"]),
    Wrong(PROJECTS_FILE, "name: 黑滩便民码头", "name: 红滩便民码头", "红滩便民码头", ["没有项目“红滩便民码头”"]),
    Wrong(PROJECTS_FILE, "name: 南溪渡口改造项目", "name: 南溪渡口改造项目\n    scale: 三座", "三座", ["没有“三座”"]),
    Wrong(PROJECTS_FILE, "name: 南溪渡口改造项目", "name: 南溪渡口改造项目\n    investment: 9亿元", "9亿元", ["没有“9亿元”"]),
]
NO_PLACE = [
    Wrong(NOTES_FILE, "4.空气质量", "9.空气质量", "{starts: 9.空气", ["找不到以“9.空气质量优良”开头"]),
    Wrong(TASKS_FILE, "{starts: (二)管好渡口}", "{starts: (二)管理渡口}", "{starts: (二)管理渡口}", ["找不到以“(二)管理渡口”开头"]),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.new.replace("\n", " "))
def test_each_wrong_name_is_one_difference(sample: Copy, wrong: Wrong) -> None:
    assert_one_difference(sample, wrong, names.RULE)


@pytest.mark.parametrize("wrong", NO_PLACE, ids=lambda wrong: wrong.new)
def test_a_locator_that_leads_nowhere_is_one_difference(sample: Copy, wrong: Wrong) -> None:
    assert_one_difference(sample, wrong, names.NO_PASSAGE)


def test_a_task_whose_passage_is_gone_is_reported_once(sample: Copy) -> None:
    sample.edit(TASKS_FILE, "{starts: 7.渡口安全由}", "{starts: 7.码头安全由}")
    assert [d.rule for d in verified(sample).differences] == [names.NO_PASSAGE]


def test_a_title_that_the_editor_gave_is_not_looked_up(sample: Copy) -> None:
    sample.edit(TASKS_FILE, "title: 修好通村乡道\n        title_basis: printed", "title: 修路\n        title_basis: editorial")
    sample.edit(TASKS_FILE, "title: 修路建桥\n    title_basis: printed", "title: 桥\n    title_basis: editorial")
    assert verified(sample).differences == ()


def test_nothing_of_another_part_counts(sample: Copy) -> None:
    """The name stands in the document, but not in the passage that the locator names."""
    head = "name: 南溪渡口改造项目\n    division: yunxi-145-c02-s01\n    source: "
    sample.edit(PROJECTS_FILE, head + "{starts: 5.修好通村乡道}", head + "{starts: 6.办好城乡班车}")
    differences = verified(sample).differences
    assert [d.message for d in differences] == ["这一段原文里没有项目“南溪渡口改造项目”"]


@pytest.mark.parametrize(
    ("name", "text", "stands"),
    [
        ("白石便民码头", "建设白石、黑滩便民码头", True),
        ("黑滩便民码头", "建设白石、黑滩便民码头", True),
        ("便民白石码头", "建设白石、黑滩便民码头", False),
        ("白石便民渡口", "建设白石、黑滩便民码头", False),
        ("Ａ级码头", "建设A级码头", True),
        ("", "建设码头", True),
    ],
)
def test_names_of_a_list_that_share_a_word(name: str, text: str, stands: bool) -> None:
    assert name_stands(name, text) is stands


def test_excerpts_are_short_and_on_one_line() -> None:
    assert excerpt("一行\n  两行") == "一行 两行"
    assert len(excerpt("字" * 500)) == names.SHOWN + 1
