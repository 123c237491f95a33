"""What became of every paragraph of a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify import ledger_of
from generator.verify.ledger import Count
from generator.verify.paragraphs import By, account
from tests.copies import Copy
from tests.verify.sample import DOCUMENT, TASKS_FILE, read_sample, write_sample

MORE = (
    "\n三、保障措施\n\n各部门要密切配合、各负其责，把这件事放在心上，常抓不懈。\n\n全县公路总里程已经有三千多公里，比去年多出一百公里。\n"
)
CHAPTER = """id: yunxi-145-c03
kind: chapter
label: 三、
title: 保障措施
title_basis: printed
order: 3
source: {starts: 三、保障措施}
"""
FILE = "plans/yunxi-145/c03.yml"


@pytest.fixture
def longer(tmp_path: Path) -> Copy:
    return write_sample(tmp_path, DOCUMENT + MORE)


def said(copy: Copy) -> list[tuple[str, By | None]]:
    return [(one.block.words[:6], one.by) for one in account(*read_sample(copy))][-2:]


def test_the_sample_has_a_record_for_each(sample: Copy) -> None:
    assert {one.by for one in account(*read_sample(sample))} == {"record"}


def test_a_paragraph_without_a_record_is_a_gap(longer: Copy) -> None:
    longer.append(FILE, CHAPTER)
    assert said(longer) == [("各部门要密切", None), ("全县公路总里", None)]
    found = ledger_of(*read_sample(longer))
    assert [gap.text[:6] for gap in found.gaps if gap.what == "paragraphs"] == ["各部门要密切", "全县公路总里"]


def test_marked_one_by_one(longer: Copy) -> None:
    longer.append(FILE, CHAPTER + "background:\n  - {source: {starts: 各部门要密切配合}, reason: 只是总的要求}\n")
    assert said(longer) == [("各部门要密切", "background"), ("全县公路总里", None)]


def test_a_whole_division_set_aside(longer: Copy) -> None:
    longer.append(FILE, CHAPTER + "background:\n  - {reason: 没有安排要做的事}\n")
    assert said(longer) == [("各部门要密切", "set-aside"), ("全县公路总里", "set-aside")]
    count = ledger_of(*read_sample(longer)).counts["paragraphs"]
    assert count == Count(count.found, count.found, set_aside=2)


def test_a_result_stands_for_the_paragraph_that_states_it(longer: Copy) -> None:
    row = "{id: yunxi-145-c03-r01, metric: 公路里程增量, quantity: change, value: 100, measure: 公里}"
    longer.append(FILE, CHAPTER + f"results: [{row}]\n")
    assert said(longer) == [("各部门要密切", None), ("全县公路总里", "record")]


def test_a_task_that_begins_inside_a_paragraph_stands_for_it(longer: Copy) -> None:
    text = longer.path(TASKS_FILE).read_text(encoding="utf-8")
    longer.path(TASKS_FILE).write_text(text.replace("{starts: 7.渡口安全由}", "{starts: 村村通船}"), encoding="utf-8")
    assert "{starts: 村村通船}" in longer.path(TASKS_FILE).read_text(encoding="utf-8")
    assert all(one.by == "record" for one in account(*read_sample(longer))[:-2])
