"""The files that all plans share: regions, topics, kinds of people, terms and definitions of indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from generator.bench.names import Named, named_words
from generator.bench.prose import TERMS, passage, phrase
from generator.bench.shape import Shared
from generator.bench.vocabulary import MEASURES, NOUNS
from generator.importing.yaml_out import Tree

GROUPS: Final = ("生活", "产业", "城乡", "生态", "治理")
PREFECTURE: Final = "synthetic"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What all plans share, as they name it."""

    topics: tuple[Named, ...]
    audiences: tuple[Named, ...]
    terms: tuple[Named, ...]
    definitions: tuple[Named, ...]


def catalogue(shared: Shared) -> Catalogue:
    """Name what all plans share.

    Args:
        shared: How much there is of it.
    """
    return Catalogue(
        named_words("topics", shared.topics, ("N", "NN", "AN")),
        named_words("audiences", shared.audiences, ("N户", "AN人", "N人")),
        named_words("terms", shared.terms, TERMS, NOUNS),
        named_words("definitions", shared.definitions, ("NN率", "ANN", "NNN")),
    )


def _chance(kind: str, named: Named) -> Random:
    return Random(f"{kind} {named.id}")  # noqa: S311 - data for a benchmark


def _subject(kind: str, named: Named, order: int) -> Tree:
    chance = _chance(kind, named)
    synonyms = dict.fromkeys(phrase(chance, ("N", "NN", "R", "AN", "RN")) for _ in range(chance.randint(3, 9)))
    summary = passage(chance, 12, 26, 60)
    return {"id": named.id, "name": named.name, "order": order, "summary": summary, "synonyms": list(synonyms)}


def _topic(named: Named, order: int) -> Tree:
    return _subject("topic", named, order) | {"group": GROUPS[order % len(GROUPS)], "featured": order % 5 == 0}


def _term(named: Named, topics: Sequence[Named]) -> Tree:
    chance = _chance("term", named)
    aliases = [f"{named.name}{end}" for end in ("之事", "之类") if chance.random() < 0.15]
    return {
        "id": named.id,
        "term": named.name,
        "explanation": passage(chance, 18, 33, 60),
        "basis": chance.choice(("document", "general")),
        "aliases": aliases,
        "topics": [chance.choice(topics).id],
    }


def _definition(named: Named, topics: Sequence[Named]) -> Tree:
    chance = _chance("definition", named)
    return {
        "id": named.id,
        "name": named.name,
        "quantity": "share" if named.name.endswith("率") else "level",
        "measure": "%" if named.name.endswith("率") else chance.choice(MEASURES[1:]),
        "topic": chance.choice(topics).id,
        "explanation": passage(chance, 18, 33, 60),
        "direction": chance.choice(("higher", "lower", "none")),
    }


def _regions(counties: Sequence[Named]) -> list[Tree]:
    above: Tree = {"id": PREFECTURE, "name": "合成盟", "level": "prefecture"}
    return [above, *({"id": c.id, "name": c.name, "level": "county", "parent": PREFECTURE} for c in counties)]


def shared_files(held: Catalogue, counties: Sequence[Named]) -> dict[str, Tree]:
    """Return the files that all plans share: name below ``data/`` → its value.

    Args:
        held: What they describe.
        counties: The regions.
    """
    return {
        "regions.yml": {"regions": _regions(counties)},
        "topics.yml": {"topics": [_topic(t, n) for n, t in enumerate(held.topics, 1)]},
        "audiences.yml": {"audiences": [_subject("audience", a, n) for n, a in enumerate(held.audiences, 1)]},
        "terms.yml": {"terms": [_term(t, held.topics) for t in held.terms]},
        "indicator-definitions.yml": {"indicator_definitions": [_definition(d, held.topics) for d in held.definitions]},
    }
