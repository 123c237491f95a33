"""Whether a sentence speaks of what was done or of what shall be done, and by when.

Plans and reports mark time by words, not by verb forms: “十三五”期间, 截至2020年底, 累计, 同比 look back; 到2025年, 力争, 确保,
“十四五”末 look ahead. A year is past or future only against the plan's period or the report's year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Basis = Literal["stated", "sentence", "plan-period", "period-end", "report-year"]

_NUMBERED_PLANS: Final = {"九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031}
"""First years of the five-year plans (九五 1996–2000 and on)."""
PLAN_PERIOD: Final = re.compile(r"[“\"'‘]?(?P<plan>十[一二三四五六]|十|九)五[”\"'’]?(?P<end>[ ]?(?:规划)?(?:期)?末|[ ]?收官)?")
YEAR_NAMED: Final = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})[ ]?(?:年|(?=[—–-](?:19|20)\d{2}年))(?!远景|以来|规划)")
DEADLINE: Final = re.compile(
    r"(?P<lead>(?:力争|争取|确保|预计|计划|规划|预期|力争实现|至|到|截止|截至|在|于|自){0,2})[ ]?(?P<year>(?<!\d)20\d{2})[ ]?年"
    r"(?P<tail>[ ]?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?底前?|年?末前?|年?初|以前|之前|前|上半年|下半年|[一二三四]季度)?)"
)
"""A year that may be a deadline: ``到2025年``, ``2022年底前``, ``力争2025年``."""
PERIOD_WORD: Final = r"[ ]?(?:期间|时期|以来|末期?|期末|前[一二三四]年|以前|阶段|收官|规划期|时|全?期)"
BASE: Final = re.compile(
    r"(?:比|较|是|为|在|由|从|与|对比|相对于|基于)[ ]?(?:全[国省市区县旗盟州])?[ ]?"
    r"(?:“?十[一二三四五]?五”?(?:期间|时期|期末|末|规划)?|(?:19|20)\d{2}[ ]?年(?:底|末)?|上年|上一年|去年|同期)"
)
"""The start of a comparison: the year in it is what a change is measured from, no deadline."""
PAST: Final = re.compile(
    r"同比|(?:比|较)(?:上年|上一年|去年)|五年来|[三四六七八]年来|一年来|去年|上年|过去[一二三四五]年|过去的[一二三四五五]?年"
    r"|截至|截止|以来|累计(?!将)|"
    r"已(?!经?将)(?:有|成|达|建|完|经|累|实|连|全|获|培|形|初|基|被|列|实)|先后|成功(?:举办|入选|获|列入"
    r"|承办|召开|通过|申报|跻身)|连续[一二三四五六七八九十\d]+年|初步核算|预计(?:全[年国省市县区旗州]|实现|完成)|圆满|超额|顺利(?:完成"
    r"|实现|通过)|"
    r"历史性|荣获|获评|获得[“\"]|被(?:列|评|确|认|授|命)|(?:由|从)“?十[一二三]五|全面完成了|实现了|完成了"
    r"|提高了|增长了|达到了|突破了|新增了|建成了|下降了|降低了|减少了|减到了|"
    r"现有|共有|(?<![人口均])拥有(?![量率])|(?<!项)目前|现已|当前"
)
SOFT: Final = re.compile(r"累计|同比|预计")
FUTURE: Final = re.compile(
    r"力争|争取|确保|力求|务求|预期|(?<!同)计划(?:投|完|新|实|建|到|总|用|在|于)|规划(?:建设"
    r"|新增|到|总|面积|投)|目标(?:是|为|：|:)|(?:主要|预期|总体|发展)目标|今年要|将(?:达|实|建|完|增|提"
    r"|新|超|突)|至少|"
    r"(?:今后|未来)[一二三四五]年|明年|本年度|要(?:达|实|完|确|新|建|力)|不低于|不少于|不高于|控制在|不突破"
)
STRONG_FUTURE: Final = re.compile(
    r"力争|争取(?=到|在|实现|达|完成|20)|力求|(?:主要|预期|总体|发展)目标|今年要|明年|(?:今后|未来)[一二三四五]年"
)
"""Words that only aims have, also in a review of the past."""
AIM: Final = re.compile(
    r"(?:主要|预期|总体|发展|工作|奋斗|具体|约束性|预期性)(?:[^，。；;]{0,6})?目标(?:任务)?(?:建议)?(?:初步)?(?:安排|确定|拟定)?(?:是|为|如下|：|:)"
)
"""After these words a sentence lists aims, whatever ``同比`` or ``预计`` stands in it."""
LEANS_BACK: Final = re.compile(
    r"居全[国省市区县]|入围|(?:增长|提高|下降|降低)\d{1,3}\.\d{1,2}%|全部开工|建成运[行营]|全面实现|位[居列]|排名?第|创历史|新高|获批|入选|跻身|荣获|获评|摘得|揭牌|问世|建成投[产运用]|连续[^，。；]{1,6}[年月度位]|的五年"
    r"|五年[来间]|一年来|全面完成|取得[^，。；]{0,8}(?:突破|成效|进展|成果)|成功|首[次个条座家]|实现翻|圆满|跃升|相继|得以|超[^，。；]{0,6}计划"
    r"|由\d[^，。；]{0,8}(?:增加|提高|扩大|下降|降低|缩小)[到至]|从\d[^，。；]{0,8}(?:增加|提高|扩大|下降|降低|缩小)[到至]|\d\.\d{2}[万亿]"
)
"""Marks of a review: each alone says little, several in a paragraph say that it looks back."""
LEANS_AHEAD: Final = re.compile(
    r"力争|争取|确保|支持|鼓励|引导|力求|探索|谋划|[\d%人个家万亿元亩]以上|左右|以内|将[^士领军]|要[^素求点]|进一步|启动|推动|强化|健全|完善|加快|深化"
)
FAR: Final = 2035
"""From this year on a target is a long-term one (2035年远景目标)."""
OPENING: Final = 30
"""A deadline within the first characters of a paragraph governs it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What past and future are measured against."""

    period: tuple[int, int] | None = None
    report_year: int | None = None

    @property
    def start(self) -> int | None:
        """First year that a commitment can be due in."""
        return self.report_year if self.report_year is not None else self.period[0] if self.period else None

    def is_past(self, year: int) -> bool:
        """Say whether a year lies before what the document plans for."""
        return self.start is not None and year < self.start


@dataclass(frozen=True, slots=True)
class Deadline:
    """A year by which something is due, and where the words stand."""

    year: int
    start: int
    end: int
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class Mood:
    """What a sentence's words say about its time."""

    past: bool
    future: bool
    deadlines: tuple[Deadline, ...]
    why: str = ""
    """In Chinese: the words that decided."""
    soft: bool = False
    """Only words look back that aims use too: 累计, 同比, 预计."""


