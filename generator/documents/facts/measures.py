"""Numbers with a measure in running text: what stands there, before anything is said about what it means.

A quantity is a number (Arabic or Chinese, any width), an optional range, and one of the measures that official statistics
and plans count in. Numbers that belong to a name, label, code, date or document number are not quantities at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.text.numerals import to_number

_BASE_WORDS: Final = (
    "人民币 元 美元 欧元 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 瓦 MWh MW GWh GW kWh KWh kW KW "
    "Kw 千伏安 兆伏安 MVA kVA KVA 千伏 kV KV Kv 伏 蒸吨 吉焦 PFLOPS EFLOPS "
    "TFLOPS Mbps Gbps Tbps TB PB TEU 平方公里 平方千米 平方米 ㎡ km² 亩 公顷 "
    "立方米 立方 标准立方米 标方 Nm3 m³ 方 公里 千米 km KM 米 厘米 毫米 升 毫升 吨标准煤 吨标煤 "
    "吨煤 吨二氧化碳 吨 标准箱 标箱 重量箱 公斤 千克 克 斤 担 微克 毫克 人次 人(次) 人（次） 人天 人 "
    "户次 户 名 位 头只 头 只羊单位 羊单位 只 峰 羽 匹 口 尾 株 棵 丛 机架 标准机架 泊位 床位 张 辆 "
    "台套 台(套) 台（套） 台 套 部 架 艘 列 条 处 所 家次 家 个 项次 项 种 类 款 批次 批 支 座 "
    "件套 件 场次 场 届 次 例 起 宗 册 本 首 篇 片 块 幅 栋 幢 间 层 对 组 班次 班 孔 眼 盏 根 "
    "节 杆 门 枚 双 把 桶 箱 瓶 袋 包 级 分钟 个小时 小时 个工作日 工作日 个月 天 岁 周岁 年 度 % "
    "‰ 个百分点 百分点 个点 个千分点 倍 成 分"
)
"""Money, power and data; area, length, volume and weight; people and animals; things and acts; time, shares and multiples."""
_BASES: Final = tuple(_BASE_WORDS.split())
_MULTIPLES: Final = "(?:十|百|千|万|百万|千万|亿|十亿|百亿|千亿|万亿)"
_PER: Final = r"(?:(?:/|每|／)(?:(?:万|百|千)?(?:平方公里|平方米|立方米|人·年|人|亩|公顷|年|天|日|月|小时|吨|户|公里|升|千瓦时|个|台|辆)))"
_BASE: Final = "|".join(re.escape(base) for base in sorted(set(_BASES), key=len, reverse=True))
_MEASURE: Final = rf"{_MULTIPLES}?(?:{_BASE}){_PER}?"
_ARABIC: Final = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d{1,12}(?:\.\d{1,8})?"
_CHINESE: Final = r"[〇零一二两三四五六七八九十百千万亿]{1,12}|半"
_RANGE: Final = r"[ ]?(?:-|—|–|~|～|至|到|－|—-)[ ]?"

QUANTITY: Final = re.compile(
    rf"(?:(?<![A-Za-z0-9.〔第%\-])(?P<low>{_ARABIC})(?P<scale>{_MULTIPLES}?)(?:(?P<unit>(?:{_BASE})?){_RANGE}(?P<high>{_ARABIC}"
    rf"))?[ ]{{0,2}}"
    rf"|(?<![〇零一二两三四五六七八九十百千万亿第几数\d.])(?P<words>{_CHINESE})(?:{_RANGE}(?P<words_high>{_CHINESE}))?)(?P<mor"
    rf"e>[多余])?(?P<measure>{_MEASURE})"
)
"""A number or a range of numbers, and its measure. The last number of a range carries the measure: ``300万-500万千瓦``."""

YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}[ ]?年?(?!\d)")
RATIO: Final = re.compile(
    r"(?<![\d:∶：.︰])\d{1,4}(?:\.\d{1,4})?[ ]?[:：∶︰][ ]?\d{1,4}(?:\.\d{1,4})?(?:[:：∶︰]\d{1,4}(?:\.\d{1,4})?)?(?![\d:∶：︰])"
)
"""``2.2∶1`` and ``8:41:51``. A time of day looks the same: the caller asks for a verb before it."""

TITLE: Final = re.compile(r"《[^《》\n]{1,120}》")
"""A named document: no number inside is a statement."""

_WIDE: Final = {
    0x3000: " ",
    0xA0: " ",
    0x2003: " ",
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    0xFF05: "%",
    0xFF0E: ".",
    0xFE6A: "%",
    0x2212: "-",
}
_VAGUE_WORDS: Final = (
    "个 项 种 类 批 条 次 场 位 名 人 家 处 所 支 座 件 套 分 成 度 级 年 天 层 对 组 门 把 "
    "口 片 块 节 班 方 包 本 首 部 台 张 起 根 双 户 间"
)
_VAGUE: Final = frozenset(_VAGUE_WORDS.split())
"""Measures that Chinese numerals also form idioms with (``一批``, ``三方``, ``一级``): one is never a figure there."""
_IDIOMS: Final = re.compile(r"[一二两三四五六七八九十百千]+(?:体|级|方面|分之|位一体|次性|流|级以上|家人|部分|起来|层次|把手|座城|度)")


_PLACE_BEHIND: Final = re.compile(r"子?[镇乡村县庄沟坝屯寨店堡湾岭坪塘]|子[^一-鿿]|子[，、]")
"""``六家子镇``, ``三户村``: the numeral belongs to the name of a place."""
_TERM_BEHIND: Final = re.compile(r"(?:毛入|巩固|义务|制|行动|计划|规划|攻坚|内|来|间|级|期|生|前|以来|一贯|免费)")
"""``学前三年毛入园率``, ``五年规划``: the years belong to a term."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with a measure and where it stands."""

    value: float
    value_max: float | None
    """End of a range."""
    measure: str
    text: str
    start: int
    end: int
    chinese: bool = False
    """The number is written in Chinese numerals."""
    about: bool = False
    """``20余家``: somewhat more than the number."""


