from __future__ import annotations

from pathlib import Path

import pytest

from generator.dataset.read import data_files
from generator.diagnostics import Span
from generator.model import Place, Plan, Region, Task, Term, Topic, Unit
from tests.copies import QINGHE, Copy, error

P1, PREFACE, PLAN = QINGHE + "p1.yml", QINGHE + "preface.yml", QINGHE + "plan.yml"
UNITS, PLACES = "units/qinghe.yml", "places/qinghe.yml"


def test_the_tiny_project_is_read_whole(copy: Copy) -> None:
    dataset, findings = copy.read()
    assert findings == []
    assert {kind: len(shelf) for kind, shelf in dataset.records.items()} == {
        "region": 3,
        "plan": 2,
        "division": 7,
        "task": 3,
        "target": 5,
        "result": 2,
        "indicator-definition": 2,
        "indicator-row": 3,
        "box": 1,
        "unit": 4,
        "project": 3,
        "place": 3,
        "topic": 3,
        "audience": 2,
        "term": 3,
        "update": 1,
        "note": 2,
        "verification": 1,
        "redirect": 3,
        "change": 4,
    }
    assert list(dataset.all(Topic)) == ["eldercare", "roads", "tea"]


def test_places_are_supplied_and_known(copy: Copy) -> None:
    dataset, _ = copy.read()
    task = dataset.all(Task)["qinghe-145-003"]
    assert (task.plan, task.division) == ("qinghe-145", "qinghe-145-c02-s01")
    assert task.targets == ("qinghe-145-003-t01", "qinghe-145-003-t02")
    target = dataset.records["target"]["qinghe-145-003-t01"]
    assert target.model_dump(include={"plan", "owner"}) == {"plan": "qinghe-145", "owner": "qinghe-145-003"}
    assert dataset.span(task) == copy.span(P1, "id: qinghe-145-003\n")
    assert dataset.span(task, "title") == copy.span(P1, "扩大茶园")
    assert dataset.span(task, "leads", 0, "unit") == copy.span(P1, "qinghe-baishi")
    assert dataset.span(task, "number") == dataset.span(task)
    unit = dataset.all(Unit)["qinghe-towns"]
    assert dataset.span(unit, "members", 0) == copy.span(UNITS, "members: [qinghe-baishi", "qinghe-baishi")


def test_everything_is_reported_in_one_run_and_good_records_remain(copy: Copy) -> None:
    copy.edit(UNITS, "{id: qinghe-minzheng, name: 县民政局", "{id: ../x, name: 县民政局")  # bad id
    copy.edit(UNITS, "kind: government, region: qinghe, place: baishi", "kind: goverment, region: qinghe, place: baishi")  # a word
    copy.edit(PLACES, "name: 白石镇, kind: town", "nam: 白石镇, kind: town")  # unknown and missing
    copy.edit(PLACES, "id: heitan, name: 黑滩乡", "id: heitan, name: 5")  # wrong type
    copy.edit("terms.yml", "id: one-belt-linhe", "id: day-care")  # an id twice
    copy.edit("topics.yml", "order: 2", "order: 二")  # wrong type
    copy.edit(PREFACE, "order: 0\n", "order: 0\nplan: qinghe-145\n")  # written though placed
    copy.edit("regions.yml", "{id: yunzhou, name: 云州市, level: prefecture}", "云州市")  # no record
    copy.edit("audiences.yml", "audiences:\n", "audience: []\naudiences:\n")  # a second list
    copy.append("unit/qinghe.yml", "units: []\n")  # a folder of no kind
    copy.append(QINGHE + "c01.yml", "title：甲\norder: 1\n")  # no YAML
    dataset, found = copy.read()
    assert found == [
        error(copy.span("audiences.yml", "audience: []"), "shape", "人群表文件里只能有“audiences:”，没有“audience”；是不是“audiences”？"),
        error(copy.span(PLACES, "{id: baishi, nam"), "record", "地方 baishi：缺少必填的字段“name”，请补上"),
        error(copy.span(PLACES, "nam: 白石镇"), "record", "没有“nam”这个字段；是不是“name”？"),
        error(copy.span(PLACES, "name: 5", "5"), "record", "“name”应该是文字；如果写的是数字或 true/false，请加上引号"),
        error(Span(f"data/{QINGHE}c01.yml", 1, 6), "yaml", "“title”后面是全角冒号“：”，请改成半角冒号加空格“: ”"),
        error(copy.span(PREFACE, "plan: qinghe-145"), "placed-field", "“plan”不用写：它由所在的位置决定，请删去这一行"),
        error(copy.span("regions.yml", "- 云州市", "云州市"), "shape", "这一项应该是一组“字段: 值”"),
        error(
            copy.span("terms.yml", "{id: day-care, term: 一带", "day-care"),
            "duplicate-id",
            "编号“day-care”用了两次，另一处在 data/terms.yml 第 3 行；请给新加的那一条换一个没有用过的编号",
        ),
        error(copy.span("topics.yml", "二"), "record", "“order”应该是整数，请用阿拉伯数字写，例如 21，不加引号"),
        next(d for d in found if d.rule == "unknown-file"),
        error(copy.span(UNITS, "../x"), "record", "“../x”写法不对：编号只能用小写字母、数字和连字符，例如 alxa-right-145-021"),
        next(d for d in found if "goverment" in d.message),
    ]
    (unknown,) = [d for d in found if d.rule == "unknown-file"]
    assert unknown.span == Span("data/unit/qinghe.yml", 1, 1)
    assert unknown.message.startswith("不知道这个文件是做什么的；是不是“units/地区.yml”？；可以有的文件：regions.yml、")
    (word,) = [d for d in found if "goverment" in d.message]
    assert word.span == copy.span(UNITS, "goverment")
    assert word.message.endswith("；是不是“government”？")
    assert list(dataset.all(Unit)) == ["qinghe-jiaotong", "qinghe-towns"]
    assert list(dataset.all(Place)) == ["baishi-park"]
    assert list(dataset.all(Topic)) == ["eldercare", "tea"]
    assert list(dataset.all(Region)) == ["qinghe", "linhe"]
    assert list(dataset.all(Term)) == ["day-care", "one-belt"]
    assert dataset.all(Term)["day-care"].term == "日间照料"
    assert sorted(dataset.all(Task)) == ["qinghe-145-001", "qinghe-145-002", "qinghe-145-003"]
    assert "qinghe-145-preface" not in dataset.records["division"]


