"""Invented projects: valid, always the same, in the proportions of real ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.bench.data import data_files
from generator.bench.run import make_project
from generator.diagnostics import as_text, has_errors
from generator.site.project import Project, published_files, read_project
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("small") / "project"
    make_project(ROOT, root, 30)
    return read_project(root, {})


def test_an_invented_project_passes_the_checks(small: Project) -> None:
    assert not has_errors(small.diagnostics), "\n".join(map(as_text, small.diagnostics))


@pytest.mark.parametrize("tasks", [10, 11, 47, 230])
def test_any_size_passes_the_checks_with_as_many_tasks_as_asked_for(tasks: int, tmp_path: Path) -> None:
    make_project(ROOT, tmp_path / "project", tasks)
    project = read_project(tmp_path / "project", {})
    assert not has_errors(project.diagnostics), "\n".join(map(as_text, project.diagnostics))
    assert len(project.graph.tasks) == tasks


def test_an_invented_project_makes_a_page_of_every_record_that_has_one(small: Project) -> None:
    files, graph = published_files(small), small.graph
    for folder, shelf in (("tasks", graph.tasks), ("units", graph.units), ("projects", graph.projects), ("places", graph.places)):
        assert shelf
        for identifier in shelf:
            assert f"{folder}/{identifier}/index.md" in files


def test_its_pages_hold_what_real_ones_do(small: Project) -> None:
    files = published_files(small).items()
    written = "".join(text for name, text in files if name.startswith("tasks/") and isinstance(text, str))
    for words in ("牵头", "具体做什么", "要达到的目标", "相关的任务", "点名的项目", "别的规划里相近的任务", "这些词是什么意思"):
        assert words in written


def test_the_same_number_of_tasks_gives_the_same_bytes() -> None:
    assert list(data_files(60)) == list(data_files(60))


def test_another_number_gives_other_data() -> None:
    assert dict(data_files(60)) != dict(data_files(61))


def test_the_five_kinds_of_plans_are_there_at_any_size(small: Project) -> None:
    assert len(small.graph.plans) == 5
    assert {plan.kind for plan in small.graph.plans.values()} == {"outline", "scheme", "report"}


def test_nothing_of_real_data_is_in_it(small: Project) -> None:
    real = read_project(ROOT, {}).graph
    said = {task.summary for task in real.tasks.values()} | {task.title for task in real.tasks.values()}
    assert not said & {text for task in small.graph.tasks.values() for text in (task.summary, task.title)}
    assert not set(real.tasks) & set(small.graph.tasks)
