"""``minggui export-table`` and ``import-table``."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.table_commands import export_table, import_table

P1 = "data/plans/qinghe-145/p1.yml"


def files(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in (root / "data").rglob("*") if p.is_file()}


@pytest.fixture
def table(tiny: Path) -> Path:
    path = tiny / "tasks.csv"
    result = CliRunner().invoke(export_table, ["tasks", "--root", str(tiny), "-o", str(path)])
    assert result.exit_code == 0, result.output
    assert "写了 3 行" in result.stderr
    return path


def run(tiny: Path, table: Path, *options: str) -> Result:
    return CliRunner().invoke(import_table, [str(table), "--root", str(tiny), *options])


def test_unedited(tiny: Path, table: Path) -> None:
    before = files(tiny)
    result = run(tiny, table, "--write")
    assert result.exit_code == 0
    assert "没有改动。" in result.stderr
    assert files(tiny) == before


def test_shows_first_and_writes_when_told(tiny: Path, table: Path) -> None:
    table.write_bytes(table.read_bytes().replace("建日间照料中心".encode(), "建照料中心".encode(), 1))
    before = files(tiny)
    result = run(tiny, table)
    assert result.exit_code == 0
    assert "“建日间照料中心”改为“建照料中心”" in result.stdout
    assert "\n+            title: 建照料中心\n" in result.stdout
    assert "--write" in result.stderr
    assert files(tiny) == before
    result = run(tiny, table, "--write")
    assert result.exit_code == 0
    after = files(tiny)
    assert [name for name in after if after[name] != before[name]] == [P1]
    assert after[P1] == before[P1].replace("title: 建日间照料中心".encode(), "title: 建照料中心".encode())


def test_nothing_is_written_where_one_cell_is_wrong(tiny: Path, table: Path) -> None:
    before = files(tiny)
    text = table.read_text(encoding="utf-8").replace("建日间照料中心", "建照料中心", 1).replace("eldercare", "elderkare", 1)
    table.write_text(text, encoding="utf-8")
    result = run(tiny, table, "--write")
    assert result.exit_code == 1
    assert "tasks.csv:2:28: error: 第2行AB列（topics）：没有编号为“elderkare”的主题" in result.stdout
    assert "改好以前什么也不写" in result.stderr
    assert files(tiny) == before


def test_one_plan_and_wrong_names(tiny: Path) -> None:
    out = tiny / "p.csv"
    assert CliRunner().invoke(export_table, ["projects", "--root", str(tiny), "--plan", "linhe-2024", "-o", str(out)]).exit_code == 0
    assert out.read_text(encoding="utf-8-sig").count("\n") == 2
    wrong = CliRunner().invoke(export_table, ["task", "--root", str(tiny)])
    assert wrong.exit_code == 2
    assert "是不是“tasks”？" in wrong.stderr
    assert CliRunner().invoke(export_table, ["tasks", "--root", str(tiny), "--plan", "x"]).exit_code == 2


def test_a_missing_file_a_broken_one_and_broken_data(tiny: Path, table: Path) -> None:
    assert run(tiny, tiny / "no.csv").exit_code == 2
    (tiny / "broken.csv").write_bytes(b'id,"')
    assert run(tiny, tiny / "broken.csv").exit_code == 1
    (tiny / P1).write_text("a: [", encoding="utf-8")
    result = run(tiny, table)
    assert result.exit_code == 2
    assert "minggui check" in result.stderr