def test_a_bad_record_does_not_hide_what_is_nested_in_it(copy: Copy) -> None:
    copy.edit(P1, "    title: 照顾老人\n", "    title: 5\n")
    copy.edit(P1, "            number: 1\n", "            number: 零\n")
    dataset, found = copy.read()
    assert found == [
        error(copy.span(P1, "title: 5", "5"), "record", "“title”应该是文字；如果写的是数字或 true/false，请加上引号"),
        error(copy.span(P1, "零"), "record", "“number”应该是整数，请用阿拉伯数字写，例如 21，不加引号"),
    ]
    assert "qinghe-145-c01" not in dataset.records["division"]
    assert "qinghe-145-c01-s01" in dataset.records["division"]
    assert "qinghe-145-001" not in dataset.records["task"]
    assert "qinghe-145-001-t01" in dataset.records["target"]


@pytest.mark.parametrize("identifier", ["../x", "a/b", "A", "空", "con..", "a_b", "-a", '""', '" "', '"a\\n"', "a" * 101])
def test_ids_that_are_refused(copy: Copy, identifier: str) -> None:
    copy.edit(PLACES, "id: heitan,", f"id: {identifier},")
    dataset, found = copy.read()
    assert [(d.span, d.rule) for d in found] == [(copy.span(PLACES, f"id: {identifier}, name: 黑滩乡", identifier), "record")]
    assert list(dataset.all(Place)) == ["baishi", "baishi-park"]


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        (P1, "  - id: qinghe-145-c02\n", "  - id: qinghe-145-c02\n    parent: qinghe-145-p1\n", "parent"),
        (P1, "      - id: qinghe-145-002\n", "      - id: qinghe-145-002\n        division: qinghe-145-c02\n", "division"),
        (P1, "{id: qinghe-145-001-t01, ", "{id: qinghe-145-001-t01, owner: qinghe-145-001, ", "owner"),
        (P1, "{id: qinghe-145-c01-r01, ", "{id: qinghe-145-c01-r01, division: qinghe-145-c01, ", "division"),
        (QINGHE + "projects.yml", "{id: qinghe-tea-road, ", "{id: qinghe-tea-road, plan: qinghe-145, ", "plan"),
        (QINGHE + "indicators.yml", "  - id: qinghe-145-i01\n", "  - id: qinghe-145-i01\n    plan: linhe-2024\n", "plan"),
        (P1, "id: qinghe-145-p1\n", "id: qinghe-145-p1\nplan: qinghe-145\n", "plan"),
    ],
)
def test_a_field_that_follows_from_the_place_is_not_written(copy: Copy, file: str, old: str, new: str, field: str) -> None:
    copy.edit(file, old, new)
    assert copy.read()[1] == [
        error(copy.span(file, new, f"{field}: "), "placed-field", f"“{field}”不用写：它由所在的位置决定，请删去这一行")
    ]


