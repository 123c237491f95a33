"""Paragraphs, items and responsibility lines: what continues what, and the passage that a locator names."""

from __future__ import annotations

import re
from typing import Final

from generator.documents.blocks import Block, Document
from generator.documents.structure.headings import RANK, Kind, Mark, is_heading_title, read_mark
from generator.documents.structure.lines import SENTENCE_END, Line, fold

_ROLE: Final = (
    r"(?:主要|市级|省级|县级|区级|旗级|具体|共同)?(?:牵头|主办|责任|配合|参加|参与|协办|承办|协助|协同|数据提供|数据来源|落实|实施|监督|主责|指导|督办|会办|监管|负责)"
    r"(?:(?:和|及|与|\(|（)?(?:牵头|责任|配合|参加|参与)(?:\)|）)?)?(?:责任)?(?:单位|部门|处室|科室|领导|人|机构|主体|地区|地方|县区)(?:和?责任人|及责任人)?"
)
_TIME: Final = (
    r"(?:(?:计划|要求|拟)?(?:(?:完成|办结|办理|整改|落实|实施|推进)(?:的)?(?:时限|时间|期限|节点)|时限|时间节点)(?:要求)?"
    r"|时间要求|进度(?:安排|要求))"
)
RESPONSIBILITY: Final = re.compile(
    rf"[【\[〔（(]?\s*(?:[0-9]{{1,2}}[.、]\s*)?(?P<role>{_ROLE}|{_TIME}|责\s*任\s*单\s*位|牵\s*头\s*单\s*位|配\s*合\s*单\s*位)\s*(?:[】\]〕]\s*[:：]?|[:：])"
)
LONGEST_ROLE_LINE: Final = 600
LONGEST_STOPPED: Final = 40
"""A title that ends with a full stop is short; a longer line is a sentence."""
LIST_OPENER: Final = re.compile(r"(?:是指|如下|下列|包括|分别为|范围为)[^，,。]{0,6}[:：]$")
JOINABLE_AFTER: Final = re.compile(r"[，、,（(《“‘〈—\-+]$")
CANNOT_START: Final = re.compile(r"[，。、；：！？）》”’〉」】,;:!?)]")
OPENERS: Final = "（(《“‘〈「【"
CLOSERS: Final = "）)》”’〉」】"
LAST_STOP: Final = re.compile(r"[。；！？][”’）)]?(?=[^。；！？]{0,4}$)")
SHORTEST_FULL: Final = 40
LOCATOR_MAX: Final = 400


def is_responsibility(words: str) -> bool:
    """Say whether a line only names who is responsible (牵头单位：… / 【责任单位】… / 完成时限：…)."""
    found = RESPONSIBILITY.match(words)
    if not found or len(words) > LONGEST_ROLE_LINE:
        return False
    # Prose such as “责任单位：要压实责任。” names nobody; a list of units holds no inner full stop.
    return "。" not in words[found.end() : -1]


def continues(line: Line, following: Line, width: int) -> tuple[bool, str]:
    """Say whether the following line goes on with the sentence of this one, and why where that is a guess.

    Args:
        line: A line of running text.
        following: The next one, which starts no heading, item, label, table or box.
        width: At which the export broke lines; 0 where lines are paragraphs.
    """
    ends = SENTENCE_END.search(line.words)
    if ends and not (width and line.words[-1] in "”’）)" and len(line.words) >= width * 0.9):
        return False, ""
    if CANNOT_START.match(following.words):
        return True, ""
    if width:
        full = len(line.words) >= width * 0.82
        broken = not following.indented or JOINABLE_AFTER.search(line.words) is not None
        return full and broken, "" if not line.gap else "分页处断开，已接上"
    if len(line.words) < SHORTEST_FULL:
        return False, ""
    if JOINABLE_AFTER.search(line.words) or LAST_STOP.search(line.words) or _quote_goes_on(line.words, following.words):
        return True, "句子在此处断开，按标点判断已与下段接上"
    return False, ""


def _quote_goes_on(words: str, following: str) -> bool:
    """An opening quote or bracket without its end, whose end comes before any new opening in the next line."""
    opened = sum(words.count(c) for c in OPENERS) - sum(words.count(c) for c in CLOSERS)
    first = next((c for c in following if c in OPENERS + CLOSERS), "")
    return opened > 0 and first != "" and first in CLOSERS


