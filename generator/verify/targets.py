"""Targets and results: figure, measure, metric, comparison and year stand together in the owner's passage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Plan, Target
from generator.model.base import Source
from generator.text.numbers import with_measure
from generator.text.widths import fold, folded
from generator.verify.figures import METRIC_SHARE, best_share, find_figure, operator_fits
from generator.verify.passages import Passage, Passages

RULE = "figure-differs"
PERIOD_END = re.compile(r"[“\"]?十[一二三四五六]五[”\"]?(?:时期|期)?末|规划期末|期末|到20\d\d年")
PAST = "result"


def _owner_source(graph: Graph, owner: str) -> Source | None:
    for kind in ("task", "division", "indicator-row"):
        record = graph.dataset.records.get(kind, {}).get(owner)
        if record is not None:
            return getattr(record, "source", None)
    return None


def _year(target: Target, plan: Plan, passage: Passage) -> str | None:
    """Return what is wrong with a target's year, if anything."""
    if target.by is None:
        return None
    text = passage.folded
    if target.by_basis in {"stated", "sentence"} and f"{target.by}年" not in text:
        return f"这一段原文里没有“{target.by}年”"
    if target.by_basis == "period-end" and not PERIOD_END.search(text):
        return "这一段原文里没有“期末”的说法，年份的依据不对"
    if target.by_basis in {"plan-period", "period-end"} and target.by != plan.period.end:
        return f"按规划期算应该是 {plan.period.end} 年"
    return None


def _is_past(passage: Passage, plan: Plan, start: int) -> bool:
    """Say whether the reader takes the figure at this offset of the passage for something already achieved."""
    findings = passage.commitments((plan.period.start, plan.period.end))
    return any(f.kind == PAST and f.start <= start < f.end and f.confidence > 0.5 for f in findings)


def _numbered(target: Target, passage: Passage, plan: Plan) -> tuple[str, str] | None:
    """Return (field, what is wrong) of a target with a value, or nothing."""
    if target.value is None:
        return None
    text = passage.folded
    measure = target.measure or ""
    for field, value in (("value", target.value), ("value_max", target.value_max)):
        if value is None:
            continue
        matches = find_figure(text, target.metric, value, measure)
        said = with_measure(value, measure)
        if not matches:
            return field, f"这一段原文里没有“{said}”"
        best = matches[0]
        if best.share < METRIC_SHARE:
            return field, f"原文里的“{said}”说的不是“{target.metric}”"
        if field == "value" and not any(operator_fits(text, m.printed, target.operator) for m in matches if m.share >= METRIC_SHARE):
            return "operator", f"原文里“{said}”前后的说法和“{target.operator}”不符"
        start = fold(passage.text).offsets[best.printed.start]
        if _is_past(passage, plan, start):
            return field, f"原文里的“{said}”说的是已经做到的，不是目标"
    return None


def _worded(target: Target, passage: Passage) -> tuple[str, str] | None:
    """Return what is wrong with a target that has no value."""
    if target.value is not None:
        return None
    if best_share(folded(target.metric), passage.folded) < METRIC_SHARE:
        return "metric", f"这一段原文里没有“{target.metric}”"
    return None


def _base(target: Target, passage: Passage) -> tuple[str, str] | None:
    if target.base is None or target.base.value is None:
        return None
    found = find_figure(passage.folded, target.metric, target.base.value, target.measure or "")
    return None if found else ("base", f"这一段原文里没有起点“{with_measure(target.base.value, target.measure)}”")


def check(graph: Graph, passages: Passages) -> Iterator[Diagnostic | None]:
    """Look up every target and result of the plan."""
    plan = graph.plans[passages.plan]
    for target in graph.targets.values():
        if target.plan != plan.id:
            continue
        source = _owner_source(graph, target.owner)
        passage = passages.of(source) if source else None
        if passage is None:
            continue  # the owner's own passage is reported missing with its name
        wrong = _numbered(target, passage, plan) or _worded(target, passage) or _base(target, passage)
        if wrong is None:
            year = _year(target, plan, passage)
            wrong = ("by", year) if year else None
        yield None if wrong is None else Diagnostic(graph.dataset.span(target, wrong[0]), RULE, wrong[1])
    yield from _results(graph, passages)


def _results(graph: Graph, passages: Passages) -> Iterator[Diagnostic | None]:
    for results in graph.back.results.values():
        for result in results:
            if result.plan != passages.plan or result.value is None:
                continue
            division = graph.divisions.get(result.division)
            passage = passages.of(division.source) if division else None
            if passage is None:
                continue
            found = find_figure(passage.folded, result.metric, result.value, result.measure or "")
            stands = bool(found) and found[0].share >= METRIC_SHARE
            said = with_measure(result.value, result.measure)
            yield None if stands else Diagnostic(graph.dataset.span(result, "value"), RULE, f"原文里没有“{result.metric}”的“{said}”")
