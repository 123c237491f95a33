"""The other way round: what of a document no record represents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.documents import Block, find_commitments, find_projects
from generator.graph import Graph
from generator.model.base import Source
from generator.text.widths import folded
from generator.verify.figures import printed_numbers
from generator.verify.names import excerpt
from generator.verify.paragraphs import account
from generator.verify.passages import Passages

WORDS = {
    "headings": "标题",
    "items": "编号条目",
    "rows": "表格行",
    "boxes": "专栏",
    "responsibility": "责任单位行",
    "figures": "可以核对的数字",
    "projects": "点名的项目",
    "paragraphs": "正文段落",
}
SURE = 0.7
"""What the reader itself is unsure of is no debt of the data's."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place of the document that no record represents."""

    what: str
    line: int
    text: str
    """Its beginning."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of one kind the document has, and how many are represented."""

    found: int
    represented: int
    background: int = 0
    """Of the represented: marked one by one as asking for nothing."""
    set_aside: int = 0
    """Of the represented: in divisions that are background as a whole."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Coverage of one document."""

    counts: dict[str, Count]
    gaps: tuple[Gap, ...]


class _Tally:
    """Counts while the document is walked."""

    def __init__(self) -> None:
        self.found: dict[str, int] = dict.fromkeys(WORDS, 0)
        self.represented: dict[str, int] = dict.fromkeys(WORDS, 0)
        self.gaps: list[Gap] = []

    def take(self, what: str, represented: bool, line: int, text: str) -> None:
        self.found[what] += 1
        if represented:
            self.represented[what] += 1
        else:
            self.gaps.append(Gap(what, line, excerpt(text)))

    def ledger(self) -> Ledger:
        counts = {what: Count(self.found[what], self.represented[what]) for what in WORDS}
        return Ledger(counts, tuple(self.gaps))


def _starts(graph: Graph, passages: Passages, kinds: Iterable[str]) -> set[int]:
    """Offsets at which the passages of these kinds of records begin."""
    found = set()
    for kind in kinds:
        for record in graph.dataset.records.get(kind, {}).values():
            source = getattr(record, "source", None)
            if getattr(record, "plan", None) == passages.plan and source is not None:
                passage = passages.of(source)
                if passage is not None:
                    found.add(passage.start)
    return found


def _owned_figures(graph: Graph, passages: Passages) -> list[tuple[int, int, set[float]]]:
    """For each passage of a task, division or row: its range and the numbers that its records state."""
    owned = []
    for kind in ("task", "division", "indicator-row"):
        for record in graph.dataset.records.get(kind, {}).values():
            if getattr(record, "plan", None) != passages.plan:
                continue
            source = getattr(record, "source", None)
            find = passages.body if kind == "division" else passages.of
            passage = find(source) if isinstance(source, Source) else None
            if passage is None:
                continue
            values = {v for t in graph.back.targets.get(record.id, ()) for v in (t.value, t.value_max) if v is not None}
            values |= {r.value for r in graph.back.results.get(record.id, ()) if r.value is not None}
            figures = [f for name in ("base", "target", "growth") if (f := getattr(record, name, None)) is not None]
            values |= {v for f in figures for v in (f.value, f.value_max) if v is not None}
            owned.append((passage.start, passage.end, {float(v) for v in values}))
    return owned + _sizes(graph, passages)


def _sizes(graph: Graph, passages: Passages) -> list[tuple[int, int, set[float]]]:
    """What projects state of their size: 新建线路5公里 is a figure of the project, and no target beside it."""
    owned = []
    for project in graph.back.projects_of_plan.get(passages.plan, ()):
        passage = passages.of(project.source)
        if passage is not None:
            said = "；".join(part for part in (project.name, project.scale, project.investment) if part)
            owned.append((passage.start, passage.end, {number.value for number in printed_numbers(folded(said))}))
    return owned


