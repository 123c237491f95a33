"""``minggui fmt``: writes, only looks, shows; exit codes."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_cli import run

NAME = "data/units/qinghe.yml"


def test_a_project_is_formatted_once(tiny: Path) -> None:
    first = run("fmt", "--root", str(tiny))
    assert first.exit_code == 0
    assert f"{NAME}：整理好了" in first.output
    second = run("fmt", "--root", str(tiny))
    assert (second.exit_code, second.output) == (0, "写法都是统一的。\n")
    assert run("check", "--strict", "--root", str(tiny)).exit_code == 0
    assert run("fmt", "--check", "--root", str(tiny)).exit_code == 0
    assert not list(tiny.rglob("*.new"))


def test_check_names_the_files_and_diff_shows_the_lines_and_neither_writes(tiny: Path) -> None:
    before = (tiny / NAME).read_bytes()
    checked = run("fmt", "--check", "--root", str(tiny))
    assert checked.exit_code == 1
    assert f"{NAME}：要整理" in checked.output
    shown = run("fmt", "--diff", "--root", str(tiny), str(tiny / NAME))
    assert shown.exit_code == 1
    assert "-  - {id: qinghe-minzheng, name: 县民政局" in shown.output
    assert "+  - id: qinghe-minzheng" in shown.output
    assert "regions.yml" not in shown.output
    assert (tiny / NAME).read_bytes() == before


def test_one_file_or_one_folder(tiny: Path) -> None:
    assert run("fmt", "--root", str(tiny), str(tiny / NAME)).exit_code == 0
    result = run("fmt", "--check", "--root", str(tiny), str(tiny / "data" / "units"))
    assert result.exit_code == 0
    assert run("fmt", "--check", "--root", str(tiny)).exit_code == 1


def test_a_broken_file_is_a_finding_and_does_not_hide_the_others(tiny: Path) -> None:
    (tiny / NAME).write_text("units: [\n", encoding="utf-8")
    result = run("fmt", "--root", str(tiny))
    assert result.exit_code == 1
    assert f"{NAME}:" in result.output
    assert "data/regions.yml：整理好了" in result.output
    assert (tiny / NAME).read_text(encoding="utf-8") == "units: [\n"


def test_what_cannot_run_is_code_2(tiny: Path, tmp_path: Path) -> None:
    assert run("fmt", "--root", str(tmp_path)).exit_code == 2
    outside = tmp_path / "a.yml"
    outside.write_text("a: 1\n", encoding="utf-8")
    assert run("fmt", "--root", str(tiny), str(outside)).exit_code == 2
    assert run("fmt", "--root", str(tiny), str(tiny / "data" / "none.yml")).exit_code == 2
