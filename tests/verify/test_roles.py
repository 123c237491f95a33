"""Units and their parts: exactly those of the passage."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify import roles
from generator.verify.roles import units_by_name
from tests.copies import Copy
from tests.verify.sample import DOCUMENT, TASKS_FILE, Wrong, assert_one_difference, read_sample, verified, write_sample

FIRST = "- {unit: yunxi-jiaotong, role_printed: 牵头单位, role_basis: line}"
CAIZHENG = "          - {unit: yunxi-caizheng, role_printed: 参加单位, role_basis: line}\n"
WRONG = [
    Wrong(
        TASKS_FILE,
        "{unit: yunxi-yingji, role_printed: 牵头单位",
        "{unit: yunxi-yingji, role_printed: 责任单位",
        "责任单位",
        ["“县应急局”在原文里是“牵头单位”"],
    ),
    Wrong(
        TASKS_FILE,
        CAIZHENG,
        CAIZHENG + CAIZHENG.replace("caizheng", "tongji"),
        "unit: yunxi-tongji|yunxi-tongji",
        ["没有“县统计局”", "原文有：县财政局、各乡镇"],
    ),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.new.strip()[:60])
def test_each_wrong_role_is_one_difference(sample: Copy, wrong: Wrong) -> None:
    assert_one_difference(sample, wrong, roles.RULE)


def test_a_unit_left_out_is_one_difference_at_its_list(sample: Copy) -> None:
    sample.edit(TASKS_FILE, CAIZHENG, "")
    (difference,) = verified(sample).differences
    assert difference.span == sample.span(TASKS_FILE, "- {unit: yunxi-towns")
    assert difference.message == "原文的“参加单位”里有“县财政局”，数据里没有"


def test_a_part_without_any_unit_is_reported_at_the_task(sample: Copy) -> None:
    lead = "        leads:\n          - {unit: yunxi-yingji, role_printed: 牵头单位, role_basis: line}\n"
    sample.edit(TASKS_FILE, lead, "")
    (difference,) = verified(sample).differences
    assert difference.span == sample.span(TASKS_FILE, "- id: yunxi-145-007\n", "id: yunxi-145-007")
    assert difference.message == "原文的“牵头单位”里有“县应急局”，数据里没有"


def test_another_unit_is_one_too_many_and_one_too_few(sample: Copy) -> None:
    sample.edit(TASKS_FILE, FIRST, FIRST.replace("jiaotong", "wenlv"))
    messages = [d.message for d in verified(sample).differences]
    assert messages == ["原文这一条的牵头单位里没有“县文化旅游局”，原文有：县交通局", "原文的“牵头单位”里有“县交通局”，数据里没有"]


def test_swapped_parts_are_noticed_on_both_sides(sample: Copy) -> None:
    sample.edit(TASKS_FILE, FIRST, FIRST.replace("jiaotong", "caizheng"))
    sample.edit(TASKS_FILE, CAIZHENG, CAIZHENG.replace("caizheng", "jiaotong"))
    assert len(verified(sample).differences) == 4


def test_an_unregistered_unit_of_the_document_is_noticed(tmp_path: Path) -> None:
    copy = write_sample(tmp_path, DOCUMENT.replace("参加单位:县财政局,各乡镇", "参加单位:县财政局、县水利局,各乡镇"))
    assert [d.message for d in verified(copy).differences] == ["原文的“参加单位”里有“县水利局”，数据里没有"]


def test_a_name_wins_over_an_alias(sample: Copy) -> None:
    sample.edit("units/yunxi.yml", "{id: yunxi-tongji, name: 县统计局,", "{id: yunxi-tongji, name: 县统计局, aliases: [县交通局],")
    graph, _ = read_sample(sample)
    known = units_by_name(graph, "yunxi-145")
    assert known["县交通局"].id == "yunxi-jiaotong"
    assert known["县文旅局"].id == "yunxi-wenlv"


def test_units_of_other_regions_are_not_meant(sample: Copy) -> None:
    sample.append("regions.yml", "")
    sample.edit("regions.yml", "]\n", ", {id: linhe, name: 临禾县, level: county}]\n")
    sample.edit("units/yunxi.yml", "name: 县应急局, kind: government, region: yunxi", "name: 县应急局, kind: government, region: linhe")
    assert "县应急局" not in units_by_name(read_sample(sample)[0], "yunxi-145")


def test_where_the_first_is_declared_to_lead(tmp_path: Path) -> None:
    text = DOCUMENT.replace("一、主要指标", "各项任务列第一位的单位为牵头单位,下同。\n\n一、主要指标", 1)
    text = text.replace("牵头单位:县文旅局\n\n参加单位:县交通局", "责任单位:县文旅局、县交通局")
    graph, passages = read_sample(write_sample(tmp_path, text))
    task = graph.tasks["yunxi-145-006"]
    passage = passages.of(task.source)
    assert passage is not None
    assert [(f.printed, f.role) for f in passage.roles] == [("县文旅局", "lead"), ("县交通局", "responsible")]
