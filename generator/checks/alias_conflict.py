"""A name, alias or synonym belongs to one unit (or place) of a region: who types it must be led to one page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Place, Unit

RULE = "alias-conflict"


def _named(record: Unit | Place) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Everything that the record is called, with the path of its field."""
    yield record.name, ("name",)
    yield from ((alias, ("aliases", n)) for n, alias in enumerate(record.aliases))
    yield from ((synonym, ("synonyms", n)) for n, synonym in enumerate(record.synonyms))


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report a name that two records of a region claim, at the second of them."""
    shelves: tuple[tuple[str, tuple[Unit | Place, ...]], ...] = (
        ("单位", tuple(graph.units.values())),
        ("地方", tuple(graph.places.values())),
    )
    for word, records in shelves:
        owners: dict[tuple[str, str], Unit | Place] = {}
        for record in records:
            for name, path in _named(record):
                owner = owners.setdefault((record.region, name), record)
                if owner is record:
                    continue
                span = graph.dataset.span(record, *path)
                yield Diagnostic(
                    span, RULE, f"“{name}”已经是{word}“{owner.name}”（{owner.id}）的名称或别的叫法，同一地区里不能重复，请删去一个"
                )
