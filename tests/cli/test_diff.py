"""``minggui diff`` and ``publish-list``, on folders and on a small repository made for the test."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import cli
from generator.dataset import read_dataset
from generator.model import Change
from generator.site.project import read_project

TASKS = "data/plans/qinghe-145/p1.yml"
SENTENCE = "任务“扩大茶园”的目标“茶园面积”由约3万亩改为约4万亩"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def git(root: Path, *arguments: str) -> str:
    """Run git without the settings of the machine or the person."""
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    own |= {f"GIT_{who}_{what}": f"{who}@example.org".lower() for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return subprocess.run(["git", "-C", str(root), *arguments], env=os.environ | own, check=True, capture_output=True, text=True).stdout


def change(root: Path, old: str, new: str, name: str = TASKS) -> None:
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def repository(tiny: Path) -> Path:
    """The tiny project with two commits: ``first``, then a larger tea garden."""
    git(tiny, "init", "-q", "-b", "main")
    git(tiny, "add", "-A")
    git(tiny, "commit", "-qm", "one")
    git(tiny, "tag", "first")
    change(tiny, "value: 3, measure: 万亩", "value: 4, measure: 万亩")
    git(tiny, "commit", "-qam", "two")
    return tiny


def test_two_revisions_in_words(repository: Path) -> None:
    result = run("diff", "first", "HEAD", "--root", repository)
    assert (result.exit_code, result.stdout) == (0, f"青禾县“十四五”规划\n  {SENTENCE}\n")
    assert "共 1 处变化。" in result.stderr
    assert SENTENCE.replace("3", "5").replace("4", "3").replace("5", "4") in run("diff", "HEAD", "first", "--root", repository).stdout


def test_markdown_and_json(repository: Path) -> None:
    assert run("diff", "first", "HEAD", "--root", repository, "--format", "md").stdout == f"## 青禾县“十四五”规划\n\n- {SENTENCE}\n"
    (row,) = json.loads(run("diff", "first", "HEAD", "--root", repository, "--format", "json").stdout)
    assert (row["what"], row["kind"], row["id"], row["field"]) == ("changed", "target", "qinghe-145-003-t01", "value")
    assert (row["old"]["value"], row["new"]["value"], row["text"], row["minor"]) == (3, 4, SENTENCE, False)


def test_one_revision_is_compared_with_the_folder_and_nothing_is_touched(repository: Path) -> None:
    change(repository, "name: 修路", "name: 公路", "data/topics.yml")
    before = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file() and ".git" not in path.parts}
    result = run("diff", "HEAD", "--root", repository)
    assert result.stdout == "不属于哪一份文件的（单位、地方、主题、名词等）\n  主题“修路”改名为“公路”\n"
    assert {path: path.read_bytes() for path in repository.rglob("*") if path.is_file() and ".git" not in path.parts} == before
    assert git(repository, "status", "--porcelain").split() == ["M", "data/topics.yml"]


def test_two_folders_need_no_git(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other"
    shutil.copytree(tiny, other)
    change(other, "value: 3, measure: 万亩", "value: 4, measure: 万亩")
    monkeypatch.setenv("PATH", "")
    assert SENTENCE in run("diff", tiny, other).stdout
    assert run("diff", tiny, tiny).stdout == "没有变化。\n"
    assert run("diff", "HEAD", "--root", tiny).stderr.endswith("没有安装 git；可以改为比较两个文件夹\n")


def test_a_project_in_a_folder_of_a_repository(tiny: Path) -> None:
    above = tiny.parent
    git(above, "init", "-q", "-b", "main")
    git(above, "add", "-A")
    git(above, "commit", "-qm", "one")
    change(tiny, "value: 3, measure: 万亩", "value: 4, measure: 万亩")
    assert SENTENCE in run("diff", "HEAD", "--root", tiny).stdout


def test_what_readers_do_not_see_is_told_on_request(repository: Path) -> None:
    change(repository, "source: {starts: 2.修好乡道}", "source: {starts: 2.修好}")
    quiet, loud = (run("diff", "HEAD", "--root", repository, *more) for more in ((), ("--all",)))
    assert quiet.stdout == "没有变化。\n"
    assert "另有 1 处读者看不到" in quiet.stderr
    assert "原文位置" in loud.stdout


def test_names_that_are_no_revision(repository: Path, tmp_path: Path) -> None:
    for arguments, said in (
        (("nonsense",), "找不到版本“nonsense”：没有叫这个名字的提交、分支或标签，也没有这个文件夹"),
        (("HEAD:data",), "找不到版本“HEAD:data”"),
        (("--", "--output=x"), "“--output=x”不能当作版本的名字"),
        (("",), "“”不能当作版本的名字"),
        (("a", "b", "c"), "请写两个版本"),
        ((), "请写两个版本"),
    ):
        result = run("diff", "--root", repository, *arguments)
        assert (result.exit_code, result.stdout) == (2, ""), arguments
        assert said in result.stderr
    outside = tmp_path / "outside"
    outside.mkdir()
    result = run("diff", "HEAD", "--root", outside)
    assert "这里也不是 git 仓库" in result.stderr


def test_a_shallow_clone_says_what_to_do(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    result = run("diff", "first", "HEAD", "--root", tmp_path / "shallow")
    assert result.exit_code == 2
    assert "这个仓库是浅克隆，只有最近的提交。请先运行 git fetch --unshallow" in result.stderr


def test_a_revision_without_data(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "empty")
    git(repository, "rm", "-rqf", "--cached", ".")
    git(repository, "commit", "-q", "--allow-empty", "-m", "nothing")
    assert "里没有 data/" in run("diff", "empty", "main", "--root", repository).stderr


# Keeping what changed


def kept(root: Path) -> list[Change]:
    dataset, findings = read_dataset(root)
    assert findings == []
    return list(dataset.all(Change).values())


def test_write_keeps_it_under_the_date_of_the_data(repository: Path) -> None:
    change(repository, 'as_of: "2026-01-31"', 'as_of: "2026-02-02"', "mkdocs.yml")
    assert run("diff", "first", "--root", repository, "--write").exit_code == 0
    assert [(c.id, c.text) for c in kept(repository)[-1:]] == [("2026-02-02-001", SENTENCE)]
    assert "没有要新写的变化。" in run("diff", "first", "--root", repository, "--write").stderr
    assert read_project(repository, {}).diagnostics == ()


def test_write_goes_on_where_the_file_of_the_day_ends(repository: Path) -> None:
    before = len(kept(repository))
    assert run("diff", "first", "HEAD", "--root", repository, "--write", "--correction", "抄错了").exit_code == 0
    changes = kept(repository)
    assert len(changes) == before + 1
    new = next(c for c in changes if c.id == "2026-01-31-004")
    assert (new.text, new.correction, new.reason) == (SENTENCE, True, "抄错了")


def test_write_with_a_date_and_what_cannot_be_written(repository: Path) -> None:
    assert run("diff", "first", "HEAD", "--root", repository, "--write", "--date", "2026-05-01").exit_code == 0
    assert (repository / "data/changes/2026-05-01.yml").is_file()
    change(repository, "topics:", "topics: [", "data/topics.yml")
    result = run("diff", "first", "--root", repository, "--write")
    assert result.exit_code == 2
    assert "data/topics.yml 读不了" in result.stderr


def test_first_is_one_entry_a_plan(repository: Path) -> None:
    shutil.rmtree(repository / "data/changes")
    assert run("diff", "--first", "--root", repository, "--write").exit_code == 0
    changes = kept(repository)
    assert [(c.what, c.kind, c.subject) for c in changes] == [("added", "plan", "qinghe-145"), ("added", "plan", "linhe-2024")]


# The list of what was ever public


def test_publish_list_adds_and_takes_nothing_away(tiny: Path) -> None:
    path = tiny / "data/published.txt"
    before = path.read_text(encoding="utf-8").splitlines()
    assert run("publish-list", "--check", "--root", tiny).exit_code == 0
    change(tiny, "topics:\n", "topics:\n  - {id: water, name: 用水, group: 生活, order: 9, summary: 喝的水。}\n", "data/topics.yml")
    assert run("check", "--strict", "--root", tiny).exit_code == 0, "a new record does not stop a build"
    checked = run("publish-list", "--check", "--root", tiny)
    assert (checked.exit_code, "有 1 条新记录没有写进" in checked.stderr) == (1, True)
    assert run("publish-list", "--root", tiny).exit_code == 0
    assert sorted([*before, "topic water"]) == sorted(path.read_text(encoding="utf-8").splitlines())
    change(tiny, "  - {id: water, name: 用水, group: 生活, order: 9, summary: 喝的水。}\n", "", "data/topics.yml")
    assert run("publish-list", "--root", tiny).exit_code == 0
    assert "topic water" in path.read_text(encoding="utf-8")
    result = run("check", "--root", tiny)
    assert result.exit_code == 1
    assert "[lost-id]" in result.stdout


def test_a_list_that_lost_a_line_is_found_by_an_earlier_edition(repository: Path) -> None:
    assert run("publish-list", "--since", "first", "--root", repository).exit_code == 0
    change(repository, "topic tea-tours\n", "", "data/published.txt")
    change(repository, "  - {from: tea-tours, to: topics/, since: 2025-12-01, reason: 没有任务写到它}\n", "", "data/redirects.yml")
    assert run("check", "--root", repository).exit_code == 0, "nothing else knows that it was there"
    result = run("publish-list", "--since", "first", "--root", repository)
    assert (result.exit_code, "少了 1 条：topic tea-tours。" in result.stderr) == (1, True)
    assert run("publish-list", "--since", "none", "--root", repository).exit_code == 2


def test_publish_list_refuses_data_with_errors(tiny: Path) -> None:
    change(tiny, "topics:", "topics: [", "data/topics.yml")
    assert run("publish-list", "--root", tiny).exit_code == 2
