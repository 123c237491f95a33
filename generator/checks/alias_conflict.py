"""A name or alias belongs to one unit (or place) of a region."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Place, Unit

RULE = "alias-conflict"


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report a name that two records of a region claim, at the second of them."""
    shelves: tuple[tuple[str, tuple[Unit | Place, ...]], ...] = (
        ("单位", tuple(graph.units.values())),
        ("地方", tuple(graph.places.values())),
    )
    for word, records in shelves:
        owners: dict[tuple[str, str], Unit | Place] = {}
        for record in records:
            named = [(record.name, ("name",)), *((alias, ("aliases", n)) for n, alias in enumerate(record.aliases))]
            for name, path in named:
                owner = owners.setdefault((record.region, name), record)
                if owner is record:
                    continue
                span = graph.dataset.span(record, *path)
                yield Diagnostic(span, RULE, f"“{name}”已经是{word}“{owner.name}”（{owner.id}）的名称或别名，同一地区里不能重复")
