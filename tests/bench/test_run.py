"""The whole command on a small project: once with the real engine, otherwise without."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.bench import run as bench
from generator.cli.main import cli
from generator.diagnostics import Diagnostic, Span
from generator.site import engine as engines
from generator.site.project import Project, read_project
from tests.conftest import ROOT


def _engine(folder: Path, as_of: date, engine: str = "mkdocs") -> Path:
    """Stand in for the engine: a page for every page."""
    for page in (folder / "docs").rglob("*"):
        if page.is_file():
            path = folder / "site" / page.relative_to(folder / "docs")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(page.read_bytes())
    return folder / "site"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "build", _engine)


def command(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, ["bench", "--root", str(ROOT), "--tasks", "10", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    return result


@pytest.mark.usefixtures("quick")
def test_every_step_is_told_in_its_order(tmp_path: Path) -> None:
    told = []

    @contextmanager
    def tell(name: str) -> Iterator[None]:
        told.append(name)
        yield

    costs = bench.run(ROOT, tmp_path / "p", 10, "mkdocs", tell)
    assert told == ["编造数据", "读取并检查数据", "生成页面和数据文件", "做搜索的索引", "写出变了的文件", "用 mkdocs 生成网站"]
    assert [cost.step for cost in costs.steps] == told[1:]
    assert costs.tasks == 10
    assert costs.pages == len(list((tmp_path / "p/build/docs").rglob("*.md")))
    assert 0 < costs.share(costs.index_step) < 1


@pytest.mark.usefixtures("quick")
def test_the_table_is_printed_and_nothing_is_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = command()
    assert result.exit_code == 0
    assert "10 条任务" in result.stdout
    assert "做索引占全程的" in result.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("quick")
def test_json_is_all_that_standard_output_holds() -> None:
    result = command("--format", "json")
    assert json.loads(result.stdout)["tasks"] == 10
    assert "读取并检查数据" in result.stderr


@pytest.mark.usefixtures("quick")
def test_what_is_kept_is_a_project_with_its_site(tmp_path: Path) -> None:
    result = command("--keep", str(tmp_path / "kept"))
    assert result.exit_code == 0
    assert (tmp_path / "kept/site/search/words.json").is_file()
    assert len(read_project(tmp_path / "kept", {}).graph.tasks) == 10


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    result = command("--keep", str(tmp_path))
    assert result.exit_code == 2
    assert "不是空的" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_without_a_project_is_one_line_and_code_2(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = CliRunner().invoke(cli, ["bench", "--root", str(tmp_path / "empty")])
    assert result.exit_code == 2
    assert "site_src" in result.stderr
    assert "Traceback" not in result.output


def test_an_engine_that_fails_is_code_2(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Path:
        raise engines.EngineError("mkdocs 构建失败：坏了")

    monkeypatch.setattr(engines, "build", fail)
    result = command()
    assert result.exit_code == 2
    assert "坏了" in result.stderr


def test_errors_in_invented_data_are_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(root: Path, environment: dict[str, str]) -> Project:
        project = read_project(root, environment)
        return Project(root, project.graph, project.site, project.written, (Diagnostic(Span("data/a.yml", 3), "record", "坏了"),))

    monkeypatch.setattr(bench, "read_project", broken)
    with pytest.raises(bench.BenchError, match=r"1 个错误.*\ndata/a\.yml:3: 坏了"):
        bench.run(ROOT, tmp_path / "p", 10, "mkdocs", lambda _: nullcontext())


@pytest.mark.site
def test_the_real_engine_builds_an_invented_project_without_a_warning(tmp_path: Path) -> None:
    costs = bench.run(ROOT, tmp_path / "p", 10, "mkdocs", lambda _: nullcontext())
    assert costs.site_bytes > costs.index_bytes > 0
    assert (tmp_path / "p/site/index.html").is_file()
