"""A reference names a record that exists, and only one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph, references
from generator.model.base import Source
from generator.model.identity import HISTORY, KINDS
from generator.text.nearest import nearest, proposal

RULE = "unresolved-reference"


def _candidates(graph: Graph, kinds: tuple[str, ...]) -> dict[str, str]:
    """Map what a person could have meant, ids and names alike, to the id."""
    wanted = [kind for kind in graph.dataset.records if kind not in HISTORY] if "*" in kinds else kinds
    shelves = {kind: graph.dataset.records.get(kind, {}) for kind in wanted}
    found: dict[str, str] = {}
    for shelf in shelves.values():
        for identifier, record in shelf.items():
            found[identifier] = identifier
            for name in (getattr(record, "name", None), *getattr(record, "aliases", ())):
                if name:
                    found.setdefault(name, identifier)
    return found


def _documents(graph: Graph) -> Iterator[Diagnostic]:
    """Report locators in documents that the plan does not describe."""
    for shelf in graph.dataset.records.values():
        for record in shelf.values():
            plan = graph.plans.get(getattr(record, "plan", ""))
            sources: list[tuple[tuple[str | int, ...], object]] = [(("source",), getattr(record, "source", None))]
            sources += [(("sources", n), s) for n, s in enumerate(getattr(record, "sources", ()))]
            for path, source in sources:
                known = {d.id: d.id for d in plan.documents} if plan else {}
                if plan is None or not isinstance(source, Source) or source.document is None or source.document in known:
                    continue
                span = graph.dataset.span(record, *path, "document")
                yield Diagnostic(span, RULE, f"规划里没有编号为“{source.document}”的文件{proposal(source.document, known)}")


def _advice(written: str, wanted: str, near: list[str], candidates: dict[str, str]) -> str:
    """Propose the nearest id. A name in an id's place may be of something that is not there at all: say so."""
    if not near:
        return f"；请先登记这个{wanted}，或改成已有的编号"
    proposed = candidates[near[0]]
    if written.isascii():
        return f"；是不是“{proposed}”？"
    if near[0] == written:
        return f"；这里要写编号，不写名称，请改成“{proposed}”"
    return f"；这里要写编号。是不是“{proposed}”（{near[0]}）？都不是的话，请先登记这个{wanted}"


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report references to nothing with the nearest valid id, and ids that two kinds share where any kind may stand."""
    yield from _documents(graph)
    cache: dict[tuple[str, ...], dict[str, str]] = {}
    for shelf in graph.dataset.records.values():
        for record in shelf.values():
            for ref in references(record):
                if ref.path == ("plan",):
                    continue  # given by the folder; plan-folder reports it once
                found = graph.find(ref.kinds, ref.id)
                if len(found) == 1 or (not found and graph.dataset.was_rejected(ref.kinds, ref.id)):
                    continue  # a record that could not be read is reported where it stands
                span = graph.dataset.span(record, *ref.path)
                if found:
                    words = "、".join(KINDS[other.KIND] for other in found)
                    yield Diagnostic(span, RULE, f"编号“{ref.id}”同时是{words}，分不清指哪一个，请换一个编号")
                    continue
                candidates = cache.setdefault(ref.kinds, _candidates(graph, ref.kinds))
                near = nearest(ref.id, candidates)
                wanted = "记录" if "*" in ref.kinds else "或".join(KINDS[kind] for kind in ref.kinds)
                yield Diagnostic(span, RULE, f"没有编号为“{ref.id}”的{wanted}" + _advice(ref.id, wanted, near, candidates))
