"""The sentences, both ways: what is read on the page of changes."""

from __future__ import annotations

import pytest

from generator.changes import compare, tell
from generator.changes.fields import COMPARED, fields_of
from tests.changes.conftest import Editions
from tests.changes.test_compare import FIELDS, GRAPH, changed
from tests.copies import QINGHE

P1, ROWS, PROJECTS, UNITS = QINGHE + "p1.yml", QINGHE + "indicators.yml", QINGHE + "projects.yml", "units/qinghe.yml"
TASK, TARGET = "第1条任务“建日间照料中心”", "任务“扩大茶园”的目标“茶园面积”"

# file, what stands there, what is written instead, the sentence, the sentence the other way round
CASES: dict[str, tuple[str, str, str, str, str]] = {
    "leads": (
        P1,
        "leads: [{unit: qinghe-minzheng,",
        "leads: [{unit: qinghe-jiaotong,",
        f"{TASK}的牵头单位由县民政局改为县交通局",
        f"{TASK}的牵头单位由县交通局改为县民政局",
    ),
    "leads of a document that prints no 牵头": (
        P1,
        "leads: [{unit: qinghe-baishi,",
        "leads: [{unit: qinghe-towns,",
        "任务“扩大茶园”的负责单位由白石镇改为各乡镇",
        "任务“扩大茶园”的负责单位由各乡镇改为白石镇",
    ),
    "participants": (
        P1,
        "role_printed: 参加单位, role_basis: line}]",
        "role_printed: 参加单位, role_basis: line}, {unit: qinghe-baishi, role_printed: 参加单位, role_basis: line}]",
        f"{TASK}的参加单位增加白石镇",
        f"{TASK}的参加单位去掉白石镇",
    ),
    "value": (P1, "value: 3, measure: 万亩", "value: 4, measure: 万亩", f"{TARGET}由约3万亩改为约4万亩", f"{TARGET}由约4万亩改为约3万亩"),
    "operator and measure": (
        P1,
        'operator: "~", quantity: level, value: 3, measure: 万亩',
        'operator: ">=", quantity: level, value: 3, measure: 公顷',
        f"{TARGET}由约3万亩改为3公顷以上",
        f"{TARGET}由3公顷以上改为约3万亩",
    ),
    "year": (
        P1,
        "by: 2025, by_basis: period-end",
        "by: 2030, by_basis: stated",
        f"{TARGET}的年份由2025年末改为2030年",
        f"{TARGET}的年份由2030年改为2025年末",
    ),
    "title": (P1, "title: 扩大茶园", "title: 种“好”茶", "任务“扩大茶园”改名为“种‘好’茶”", "任务“种‘好’茶”改名为“扩大茶园”"),
    "what was not there": (
        P1,
        "        topics: [roads]\n",
        "        topics: [roads]\n        meaning: 路好走了。\n",
        "第2条任务“路和茶”补上了对人的影响：路好走了。",
        "第2条任务“路和茶”去掉了对人的影响（原来写的是“路好走了。”）",
    ),
    "measures": (
        P1,
        "measures: [选址, 建房, 请护理员]",
        "measures: [选址, 建房, 请护理员, 开张]",
        f"{TASK}的具体措施增加“开张”",
        f"{TASK}的具体措施去掉“开张”",
    ),
    "row": (
        ROWS,
        "value: 35.5, text: 35.5%以上",
        "value: 36, text: 36%以上",
        "指标“森林覆盖率”的目标由35.5%以上（2025年）改为36%以上（2025年）",
        "指标“森林覆盖率”的目标由36%以上（2025年）改为35.5%以上（2025年）",
    ),
    "a choice": (
        UNITS,
        "name: 白石镇, kind: government",
        "name: 白石镇, kind: party",
        "单位“白石镇”的类型由“政府部门”改为“党委部门”",
        "单位“白石镇”的类型由“党委部门”改为“政府部门”",
    ),
    "a project": (
        PROJECTS,
        "scale: 100位, owners: [qinghe-minzheng]",
        "scale: 100位, owners: [qinghe-jiaotong]",
        "项目“白石镇日间照料中心”的负责单位由县民政局改为县交通局",
        "项目“白石镇日间照料中心”的负责单位由县交通局改为县民政局",
    ),
    "a section": (P1, "title: 照顾老人", "title: 养老", "“第一章 照顾老人”改名为“养老”", "“第一章 养老”改名为“照顾老人”"),
    "a definition": (
        "indicator-definitions.yml",
        'measure: "%", topic: tea, explanation: 林地',
        "measure: 公顷, topic: tea, explanation: 林地",
        "指标“森林覆盖率”的计量单位由“%”改为“公顷”",
        "指标“森林覆盖率”的计量单位由“公顷”改为“%”",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_in_words(editions: Editions, name: str) -> None:
    file, old, new, there, back = CASES[name]
    editions.new.edit(file, old, new)
    assert there in editions.texts()
    assert back in editions.backwards()


def test_what_came_and_went(editions: Editions) -> None:
    editions.new.append(PROJECTS, "  - {id: qinghe-x, name: 新桥, division: qinghe-145-c02, source: {starts: 2.修好乡道}}\n")
    editions.new.append("terms.yml", "  - {id: x, term: 梯田, explanation: 一层层的田。, basis: general}\n")
    assert editions.texts() == ["新增项目“新桥”", "新增名词“梯田”"]
    assert editions.backwards() == ["删去项目“新桥”", "删去名词“梯田”"]


def test_a_new_target_says_its_value(editions: Editions) -> None:
    target = '{id: qinghe-145-003-t03, metric: 茶苗, operator: ">=", quantity: total, value: 5, measure: 万株}'
    old = 'value: 5, value_max: 7, measure: "%"}\n'
    editions.new.edit(P1, old, f"{old}              - {target}\n")
    assert editions.texts() == ["新增任务“扩大茶园”的目标“茶苗”：5万株以上"]


def test_new_progress_says_its_status_and_what_happened(editions: Editions) -> None:
    update = "id: qinghe-145-002-u01, date: 2025-04-02, subject: qinghe-145-002, status: on-schedule, text: 修了一半。"
    editions.new.append("updates/qinghe-145.yml", f"  - {{{update}, evidence: [{{title: 公报, document: 第2期}}]}}\n")
    assert editions.texts() == ["新增关于第2条任务“路和茶”的进展（2025-04-02）：达进度。修了一半。"]


def test_a_first_publication_is_counted(editions: Editions) -> None:
    for name in ("indicators", "plan", "projects", "s01"):
        editions.old.remove(f"plans/linhe-2024/{name}.yml")
    (told,) = editions.told()
    assert told.text.startswith("首次公开临禾县2024年报告。这份文件有")
    assert editions.backwards() == ["撤下临禾县2024年报告"]


def test_a_record_that_was_merged_says_where_it_went(editions: Editions) -> None:
    editions.old.append("units/qinghe.yml", "  - {id: qinghe-laoling, name: 县老龄办, kind: government, region: qinghe}\n")
    editions.new.append("redirects.yml", "  - {from: qinghe-laoling, to: qinghe-minzheng, since: 2026-01-02, reason: 合并}\n")
    assert editions.texts() == ["删去单位“县老龄办”，改看单位“县民政局”"]


def test_what_readers_do_not_see_is_minor(editions: Editions) -> None:
    editions.new.edit(P1, "source: {starts: 2.修好乡道}", "source: {starts: 2.修好}")
    editions.new.edit(P1, "role_printed: 牵头单位, role_basis: line}", "role_printed: 牵头单位, role_basis: sentence}")
    editions.new.edit("topics.yml", "synonyms: [绿茶]", "synonyms: [绿茶, 红茶]")
    assert [one.minor for one in editions.told()] == [True, True, True]


@pytest.mark.parametrize("place", FIELDS, ids=lambda place: "-".join(place))
def test_every_statement_can_be_said(place: tuple[str, str, str]) -> None:
    """One sentence without Python in it, in which the record is named as the page will link it."""
    new, really = changed({place})
    differences = compare(GRAPH, new)
    assert len(differences) == len(really)
    for difference in differences:
        told = tell(GRAPH, new, difference)
        assert told.about in told.text
        assert told.text.count("\n") == 0
        assert not any(mark in told.text for mark in ("None", "=", "(", "{", "[")), told.text


def test_kinds_without_a_name_are_called_by_what_they_are_about(editions: Editions) -> None:
    editions.new.edit(QINGHE + "notes.yml", "text: 这一条没有写负责的单位。", "text: 没有写谁负责。")
    editions.new.edit("updates/qinghe-145.yml", "status: under-way", "status: done")
    assert editions.texts() == [
        "关于第1条任务“建日间照料中心”的进展（2025-03-02）的进度由“进行中”改为“已完成”",
        "关于第2条任务“路和茶”的说明的内容由“这一条没有写负责的单位。”改为“没有写谁负责。”",
    ]
    assert {"note", "update"} <= set(COMPARED)
    assert "status" in fields_of("update")
