from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.import_command import import_command
from tests.importing import samples


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in (("regions", samples.REGIONS), ("units/yunze", samples.UNITS), ("places/yunze", samples.PLACES)):
        path = tmp_path / "data" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def run(root: Path, content: bytes | str, *options: str, plan: str = "yunze-145", region: str = "yunze") -> Result:
    file = root / "文件.txt"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return CliRunner().invoke(import_command, [str(file), "--plan", plan, "--region", region, "--root", str(root), *options])


def files(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file() and p.name != "文件.txt"}


def test_draft_report_and_proposals(root: Path) -> None:
    result = run(root, samples.SCHEME)
    assert result.exit_code == 0, result.output
    assert "任务 3" in result.stdout
    folder = root / "data" / "plans" / "yunze-145"
    assert {"c01.yml", "c02.yml", "plan.yml"} <= {p.name for p in folder.iterdir()}
    assert all(p.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../../schema/") for p in folder.iterdir())
    work = root / "build" / "import" / "yunze-145"
    report = (work / "report.md").read_text(encoding="utf-8")
    assert "## 拿不准的地方" in report
    assert "县教育局" in report
    assert "  - id: yunze-jiaoyuju\n    name: 县教育局\n" in (work / "units.yml").read_text(encoding="utf-8")


def test_dry_run_writes_nothing(root: Path) -> None:
    before = files(root)
    result = run(root, samples.SCHEME, "--dry-run")
    assert result.exit_code == 0
    assert "c01" in result.stdout
    assert files(root) == before
    run(root, samples.SCHEME)
    before = files(root)
    result = run(root, samples.SCHEME.replace("达到3万亩", "达到4万亩"), "--dry-run")
    assert "数字：3 → 4" in result.stdout
    assert files(root) == before


def test_second_import_merges(root: Path) -> None:
    run(root, samples.SCHEME)
    result = run(root, samples.SCHEME)
    assert (result.exit_code, "原文没有变化" in result.stderr) == (0, True)
    result = run(root, samples.SCHEME.replace("牵头单位：县商务局", "牵头单位：县财政局"))
    assert "任务 002 的牵头单位：县商务局 → 县财政局" in result.stdout
    assert "县商务局 → 县财政局" in (root / "build/import/yunze-145/report.md").read_text(encoding="utf-8")


def test_force_keeps_a_copy(root: Path) -> None:
    run(root, samples.SCHEME)
    mine = root / "data/plans/yunze-145/c01.yml"
    mine.write_text("id: x\n", encoding="utf-8")
    result = run(root, samples.SCHEME, "--force")
    assert result.exit_code == 0
    assert (root / "build/import/yunze-145/old-1/c01.yml").read_text(encoding="utf-8") == "id: x\n"
    assert "扩大茶园面积" in mine.read_text(encoding="utf-8")
    run(root, samples.SCHEME, "--force")
    assert (root / "build/import/yunze-145/old-2").is_dir()


def test_broken_data_is_not_merged_into(root: Path) -> None:
    run(root, samples.SCHEME)
    (root / "data/plans/yunze-145/c01.yml").write_text("a: [", encoding="utf-8")
    before = files(root)
    result = run(root, samples.SCHEME)
    assert (result.exit_code, "c01.yml" in result.stderr) == (2, True)
    assert files(root) == before


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 250_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n\n",
        b"%PDF-1.7 damaged",
        b"PK\x03\x04 damaged",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old",
        b"\x00\x01\x02\xff" * 99,
        "无题\n".encode(),
        b"<html>",
    ],
    ids=["empty", "blank", "pdf", "docx", "doc", "binary", "no-period", "html"],
)
def test_unusable_files_give_one_line(root: Path, content: bytes) -> None:
    before = files(root)
    result = run(root, content)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    said = [line for line in result.stderr.splitlines() if "……" not in line and "完成" not in line]
    assert len(said) == 1
    assert "文件" in said[0]
    assert files(root) == before


def test_enormous_files_are_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(root, _bomb()).exit_code == 2
    monkeypatch.setattr("generator.cli.report.LARGEST", 10)
    result = run(root, samples.SCHEME)
    assert (result.exit_code, "太大" in result.stderr) == (2, True)
    monkeypatch.undo()
    monkeypatch.setattr("generator.cli.import_command.LONGEST_TEXT", 10)
    assert run(root, samples.SCHEME).exit_code == 2


def test_missing_file_and_bad_ids(root: Path) -> None:
    result = CliRunner().invoke(import_command, [str(root / "没有.txt"), "--plan", "x", "--region", "y", "--root", str(root)])
    assert (result.exit_code, "打不开" in result.stderr) == (2, True)
    assert run(root, samples.SCHEME, plan="../x").exit_code == 2
    assert run(root, samples.SCHEME, "--period", "2025-2021").exit_code == 2


def test_unknown_region_is_proposed(root: Path) -> None:
    result = run(root, samples.SCHEME, region="yunzee")
    assert result.exit_code == 0
    assert "yunze" in result.stderr
    assert "id: yunzee" in (root / "build/import/yunze-145/regions.yml").read_text(encoding="utf-8")
