"""The outline as division records, with the tasks, targets and results that stand below each heading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from generator.documents import Block, Division
from generator.documents.structure.headings import read_mark
from generator.importing.boxes import enter_box
from generator.importing.desk import Desk
from generator.importing.facts import commitments_of, results_of, targets_of
from generator.importing.passages import AIMS, DEPLOYS, Passage, announces_action, looks_back, numbers_hold, passages, walk
from generator.importing.rows import TaskTable, each_task, enter_items, enter_table, is_indicator_item, task_table
from generator.importing.tasks import row_task, task_of
from generator.importing.text import TO_WRITE, one_line
from generator.importing.yaml_out import Guess, Tree

Kind = Literal["part", "chapter", "section", "preface", "annex"]
MOST_TASKS: Final = 9999
MOST_DEEP: Final = 8
FRONT: Final = "标题之前的内容"
"""Marks a heading of ours over what stands before the first printed one."""


@dataclass(frozen=True, slots=True)
class Above:
    """What a division inherits from those around it."""

    identifier: str = ""
    titles: str = ""
    depth: int = 0


@dataclass(slots=True)
class Numbers:
    """Numbers that were given out."""

    printed_tasks: bool
    printed_chapters: bool
    printed_boxes: bool
    used: set[str] = field(default_factory=set)
    tasks: int = 0
    """Last running number; it starts behind the printed ones where those are ids."""
    given: set[int] = field(default_factory=set)

    def local(self, stem: str, wanted: int, width: int) -> str | None:
        """Return a free local id, the wanted number where it is free; None where all are used."""
        most = 10**width - 1 if width > 1 else 999
        for number in (wanted, *range(1, most + 1)):
            identifier = f"{stem}{number:0{width}d}"
            if 0 < number <= most and identifier not in self.used:
                self.used.add(identifier)
                return identifier
        return None


def _special(block: Block) -> Literal["preface", "annex"] | None:
    mark = read_mark(block.words) if block.words else None
    if mark is None or mark.kind not in ("preface", "annex", "terms"):
        return None
    return "preface" if mark.kind == "preface" else "annex"


def kind_of(block: Block) -> Kind:
    """Say what kind of division a heading opens."""
    special = "preface" if block.why == FRONT else _special(block)
    if special is not None:
        return special
    return block.level if block.level in ("part", "chapter") else "section"


def numbers_of(desk: Desk, divisions: tuple[Division, ...]) -> Numbers:
    """Decide which printed numbers can be ids: those that are unique and ascending in the whole document."""
    tasks: list[int | None] = []
    chapters: list[int | None] = []
    for division in walk(divisions):
        heading = division.heading
        if kind_of(heading) == "chapter":
            chapters.append(heading.number)
        items = [p for p in passages(division.blocks) if p.is_item and not is_indicator_item(p, heading.title)]
        tasks.extend(item.first.number for item in items)
        for table in [t for block in division.blocks if block.kind == "table" and (t := task_table(block)) is not None]:
            tasks.extend(number for _, number, _ in each_task(table))
    boxes = [block.number for block in desk.document.blocks if block.kind == "box"]
    hold = numbers_hold(tasks)
    last = max((number for number in tasks if number), default=0) if hold else 0
    return Numbers(hold, numbers_hold(chapters), numbers_hold(boxes), tasks=last)


def _local_id(numbers: Numbers, heading: Block, kind: Kind, above: Above, order: int) -> str | None:
    if kind == "preface" and "preface" not in numbers.used and not above.identifier:
        numbers.used.add("preface")
        return "preface"
    if kind == "part":
        return numbers.local("p", heading.number or order, 1)
    if kind == "annex" and not above.identifier:
        return numbers.local("annex", heading.number or 1, 1)
    if kind == "chapter":
        wanted = (
            heading.number
            if numbers.printed_chapters and heading.number
            else len([u for u in numbers.used if u[0] == "c" and "-" not in u]) + 1
        )
        return numbers.local("c", wanted, 2)
    stem = f"{above.identifier}-s" if above.identifier not in ("", "preface") else "s"
    return numbers.local(stem, heading.number or order, 2)


def _anchor(desk: Desk, heading: Block) -> Block:
    """Return the heading, or the first printed block behind one that the document lost."""
    if heading.words:
        return heading
    following = (block for block in desk.document.blocks if block.start >= heading.start and block.words)
    return next(following, heading)


def _head(desk: Desk, division: Division, identifier: str, kind: Kind, order: int) -> Tree:
    heading = division.heading
    anchor = _anchor(desk, heading)
    title = one_line(heading.title)
    tree: Tree = {"id": desk.guess(identifier, heading.confidence, heading.why, heading.line, anchor.words), "kind": kind}
    tree |= {"label": label} if (label := one_line(heading.label)) and not heading.inferred else {}
    tree |= {"title": title or TO_WRITE, "title_basis": "printed" if title else "editorial", "order": order}
    tree["source"] = desk.locator.source(anchor.start, anchor.words)
    if heading.inferred:
        tree["inferred"] = True
        words = f"原文页面上缺了这一{'章' if kind == 'chapter' else '节'}的标题，编号是按前后推断的。"
        desk.notes.append(("omission", words, [identifier], [dict(tree["source"])]))
    tree["summary"] = TO_WRITE
    return tree


def _tasks(desk: Desk, numbers: Numbers, found: list[Passage], identifier: str, title: str) -> list[Tree]:
    made: list[Tree] = []
    for passage in found:
        local = _task_id(desk, numbers, passage.first, passage.first.number)
        if local:
            made.append(task_of(desk, passage, local, int(local.rsplit("-", 1)[1]), identifier, title, alone=len(found) == 1))
    return made


def _task_id(desk: Desk, numbers: Numbers, block: Block, printed: int | None) -> str:
    number = printed if numbers.printed_tasks and printed and printed not in numbers.given else numbers.tasks + 1
    while number in numbers.given:
        number += 1
    if not (numbers.printed_tasks and number == printed):
        numbers.tasks = number
    numbers.given.add(number)
    if number > MOST_TASKS:
        desk.leave(block, f"任务超过 {MOST_TASKS} 条，没有收")
        return ""
    return f"{desk.plan}-{number:03d}"


def _table_tasks(desk: Desk, numbers: Numbers, block: Block, table: TaskTable, division: str) -> list[Tree]:
    made: list[Tree] = []
    for row, number, words in each_task(table):
        local = _task_id(desk, numbers, block, number)
        if local:
            made.append(row_task(desk, table, row, number, words, local, int(local.rsplit("-", 1)[1]), division))
    return made


def _fill(desk: Desk, numbers: Numbers, division: Division, tree: Tree, above: Above) -> None:
    """Add what stands directly below the heading."""
    identifier, title = _id(tree), one_line(division.heading.title)
    tasks: list[Tree] = []
    for block in division.blocks:
        if block.kind == "box":
            enter_box(desk, block, identifier, numbers.printed_boxes)
        elif block.kind == "table" and not enter_table(desk, block, identifier):
            table = task_table(block)
            if table is None:
                desk.leave(block, "表格不是指标表，也不是任务表，请人工录入")
            else:
                tasks.extend(_table_tasks(desk, numbers, block, table, identifier))
        elif block.kind == "explanation" and block.title:
            desk.registry.new_terms.setdefault(
                one_line(block.title), {"term": one_line(block.title), "explanation": TO_WRITE, "basis": "document"}
            )
    groups = list(passages(division.blocks))
    taken = enter_items(desk, [p for p in groups if is_indicator_item(p, title)], identifier, title)
    rest = [passage for passage in groups if passage.first.start not in taken]
    chosen = _chosen(rest, above.titles + title, division)
    tasks = [*_tasks(desk, numbers, chosen, identifier, title), *tasks]
    _own_figures(desk, tree, [p for p in rest if p not in chosen], above.titles + title)
    if tasks:
        tree["tasks"] = tasks


def _chosen(rest: list[Passage], titles: str, division: Division) -> list[Passage]:
    """Choose the passages that are tasks."""
    special = kind_of(division.heading)
    if special in ("preface", "annex") and not any(p.has_roles for p in rest):
        return []
    if looks_back(titles):
        return [p for p in rest if p.has_roles]
    items = [p for p in rest if p.is_item and len(p.printed) > len(p.first.label) + 3]
    if items:
        return [p for p in rest if p in items or p.has_roles]
    if division.children or (AIMS.search(titles) and not DEPLOYS.search(titles)):
        return [p for p in rest if p.has_roles]
    return [p for p in rest if announces_action(p)]


def _own_figures(desk: Desk, tree: Tree, rest: list[Passage], titles: str) -> None:
    """State the targets and results of running text that is no task."""
    text = "\n".join(passage.printed for passage in rest)
    if not text:
        return
    found = commitments_of(desk, text, background=looks_back(titles))
    line = rest[0].first.line
    if targets := targets_of(desk, found, _id(tree), line):
        tree["targets"] = targets
    if results := results_of(desk, found, _id(tree), line):
        tree["results"] = results


def _id(tree: Tree) -> str:
    held = tree["id"]
    return str(held.value if isinstance(held, Guess) else held)


def division_of(desk: Desk, numbers: Numbers, division: Division, above: Above, order: int) -> Tree | None:
    """Make the record of a division with everything below it; None where its id cannot be given out any more."""
    kind = kind_of(division.heading)
    if above.identifier and kind in ("preface", "annex"):
        kind = "section"
    local = _local_id(numbers, division.heading, kind, above, order)
    if local is None or above.depth > MOST_DEEP:
        desk.leave(division.heading, "编号用完了，这一部分没有收")
        return None
    tree = _head(desk, division, f"{desk.plan}-{local}", kind, order)
    _fill(desk, numbers, division, tree, above)
    inner = Above(local, f"{above.titles}{division.heading.title}|", above.depth + 1)
    children = [
        child for place, below in enumerate(division.children, 1) if (child := division_of(desk, numbers, below, inner, place)) is not None
    ]
    if children:
        tree["children"] = children
    return tree
