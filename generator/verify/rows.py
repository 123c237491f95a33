"""Indicator rows: name, figures, attribute and data providers stand in their line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic
from generator.documents import RoleFinding
from generator.graph import Graph
from generator.model import Indicator, Unit
from generator.model.base import Figure
from generator.text.numbers import plain
from generator.text.widths import folded
from generator.verify.figures import TOLERANCE, Printed, operator_fits, printed_numbers
from generator.verify.names import NO_PASSAGE, excerpt
from generator.verify.passages import Passage, Passages
from generator.verify.roles import units_by_name

RULE = "indicator-differs"
_STATED = re.compile(r"[|:]*(?:达到|控制|完成|实现|保持|高于|低于|按)")
"""Words that state a value without a number: 达到盟要求."""


def _same(printed: Printed, text: str, value: float) -> bool:
    """Say whether a printed number is this value, its sign included."""
    sign = -1 if printed.start and text[printed.start - 1] == "-" and value < 0 else 1
    return abs(sign * printed.value - value) < TOLERANCE


def _place(figure: Figure, passage: Passage, table: str) -> tuple[str, int] | None:
    """Return the text in which a figure is judged and where it begins there: its cell, its line, or a cell merged over rows."""
    said, text = folded(figure.text), passage.folded
    cells = text.split("|")
    if len(cells) > 2:
        spans_rows = said in folded(table).split("|") and "" in cells[:-1]
        return (said, 0) if said in cells or spans_rows else None
    at = text.find(said)
    return (text, at) if at >= 0 else None


def _figure(row: Indicator, figure: Figure, passage: Passage, table: str) -> str | None:
    """Return what is wrong with one figure of a row, if anything."""
    said, place = folded(figure.text), _place(figure, passage, table)
    if place is None:
        return f"原文这一行里没有“{figure.text}”，原文是“{excerpt(passage.text)}”"
    for value in (figure.value, figure.value_max):
        if value is not None and not any(_same(n, said, value) for n in printed_numbers(said)):
            return f"“{row.name}”的数字 {plain(value)} 和原文“{figure.text}”不同"
    text, at = place
    if figure.value is not None and figure.operator not in {"reach", "text"}:
        inside = [n for n in printed_numbers(text) if at <= n.start < at + len(said) and _same(n, text, figure.value)]
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
        text, table = passage.folded, passages.table_around(passage.start)
        stands = folded(row.name) in text and (row.number is None or text.startswith(str(row.number)))
        span = graph.dataset.span(row, "name")
        yield None if stands else Diagnostic(span, RULE, f"指标“{row.name}”和原文不同，原文是“{excerpt(passage.text)}”")
        for field in ("base", "target", "growth"):
            figure = getattr(row, field)
            if figure is not None:
                place = passages.of(figure.source) if figure.source else passage
                missing = f"原文里找不到以“{figure.source.starts}”开头的段落" if figure.source and place is None else None
                wrong = missing or _figure(row, figure, place or passage, "" if figure.source else table)
                yield None if wrong is None else Diagnostic(graph.dataset.span(row, field), RULE, wrong)
        if row.attribute:
            stands = row.attribute in (text + folded(table))  # a cell merged over rows is printed once
            yield None if stands else Diagnostic(graph.dataset.span(row, "attribute"), RULE, f"原文没有写{row.attribute}")
        yield from _providers(graph, passages, row, passage)
        yield _silent(graph, row, passage)


def _silent(graph: Graph, row: Indicator, passage: Passage) -> Diagnostic | None:
    """A row without any figure is right only where the document prints none behind the name."""
    if row.base or row.target or row.growth:
        return None
    first = passage.folded.split(folded(row.name), 1)[-1].split("数据提供单位", 1)[0]
    if any(printed_numbers(first)) or _STATED.match(first):
        return Diagnostic(graph.dataset.span(row), RULE, f"原文给“{row.name}”写了“{excerpt(first)}”，数据里没有")
    return None
