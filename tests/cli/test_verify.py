"""``minggui verify``: exit codes, what is printed where, and the file that it keeps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import cli
from tests.copies import Copy
from tests.verify.sample import FOLDER, TASKS_FILE, write_sample

RESULT = FOLDER + "verification.yml"


@pytest.fixture
def sample(tmp_path: Path) -> Copy:
    return write_sample(tmp_path)


def run(copy: Copy, *arguments: str, sources: Path | None = None) -> Result:
    folder = str(sources or copy.root / "sources")
    result = CliRunner().invoke(cli, ["verify", "--root", str(copy.root), "--sources", folder, *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    return result


def test_right_data_is_exit_code_0(sample: Copy) -> None:
    result = run(sample)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "yunxi-145：核对了 57 项事实，0 处不同。" in result.stderr
    assert "标题：原文 4，数据有 4（100.0%）" in result.stderr


def test_a_wrong_fact_is_exit_code_1_at_its_line(sample: Copy) -> None:
    sample.edit(TASKS_FILE, "value: 120", "value: 121")
    result = run(sample)
    span = sample.span(TASKS_FILE, "value: 121", "121")
    assert result.exit_code == 1
    assert result.stdout == f"{span}: error: 这一段原文里没有“121公里” [figure-differs]\n"


def test_other_formats(sample: Copy) -> None:
    sample.edit(TASKS_FILE, "value: 120", "value: 121")
    assert run(sample, "--format", "github").stdout.startswith("::error file=data/plans/yunxi-145/c02.yml,line=")
    (row,) = json.loads(run(sample, "--format", "json").stdout)
    assert (row["rule"], row["level"]) == ("figure-differs", "error")


def test_gaps_are_told_but_are_no_error(sample: Copy) -> None:
    row = next(line for line in sample.path(TASKS_FILE).read_text(encoding="utf-8").splitlines(keepends=True) if "005-t02" in line)
    sample.edit(TASKS_FILE, row, "")
    result = run(sample)
    assert result.exit_code == 0
    assert "没有收：可以核对的数字" in result.stderr


def test_a_plan_without_its_document_is_a_warning(sample: Copy, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(sample, sources=tmp_path / "empty")
    assert result.exit_code == 0
    assert "warning: 文件夹里没有《云溪县便民规划分工方案》的原文" in result.stdout


def test_an_unknown_plan_is_one_clear_line(sample: Copy) -> None:
    result = run(sample, "--plan", "linhe-145")
    assert result.exit_code == 2
    assert "没有编号为“linhe-145”的规划" in result.stderr


def test_only_the_plans_named(sample: Copy) -> None:
    assert "yunxi-145：核对了" in run(sample, "--plan", "yunxi-145").stderr


def test_no_folder_is_a_usage_error(sample: Copy) -> None:
    result = run(sample, sources=sample.root / "nowhere")
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_the_result_is_kept_and_reasons_stay(sample: Copy) -> None:
    row = next(line for line in sample.path(TASKS_FILE).read_text(encoding="utf-8").splitlines(keepends=True) if "005-t02" in line)
    sample.edit(TASKS_FILE, row, "")
    assert run(sample, "--write", "--date", "2026-02-03").exit_code == 0
    text = sample.path(RESULT).read_text(encoding="utf-8")
    assert "date: 2026-02-03\n" in text
    assert "differences: 0\n" in text
    (line,) = [line for line in text.splitlines() if "what: figures, starts" in line]
    sample.edit(RESULT, line, line.replace("}", ", reason: 已经有了}"))
    assert run(sample, "--write", "--date", "2026-02-04").exit_code == 0
    again = sample.path(RESULT).read_text(encoding="utf-8")
    assert 'reason: "已经有了"' in again
    assert again.replace("2026-02-04", "2026-02-03").replace(', reason: "已经有了"', "") == text


def test_nothing_is_written_unless_asked(sample: Copy) -> None:
    before = {path: path.read_bytes() for path in sample.root.rglob("*") if path.is_file()}
    run(sample)
    assert {path: path.read_bytes() for path in sample.root.rglob("*") if path.is_file()} == before
