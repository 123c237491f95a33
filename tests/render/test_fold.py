"""Where the essentials of a page end."""

from __future__ import annotations

import pytest

from generator.graph import Graph
from generator.model.site import Site
from generator.pages import build_pages
from generator.pages.blocks import (
    Block,
    Heading,
    Lead,
    Prose,
)
from generator.pages.page import Page
from generator.render.fold import ESSENTIAL, fold
from generator.site.project import Project


def page(*blocks: Block, kind: str = "task", address: str = "tasks/x/") -> Page:
    return Page(address, "x", (), (), blocks, record=(kind, "x") if kind else None)


MEANING, MEASURES, SUB = Heading("a", "meaning"), Heading("b", "measures"), Heading("c", "c", 3)


@pytest.mark.parametrize(
    ("shown", "index"),
    [
        (page(Lead("x"), MEANING, Prose(("y",)), MEASURES, Prose(("z",))), 3),
        (page(Lead("x"), MEASURES), 1),
        (page(Lead("x"), MEANING, SUB, Prose(("y",))), None),
        (page(Lead("x")), None),
        (page(Lead("x"), MEASURES, kind=""), None),
        (page(Lead("x"), MEASURES, kind="", address=""), 1),
        (page(Heading("a", "s01"), Heading("b", "s02"), Heading("c", "units"), kind="division"), 2),
    ],
)
def test_fold(shown: Page, index: int | None) -> None:
    assert fold(shown) == index


def test_an_anchor_must_match_as_a_whole() -> None:
    assert fold(page(Heading("a", "meaningless"))) == 0


def pages_of(graph: Graph, project: Project) -> list[Page]:
    site = project.site
    assert isinstance(site, Site)
    return build_pages(graph, site, project.written)


def test_every_kind_keeps_something_and_folds_something(tiny_graph: Graph, tiny_project: Project) -> None:
    """A section that is renamed would otherwise fold, or stay, unseen."""
    pages = pages_of(tiny_graph, tiny_project)
    kept: dict[str, bool] = {}
    for shown in pages:
        kind = "home" if shown.address == "" else shown.record[0] if shown.record else ""
        index = fold(shown)
        assert index is None or index > 0, f"{shown.address} would show nothing"
        kept[kind] = kept.get(kind, False) or index is not None
    assert {kind for kind, folds in kept.items() if folds} == set(ESSENTIAL)
