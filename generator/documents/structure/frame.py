"""What stands around a document's body: page head, title, covering notice, table of contents, signature, page foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.documents.blocks import BlockKind
from generator.documents.structure.contents import CONTENTS
from generator.documents.structure.furniture import ends_the_document, is_furniture, is_public_mark
from generator.documents.structure.headings import is_heading_title, read_mark
from generator.documents.structure.lines import Line, fold
from generator.documents.structure.metadata import NAMES, is_adoption, is_document_number, is_time_stamp, open_label, read_pairs
from generator.documents.structure.paragraphs import is_responsibility
from generator.text.dates import is_date_line

TITLE_WORD: Final = re.compile(
    r"(?:通知|通报|意见|方案|规划|纲要|报告|决定|办法|要点|计划|清单|细则|批复|公告|通告|规定|条例|规则|分解表|任务表|目标|制度|草案|建议|决议|安排|分工|行动|指引|指南|预案|政策|措施|分解|台账|举措|章程|函|表)"
    r"[》”]?(?:[（(【\[][^）)】\]]{1,40}[）)】\]]\s*)*[》”]?$"
)
SALUTATION: Final = re.compile(
    r"^(?:各|全[省市县区旗]|[\u4e00-\u9fff]{2,20}(?:人民政府|管委会|委员会|党委|局|厅|办公室|公司|街道)).{0,280}[:：]$"
)
COVER: Final = re.compile(
    r"(?:印发|批转|转发|下发|发给|印送)(?:给|与|予|至)?(?:你们|各|你单位)|(?:现予|现将|现|予以|一并).{0,6}(?:印发|转发|批转)"
)
COVER_TITLE: Final = re.compile(r"(?:印发|批转|转发|下发|发布).{2,}的?(?:通知|函|决定)")
OFFICE: Final = re.compile(
    r"^[\u4e00-\u9fff（）()、\s]{2,40}(?:政府|办公[室厅]|委员会|[局厅部委院署处]|中心|管委会|领导小组|行署|公司|党组|指挥部|街道办事处)$"
)
WEAK_TITLE_END: Final = re.compile(r"(?:制度|目标|行动|政策|分工|分解|安排|指标|任务)$")
"""A title with 关于 names its kind of document at its end; these words end only a part of it."""
DELIVERED: Final = re.compile(
    r"会议上?$|(?:代表大会|全会).{0,12}$|^[（(—\-]*\s*[0-9〇○零一二三四五六七八九]{4}\s*年.{1,12}日|(?:省|市|县|区|旗|盟|州|镇|乡)长\s|主席\s|主任\s|代[省市县区旗]长"
)
LONGEST_TITLE: Final = 100
MOST_TITLE_LINES: Final = 40
LONGEST_RUN: Final = 6
"""Lines of one title at most."""
NOTICE_LINES: Final = 60
OPEN_TITLE_END: Final = re.compile(r"(?P<title>.*(?:规划|纲要|方案|报告|意见))(?P<preface>序\s*言|前\s*言|引\s*言)$")


@dataclass(frozen=True, slots=True)
class Frame:
    """Kind of each line that was recognised, by its index; the labels found; the title."""

    kinds: dict[int, BlockKind]
    pairs: tuple[tuple[str, str], ...]
    title: str
    body: int
    """Index of the first line that is not the head's."""
    guesses: dict[int, str]
    """Why, for lines whose kind is a guess."""


def read_head(lines: Sequence[Line], first: int, end: int) -> Frame:
    """Read the head of a page or of an attached document: furniture, labels, title, up to the first line of the text.

    Args:
        lines: All lines.
        first: Where the head starts.
        end: Behind the last line of the document.
    """
    kinds: dict[int, BlockKind] = {}
    pairs: list[tuple[str, str]] = []
    candidates: list[int] = []
    waiting = ""
    position = first
    while position < end:
        words = lines[position].words
        found = read_pairs(words)
        if found and not is_responsibility(words):
            kinds[position], waiting = "metadata", open_label(words)
            waiting = waiting if NAMES.get(waiting) else ""
            pairs.extend(found)
        elif waiting and len(words) < 40:
            # Pages with one cell a line print the value below its label.
            kinds[position] = "metadata"
            pairs.append((waiting, words))
            waiting = ""
        elif (kind := _head_kind(lines, position, first)) is not None:
            kinds[position] = kind
            if is_document_number(words):
                pairs.append(("发文字号", words))
            elif is_time_stamp(words):
                pairs.append(("发布日期", words))
        elif _may_be_title(words) and len(candidates) < MOST_TITLE_LINES:
            candidates.append(position)
        else:
            break
        position += 1
    return _framed(lines, kinds, tuple(pairs), candidates, position)


def _framed(
    lines: Sequence[Line], kinds: dict[int, BlockKind], pairs: tuple[tuple[str, str], ...], candidates: list[int], position: int
) -> Frame:
    """Choose the title among the short lines of a head, and say what the others are."""
    guesses: dict[int, str] = {}
    title_lines = _title_run(lines, candidates)
    last_title = title_lines[-1] if title_lines else -1
    if not title_lines and candidates:
        # Short opening lines without any title are text.
        position = min(position, candidates[0])
        candidates = []
    stray = [i for i in candidates if i > last_title and not DELIVERED.search(lines[i].words)]
    if title_lines and stray and all(i in candidates for i in range(stray[0], position)):
        # Short lines right below the title are the text's (an unnumbered heading, a first line).
        position = stray[0]
        candidates = [i for i in candidates if i < position]
    for candidate in candidates:
        kinds[candidate], why = _candidate_kind(lines[candidate].words, candidate, title_lines, last_title)
        if why:
            guesses[candidate] = why
    title = join_title([lines[i].words for i in title_lines])
    return Frame({i: k for i, k in kinds.items() if i < position}, pairs, title, position, guesses)


