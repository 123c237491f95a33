"""Named projects in boxes (专栏) and in running text.

A box is ``分类:项目、项目。分类:…``; separators also stand inside names (``边坡1:5``, brackets), and a list may print a shared ending once
(``东湾、西湾和南湾水库工程``). In running text only what a verb of building governs and a proper name marks is asserted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.documents.facts.project_lists import (
    LEAD_VERBS,
    LIST_TAIL,
    SPECIFIC,
    STRONG,
    SUFFIX,
    ProjectFinding,
    at_and,
    pieces,
    shared_tail,
)
from generator.documents.facts.running_projects import find_in_running

BOX_TITLE: Final = re.compile(r"^[ \t　|]*专栏[ ]?[\d一二三四五六七八九十]{0,3}[ ]?[:：.、]?[ ]?(?P<title>[^\n|。;；]{0,60}?)(?=[ \n|]|$)")
HEAD: Final = re.compile(
    r"^[ \t　\n|]*(?:\d{1,2}[.、．)]|[(（]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[●◆■★])?[ ]?(?P<head>[^:：。；;\n]"
    r"{2,60}?)[:：](?!\d)"
)
VERB_FIRST: Final = re.compile(
    r"^(?:改造|治理|铺设|清淤|加固|种植|疏浚|更新|迁建|购置|安装|新建|改建|扩建|修建|修缮|建设|搬迁|完善"
    r"|打造|构建|依托|以|通过|连通|开挖|推进|国堤|总体|分期"
    r"|规划|计划|建筑面积|占地|总投资|采用|沿|加强|加快|提升|开展|对|实现|探索|增加|实施[^重]|到|引进|围绕"
    r"|"
    r"支持|推动|完成|结合|包括|开发|优化|强化|健全|落实|建立|在|充分|发挥|重点开发|利用|改善|深入|做好|组织|鼓励(?!实施))"
)
PROSE: Final = re.compile(r"，|,(?!\d)|(?:^|[、；。\s])(?:严格|加大|提高|禁止|制定|着力|进一步|基本|按照|依据|将)")
"""Without a sub-head a sentence in clauses is no list of projects: the box has run on into the text."""
LONGEST_NAME: Final = 80
"""A longer item is no name: a table or a paragraph that the page ran into the box."""
SIZE_BEHIND: Final = re.compile(r"(?:新建线路)?(?:约)?\d+(?:\.\d+)?(?:余)?(?:公里|千米|米|亩|万亩|平方米|万平方米)$")
OTHER_THINGS: Final = re.compile(r"等(?=.{2})(?!.*(?:项目|工程|基地|园区|中心|建设|改造)).*$")
"""等高端材料: the list names things, not projects."""


def find_projects(text: str, in_box: bool) -> tuple[ProjectFinding, ...]:
    """Find named projects.

    Args:
        text: The text of a box, or running text.
        in_box: Whether it is a box (专栏) of projects: there every item is a candidate, elsewhere only what a verb of building governs.

    Returns:
        In order of place, each place once. Documents in 《》 are none, nor are kinds of things (等设施, 一批重点项目).
    """
    found = _in_box(text) if in_box else find_in_running(text)
    seen: set[tuple[int, int]] = set()
    kept: list[ProjectFinding] = []
    for one in sorted(found, key=lambda item: (item.start, item.end)):
        if (one.start, one.end) not in seen and len(one.name) >= 3:
            seen.add((one.start, one.end))
            kept.append(one)
    return tuple(kept)


def _in_box(text: str) -> Iterator[ProjectFinding]:
    title = BOX_TITLE.match(text)
    begin = title.end() if title else 0
    head, told = "", False
    for start, end in _sentences(text, begin):
        found = HEAD.match(text[start : min(end, start + 120)])
        if found is None:
            head_project = _as_head(text, start, end)
            if head_project is not None:
                yield head_project
                told = True
            elif not told and (head or ("、" in text[start:end] and not PROSE.search(text[start:end]))):
                yield from _items(text, start, end, head)
            continue
        head = found["head"].strip(" |\n")
        body = start + found.end()
        words = text[body:end].strip()
        if _describes(head, words):
            at = start + found.start("head")
            yield ProjectFinding(head, "", at, at + len(found["head"].rstrip()), 0.9)
            head, told = "", True
            continue
        told = False
        yield from _items(text, body, end, head)


def _sentences(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Spans that 。 or a line end closes; inside brackets neither does."""
    depth, start = 0, begin
    for place in range(begin, len(text)):
        character = text[place]
        if character in "(（":
            depth = min(depth + 1, 3)
        elif character in ")）":
            depth = max(0, depth - 1)
        elif character == "\n" or (character == "。" and depth == 0):
            depth = 0
            if text[start:place].strip(" |"):
                yield start, place
            start = place + 1
    if text[start:].strip(" |"):
        yield start, len(text)


