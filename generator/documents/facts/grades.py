"""Promises without a number of their own: a doubling, a named grade, full coverage. Only where the sentence looks ahead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.documents.facts.figure import Figure
from generator.documents.facts.measures import Measured
from generator.documents.facts.predicates import COMPARED, clean_metric
from generator.documents.facts.shared_names import split_metrics

DOUBLE: Final = re.compile(r"(?:实现)?(?:翻[一两二三]番|翻番|倍增)(?!计划|行动|工程|”)")
_GRADE: Final = (
    r"(?:国家级?|省级|自治区级|市级|世界级|全国|全省|全区|国际|[345]A级?|AAAA+级?|[一二三](?:级|甲|乙)(?:甲等"
    r"|乙等|综合)?(?!公路|支路|道路)|二级甲等|三级甲等|三级综合|百强|示范|文明城市|卫生城市|园林城市|森林城市"
    r"|双拥|优秀|先进|一流|标杆)"
)
REACH: Final = re.compile(
    rf"(?P<verb>创建成?为?|成功创建|建设成为|建成|打造成为|打造成|晋升为?|升级为|升格为|创成|争创|成为|跻身"
    rf"|进入|获评|荣获|通过|达到)(?P<what>[^，,；;。、\n]{{0,24}}?{_GRADE}[^，,；;。、\n]{{0,24}})"
)
OCCASION: Final = re.compile(r"契机|抓手|引领|依托|牵引|基础上|过程中")
COVER: Final = re.compile(
    r"(?P<metric>[^，,；;。\n]{2,40}?)(?:实现|达到|基本实现|全面实现)?(?P<what>全覆盖|动态清零|应保尽保"
    r"|全面达标|全部达标|清零|全域通达|基本建成)(?=$|[，,；;。、\n])"
)


def find_grades(plain: str, spans: list[tuple[int, int]], future: bool, measured: Sequence[Measured]) -> list[Figure]:
    """Find promises of a sentence that carry no number.

    Args:
        plain: The whole text.
        spans: The clauses of a sentence.
        future: Whether the sentence names a deadline or says 力争. Without that a grade is only talk, and nothing is found.
        measured: Numbers with a measure in it: a grade that belongs to a counted thing (``5A级旅游景区1个``) is none of its own.
    """
    made: list[Figure] = []
    for index, clause in enumerate(spans):
        words = plain[clause[0] : clause[1]]
        made.extend(_doublings(words, clause, plain, spans, index))
        if not future or any(clause[0] <= one.start < clause[1] for one in measured):
            continue
        made.extend(_reached(words, clause[0]))
    return made


def _doublings(words: str, clause: tuple[int, int], plain: str, spans: list[tuple[int, int]], index: int) -> list[Figure]:
    """``翻一番``; where the level follows (``分别达到354万人次和34.5亿元``) the figures say it and carry the base already."""
    made: list[Figure] = []
    following = plain[spans[index + 1][0] : spans[index + 1][1]] if index + 1 < len(spans) else ""
    for found in DOUBLE.finditer(words):
        head = words[: found.start()]
        compared = COMPARED.search(head)
        phrase, _ = clean_metric(head)
        if not phrase or following.lstrip().startswith(("分别达到", "达到", "分别为")):
            continue
        many = "均" in head or "都" in head or "分别" in head
        parts = split_metrics(phrase, phrase.count("和") + phrase.count("、") + phrase.count("与") + 1)[0] if many else (phrase,)
        for metric in parts:
            made.append(_wordy(metric, "text", "change", found[0], clause[0] + _content(words), clause[0] + found.end(), 0.9, compared))
    return made


def _reached(words: str, offset: int) -> list[Figure]:
    made: list[Figure] = []
    found = REACH.search(words)
    if found:
        if OCCASION.search(words[found.end() - 2 :]):
            return made
        metric, _ = clean_metric(words[: found.start()])
        name = found["what"].strip()
        made.append(
            _wordy(
                metric if len(metric) >= 2 else name, "reach", "level", found[0], offset + _content(words), offset + found.end(), 0.75, None
            )
        )
        return made
    for cover in COVER.finditer(words):
        metric, _ = clean_metric(cover["metric"])
        metric = re.sub(r"(?:实现|基本|全面|达到)+$", "", metric)
        if len(metric) >= 2:
            made.append(_wordy(metric, "reach", "level", cover["what"], offset + cover.start(), offset + cover.end(), 0.75, None))
    return made


def _content(words: str) -> int:
    return len(words) - len(words.lstrip())


def _wordy(
    metric: str, operator: str, quantity: str, verb: str, start: int, end: int, confidence: float, compared: re.Match[str] | None
) -> Figure:
    return Figure(
        metric=metric,
        operator="reach" if operator == "reach" else "text",
        quantity="level" if quantity == "level" else "change",
        value=None,
        value_max=None,
        measure="",
        verb=verb,
        start=start,
        end=end,
        states=True,
        confidence=confidence,
        why="没有数字的目标，按等级或翻番理解",
        base_text=compared[0].strip() if compared else None,
        without_base="",
    )
