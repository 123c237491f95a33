"""Comparison over plans: what each states, who is silent, what cannot be compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.graph import Graph
from generator.pages import compare
from generator.pages.blocks import Chart, Table
from generator.pages.page import Page
from generator.site.project import read_project
from tests.pages.reading import addresses, headings, linked, parts, said, under, words

TASK = """
tasks:
  - id: linhe-2024-001
    title: 建养老院
    title_basis: editorial
    order: 1
    source: {starts: 建养老院}
    summary: 在县城建一座养老院。
    topics: [eldercare]
    targets:
      - {id: linhe-2024-001-t01, metric: 床位, operator: "=", quantity: level, value: 50, measure: 张, by: 2024, by_basis: report-year}
"""


@pytest.fixture
def both(tiny: Path) -> Graph:
    """The tiny project with a second plan that speaks of old people too."""
    with (tiny / "data/plans/linhe-2024/s01.yml").open("a", encoding="utf-8") as file:
        file.write(TASK)
    project = read_project(tiny, {})
    assert [d for d in project.diagnostics if d.level == "error"] == []
    return project.graph


def page_of(graph: Graph, address: str) -> Page:
    return next(page for page in compare.pages(graph) if page.address == address)


def test_a_topic_of_one_plan_is_not_compared(tiny_graph: Graph) -> None:
    assert [page.address for page in compare.pages(tiny_graph)] == ["compare/"]


def test_a_topic_of_two_plans_has_a_page_that_the_index_leads_to(both: Graph) -> None:
    assert "compare/eldercare/" in addresses(page_of(both, "compare/"))
    page = page_of(both, "compare/eldercare/")
    assert "共2条" in page.description
    table = next(part for part in parts(under(page, "overview")) if isinstance(part, Table))
    assert [[said(cell) for cell in row[1:4]] for row in table.rows] == [["1条", "1项", "2025年"], ["1条", "1项", "2024年"]]


def test_kinds_and_years_that_differ_are_said(both: Graph) -> None:
    said = words(page_of(both, "compare/eldercare/"))
    assert "临禾县是政府工作报告（2024—2026年）" in said
    assert "一年的目标不能和五年的目标直接比" in said


def test_targets_of_each_plan_lead_to_their_tasks(both: Graph) -> None:
    page = page_of(both, "compare/eldercare/")
    assert {"targets-linhe-2024", "targets-qinghe-145"} <= set(headings(page))
    assert linked(under(page, "targets-linhe-2024")) == {"tasks/linhe-2024-001/"}


def test_two_bars_are_no_picture(both: Graph) -> None:
    assert not [part for part in parts(page_of(both, "compare/eldercare/")) if isinstance(part, Chart)]


def test_an_indicator_of_one_plan_is_not_listed(both: Graph) -> None:
    listed = {address for address in addresses(page_of(both, "compare/")) if address.startswith("indicators/")}
    assert listed == {"indicators/forest/"}, "both plans state this one"