def _represented(value: float | None, at: int, owned: list[tuple[int, int, set[float]]]) -> bool:
    if value is None:
        return True
    return any(start <= at < end and any(abs(value - v) < 1e-9 for v in values) for start, end, values in owned)


def _blocks(graph: Graph, passages: Passages, tally: _Tally) -> None:
    divisions = _starts(graph, passages, ("division",))
    items = _starts(graph, passages, ("task", "indicator-row"))
    boxes = _starts(graph, passages, ("box",))
    ranges = [(p.start, p.end) for t in graph.back.tasks_of_plan.get(passages.plan, ()) if (p := passages.of(t.source))]
    ranges += [(p.start, p.end) for r in graph.back.rows.get(passages.plan, ()) if (p := passages.of(r.source))]
    for block in passages.document.blocks:
        inside = any(start <= block.start < end for start, end in ranges)
        match block.kind:
            case "heading" if not block.inferred:
                tally.take("headings", _begins(block, divisions), block.line, block.text)
            case "item":
                tally.take("items", _begins(block, items), block.line, block.text)
            case "box":
                tally.take("boxes", _begins(block, boxes), block.line, block.text)
            case "responsibility":
                tally.take("responsibility", inside, block.line, block.text)
            case "table":
                _rows(block, items, tally)
            case _:
                pass


def _begins(block: Block, starts: set[int]) -> bool:
    """Say whether a passage begins in this block: an indent belongs to the block, not to the passage."""
    return any(block.start <= start < block.end for start in starts)


def _rows(block: Block, items: set[int], tally: _Tally) -> None:
    """Count the rows of a table behind its header."""
    offset = block.start
    for number, line in enumerate(block.text.split("\n")):
        if number and line.strip():
            tally.take("rows", offset in items, block.line + number, line)
        offset += len(line) + 1


def _facts(graph: Graph, passages: Passages, tally: _Tally) -> None:
    plan = graph.plans[passages.plan]
    period = (plan.period.start, plan.period.end)
    owned = _owned_figures(graph, passages)
    names = [name for p in graph.back.projects_of_plan.get(plan.id, ()) for name in (p.name, *p.aliases)]
    for box in graph.back.boxes.get(plan.id, ()):  # a box's sub-heads stand in its record, whatever the reader takes them for
        names += [text for group in box.groups for text in (group.head, group.text, *group.items) if text]
    # What is built already is a result, what must be reached a target.
    names += [f"{t.metric}{t.text or ''}" for t in graph.targets.values() if t.plan == plan.id]
    names += [f"{r.metric}{r.text or ''}" for found in graph.back.results.values() for r in found if r.plan == plan.id]
    known = {folded(name) for name in names}
    for block in passages.document.blocks:
        if block.kind not in {"paragraph", "item", "box"}:
            continue
        behind = passages.looks_back(block.start)
        for found in find_commitments(block.text, period=period, report_year=passages.report_year, background=behind):
            if found.kind == "commitment" and found.value is not None and found.confidence >= SURE:
                stands = _represented(float(found.value), block.start + found.start, owned)
                tally.take("figures", stands, block.line, block.text[found.start : found.end])
        for project in find_projects(block.text, in_box=block.kind == "box"):
            if project.confidence >= SURE:
                name = folded(project.name)
                stands = name in known or any(name in other or other in name for other in known)
                tally.take("projects", stands, block.line, project.name)


def ledger_of(graph: Graph, passages: Passages) -> Ledger:
    """Walk a document and say what of it the data represents.

    Args:
        graph: The linked data.
        passages: The plan's document.
    """
    tally = _Tally()
    _blocks(graph, passages, tally)
    _facts(graph, passages, tally)
    accounts = account(graph, passages)
    for one in accounts:
        tally.take("paragraphs", one.by is not None, one.block.line, one.block.text)
    found = tally.ledger()
    by = Counter(one.by for one in accounts)
    counts = found.counts | {"paragraphs": replace(found.counts["paragraphs"], background=by["background"], set_aside=by["set-aside"])}
    return replace(found, counts=counts)
