"""Sentences made of facts: a target, a figure, a source line. The words are ours, the facts are the data's."""

from __future__ import annotations

import re

from generator.graph import Graph
from generator.model import Division, Indicator, Plan, Result, Target, Task
from generator.model.base import Figure, Source
from generator.pages.blocks import Inline, Inlines, Missing, Outside, Quoted, Unbroken
from generator.text.numbers import plain, with_measure
from generator.text.numerals import to_han

APPROXIMATE = {"左右", "约"}


def _compared(operator: str, value: int | float, value_max: int | float | None, measure: str | None) -> str:
    amount = with_measure(value, measure)
    if operator == "range" and value_max is not None:
        return f"{plain(value)}—{with_measure(value_max, measure)}"
    forms = {">=": f"{amount}以上", "<=": f"不超过{amount}", "<": f"低于{amount}", ">": f"超过{amount}", "~": f"约{amount}"}
    return forms.get(operator, amount)


_LESS = re.compile(r"压减|减少|降低|下降|压缩|降幅|减幅|削减|缩短|下浮")
_MORE = re.compile(r"提高|增加|上升|提升|增长|增幅|涨幅|扩大")


def _direction(metric: str) -> str:
    """Say which way a change goes, where the metric says so; else that it is a change."""
    if _LESS.search(metric):
        return "减少"
    return "增加" if _MORE.search(metric) else "变动"


def base_of(target: Target) -> Inlines:
    """Say what a target is measured from: ``1745人（2019年）``."""
    base = target.base
    if base is None:
        return ()
    said = with_measure(base.value, target.measure) if base.value is not None else base.text or ""
    grown = "增长" if base.value is not None and target.quantity == "annual_growth" else ""
    note = f"（{base.text}）" if base.value is not None and base.text else ""
    return (Unbroken(f"{grown}{said}"), note, Unbroken(f"（{base.year}年）") if base.year else "")


def growth_word(row: Indicator, plan: Plan | None) -> str:
    """Say of what a growth is: of one year in a report, on average of the years in a plan that says so."""
    figure = row.growth
    uncertain = figure is not None and figure.basis == "uncertain"
    return "增长" if uncertain or (plan is not None and plan.kind == "report") else "年均增长"


def years_of(plan: Plan) -> str:
    """Say which years a plan covers: ``2021—2025年``, and of a report ``2020年``."""
    start, end = plan.period.start, plan.period.end
    return f"{start}年" if start == end else f"{start}—{end}年"


def value_of(target: Target) -> str:
    """Say what a target wants: ``约6万峰``, ``90%以上``, ``年均增长7%``, ``建成``."""
    if target.value is None:
        return ("保持" if target.operator == "keep" else "") + (target.text or "")
    said = _compared(target.operator, target.value, target.value_max, target.measure)
    if target.operator == "keep":
        about = "约" if target.text in APPROXIMATE else ""
        return f"保持{about}{said}" + ("" if about or not target.text else f"（{target.text}）")
    if target.quantity == "annual_growth":
        # A work report sets the growth of one year; an average of one year is none.
        said = f"{'增长' if target.by_basis == 'report-year' else '年均增长'}{said}"
    elif target.quantity == "change":
        said = f"{_direction(target.metric)}{said}"
    elif target.quantity == "cumulative" and target.value > 1 and target.by_basis != "report-year":
        said = f"累计{said}"  # within one year, or of one thing, nothing adds up
    return said + (f"（{target.text}）" if target.text else "")


def done_of(result: Result) -> str:
    """Say what a document reports as done: ``增长3.9%``, ``90%以上``, ``完成``."""
    if result.value is None:
        return result.text or ""
    said = _compared(result.operator, result.value, None, result.measure)
    return f"增长{said}" if result.quantity == "annual_growth" else said


STATED = {"stated", "sentence", "period-end", "report-year"}
"""Bases of a year that the document itself gives; ``plan-period`` is ours."""


