"""Figures that running text states: what is promised, what was achieved, and what is only the size of a thing.

Each number with a measure is judged in its clause (:mod:`generator.documents.facts.predicates`) and its sentence
(:mod:`generator.documents.facts.tense`). What cannot be told is said with a lower confidence and the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from generator.documents.facts.clauses import clauses, sentences
from generator.documents.facts.figure import Figure
from generator.documents.facts.figures import read_clause
from generator.documents.facts.grades import find_grades
from generator.documents.facts.measures import Measured, find_measured, narrowed
from generator.documents.facts.predicates import Operator, Quantity
from generator.documents.facts.restated import only_counts
from generator.documents.facts.tense import (
    AIM,
    FAR,
    FUTURE,
    OPENING,
    PAST,
    STRONG_FUTURE,
    YEAR_NAMED,
    Basis,
    Clock,
    Deadline,
    Mood,
    leans_back,
    read_mood,
)

Kind = Literal["commitment", "result", "other"]
OVER_YEARS: Final = re.compile(r"年均(?:增长|增速|新增|提[高升]|下降|降低|递增)|五年累计|平均每年")
THIS_YEAR: Final = re.compile(r"今年|本年|全年|年内|当年")
"""In a report for one year such a figure is about the plan that the report also announces."""


@dataclass(frozen=True, slots=True)
class Base:
    """What a change is measured from, as far as it is printed."""

    value: float | None = None
    year: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One figure of the text and what it states."""

    metric: str
    """The noun phrase that it measures; empty where none could be told."""
    operator: Operator
    quantity: Quantity
    value: float | None
    value_max: float | None
    measure: str
    by: int | None
    """The year by which it is due; of a result, the year that it speaks of where that is printed."""
    by_basis: Basis | None
    horizon: Literal["plan", "2035"]
    base: Base | None
    text: str
    """The passage, as it stands in the text from ``start`` to ``end``."""
    kind: Kind
    start: int
    end: int
    confidence: float = 1.0
    why: str = ""
    """In Chinese: what speaks against certainty."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What holds for a sentence."""

    clock: Clock
    background: bool
    mood: Mood
    start: int
    carried_past: bool
    carried_2035: Deadline | None
    paragraph: str = ""
    leans_back: bool = False
    """The paragraph as a whole tells what was done."""
    aims: int | None = None
    """Offset behind ``主要预期目标是``: from there on the sentence lists aims."""


def find_commitments(
    text: str, *, period: tuple[int, int] | None, report_year: int | None = None, background: bool = False
) -> tuple[Commitment, ...]:
    """Find every figure that the text states, with what it says about it.

    Args:
        text: Running text: a paragraph, an item, a whole chapter. Offsets of the result count its characters.
        period: First and last year of the plan.
        report_year: Of a work report: the year whose tasks it sets (the year before is the past).
        background: The passage describes what was reached (发展基础, part one of a report): figures are results unless a
            sentence plainly looks ahead.

    Returns:
        In order of place. ``kind`` is ``other`` for sizes of things, thresholds and numbers inside names.
    """
    plain = narrowed(text)
    clock = Clock(period, report_year)
    measured = find_measured(text)
    found: list[Commitment] = []
    carried_past, carried_2035, position, last_end, back, paragraph = False, None, 0, 0, False, ""
    for start, end in sentences(plain):
        if "\n" in plain[last_end : start + 1] or not last_end:
            carried_past, carried_2035, paragraph = False, None, _paragraph(plain, start)
            back = leans_back(paragraph)
        last_end = end
        inside = position
        while inside < len(measured) and measured[inside].end <= end:
            inside += 1
        mood = read_mood(plain[start:end], clock)
        carried_2035 = _carried(mood, carried_2035)
        aims = AIM.search(plain, start, end)
        scene = _Scene(clock, background, mood, start, carried_past, carried_2035, paragraph, back, aims.end() if aims else None)
        found.extend(_sentence(text, plain, (start, end), measured[position:inside], scene))
        carried_past = (mood.past and not mood.soft and not mood.future) or (carried_past and not mood.future)
        position = inside
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _paragraph(plain: str, start: int) -> str:
    stop = plain.find("\n", start + 1)
    return plain[start : stop if stop >= 0 else len(plain)]


