"""Nothing is related to itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph, references

RULE = "self-reference"


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report a record that names itself (parents are parent-cycle's)."""
    for shelf in graph.dataset.records.values():
        for record in shelf.values():
            for ref in references(record):
                if ref.id == record.id and (record.KIND in ref.kinds or "*" in ref.kinds) and ref.path != ("parent",):
                    yield Diagnostic(graph.dataset.span(record, *ref.path), RULE, f"“{record.id}”不能引用自己")
