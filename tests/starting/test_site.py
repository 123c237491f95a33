"""A new site passes the strict check, builds, and is clearly an example."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.pages.repository import NEW_PLAN, PROGRESS, WRONG_PAGE
from generator.site.project import read_project
from generator.site.texts import renewed
from generator.starting import Answers, carried, new_site
from generator.starting.look import MANIFEST, manifest
from tests.cli.test_cli import run
from tests.conftest import ROOT
from tests.site_fixtures import build_site


def written(folder: Path, answers: Answers) -> Path:
    for name, content in new_site(answers).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def text(files: dict[str, bytes], name: str) -> str:
    return files[name].decode("utf-8")


@pytest.mark.parametrize("code", [("990101", 2000), None])
def test_the_strict_check_finds_nothing(tmp_path: Path, answers: Answers, code: tuple[str, int] | None) -> None:
    project = read_project(written(tmp_path, replace(answers, code=code)), {})
    assert project.diagnostics == ()
    assert project.site is not None
    assert project.site.name == "青禾规划"
    region = project.graph.dataset.records["region"]["qinghe"].model_dump()
    assert (region["name"], region["code"]) == ("青禾县", {"value": code[0], "year": code[1]} if code else None)


def test_every_gap_is_filled_and_every_file_is_yaml(answers: Answers) -> None:
    files = new_site(answers)
    ours = {name: content for name, content in files.items() if not name.startswith(("site_src/", "data/schema/", "requirements/locked"))}
    assert not [name for name, content in ours.items() if b"%%" in content]
    assert all(yaml.safe_load(content) for name, content in ours.items() if name.endswith(".yml"))
    assert {".gitignore", ".github/workflows/check.yml", ".github/workflows/publish.yml", "Makefile", "README.md"} <= ours.keys()
    assert text(files, "requirements/minggui.txt").endswith(f"\n{answers.generator}\n")


@pytest.mark.parametrize("code", [("990101", 2000), None])
def test_its_data_files_have_their_canonical_form(tmp_path: Path, answers: Answers, code: tuple[str, int] | None) -> None:
    checked = run("fmt", "--check", "--root", str(written(tmp_path, replace(answers, code=code))))
    assert (checked.exit_code, checked.output) == (0, "写法都是统一的。\n")


def test_forms_guides_and_folders_that_pages_lead_to_are_there(answers: Answers) -> None:
    files = new_site(answers)
    assert {f".github/ISSUE_TEMPLATE/{form}" for form in (WRONG_PAGE, PROGRESS, NEW_PLAN)} <= files.keys()
    assert all(any(name.startswith(folder) for name in files) for folder in ("data/updates/", "data/changes/"))
    named = {found for name in ("site_src/pages/about.md", "README.md") for found in re.findall(r"`(docs/[\w.-]+)`", text(files, name))}
    assert "docs/editing.zh.md" in named
    assert named <= files.keys()


def test_a_new_site_gets_a_language_by_the_same_guide(tmp_path: Path, answers: Answers) -> None:
    root = written(tmp_path, answers)
    guide = (root / "docs/languages.zh.md").read_text(encoding="utf-8")
    led = [name for name in re.findall(r"\]\((\.\./[^)]+)\)", guide) if not (root / "docs" / name).exists()]
    assert led == [], "what the guide leads to is there"
    assert "docs/languages.zh.md" in (root / "mkdocs.yml").read_text(encoding="utf-8")
    [block] = re.findall(r"(      - tag: mn-Mong\n.*?)\n   ```", re.sub(r"(?m)^   (?= )", "", guide), re.DOTALL)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("languages: []", f"languages:\n{block}"), encoding="utf-8")
    for path, _, content in renewed(root, ("mn-Mong",)):
        path.write_bytes(content)
    project = read_project(root, {})
    assert project.diagnostics == ()
    assert [edition.folder for edition in project.editions] == ["", "mn-Mong/"]


def test_whatever_is_invented_says_so(answers: Answers) -> None:
    files = new_site(answers)
    for name in ("plan", "c01", "indicators", "projects", "notes"):
        content = text(files, f"data/plans/shili-145/{name}.yml")
        assert "示例" in content.split("\n")[1]
    shown = yaml.safe_load(files["data/plans/shili-145/c01.yml"])
    tasks = [task for section in shown["children"] for task in section["tasks"]]
    assert all("（示例）" in task["title"] and task["summary"].startswith("示例：") for task in tasks)
    assert "青禾" not in "".join(text(files, name) for name in files if name.startswith("data/plans/"))
    assert "data/plans/shili-145" in text(files, ".github/workflows/publish.yml")  # which refuses to publish it


def test_the_example_can_be_taken_out_as_the_readme_says(tmp_path: Path, answers: Answers) -> None:
    root = written(tmp_path, answers)
    [command] = re.findall(r"rm -r (.+)", (root / "README.md").read_text(encoding="utf-8"))
    for name in command.split():
        shutil.rmtree(root / name) if (root / name).is_dir() else (root / name).unlink()
    regions = root / "data" / "regions.yml"
    regions.write_text(regions.read_text(encoding="utf-8").partition("  # 示例")[0], encoding="utf-8")  # it stands at the end
    assert read_project(root, {}).diagnostics == ()


def test_workflows_use_the_pinned_actions_of_ours(answers: Answers) -> None:
    files = new_site(answers)
    ours = "".join(path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml"))
    for name in ("check", "publish"):
        used = re.findall(r"uses: (.+)", text(files, f".github/workflows/{name}.yml"))
        assert len(used) == (3 if name == "check" else 5)
        assert all(f"uses: {action}\n" in ours for action in used)


def test_the_look_and_the_lock_file_are_ours(answers: Answers) -> None:
    files = new_site(answers)
    assert files["requirements/locked.txt"] == (ROOT / "requirements" / "site.txt").read_bytes()
    for path in (ROOT / "site_src").rglob("*"):
        name = path.relative_to(ROOT).as_posix()
        if path.is_file() and not path.name.startswith(".") and not name.startswith("site_src/pages/"):
            assert files[name] == path.read_bytes()
    assert files[f"site_src/{MANIFEST}"] == manifest(carried.look())
    about = text(files, "site_src/pages/about.md")
    assert about.startswith("# 关于青禾规划")
    assert "明规" not in about + "".join(text(files, name) for name in carried.SHARED)


def test_the_configuration_keeps_up_with_ours(answers: Answers) -> None:
    own = yaml.safe_load(new_site(answers)["mkdocs.yml"])
    ours = yaml.safe_load((ROOT / "mkdocs.yml").read_bytes())
    same = ours.keys() - {"site_name", "site_description", "extra"}
    assert {name: own[name] for name in same} == {name: ours[name] for name in same}
    assert ours["extra"]["minggui"].keys() <= own["extra"]["minggui"].keys()


@pytest.mark.site
def test_it_builds_and_its_own_tests_run(tmp_path: Path, answers: Answers) -> None:
    root = written(tmp_path, answers)
    build_site(root)
    run = subprocess.run(
        [sys.executable, "-m", "unittest", "discover", "--start-directory", "tests"], cwd=root, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    assert "Ran 3 tests" in run.stderr
    home = (root / "site" / "index.html").read_text(encoding="utf-8")
    assert "青禾规划" in home
    assert "示例县" in home
    pages = [path.read_text(encoding="utf-8") for path in (root / "site").rglob("index.html")]
    assert not any(name in page for page in pages for name in ("明规", "阿拉善", "库伦", "骆驼"))
    (root / "site" / "tasks" / "shili-145-002" / "index.html").unlink()
    run = subprocess.run(
        [sys.executable, "-m", "unittest", "discover", "--start-directory", "tests"], cwd=root, capture_output=True, text=True
    )
    assert run.returncode != 0
    assert json.loads((root / "site" / "data" / "plans.json").read_text(encoding="utf-8"))[0]["id"] == "shili-145"
