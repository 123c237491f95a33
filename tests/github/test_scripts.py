"""The scripts of the workflows, with a program that says what a test wants it to say."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import cli
from tests.conftest import ROOT

SCRIPTS = ROOT / ".github/scripts"


def program(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def run(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {"PATH": os.environ["PATH"], "PYTHON": sys.executable}
    return subprocess.run(["sh", str(SCRIPTS / script), *arguments], capture_output=True, text=True, env=kept | environment, cwd=ROOT)


def summary(folder: Path, body: str) -> str:
    done = run("summary.sh", "HEAD^1", "HEAD", MINGGUI=str(program(folder / "minggui", body)))
    assert done.returncode == 0, done.stderr
    return done.stdout


WELL = 'case "$1" in diff) echo "- $2 → $3 $4 $5"; exit 1;; check) exit 0;; esac'


def test_the_summary_says_what_changed_and_that_nothing_is_wrong(tmp_path: Path) -> None:
    said = summary(tmp_path, WELL)
    assert "## 这次改了什么\n\n- HEAD^1 → HEAD --format md\n" in said
    assert "没有发现问题。" in said
    assert "screenshots" in said


def test_the_program_knows_what_the_summary_asks_for(tiny: Path, tmp_path: Path) -> None:
    """The same question as the script's, of the real program, over two folders instead of two commits."""
    other = tmp_path / "other"
    shutil.copytree(tiny, other)
    tasks = other / "data/plans/qinghe-145/p1.yml"
    tasks.write_text(tasks.read_text(encoding="utf-8").replace("value: 100, measure: 位", "value: 200, measure: 位"), encoding="utf-8")
    script = (SCRIPTS / "summary.sh").read_text(encoding="utf-8")
    asked = re.search(r'"\$minggui" diff "\$base" "\$head" (--format \w+)', script)
    assert asked
    result = CliRunner().invoke(cli, ["diff", str(tiny), str(other), *asked[1].split()])
    assert result.exit_code <= 1, result.output
    assert "200位" in result.stdout


def test_the_summary_lists_every_finding_as_plain_text(tmp_path: Path) -> None:
    body = 'case "$1" in diff) exit 0;; check) echo "a.yml:1:2: error: **甲** [x]"; echo "```"; exit 1;; esac'
    said = summary(tmp_path, body.replace("`", r"\`"))
    assert "数据里的记录没有变化" in said
    assert "发现 2 处要改" in said
    assert "\n    a.yml:1:2: error: **甲** [x]\n    ```\n" in said, "indented: nothing in it is markup"


@pytest.mark.parametrize("body", ["exit 2", "no-such-program", 'echo "Usage: …" >&2; exit 2'])
def test_what_cannot_run_becomes_a_sentence(tmp_path: Path, body: str) -> None:
    said = summary(tmp_path, body)
    assert "这一次没能列出逐条的变化" in said
    assert "检查没能运行" in said


def test_a_missing_program_becomes_a_sentence(tmp_path: Path) -> None:
    done = run("summary.sh", "HEAD^1", "HEAD", MINGGUI=str(tmp_path / "none"))
    assert done.returncode == 0
    assert "这一次没能列出逐条的变化" in done.stdout


def test_a_summary_that_is_too_long_is_cut_and_says_so(tmp_path: Path) -> None:
    body = 'case "$1" in diff) yes 一条很长很长的变化 | head -n 60000;; esac'
    said = summary(tmp_path, body)
    assert "变化太多，这里只列前面一部分" in said
    assert len(said.encode()) < 1_000_000


def documents(folder: Path) -> tuple[Path, str]:
    """Make a zip of documents and a ``curl`` that fetches it; return the folder of that and the zip's hash."""
    with zipfile.ZipFile(folder / "there.zip", "w") as out:
        out.writestr("某规划.txt", "第一章")
    program(folder / "curl", f'while [ "$1" != --output ]; do shift; done; cp "{folder}/there.zip" "$2"')
    return folder, hashlib.sha256((folder / "there.zip").read_bytes()).hexdigest()


def verified(folder: Path, body: str, digest: str) -> tuple[int, str]:
    told = folder / "summary.md"
    done = run(
        "verify.sh",
        MINGGUI=str(program(folder / "minggui", body)),
        PATH=f"{folder}:{os.environ['PATH']}",
        MINGGUI_SOURCES_URL="https://example.org/documents.zip",
        MINGGUI_SOURCES_SHA256=digest,
        GITHUB_STEP_SUMMARY=str(told),
    )
    return done.returncode, told.read_text(encoding="utf-8")


def test_without_documents_it_says_so_and_succeeds(tmp_path: Path) -> None:
    told = tmp_path / "summary.md"
    assert run("verify.sh", GITHUB_STEP_SUMMARY=str(told)).returncode == 0
    assert "这一次没有和官方文件核对" in told.read_text(encoding="utf-8")


def test_documents_are_fetched_unpacked_and_compared(tmp_path: Path) -> None:
    folder, digest = documents(tmp_path)
    code, told = verified(folder, '[ "$1 $2 $4 $5" = "verify --sources --format github" ] && [ -s "$3/某规划.txt" ]', digest)
    assert (code, "数据和官方文件一致。" in told) == (0, True)


def test_a_difference_fails(tmp_path: Path) -> None:
    folder, digest = documents(tmp_path)
    code, told = verified(folder, "exit 1", digest)
    assert (code, "有不同的地方" in told) == (1, True)


def test_another_file_than_the_promised_one_is_refused(tmp_path: Path) -> None:
    folder, _ = documents(tmp_path)
    code, told = verified(folder, "exit 0", "0" * 64)
    assert code != 0
    assert "一致" not in told
