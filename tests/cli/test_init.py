"""``minggui init``."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.cli.init_command import init, installed_from
from generator.site.project import read_project

GIVEN = ["--name", "青禾县", "--region", "qinghe", "--code", "", "--repository", "", "--contact", "", "--site-name", "青禾规划"]


def run(folder: Path, *options: str, typed: str = "") -> Result:
    return CliRunner().invoke(init, [str(folder), *options], input=typed)


def test_options_alone(tmp_path: Path) -> None:
    result = run(tmp_path / "new", *GIVEN, "--generator", "minggui @ git+https://example.org/m@abc")
    assert result.exit_code == 0, result.output
    assert "README.md" in result.stderr
    assert read_project(tmp_path / "new", {}).diagnostics == ()
    assert "minggui @ git+https://example.org/m@abc\n" in (tmp_path / "new/requirements/minggui.txt").read_text(encoding="utf-8")


def test_each_new_site_draws_an_id_of_its_own(tmp_path: Path) -> None:
    drawn = []
    for name in ("one", "two"):
        assert run(tmp_path / name, *GIVEN).exit_code == 0
        site = read_project(tmp_path / name, {}).site
        assert site is not None
        assert uuid.UUID(site.id).version == 4
        drawn.append(site.id)
    assert drawn[0] != drawn[1]


def test_it_asks_and_asks_again(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    result = run(tmp_path, typed="青禾县\nQing He\nqinghe\n99\n990101\n\n\n\n")
    assert result.exit_code == 0, result.output
    assert "“Qing He”不行：只能用小写字母" in result.stderr
    assert "“99”不行：应该是六位数字" in result.stderr
    project = read_project(tmp_path, {})
    assert project.site is not None
    assert project.site.name == "青禾县规划大白话"
    assert project.diagnostics == ()


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    result = run(tmp_path, *GIVEN)
    assert result.exit_code == 2
    assert "不是空的" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--name", 'x"\n- y'),
        ("--name", "%%today%%"),
        ("--region", "shili"),
        ("--region", "../x"),
        ("--contact", "no"),
        ("--repository", "ftp://x"),
    ],
)
def test_answers_that_cannot_be(tmp_path: Path, option: str, value: str) -> None:
    result = run(tmp_path / "new", *GIVEN, option, value)
    assert result.exit_code == 2
    assert not (tmp_path / "new").exists()


def test_newer_look(tmp_path: Path) -> None:
    assert run(tmp_path, *GIVEN).exit_code == 0
    changed, gone = tmp_path / "site_src/styles/10-colours.css", tmp_path / "site_src/styles/05-base.css"
    changed.write_text("/* ours */", encoding="utf-8")
    before = gone.read_bytes()
    result = run(tmp_path, "--update-look")
    assert result.exit_code == 0, result.output
    assert "10-colours.css：你们改过" in result.stdout
    assert changed.read_text(encoding="utf-8") == "/* ours */"
    assert gone.read_bytes() == before
    assert run(tmp_path / "site_src", "--update-look").exit_code == 2


@pytest.mark.parametrize(
    ("recorded", "wanted"),
    [
        ('{"url": "https://example.org/m", "vcs_info": {"vcs": "git", "commit_id": "abc"}}', "minggui @ git+https://example.org/m@abc"),
        ('{"url": "file:///here", "vcs_info": {"vcs": "git", "commit_id": "abc"}}', f"minggui=={__version__}"),
        ('{"url": "file:///here", "dir_info": {"editable": true}}', f"minggui=={__version__}"),
        (None, f"minggui=={__version__}"),
    ],
)
def test_the_commit_that_pip_recorded(monkeypatch: pytest.MonkeyPatch, recorded: str | None, wanted: str) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            return recorded if name == "direct_url.json" else None

    monkeypatch.setattr("generator.cli.init_command.distribution", lambda _name: Installed())
    assert installed_from() == wanted
