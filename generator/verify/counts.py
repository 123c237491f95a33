"""How many parts the document itself has: counted by the reader, never from the data."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.documents import Document
from generator.graph import Graph
from generator.verify.passages import Passages

RULE = "expected-differs"


def counts_of(document: Document) -> dict[str, int]:
    """Return what a document holds: chapters and sections, boxes, and numbered items (tasks and indicators alike).

    Headings without a number (a preface, an annex, a 名词解释) are no chapters. Those that the page lost are not counted: what the
    reader infers there is a guess that an editor may improve.
    """
    headings = [b for b in document.blocks if b.kind == "heading" and b.label and not b.inferred]
    return {
        "chapters": sum(b.level == "chapter" for b in headings),
        "sections": sum(b.level == "section" for b in headings),
        "boxes": sum(b.kind == "box" for b in document.blocks),
        "items": sum(b.kind == "item" for b in document.blocks),
    }


def check(graph: Graph, passages: Passages) -> Iterator[Diagnostic | None]:
    """Compare ``expected`` of the plan with what the reader counts."""
    plan = graph.plans[passages.plan]
    counted = counts_of(passages.document)
    for field, word in (("chapters", "章"), ("sections", "节"), ("boxes", "专栏")):
        wanted = getattr(plan.expected, field)
        if wanted is not None:
            span = graph.dataset.span(plan, "expected", field)
            message = f"读文件的程序数出 {counted[field]} 个{word}，这里写的是 {wanted} 个"
            yield None if wanted == counted[field] else Diagnostic(span, RULE, message)
    numbered = (plan.expected.tasks or 0) + (plan.expected.indicators or 0)
    if counted["items"] and plan.expected.tasks is not None and plan.kind == "scheme":
        span = graph.dataset.span(plan, "expected", "tasks")
        message = f"读文件的程序数出 {counted['items']} 个编号条目，任务和指标加起来写的是 {numbered} 个"
        yield None if numbered == counted["items"] else Diagnostic(span, RULE, message)