def narrowed(text: str) -> str:
    """Make digits, per cent signs and spaces half-width, character by character, so that offsets stay."""
    return text.translate(_WIDE)


def find_measured(text: str) -> tuple[Measured, ...]:
    """Find every number that carries a measure.

    Args:
        text: Running text; offsets of the result count its characters.

    Returns:
        In order of place. Years, codes (``G331``, ``5G``), ordinals (``第三个``) and document numbers are none; a number inside
        a document's title is none.
    """
    plain = narrowed(text)
    hidden = [(found.start(), found.end()) for found in TITLE.finditer(plain)]
    found_all: list[Measured] = []
    position = 0
    for match in QUANTITY.finditer(plain):
        while position < len(hidden) and hidden[position][1] <= match.start():
            position += 1
        if position < len(hidden) and hidden[position][0] <= match.start():
            continue
        measured = _read(match, plain, text)
        if measured is not None:
            found_all.append(measured)
    return tuple(found_all)


def _read(match: re.Match[str], plain: str, text: str) -> Measured | None:
    chinese = match["words"] is not None
    low = _number(match["words"] if chinese else match["low"])
    high = _number(match["words_high"] if chinese else match["high"])
    if (
        low is None
        or (match["measure"] == "年" and _TERM_BEHIND.match(plain, match.end()))
        or (chinese and not _plain_figure(match, plain))
    ):
        return None
    if plain[max(0, match.start() - 2) : match.start()] == "最后":
        return None
    measure = match["measure"]
    if chinese:
        low, measure = _unscaled(match["words"], measure, low)
    elif match["scale"] and high is None:
        measure = match["scale"] + measure
    if not chinese and _is_year(match["low"], measure, plain, match.end()):
        return None
    if high is not None and (high <= low or _is_year(match["high"] or "", measure, plain, match.end())):
        # 2018—2025年 names years; where the second number is not larger the dash is no range and the last number stands alone.
        return None if _is_year(match["high"] or "", measure, plain, match.end()) else _last_only(match, text, high, measure)
    return Measured(low, high, measure, text[match.start() : match.end()], match.start(), match.end(), chinese, match["more"] is not None)


def _last_only(match: re.Match[str], text: str, value: float, measure: str) -> Measured:
    group = "words_high" if match["words"] is not None else "high"
    start = match.start(group)
    return Measured(value, None, measure, text[start : match.end()], start, match.end(), match["words"] is not None)


def _number(text: str | None) -> float | None:
    if text is None:
        return None
    negative = text.startswith("-")
    value = to_number(text.lstrip("-"))
    return None if value is None else float(-value if negative else value)


def _plain_figure(match: re.Match[str], plain: str) -> bool:
    """Say whether Chinese numerals count something here: ``一万亩`` does, ``一批``, ``三方``, ``三个离不开`` in quotation marks do not."""
    words, measure = match["words"], match["measure"]
    if _IDIOMS.match(plain, match.start()):
        return False
    if not words.strip("十百千万亿") or not words.strip("〇零") or _PLACE_BEHIND.match(plain, match.end()):
        return False
    if measure in {"类", "方", "分", "成", "度", "级", "层", "门", "把", "双", "本", "首", "起", "根", "次", "节", "部", "班", "期"}:
        return False
    if words == "半":
        return measure in {"小时", "个小时", "天", "年", "个月"}
    return not (measure in _VAGUE and (words == "一" or plain[match.end() : match.end() + 1] in "”’" or _in_quotes(plain, match.start())))


def _in_quotes(plain: str, place: int) -> bool:
    before = plain[max(0, place - 20) : place]
    return before.rfind("“") > before.rfind("”")


def _unscaled(words: str, measure: str, value: float) -> tuple[float, str]:
    """Keep a closing multiple with the measure, as with Arabic numbers: ``一万亩`` is 1 万亩, ``一千万元`` 1000 万元."""
    kept = words.rstrip("万亿")
    multiple = words[len(kept) :]
    shortened = to_number(kept) if multiple and kept else None
    return (value, measure) if shortened is None else (float(shortened), multiple + measure)


def _is_year(number: str, measure: str, plain: str, end: int) -> bool:
    return measure == "年" and len(number) == 4 and number.isdigit() and 1900 <= int(number) <= 2100 and plain[end : end + 1] != "限"
