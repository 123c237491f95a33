"""An id that was ever public stays: as its record, or as a redirect (DESIGN §2)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph, redirect_of
from generator.model.identity import HISTORY, KINDS

RULE = "lost-id"


def _remedy(identifier: str, to: str) -> str:
    return f"在 data/redirects.yml 里加一条：{{from: {identifier}, to: {to}, since: 停用的日期, reason: 为什么停用}}"


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report ids of the list of published records that are neither a record nor a redirect, and those that another kind took over."""
    if graph.dataset.unread:
        return  # what stands in a file that cannot be read is not lost; the reader reports the file
    records = graph.dataset.records
    for (kind, identifier), span in graph.dataset.published.items():
        if kind in HISTORY or identifier in records.get(kind, {}) or graph.dataset.was_rejected((kind,), identifier):
            continue
        if redirect_of(graph, kind, identifier) is not None:
            continue
        word = KINDS[kind]
        takers = [other for other in graph.find(("*",), identifier) if (other.KIND, identifier) not in graph.dataset.published]
        if takers:
            message = f"编号“{identifier}”以前是公开过的{word}，不能再给{KINDS[takers[0].KIND]}用。请给它换一个新编号，"
            yield Diagnostic(graph.dataset.span(takers[0], "id"), RULE, f"{message}再{_remedy(identifier, '现在的编号')}")
        else:
            message = f"{word}“{identifier}”公开过，别人可能存着它的地址，现在数据里没有了。请恢复它；确实要停用，就"
            yield Diagnostic(span, RULE, message + _remedy(identifier, "现在的编号或地址"))
