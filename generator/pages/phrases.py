"""Sentences made of facts: a target, a figure, a source line. The words are ours, the facts are the data's."""

from __future__ import annotations

import re

from generator.graph import Graph
from generator.language import joined, mark, spoken, tr, trc
from generator.model import Division, Indicator, Plan, Result, Target, Task
from generator.model.base import Figure, Source
from generator.pages.inline import (
    Inline,
    Inlines,
    Missing,
    Outside,
    Quoted,
    Unbroken,
    sentence,
)
from generator.text.numbers import plain, with_measure
from generator.text.numerals import to_han

_ABOUT = re.compile(r"左右|约")
LONGEST_UNBROKEN = 20
"""Letters that fit on one line of a narrow phone in large type."""


def unbroken(said: str) -> Inline:
    """Keep a figure on one line; where a language says it in many letters, it must break."""
    return Unbroken(said) if spoken().chinese or len(said) <= LONGEST_UNBROKEN else said


_FORMS = {
    ">=": mark("{amount}以上"),
    "<=": mark("不超过{amount}"),
    "<": mark("低于{amount}"),
    ">": mark("超过{amount}"),
    "~": mark("约{amount}"),
}


def _compared(operator: str, value: int | float, value_max: int | float | None, measure: str | None) -> str:
    amount = with_measure(value, measure)
    if operator == "range" and value_max is not None:
        return tr("{first}—{last}", first=plain(value), last=with_measure(value_max, measure))
    form = _FORMS.get(operator)
    return tr(form, amount=amount) if form else amount


_LESS = re.compile(r"压减|减少|降低|下降|压缩|降幅|减幅|削减|缩短|下浮")
_MORE = re.compile(r"提高|增加|上升|提升|增长|增幅|涨幅|扩大")


def _changed(metric: str, amount: str) -> str:
    """Say a change and which way it goes, where the metric says so."""
    if _LESS.search(metric):
        return tr("减少{amount}", amount=amount)
    return tr("增加{amount}", amount=amount) if _MORE.search(metric) else tr("变动{amount}", amount=amount)


def _dated(figure: Inlines, year: int | None) -> Inlines:
    if not year:
        return figure
    dated = tr("（{year}年）", year=year)
    return sentence("{figure}{year}", figure=figure, year=Unbroken(dated))


def base_of(target: Target) -> Inlines:
    """Say what a target is measured from: ``1745人（2019年）``."""
    base = target.base
    if base is None:
        return ()
    said = with_measure(base.value, target.measure) if base.value is not None else base.text or ""
    if base.value is not None and target.quantity == "annual_growth":
        said = tr("增长{amount}", amount=said)
    line: Inlines = (unbroken(said),)
    if base.value is not None and base.text:
        line = sentence("{value}（{note}）", value=line, note=base.text)
    return _dated(line, base.year)


def growth_word(row: Indicator, plan: Plan | None) -> str:
    """Say of what a growth is: of one year in a report, on average of the years in a plan that says so. It stands before the figure."""
    figure = row.growth
    uncertain = figure is not None and figure.basis == "uncertain"
    return trc("数字前", "增长") if uncertain or (plan is not None and plan.kind == "report") else trc("数字前", "年均增长")


def years_of(plan: Plan) -> str:
    """Say which years a plan covers: ``2021—2025年``, and of a report ``2020年``."""
    start, end = plan.period.start, plan.period.end
    return tr("{year}年", year=start) if start == end else tr("{start}—{end}年", start=start, end=end)


def _aimed(target: Target, value: int | float, amount: str) -> str:
    """Say of what kind an amount is: kept, grown by, changed by, added up."""
    if target.operator == "keep":
        return tr("保持{amount}", amount=amount)
    if target.quantity == "annual_growth":
        # A work report sets the growth of one year; an average of one year is none.
        return tr("增长{amount}", amount=amount) if target.by_basis == "report-year" else tr("年均增长{amount}", amount=amount)
    if target.quantity == "change":
        return _changed(target.metric, amount)
    if target.quantity == "cumulative" and value > 1 and target.by_basis != "report-year":
        return tr("累计{amount}", amount=amount)  # within one year, or of one thing, nothing adds up
    return amount


def value_of(target: Target) -> str:
    """Say what a target wants: ``约6万峰``, ``90%以上``, ``年均增长7%``, ``建成``."""
    text = target.text or ""
    if target.value is None:
        return tr("保持{state}", state=text) if target.operator == "keep" else text
    amount = _compared(target.operator, target.value, target.value_max, target.measure)
    if target.operator == "keep" and _ABOUT.fullmatch(text):
        return tr("保持约{amount}", amount=amount)
    said = _aimed(target, target.value, amount)
    return tr("{value}（{note}）", value=said, note=text) if text else said


def done_of(result: Result) -> str:
    """Say what a document reports as done: ``增长3.9%``, ``90%以上``, ``完成``."""
    if result.value is None:
        return result.text or ""
    said = _compared(result.operator, result.value, None, result.measure)
    return tr("增长{amount}", amount=said) if result.quantity == "annual_growth" else said


STATED = {"stated", "sentence", "period-end", "report-year"}
"""Bases of a year that the document itself gives; ``plan-period`` is ours."""


