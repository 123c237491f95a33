"""From a base to a target, on a scale that all rows share or that each row has for itself."""

from __future__ import annotations

import math

import svg

from generator.charts import ink
from generator.charts.lettering import LINE, lines, width
from generator.charts.rows import BASELINE, GAP, LEADING, heading, key
from generator.charts.scale import INSET, Scale, from_zero, shared
from generator.charts.values import Mark, Step, Steps
from generator.language import mark, tr
from generator.text.numbers import plain, with_measure

TRACK = 1.0
"""Height of the line of marks under the words of a row."""
_KEY_WORDS = {
    "base": mark("起点"),
    "point": mark("目标"),
    "at_least": mark("至少到这里"),
    "at_most": mark("不超过这里"),
    "keep": mark("保持"),
    "range": mark("在这之间"),
}


def _said(step: Step) -> str:
    if step.base is None or step.target is None:
        return "".join(tr("起点{figure}", figure=one.said) if one is step.base else one.said for one in step.marks)
    if step.joined:
        return f"{step.base.said} → {step.target.said}"
    return tr("{first}；{second}", first=step.base.said, second=step.target.said)


def _values(marks: tuple[Mark, ...]) -> list[float]:
    return [value for mark in marks for value in (mark.value, mark.upto) if value is not None]


def _target(mark: Mark, scale: Scale, y: float) -> list[svg.Element]:
    """Draw a target as firm as it is: an open end has an arrow, a range a bar, what is to be kept two posts."""
    x = scale.at(mark.value)
    if mark.kind in {"at_least", "at_most"}:
        end = scale.right if mark.kind == "at_least" else scale.left
        return [ink.line(x, end, y, "o"), ink.at(ink.percent(end), y, ink.arrow(mark.kind == "at_least")), ink.dot(y, "g", ink.percent(x))]
    if mark.kind == "range" and mark.upto is not None:
        far = scale.at(mark.upto)
        return [ink.line(x, far, y, "w"), ink.dot(y, "g", ink.percent(x)), ink.dot(y, "g", ink.percent(far))]
    posts = [ink.at(ink.percent(x), y, ink.brackets())] if mark.kind == "keep" else []
    return [*posts, ink.dot(y, "g", ink.percent(x))]


def _marks(step: Step, scale: Scale, y: float) -> list[svg.Element]:
    """Draw the track, the way from base to target, and over it the ring of the base with the dot of the target on top."""
    out: list[svg.Element] = [ink.line(scale.left, scale.right, y, "t")]
    if step.base and step.target and step.joined:
        out.append(ink.line(scale.at(step.base.value), scale.at(step.target.value), y, "l"))
    if step.base:
        tail = [] if step.base.kind == "point" else _target(step.base, scale, y)[:-1]
        out += [*tail, ink.dot(y, "b", ink.percent(scale.at(step.base.value)))]
    return out + (_target(step.target, scale, y) if step.target else [])


def _key_shape(kind: str) -> tuple[svg.Element, ...]:
    dot = ink.dot(0, "b" if kind == "base" else "g")
    if kind in {"at_least", "at_most"}:
        away = 0.95 if kind == "at_least" else -0.95
        return (svg.Line(x2=ink.em(away), class_=["o"]), ink.at(ink.em(away), 0, ink.arrow(kind == "at_least")), dot)
    if kind == "range":
        ends = [ink.dot(0, "g", ink.em(x)) for x in (-0.6, 0.6)]
        return (svg.Line(x1=ink.em(-0.6), x2=ink.em(0.6), class_=["w"]), *ends)
    return (ink.brackets(), dot) if kind == "keep" else (dot,)


def _key(chart: Steps) -> list[tuple[str, tuple[svg.Element, ...]]]:
    """Name the marks that the picture holds."""
    kinds = {step.target.kind for step in chart.steps if step.target}
    kinds |= {step.base.kind for step in chart.steps if step.base} - {"point"}
    held: set[str] = {*kinds, *(["base"] if any(step.base for step in chart.steps) else [])}
    return [(tr(_KEY_WORDS[kind]), _key_shape(kind)) for kind in _KEY_WORDS if kind in held]


def _ends(scale: Scale, measure: str, top: float) -> tuple[list[svg.Element], float]:
    """Write what the ends of the shared scale stand for, and say where it does not begin at zero; return that and where it ends."""
    low, high = plain(scale.low), with_measure(scale.high, measure)
    if not scale.from_zero:
        low = tr("从{figure}起，不从0起", figure=with_measure(scale.low, measure))
    figure = ink.words(high, top + BASELINE, style="s", to_left=True)
    if width(low) + 1 + width(high) > LINE:  # long words of another language: below, not over, the figure of the other end
        top += LEADING
    out: list[svg.Element] = []
    for text in lines(low):
        out.append(ink.words(text, top + BASELINE, style="s"))
        top += LEADING
    return [*out, figure], top


def drawn(chart: Steps) -> tuple[list[svg.Element], float]:
    """Return the elements of a picture of bases and targets and its height."""
    known = [value for step in chart.steps for value in _values(step.marks)]
    common = shared(known, most=100 if chart.measure == "%" else math.inf)
    out, top = key(_key(chart), 0.0)
    for step in chart.steps:
        scale = common if chart.scale == "shared" else from_zero(_values(step.marks), INSET, tight=True)
        text, top = heading(step.name, _said(step), top)
        out += [*text, *_marks(step, scale, top + TRACK / 2)]
        top += TRACK + GAP
    if chart.scale == "shared":
        ends, top = _ends(common, chart.measure, top - GAP)
        out += ends
    return out, top
