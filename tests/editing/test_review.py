"""An edited table becomes a change of just the edited fields; what is wrong is said at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.dataset import read_dataset
from generator.diagnostics import Level
from generator.editing import difference, read_table, review, words
from generator.editing.kinds import KNOWN
from tests.editing.edits import Sheet, lines_changed

TASK = "qinghe-145-001"
P1 = "data/plans/qinghe-145/p1.yml"


@pytest.fixture
def tasks(tiny: Path) -> Sheet:
    return Sheet(tiny, "task")


def changed(sheet: Sheet, file: str = P1) -> tuple[list[str], list[str]]:
    found = sheet.review()
    assert found.can_be_written, found.findings
    lines = lines_changed(found)
    assert list(lines) == [file]
    return lines[file]


def test_one_line_goes_and_one_comes(tasks: Sheet) -> None:
    gone, come = changed(tasks.put(TASK, "meaning", "白石镇的老人白天有人陪。"))
    assert gone == ["            meaning: 白石镇的老人白天有去处。"]
    assert come == ["            meaning: 白石镇的老人白天有人陪。"]


def test_an_empty_cell_removes_the_field_and_a_filled_one_adds_it_where_it_belongs(tasks: Sheet) -> None:
    tasks.put(TASK, "meaning", "").put("qinghe-145-002", "meaning", "开车的人走得快。").put("qinghe-145-002", "audiences", "elderly")
    found = tasks.review()
    gone, come = lines_changed(found)[P1]
    assert gone == ["            meaning: 白石镇的老人白天有去处。"]
    assert come == ["        meaning: 开车的人走得快。", "        audiences: [elderly]"]
    text = (found.after or {})[P1].decode()
    assert "走老山道。\n        meaning: 开车" in text
    assert "topics: [roads]\n        audiences: [elderly]\n        places" in text


def test_lists_of_groups(tasks: Sheet) -> None:
    tasks.put(TASK, "participants.unit", "qinghe-baishi;qinghe-towns")
    assert changed(tasks)[1] == [
        "            participants: [{unit: qinghe-baishi, role_printed: 参加单位, role_basis: line-inherited}, "
        "{unit: qinghe-towns, role_printed: 参加单位, role_basis: line}]"
    ]
    tasks.put("qinghe-145-002", "leads.unit", "qinghe-jiaotong").put("qinghe-145-002", "leads.role_printed", "牵头单位")
    tasks.put("qinghe-145-002", "leads.role_basis", "line")
    assert "        leads:\n          - {unit: qinghe-jiaotong, role_printed: 牵头单位, role_basis: line}\n" in (
        (tasks.review().after or {})[P1].decode()
    )


def test_groups_inside_a_record_and_defaults_that_the_data_does_not_write(tiny: Path) -> None:
    rows = Sheet(tiny, "indicator-row").put("qinghe-145-i01", "target.value", "36.0").put("qinghe-145-i01", "target.text", "36%以上")
    _, come = changed(rows, "data/plans/qinghe-145/indicators.yml")
    assert come == ['    target: {operator: ">=", value: 36, text: 36%以上, year: 2025}']
    rows = Sheet(tiny, "indicator-row").put("qinghe-145-i02", "base.operator", "=").put("qinghe-145-i02", "base.text", "5万元")
    assert rows.messages() == ["第4行R列（base.operator）：符号“=”需要数字，请填写 value"]
    rows.put("qinghe-145-i02", "base.value", "5")
    assert changed(rows, "data/plans/qinghe-145/indicators.yml") == ([], ['    base: {operator: "=", text: 5万元, value: 5}'])
    rows = Sheet(tiny, "indicator-row").put("qinghe-145-i01", "target.operator", "").put("qinghe-145-i01", "target.text", "")
    rows.put("qinghe-145-i01", "target.value", "").put("qinghe-145-i01", "target.year", "").put("qinghe-145-i01", "target.basis", "")
    assert changed(rows, "data/plans/qinghe-145/indicators.yml")[1] == []


def test_what_other_records_add_is_not_written(tasks: Sheet) -> None:
    assert tasks.get("qinghe-145-002", "projects") == "qinghe-tea-road"  # only the project says so
    tasks.put("qinghe-145-002", "projects", "qinghe-tea-road;qinghe-day-centre")
    assert changed(tasks) == ([], ["        projects: [qinghe-day-centre]"])
    assert tasks.put("qinghe-145-002", "projects", "").messages() == [
        "第3行AH列（projects）：“qinghe-tea-road”是另一条记录写到这里的，请到那一条里删"
    ]


def test_lists_of_lists_are_json(tiny: Path) -> None:
    boxes = Sheet(tiny, "box")
    boxes.put("qinghe-145-b01", "groups", boxes.get("qinghe-145-b01", "groups").replace("白石镇", "黑滩乡"))
    file = "data/plans/qinghe-145/boxes.yml"
    gone, come = changed(boxes, file)
    assert come == [gone[0].replace("白石镇", "黑滩乡")]
    assert boxes.put("qinghe-145-b01", "groups", "[{").messages()[0].startswith("第2行O列（groups）：不是完整的 JSON")


def test_everything_wrong_is_said_at_once_each_at_its_cell(tasks: Sheet) -> None:
    tasks.put(TASK, "number", "一").put(TASK, "plan", "linhe-2024").put(TASK, "summary", "").put(TASK, "topics", "elderkare")
    tasks.put(TASK, "places.name", "黑滩乡").put(TASK, "leads.unit", "qinghe-minzheng;qinghe-towns").put(TASK, "url", "/tasks/x/")
    tasks.put(TASK, "title_basis", "printd").put(TASK, "source.starts", "别处").put(TASK, "targets", "")
    tasks.put("qinghe-145-002", "title", "路\n茶").put("qinghe-145-002", "places", "黑滩乡").put("qinghe-145-002", "plan.name", "")
    assert tasks.messages() == [
        "第2行B列（plan）：由记录所在的位置决定；要移动请改 YAML",
        "第2行F列（number）：“一”不是数字；单位、百分号和说明不写在这一格里",
        "第2行H列（title_basis）：“title_basis”不能是“printd”，只能是：printed, section, editorial；是不是“printed”？",
        "第2行J列（source.starts）：原文位置不在表里改，请改 YAML",
        "第2行P列（summary）：必填，不能空着",
        "第2行S列（targets）：写在任务里面，请改 targets.csv；增减要改 YAML",
        "第2行T列（leads.unit）：leads.unit 有2项，leads.role_printed 有1项；leads 的几列要一项对一项，用半角分号隔开",
        "第2行AB列（topics）：没有编号为“elderkare”的主题；是不是“eldercare”？",
        "第2行AG列（places.name）：名称只给人看；要改请改 places 一列（“黑滩乡”的编号是 heitan）",
        "第2行AN列（url）：由数据算出来，不能在表里改",
        "第3行C列（plan.name）：名称只给人看；要改请改 plan 一列",
        "第3行G列（title）：“路\n茶”写法不对：含有不允许的字符",
        "第3行AF列（places）：没有编号为“黑滩乡”的地方；这里要写编号，不写名称，请改成“heitan”",
    ]


def test_rows_by_their_ids(tasks: Sheet) -> None:
    tasks.row("qinghe-145-003")[0] = "qinghe-145-00"
    tasks.rows.append([TASK, *tasks.row(TASK)[1:]])
    tasks.rows.append(["", "qinghe-145", *[""] * 38])
    found = tasks.review()
    assert [f.message for f in found.findings] == [
        "数据里有、表里没有的任务有 1 条：qinghe-145-003。没有删；真要删请改 YAML",
        "第4行A列（id）：没有编号为“qinghe-145-00”的任务；是不是“qinghe-145-001”？",
        "第5行A列（id）：编号“qinghe-145-001”在第2行已经有了",
        "第6行A列（id）：没有编号。表里不能新增记录，新的记录请写在 YAML 里",
    ]
    assert [f.level for f in found.findings] == [Level.WARNING, *[Level.ERROR] * 3]
    assert not found.can_be_written


def test_a_table_of_one_plan_misses_nothing_of_another(tiny: Path) -> None:
    projects = Sheet(tiny, "project")
    projects.rows = [row for row in projects.rows if row[0] != "linhe-tea-road"]
    assert projects.messages() == []


def test_columns_may_be_missing_moved_or_misspelt(tasks: Sheet) -> None:
    tasks.drop("meaning").drop("url").put(TASK, "title", "建中心")
    for row in tasks.rows:
        row.insert(1, row.pop())
    assert changed(tasks)[1] == ["            title: 建中心"]
    tasks.rows[0][tasks.rows[0].index("summary")] = "sumary"
    tasks.rows[0].append("title")
    messages = tasks.messages()
    assert any(m.endswith("（sumary）：任务的表里没有“sumary”这一列；是不是“summary”？") for m in messages)
    assert any(m.endswith("（title）：这一列出现了两次") for m in messages)


def test_cells_beyond_the_header_and_columns_without_a_name(tasks: Sheet) -> None:
    tasks.row(TASK).append("备注")
    assert tasks.messages() == ["第2行AO列：这一格超出了表头；前面的格子里大概有没加引号的逗号"]
    tasks.rows[0].append("")
    assert tasks.messages() == ["第2行AO列：这一列没有列名"]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (["条号", "标题", "编号", "本站页面"], "规划工作簿"),
        (["title", "summary"], "其中要有 id"),
        (["id", "甲", "乙"], "看不出是哪一类"),
    ],
)
def test_tables_that_are_not_ours(tasks: Sheet, header: list[str], words: str) -> None:
    tasks.rows = [header, ["x"] * len(header)]
    assert [words in m for m in tasks.messages()] == [True]


def test_what_a_program_did_is_said_and_changes_nothing(tiny: Path) -> None:
    regions = Sheet(tiny, "region").put("qinghe", "code.value", "９９０，101").put("qinghe", "code.year", "2000.0")
    found = regions.review()
    assert not found.changes
    assert [f.message for f in found.findings] == ["第3行F列（code.value）：表格软件改了数字的写法（原来是“990101”），按没有改处理"]
    plans = Sheet(tiny, "plan").put("qinghe-145", "dated", "2021/3/1").put("qinghe-145", "documents.sha256", "0")
    assert [f.level for f in plans.review().findings] == [Level.WARNING]
    assert not plans.review().changes


def test_comments_line_ends_and_byte_order_mark_stay(tiny: Path) -> None:
    file = tiny / P1
    old = file.read_bytes().decode()
    old = old.replace("meaning: 白石镇的老人白天有去处。", "meaning: 白石镇的老人白天有去处。  # 核对过")
    old = "\ufeff" + old.replace("            topics: [eldercare]", "            # 主题\n            topics: [eldercare]  # 一个").replace(
        "\n", "\r\n"
    )
    file.write_bytes(old.encode())
    found = Sheet(tiny, "task").put(TASK, "meaning", "老人有去处。").put(TASK, "topics", "eldercare;roads").review()
    wanted = old.replace("白石镇的老人白天有去处。", "老人有去处。", 1).replace("topics: [eldercare]", "topics: [eldercare, roads]", 1)
    assert (found.after or {})[P1].decode() == wanted


def test_two_kinds_nested_in_one_file_and_words_for_the_reviewer(tiny: Path) -> None:
    targets = Sheet(tiny, "target").put("qinghe-145-001-t01", "value", "1,200").put("qinghe-145-c01-t01", "measure", "")
    found = targets.review()
    assert [words(targets.table(), change, cell) for change in found.changes for cell in change.cells] == [
        "第2行H列（value），目标 qinghe-145-001-t01：“100”改为“1200”",
        "第4行J列（measure），目标 qinghe-145-c01-t01：删去“岁”",
    ]
    assert '+              - {id: qinghe-145-001-t01, metric: 照看老人, operator: "=", quantity: level, value: 1200, measure: 位' in (
        difference(found.before or {}, found.after or {})
    )


def test_new_warnings_are_shown_and_do_not_stop(tasks: Sheet) -> None:
    found = tasks.put(TASK, "summary", "建中心。").review()
    assert [(f.message[:17], f.level) for f in found.findings] == [("第2行P列（summary）：概括", Level.WARNING)]
    assert found.can_be_written


def test_a_workbook_names_its_sheet(tasks: Sheet) -> None:
    from tests.editing.test_reading import workbook

    tasks.put(TASK, "number", "x")
    table, _ = read_table(workbook([list(row) for row in tasks.rows]), "改.xlsx", KNOWN)
    assert table is not None
    found = review(table, tasks.root, tasks.dataset, "")
    assert [f.message[:24] for f in found.findings] == ["工作表“tasks”第2行F列（number）："]


def test_an_old_table_does_not_undo_what_others_did(tasks: Sheet) -> None:
    then = tasks.graph
    tasks.put(TASK, "meaning", "白石镇的老人白天有人陪。").put(TASK, "topics", "roads")
    for name, old, new in (
        (P1, "title: 建日间照料中心", "title: 建照料中心"),
        (P1, "topics: [eldercare]", "topics: [eldercare, tea]"),
        ("data/topics.yml", "name: 茶叶", "name: 种茶"),
    ):
        file = tasks.root / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    dataset, findings = read_dataset(tasks.root)
    assert findings == []
    wrong = review(tasks.table(), tasks.root, dataset, "", then)
    assert [f.message for f in wrong.findings if "也有人改了 topics（这一格现在是“eldercare;tea”）" in f.message]
    assert not wrong.can_be_written
    tasks.put(TASK, "topics", "eldercare")
    found = review(tasks.table(), tasks.root, dataset, "", then)
    assert found.findings == ()
    gone, come = lines_changed(found)[P1]
    assert (gone, come) == (["            meaning: 白石镇的老人白天有去处。"], ["            meaning: 白石镇的老人白天有人陪。"])
    assert len(review(tasks.table(), tasks.root, dataset, "").changes[0].cells) == 3, "without it, the old title and topics count as edits"