def _describes(head: str, words: str) -> bool:
    """The head is itself the project, and what follows tells of it: ``石沟水库工程:新建大坝一座``."""
    if not SUFFIX.search(head) or (re.search(r"(?:类|建设项目|产业链|方向|产业|领域)$", head) and len(head) <= 8):
        return bool(SUFFIX.search(head) is None and len(head) >= 6 and VERB_FIRST.match(words) and re.search(r"建设|开发|度假|观光", head))
    if (LEAD_VERBS.match(words) and words.startswith("重点")) or (len(head) <= 6 and not VERB_FIRST.match(words)):
        return False
    return bool(VERB_FIRST.match(words)) or not re.search(r"、", words[:80])


def _as_head(text: str, start: int, end: int) -> ProjectFinding | None:
    """``某镇精细化管理项目。`` closed by a stop instead of a colon."""
    words = text[start:end]
    lead = len(words) - len(words.lstrip(" |\n　"))
    name = words.strip(" |\n　")
    if STRONG.search(name) and len(name) <= 40 and "、" not in name and "，" not in name and "," not in name and not VERB_FIRST.match(name):
        return ProjectFinding(name, "", start + lead, start + lead + len(name), 0.85)
    return None


def _items(text: str, start: int, end: int, head: str) -> Iterator[ProjectFinding]:
    if VERB_FIRST.match(text[start:end].lstrip()) and not LEAD_VERBS.match(text[start:end].lstrip()):
        return
    listed = at_and(text, list(pieces(text, start, end)))
    shared = shared_tail([text[first:last] for first, last in listed])
    things = LIST_TAIL.search(text[listed[-1][0] : listed[-1][1]]) if listed else None
    only_strong = things is not None and OTHER_THINGS.search(things[0]) is not None
    for index, (first, last) in enumerate(listed):
        words = text[first:last]
        lead = LEAD_VERBS.match(words)
        if lead and (index == 0 or SUFFIX.search(words)) and not SUFFIX.fullmatch(words[lead.end() :]):
            first += lead.end()
        tail = LIST_TAIL.search(text[first:last])
        if tail and tail.start() > 1:
            last = first + tail.start()
        size = SIZE_BEHIND.search(text[first:last])
        if size and size.start() > 3:
            last = first + size.start()
        name = text[first:last].strip()
        if (
            not 2 <= len(name) <= LONGEST_NAME
            or (only_strong and not STRONG.search(name))
            or (VERB_FIRST.match(name) and not SPECIFIC.search(name))
        ):
            continue
        yield _item(name, head, first + (len(text[first:last]) - len(text[first:last].lstrip())), shared[index], bool(tail))


def _item(name: str, head: str, start: int, shared: str, listed: bool) -> ProjectFinding:
    full = name + shared
    if shared:
        return ProjectFinding(full, head, start, start + len(name), 0.8, "名称的后半截与后面的项目共用")
    if STRONG.search(name):
        return ProjectFinding(name, head, start, start + len(name), 0.95)
    if SUFFIX.search(name) or listed:
        return ProjectFinding(name, head, start, start + len(name), 0.85)
    kind = "项目" in head or "工程" in head
    return ProjectFinding(name, head, start, start + len(name), 0.65 if kind else 0.55, "名称里没有“项目”“工程”一类的词，因为列在专栏里")