def plan_years(numeral: str) -> tuple[int, int]:
    """Return first and last year of a five-year plan: ``十四`` → (2021, 2025)."""
    first = _NUMBERED_PLANS[numeral]
    return first, first + 4


def read_mood(sentence: str, clock: Clock) -> Mood:
    """Read the time words of one sentence.

    Args:
        sentence: One sentence, digits half-width.
        clock: The document's period or year.

    Returns:
        Deadlines in order of place (offsets in the sentence), and whether words look back or ahead. Both may be true; where
        they are, the caller decides clause by clause.
    """
    bases = [(found.start(), found.end()) for found in BASE.finditer(sentence)]
    deadlines: list[Deadline] = []
    past_words: list[str] = []
    for found in DEADLINE.finditer(sentence):
        if (
            _inside(found.start("year"), bases)
            or sentence[found.end() : found.end() + 2] in {"远景", "以来"}
            or _spans_years(sentence, found)
        ):
            continue
        year = int(found["year"])
        if clock.is_past(year):
            past_words.append(found[0].strip())
        elif "截" not in found["lead"]:
            deadlines.append(Deadline(year, found.start(), found.end()))
    _read_periods(sentence, clock, bases, deadlines, past_words)
    deadlines.sort(key=lambda deadline: deadline.start)
    past = PAST.search(sentence)
    future = FUTURE.search(sentence)
    return Mood(
        past=bool(past_words or past),
        future=bool(future or any(d.basis != "plan-period" for d in deadlines)),
        deadlines=tuple(deadlines),
        why=past_words[0] if past_words else past[0] if past else "",
        soft=not past_words and past is not None and all(SOFT.match(found[0]) for found in PAST.finditer(sentence)),
    )


def _read_periods(sentence: str, clock: Clock, bases: list[tuple[int, int]], deadlines: list[Deadline], past_words: list[str]) -> None:
    """Add what the five-year plans named in the sentence say: a past one, or a period within which something is due."""
    for found in PLAN_PERIOD.finditer(sentence):
        if not re.match(PERIOD_WORD, sentence[found.end("plan") + 1 :].lstrip("”\"'’")) or _inside(found.start(), bases):
            continue
        first, last = plan_years(found["plan"])
        if (clock.start is not None and last < clock.start) or (clock.start is None and "以来" in sentence[found.end() : found.end() + 4]):
            past_words.append(found[0])
        elif clock.start is None or first <= last:
            deadlines.append(Deadline(last, found.start(), found.end(), "period-end" if found["end"] else "plan-period"))


def _spans_years(sentence: str, found: re.Match[str]) -> bool:
    """``2021—2025年`` names a period: its last year is due only as a period, its first is no deadline."""
    return sentence[max(0, found.start("year") - 1) : found.start("year")] in {"—", "-", "–", "~", "至"} and bool(
        re.search(r"(?:19|20)\d{2}年?[—–~至-]+$", sentence[max(0, found.start("year") - 8) : found.start("year")])
    )


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def leans_back(paragraph: str) -> bool:
    """Say whether a paragraph, by several small marks, tells what was done: a review whose heading was lost.

    Args:
        paragraph: A whole paragraph, digits half-width.
    """
    back = sum(1 for _ in LEANS_BACK.finditer(paragraph)) + sum(1 for _ in PAST.finditer(paragraph))
    ahead = sum(1 for _ in LEANS_AHEAD.finditer(paragraph))
    return (back > ahead if back >= 3 else back == 2 and not ahead) and STRONG_FUTURE.search(paragraph) is None
