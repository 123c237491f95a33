"""Indicator rows: name, figures, attribute and data providers stand in their line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic
from generator.documents import RoleFinding
from generator.graph import Graph
from generator.model import Indicator, Unit
from generator.model.base import Figure
from generator.text.numbers import plain
from generator.text.widths import folded
from generator.verify.figures import operator_fits, printed_numbers
from generator.verify.names import NO_PASSAGE, excerpt
from generator.verify.passages import Passage, Passages
from generator.verify.roles import units_by_name

RULE = "indicator-differs"


def _figure(row: Indicator, figure: Figure, passage: Passage) -> str | None:
    """Return what is wrong with one figure of a row, if anything."""
    text = passage.folded
    if folded(figure.text) not in text:
        return f"原文这一行里没有“{figure.text}”，原文是“{excerpt(passage.text)}”"
    for value in (figure.value, figure.value_max):
        if value is None:
            continue
        if not any(abs(n.value - value) < 1e-9 for n in printed_numbers(folded(figure.text))):
            return f"“{row.name}”的数字 {plain(value)} 和原文“{figure.text}”不同"
    at = text.find(folded(figure.text))
    if figure.value is not None and figure.operator not in {"reach", "text"}:
        inside = [n for n in printed_numbers(text) if at <= n.start < at + len(folded(figure.text)) and abs(n.value - figure.value) < 1e-9]
        if inside and not operator_fits(text, inside[0], figure.operator):
            return f"“{figure.text}”的比较符号不是“{figure.operator}”"
    return None


def _named(finding: RoleFinding, known: Mapping[str, Unit]) -> Unit | None:
    return known.get(folded(finding.name)) or known.get(folded(finding.printed))


def _providers(graph: Graph, passages: Passages, row: Indicator, passage: Passage) -> Iterator[Diagnostic | None]:
    known = units_by_name(graph, passages.plan)
    printed = [f for f in passage.roles if f.role == "provider"]
    named = {unit.id for f in printed if (unit := _named(f, known)) is not None}
    for number, provider in enumerate(row.providers):
        span = graph.dataset.span(row, "providers", number)
        name = graph.units[provider].name if provider in graph.units else provider
        yield None if provider in named else Diagnostic(span, RULE, f"原文没有写“{row.name}”由“{name}”提供数据")
    missing = [f.printed for f in printed if _named(f, known) is None]
    missing += [graph.units[identifier].name for identifier in sorted(named - set(row.providers))]
    for name in missing:
        yield Diagnostic(graph.dataset.span(row, "providers"), RULE, f"原文写“{row.name}”由“{name}”提供数据，数据里没有")


def check(graph: Graph, passages: Passages) -> Iterator[Diagnostic | None]:
    """Look up every indicator row of the plan."""
    for row in graph.back.rows.get(passages.plan, ()):
        passage = passages.of(row.source)
        if passage is None:
            yield Diagnostic(graph.dataset.span(row, "source"), NO_PASSAGE, f"原文里找不到以“{row.source.starts}”开头的段落")
            continue
        text = passage.folded
        stands = folded(row.name) in text and (row.number is None or text.startswith(str(row.number)))
        span = graph.dataset.span(row, "name")
        yield None if stands else Diagnostic(span, RULE, f"指标“{row.name}”和原文不同，原文是“{excerpt(passage.text)}”")
        for field in ("base", "target", "growth"):
            figure = getattr(row, field)
            if figure is not None:
                wrong = _figure(row, figure, passage)
                yield None if wrong is None else Diagnostic(graph.dataset.span(row, field), RULE, wrong)
        if row.attribute:
            yield None if row.attribute in text else Diagnostic(graph.dataset.span(row, "attribute"), RULE, f"原文没有写{row.attribute}")
        yield from _providers(graph, passages, row, passage)
        yield _silent(graph, row, passage)


def _silent(graph: Graph, row: Indicator, passage: Passage) -> Diagnostic | None:
    """A row without any figure is right only where the document prints none behind the name."""
    if row.base or row.target or row.growth:
        return None
    first = passage.folded.split(folded(row.name), 1)[-1].split("数据提供单位", 1)[0]
    if any(printed_numbers(first)):
        return Diagnostic(graph.dataset.span(row), RULE, f"原文给“{row.name}”写了数，数据里没有")
    return None
