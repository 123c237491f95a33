r"""By when a task is to be done, as its text or its responsibility line says.

Forms met in published plans and 分工方案: a labelled time (完成时限：2025年12月底前), a clause before 完成 or in brackets (2025年底前完成),
work without an end (长期坚持, 持续推进), at once (立即整改), at intervals (每季度末). A year that a target is measured in
(到2025年，达到…) is no deadline of the task and is not returned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

DeadlineKind = Literal["date", "long-term", "immediate", "recurring", "other"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a task is to be done."""

    text: str
    """As printed, without its label."""
    start: int
    end: int
    """Offsets of ``text``."""
    kind: DeadlineKind
    """date: a day, month or year. long-term: no end. immediate: at once. recurring: every month, quarter or year. other: printed
    behind a label, but not understood."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    label: str = ""
    """The printed label: ``完成时限``."""
    confidence: float = 1.0
    why: str = ""


_LABEL = re.compile(
    r"(?P<label>(?:计划|要求|拟)?(?:完成|办结|办理|整改|落实|实施|推进|达成|建成|竣工)(?:的)?(?:时限|时间|期限|日期|节点)(?:要求|节点|安排)?|时间节点|时限要求|时间要求|时间进度|时限|完成时间表)"
    r"(?:[ \t\u3000]{0,4}[】\]〕）)]?[ \t\u3000]{0,4}[:：]|[】\]〕])"
)
_VALUE_END = re.compile(r"[。；;，,\n）)\]〕】|｜]|(?:牵头|责任|配合|参加|主责|实施)(?:单位|部门|领导|人)")
_CHINESE_YEAR = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_MONTHS = {
    word: number for number, word in enumerate(("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"), 1)
}
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_YEAR = r"(?P<year>(?:19|20)\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})\s*年"
_DATE = re.compile(
    rf"(?:{_YEAR}\s*(?:(?P<month>{_MONTH})\s*月(?:份)?\s*(?:(?P<day>3[01]|[12]\d|0?[1-9])\s*[日号])?|(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)?"
    r"|(?P<short>20\d{2})[.．/\-](?P<short_month>1[0-2]|0?[1-9])(?:[.．/\-](?P<short_day>3[01]|[12]\d|0?[1-9]))?)"
)
_YEARLESS = re.compile(
    rf"(?:(?P<month>{_MONTH})\s*月(?:份)?\s*(?:(?P<day>3[01]|[12]\d|0?[1-9])\s*[日号])?|(?:今年|本年|当年|年)(?=[底末内]))"
)
_LONG = re.compile(
    r"长期(?:坚持|推进|实施|开展|任务|有效|执行)?|持续(?:推进|实施|开展|坚持|用力|抓好|深化|进行)|常态化(?:推进|开展|坚持)?|(?:贯穿)?全年(?:推进|坚持|实施)|坚持经常|逐年推进"
)
_NOW = re.compile(r"立即(?:整改|完成|办理|实施|落实|启动)?|立行立改|即知即改|即时|马上就办")
_OFTEN = re.compile(
    r"(?:按|每)(?:个)?(?:季度?|半年|年度?|月度?|周|旬)(?:末|底|初)?(?:推进|调度|完成|报送|开展|组织)?|(?:季度|月度|年度)(?:推进|完成)"
)
_BY = r"(?:年)?(?:[底末初内]|上旬|中旬|下旬|月底|月末)?(?:以?之?前)?"
_DONE = r"(?:基本|全部|全面|力争|确保)?(?:完成|建成|办结|竣工|投产|投用|交付|见效|到位|达标|出台|制定|印发|实现)"
_PHRASE = re.compile(
    r"(?P<text>(?:(?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|(?:今年|当年|本年|年)(?=[底末内]))(?:底|末|初|内|上旬|中旬|下旬)?(?:以?之?前))"
    rf"[，,]?{_DONE}[^，,。；;\n]{{0,30}}"
)
_ALONE = re.compile(
    r"(?:^|[；;。\n])[ \t\u3000]*(?P<text>长期坚持|持续推进|长期推进|立即整改|立行立改|常态化推进)[ \t\u3000]*(?=[；;。\n）)\]〕】]|$)"
)
"""Such words between stops, as responsibility lines end."""
_TIME_BRACKET = re.compile(rf"(?:[于在到]|力争|确保)?(?:{_DATE.pattern})\s*{_BY}(?:取得|{_DONE})?[\u4e00-\u9fff]{{0,4}}")
_TIMED = re.compile(r"前|底|末|完成")
_OPEN_END = re.compile(r"起$|开始")
_BRACKET = re.compile(r"[（(\[〔【]\s*(?P<text>[^（()）\[\]〔〕【】\n]{2,24}?)\s*[)）\]〕】]")
_PERIOD_END = re.compile(r"[“\"]?十(?P<nth>[三四五六七])五[”\"]?(?:规划)?(?:期)?(?:末|期末|期间)")
_PERIODS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}


def _year(text: str) -> int:
    return int(text.translate(_CHINESE_YEAR))


def _month(text: str | None) -> int | None:
    """Read a month in digits or Chinese numerals."""
    return None if text is None else _CHINESE_MONTHS.get(text) or int(text)


def _dated(text: str) -> tuple[int | None, int | None, int | None, float, str] | None:
    """Read the last date of a phrase (of 2023—2025年 the end): year, month, day, confidence, why. None without one."""
    dates = list(_DATE.finditer(text))
    if not dates:
        period = _PERIOD_END.search(text)
        if period:
            return _PERIODS[period.group("nth")], None, None, 0.9, "按规划期末年推算"
        bare = _YEARLESS.search(text)
        if bare is None:
            return None
        return None, _month(bare.group("month")), int(bare.group("day")) if bare.group("day") else None, 0.7, "没有写年份"
    last = dates[-1]
    if last.group("short"):
        day = last.group("short_day")
        return int(last.group("short")), int(last.group("short_month")), int(day) if day else None, 1.0, ""
    month = _month(last.group("month"))
    if last.group("quarter"):
        month = 3 * int(last.group("quarter").translate(_CHINESE_YEAR))
    elif last.group("half"):
        month = 6 if last.group("half") == "上" else 12
    return _year(last.group("year")), month, int(last.group("day")) if last.group("day") else None, 1.0, ""


def _read(text: str, start: int, end: int, label: str, trust: float) -> Deadline | None:
    """Understand a phrase. Behind a label something always comes back."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = text[start:end]
    if not words:
        return None
    date = _dated(words)
    open_end = _LONG.search(words) or _OPEN_END.search(words)
    if date and not open_end:
        year, month, day, sure, why = date
        return Deadline(words, start, end, "date", year, month, day, label, min(trust, sure), why)
    kinds: tuple[tuple[DeadlineKind, re.Pattern[str]], ...] = (("long-term", _LONG), ("immediate", _NOW), ("recurring", _OFTEN))
    for kind, pattern in kinds:
        if pattern.search(words):
            # 2025年底前完成，长期坚持: both are printed; the date is kept beside the kind.
            year, month, day = date[:3] if date else (None, None, None)
            return Deadline(
                words, start, end, kind, year, month, day, label, min(trust, 0.8) if date else trust, "既有时间又要长期坚持" if date else ""
            )
    return Deadline(words, start, end, "other", None, None, None, label, 0.5, "看不懂的时限") if label else None


