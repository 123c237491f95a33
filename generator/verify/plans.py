"""A plan's own facts: title, numbers, issuer, dates, adoption."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Plan
from generator.text.dates import find_dates
from generator.text.widths import folded
from generator.verify.passages import Passages

RULE = "not-in-document"
_TITLE_MARKS = re.compile(r"[《》〈〉<>]")


def _bare(text: str) -> str:
    """Leave title marks out: a title inside a title prints 〈〉 where it prints 《》 alone (GB/T 15834)."""
    return _TITLE_MARKS.sub("", folded(text))


def _stated(plan: Plan) -> list[tuple[tuple[str | int, ...], str, str]]:
    """Facts of a plan as (path, word, text)."""
    facts: list[tuple[tuple[str | int, ...], str, str | None]] = [
        (("title",), "标题", plan.title),
        (("issuer",), "发文机关", plan.issuer),
        (("document_number",), "发文字号", plan.document_number),
        (("index_number",), "索引号", plan.index_number),
        (("documents", 0, "title"), "文件标题", plan.documents[0].title),
    ]
    if plan.implements:
        facts.append((("implements", "title"), "落实的文件", plan.implements.title))
    if plan.adopted:
        facts.append((("adopted", "body"), "通过的机关", plan.adopted.body))
    if plan.validity != "未注明":
        facts.append((("validity",), "公文时效", plan.validity))
    return [(path, word, text) for path, word, text in facts if text]


def _days(plan: Plan) -> list[tuple[tuple[str | int, ...], str, date]]:
    days = [
        (("dated",), "成文日期", plan.dated),
        (("published",), "发布日期", plan.published),
        (("delivered",), "报告日期", plan.delivered),
    ]
    return [(path, word, day) for path, word, day in days if day is not None]


def check(graph: Graph, passages: Passages) -> Iterator[Diagnostic | None]:
    """Look up each fact of the plan; labelled dates in what the page labels so, where it does."""
    plan = graph.plans[passages.plan]
    whole = _bare(passages.document.text)
    metadata = passages.document.metadata
    labelled = {"dated": metadata.dated, "published": metadata.published, "issuer": metadata.issuer, "validity": metadata.validity}
    labelled |= {"document_number": metadata.document_number, "index_number": metadata.index_number}
    for path, word, text in _stated(plan):
        printed = labelled.get(str(path[0]), "")
        stands = _bare(text) == _bare(printed) if printed else _bare(text) in whole
        said = f"，原文写的是“{printed}”" if printed else ""
        yield None if stands else Diagnostic(graph.dataset.span(plan, *path), RULE, f"原文里没有这个{word}“{text}”{said}")
    for path, word, day in _days(plan):
        printed = labelled.get(str(path[0]), "")
        stands = (
            printed == day.isoformat() if printed else any(found.iso == day.isoformat() for found in find_dates(passages.document.text))
        )
        said = f"，原文写的是 {printed}" if printed else ""
        yield None if stands else Diagnostic(graph.dataset.span(plan, *path), RULE, f"原文里没有这个{word} {day.isoformat()}{said}")
