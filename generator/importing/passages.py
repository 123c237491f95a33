"""Which blocks of a division belong together: an item with what follows it, a paragraph with its responsibility lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.documents import Block, Division
from generator.documents.structure.headings import RANK, read_mark

BACKGROUND: Final = re.compile(
    r"回顾|发展基础|发展成[就效]|主要成[就效绩]|取得.{0,8}成|历史性|基础条件|现状|形势|(?:发展|宏观|内外|外部|面临的?)环境|机遇|挑战|决胜.{0,6}小康|小康社会(?:踏上|取得|胜利)|工作总结|存在.{0,4}问题"
)
"""Titles of parts that look back or around: what they state are results."""
IMPROVES: Final = re.compile(r"(?:改善|夯实|筑牢|打牢|补齐|完善|巩固|强化|加强|优化|厚植|抢抓|抓住)[^,，、]{0,8}$")
"""Before such a word, what is improved is no part that looks back: 改善城乡基础条件, 夯实绿色发展基础."""
AIMS: Final = re.compile(
    r"指导思想|基本原则|总体要求|[发主总预][展要体期].{0,4}目标|远景|战略定位|战略目标|目标愿景|指标|总体思路|前言|序言|重要意义"
)
"""Titles of parts that set aims for the whole: their targets are the division's own, and no tasks."""
DEPLOYS: Final = re.compile(r"部署|任务|举措|工作安排|重点工作")
"""Beside an aim in one title: the part holds tasks too."""
INDICATORS: Final = re.compile(r"指标")
PROVIDER: Final = re.compile(r"数据(?:提供|来源|责任)")
ACTION: Final = re.compile(
    r"(?:^|[，。；：、,;])\s*(?:要|将|着力|全面|大力|积极|加快|深入|持续|稳步|统筹|扎实|有序|重点|进一步|不断|切实|努力|全力|逐步|严格|坚决|认真|充分|合理){0,2}"
    r"(?:推[进动广]|加[快强大]|建设|建立|健全|完善|实施|开展|发展|提[升高]|优化|强化|打造|培育|扩大|支持|鼓励|引导|落实|构建|深化|促进|保障|保护|治理|"
    r"改造|改善|新建|扩建|改扩建|争取|实现|严格|规范|壮大|拓[展宽]|创建|整治|做[好大强优]|抓好|办好|用好|启动|完成|组织|巩固|维护|防范|化解|创新|整合|统筹)"
)
"""A clause that opens with a verb of doing."""


def looks_back(titles: str) -> bool:
    """Say whether the titles of a division and of those above it say that it looks back or around."""
    return any(not IMPROVES.search(titles[: found.start()]) for found in BACKGROUND.finditer(titles))


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks that one record is made of."""

    blocks: tuple[Block, ...]

    @property
    def first(self) -> Block:
        """Return the block that it starts with."""
        return self.blocks[0]

    @property
    def text(self) -> str:
        """Return its text, one block a line, so that wrapped lines do not cut names."""
        return "\n".join(block.words for block in self.blocks)

    @property
    def printed(self) -> str:
        """Return its own words without the responsibility lines."""
        return "\n".join(block.words for block in self.blocks if block.kind != "responsibility")

    @property
    def is_item(self) -> bool:
        """Say whether it is numbered."""
        return self.first.kind == "item"

    @property
    def has_roles(self) -> bool:
        """Say whether responsibility lines stand below it."""
        return any(block.kind == "responsibility" for block in self.blocks)


def _rank(block: Block) -> int:
    mark = read_mark(block.words)
    return RANK[mark.kind] if mark else RANK["circled"]


def _continues(owner: Block, rank: int, following: Block) -> bool:
    if following.kind == "responsibility":
        return True
    if owner.kind != "item":
        return False
    return following.kind == "paragraph" or (following.kind == "item" and _rank(following) > rank)


def passages(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Group the running text below one heading; tables, boxes and furniture stand between and belong to none."""
    groups: list[list[Block]] = []
    rank = 0
    for block in blocks:
        if block.kind not in ("paragraph", "item", "responsibility") or not block.words:
            continue
        if groups and _continues(groups[-1][0], rank, block):
            groups[-1].append(block)
            continue
        groups.append([block])
        rank = _rank(block) if block.kind == "item" else 0
    return tuple(Passage(tuple(group)) for group in groups)


def announces_action(passage: Passage) -> bool:
    """Say whether a paragraph tells what will be done."""
    words = passage.printed
    return passage.has_roles or (len(words) >= 30 and len(ACTION.findall(words)) >= 2)


def numbers_hold(numbers: Iterable[int | None]) -> bool:
    """Say whether the printed numbers of all tasks of a document can be their ids: all there, unique, ascending, three digits."""
    given = list(numbers)
    known = [number for number in given if number is not None]
    return bool(known) and len(known) == len(given) and all(a < b for a, b in pairwise(known)) and known[0] > 0 and known[-1] <= 999


def walk(divisions: Iterable[Division]) -> Iterable[Division]:
    """Yield every division of an outline, in the order of the text."""
    for division in divisions:
        yield division
        yield from walk(division.children)
