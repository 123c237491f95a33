"""The command line: help, exit codes, the three formats, and one clear line where something cannot run."""

from __future__ import annotations

import importlib.util
import json
import pathlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest
from click.testing import CliRunner, Result

import generator
from generator.cli import main as entry
from generator.cli.main import cli
from generator.cli.serve_command import previewed
from generator.site.project import read_project

TASKS = "data/plans/qinghe-145/p1.yml"


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert "Traceback" not in result.output
    return result


def change(root: Path, old: str, new: str, name: str = TASKS) -> None:
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def wrong_unit(root: Path) -> None:
    change(root, "leads: [{unit: qinghe-minzheng,", "leads: [{unit: qinghe-minzhen,")


def short_summary(root: Path) -> None:
    change(root, "summary: 把通往黑滩乡的乡道修好，路面加宽到六米，冬天下雪也能走车，送茶下山不用再绕远路走老山道。", "summary: 修路。")


# Help


def test_help_names_every_command_and_the_exit_codes() -> None:
    for flag in ("-h", "--help"):
        result = run(flag)
        assert result.exit_code == 0
        for name in ("check", "build", "offline", "serve", "schema", "bench"):
            assert re.search(rf"^\s+{name}\s+\S", result.output, re.MULTILINE), f"{name} has no line of its own"
        assert "退出码：0 正常，1 发现问题，2 运行不了" in result.output
        assert "http://127.0.0.1:8000/" in result.output


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("check", ["--root", "--format", "[text|github|json]", "--strict", "--fix", "--dry-run"]),
        ("fmt", ["--root", "--check", "--diff", "[路径]..."]),
        ("remove", ["编号", "--root", "--into", "--to", "--reason", "--dry-run", "--yes"]),
        ("build", ["--root", "--format", "--strict", "--engine", "[mkdocs|zensical]"]),
        ("serve", ["--root", "--address", "127.0.0.1:8000"]),
        ("schema", ["--root", "--check"]),
        ("import", ["文件", "--plan", "--region", "--kind", "--period", "--root", "--force", "--dry-run"]),
        ("export-table", ["表名", "--root", "--plan", "--output"]),
        ("import-table", ["文件", "--root", "--format", "--sheet", "--write"]),
        ("init", ["文件夹", "--name", "--region", "--code", "--update-look"]),
        ("bench", ["--root", "--tasks", "--engine", "--keep", "--format", "[text|json]"]),
        ("verify", ["--root", "--format", "--sources", "--plan", "--write", "--date"]),
        ("diff", ["旧版本 [新版本]", "--root", "[text|md|json]", "--all", "--first", "--write", "--date", "--correction"]),
        ("publish-list", ["--root", "--check"]),
    ],
)
def test_help_of_each_command_explains_its_options(command: str, options: list[str]) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    for option in options:
        assert option in result.output
    named = re.findall(r"^  (?:-\w, )?--[\w-]+(.*(?:\n {10,}.*)*)", result.output, re.MULTILINE)
    assert len(named) >= 3
    for words in named:
        explained = re.search(r"[\u4e00-\u9fff]", words)
        assert explained, f"an option of {command} has no explanation: {words}"
    assert "\\b" not in result.output
    assert "\b" not in result.output


def test_every_command_has_a_test_of_its_help() -> None:
    assert set(cli.commands) == {
        *("check", "build", "offline", "serve", "schema", "verify", "import", "diff", "publish-list", "bench"),
        *("fmt", "new", "remove", "explain", "export-table", "import-table", "init", "texts"),
    }


def test_version() -> None:
    result = run("--version")
    assert result.output.strip() == f"minggui {generator.__version__}"


@pytest.mark.parametrize(
    "arguments", [["chekc"], ["check", "--formt", "json"], ["check", "--format", "xml"], ["build", "--engine", "hugo"]]
)
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


# check


def test_check_without_findings(tiny: Path) -> None:
    result = run("check", "--root", str(tiny))
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "没有发现问题" in result.stderr