def year_of(target: Target) -> Inlines:
    """Say until when; a year that only follows from the plan's period is not shown as the document's."""
    if target.by is None:
        return (Missing("原文未写年份"),)
    if target.by_basis not in STATED:
        return (Missing("原文未写年份"), "，", Unbroken(f"规划期到{target.by}年"))
    return (Unbroken(f"{target.by}年末" if target.by_basis == "period-end" else f"{target.by}年"),)


def target_words(target: Target) -> str:
    """One target as the text of a link: what :func:`target_line` shows."""
    return f"{target.metric}{' ' if target.value is not None else '：'}{value_of(target)}"


def target_line(target: Target) -> Inlines:
    """One target in a line: metric and value."""
    # 国家4A级旅游景区：打造. Without a number the words alone would read as half a sentence.
    return (target.metric, " " if target.value is not None else "：", Unbroken(value_of(target)))


def figure_words(figure: Figure, measure: str | None) -> str:
    """Say a figure of an indicator row without its year: ``保持44%以上``, ``不超过3.8%``."""
    if figure.value is None:
        return figure.text
    said = _compared(figure.operator, figure.value, figure.value_max, measure)
    if figure.text.startswith(("降低", "下降", "减少")):
        said = f"{figure.text[:2]}{said}"  # 能耗 约3% would be read as what is used, not as what is saved
    return f"保持{said}" if figure.operator == "keep" else said


def figure_of(figure: Figure | None, measure: str | None = None) -> Inlines:
    """A figure of an indicator row; absent stays absent."""
    if figure is None:
        return (Missing(),)
    said = figure_words(figure, measure)
    out: list[Inline] = [Unbroken(said)]
    if figure.year is not None:
        out.append(Unbroken(f"（{figure.year}年）"))
    if figure.basis == "uncertain":
        out.append("（原文有歧义）")
    return tuple(out)


_WIDER = {"part": "篇", "chapter": "章", "section": "节"}
_UNREADABLE = re.compile(r"%")


def label_of(division: Division) -> str:
    """Return the number of a division as people read it; one that the page printed broken (第%1章) follows from the id."""
    label = division.label or ""
    number = re.search(r"-[pcs](\d+)$", division.id)
    if not _UNREADABLE.search(label) or number is None or division.kind not in _WIDER:
        return label
    return f"第{to_han(int(number[1]))}{_WIDER[division.kind]}"


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
    number = f"（{plan.document_number}）" if plan.document_number else ""
    out: list[Inline] = [f"《{_bare(document.title)}》{number}"]
    if document.url:
        out += ["，", Outside("打开官方网页", document.url)]
    else:
        out.append("。官方网页的地址还没有核对" + ("，可以按发文字号查找" if plan.document_number else ""))
    return (*out, "。")


def _bare(title: str) -> str:
    """Nested titles keep their own marks; a title that is one whole quotation loses them."""
    return title[1:-1] if title.startswith("《") and title.endswith("》") and title.count("《") == 1 else title


def passage_line(source: Source, where: str = "", number: int | None = None) -> Inlines:
    """Say where in the document a fact stands."""
    parts: list[Inline] = ["位置："]
    if where:
        parts.append(f"{where}，")
    if number is not None:
        parts.append(f"第{number}条，")
    if source.nth and source.nth > 1:
        parts.append(f"第{source.nth}处")
    parts += ["段首是", Quoted(f"“{source.starts}”"), "。"]
    return tuple(parts)


def source_lines(graph: Graph, plan_id: str, source: Source, division: Division | None, number: int | None = None) -> tuple[Inlines, ...]:
    """The source block of a record: document, then passage."""
    plan = graph.plans.get(plan_id)
    if plan is None:
        return ()
    where = outline_words(graph, division) if division else ""
    return (document_line(plan), passage_line(source, where, number))


def task_number(task: Task) -> str:
    """``第21条``, or nothing where the document numbers no tasks."""
    return f"第{task.number}条" if task.number is not None else ""
