r"""Where a text speaks of responsibility, and which stretch of it gives units which role.

An *area* is what stands behind a label, in a bracket, or before a role word (牵头, 配合, 负责) at a clause's end; its *parts* are lists
of units with one role each. :mod:`generator.documents.responsibility.roles` reads the names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.documents.responsibility.units import CLOSING, OPENING, NameList, read_names
from generator.model.task import RoleBasis

RoleKind = Literal["lead", "participant", "provider", "responsible"]

_KIND = r"(?:单位|部门|主体|科室|处室|机构)"
_WORDS = (
    r"(?:牵头|主责|主办|责任|配合|参加|参与|协办|协同|协作|协助|支持|承办|落实|实施|完成|数据提供|数据来源|数据责任|数据采集|统计|监测)"
)
UNIT_LABEL = rf"(?:(?:第一|主要|总|共同|具体)?{_WORDS}(?:[、和及与/（(]{{0,2}}{_WORDS}[)）]?)?(?:责任)?{_KIND}(?:[、和及与]责任人)?)"
PERSON_LABEL = (
    r"(?:(?:市级|县级|区级|分管|包联|包保|牵头|责任|挂帅|联系|督办|主管|具体|第一)?(?:责任)?(?:领导|责任人|负责人|联系人|联络人|同志))"
)
_OTHER_LABEL = (
    r"(?:(?:计划|要求)?(?:完成|办结|整改|落实|实施|推进)(?:时限|时间|期限|节点|情况)(?:要求)?|时间节点|时限要求|时限|进度安排"
    r"|目标任务|工作目标|工作举措|工作要求|任务来源|整改措施|整改目标|备注)"
)
_LABEL = re.compile(
    rf"(?:^|(?<=[\s（(\[［〔【。；;，,|｜：:]))(?:[\d一二三四五六七八九十]{{1,2}}[.．、]\s?)?(?:(?P<unit>{UNIT_LABEL})|(?P<person>{PERSON_LABEL})|(?P<other>{_OTHER_LABEL}))"
    r"[ \t\u3000]{0,8}(?:(?:[（(][^（()）\n]{0,40}[)）])?[】\]〕）)]?[ \t\u3000]{0,4}[:：]|[】\]〕]|(?<=位)[ \t\u3000](?=[^\n]{2}))",
    re.MULTILINE,
)
_HOW = (
    r"(?:共同|联合|分别|具体|统筹|全面|密切|积极|按分工|各负其责|各司其职|结合实际"
    r"|(?:按照?|根据|依据?)(?:各自)?的?(?:职责|职能|任务|责任|部门)(?:职责|任务)?(?:分工|权限|范围)?(?:要求)?)"
)
_VERB = re.compile(
    rf"(?:为|作为)?(?P<verb>{_HOW}{{0,3}}(?:(?P<lead>(?:总|主要)?牵头(?:抓总)?(?:组织)?(?:负责|落实|实施|推进|办理|单位|部门)?|主办(?:单位)?|抓总|负总责)"
    r"|(?P<participant>(?:协同|协调)?配合(?:落实|实施|推进|单位|部门)?|参加(?:单位)?|参与(?:配合|单位)?|协助(?:配合|单位)?|(?<![政科侨文])协办(?:单位)?)"
    r"|(?P<responsible>(?:组织)?(?:负责|落实)(?:落实|实施|推进|组织实施)?|承办|组织实施|具体实施|责任单位)))"
    r"(?=[ \t\u3000]{0,8}(?:[，,；;。、/／|）)\]］〕】\n]|$)|(?<=牵头)[市县区旗省盟州各]|(?<=配合)[市县区旗省盟州各])",
)
_TOGETHER = "会同"
_SET_UP = re.compile(r"(?:建立|构建|健全|完善|形成|组建|成立|设立|召开|采取|实行)[^，,。；;]{0,40}$")
_SENTENCE = re.compile(r"[^。；;\n]+")
_CLAUSE = re.compile(r"[^，,：:]+")
_BULLET = re.compile(r"^[\s\-—·•*]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、])?\s*")
_ROUND, _ROUND_END = "（(［[〔【", "）)］]〕】"
_LONGEST_SENTENCE = 1000
"""Nobody names units in a longer one; keeps hostile text from costing more than it is long."""
_NEAR = 8
_LEADS = ("牵头", "主责", "主办")
_TAKES_PART = ("配合", "参加", "参与", "协", "支持")
_PROVIDES = ("数据", "统计", "监测")
_PERSONS = re.compile(r"[、和及与]责任人$")
_NOTE_CLAUSE = re.compile(r"[^，,；;。（）()\n]+")
_NOTE = re.compile(
    r"^\s*下同|^\s*(?:排|列)?在?(?:第一|首|最前|前列|最先)[位个家名面者]?[^，。]{0,14}(?:为|是|即|作为)[^，。]{0,8}(?:牵头|主责|主办|汇总)"
    r"|^\s*(?:以下|下列|上述)[^，。]{0,6}(?:均|都)|^\s*不再(?:列出|逐一|重复|做|另行)|^\s*(?:具体|各项)?任务均"
)
"""A remark on all lists of the document, not a name."""
_MIXED = re.compile(r"[、和及与/（(]")


@dataclass(frozen=True, slots=True)
class Part:
    """A list of units with one role."""

    start: int
    end: int
    role: RoleKind
    printed: str
    basis: RoleBasis
    explicit: bool = True
    """The text says this role of these units; otherwise it is what is left over."""
    confidence: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A stretch of text that speaks of responsibility: behind a label, in a bracket, a line or a sentence."""

    start: int
    end: int
    basis: RoleBasis
    label: str = ""


