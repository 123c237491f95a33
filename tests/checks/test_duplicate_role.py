from __future__ import annotations

from generator.checks import duplicate_role
from tests.copies import QINGHE, Copy, error, warning

RULE = duplicate_role.RULE
P1, NOTES = QINGHE + "p1.yml", QINGHE + "notes.yml"
LEADS = "leads: [{unit: qinghe-minzheng, role_printed: 牵头单位, role_basis: line}]"
TWICE = LEADS.replace("]", ", {unit: qinghe-minzheng, role_printed: 责任单位, role_basis: line}]")
BOTH = LEADS.replace("]", ", {unit: qinghe-jiaotong, role_printed: 牵头单位, role_basis: line}]")
PARTICIPANT = "{unit: qinghe-jiaotong, role_printed: 参加单位, role_basis: line-inherited}"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


def test_a_unit_twice_among_the_leads(copy: Copy) -> None:
    copy.edit(P1, LEADS, TWICE)
    span = copy.span(P1, TWICE, "{unit: qinghe-minzheng, role_printed: 责任单位")
    assert copy.check(RULE) == [error(span, RULE, "“qinghe-minzheng”在牵头单位里写了两次，请删去一个；原文重复的话写成说明")]


def test_a_unit_twice_among_the_participants(copy: Copy) -> None:
    copy.edit(P1, PARTICIPANT, f"{PARTICIPANT}, {{unit: qinghe-jiaotong, role_printed: 配合单位, role_basis: line}}")
    span = copy.span(P1, "{unit: qinghe-jiaotong, role_printed: 配合单位")
    assert copy.check(RULE) == [error(span, RULE, "“qinghe-jiaotong”在参加单位里写了两次，请删去一个；原文重复的话写成说明")]


def test_a_unit_in_both_lists(copy: Copy) -> None:
    copy.edit(P1, LEADS, BOTH)
    message = "“qinghe-jiaotong”既牵头又参加；如果原文就是这样，请在 notes.yml 里写一条说明"
    assert copy.check(RULE) == [warning(copy.span(P1, PARTICIPANT), RULE, message)]


def test_a_unit_in_both_lists_with_a_note(copy: Copy) -> None:
    copy.edit(P1, LEADS, BOTH)
    copy.edit(NOTES, "subjects: [qinghe-145-002]", "subjects: [qinghe-145-001]")
    assert copy.check(RULE) == []