def test_check_finds_an_error_at_its_place(tiny: Path) -> None:
    wrong_unit(tiny)
    lines = (tiny / TASKS).read_text(encoding="utf-8").split("\n")
    line = next(n for n, text in enumerate(lines, 1) if "qinghe-minzhen," in text)
    column = lines[line - 1].index("qinghe-minzhen,") + 1
    result = run("check", "--root", str(tiny))
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{TASKS}:{line}:{column}: error: ")
    assert "qinghe-minzheng" in result.stdout, "the nearest valid name is proposed"
    assert result.stdout.count("\n") == 1
    assert "1 个错误" in result.stderr


def test_check_as_json_is_one_array_whatever_there_is_to_say(tiny: Path) -> None:
    assert json.loads(run("check", "--root", str(tiny), "--format", "json").stdout) == []
    wrong_unit(tiny)
    result = run("check", "--root", str(tiny), "--format", "json")
    assert result.exit_code == 1
    rows = json.loads(result.stdout)
    assert [sorted(row) for row in rows] == [["column", "file", "level", "line", "message", "rule"]]
    assert (rows[0]["file"], rows[0]["level"], rows[0]["rule"]) == (TASKS, "error", "unresolved-reference")


def test_check_for_github_is_one_command_a_line(tiny: Path) -> None:
    wrong_unit(tiny)
    short_summary(tiny)
    result = run("check", "--root", str(tiny), "--format", "github")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert len(lines) == 2
    for line in lines:
        assert re.match(rf"::(error|warning) file={TASKS},line=\d+,col=\d+,title=[\w-]+::.", line)
    assert {line[2:9] for line in lines} == {"error f", "warning"}


