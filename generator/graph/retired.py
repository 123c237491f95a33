"""What is no longer in the data but was public, and where it leads now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.graph import Graph
from generator.model import Redirect
from generator.model.identity import HISTORY, LOCAL_ID

OWNERS = ("plan", "division", "task", "indicator-row", "project")
"""Kinds whose ids begin the ids of what belongs to them: with a task its targets are retired, with a plan all of it."""


def redirect_of(graph: Graph, kind: str, identifier: str) -> Redirect | None:
    """Return where a retired id leads: by its own redirect, or by that of the record it belonged to.

    Args:
        graph: The linked data.
        kind: The kind that the record had.
        identifier: Its id.
    """
    found = graph.redirects.get(identifier)
    if found is not None and found.from_ == identifier:
        return found
    owner = identifier
    while kind in LOCAL_ID and "-" in owner:
        owner = owner.rpartition("-")[0]
        above = graph.redirects.get(owner)
        if above is not None and above.from_ == owner and any((k, owner) in graph.dataset.published for k in OWNERS):
            return above
    return None


def retired(graph: Graph) -> Iterator[tuple[str, str, Redirect]]:
    """Yield kind, id and redirect of every record that was public and is not in the data any more.

    A redirect whose id stands in no list of published records gets the kind of the record that it leads to.
    """
    listed = set()
    for kind, identifier in graph.dataset.published:
        if kind in HISTORY or identifier in graph.dataset.records.get(kind, {}):
            continue
        found = redirect_of(graph, kind, identifier)
        if found is not None:
            listed.add(found.from_)
            yield kind, identifier, found
    for redirect in graph.redirects.values():
        if redirect.from_ not in listed and not redirect.from_.endswith("/"):
            for record in graph.find(("*",), redirect.to)[:1]:
                yield record.KIND, redirect.from_, redirect
