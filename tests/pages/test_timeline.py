"""Targets by year: only years that documents give, and how many have none."""

from __future__ import annotations

from datetime import date

from generator.graph import Graph
from generator.pages import timeline
from generator.pages.blocks import Table
from generator.pages.page import Page
from tests.pages.reading import addresses, parts, said, under, words

DAY = date(2026, 1, 31)


def pages_of(graph: Graph) -> dict[str, Page]:
    return {page.address: page for page in timeline.pages(graph, DAY)}


def test_years_of_documents_have_pages_and_years_of_periods_have_none(tiny_graph: Graph) -> None:
    stated = {t.by for t in tiny_graph.targets.values() if t.by_basis in {"stated", "sentence", "period-end", "report-year"}}
    stated |= {row.target.year for row in tiny_graph.rows.values() if row.target and row.target.year}
    assert set(pages_of(tiny_graph)) == {"timeline/", *(f"timeline/{year}/" for year in stated)}
    assert {2025, 2035} <= stated


def test_a_year_lists_tasks_chapters_and_indicators(tiny_graph: Graph) -> None:
    pages = pages_of(tiny_graph)
    assert "tasks/qinghe-145-001/#t01" in addresses(pages["timeline/2025/"])
    assert "tasks/qinghe-145-001/#t02" not in addresses(pages["timeline/2025/"]), "its year follows from the period alone"
    assert any(address.startswith("indicators/forest/") for address in addresses(pages["timeline/2025/"]))
    assert any(address.startswith("plans/qinghe-145/c01/") for address in addresses(pages["timeline/2035/"]))


def test_a_year_that_is_over_is_said_and_nothing_is_guessed(tiny_graph: Graph) -> None:
    pages = pages_of(tiny_graph)
    assert "已经过去" in words(pages["timeline/2025/"])
    assert "已经过去" not in words(pages["timeline/2035/"])


def test_targets_without_a_year_are_counted_openly(tiny_graph: Graph) -> None:
    without = sum(t.by_basis not in {"stated", "sentence", "period-end", "report-year"} for t in tiny_graph.targets.values())
    assert without
    assert f"另有{without}项目标" in words(pages_of(tiny_graph)["timeline/"])
    table = next(part for part in parts(under(pages_of(tiny_graph)["timeline/"], "undated")) if isinstance(part, Table))
    assert sum(int(said(row[1]).removesuffix("项")) for row in table.rows) == without
