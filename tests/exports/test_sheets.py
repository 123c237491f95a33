"""What the sheets of a plan say, in the words that a person reads."""

from __future__ import annotations

from datetime import date

import pytest

from generator.exports.sheets import UNSTATED, plan_sheets
from generator.exports.workbook import Cell, Sheet
from generator.graph import Graph
from generator.model import Project, Target, Term, Unit
from generator.site.project import Project as Read
from generator.site.project import read_project
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def sheets(tiny_project: Read) -> dict[str, Sheet]:
    assert tiny_project.site is not None
    plan = tiny_project.graph.plans["qinghe-145"]
    return {sheet.name: sheet for sheet in plan_sheets(tiny_project.graph, plan, tiny_project.site)}


def rows(sheet: Sheet) -> list[dict[str, Cell]]:
    return [dict(zip((field.title for field in sheet.fields), row, strict=True)) for row in sheet.rows]


def test_a_task_says_who_when_and_what(sheets: dict[str, Sheet], tiny_graph: Graph) -> None:
    found = {row["编号"]: row for row in rows(sheets["任务"])}
    assert list(found) == [task.id for task in tiny_graph.back.tasks_of_plan["qinghe-145"]]
    task = tiny_graph.tasks["qinghe-145-001"]
    row = found[task.id]
    assert (row["条号"], row["标题"], row["概括"]) == (task.number, task.title, task.summary)
    assert row["牵头或负责单位"] == "、".join(tiny_graph.units[role.unit].name for role in task.leads)
    assert row["本站页面"] == "tasks/qinghe-145-001/", "without a site address, the address below the root"
    assert row["写在哪里"]
    without = next(t for t in tiny_graph.back.tasks_of_plan["qinghe-145"] if not t.leads)
    assert found[without.id]["牵头或负责单位"] == UNSTATED
    assert found[without.id]["牵头还是负责"] is None


def test_only_years_that_the_document_states_are_dates(sheets: dict[str, Sheet], tiny_graph: Graph) -> None:
    for row in rows(sheets["任务"]):
        targets = tiny_graph.back.targets.get(str(row["编号"]), ())
        stated = {t.by for t in targets if t.by_basis not in {None, "plan-period"}}
        assert (row["到何时"] == UNSTATED) == (not stated)


def test_figures_are_numbers_and_dates_are_dates(sheets: dict[str, Sheet], tiny_graph: Graph) -> None:
    own = [t for t in tiny_graph.dataset.all(Target).values() if t.plan == "qinghe-145"]
    assert [row["数字"] for row in rows(sheets["目标"])] == [t.value for t in own]
    assert any(isinstance(row["数字"], int | float) for row in rows(sheets["目标"]))
    about = {row["项目"]: row["内容"] for row in rows(sheets["说明"])}
    assert about["数据截止"] == date(2026, 1, 31)
    assert "不是政府文件" in str(about["这是什么"])
    assert about["表：任务"] == f"{len(sheets['任务'].rows)}行"


def test_only_what_belongs_to_the_plan(sheets: dict[str, Sheet], tiny_graph: Graph) -> None:
    projects = {row["编号"] for row in rows(sheets["项目"])}
    assert projects == {p.id for p in tiny_graph.dataset.all(Project).values() if p.plan == "qinghe-145"}
    units = {str(row["编号"]) for row in rows(sheets["单位"])}
    assert units <= set(tiny_graph.dataset.all(Unit))
    for row in rows(sheets["单位"]):
        counts = [row["牵头或负责几条"], row["参加几条"], row["提供几项指标"]]
        owns = any(row["编号"] in p.owners for p in tiny_graph.back.projects_of_plan["qinghe-145"])
        assert any(counts) or owns
    for row in rows(sheets["名词"]):
        term = next(t for t in tiny_graph.dataset.all(Term).values() if t.explanation == row["意思"])
        assert not term.scope or any(scope.startswith("qinghe-145") for scope in term.scope)


def test_the_plans_of_this_repository_have_all_their_records() -> None:
    project = read_project(ROOT, {"MINGGUI_SITE_URL": "https://example.org/"})
    assert project.site is not None
    graph = project.graph
    for plan in graph.plans.values():
        sheets = {sheet.name: sheet for sheet in plan_sheets(graph, plan, project.site)}
        counts = {name: len(sheet.rows) for name, sheet in sheets.items()}
        assert counts["任务"] == len(graph.back.tasks_of_plan.get(plan.id, ()))
        assert counts["章节"] == sum(d.plan == plan.id for d in graph.divisions.values())
        assert counts["目标"] == sum(t.plan == plan.id for t in graph.targets.values())
        assert counts["指标"] == len(graph.back.rows.get(plan.id, ()))
        assert counts["项目"] == len(graph.back.projects_of_plan.get(plan.id, ()))
        assert all(str(row["本站页面"]).startswith("https://example.org/tasks/") for row in rows(sheets["任务"]))