def test_all_findings_come_in_one_run(tiny: Path) -> None:
    wrong_unit(tiny)
    change(tiny, "audiences: [tea-growers]", "audiences: [nobody]")
    change(tiny, "level: prefecture", "level: moon", "data/regions.yml")
    (tiny / "data/topics.yml").write_bytes(b"\xff\xfe")
    (tiny / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    rows = json.loads(run("check", "--root", str(tiny), "--format", "json").stdout)
    assert {row["file"] for row in rows} >= {TASKS, "data/regions.yml", "data/topics.yml", "mkdocs.yml"}
    assert rows == sorted(rows, key=lambda row: (row["file"], row["line"], row["column"]))


@pytest.mark.parametrize("command", ["check", "build"])
def test_strict_makes_a_warning_a_finding(tiny: Path, command: str) -> None:
    short_summary(tiny)
    result = run(command, "--root", str(tiny), "--strict")
    assert result.exit_code == 1
    assert ": warning: " in result.stdout
    assert not (tiny / "site").exists()


def test_a_warning_alone_is_well(tiny: Path) -> None:
    short_summary(tiny)
    result = run("check", "--root", str(tiny))
    assert result.exit_code == 0
    assert ": warning: " in result.stdout


# build


@pytest.mark.site
def test_build_writes_the_site(tiny: Path) -> None:
    result = run("build", "--root", str(tiny), "--format", "json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == []
    assert (tiny / "site/index.html").is_file()
    assert str(tiny / "site") in result.stderr


def test_build_stops_at_an_error(tiny: Path) -> None:
    wrong_unit(tiny)
    assert run("build", "--root", str(tiny)).exit_code == 1
    assert not (tiny / "site").exists()
    assert not (tiny / "build").exists()


def test_build_with_a_missing_engine_says_what_to_install(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == "zensical" else find(name, *rest))
    result = run("build", "--root", str(tiny), "--engine", "zensical")
    assert result.exit_code == 2
    assert "pip install zensical" in result.stderr
    assert not (tiny / "site").exists()


def test_build_where_nothing_can_be_written(tiny: Path) -> None:
    (tiny / "build").write_text("in the way", encoding="utf-8")
    result = run("build", "--root", str(tiny))
    assert result.exit_code == 2
    assert "写不了文件" in result.stderr


# schema


def test_schema_check_tells_stale_from_current(tiny: Path) -> None:
    assert run("schema", "--root", str(tiny), "--check").exit_code == 0
    file = tiny / "data/schema/units.schema.json"
    current = file.read_text(encoding="utf-8")
    file.write_text(current + " ", encoding="utf-8")
    result = run("schema", "--root", str(tiny), "--check")
    assert result.exit_code == 1
    assert "data/schema/units.schema.json" in result.stdout
    assert file.read_text(encoding="utf-8") == current + " ", "--check writes nothing"
    assert run("schema", "--root", str(tiny)).exit_code == 0
    assert file.read_text(encoding="utf-8") == current
    assert "已经是最新的" in run("schema", "--root", str(tiny)).stderr


def test_schema_that_cannot_be_written(tiny: Path) -> None:
    for file in (tiny / "data/schema").iterdir():
        file.unlink()
    (tiny / "data/schema").rmdir()
    (tiny / "data/schema").write_text("in the way", encoding="utf-8")
    result = run("schema", "--root", str(tiny))
    assert result.exit_code == 2
    assert "写不了文件" in result.stderr


# What cannot run


@pytest.mark.parametrize("command", ["check", "build", "serve", "schema"])
def test_a_missing_root_is_exit_code_2(tmp_path: Path, command: str) -> None:
    result = run(command, "--root", str(tmp_path / "missing"))
    assert result.exit_code == 2
    assert "missing" in result.stderr


@pytest.mark.parametrize("command", ["check", "build", "serve", "schema"])
def test_a_file_as_root_is_exit_code_2(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run(command, "--root", str(tmp_path / "file")).exit_code == 2


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_an_empty_root_says_what_is_missing(tmp_path: Path, command: str) -> None:
    result = run(command, "--root", str(tmp_path))
    assert result.exit_code == 1
    assert "mkdocs.yml:1:1: error: " in result.stdout
    assert "data:1:1: error: " in result.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["- a list\n", "just text\n", "5\n", "[]\n", "{}\n", "", "a: [\n", "extra: []\n"])
@pytest.mark.parametrize("command", ["check", "build"])
def test_useless_settings_are_findings(tiny: Path, text: str, command: str) -> None:
    (tiny / "mkdocs.yml").write_text(text, encoding="utf-8")
    result = run(command, "--root", str(tiny))
    assert result.exit_code in {1, 2}
    assert "mkdocs.yml:" in result.stdout, "the file at fault must be named, at its place"
    assert "没有发现问题" not in result.stderr


def refusing(name: str) -> Callable[..., IO[Any]]:
    """Return a ``Path.open`` that refuses one file, as the system does where its rights do not allow it."""
    original = pathlib.Path.open

    def opened(self: Path, *arguments: Any, **named: Any) -> IO[Any]:
        if self.as_posix().endswith(name):
            raise PermissionError(13, "Permission denied", str(self))
        opened_file: IO[Any] = original(self, *arguments, **named)
        return opened_file

    return opened


@pytest.mark.parametrize("name", ["data/topics.yml", TASKS])
def test_an_unreadable_data_file_is_a_finding_among_others(tiny: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """One file that cannot be opened is reported at its name and does not hide what is wrong elsewhere."""
    change(tiny, "level: prefecture", "level: moon", "data/regions.yml")
    monkeypatch.setattr(pathlib.Path, "open", refusing(name))
    result = run("check", "--root", str(tiny))
    assert result.exit_code == 1
    assert f"{name}:1:1: error: " in result.stdout
    assert "data/regions.yml:" in result.stdout


@pytest.mark.parametrize("name", ["mkdocs.yml", "site_src/pages/about.md", "data/schema/units.schema.json", "site_src/overrides/main.html"])
def test_another_unreadable_file_is_one_line(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.setattr(pathlib.Path, "open", refusing(name))
    monkeypatch.setattr(sys, "argv", ["minggui", "build", "--root", str(tiny)])
    with pytest.raises(SystemExit) as left:
        entry()
    said = capsys.readouterr()
    assert left.value.code in {1, 2}
    assert Path(name).name in said.out + said.err
    assert "Traceback" not in said.out + said.err
    assert not (tiny / "site").exists()


def test_a_written_page_that_is_no_text_is_a_finding(tiny: Path) -> None:
    (tiny / "site_src/pages/about.md").write_bytes(b"# \xff\n")
    (tiny / "site_src/pages/untitled.md").write_text("no title\n", encoding="utf-8")
    (tiny / "site_src/pages/Bad Name.md").write_text("# 标题\n", encoding="utf-8")
    result = run("check", "--root", str(tiny))
    assert result.exit_code == 1
    for name in ("about.md", "untitled.md", "Bad Name.md"):
        assert f"site_src/pages/{name}:1:1: error: " in result.stdout


@pytest.mark.parametrize("name", ["tasks.md", "data.md", "glossary.md"])
def test_a_written_page_may_not_take_the_place_of_another(tiny: Path, name: str) -> None:
    """No two pages share an address: a hand-written ``tasks.md`` would replace the list of tasks without a word."""
    (tiny / "site_src/pages" / name).write_text("# 标题\n\n文字。\n", encoding="utf-8")
    result = run("check", "--root", str(tiny))
    assert result.exit_code == 1, "an address that a generated page has must be refused"
    assert f"site_src/pages/{name}" in result.stdout


def test_what_goes_wrong_unforeseen_is_one_line(tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fails(_: Path) -> None:
        raise OSError(28, "No space left on device", "/somewhere")

    monkeypatch.setattr(sys.modules["generator.cli.checked"], "read_project", fails)
    monkeypatch.setattr(sys, "argv", ["minggui", "check", "--root", str(tiny)])
    with pytest.raises(SystemExit) as left:
        entry()
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert "No space left on device" in said
    assert "Traceback" not in said


def test_serve_leaves_where_data_is_wrong(tiny: Path) -> None:
    wrong_unit(tiny)
    result = run("serve", "--root", str(tiny))
    assert result.exit_code == 1
    assert not (tiny / "build").exists()


def test_the_module_and_the_script_are_the_same_program() -> None:
    script = Path(sys.executable).with_name("minggui")
    by_module = subprocess.run([sys.executable, "-m", "generator", "--version"], capture_output=True, text=True, check=False)
    assert (by_module.returncode, by_module.stdout.strip()) == (0, f"minggui {generator.__version__}")
    if not script.exists():
        pytest.skip("the package is not installed as a script")
    by_script = subprocess.run([str(script), "--version"], capture_output=True, text=True, check=False)
    assert by_script.stdout == by_module.stdout


def test_a_finding_cannot_forge_a_line_of_output(tiny: Path) -> None:
    change(tiny, "level: prefecture", 'level: "x\\n::error::forged\\e[31m"', "data/regions.yml")
    for form in ("text", "github"):
        lines = run("check", "--root", str(tiny), "--format", form).stdout.splitlines()
        assert not any(line.startswith("::error::") for line in lines)
        assert not any("\x1b[31mx" in line or "forged\x1b" in line for line in lines)


def test_a_preview_is_chinese_unless_all_languages_are_asked_for(tiny: Path) -> None:
    settings, languages = tiny / "mkdocs.yml", "\n    languages:\n      - {tag: en, name: Sample, description: A trial}"
    settings.write_text(settings.read_text(encoding="utf-8").replace('contact: ""', 'contact: ""' + languages), encoding="utf-8")
    (tiny / "site_src/languages").mkdir(parents=True)
    (tiny / "site_src/languages/en.po").write_text('msgid "谁负责"\nmsgstr "Who"\n', encoding="utf-8")
    project = read_project(tiny, {})
    assert [edition.folder for edition in previewed(project, all_languages=False).editions] == [""]
    assert [edition.folder for edition in previewed(project, all_languages=True).editions] == ["", "en/"]