def label_role(label: str) -> tuple[RoleKind, float, str]:
    """What a label or column heading says. Two roles in one label cannot be told apart."""
    label = _PERSONS.sub("", label)
    if any(word in label for word in _PROVIDES):
        return "provider", 1.0, ""
    lead = any(word in label for word in _LEADS)
    part = any(word in label for word in _TAKES_PART)
    if _MIXED.search(label) and lead + part + ("责任" in label) > 1:
        return "responsible", 0.7, f"“{label}”没有分开谁牵头"
    return ("lead" if lead else "participant" if part else "responsible"), 1.0, ""


def _verbs(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Role words outside brackets, in one pass."""
    found: list[re.Match[str]] = []
    depth, position = 0, start
    for match in _VERB.finditer(text, start, end):
        depth = _depth(text, position, match.start("verb"), depth)
        position = match.start("verb")
        if depth == 0:
            found.append(match)
    return found


def _depth(text: str, start: int, end: int, depth: int) -> int:
    """How many brackets are open at ``end``, with ``depth`` of them open at ``start``. A line end closes all."""
    for char in text[start:end]:
        if char in OPENING:
            depth += 1
        elif char in CLOSING:
            depth = max(0, depth - 1)
        elif char == "\n":
            depth = 0
    return depth


def parts_of(text: str, area: Area) -> Iterator[Part]:
    """Cut an area at its role words: what stands before 牵头 leads, before 配合 takes part, around 会同 both."""
    position, found = area.start, False
    for match in _verbs(text, area.start, area.end):
        role: RoleKind = "lead" if match.group("lead") else "participant" if match.group("participant") else "responsible"
        yield from _joint(text, position, match.start(), role, match.group("verb"), area.basis)
        position, found = match.end(), True
    if area.label:
        role, confidence, why = label_role(area.label)
        yield Part(position, area.end, role, area.label, area.basis, not found, confidence, why)
    elif _together(text, position, area.end) >= 0:
        yield from _joint(text, position, area.end, "participant", _TOGETHER, area.basis)
    else:
        yield Part(position, area.end, "participant" if found else "responsible", "", area.basis, False, 0.6, "没有写这几个单位的职责")


def _together(text: str, start: int, end: int) -> int:
    """Where 会同 stands outside brackets, or -1."""
    at = text.find(_TOGETHER, start, end)
    return at if at >= 0 and _depth(text, start, at, 0) == 0 else -1


def _joint(text: str, start: int, end: int, role: RoleKind, verb: str, basis: RoleBasis) -> Iterator[Part]:
    """X会同Y负责: X leads, Y takes part. Behind an earlier 牵头 the first side is empty."""
    at = _together(text, start, end)
    if at < 0:
        yield Part(start, end, role, verb, basis)
        return
    printed = verb if verb == _TOGETHER else f"{_TOGETHER}…{verb}"
    yield Part(start, at, "lead", printed, "jointly")
    yield Part(at + len(_TOGETHER), end, "participant", printed, "jointly")


def all_sure(names: NameList) -> bool:
    """Nothing but units."""
    return bool(names.names) and not names.strange and all(n.confidence >= 0.8 for n in names.names)


def labelled(text: str) -> tuple[list[Area], list[tuple[int, int]]]:
    """Areas behind labels, and every stretch that labels cover (persons and times too)."""
    labels = list(_LABEL.finditer(text))
    areas: list[Area] = []
    covered: list[tuple[int, int]] = []
    depth = position = 0
    for i, match in enumerate(labels):
        following = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        depth = _depth(text, position, match.end(), depth)
        position = match.end()
        end = _segment_end(text, match.end(), following)
        covered.append((match.start(), end))
        if match.group("unit"):
            areas.append(
                Area(
                    match.end(), without_notes(text, match.end(), end), "bracket" if depth else "line", "".join(match.group("unit").split())
                )
            )
    return areas, covered


def _segment_end(text: str, start: int, following: int) -> int:
    """Where the list behind a label ends: at the next label, a full stop, the closing bracket or the line's end."""
    depth = 0
    while start < following and text[start].isspace():
        start += 1
    for i in range(start, following):
        char = text[i]
        if char in OPENING:
            depth += 1
        elif char in CLOSING:
            if depth == 0:
                return i
            depth -= 1
        elif char == "\n" or (char == "。" and depth == 0):
            return i
    return following


def _brackets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Outermost round and square brackets of a line: offsets of what they hold."""
    depth, begin = 0, 0
    for i in range(start, end):
        if text[i] in _ROUND:
            depth, begin = depth + 1, begin if depth else i + 1
        elif text[i] in _ROUND_END and depth:
            depth -= 1
            if depth == 0:
                yield begin, i


def without_notes(text: str, start: int, end: int) -> int:
    """Where a list ends before a remark on all lists (排在第一位的部门为牵头部门，下同 / 以下均需各区落实，不再列出)."""
    if end - start > _LONGEST_SENTENCE:
        return end
    note = next((c for c in _NOTE_CLAUSE.finditer(text, start, end) if _NOTE.search(c.group())), None)
    return end if note is None else max(start, note.start() - 1)


def _bracket_area(text: str, start: int, end: int, line_end: int) -> Area | None:
    """A bracket that names units: with a role word, or alone behind the stop that ends a task."""
    whole, end = end, without_notes(text, start, end)
    if end <= start:
        return None
    area = Area(start, end, "bracket")
    if _verbs(text, start, end) or _together(text, start, end) > start:
        return area
    last = line_end - whole < _NEAR and not text[whole + 1 : line_end].strip(" \t\u3000。.；;")
    behind = text[max(0, start - 2) : start - 1] in ("。", "；", ";", "\n", "")
    names = read_names(text, start, end) if last and behind and end - start < _LONGEST_SENTENCE else None
    return area if names and all_sure(names) and not all(n.group for n in names.names) else None


def _plain(text: str, start: int, end: int) -> Iterator[Area]:
    """Sentences outside brackets that end in a role word behind units."""
    for sentence in _SENTENCE.finditer(text, start, end):
        if len(sentence.group()) > _LONGEST_SENTENCE or not _verbs(text, sentence.start(), sentence.end()):
            continue
        begin = _begin(text, sentence)
        if begin < sentence.end():
            before = text[sentence.start() : begin].strip(" \t\u3000由")
            alone = sentence.start() == start and not text[sentence.end() : end].strip(" \t\u3000。；;")
            whole = alone and (not before or _BULLET.fullmatch(before) is not None)
            yield Area(begin, sentence.end(), "line" if whole else "sentence")


def _begin(text: str, sentence: re.Match[str]) -> int:
    """Where the clauses begin that only name units and roles, read from the sentence's end backwards; its end where none does."""
    begin = sentence.end()
    for clause in reversed(list(_CLAUSE.finditer(text, sentence.start(), sentence.end()))):
        by = text.rfind("由", clause.start(), clause.end())
        bullet = _BULLET.match(clause.group()) if clause.start() == sentence.start() else None
        at = by + 1 if by >= 0 else clause.start() + (bullet.end() if bullet else 0)
        last_without_word = begin == sentence.end() and not _verbs(text, at, clause.end())
        if last_without_word or not _pure(text, at, clause.end()) or _SET_UP.search(text, sentence.start(), max(by, sentence.start())):
            break
        begin = at
        if by >= 0:
            break
    return begin


def _pure(text: str, start: int, end: int) -> bool:
    """Whether a clause holds nothing but units and role words. 会同有关部门 names none on its right."""
    parts = [p for p in parts_of(text, Area(start, end, "sentence")) if text[p.start : p.end].strip()]
    lists = [(p, read_names(text, p.start, p.end)) for p in parts]
    return bool(parts) and all(all_sure(names) or (p.basis == "jointly" and names.open and not names.strange) for p, names in lists)


def unlabelled(text: str, covered: list[tuple[int, int]]) -> Iterator[Area]:
    """Areas of the stretches that no label covers, line by line."""
    starts = [start for start, _ in covered]
    position = 0
    for line in text.split("\n"):
        start, end = position, position + len(line)
        position = end + 1
        for a, b in _brackets(text, start, end):
            before = bisect_left(starts, b) - 1
            area = None if before >= 0 and covered[before][1] > a else _bracket_area(text, a, b, end)
            if area:
                yield area
        following = bisect_left(starts, start)
        inside = following > 0 and covered[following - 1][1] > start
        if not inside:
            yield from _plain(text, start, min(end, starts[following] if following < len(starts) else end))
