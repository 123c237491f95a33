"""A number is never without what it is counted in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Result, Target

RULE = "missing-measure"


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report a target's or a result's number without its measure."""
    counted: tuple[Target | Result, ...] = (*graph.targets.values(), *graph.dataset.all(Result).values())
    for record in counted:
        if record.value is not None and record.measure is None:
            message = f'数字 {record.value} 没有单位，请填写 measure，例如 measure: 万亩，或 measure: "%"'
            yield Diagnostic(graph.dataset.span(record, "value"), RULE, message)
