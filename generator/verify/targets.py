"""Targets and results: figure, measure, metric, comparison and year stand together in the owner's passage."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Plan, Target
from generator.text.numbers import with_measure
from generator.text.widths import folded
from generator.verify.figures import METRIC_SHARE, Match, best_share, find_figure, near, operator_fits
from generator.verify.passages import Passage, Passages

RULE = "figure-differs"
PERIOD_END = re.compile(r"[“\"]?十[一二三四五六]五[”\"]?(?:时期|期)?末|规划期末|期末|到20\d\d年")
_SENTENCE = re.compile(r"[。;；!？?\n]")
PAST = "result"
SURE = 0.8
"""Below this confidence of the reader nothing is said against a year."""
MARGIN = 0.15
"""By how much another metric must fit a figure better before the figure is said to be the other's."""


def _owner_passage(graph: Graph, passages: Passages, owner: str) -> Passage | None:
    """Return where a target's owner speaks: a task's or row's own passage, a division's text down to the next heading."""
    division = graph.divisions.get(owner)
    if division is not None:
        return passages.body(division.source)
    record = graph.tasks.get(owner) or graph.rows.get(owner)
    return passages.of(record.source) if record else None


def _year(target: Target, plan: Plan, passage: Passage) -> str | None:
    """Return what is wrong with a target's year, if anything."""
    if target.by is None:
        return None
    text = passage.folded
    if target.by_basis in {"stated", "sentence"} and f"{target.by}年" not in text:
        return f"这一段原文里没有“{target.by}年”"
    if target.by_basis == "stated" and target.value is None and not _beside(target.metric, f"{target.by}年", text):
        return f"原文写“{target.metric}”的句子里没有“{target.by}年”"
    read = _year_read(target, plan, passage)
    if read is not None and read != target.by:
        return f"原文里“{with_measure(target.value or 0, target.measure)}”的年份是 {read} 年"
    if target.by_basis == "period-end" and not PERIOD_END.search(text):
        return "这一段原文里没有“期末”的说法，年份的依据不对"
    if target.by_basis in {"plan-period", "period-end"} and target.by != plan.period.end:
        return f"按规划期算应该是 {plan.period.end} 年"
    return None


def _beside(metric: str, year: str, text: str) -> bool:
    """Say whether some sentence holds the metric and the year."""
    return any(year in s and best_share(folded(metric), s) >= METRIC_SHARE for s in _SENTENCE.split(text))


def _year_read(target: Target, plan: Plan, passage: Passage) -> int | None:
    """Return the year that is printed for a target's figure, where the reader is sure of one."""
    if target.value is None or target.by_basis not in {"stated", "sentence"}:
        return None
    offsets = passage.folding.offsets
    places = {offsets[m.printed.start] for m in find_figure(passage.folded, target.metric, target.value, target.measure or "")}
    findings = passage.commitments((plan.period.start, plan.period.end))
    own = [f for f in findings if f.kind == "commitment" and any(f.start <= place < f.end for place in places)]
    years = {f.by for f in own if f.by_basis in {"stated", "sentence"} and f.confidence >= SURE}
    return years.pop() if len(own) == len(years) == 1 else None


def _is_past(passage: Passage, plan: Plan, start: int) -> bool:
    """Say whether the reader takes the figure at this offset of the passage for something already achieved."""
    findings = passage.commitments((plan.period.start, plan.period.end))
    return any(f.kind == PAST and f.start <= start < f.end and f.confidence > 0.5 for f in findings)


def _numbered(target: Target, siblings: Sequence[Target], passage: Passage, plan: Plan) -> tuple[str, str] | None:
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
        start = passage.folding.offsets[best.printed.start]
        if _is_past(passage, plan, start):
            return field, f"原文里的“{said}”说的是已经做到的，不是目标"
        others = [_another(target, siblings, passage, plan, m) for m in matches if m.share >= METRIC_SHARE]
        if all(others):
            return field, f"原文里的“{said}”说的是“{others[0]}”，不是“{target.metric}”"
    return None


def _another(target: Target, siblings: Sequence[Target], passage: Passage, plan: Plan, match: Match) -> str | None:
    """Return the metric of another target of the same owner that a figure plainly belongs to, if there is one.

    What counts are the words next to the figure, and what the reader takes for its metric (“分别达到6%和7%”).
    """
    folding = passage.folding
    findings = [f for f in passage.commitments((plan.period.start, plan.period.end)) if f.kind != "other" and f.value is not None]
    boundaries = [bisect_left(folding.offsets, f.end) for f in findings]
    words = near(folding.text, match.printed, boundaries)
    place = folding.offsets[match.printed.start]
    read = next((folded(f.metric) for f in findings if f.start <= place < f.end and f.metric), "")

    def fits(metric: str) -> float:
        wanted = folded(metric)
        share = best_share(wanted, words)
        return (share + best_share(wanted, read)) / 2 if read else share

    own = fits(target.metric)
    better = [(fits(s.metric), s.metric) for s in siblings if s.id != target.id and s.value is not None]
    best = max(better, default=(0.0, ""))
    return best[1] if best[0] > own + MARGIN else None


def _worded(target: Target, passage: Passage) -> tuple[str, str] | None:
    """Return what is wrong with a target that has no value."""
    if target.value is not None:
        return None
    if best_share(folded(target.metric), passage.folded) < METRIC_SHARE:
        return "metric", f"这一段原文里没有“{target.metric}”"
    return None


def _base(target: Target, passages: Passages, passage: Passage) -> tuple[str, str] | None:
    """Look a starting point up in the target's passage, or in the other one that it names: a report states it in part one."""
    if target.base is None or target.base.value is None:
        return None
    if target.base.source is None:
        place: Passage | None = passage
    else:
        place = passages.of(target.base.source)
        if place is None:
            return "base", f"原文里找不到以“{target.base.source.starts}”开头的段落"
    found = place is not None and find_figure(place.folded, target.metric, target.base.value, target.measure or "")
    return None if found else ("base", f"这一段原文里没有起点“{with_measure(target.base.value, target.measure)}”")


def check(graph: Graph, passages: Passages) -> Iterator[Diagnostic | None]:
    """Look up every target and result of the plan."""
    plan = graph.plans[passages.plan]
    for target in graph.targets.values():
        if target.plan != plan.id:
            continue
        passage = _owner_passage(graph, passages, target.owner)
        if passage is None:
            continue  # the owner's own passage is reported missing with its name
        wrong = _numbered(target, graph.back.targets[target.owner], passage, plan) or _worded(target, passage)
        wrong = wrong or _base(target, passages, passage)
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
            passage = passages.body(division.source) if division else None
            if passage is None:
                continue
            found = find_figure(passage.folded, result.metric, result.value, result.measure or "")
            stands = bool(found) and found[0].share >= METRIC_SHARE
            said = with_measure(result.value, result.measure)
            yield None if stands else Diagnostic(graph.dataset.span(result, "value"), RULE, f"原文里没有“{result.metric}”的“{said}”")
