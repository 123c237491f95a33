"""What an editor reads who makes one of the usual mistakes: the place, the mistake, and what to do.

Each is made alone on a copy of the tiny project, and the first thing that ``minggui check`` says must be about it: GitHub shows ten
annotations a step, so a mistake that is drowned by its own consequences is not answered.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import schema
from generator.cli.main import cli
from generator.site.project import read_project
from tests.conftest import ROOT, TINY

PLAN = "data/plans/qinghe-145/plan.yml"
TASKS = "data/plans/qinghe-145/p1.yml"
UNITS = "data/units/qinghe.yml"
UPDATES = "data/updates/qinghe-145.yml"
GUIDED = "plans/alxa-right-145"


@dataclass(frozen=True)
class Mistake:
    """``old`` becomes ``new`` in ``file``; the message stands where ``at`` begins and holds the words of ``says``."""

    file: str
    old: str
    new: str
    at: str
    says: tuple[str, ...]
    follows: int = 0
    """Findings elsewhere that are true of themselves, such as what named the id that was changed."""


MISTAKES = {
    "unknown unit": Mistake(
        TASKS, "{unit: qinghe-minzheng,", "{unit: qinghe-minzhen,", "qinghe-minzhen,", ("没有编号", "是不是“qinghe-minzheng”")
    ),
    "name for an id": Mistake(TASKS, "{unit: qinghe-minzheng,", "{unit: 县民政局,", "县民政局", ("要写编号", "请改成“qinghe-minzheng”")),
    "unit not registered": Mistake(TASKS, "{unit: qinghe-minzheng,", "{unit: 县公安局,", "县公安局", ("没有编号", "请先登记这个单位")),
    "id of another form": Mistake(
        TASKS, "- id: qinghe-145-003\n", "- id: qinghe-03\n", "qinghe-03", ("应该是“qinghe-145-”加上 021 这样的写法",), follows=3
    ),
    "id with capitals": Mistake(
        TASKS, "- id: qinghe-145-003\n", "- id: QH-003\n", "QH-003", ("编号只能用小写字母、数字和连字符",), follows=3
    ),
    "id used twice": Mistake(
        UNITS, "{id: qinghe-jiaotong,", "{id: qinghe-minzheng,", "qinghe-minzheng, name: 县交通局", ("用了两次", "换一个"), 3
    ),
    "full-width colon": Mistake(TASKS, "  title: 建日间", "  title：建日间", "：建日间", ("全角冒号", "半角冒号加空格")),
    "full-width colon in braces": Mistake(TASKS, "metric: 养老床位", "metric：养老床位", "metric：养", ("全角冒号", "半角冒号加空格"), 1),
    "full-width comma": Mistake(TASKS, "metric: 养老床位, ", "metric: 养老床位，", "，quantity", ("全角逗号", "半角逗号加空格")),
    "full-width quotes": Mistake(TASKS, '照看老人, operator: "="', "照看老人, operator: “=”", "“=”", ("中文引号", '写成 "="')),
    "tab": Mistake(TASKS, "            title: 建日间", "\t    title: 建日间", "\t    title", ("制表符", "改用空格")),
    "field twice": Mistake(
        TASKS, "title: 建日间照料中心\n", "title: 建中心\n            title: 建日间\n", "title: 建日间", ("写了两次", "删去一个")
    ),
    "dates in the wrong order": Mistake(PLAN, "published: 2021-03-10", "published: 2021-02-10", "2021-02-10", ("不能早于成文日期", "核对")),
    "date in Chinese": Mistake(PLAN, "published: 2021-03-10", "published: 2021年3月10日", "2021年", ("日期写法不对", "请写成 2021-03-10")),
    "a day that is none": Mistake(PLAN, "published: 2021-03-10", "published: 2021-02-30", "2021-02-30", ("没有“2021-02-30”这一天",)),
    "number without measure": Mistake(TASKS, "value: 100, measure: 位,", "value: 100,", "100,", ("没有单位", "请填写 measure")),
    "measure in the number": Mistake(TASKS, "value: 100, measure: 位,", "value: 100位,", "100位", ("应该是数字，只写 100", "measure")),
    "number as text": Mistake(TASKS, "value: 100,", 'value: "100",', '"100"', ("应该是数字，写成 100", "不加引号")),
    "full-width number": Mistake(TASKS, "value: 100,", "value: １００,", "１００", ("写成 100", "半角")),
    "number in words": Mistake(TASKS, "value: 100,", "value: 一百,", "一百, measure", ("应该是数字", "用阿拉伯数字写，例如 6.5")),
    "year in two digits": Mistake(TASKS, "by: 2025, by_basis: stated", "by: 25, by_basis: stated", "25, by_basis: st", ("四位数的年份",)),
    "number with a comma": Mistake(TASKS, "value: 100,", "value: 1,000,", "000,", ("不要用逗号", "1,000 写成 1000")),
    "two tasks of one order": Mistake(
        TASKS,
        "order: 3\n",
        "order: 2\n",
        "2\n            source: {starts: 茶园面积}\n            summary",
        ("顺序 2 已经被“qinghe-145-002”用了", "换一个"),
    ),
    "a count that differs": Mistake(PLAN, "tasks: 3,", "tasks: 2,", "2, indicators", ("原文有 2 个任务，数据里有 3 个", "补上或删去")),
    "open quote": Mistake(TASKS, "summary: 在白石", 'summary: "在白石', '"在白石', ("引号没有配对", "补上引号")),
    "open single quote": Mistake(TASKS, "summary: 在白石", "summary: '在白石", "'在白石", ("引号没有配对", "补上引号“'”")),
    "open bracket": Mistake(TASKS, "[选址, 建房, 请护理员]", "[选址, 建房, 请护理员", "[选址", ("“[”没有配对", "末尾要有“]”")),
    "open brace": Mistake(
        TASKS, "by_basis: plan-period}", "by_basis: plan-period", "{id: qinghe-145-001-t02", ("“{”没有配对", "末尾要有“}”")
    ),
    "too much indent": Mistake(
        TASKS, "            meaning: 白石镇", "              meaning: 白石镇", "meaning: 白石镇", ("缩进多了 2 个空格", "对齐")
    ),
    "too little indent": Mistake(
        TASKS, "            meaning: 白石镇", "          meaning: 白石镇", "meaning: 白石镇", ("缩进少了 2 个空格", "对齐")
    ),
    "dash out of line": Mistake(
        TASKS, "    - {id: qinghe-145-001-t02", "   - {id: qinghe-145-001-t02", "- {id: qinghe-145-001-t02", ("缩进少了 1 个空格", "“-”")
    ),
    "no space after colon": Mistake(TASKS, "title: 建日间", "title:建日间", ":建日间", ("冒号后面少一个空格",)),
    "colon in text": Mistake(TASKS, "meaning: 白石镇的", "meaning: 白石镇: 的", ": 的", ("冒号多了", "加引号")),
    "text lost as a comment": Mistake(TASKS, "meaning: 白石镇的", "meaning: 白石镇 #的", "#的", ("注释", "加上半角引号")),
    "unfinished merge": Mistake(
        TASKS,
        "            meaning: 白石镇的老人白天有去处。\n",
        "<<<<<<< a\n            meaning: 甲。\n=======\n            meaning: 乙。\n>>>>>>> b\n",
        "<<<<<<<",
        ("两种写法只留一种", "删去"),
    ),
    "HTML in text": Mistake(TASKS, "summary: 在白石镇建", "summary: 在<b>白石镇</b>建", "在<b>", ("网页代码“<b>”", "请删去")),
    "overlong summary": Mistake(
        TASKS, "送茶下山不用再", "送茶下山，" + "一年四季都能走，" * 20 + "不用再", "把通往黑滩乡", ("个字", "40 到 160 个字之间")
    ),
    "overlong line": Mistake(TASKS, "title: 建日间", "title: " + "建" * 400 + "日间", "建" * 400, ("太长，最多 400 个字",)),
    "overlong locator": Mistake(
        TASKS, "{starts: 1.建日间照料中心}", "{starts: 1.建日间照料中心让老人白天有去处}", "1.建日间照料中心让", ("最多 16 个字",)
    ),
    "unknown field": Mistake(TASKS, " meaning: 白石镇", " meanings: 白石镇", "meanings", ("没有“meanings”这个字段", "是不是“meaning”")),
    "field in Chinese": Mistake(TASKS, " meaning: 白石镇", " 意义: 白石镇", "意义", ("没有“意义”这个字段", "这里可以写的有", "meaning")),
    "field forgotten": Mistake(UPDATES, "    text: 照料中心已经开工。\n", "", "id: qinghe-145-001-u01", ("缺少必填的字段“text”", "补上")),
    "text for a list": Mistake(TASKS, "topics: [eldercare]", "topics: eldercare", "eldercare\n", ("应该是列表", "例如")),
    "year outside the period": Mistake(TASKS, "位, by: 2025", "位, by: 2052", "2052", ("不在规划期 2021—2025 之内", "核对")),
    "word for a code": Mistake(TASKS, 'operator: "~"', "operator: 约", "约", ("只能是", "是不是“~”")),
    "status in Chinese": Mistake(UPDATES, "under-way", "进行中", "进行中", ("只能是", "是不是“under-way”")),
    "progress without evidence": Mistake(
        UPDATES, ', source: "https://example.org/notice"', "", "{title: 县里的公告", ("依据", "网址 source", "document")
    ),
    "address without https": Mistake(UPDATES, '"https://example.org', '"example.org', '"example.org', ("不是网址", "https:// 开头")),
    "progress from the future": Mistake(UPDATES, "date: 2025", "date: 2027", "2027", ("晚于数据截止日期", "核对")),
    "left unfinished": Mistake(TASKS, "meaning: 白石镇的老人白天有去处。", "meaning: TODO", "TODO", ("还没有写完", "把“TODO”换成")),
    "alias of another": Mistake(
        UNITS, "aliases: [交通局]", "aliases: [民政局]", "民政局]}\n  - {id: qinghe-baishi", ("已经是单位“县民政局”", "删去一个")
    ),
}


def place(text: str, at: str) -> tuple[int, int]:
    assert text.count(at) == 1, f"{at!r} stands {text.count(at)} times"
    before = text[: text.index(at)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def test_there_are_enough_of_them() -> None:
    assert len(MISTAKES) >= 25


def answer(root: Path, mistake: Mistake) -> tuple[str, list[str]]:
    """Make a mistake, check, and undo it; return the broken text and what was said of it."""
    path = root / mistake.file
    text = path.read_text(encoding="utf-8")
    assert mistake.old in text
    broken = text.replace(mistake.old, mistake.new, 1)
    path.write_text(broken, encoding="utf-8")
    result = CliRunner().invoke(cli, ["check", "--strict", "--root", str(root)])
    path.write_text(text, encoding="utf-8")
    assert result.exit_code == 1
    return broken, result.stdout.strip().split("\n")


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, list[str]]]:
    root = tmp_path_factory.mktemp("broken") / "tiny"
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("build", "site", "schema"))
    schema.write(root)
    return {name: answer(root, mistake) for name, mistake in MISTAKES.items()}


@pytest.mark.parametrize("name", sorted(MISTAKES))
def test_the_message_names_the_place_the_mistake_and_the_remedy(answers: dict[str, tuple[str, list[str]]], name: str) -> None:
    mistake, (broken, lines) = MISTAKES[name], answers[name]
    line, column = place(broken, mistake.at)
    found = [said for said in lines if said.startswith(f"{mistake.file}:{line}:{column}: ")]
    assert len(found) == 1, lines
    for words in mistake.says:
        assert words in found[0], found[0]
    assert len(lines) == 1 + mistake.follows, f"more is said than what is wrong: {lines}"


def test_one_run_answers_mistakes_in_different_files(tiny: Path) -> None:
    """A file that cannot be read hides no mistake of another, and nothing is said of what refers to it."""
    for name in ("open bracket", "dates in the wrong order", "progress without evidence", "alias of another"):
        path = tiny / MISTAKES[name].file
        path.write_text(path.read_text(encoding="utf-8").replace(MISTAKES[name].old, MISTAKES[name].new, 1), encoding="utf-8")
    result = CliRunner().invoke(cli, ["check", "--format", "github", "--root", str(tiny)])
    lines = result.stdout.strip().split("\n")
    assert [line.split("file=")[1].split(",")[0] for line in lines] == [TASKS, PLAN, UNITS, UPDATES]


def bare(message: str) -> str:
    """Leave of a message what does not depend on the data: no place, no numbers, no ids."""
    words = re.sub(r"^\S+:\d+:\d+: (?:error|warning): | \[[\w-]+\]$", "", message.strip())
    return re.sub(r"[A-Za-z0-9./-]+", "_", words)


def test_the_guide_quotes_what_is_really_said(answers: dict[str, tuple[str, list[str]]]) -> None:
    guide = (ROOT / "docs/editing.zh.md").read_text(encoding="utf-8")
    said = {bare(line) for _, lines in answers.values() for line in lines}
    said |= {bare("没有编号为“a”的地区；是不是“b”？"), bare("没有编号为“a”的任务或指标数值或项目；是不是“b”？")}
    said |= {bare("“summary”还没有写完，请把“【待写】”换成要写的内容")}
    quoted = re.findall(r"^\| `(.+?)` \|", guide, re.MULTILINE) + re.findall(r"^ *(data/\S+:\d+:\d+: .*)$", guide, re.MULTILINE)
    assert len(quoted) >= 30
    assert [message for message in quoted if bare(message) not in said] == []


def test_the_example_of_progress_in_the_guide_is_well(tmp_path: Path) -> None:
    """What the guide tells people to paste, put where it tells them to."""
    guide = (ROOT / "docs/editing.zh.md").read_text(encoding="utf-8")
    block = next(found for found in re.findall(r"^   ```yaml\n(.*?)^   ```", guide, re.MULTILINE | re.DOTALL) if "updates:" in found)
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("updates"))
    (tmp_path / "data/updates").mkdir()
    (tmp_path / "data/updates/alxa-right-145.yml").write_text(textwrap.dedent(block), encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "site_src/languages", tmp_path / "site_src/languages")
    found = read_project(tmp_path, {}).diagnostics
    assert [said for said in found if "updates" in said.span.file] == []


def test_the_example_of_a_task_with_a_new_unit_in_the_guide_is_well(tmp_path: Path) -> None:
    """Put where the guide says, with the count that it says to raise; in canonical form, so that nobody need tidy it."""
    guide = (ROOT / "docs/editing.zh.md").read_text(encoding="utf-8").partition('<a id="new-task"></a>')[2]
    blocks = re.findall(r"^   ```yaml\n(.*?)^   ```", guide, re.MULTILINE | re.DOTALL)
    unit, task = (re.sub("^   ", "", block, flags=re.MULTILINE) for block in blocks[:2])
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "site_src/languages", tmp_path / "site_src/languages")
    chapter, plan, units = (tmp_path / "data" / name for name in (f"{GUIDED}/c02.yml", f"{GUIDED}/plan.yml", "units/alxa-right.yml"))
    units.write_text(units.read_text(encoding="utf-8") + unit, encoding="utf-8")
    before, next_section, after = chapter.read_text(encoding="utf-8").partition("  - id: alxa-right-145-c02-s02\n")
    chapter.write_text(before + task + next_section + after, encoding="utf-8")
    assert [said.rule for said in read_project(tmp_path, {}).diagnostics] == ["expected-count"]
    counted = re.sub(r"tasks: (\d+)", lambda found: f"tasks: {int(found[1]) + 1}", plan.read_text(encoding="utf-8"))
    plan.write_text(counted, encoding="utf-8")
    assert read_project(tmp_path, {}).diagnostics == ()
    assert CliRunner().invoke(cli, ["fmt", "--check", "--root", str(tmp_path), str(chapter), str(units)]).exit_code == 0
