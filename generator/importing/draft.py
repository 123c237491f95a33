"""A draft plan folder of a document: every fact that it prints, and marked places for what an editor writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.dataset import Dataset
from generator.documents import Block, Division, Document, declares_first_is_lead
from generator.importing.desk import Desk, Remark, Request
from generator.importing.divisions import FRONT, Above, Numbers, division_of, numbers_of
from generator.importing.plan import kind_from, period_from, plan_tree, titles_of
from generator.importing.registry import Registry, read_registry
from generator.importing.text import Locator
from generator.importing.yaml_out import Guess, Tree, bare

LISTS = ("indicators", "projects", "boxes", "notes")
WHOLE = "全文没有标题"
UNTAKEN = frozenset({"furniture", "contents", "notice"})
WHY = {"furniture": "网页自带的文字", "contents": "目录", "notice": "印发通知", "table": "表格前没有标题"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft, not yet written anywhere."""

    plan: str
    title: str
    files: dict[str, Tree]
    """File name without ``.yml`` → value."""
    counts: dict[str, int]
    doubts: tuple[Remark, ...]
    left_out: tuple[Remark, ...]
    registry: Registry


def draft_plan(document: Document, dataset: Dataset, request: Request) -> Draft | str:
    """Make a draft.

    Args:
        document: As read.
        dataset: The project's data, for names that are known already.
        request: What the person asked for.

    Returns:
        The draft, or in Chinese why there is none.
    """
    _, title = titles_of(document)
    kind = request.kind or kind_from(title)
    period = request.period or period_from(title, kind)
    if period is None:
        return "从标题里看不出规划期，请用 --period 写明，例如 --period 2021-2025"
    registry = read_registry(dataset, request.plan, request.region)
    first = declares_first_is_lead(document.text)
    desk = Desk(document, request, kind, period, registry, Locator(document.blocks), first)
    files = _divisions(desk, document)
    if not files:
        return "文件里没有读出任何章节或段落"
    _leave_unread(desk, document)
    counts = _counts(files, desk)
    printed = {name: counts[f"printed {name}"] for name in ("chapters", "sections")}
    expected = printed | {name: counts[name] for name in ("tasks", "indicators", "boxes")}
    whole = {"plan": plan_tree(desk, expected)} | files | _lists(desk)
    return Draft(request.plan, title, whole, dict(counts), tuple(desk.doubts), tuple(desk.left_out), registry)


def _divisions(desk: Desk, document: Document) -> dict[str, Tree]:
    outline = document.outline
    own = tuple(block for block in document.front if block.kind in ("paragraph", "item", "responsibility", "table", "box") and block.words)
    if own:
        outline = (_front_division(own, bool(outline)), *outline)
    numbers = numbers_of(desk, outline)
    files: dict[str, Tree] = {}
    for order, division in enumerate(outline, 1):
        tree = _outermost(desk, numbers, division, order)
        if tree is not None:
            files[str(bare(tree["id"])).removeprefix(desk.plan + "-")] = tree
    return files


def _outermost(desk: Desk, numbers: Numbers, division: Division, order: int) -> Tree | None:
    tree = division_of(desk, numbers, division, Above(), order)
    if tree is not None and division.heading.why in (FRONT, WHOLE):
        tree["title"] = Guess("开头部分" if tree["kind"] == "preface" else "正文", "原文没有标题，请拟一个")
    return tree


def _front_division(blocks: tuple[Block, ...], before_outline: bool) -> Division:
    """Hang what stands before the first heading below a heading of ours; it is as long as nothing."""
    first = blocks[0]
    heading = Block("heading", "", first.start, first.line, "chapter", why=FRONT if before_outline else WHOLE)
    return Division(heading, (), blocks)


def _each(tree: object, field: str) -> Iterable[Tree]:
    held = tree.value if isinstance(tree, Guess) else tree
    if isinstance(held, dict):
        for key, value in held.items():
            if key == field:
                yield from value
            if key in ("children", "tasks"):
                for inner in value:
                    yield from _each(inner, field)


def _counts(files: dict[str, Tree], desk: Desk) -> Counter[str]:
    counts: Counter[str] = Counter(indicators=len(desk.indicators), boxes=len(desk.boxes), projects=len(desk.projects))
    for tree in files.values():
        for division in (tree, *_each(tree, "children")):
            counts[f"{division['kind']}s"] += 1
            counts[f"printed {division['kind']}s"] += not division.get("inferred")
            counts["tasks"] += len(division.get("tasks", ()))
            counts["results"] += len(division.get("results", ()))
        counts["targets"] += len(list(_each(tree, "targets")))
        counts["roles"] += len(list(_each(tree, "leads"))) + len(list(_each(tree, "participants")))
    return counts


def _lists(desk: Desk) -> dict[str, Tree]:
    notes = [
        {"id": f"{desk.plan}-n{number:02d}", "kind": kind, "subjects": subjects, "text": Guess(text, "程序写的说明"), "sources": sources}
        for number, (kind, text, subjects, sources) in enumerate(desk.notes[:999], 1)
    ]
    lists = {"indicators": desk.indicators, "projects": desk.projects, "boxes": desk.boxes, "notes": notes}
    return {name: {name: rows} for name, rows in lists.items() if rows}


def _leave_unread(desk: Desk, document: Document) -> None:
    for block in document.blocks:
        if block.kind in UNTAKEN and block.words:
            desk.leave(block, WHY[block.kind])
        elif block.confidence < 1 and block.kind in ("paragraph", "item", "title") and block.words:
            desk.doubt(block.line, block.words, block.why or "读法不确定")
