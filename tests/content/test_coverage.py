"""What must hold of any content: nothing differs from the documents, and nothing of them is left out without a word."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator.dataset import read_dataset
from generator.graph import Graph, link
from generator.model import Division, Verification
from generator.verify import Passages, ledger_of, read_sources, verify
from generator.verify.paragraphs import Account, account

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
WHOLE = ("headings", "items", "rows", "boxes", "responsibility", "paragraphs")
MOST = ("figures", "projects")
SHARE = 0.97
BACKGROUND = 0.05


@cache
def texts() -> tuple[Graph, dict[str, Passages]]:
    graph = link(read_dataset(ROOT)[0])
    return graph, dict(read_sources(graph, SOURCES)[0]) if SOURCES.is_dir() else {}


def plans() -> list[str | None]:
    return [*texts()[1]] or [None]


@pytest.fixture(params=plans(), ids=lambda plan: plan or "no-text")
def plan(request: pytest.FixtureRequest) -> str:
    if request.param is None:
        pytest.skip(f"no official text at {SOURCES} has the sha256 of a document in data/")
    found: str = request.param
    return found


def test_no_fact_differs_from_its_passage(plan: str) -> None:
    graph, passages = texts()
    assert verify(graph, passages[plan]).differences == ()


def test_the_record_of_the_comparison_is_that_of_today(plan: str) -> None:
    """``verification.yml`` is what the site shows; it must not praise yesterday's data."""
    graph, passages = texts()
    kept = graph.dataset.all(Verification)[f"{plan}-verification"]
    assert {count.kind: count.number for count in kept.facts} == verify(graph, passages[plan]).looked_at
    counts = ledger_of(graph, passages[plan]).counts
    assert {c.what: (c.found, c.represented) for c in kept.coverage} == {what: (c.found, c.represented) for what, c in counts.items()}


def test_structure_is_there_in_full(plan: str) -> None:
    graph, passages = texts()
    counts = ledger_of(graph, passages[plan]).counts
    assert {what: counts[what].found - counts[what].represented for what in WHOLE} == dict.fromkeys(WHOLE, 0)


@pytest.mark.parametrize("what", MOST)
def test_nearly_every_figure_and_project_is_there(what: str) -> None:
    """Over all plans, since a plan may name eight projects."""
    graph, passages = texts()
    if not passages:
        pytest.skip(f"{SOURCES} is not there")
    counts = [ledger_of(graph, own).counts[what] for own in passages.values()]
    assert sum(c.represented for c in counts) >= SHARE * sum(c.found for c in counts)


def test_what_is_left_out_is_explained_one_by_one(plan: str) -> None:
    graph, _ = texts()
    silent = [place.starts for place in graph.dataset.all(Verification)[f"{plan}-verification"].open if not place.reason]
    assert silent == []


def _chapter_of(graph: Graph, passages: Passages, one: Account) -> Division | None:
    """The chapter, preface or annex in which a paragraph stands."""
    outer = [d for d in graph.divisions.values() if d.plan == passages.plan and d.kind in {"chapter", "preface", "annex"}]
    before = [(at.start, d) for d in outer if (at := passages.of(d.source)) is not None and at.start <= one.block.start]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def test_background_is_rare_outside_the_chapters_that_are_background() -> None:
    """A chapter without any task looks back or around as a whole; elsewhere a paragraph that asks for nothing is the exception."""
    graph, passages = texts()
    if not passages:
        pytest.skip(f"{SOURCES} is not there")
    working = [
        one
        for own in passages.values()
        for one in account(graph, own)
        if (chapter := _chapter_of(graph, own, one)) is not None and graph.tasks_within(chapter)
    ]
    aside = [one for one in working if one.by in {"background", "set-aside"}]
    assert len(working) > 300
    assert len(aside) <= BACKGROUND * len(working)


def test_every_mark_of_background_gives_its_reason() -> None:
    graph, _ = texts()
    marks = [(d.id, mark.reason) for d in graph.divisions.values() for mark in d.background]
    assert [identifier for identifier, reason in marks if len(reason) < 5] == []