def _carried(mood: Mood, before: Deadline | None) -> Deadline | None:
    """A paragraph that opens with 到2035年 speaks of 2035 until another year is named."""
    if not mood.deadlines:
        return before
    last = mood.deadlines[-1]
    return last if last.year >= FAR and last.start < OPENING else None


def _sentence(text: str, plain: str, span: tuple[int, int], measured: Sequence[Measured], scene: _Scene) -> list[Commitment]:
    spans = clauses(plain, *span)
    made: list[Commitment] = []
    recent: list[str] = []
    position = 0
    for index, (first, last) in enumerate(spans):
        here = position
        while here < len(measured) and measured[here].end <= last:
            here += 1
        before = spans[index - 1] if index else None
        for figure in read_clause(plain, (first, last), measured[position:here], before, recent):
            made.append(_judged(text, plain, figure, (first, last), scene, spans))
            recent.append(figure.metric or (recent[-1] if recent else ""))
        position = here
    return made + [_graded(text, plain, grade, scene, spans) for grade in find_grades(plain, spans, scene.mood.future, measured)]


def _judged(text: str, plain: str, figure: Figure, clause: tuple[int, int], scene: _Scene, spans: list[tuple[int, int]]) -> Commitment:
    kind, sure, why = _kind(plain, figure, clause, scene)
    if figure.weak and (kind == "commitment" and not (scene.mood.future or scene.mood.deadlines)):
        kind = "other"
    if kind == "commitment" and only_counts(text, figure.start, figure.end, figure.value, figure.measure):
        kind, why = "other", "只是数出句中列举的几项"
    due, basis = _due(plain, figure.start, clause, scene, spans) if kind == "commitment" else (None, None)
    if kind == "result":
        due, basis = _year_of_result(plain, figure.start, scene)
    base = Base(figure.base_value, figure.base_year, figure.base_text) if figure.base_text else None
    return Commitment(
        metric=figure.metric,
        operator=figure.operator,
        quantity=_in_report(figure, kind, scene),
        value=figure.value,
        value_max=figure.value_max,
        measure=figure.measure,
        by=due,
        by_basis=basis,
        horizon="2035" if kind == "commitment" and due is not None and due >= FAR else "plan",
        base=base,
        text=text[figure.start : figure.end],
        kind=kind,
        start=figure.start,
        end=figure.end,
        confidence=round(min(figure.confidence, sure), 2),
        why="；".join(part for part in (figure.why, why) if part),
    )


def _in_report(figure: Figure, kind: Kind, scene: _Scene) -> Quantity:
    """In a work report ``增长6%`` is the growth of one year."""
    yearly = scene.clock.report_year is not None and figure.quantity == "change" and figure.measure == "%" and "增" in figure.verb
    return "annual_growth" if yearly and kind == "commitment" and figure.base_text is None else figure.quantity


def _kind(plain: str, figure: Figure, clause: tuple[int, int], scene: _Scene) -> tuple[Kind, float, str]:
    if not figure.states:
        return "other", 1.0, ""
    words = plain[clause[0] : clause[1]]
    mood = scene.mood
    strong = any(deadline.basis != "plan-period" or not scene.background for deadline in mood.deadlines) or STRONG_FUTURE.search(
        plain[scene.start : clause[1]]
    )
    if scene.background:
        return ("commitment", 0.6, "写在回顾部分，但句中有期限或“力争”") if strong and not mood.past else ("result", 0.95, "")
    past_here, future_here = PAST.search(figure.without_base), FUTURE.search(words)
    if scene.aims is not None and scene.aims <= figure.start and not (past_here and "同比" not in past_here[0]):
        return "commitment", 1.0, ""
    if mood.past and mood.soft and not scene.leans_back and not (mood.future or mood.deadlines):
        return _softly(figure, scene)
    if mood.past and mood.future:
        return _mixed(plain, figure, scene, bool(past_here), bool(future_here))
    if mood.past or past_here:
        return "result", 0.95, ""
    if mood.future or future_here or mood.deadlines:
        return "commitment", 1.0, ""
    if scene.leans_back:
        return "result", 0.6, "本句没有写时间，本段多处说的是过去"
    if scene.carried_past:
        return "result", 0.6, "本句没有时间，前一句说的是过去"
    return "commitment", 0.85, "本句没有写时间，按规划任务理解"