def _head_kind(lines: Sequence[Line], position: int, first: int) -> BlockKind | None:
    words = lines[position].words
    if is_document_number(words) or is_adoption(words) or is_date_line(words) or is_time_stamp(words):
        return "metadata"
    if is_furniture(words, "head" if first == 0 else "body") or is_public_mark(words):
        return "furniture"
    if (
        first == 0
        and fold(words) in ("前言", "摘要", "导读")
        and any(fold(x.words) in ("详情", "正文", "全文") for x in lines[position + 1 : position + 4])
    ):
        return "furniture"
    return None


def _may_be_title(words: str) -> bool:
    if len(words) > LONGEST_TITLE or words.endswith(("：", ":", "。", "；", ";", "，", ",", "！", "!")) or "。" in words:
        return False
    mark = read_mark(words)
    return (
        (mark is None or mark.kind == "annex")
        and not words.endswith("|")
        and CONTENTS.match(words) is None
        and not words.startswith("专栏")
    )


def _title_run(lines: Sequence[Line], candidates: Sequence[int]) -> list[int]:
    """The last run of neighbouring candidates with a line that ends like a title."""
    runs: list[list[int]] = []
    for candidate in candidates:
        if runs and runs[-1][-1] == candidate - 1 and not _ends_title(lines, runs[-1], candidate):
            runs[-1].append(candidate)
        else:
            runs.append([candidate])
    for run in reversed(runs):
        if any(TITLE_WORD.search(_bare(lines[i].words)) for i in run):
            while len(run) > 1 and DELIVERED.search(lines[run[-1]].words):
                run.pop()
            return run
    return []


def _bare(words: str) -> str:
    """Without the preface that may be glued to a title, and without white space."""
    tight = "".join(words.split())
    found = OPEN_TITLE_END.match(tight)
    return found["title"] if found else tight


def _ends_title(lines: Sequence[Line], run: Sequence[int], following: int) -> bool:
    """A complete title is not continued by a second one (page title and printed title), nor by who delivered a report."""
    if len(run) >= LONGEST_RUN:
        return True
    whole = "".join(_bare(lines[i].words) for i in run)
    tight = _bare(lines[following].words)
    if "关于" in whole and WEAK_TITLE_END.search(whole) and tight[:6] not in whole:
        return False
    # “…五年规划 / 和二〇三五年远景目标纲要”: a line that opens with a conjunction goes on.
    return bool(TITLE_WORD.search(whole)) and not tight.startswith(("和", "及", "与", "的", "暨", "（", "(", "》"))


def _candidate_kind(words: str, index: int, title_lines: Sequence[int], last_title: int) -> tuple[BlockKind, str]:
    if index in title_lines:
        return "title", ""
    if DELIVERED.search(words):
        return "metadata", "标题下的会议、日期、报告人"
    return ("paragraph", "标题下的短行") if index > last_title else ("furniture", "正式标题之前的页面标题或栏目名")


def join_title(parts: Sequence[str]) -> str:
    """Join the lines of a title; letter-spaced words (``国 民 经济``) are closed up, other spaces stay."""
    joined = ""
    for part in parts:
        pieces = part.split()
        spaced = len(pieces) >= 4 and sum(len(piece) for piece in pieces) / len(pieces) < 4
        joined += "".join(pieces) if spaced else " ".join(pieces)
    found = OPEN_TITLE_END.match(joined)
    return found["title"] if found else joined


def notice_end(lines: Sequence[Line], first: int, end: int, title: str) -> int:
    """Find the line behind a covering notice that starts at ``first``, or ``first`` where there is none.

    A notice opens with those it is addressed to, says that something is issued (印发给你们) and ends with its signature,
    where the document follows; or at the first heading, where the signature stands at the end of the whole.
    """
    if first >= end or not SALUTATION.match(lines[first].words):
        return first
    near = range(first + 1, min(end, first + 5))
    if not any(COVER.search(lines[i].words) for i in near) and not COVER_TITLE.search(title):
        return first
    limit = min(end, first + NOTICE_LINES)
    for position in range(first + 1, limit):
        if is_date_line(lines[position].words) and OFFICE.match(lines[position - 1].words):
            return _behind_marks(lines, position + 1, end)
    for position in range(first + 1, limit):
        if (mark := read_mark(lines[position].words)) and is_heading_title(mark.kind, mark.rest):
            return position
    return limit if limit == end else first


def _behind_marks(lines: Sequence[Line], position: int, end: int) -> int:
    while position < end and (is_public_mark(lines[position].words) or is_furniture(lines[position].words, "body")):
        position += 1
    return position


def foot_start(lines: Sequence[Line], first: int) -> tuple[int, int, int]:
    """Find where the page's foot and the signature start.

    Returns:
        Index of the first line of the signature (equal to the second where there is none), of the first line of the
        foot, and the number of lines.
    """
    end = len(lines)
    foot = end
    for position in range(end - 1, max(first, end - 40), -1):
        if ends_the_document(lines[position].words):
            foot = position
    while foot > first and _is_foot(lines[foot - 1].words):
        foot -= 1
    signature = foot
    if foot - first >= 2 and is_date_line(lines[foot - 1].words) and OFFICE.match(lines[foot - 2].words):
        signature = foot - 2
        while signature > first and OFFICE.match(lines[signature - 1].words):
            signature -= 1
    elif foot - first >= 3 and is_date_line(lines[foot - 1].words):
        signature = foot - 1
    return signature, foot, end


def _is_foot(words: str) -> bool:
    return is_furniture(words, "foot") or is_public_mark(words) or (bool(read_pairs(words)) and not is_responsibility(words))