def is_cut_off(words: str) -> bool:
    """Say whether a long paragraph ends inside a sentence (lost in the source; nothing is completed)."""
    return len(words) >= SHORTEST_FULL and not SENTENCE_END.search(words) and not words.endswith("|")


def han_heading(mark: Mark, line: Line, before: str, following: Line | None, under: Mark | None) -> bool:
    """Say whether a line with a 一、 or (一) number that could be a heading is one, not a short item.

    Regulations and notices number whole sentences in the same way: such a line ends with a full stop and has nothing of its
    own below it, or ends a list whose entries end with ；.

    Args:
        mark: The line's number.
        line: The line.
        before: Words of the line directly before where that is an item with the number before, else nothing.
        following: The next line that is no responsibility line.
        under: Its number.
    """
    if LIST_OPENER.search(line.words):
        return False
    stopped = line.words.endswith("。")
    own = following is not None and (under is None or RANK[under.kind] > RANK[mark.kind]) and not following.words.startswith("附件")
    if stopped and (not own or len(mark.rest) > LONGEST_STOPPED):
        return False
    return not (stopped and before and (before.endswith(("；", ";")) or (before.count("。") == 1 and before.endswith("。"))))


def numbered_heading(mark: Mark, line: Line, before: Mark | None, after: Line | None, after_mark: Mark | None) -> bool:
    """Say whether a line with a 1. / (1) / ① number is a heading rather than an item.

    A heading is short, ends without punctuation and has text of its own below: not a responsibility line (then it is a
    task), and not the next number of the same kind (then it is a list).

    Args:
        mark: The line's number.
        line: The line.
        before: Number of the line directly before, where it was an item.
        after: The line after.
        after_mark: Its number.
    """
    if not mark.rest or not is_heading_title(mark.kind, mark.rest) or SENTENCE_END.search(line.words):
        return False
    if before is not None and before.kind == mark.kind and before.number == (mark.number or 0) - 1:
        return False
    if after is None or is_responsibility(after.words) or (line.part and not line.gap):
        return False
    if after_mark is not None and RANK[after_mark.kind] <= RANK[mark.kind]:
        return False
    return after_mark is not None or len(after.words) > len(line.words) or "。" in after.words


def paragraph_of(document: Document, starts: str, nth: int = 1) -> tuple[int, int] | None:
    """Find the passage that a locator names.

    Args:
        document: A document that was read.
        starts: The first words of the passage; white space and width of characters do not matter.
        nth: Which of several blocks that start so.

    Returns:
        Offsets of the passage, without white space at its end. A block stands for itself, an item or unnumbered
        paragraph also for the responsibility lines below it, an item also for its continuation paragraphs and
        sub-items up to the next item of its rank or heading. None where there is no such block.
    """
    wanted = fold(starts)
    if not wanted or nth < 1:
        return None
    seen = 0
    for index, block in enumerate(document.blocks):
        if fold(block.text.lstrip()[: len(starts) * 2 + LOCATOR_MAX]).startswith(wanted):
            seen += 1
            if seen == nth:
                return _span(document, index)
    return None


def _span(document: Document, index: int) -> tuple[int, int]:
    block = document.blocks[index]
    last = index
    if block.kind in ("item", "paragraph"):
        rank = _rank(block)
        for position in range(index + 1, len(document.blocks)):
            following = document.blocks[position]
            if not _belongs(block, rank, following):
                break
            last = position
    start = block.start + len(block.text) - len(block.text.lstrip())
    end = max(start, document.blocks[last].start + len(document.blocks[last].text.rstrip()))
    return start, end


def _rank(block: Block) -> int:
    mark = read_mark(block.words)
    kind: Kind = mark.kind if mark else "circled"
    return RANK[kind] if mark else RANK[kind] + 1


def _belongs(owner: Block, rank: int, following: Block) -> bool:
    if following.kind == "responsibility":
        return True
    if owner.kind == "paragraph":
        return False
    return following.kind == "paragraph" or (following.kind == "item" and _rank(following) > rank)
