"""``minggui new``: every kind lands at its place, says what is open, and never twice; questions on a terminal; exit codes."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.authoring.recipes import RECIPES
from generator.cli import new_command as module
from generator.cli.main import cli
from generator.dataset import read_dataset
from tests.authoring.test_canonical import formatted
from tests.cli.test_cli import run

MADE = {
    "task": ("--chapter qinghe-145-c02 --title 办茶市 --lead 县交通局 --topic 茶叶", "plans/qinghe-145/p1.yml", "qinghe-145-005"),
    "target": ("--of qinghe-145-001 --metric 护理员 --value 3 --measure 名 --by 2025", "plans/qinghe-145/p1.yml", "qinghe-145-001-t03"),
    "section": ("--chapter qinghe-145-c02", "plans/qinghe-145/p1.yml", "qinghe-145-c02-s02"),
    "chapter": ("--plan qinghe-145 --title 办学校", "plans/qinghe-145/c03.yml", "qinghe-145-c03"),
    "project": ("--chapter qinghe-145-c02 --name 茶博馆 --place 白石镇", "plans/qinghe-145/projects.yml", "qinghe-chaboguan"),
    "unit": ("--region 青禾县 --name 县农业农村局", "units/qinghe.yml", "qinghe-nongyenongcunju"),
    "place": ("--region linhe --name 红枫镇", "places/linhe.yml", "hongfengzhen"),
    "topic": ("--name 上学 --group 生活 --id school", "topics.yml", "school"),
    "audience": ("--name 快递员", "audiences.yml", "kuaidiyuan"),
    "term": ("--name 互助幸福院", "terms.yml", "huzhuxingfuyuan"),
    "indicator": ("--name 每千人托位 --measure 个 --topic eldercare", "indicator-definitions.yml", "meiqianrentuowei"),
    "row": ("--plan linhe-2024 --definition 产值增长率 --value 5.5 --by 2024", "plans/linhe-2024/indicators.yml", "linhe-2024-i02"),
    "box": ("--chapter qinghe-145-c02 --title 重点工程", "plans/qinghe-145/boxes.yml", "qinghe-145-b02"),
    "note": ("--subject qinghe-145-003 --type contradiction", "plans/qinghe-145/notes.yml", "qinghe-145-n03"),
    "update": (
        "--subject qinghe-145-001 --date 2025-09-01 --status done --url https://example.org/a",
        "updates/qinghe-145.yml",
        "qinghe-145-001-u02",
    ),
    "region": ("--name 东岭区 --level county --parent 云州市", "regions.yml", "donglingqu"),
}


@pytest.mark.parametrize("command", [recipe.command for recipe in RECIPES])
def test_each_kind_is_written_at_its_place_and_read_back(tiny: Path, command: str) -> None:
    options, file, identifier = MADE[command]
    before = (tiny / "data" / file).read_text(encoding="utf-8").splitlines() if (tiny / "data" / file).exists() else []
    result = run("new", command, *shlex.split(options), "--root", str(tiny))
    assert result.exit_code == 0, result.output
    dataset, findings = read_dataset(tiny)
    assert findings == []
    kind = next(recipe.kind for recipe in RECIPES if recipe.command == command)
    record = dataset.records[kind][identifier]
    span = dataset.span(record, "id")
    assert f"{span.file}:{span.line}: 写好了" in result.output
    assert span.file == f"data/{file}"
    text = (tiny / "data" / file).read_text(encoding="utf-8")
    after = text.splitlines()
    assert [line for line in before if line not in after and "[]" not in line] == [], "an old line was touched"
    assert ("【待写】" in text) is ("【待写】" in result.output)
    if command == "target":
        assert (
            "{id: qinghe-145-001-t03, metric: 护理员, operator: '=', quantity: level, value: 3, measure: 名, by: 2025, by_basis: stated}"
            in text
        )
    made = "\n".join(line for line in after if line not in before) + "\n"
    assert made.strip()
    formatted(text, file)


def test_what_is_open_is_refused_by_the_check(tiny: Path) -> None:
    run("new", "term", "--name", "互助幸福院", "--topic", "养老", "--root", str(tiny))
    checked = run("check", "--root", str(tiny))
    assert checked.exit_code == 1
    assert "“explanation”还没有写完，请把“【待写】”换成要写的内容 [placeholder]" in checked.output


def test_a_name_that_is_there_is_refused_and_one_like_it_unless_insisted(tiny: Path) -> None:
    before = (tiny / "data/units/qinghe.yml").read_bytes()
    same = run("new", "unit", "--region", "qinghe", "--name", "民政局", "--root", str(tiny))
    assert same.exit_code == 1
    assert "已经有单位“民政局”（qinghe-minzheng，data/units/qinghe.yml:3）" in same.output
    like = run("new", "unit", "--region", "qinghe", "--name", "县交通二局", "--root", str(tiny))
    assert like.exit_code == 1
    assert "已经有单位“县交通局”" in like.output and "是不是它？" in like.output
    assert (tiny / "data/units/qinghe.yml").read_bytes() == before
    insisted = run("new", "unit", "--region", "qinghe", "--name", "县交通二局", "--anyway", "--root", str(tiny))
    assert insisted.exit_code == 0
    elsewhere = run("new", "unit", "--region", "linhe", "--name", "民政局", "--root", str(tiny))
    assert elsewhere.exit_code == 0
    assert "data/units/linhe.yml:3" in elsewhere.output


def test_nothing_is_written_on_a_dry_run(tiny: Path) -> None:
    before = {path: path.read_bytes() for path in (tiny / "data").rglob("*.yml")}
    result = run("new", "topic", "--name", "上学", "--group", "生活", "--dry-run", "--root", str(tiny))
    assert result.exit_code == 0
    assert "会写主题 shangxue" in result.output
    assert {path: path.read_bytes() for path in (tiny / "data").rglob("*.yml")} == before


def test_comments_line_ends_and_the_mark_stay(tiny: Path) -> None:
    file = tiny / "data/topics.yml"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_bytes(("\ufeff" + "\r\n".join([*lines[:2], "  # 生活", *lines[2:], "# 完"]) + "\r\n").encode())
    before = file.read_bytes()
    assert run("new", "topic", "--name", "上学", "--group", "生活", "--root", str(tiny)).exit_code == 0
    after = file.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf") and b"\n" not in after.replace(b"\r\n", b"")
    assert set(before.split(b"\r\n")) <= set(after.split(b"\r\n"))


HOSTILE = [
    ("task", "--chapter ../../etc/passwd", "没有编号或名称是"),
    ("task", "--chapter qinghe-145-c02 --title 办茶市 --lead 县茶叶办", "还没有登记的，先运行 minggui new unit"),
    ("task", "--chapter qinghe-145-c0", "是不是：qinghe-145-c0"),
    ("unit", "--region qinghe --name 甲局 --id ../x", "不能用"),
    ("unit", "--region qinghe --name 甲局 --id qinghe-minzheng", "已经用过了"),
    ("unit", "--region qinghe --name ''", "不能是空的"),
    ("unit", "--region qinghe", "还要说明"),
    ("update", "--subject qinghe-145-001 --date 2025-13-01 --status done --url https://a.cn", "日期写法不对"),
    ("update", "--subject qinghe-145-001 --date 2025-01-01 --status done --url javascript:a", "应该是网址"),
    ("target", "--of qinghe-145-001 --by 20255", "应该是年份"),
    ("row", "--plan qinghe-145 --definition forest --value 四十", "应该是数字"),
    ("topic", "--name 上学 --group 其他", "生活"),
]


@pytest.mark.parametrize(("command", "options", "words"), HOSTILE)
def test_what_cannot_be_made_is_code_2_and_writes_nothing(tiny: Path, command: str, options: str, words: str) -> None:
    before = {path: path.read_bytes() for path in (tiny / "data").rglob("*.yml")}
    result = run("new", command, *shlex.split(options), "--root", str(tiny))
    assert result.exit_code == 2
    assert words in result.output
    assert {path: path.read_bytes() for path in (tiny / "data").rglob("*.yml")} == before


@pytest.mark.parametrize("name", ["a: b # c", "- [x]", "'\"", "{{ x }}", "*a", "null", "2021", "\x1b[31m局", "局\n  kind: party"])
def test_any_name_is_text(tiny: Path, name: str) -> None:
    result = run("new", "audience", "--name", name, "--id", "hostile", "--root", str(tiny))
    assert "\x1b" not in result.output
    if result.exit_code == 0:
        dataset, _ = read_dataset(tiny)
        record = dataset.records["audience"].get("hostile")
        assert record is None or getattr(record, "name", "") == " ".join(name.split())


def test_a_terminal_is_asked_for_what_is_missing(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_on_terminal", lambda: True)
    result = CliRunner().invoke(cli, ["new", "unit", "--root", str(tiny)], input="没有的县\n青禾县\n县农业局\n")
    assert result.exit_code == 0, result.output
    assert "在哪个地区（例如 hure）" in result.output
    assert "没有编号或名称是“没有的县”的地区" in result.output
    assert "写好了单位 qinghe-nongyeju" in result.output
    like = CliRunner().invoke(cli, ["new", "unit", "--root", str(tiny)], input="qinghe\n县农业二局\nn\n")
    assert like.exit_code == 1
    assert "是不是它？" in like.output


def test_help_of_every_kind_has_an_example_that_parses(tiny: Path) -> None:
    for recipe in RECIPES:
        shown = run("new", recipe.command, "--help").output
        assert f"minggui new {recipe.command} {recipe.example}" in " ".join(shown.split())
        known = {f"--{question.field}" for question in recipe.questions}
        assert {word for word in shlex.split(recipe.example) if word.startswith("--")} <= known
        assert {f"--{q.field}" for q in recipe.questions if q.required} <= set(shlex.split(recipe.example))
