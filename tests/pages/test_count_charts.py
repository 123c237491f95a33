"""Counts that are drawn: enough of them to say something, the same numbers in picture, words and table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.charts import Bars
from generator.graph import Graph
from generator.pages import count_charts
from generator.pages.blocks import Chart, Table
from generator.pages.count_charts import Shared, shared_tasks
from generator.pages.inline import Link
from generator.site.project import read_project
from tests.conftest import ROOT
from tests.pages.reading import said


@pytest.fixture(scope="module")
def real() -> Graph:
    return read_project(ROOT, {}).graph


def bars_of(chart: Chart) -> Bars:
    assert isinstance(chart.picture, Bars)
    return chart.picture


def table_of(chart: Chart) -> dict[str, list[str]]:
    """Name of the row → its figures."""
    assert isinstance(chart.twin, Table)
    return {said(row[0]): [said(cell) for cell in row[1:]] for row in chart.twin.rows}


def test_targets_by_year_add_up(real: Graph) -> None:
    drawn = 0
    for plan in real.plans.values():
        chart = count_charts.by_year(real, plan)
        if chart is None:
            continue
        drawn += 1
        total = sum(target.plan == plan.id for target in real.targets.values())
        assert sum(sum(bar.parts) for bar in bars_of(chart).bars) == total
        assert chart.caption.startswith(f"{total}项目标")
        assert table_of(chart) == {bar.name: [bar.said] for bar in bars_of(chart).bars}
        years = [bar.name for bar in bars_of(chart).bars if bar.name.endswith("年") and bar.name[:4].isdigit()]
        assert years == sorted(years)
    assert drawn


def test_a_year_that_only_follows_from_the_period_counts_as_unwritten(real: Graph) -> None:
    chart = count_charts.by_year(real, real.plans["alxa-right-145"])
    assert chart is not None
    inferred = [t for t in real.targets.values() if t.plan == "alxa-right-145" and (t.by is None or t.by_basis == "plan-period")]
    assert table_of(chart)["原文未写年份"] == [f"{len(inferred)}项"]
    assert bars_of(chart).bars[-1].parts == (0, len(inferred)), "told apart from the years by more than its name"


def test_partners_are_counted_by_who_leads(real: Graph) -> None:
    unit = real.units["alxa-right-nongkeju"]
    tasks = [t for t in real.tasks.values() if unit.id in {r.unit for r in (*t.leads, *t.participants)}]
    found = {one.partner.id: one for one in shared_tasks(real, unit, tasks)}
    other = "alxa-right-gongxinju"
    both = [t for t in tasks if other in {r.unit for r in (*t.leads, *t.participants)}]
    leading = [({r.unit for r in t.leads}) for t in both]
    assert found[other] == Shared(
        real.units[other],
        sum(unit.id in led and other not in led for led in leading),
        sum(other in led and unit.id not in led for led in leading),
        sum((other in led) == (unit.id in led) for led in leading),
    )
    assert found[other].total == len(both) > 0
    assert unit.id not in found


def test_partners_picture_and_table_agree(real: Graph) -> None:
    unit = real.units["alxa-right-nongkeju"]
    tasks = (*real.back.leads[unit.id], *real.back.participates[unit.id])
    chart = count_charts.partners(real, unit, shared_tasks(real, unit, list({t.id: t for t in tasks}.values())))
    assert chart is not None
    bars = bars_of(chart).bars
    assert [sum(bar.parts) for bar in bars] == sorted((sum(bar.parts) for bar in bars), reverse=True)
    assert len(bars) <= count_charts.PARTNERS
    for bar in bars:
        assert table_of(chart)[bar.name] == [bar.said, *(f"{part:g}条" for part in bar.parts)]
    assert f"{bars[0].name}，{bars[0].said}" in chart.says
    assert isinstance(chart.twin, Table)
    assert chart.twin.header == ("单位", "一起", *bars_of(chart).parts)


@pytest.mark.parametrize("totals", [(5, 1), (3, 2, 1), (4, 4, 4), ()])
def test_no_picture_where_it_says_nothing(real: Graph, totals: tuple[int, ...]) -> None:
    units = list(real.units.values())
    shown = [Shared(units[n + 1], 0, 0, total) for n, total in enumerate(totals)]
    assert count_charts.partners(real, units[0], shown) is None
    assert count_charts.busiest(real, [(u, n, 0) for u, n in zip(units, totals, strict=False)], real.plans["alxa-right-145"]) is None


def test_busiest_units_without_joined_tasks_need_no_key(real: Graph) -> None:
    plan, units = real.plans["alxa-right-145"], list(real.units.values())[:3]
    alone = count_charts.busiest(real, [(unit, n, 0) for unit, n in zip(units, (9, 5, 2), strict=True)], plan)
    assert alone is not None and bars_of(alone).parts == ()
    both = count_charts.busiest(real, [(unit, n, n) for unit, n in zip(units, (9, 5, 2), strict=True)], plan)
    assert both is not None and bars_of(both).parts == ("牵头", "参加")
    assert table_of(both)[units[0].name] == ["9条", "9条"]
    assert bars_of(both).bars[0].said == "牵头9条，参加9条"


def test_all_that_share_the_first_place_are_named(real: Graph) -> None:
    plan, units = real.plans["alxa-right-145"], list(real.units.values())[:5]
    two = count_charts.busiest(real, [(unit, n, 0) for unit, n in zip(units, (9, 9, 2), strict=False)], plan)
    many = count_charts.busiest(real, [(unit, n, 0) for unit, n in zip(units, (9, 9, 9, 2), strict=False)], plan)
    assert two is not None and two.says == f"牵头最多的是{units[0].name}、{units[1].name}，各9条。"
    assert many is not None and many.says == f"牵头最多的是{units[0].name}等3个，各9条。"


def test_chapters_in_the_order_of_the_document(real: Graph) -> None:
    chapters = real.back.divisions["alxa-right-145"]
    chart = count_charts.by_chapter(real, chapters, "plans/alxa-right-145/#chapters")
    assert chart is not None
    counts = [len(real.tasks_within(division)) for division in chapters]
    assert [sum(bar.parts) for bar in bars_of(chart).bars] == [count for count in counts if count]
    assert chart.notes == ("没有任务的部分不画。",)
    assert chart.twin == Link("条数也写在上面的目录里", "plans/alxa-right-145/#chapters")
    assert replace(chart, notes=()) == count_charts.by_chapter(real, [c for c in chapters if real.tasks_within(c)], chart.twin.address)
    assert count_charts.by_chapter(real, chapters[:2], "") is None


def test_the_tiny_project_has_nothing_to_count(tiny_graph: Graph, tmp_path: Path) -> None:
    assert all(count_charts.by_year(tiny_graph, plan) is None for plan in tiny_graph.plans.values())
