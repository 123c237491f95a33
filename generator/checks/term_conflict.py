"""A word has one explanation wherever it is read; homonyms are told apart by their scope."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Term

RULE = "term-conflict"


def _overlap(one: Term, other: Term) -> bool:
    if not one.scope or not other.scope:
        return not one.scope and not other.scope
    return any(a == b or a.startswith(b + "-") or b.startswith(a + "-") for a in one.scope for b in other.scope)


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report a word that two terms explain for the same pages."""
    owners: dict[str, list[Term]] = {}
    for term in graph.terms.values():
        for word in (term.term, *term.aliases):
            for other in owners.get(word, []):
                if other is not term and _overlap(term, other):
                    yield Diagnostic(graph.dataset.span(term), RULE, f"“{word}”已经由“{other.id}”解释了；意思不同的话请写 scope")
            owners.setdefault(word, []).append(term)
