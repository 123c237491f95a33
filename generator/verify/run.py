"""Every fact of the data, looked up in the passage that its locator names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.verify import counts, names, plans, roles, rows, targets
from generator.verify.passages import Passages


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and what differs."""

    looked_at: dict[str, int]
    """Kind of fact → how many were looked up."""
    differences: tuple[Diagnostic, ...]


PARTS = {
    "plan": plans.check,
    "count": counts.check,
    "name": names.check,
    "role": roles.check,
    "figure": targets.check,
    "indicator": rows.check,
}
"""Each offers ``check(graph, passages)``, which yields ``None`` for a fact that stands and a diagnostic for one that does not."""


def verify(graph: Graph, passages: Passages) -> Verified:
    """Look up every fact of one plan.

    Args:
        graph: The linked data.
        passages: The plan's document.
    """
    looked_at: Counter[str] = Counter()
    differences: list[Diagnostic] = []
    for kind, finding in _all(graph, passages):
        looked_at[kind] += 1
        if finding is not None:
            differences.append(finding)
    return Verified(dict(looked_at), tuple(differences))


def _all(graph: Graph, passages: Passages) -> Iterator[tuple[str, Diagnostic | None]]:
    for kind, check in PARTS.items():
        for finding in check(graph, passages):
            yield kind, finding