def test_an_id_used_in_two_files(copy: Copy) -> None:
    copy.append("places/linhe.yml", "places:\n  - {id: heitan, name: 黑滩, kind: mine, region: linhe}\n")
    dataset, found = copy.read()
    span = copy.span(PLACES, "id: heitan", "heitan")
    assert found == [
        error(span, "duplicate-id", "编号“heitan”用了两次，另一处在 data/places/linhe.yml 第 2 行；请给新加的那一条换一个没有用过的编号")
    ]
    assert dataset.all(Place)["heitan"].name == "黑滩"


@pytest.mark.parametrize(
    ("file", "text", "column", "message"),
    [
        ("topics.yml", "- id: x\n", 1, "主题表文件应该以“topics:”开头"),
        ("topics.yml", "甲\n", 1, "主题表文件应该以“topics:”开头"),
        ("topics.yml", "topics: 甲\n", 9, "“topics”应该是列表，每一项以“-”开头"),
        ("topics.yml", "topics: {id: x}\n", 9, "“topics”应该是列表，每一项以“-”开头"),
        ("topics.yml", "topic: []\n", 1, "主题表文件里只能有“topics:”，没有“topic”；是不是“topics”？"),
        (PREFACE, "- id: x\n", 1, "章节文件应该以“id:”这样的字段开头"),
    ],
)
def test_files_of_another_shape(copy: Copy, file: str, text: str, column: int, message: str) -> None:
    copy.path(file).write_text(text, encoding="utf-8")
    assert copy.read()[1] == [error(Span(f"data/{file}", 1, column), "shape", message)]


@pytest.mark.parametrize("text", ["topics:\n", "topics: []\n"])
def test_a_list_may_be_empty(copy: Copy, text: str) -> None:
    copy.path("topics.yml").write_text(text, encoding="utf-8")
    dataset, found = copy.read()
    assert found == []
    assert dataset.all(Topic) == {}


def test_an_empty_file(copy: Copy) -> None:
    copy.path("topics.yml").write_text("", encoding="utf-8")
    assert copy.read()[1] == [error(Span("data/topics.yml"), "yaml", "文件是空的")]


@pytest.mark.parametrize(
    ("file", "near"),
    [
        ("topic.yml", "topics.yml"),
        ("units.yml", "units/地区.yml"),
        ("topics.yaml", "topics.yml"),
        (QINGHE + "plans.yml", "plans/规划/plan.yml"),
        (QINGHE + "c1.yml", "plans/规划/c01.yml"),
        ("indicator-definition.yml", "indicator-definitions.yml"),
    ],
)
def test_an_unknown_file_with_a_proposal(copy: Copy, file: str, near: str) -> None:
    copy.append(file, "a: 1\n")
    (found,) = copy.read()[1]
    assert (found.span, found.rule) == (Span(f"data/{file}"), "unknown-file")
    assert found.message.startswith(f"不知道这个文件是做什么的；是不是“{near}”？")


def test_hidden_files_schemas_and_other_files_are_left_alone(copy: Copy) -> None:
    for file in (".topics.yml.swp.yml", ".git/x.yml", "schema/x.yml", "plans/.old/x.yml", "README.md"):
        copy.append(file, "：：")
    assert copy.read()[1] == []


def test_files_are_read_in_a_stable_order(copy: Copy) -> None:
    names = [path.relative_to(copy.root / "data").as_posix() for path in data_files(copy.root / "data")]
    assert names[:8] == [
        "audiences.yml",
        "changes/2025-03-02.yml",
        "changes/2026-01-31.yml",
        "indicator-definitions.yml",
        "places/qinghe.yml",
        "plans/linhe-2024/indicators.yml",
        LINHE_PLAN,
        "plans/linhe-2024/projects.yml",
    ]
    assert len(names) == 23


LINHE_PLAN = "plans/linhe-2024/plan.yml"


def test_no_data_folder(tmp_path: Path) -> None:
    dataset, found = Copy(tmp_path).read()
    assert found == [error(Span("data"), "data-folder", "找不到数据文件夹“data”；请在项目的根目录运行")]
    assert dataset.all(Plan) == {}


def test_a_file_that_cannot_be_opened(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "topics.yml":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    dataset, found = copy.read()
    assert found == [error(Span("data/topics.yml"), "unreadable-file", "打不开文件（Permission denied）")]
    assert len(dataset.all(Region)) == 3


@pytest.mark.parametrize(("number", "value"), [("9" * 29, int("9" * 29)), ("-1", -1), ("1e30", 1e30), ("0.1", 0.1), ("1e-320", 1e-320)])
def test_odd_numbers_are_read_as_written(copy: Copy, number: str, value: float) -> None:
    copy.edit(P1, "value: 78.5", f"value: {number}")
    dataset, found = copy.read()
    assert found == []
    assert dataset.records["target"]["qinghe-145-c01-t01"].model_dump()["value"] == value
