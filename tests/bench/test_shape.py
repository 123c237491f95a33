"""Proportions: any number of tasks, in plans of the measured kinds."""

from __future__ import annotations

from random import Random

import pytest

from generator.bench.shape import KINDS, MEASURED, Shape, number_of, shapes, shared


@pytest.mark.parametrize("tasks", [10, 30, 843, 844, 845, 1000, 10_000])
def test_plans_hold_the_tasks_that_were_asked_for(tasks: int) -> None:
    assert sum(shape.tasks for shape in shapes(tasks)) == tasks
    assert all(shape.tasks and shape.chapters and shape.units and shape.places and shape.projects for shape in shapes(tasks))


def test_the_measured_size_has_the_measured_plans() -> None:
    assert shapes(MEASURED) == KINDS
    assert sum(shape.projects for shape in KINDS) == 788


def test_twice_the_tasks_are_twice_the_plans() -> None:
    assert shapes(2 * MEASURED) == KINDS + KINDS


def test_what_a_section_holds_is_never_divided_further_than_tasks() -> None:
    small = KINDS[4].scaled(3)
    assert (small.tasks, small.chapters, small.sections) == (3, 1, 1)
    assert isinstance(small, Shape)


def test_what_plans_share_grows_slower_than_tasks() -> None:
    before, after = shared(MEASURED), shared(4 * MEASURED)
    assert (before.topics, before.audiences, before.terms, before.definitions) == (73, 38, 394, 40)
    assert (after.topics, after.audiences, after.terms, after.definitions) == (73, 38, 788, 80)


def test_counts_are_drawn_as_often_as_they_were_met() -> None:
    chance = Random(1)
    drawn = [number_of(chance, (3, 0, 1)) for _ in range(4000)]
    assert 1 not in drawn
    assert drawn.count(0) / len(drawn) == pytest.approx(0.75, abs=0.04)
