"""Targets made of past results: small plans in memory over official documents that report what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.dataset import Dataset
from generator.dataset.read import Origin
from generator.documents import Block, Commitment, Document, find_commitments, read_document
from generator.graph import Graph, link
from generator.model import Plan, Record, Target, Task
from generator.model.identity import KINDS
from generator.source import Source
from generator.verify import Passages
from tests.verify.mutations import Change

LOOKS_BACK = re.compile("工作回顾|第一节 发展基础")
"""Headings of the two documents below which everything is a past result; read by a person."""


def _blocks_behind(document: Document) -> Iterator[Block]:
    """Yield the paragraphs under a heading that looks back, at any depth."""
    behind: str | None = None
    ranks = ["part", "chapter", "section", "group", "subgroup"]
    for block in document.blocks:
        if block.kind == "heading":
            if behind is None or ranks.index(block.level or "part") <= ranks.index(behind):
                behind = (block.level or "part") if LOOKS_BACK.search(block.text) else None
        elif behind is not None and block.kind in {"paragraph", "item"}:
            yield block


def _target(task: Task, number: int, found: Commitment, plan: Plan) -> Target:
    return Target(
        id=f"{task.id}-t{number:02}",
        plan=plan.id,
        owner=task.id,
        metric=found.metric,
        operator=found.operator,
        quantity=found.quantity,
        value=found.value,
        value_max=found.value_max,
        measure=found.measure or None,
        by=plan.period.end,
        by_basis="plan-period",
    )


def past_as_targets(file: Path, plan_id: str, kind: str, period: tuple[int, int]) -> tuple[Graph, Passages, list[Change]]:
    """Return a plan with one task a paragraph that reports results, its document, and one change a result that makes it a target."""
    document, _ = read_document(file.read_bytes(), file.name)
    assert document is not None
    plan = _plan(plan_id, kind, period)
    passages = Passages(plan_id, document, "0" * 64, "text", period[1] if kind == "report" else None)
    origin = Origin(Source("memory.yml", {}, {}, {}), ())
    records: dict[str, dict[str, Record]] = {name: {} for name in KINDS} | {"plan": {plan_id: plan}}
    changes: list[Change] = []
    for number, block in enumerate(_blocks_behind(document), 1):
        task = _task(plan_id, number, block)
        passage = passages.of(task.source)
        if passage is None or not block.start <= passage.start < block.end:
            continue  # another paragraph starts with the same words
        records["task"][task.id] = task
        year = period[1] if kind == "report" else None
        for place, found in enumerate(find_commitments(block.text, period=period, report_year=year, background=True), 1):
            if found.kind == "result" and found.value is not None and found.metric and found.operator not in {"reach", "text"}:
                target = _target(task, place, found, plan)
                changes.append(Change(f"{task.id}: {found.metric} {found.value} {found.measure}", {("target", target.id): target}))
    origins = {(name, identifier): origin for name, shelf in records.items() for identifier in shelf}
    return link(Dataset(records, origins)), passages, changes


def _plan(identifier: str, kind: str, period: tuple[int, int]) -> Plan:
    document = {"id": "text", "title": "文件", "publisher": "网站", "sha256": "0" * 64, "verified": date(2026, 1, 1)}
    value: dict[str, object] = {
        "id": identifier,
        "title": "文件",
        "short_title": "文件",
        "kind": kind,
        "regions": ("somewhere",),
        "summary": "文件。",
    }
    value |= {"period": {"start": period[0], "end": period[1]}, "documents": (document,), "validity": "未注明"}
    return Plan.model_validate(value)


def _task(plan: str, number: int, block: Block) -> Task:
    value: dict[str, object] = {
        "id": f"{plan}-{number:03}",
        "plan": plan,
        "division": f"{plan}-c01",
        "title": "标题",
        "title_basis": "editorial",
    }
    value |= {"order": number, "source": {"starts": block.text.strip()[:16]}, "summary": "概括。"}
    return Task.model_validate(value)
