"""More than a thousand wrong facts in the scheme of Alxa Right Banner, and how many of them are found."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator import checks
from generator.dataset import read_dataset
from generator.diagnostics import Diagnostic
from generator.graph import Graph, link
from generator.verify import Passages, ledger_of, read_sources, verify
from generator.verify.ledger import Gap
from tests.conftest import ROOT
from tests.verify.mutations import KINDS, Change, Mutator
from tests.verify.past import past_as_targets

SOURCES = ROOT.parent / "shared" / "sources"
PLAN = "alxa-right-145"
SEED = 145
LEAST = 1_000
OVERALL, OF_A_KIND = 0.99, 0.97
REPORTS = (
    ("001_3e4f07611e85fb5a.txt", "hure-145", "outline", (2021, 2025)),
    ("002_f572882625c485d1.txt", "alxa-left-2020", "report", (2020, 2020)),
)
PAST = "a past result as a target"


@dataclass
class Tally:
    """What was made and what of it was found, kind by kind."""

    made: dict[str, int] = field(default_factory=dict)
    missed: dict[str, list[str]] = field(default_factory=dict)

    def take(self, kind: str, told: str, found: bool) -> None:
        self.made[kind] = self.made.get(kind, 0) + 1
        missed = self.missed.setdefault(kind, [])
        if not found:
            missed.append(told)

    def share(self, kind: str) -> float:
        return 1 - len(self.missed[kind]) / self.made[kind]

    @property
    def whole(self) -> float:
        return 1 - sum(map(len, self.missed.values())) / sum(self.made.values())

    def lines(self) -> Iterator[str]:
        for kind, made in self.made.items():
            yield f"{kind:<46}{made:>6}{made - len(self.missed[kind]):>8}{100 * self.share(kind):>8.1f}%"
        made = sum(self.made.values())
        yield f"{'all':<46}{made:>6}{made - sum(map(len, self.missed.values())):>8}{100 * self.whole:>8.1f}%"


class Judge:
    """Says whether a change is noticed: by the comparison first, then by the checks, then by the ledger."""

    def __init__(self, graph: Graph, passages: Passages) -> None:
        self.graph, self.passages = graph, passages
        self.differences: frozenset[Diagnostic] = frozenset(verify(graph, passages).differences)
        self.errors: frozenset[Diagnostic] = frozenset(checks.run(graph))
        self.gaps: frozenset[Gap] = frozenset(ledger_of(graph, passages).gaps)

    def differs(self, change: Change) -> bool:
        return self._differs(link(change.made(self.graph.dataset)))

    def _differs(self, graph: Graph) -> bool:
        return not self.differences.issuperset(verify(graph, self.passages).differences)

    def notices(self, change: Change) -> bool:
        graph = link(change.made(self.graph.dataset))
        return (
            self._differs(graph)
            or not self.errors.issuperset(checks.run(graph))
            or not self.gaps.issuperset(ledger_of(graph, self.passages).gaps)
        )


def official(name: str = "") -> Path:
    """Return the folder of official documents, or one of them."""
    path = SOURCES / name
    if not path.exists():
        pytest.skip(f"no official text at {path}: it is not ours to publish and lies outside the repository")
    return path


@pytest.fixture(scope="module")
def judge() -> Judge:
    graph = link(read_dataset(ROOT)[0])
    passages, _ = read_sources(graph, official())
    if PLAN not in passages:
        pytest.skip(f"no file at {SOURCES} has the sha256 of the document of {PLAN}")
    return Judge(graph, passages[PLAN])


def test_the_data_as_it_is_has_no_difference(judge: Judge) -> None:
    assert judge.differences == frozenset()
    assert judge.gaps == frozenset()


def test_wrong_facts_are_found(judge: Judge, capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally()
    mutator = Mutator(judge.graph, PLAN, SEED)
    for kind, (make, most) in KINDS.items():
        for change in mutator.sample(make, most):
            tally.take(kind, change.told, judge.notices(change))
    for name, plan, form, period in REPORTS:
        graph, passages, changes = past_as_targets(official(name), plan, form, period)
        reports = Judge(graph, passages)
        for change in changes:
            tally.take(PAST, change.told, reports.differs(change))
    missed = [f"  not found: {kind}: {told}" for kind, tolds in tally.missed.items() for told in tolds]
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join([*tally.lines(), *missed]) + "\n")
    assert sum(tally.made.values()) >= LEAST
    assert set(tally.made) == {*KINDS, PAST}
    assert tally.whole >= OVERALL
    assert {kind: tally.share(kind) for kind in tally.made if tally.share(kind) < OF_A_KIND} == {}
