"""A build that fails leaves the last site as it was, and an engine that is run alone publishes nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import cli
from generator.site import engine
from generator.site.engine import EngineError
from generator.site.project import read_project
from generator.site.staging import stage
from tests.site_fixtures import copy_dressed, copy_tiny

pytestmark = pytest.mark.site


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def break_data(root: Path) -> None:
    file = root / "data/plans/qinghe-145/p1.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("unit: qinghe-minzheng", "unit: qinghe-mingzheng"), encoding="utf-8")


def break_settings(root: Path) -> None:
    file = root / "mkdocs.yml"
    file.write_text(re.sub(r"as_of: .*", "as_of: soon", file.read_text(encoding="utf-8")), encoding="utf-8")


def break_theme(root: Path) -> None:
    (root / "site_src/overrides/main.html").write_text("{% extends 'base.html' %}{% block %}", encoding="utf-8")


def break_link(root: Path) -> None:
    with (root / "site_src/pages/about.md").open("a", encoding="utf-8") as file:
        file.write("\n[nowhere](../nowhere/index.md)\n")


def break_anchor(root: Path) -> None:
    with (root / "site_src/pages/about.md").open("a", encoding="utf-8") as file:
        file.write("\n[nowhere](../glossary/index.md#nowhere)\n")


def break_configuration(root: Path) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks: [missing.py]\n")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_tiny(tmp_path_factory.mktemp("published") / "tiny")
    result = CliRunner().invoke(cli, ["build", "--root", str(root)])
    assert result.exit_code == 0, result.output
    return root


@pytest.mark.parametrize(
    ("breaking", "code"),
    [(break_data, 1), (break_settings, 1), (break_theme, 2), (break_link, 2), (break_anchor, 2), (break_configuration, 2)],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_a_failed_build_leaves_the_site_as_it_was(published: Path, tmp_path: Path, breaking: Callable[[Path], None], code: int) -> None:
    root = tmp_path / "tiny"
    shutil.copytree(published, root)
    before = contents(root / "site")
    assert len(before) > 100
    breaking(root)
    result = CliRunner().invoke(cli, ["build", "--root", str(root)])
    assert result.exit_code == code, result.output
    assert contents(root / "site") == before
    assert sorted(p.name for p in root.iterdir()) == [".cache", "build", "data", "mkdocs.yml", "site", "site_src"]
    if breaking is not break_theme:  # the engine's own words about a template are for the theme's author
        assert "Traceback (most recent call last)" not in result.output


def test_building_again_gives_the_same_site(published: Path, tmp_path: Path) -> None:
    root = tmp_path / "tiny"
    shutil.copytree(published, root)
    assert CliRunner().invoke(cli, ["build", "--root", str(root)]).exit_code == 0
    assert contents(root / "site") == contents(published / "site")


def test_the_site_does_not_depend_on_where_it_is_hosted(tmp_path: Path, tiny_site: Path) -> None:
    """Addresses inside pages are relative, so an address of the site changes only what must name it."""
    root = copy_tiny(tmp_path / "hosted")
    file = root / "mkdocs.yml"
    file.write_text(file.read_text(encoding="utf-8").replace('site_url: ""', "site_url: https://example.org/deep/plans/"), encoding="utf-8")
    assert CliRunner().invoke(cli, ["build", "--root", str(root)]).exit_code == 0
    page = (root / "site/tasks/qinghe-145-001/index.html").read_text(encoding="utf-8")
    assert 'href="../../units/qinghe-minzheng/"' in page
    assert '"url": "https://example.org/deep/plans/tasks/qinghe-145-001/"' in (root / "site/data/tasks.json").read_text(encoding="utf-8")
    assert '"url": "/tasks/qinghe-145-001/"' in (tiny_site / "site/data/tasks.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("copier", [copy_tiny, copy_dressed])
@pytest.mark.parametrize("strict", [[], ["--strict"], ["--no-strict"]], ids=["plain", "strict", "no-strict"])
def test_the_engine_alone_fails_on_an_unstaged_tree(tmp_path: Path, copier: Callable[[Path], Path], strict: list[str]) -> None:
    root = copier(tmp_path / "project")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", *strict], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode != 0, done.stdout + done.stderr
    assert "docs_dir" in done.stdout + done.stderr
    assert not (root / "site").exists()


def test_the_engine_reports_what_it_says(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path / "tiny")
    break_link(root)
    project = read_project(root, {})
    assert project.site is not None
    folder = stage(project).folder
    with pytest.raises(EngineError, match="nowhere"):
        engine.build(folder, project.site.as_of)


def test_the_clock_and_the_environment_do_not_reach_the_site(tmp_path: Path, tiny_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "1",
        "PYTHONHASHSEED": "7",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("MINGGUI_SITE_URL", "MINGGUI_REPOSITORY", "MINGGUI_CONTACT", "MINGGUI_BRANCH"):
        monkeypatch.delenv(name, raising=False)
    root = copy_tiny(tmp_path / "tiny")
    for file in root.rglob("*"):
        os.utime(file, (1, 1))
    assert CliRunner().invoke(cli, ["build", "--root", str(root)]).exit_code == 0
    assert contents(root / "site") == contents(tiny_site / "site")
