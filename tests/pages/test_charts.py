"""Every picture of the real site: small, named, and with the same numbers in its table."""

from __future__ import annotations

import re

import pytest

from generator.charts import Bars, draw
from generator.pages import build_pages
from generator.pages.blocks import Chart, Table
from generator.pages.page import Page
from generator.site.project import read_project
from tests.conftest import ROOT
from tests.pages.reading import parts, said

NUMBER = re.compile(r"\d+(?:\.\d+)?")


@pytest.fixture(scope="module")
def charts() -> list[tuple[Page, Chart]]:
    project = read_project(ROOT, {})
    assert project.site is not None
    built = build_pages(project.graph, project.site, project.written)
    return [(page, part) for page in built for part in parts(page) if isinstance(part, Chart)]


def test_there_are_pictures_of_every_sort(charts: list[tuple[Page, Chart]]) -> None:
    sorts = {chart.anchor for _, chart in charts}
    assert sorts >= {"compared", "steps-level", "steps-year", "steps-average", "by-chapter", "by-year", "busiest", "with-whom"}


def test_every_picture_is_small(charts: list[tuple[Page, Chart]]) -> None:
    for page, chart in charts:
        size = len(draw(chart.picture, f"{chart.anchor}-says").encode())
        assert size <= 3600, f"{page.address} {chart.anchor}: {size}"


def test_every_picture_says_what_it_shows(charts: list[tuple[Page, Chart]]) -> None:
    for page, chart in charts:
        assert chart.says.endswith("。") and NUMBER.search(chart.says + chart.caption), f"{page.address} {chart.says}"
        assert chart.caption and not chart.caption.endswith("。")


def test_table_and_picture_have_the_same_numbers(charts: list[tuple[Page, Chart]]) -> None:
    for page, chart in charts:
        figures = [bar.said for bar in chart.picture.bars] if isinstance(chart.picture, Bars) else []
        figures += [] if isinstance(chart.picture, Bars) else [mark.said for step in chart.picture.steps for mark in step.marks]
        shown = said(chart.twin if isinstance(chart.twin, Table) else page.blocks[: page.blocks.index(chart)])
        for figure in figures:
            missing = [n for n in NUMBER.findall(figure) if n not in NUMBER.findall(shown)]
            assert not missing, f"{page.address} {chart.anchor}: {figure} is not in the table"
