"""The tree of divisions: levels of headings, numbers that exports broke, and headings that pages lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.documents.blocks import Block, Division, Level
from generator.documents.structure.headings import FIXED, RANK, SPECIAL, Kind, Mark, read_mark

DEPTH: Final[dict[Level, int]] = {"part": 0, "chapter": 1, "section": 2, "group": 3, "subgroup": 4}
LEVELS: Final[tuple[Level, ...]] = ("part", "chapter", "section", "group", "subgroup")
LARGEST_GAP: Final = 4
"""More missing numbers than this are a slip of numbering, not lost headings."""


def levels_of(marks: Iterable[Mark]) -> dict[tuple[Kind, int], Level]:
    """Give each kind of number the level that it has in this document.

    编/篇, 章 and 节 have fixed levels; the others fill what is free below the kinds above them, in the usual order
    一、 (一) 1. (1) ①. So 一、 is a chapter where there is no 章, and a group below a 节.

    Args:
        marks: Of all headings, in order.
    """
    marks = tuple(marks)
    seen: dict[tuple[Kind, int], int] = {}
    for order, mark in enumerate(marks):
        seen.setdefault((mark.kind, mark.depth), order)
    free = 1
    last = {(mark.kind, mark.depth): order for order, mark in enumerate(marks)}
    result: dict[tuple[Kind, int], Level] = {}
    sections_last = ("section", 0) in seen and ("chapter", 0) not in seen and seen.get(("han", 0), 10**9) < seen[("section", 0)]
    if sections_last:
        # 一、 … 第一节 …: here the 节 stand below 一、.
        result[("han", 0)] = "chapter"
    for kind in sorted(seen, key=lambda k: (RANK[k[0]], k[1])):
        if kind[0] in SPECIAL:
            result[kind] = "part" if ("part", 0) in seen else "chapter"
        elif kind[0] in FIXED:
            depth = ("part", "chapter", "section").index(kind[0])
            result[kind] = LEVELS[depth]
            free = max(free, depth + 1)
        elif kind not in result:
            result[kind] = LEVELS[min(free, 4)]
            free += 1
    # Chapters that come after an annex began are the annex's own.
    first_annex = seen.get(("annex", 0), len(marks))
    if any(level == "chapter" and kind[0] not in SPECIAL and last[kind] > first_annex for kind, level in result.items()):
        result["annex", 0] = "part"
    return result


@dataclass(slots=True)
class _Counter:
    """Where the walk through the headings stands: the last heading number of each level, and the last 节 of all."""

    numbers: dict[Level, int]
    section_before: int = 0
    special: Kind | None = None
    """Inside a preface or annex: there the numbers of the body do not hold."""

    def enter(self, level: Level, number: int) -> None:
        self.numbers[level] = number
        for deeper in LEVELS[DEPTH[level] + 1 :]:
            self.numbers.pop(deeper, None)


def complete(blocks: Sequence[Block], body_start: int) -> tuple[Block, ...]:
    """Deduce broken numbers and insert headings that the page lost.

    A 节 whose number is not larger than the one before, inside one 章, means a lost 章; a number that is skipped means a
    lost heading. What is inserted has no text, no title and ``inferred=True``.

    Args:
        blocks: Of the whole document; headings have their level.
        body_start: Index of the block where the body starts: a first heading lost there stands before it.
    """
    has_chapters = any(b.kind == "heading" and b.label.endswith("章") for b in blocks)
    chapters_are_han = not has_chapters and any(b.kind == "heading" and b.level == "chapter" and b.label.endswith("、") for b in blocks)
    state = _Counter({})
    result: list[Block] = []
    first_insert = -1
    for index, block in enumerate(blocks):
        if index == body_start:
            first_insert = len(result)
        if block.kind != "heading" or block.level is None:
            result.append(block)
            continue
        level = block.level
        block = _repaired(block, state)
        if block.label.endswith("节") and not chapters_are_han and state.special in (None, "preface"):
            opening = state.numbers.get("chapter", 0) == 0 and state.section_before == 0 and 0 <= first_insert <= len(result)
            lost = _lost_before_section(block, state)
            at = first_insert if opening and lost else len(result)
            anchor = result[at] if at < len(result) else block
            result[at:at] = [_lost(anchor, where, number, why) for where, number, why in lost]
            state.section_before = block.number or state.section_before
        elif block.label.endswith("章"):
            result.extend(_lost(block, "chapter", n, f"第{n}章的标题在页面上缺失") for n in _skipped(block, state))
        special = _special(block)
        if special is not None:
            state.special = special
            state.enter("chapter", state.numbers.get("chapter", 0))
        elif block.number is not None:
            state.enter(level, block.number)
            state.special = None if level in ("part", "chapter") else state.special
        result.append(block)
    return _with_certainty(result)


def _special(block: Block) -> Kind | None:
    mark = read_mark(block.words)
    return mark.kind if mark is not None and mark.kind in SPECIAL else None


def _repaired(block: Block, state: _Counter) -> Block:
    """Deduce a number that the export broke from the heading before it on its level."""
    if block.number is not None or not block.label.startswith("第") or block.level is None:
        return block
    number = state.numbers.get(block.level, 0) + 1
    return replace(block, number=number, confidence=0.8, why=f"编号“{block.label}”不可读，按前后次序推定为第{number}")


def _lost_before_section(block: Block, state: _Counter) -> list[tuple[Level, int, str]]:
    """Which headings must have stood before this 节: (level, number, why)."""
    number = block.number or 1
    before = state.numbers.get("section", 0)
    lost: list[tuple[Level, int, str]] = []
    if state.special == "preface" or ("chapter" not in state.numbers and "part" not in state.numbers):
        chapter = state.numbers.get("chapter", 0) + 1
        lost.append(("chapter", chapter, f"“{block.label}”之前没有章标题"))
        state.enter("chapter", chapter)
        state.special = None
        before = 0
    elif number <= before:
        chapter = state.numbers.get("chapter", 0) + 1
        lost.append(("chapter", chapter, f"节号由{before}回到{number}，说明此前缺一个章标题，起点不明"))
        state.enter("chapter", chapter)
        before = 0
    elif before == 0 and number == state.section_before + 1:
        return []  # 节 are numbered through the whole document
    if number - before - 1 <= LARGEST_GAP:
        lost.extend(("section", n, f"节号跳到{number}，缺第{n}节的标题，起点不明") for n in range(before + 1, number))
    return lost


def _skipped(block: Block, state: _Counter) -> range:
    before = state.numbers.get("chapter", 0)
    number = block.number or 0
    return range(before + 1, number) if before and 1 < number - before <= LARGEST_GAP + 1 else range(0)


def _lost(anchor: Block, level: Level, number: int, why: str) -> Block:
    return Block("heading", "", anchor.start, anchor.line, level, "", number, "", inferred=True, why=why, confidence=0.6)


def _with_certainty(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Numbers of lost 章 are certain where the next printed one continues them; elsewhere whole chapters may be missing too."""
    result = list(blocks)
    waiting: list[int] = []
    for index, block in enumerate(blocks):
        if block.level != "chapter" or block.kind != "heading":
            continue
        if block.inferred:
            waiting.append(index)
        elif block.label.endswith("章"):
            fits = bool(waiting) and block.number == (blocks[waiting[-1]].number or 0) + 1
            for position in waiting:
                known = blocks[position]
                result[position] = replace(known, confidence=0.9 if fits else 0.5)
            waiting = []
    for position in waiting:
        known = blocks[position]
        result[position] = replace(known, confidence=0.5, why=known.why + "；其后没有印出的章号可核对，序号可能偏小")
    return tuple(result)


@dataclass(slots=True)
class _Node:
    heading: Block
    children: list[_Node]
    blocks: list[Block]


def build(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Division, ...]]:
    """Hang all blocks below their headings.

    Returns:
        The blocks before the first heading, and the tree.
    """
    front: list[Block] = []
    roots: list[_Node] = []
    path: list[_Node] = []
    for block in blocks:
        if block.kind == "heading" and block.level is not None:
            node = _Node(block, [], [])
            while path and DEPTH[path[-1].heading.level or "part"] >= DEPTH[block.level]:
                path.pop()
            (path[-1].children if path else roots).append(node)
            path.append(node)
        else:
            (path[-1].blocks if path else front).append(block)
    return tuple(front), tuple(_frozen(node) for node in roots)


def _frozen(node: _Node) -> Division:
    return Division(node.heading, tuple(_frozen(child) for child in node.children), tuple(node.blocks))