def _softly(figure: Figure, scene: _Scene) -> tuple[Kind, float, str]:
    """累计, 同比 and 预计 are written of results and of the year's tasks: nothing is certain."""
    ahead = scene.clock.report_year is not None or figure.operator in {">=", "~", ">"}
    return ("commitment" if ahead else "result"), 0.6, "“累计”“同比”“预计”既可说过去也可说目标"


def _mixed(plain: str, figure: Figure, scene: _Scene, past_here: bool, future_here: bool) -> tuple[Kind, float, str]:
    """Both looks are in one sentence: the clause decides, then the nearest time word before the figure."""
    if past_here != future_here:
        return ("result" if past_here else "commitment"), 0.8, "句中既有过去也有将来，按本分句判断"
    before = plain[scene.start : figure.start]
    last_past = max((found.end() for found in PAST.finditer(before)), default=-1)
    last_future = max((found.end() for found in FUTURE.finditer(before)), default=-1)
    dated = max((d.end for d in scene.mood.deadlines if d.start + scene.start <= figure.start), default=-1)
    past_dated = max((found.end() for found in YEAR_NAMED.finditer(before) if scene.clock.is_past(int(found["year"]))), default=-1)
    looks_back = max(last_past, past_dated) > max(last_future, dated)
    return ("result" if looks_back else "commitment"), 0.6, "句中既有过去也有将来，按前面最近的时间词判断"


def _due(plain: str, place: int, clause: tuple[int, int], scene: _Scene, spans: list[tuple[int, int]]) -> tuple[int | None, Basis | None]:
    governing: Deadline | None = None
    for deadline in scene.mood.deadlines:
        if (
            deadline.start + scene.start <= place
            or deadline.start + scene.start < clause[1]
            or _only_deadline(deadline, clause, scene, spans)
        ):
            governing = deadline
    if governing is not None:
        if governing.basis != "stated":
            return governing.year, governing.basis
        return governing.year, "stated" if _same_clause(governing, clause, scene, spans) else "sentence"
    if scene.carried_2035 is not None:
        return scene.carried_2035.year, "sentence"
    if scene.clock.report_year is not None:
        if scene.clock.period and OVER_YEARS.search(scene.paragraph) and not THIS_YEAR.search(plain, scene.start, clause[1]):
            return scene.clock.period[1], "plan-period"
        return scene.clock.report_year, "report-year"
    return (scene.clock.period[1], "plan-period") if scene.clock.period else (None, None)


def _same_clause(deadline: Deadline, clause: tuple[int, int], scene: _Scene, spans: list[tuple[int, int]]) -> bool:
    """The deadline stands in the figure's clause, or alone in the clause before it: ``到2025年，森林覆盖率…``."""
    place = deadline.start + scene.start
    if clause[0] <= place < clause[1]:
        return True
    index = spans.index(clause)
    if index and spans[index - 1][0] <= place < spans[index - 1][1]:
        return spans[index - 1][1] - (deadline.end + scene.start) <= 2
    return False


def _only_deadline(deadline: Deadline, clause: tuple[int, int], scene: _Scene, spans: list[tuple[int, int]]) -> bool:
    """A deadline behind its figure: ``新增床位300张，2025年底前完成``."""
    index = spans.index(clause)
    if index + 1 >= len(spans):
        return False
    first, last = spans[index + 1]
    place = deadline.start + scene.start
    return first <= place < last and last - first - (deadline.end - deadline.start) <= 6


def _year_of_result(plain: str, place: int, scene: _Scene) -> tuple[int | None, Basis | None]:
    years = [int(found["year"]) for found in YEAR_NAMED.finditer(plain[scene.start : place]) if scene.clock.is_past(int(found["year"]))]
    if years:
        return years[-1], "stated"
    return (scene.clock.report_year - 1, "report-year") if scene.clock.report_year is not None and scene.background else (None, None)


def _graded(text: str, plain: str, grade: Figure, scene: _Scene, spans: list[tuple[int, int]]) -> Commitment:
    clause = next((span for span in spans if span[0] <= grade.start < span[1]), spans[0])
    made = _judged(text, plain, grade, clause, scene, spans)
    return replace(made, confidence=min(made.confidence, grade.confidence))
