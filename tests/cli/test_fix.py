"""``minggui check --fix`` and ``minggui explain``."""

from __future__ import annotations

from pathlib import Path

from generator.authoring.explain import explanations
from tests.cli.test_cli import run

FILE = "data/plans/qinghe-145/p1.yml"


def broken(root: Path) -> str:
    path = root / FILE
    text = path.read_text(encoding="utf-8").replace("topics: [tea]", "topics: [茶叶]").replace("    title: 照顾老人", "    title：照顾老人")
    path.write_text(text, encoding="utf-8")
    return text


def test_what_can_be_mended_is_shown_and_written_and_then_checked(tiny: Path) -> None:
    text = broken(tiny)
    assert run("check", "--root", str(tiny)).exit_code == 1
    shown = run("check", "--fix", "--dry-run", "--root", str(tiny))
    assert shown.exit_code == 1
    assert "-    title：照顾老人" in shown.output and "+    title: 照顾老人" in shown.output
    assert "可以自动改 1 个文件。" in shown.output
    assert (tiny / FILE).read_text(encoding="utf-8") == text
    done = run("check", "--fix", "--root", str(tiny))
    assert done.exit_code == 0, done.output
    assert "“茶叶”改成编号 tea" in done.output
    assert "没有发现问题。" in done.output
    again = run("check", "--fix", "--root", str(tiny))
    assert "没有能自动改的。" in again.output


def test_what_cannot_be_mended_is_still_found(tiny: Path) -> None:
    path = tiny / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("places: [heitan]", "places: [heitann]"), encoding="utf-8")
    before = path.read_bytes()
    result = run("check", "--fix", "--root", str(tiny))
    assert result.exit_code == 1
    assert "是不是“heitan”" in result.output
    assert path.read_bytes() == before


def test_dry_run_alone_is_a_mistake(tiny: Path) -> None:
    assert run("check", "--dry-run", "--root", str(tiny)).exit_code == 2


def test_findings_end_with_one_hint_in_text_only(tiny: Path) -> None:
    broken(tiny)
    assert run("check", "--root", str(tiny)).output.count("更多：minggui explain yaml\n") == 1
    for form in ("json", "github"):
        assert "minggui explain" not in run("check", "--format", form, "--root", str(tiny)).output
    assert "minggui explain" not in run("schema", "--check", "--root", str(tiny)).output


def test_explain_lists_all_and_explains_one() -> None:
    listed = run("explain")
    assert listed.exit_code == 0
    assert all(f"\n{code}" in "\n" + listed.output for code in explanations())
    one = run("explain", "[unresolved-reference]")
    assert one.exit_code == 0
    assert "错的：\n    topics: [养老]" in one.output and "check --fix" in one.output
    unknown = run("explain", "unresolved-referense")
    assert unknown.exit_code == 2
    assert "是不是“unresolved-reference”？运行 minggui explain 看全部" in unknown.output
