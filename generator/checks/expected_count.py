"""The data holds as many chapters, tasks and indicators as were counted in the document.

Divisions whose headings the document lost (``inferred``) are an editor's and cannot be counted in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph

RULE = "expected-count"
WORDS = {"chapters": "章", "sections": "节", "tasks": "任务", "indicators": "指标", "boxes": "专栏"}


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report every count that differs from ``expected``."""
    for plan in graph.plans.values():
        if graph.dataset.lacks_some_of(plan.id):
            continue
        divisions = [d for d in graph.back.divisions_of_plan.get(plan.id, ()) if not d.inferred]
        counted = {
            "chapters": sum(d.kind == "chapter" for d in divisions),
            "sections": sum(d.kind == "section" for d in divisions),
            "tasks": len(graph.back.tasks_of_plan.get(plan.id, ())),
            "indicators": len(graph.back.rows.get(plan.id, ())),
            "boxes": len(graph.back.boxes.get(plan.id, ())),
        }
        for field, word in WORDS.items():
            wanted = getattr(plan.expected, field)
            if wanted is not None and wanted != counted[field]:
                span = graph.dataset.span(plan, "expected", field)
                yield Diagnostic(
                    span, RULE, f"原文有 {wanted} 个{word}，数据里有 {counted[field]} 个；请补上或删去，原来数错了就改 {field}"
                )
