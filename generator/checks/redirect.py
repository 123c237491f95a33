"""A redirect leads somewhere, at once, from what is no longer there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Record, Redirect
from generator.model.identity import FIXED_PAGES, FOLDERS, HISTORY, KINDS, RECORD_FOLDERS
from generator.text.nearest import proposal

RULE = "redirect"
FOLDER_KINDS = {folder: kind for kind, folder in FOLDERS.items()}


def at_address(graph: Graph, address: str) -> Record | None:
    """Return the record whose page has this address."""
    first, *rest = address.rstrip("/").split("/")
    if len(rest) == 1 and first in FOLDER_KINDS:
        return graph.dataset.records[FOLDER_KINDS[first]].get(rest[0])
    if len(rest) == 2 and first == "plans":
        return graph.divisions.get("-".join(rest))
    return None


def _is_made(address: str) -> bool:
    """Say whether an address without a record may be there: a page that every site has, or a hand-written one, which the engine checks."""
    first, *rest = address.rstrip("/").split("/")
    if rest:
        return first in FIXED_PAGES and first not in RECORD_FOLDERS.values()
    return first in FIXED_PAGES or first in FOLDER_KINDS or first not in RECORD_FOLDERS.values()


def _whither(graph: Graph, redirect: Redirect) -> Iterator[str]:
    """Say what is wrong with where a redirect leads."""
    if redirect.to in {other.from_ for other in graph.redirects.values()}:
        yield f"“{redirect.to}”自己也停用了；请写最后的去处，不要一个转一个"
    elif redirect.to.endswith("/"):
        if at_address(graph, redirect.to) is None and not _is_made(redirect.to):
            yield f"本站没有“{redirect.to}”这个地址；请写现有的地址，或者记录的编号"
    elif not graph.find(("*",), redirect.to) and not graph.dataset.was_rejected(("*",), redirect.to):
        every = {identifier for kind, shelf in graph.dataset.records.items() if kind not in HISTORY for identifier in shelf}
        yield f"没有编号为“{redirect.to}”的记录{proposal(redirect.to, every)}"


def _whence(graph: Graph, redirect: Redirect) -> Iterator[str]:
    """Say whether what a redirect retires is still there."""
    if redirect.from_.endswith("/"):
        record = at_address(graph, redirect.from_)
        if record is not None:
            yield f"“{redirect.from_}”还是{KINDS[record.KIND]}“{record.id}”的地址，不能转向别处"
        return
    found = graph.find(("*",), redirect.from_)
    gone = any(identifier == redirect.from_ and not graph.find((kind,), identifier) for kind, identifier in graph.dataset.published)
    if found and not gone:
        yield f"编号“{redirect.from_}”还是{KINDS[found[0].KIND]}，不能同时停用；停用的编号也不能再给别的记录用"


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report redirects to nothing, chains of them, and redirects from what still exists."""
    for redirect in graph.redirects.values():
        for message in _whither(graph, redirect):
            yield Diagnostic(graph.dataset.span(redirect, "to"), RULE, message)
        for message in _whence(graph, redirect):
            yield Diagnostic(graph.dataset.span(redirect, "from"), RULE, message)