def year_of(target: Target) -> Inlines:
    """Say until when; a year that only follows from the plan's period is not shown as the document's."""
    missing = Missing(tr("原文未写年份"))
    if target.by is None:
        return (missing,)
    if target.by_basis not in STATED:
        period = unbroken(tr("规划期到{year}年", year=target.by))
        return sentence("{missing}，{period}", missing=missing, period=period)
    return (Unbroken(tr("{year}年末", year=target.by) if target.by_basis == "period-end" else tr("{year}年", year=target.by)),)


def target_words(target: Target) -> str:
    """One target as the text of a link: what :func:`target_line` shows."""
    if target.value is None:
        return tr("{metric}：{value}", metric=target.metric, value=value_of(target))
    return tr("{metric} {value}", metric=target.metric, value=value_of(target))


def target_line(target: Target) -> Inlines:
    """One target in a line: metric and value."""
    # 国家4A级旅游景区：打造. Without a number the words alone would read as half a sentence.
    value = unbroken(value_of(target))
    if target.value is None:
        return sentence("{metric}：{value}", metric=target.metric, value=value)
    return sentence("{metric} {value}", metric=target.metric, value=value)


_FALLS = {text[:2]: text for text in (mark("降低{amount}"), mark("下降{amount}"), mark("减少{amount}"))}
"""How figures begin that say a fall."""


def figure_words(figure: Figure, measure: str | None) -> str:
    """Say a figure of an indicator row without its year: ``保持44%以上``, ``不超过3.8%``."""
    if figure.value is None:
        return figure.text
    said = _compared(figure.operator, figure.value, figure.value_max, measure)
    falls = _FALLS.get(figure.text[:2])
    if falls:
        said = tr(falls, amount=said)  # 能耗 约3% would be read as what is used, not as what is saved
    return tr("保持{amount}", amount=said) if figure.operator == "keep" else said


def figure_of(figure: Figure | None, measure: str | None = None) -> Inlines:
    """A figure of an indicator row; absent stays absent."""
    if figure is None:
        return (Missing(),)
    said = _dated((unbroken(figure_words(figure, measure)),), figure.year)
    return sentence("{figure}（原文有歧义）", figure=said) if figure.basis == "uncertain" else said


_NUMBERED = {"part", "chapter", "section"}
_UNREADABLE = re.compile(r"%\d*")


def label_of(division: Division) -> str:
    """Return the number of a division as people read it; one that the page printed broken (第%1章) follows from the id."""
    label = division.label or ""
    number = re.search(r"-[pcs](\d+)$", division.id)
    if not _UNREADABLE.search(label) or number is None or division.kind not in _NUMBERED:
        return label
    return _UNREADABLE.sub(to_han(int(number[1])), label)


def title_of(division: Division) -> str:
    """Return number and title in one line, as the document sets them."""
    label = label_of(division)
    space = " " if label.endswith(("篇", "章", "节")) else ""
    return f"{label}{space}{division.title}"


def broken_label(division: Division) -> str | None:
    """Say how a number was printed, where it is shown otherwise."""
    return division.label if division.label and division.label != label_of(division) else None


def outline_words(graph: Graph, division: Division) -> str:
    """Name a division as the document does: ``二、…（一）…``."""
    return " › ".join(title_of(d) for d in graph.line_of(division))


def document_line(plan: Plan) -> Inlines:
    """Name the official document with its number, and its address where one was verified."""
    document = plan.documents[0]
    title, number = _bare(document.title), plan.document_number
    named = tr("《{title}》（{number}）", title=title, number=number) if number else tr("《{title}》", title=title)
    if document.url:
        opened = Outside(tr("打开官方网页"), document.url)
        return sentence("{document}，{link}。", document=named, link=opened)
    if number:
        return (tr("{document}。官方网页的地址还没有核对，可以按发文字号查找。", document=named),)
    return (tr("{document}。官方网页的地址还没有核对。", document=named),)


def _bare(title: str) -> str:
    """Nested titles keep their own marks; a title that is one whole quotation loses them."""
    return title[1:-1] if title.startswith("《") and title.endswith("》") and title.count("《") == 1 else title


def _numbered(number: int | None) -> str:
    return tr("第{n}条", n=number) if number is not None else ""


def passage_line(source: Source, where: str = "", number: int | None = None) -> Inlines:
    """Say where in the document a fact stands."""
    starts = Quoted(f"“{source.starts}”")
    place = joined((where, _numbered(number)), "clauses")
    if source.nth and source.nth > 1:
        passage = sentence("第{nth}处段首是{starts}", nth=str(source.nth), starts=starts)
    else:
        passage = sentence("段首是{starts}", starts=starts)
    return sentence("位置：{place}，{passage}。", place=place, passage=passage) if place else sentence("位置：{passage}。", passage=passage)


def source_lines(graph: Graph, plan_id: str, source: Source, division: Division | None, number: int | None = None) -> tuple[Inlines, ...]:
    """The source block of a record: document, then passage."""
    plan = graph.plans.get(plan_id)
    if plan is None:
        return ()
    where = outline_words(graph, division) if division else ""
    return (document_line(plan), passage_line(source, where, number))


def task_number(task: Task) -> str:
    """``第21条``, or nothing where the document numbers no tasks."""
    return _numbered(task.number)
