"""The text of invented data: as long as real text, and with as many different pairs of characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from random import Random
from statistics import mean

import pytest

from generator.bench.data import data_files
from generator.bench.prose import STEPS, opening, passage, phrase, title
from generator.bench.vocabulary import characters, tail
from generator.model import Task
from generator.search import segmented
from generator.site.project import read_project
from generator.source import load
from tests.conftest import ROOT


def _texts(tasks: Iterable[tuple[str, str, str, tuple[str, ...]]]) -> list[str]:
    return ["。".join((name, summary, meaning, *measures)) for name, summary, meaning, measures in tasks]


def _of(task: Task) -> tuple[str, str, str, tuple[str, ...]]:
    return task.title, task.summary, task.meaning or "", task.measures


@pytest.fixture(scope="module")
def real() -> list[Task]:
    return list(read_project(ROOT, {}).graph.tasks.values())


@pytest.fixture(scope="module")
def invented() -> list[tuple[str, str, str, tuple[str, ...]]]:
    found = []
    for name, text in data_files(844):
        source, _ = load(text.encode(), name)
        sections = source.value.get("children", ()) if source and isinstance(source.value, dict) else ()
        for entry in (task for section in sections for task in section["tasks"]):
            found.append((entry["title"], entry["summary"], entry["meaning"], tuple(entry["measures"])))
    return found


def test_texts_are_as_long_as_real_ones(real: list[Task], invented: list[tuple[str, str, str, tuple[str, ...]]]) -> None:
    assert len(invented) == 844
    for number, often in ((0, 0.1), (1, 0.1), (2, 0.1)):
        wanted, got = (mean(len(str(task[number])) for task in tasks) for tasks in (map(_of, real), invented))
        assert got == pytest.approx(wanted, rel=often)
    wanted, got = (mean(len(m) for task in tasks for m in task[3]) for tasks in (map(_of, real), invented))
    assert got == pytest.approx(wanted, rel=0.15)


def test_texts_have_as_many_different_tokens_as_real_ones(real: list[Task], invented: list[tuple[str, str, str, tuple[str, ...]]]) -> None:
    wanted, got = (Counter(w for text in _texts(tasks) for w in segmented(text).split()) for tasks in (map(_of, real), invented))
    assert sum(got.values()) == pytest.approx(sum(wanted.values()), rel=0.15)
    assert len(got) == pytest.approx(len(wanted), rel=0.2)


def test_tokens_stand_in_as_many_texts_as_real_ones(real: list[Task], invented: list[tuple[str, str, str, tuple[str, ...]]]) -> None:
    """What a question loads grows with the number of texts that have its words: frequent ones must not be too frequent, nor rare ones."""
    ranked = []
    for tasks in (map(_of, real), invented):
        counts = Counter(w for text in _texts(tasks) for w in set(segmented(text).split()) if len(w) == 2)
        ranked.append(sorted(counts.values(), reverse=True))
    for rank in (0, 10, 100, 1000, 3000, 10_000):
        assert 0.5 <= ranked[1][rank] / ranked[0][rank] <= 2, rank


def test_a_passage_keeps_its_bounds() -> None:
    for seed in range(300):
        assert 42 <= len(passage(Random(seed), 42, 82, 150)) <= 150


def test_the_same_chance_says_the_same() -> None:
    assert title(Random("a")) == title(Random("a"))
    assert phrase(Random("a"), STEPS) != phrase(Random("b"), STEPS)


def test_a_locator_has_sixteen_characters_at_most() -> None:
    assert opening("一" * 40) == "一" * 16
    assert opening("短") == "短"


def test_made_up_words_are_pairs_of_common_characters() -> None:
    known = set(characters())
    assert len(known) == len(characters())
    assert all(len(word) == 2 and set(word) <= known for word in tail())
