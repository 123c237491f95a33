"""Nothing is its own ancestor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Place, Region, Unit

RULE = "parent-cycle"


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report each record from which following ``parent`` leads back to itself."""
    shelves: tuple[Mapping[str, Region | Unit | Place], ...] = (graph.regions, graph.units, graph.places)
    for shelf in shelves:
        for record in shelf.values():
            seen, above = {record.id}, record.parent
            while above is not None and above in shelf and above not in seen:
                seen.add(above)
                above = shelf[above].parent
            if above == record.id:
                yield Diagnostic(graph.dataset.span(record, "parent"), RULE, f"“{record.id}”的上级绕了一圈又回到自己，请改正 parent")