def _labelled(text: str) -> Deadline | None:
    for label in _LABEL.finditer(text):
        stop = _VALUE_END.search(text, label.end())
        end = stop.start() if stop else len(text)
        found = _read(text, label.end(), min(end, label.end() + 60), label.group("label"), 1.0)
        if found:
            return found
    return None


def _doubt(deadline: Deadline | None) -> Deadline | None:
    """Say of a time without a label why it is not certain."""
    return replace(deadline, why=deadline.why or "没有写“完成时限”") if deadline else None


def _bracketed(text: str) -> Deadline | None:
    """（2025年底前完成） or （长期坚持）: a bracket that holds nothing but a time."""
    for bracket in _BRACKET.finditer(text):
        words = bracket.group("text").strip()
        timed = _TIME_BRACKET.fullmatch(words) and _TIMED.search(words)
        if timed or _LONG.fullmatch(words) or _NOW.fullmatch(words) or _OFTEN.fullmatch(words):
            return _doubt(_read(text, bracket.start("text"), bracket.start("text") + len(bracket.group("text")), "", 0.95))
    return None


def find_deadline(text: str) -> Deadline | None:
    """Find by when a task is to be done.

    Args:
        text: One task: its paragraph and its responsibility lines.

    Returns:
        The labelled time where there is one, else a time alone in brackets, else the first clause ``…前完成``; None where the
        text says nothing. ``text[found.start:found.end] == found.text``.
    """
    found = _labelled(text) or _bracketed(text)
    alone = None if found else _ALONE.search(text)
    if alone:
        return _doubt(_read(text, alone.start("text"), alone.end("text"), "", 0.9))
    phrase = None if found else _PHRASE.search(text)
    if phrase is None:
        return found
    deadline = _read(text, phrase.start("text"), phrase.end("text"), "", 0.7)
    if deadline is None or deadline.kind != "date":
        return None
    return replace(deadline, confidence=0.7, why=deadline.why or "写在正文里，可能只管一个分句")
