"""The figures of one clause: each number with its metric, operator and sort, before anything is said about its time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from generator.documents.facts.figure import Figure, make_figure
from generator.documents.facts.measures import RATIO, Measured
from generator.documents.facts.nouns import THIN, named_before, noun_behind
from generator.documents.facts.predicates import (
    ANY_CREATE,
    COMPARED,
    CREATE,
    METRIC_NOUN,
    SIZE,
    Predicate,
    clean_metric,
    read_predicate,
)
from generator.documents.facts.shared_names import split_metrics

FROM: Final = re.compile(r"(?:由|从)(?P<words>[^由从]{0,30})$")
TO_BEHIND: Final = re.compile(
    r"[ ]?(?:、|，|,|和)?(?:逐步|大幅)?(?:增长|增加|提高|提升|上升|扩大|发展|增|升|下降|降低|减少|降|减"
    r"|缩小|压缩|精简|调整|缩短|上涨)(?:到|至|为)"
)
SEPARATOR_BEHIND: Final = re.compile(r"[ ]?(?:以上|左右|以内|以下)?[ ]?(?:、|和|及|与|以及|，|,)[ ]?$")
QUOTED: Final = re.compile(r"“[^“”]{0,12}$")
"""Right before a number: it stands in a name (“15分钟生活圈”)."""
LIFE_CIRCLE: Final = re.compile(r"[^，。；、]{0,6}圈(?=[一-鿿])")
PLACES: Final = re.compile(r"(?:区域|地区|城市|其他|平均|县城|城区|乡镇)$")
OPEN_END: Final = re.compile(r"[ ]*(?:$|[^一-鿿A-Za-z0-9“《]|、|和|及|与|并|且|以及|的目标|的水平|的目|等)")
SPEC_MEASURES: Final = frozenset({"千伏", "伏", "kV", "KV", "Kv", "级", "伏特"})
TIME_MEASURES: Final = frozenset({"年", "天", "小时", "个小时", "分钟", "个月", "工作日", "个工作日", "岁", "周岁"})
TIME_METRIC: Final = re.compile(r"年限|寿命|时限|时间|时长|天数|工期|压缩|缩短|通达|圈|达标|优良|办结|学制|年龄|以内")
WEAK: Final = frozenset("分成起次度级层门把根双方首届期本节")
WEAK_VERB: Final = re.compile(r"(?:推进|抓好|提速|组织)[^，,；;。、\d]{0,6}$")
DOUBLED: Final = re.compile(r"(?:实现)?(?:翻[一两二三]番|翻番|倍增)[ ]?$")
KEEP_BEFORE: Final = re.compile(r"(?:确保|守住|坚守|守牢|严守|保有|保住)[ ]?$")
BARE_CHANGE: Final = re.compile(r"[ ]?(?:同比|比上年|较上年)?(?:年均|各)?(?:增长|下降|提高|降低)[ ]?")
CIRCLE: Final = re.compile(r"[^，,。；;、]{0,8}?圈|通达|可达|到达|内")
AREAS: Final = ("亩", "公顷", "平方米", "平方公里", "公里", "千米")
KEPT: Final = re.compile(r"红线|耕地|农田|保有|底线|面积|不变|林地|草原")
COUNTERS: Final = frozenset("个项座处条家批所支类种户名场台套辆部")
OPENING_VERB: Final = re.compile(
    r"^[^、，]{0,6}?(?:新建|改建|扩建|建设|建成|打造|开发|培育|培养|创建|争创|引进|完成|实施|改造|组建"
    r"|设立|建立|开工|新增|谋划|储备|规划建设|确保)"
)
PROJECT_BEHIND: Final = re.compile(
    r"^[^，,。；;、]{0,30}?(?:项目|工程|装置|生产线|变电站|机组|电站|线路|水库|技改|改造|扩能|光伏|风电|基地)"
)
IDIOM_BEHIND: Final = re.compile(
    r"^(?:重点工作|主要工作|底线|名片|市场|资源|大局|方面|环节|领域|维度|层面|阶段|原则|关键|意识|自信|维护|坚持|体系|统筹|关系|确保|重大|一体|大局"
    r"|必须|着力|必然|文明|全面|更加|面向|行动|攻坚|体会|问题|要求|结合|推进|不摘|清零|严禁)"
)


def read_clause(
    plain: str, span: tuple[int, int], measured: Sequence[Measured], before: tuple[int, int] | None, recent: Sequence[str]
) -> list[Figure]:
    """Read the figures of one clause.

    Args:
        plain: The whole text, digits half-width.
        span: The clause.
        measured: The numbers inside it.
        before: The clause before, where a metric may stand.
        recent: Metrics of the sentence so far: ``地区生产总值达到72亿元，年均增长6%`` says the second of the first.

    Returns:
        One figure for each number, except numbers that are only what another is measured from; ratios too.
    """
    made: list[Figure] = []
    begin, index = span[0], 0
    verb_of_list, named = "", list(recent[-8:])
    while index < len(measured):
        group = _respectively(plain, begin, span[1], measured, index)
        if len(group) > 1:
            made.extend(_distributed(plain, begin, span[1], group, before, named))
            index += len(group)
            begin = made[-1].end
            continue
        one, base, used = _with_base(plain, begin, span[1], measured, index)
        figure = _single(plain, begin, span[1], one, named[-1] if named else "", base, verb_of_list)
        if base is not None:
            figure = replace(figure, base_value=base.value, base_text=base.text)
        made.append(figure)
        verb_of_list = _list_verb(plain[begin : one.start]) or verb_of_list
        named.append(figure.metric if len(figure.metric) >= 2 else (named[-1] if named else ""))
        index += used
        begin = min(max(figure.end, figure.noun_end), measured[index].start if index < len(measured) else span[1])
    return made + _ratios(plain, span, measured)


def _list_verb(words: str) -> str:
    found = ANY_CREATE.search(words)
    return found[0] if found else ""


def _with_base(plain: str, begin: int, end: int, measured: Sequence[Measured], index: int) -> tuple[Measured, Measured | None, int]:
    """``由17.34%提高到22.89%``: the first number is only what the second is measured from."""
    one = measured[index]
    if index + 1 < len(measured) and FROM.search(plain[max(begin, one.start - 40) : one.start]) and TO_BEHIND.match(plain[one.end : end]):
        return measured[index + 1], one, 2
    return one, None, 1


def _respectively(plain: str, begin: int, end: int, measured: Sequence[Measured], index: int) -> list[Measured]:
    """The numbers that one 分别 governs: a run of numbers with nothing but separators between them."""
    first = measured[index]
    words = plain[max(begin, first.start - 30) : first.start]
    if "分别" not in words and not BARE_CHANGE.fullmatch(words):
        return [first]
    run = [first]
    for following in measured[index + 1 : index + 8]:
        if not SEPARATOR_BEHIND.fullmatch(plain[run[-1].end : following.start]):
            break
        run.append(following)
    behind = plain[run[-1].end : end]
    if len(run) > 1 and FROM.search(plain[max(begin, first.start - 40) : first.start]) and TO_BEHIND.match(behind):
        rest = measured[index + len(run) : index + 2 * len(run)]
        if len(rest) == len(run):
            return list(rest)
    return run


def _distributed(
    plain: str, begin: int, end: int, group: list[Measured], before: tuple[int, int] | None, recent: list[str]
) -> list[Figure]:
    words = plain[begin : group[0].start]
    head = words.rpartition("分别")[0]
    phrase, _ = clean_metric(head)
    phrase = FROM.sub("", phrase)
    compared = COMPARED.search(head)
    phrase = phrase.rstrip("均都")
    said = [metric for metric in recent[-len(group) :] if metric]
    use_recent = len(phrase) < 2 and len(said) == len(group) and len(set(said)) == len(said)
    if len(phrase) < 2 and before is not None and not use_recent:
        earlier = DOUBLED.sub("", plain[before[0] : before[1]])
        compared = COMPARED.search(earlier)
        phrase = clean_metric(earlier)[0].rstrip("均都")
    metrics, sure = split_metrics(phrase, len(group))
    if use_recent:
        metrics, sure = tuple(said), True
    elif len(phrase) < 2:
        metrics, sure = (recent[-1] if recent else "",) * len(group), False
    made: list[Figure] = []
    for metric, one in zip(metrics, group, strict=True):
        predicate = read_predicate(words, plain[one.end : end], one.value_max is not None)
        made.append(make_figure(begin, one, predicate, metric, words, end))
        made[-1] = replace(
            made[-1],
            base_text=compared[0].strip() if compared else made[-1].base_text,
            confidence=0.95 if sure else 0.5,
            why="" if sure else "“分别”前的指标数与数字个数对不上，或共用的词不能确定",
        )
    return made


def _single(plain: str, begin: int, end: int, one: Measured, last_metric: str, base: Measured | None, verb_of_list: str) -> Figure:
    words = plain[begin : one.start]
    behind = plain[one.end : min(end, one.end + 48)]
    predicate = read_predicate(words, behind, one.value_max is not None)
    head = words[: predicate.start]
    if base is not None:
        head = FROM.sub("", plain[begin : base.start])
    metric, _ = clean_metric(head[-80:])
    rest = behind[predicate.end :]
    figure = make_figure(begin, one, predicate, metric, words, end)
    if QUOTED.search(plain[max(0, one.start - 14) : one.start]) and "”" in behind[:20]:
        return replace(figure, states=False, confidence=0.9, why="数字在引号里的名称中")
    if _is_size(one, words, rest, metric, predicate):
        return replace(figure, states=False, why="是名称的一部分，或只是事物的尺寸、规模")
    if OPEN_END.match(rest) or predicate.suffix == "规模":
        return _terminal(figure, predicate, words, metric, last_metric, verb_of_list)
    return _before_noun(figure, predicate, words, rest, metric, verb_of_list)


def _is_size(one: Measured, words: str, rest: str, metric: str, predicate: Predicate) -> bool:
    if one.measure in SPEC_MEASURES or (
        SIZE.search(words[-14:]) and not predicate.suffix and not words.strip().startswith(("力争", "到2"))
    ):
        return not (words[-14:].strip().endswith(("年产", "年产量", "年产能")) and OPEN_END.match(rest))
    if one.measure in TIME_MEASURES and not TIME_METRIC.search(words[-30:] + metric):
        return not (one.measure in {"小时", "分钟"} and CIRCLE.match(rest))
    return (one.measure in WEAK and not predicate.verb) or bool(IDIOM_BEHIND.match(rest) and (one.measure == "个" or one.chinese))


def _terminal(figure: Figure, predicate: Predicate, words: str, metric: str, last_metric: str, verb_of_list: str) -> Figure:
    """The number ends its clause: 森林覆盖率达到26%, 人工造林2.5万亩."""
    if not metric or len(metric) < 2:
        if last_metric and predicate.verb:
            return replace(figure, metric=last_metric, confidence=0.8, why="指标沿用前一分句")
        return replace(figure, metric=last_metric, states=False, confidence=0.5, why="看不出是什么的数字")
    if figure.measure == "%" and PLACES.search(metric) and last_metric.endswith(("率", "比例", "比重")):
        return replace(figure, confidence=0.6, why="这里只写了地方，指标名大概在前一分句")
    if ANY_CREATE.fullmatch(metric):
        return replace(figure, confidence=0.5, why="只有动词，看不出是什么的数字")
    if predicate.verb or predicate.suffix:
        sure = 1.0 if METRIC_NOUN.search(metric) or predicate.change else 0.85
        if verb_of_list and not predicate.verb and figure.measure in COUNTERS and figure.quantity == "level":
            figure = replace(figure, quantity="cumulative")
        return replace(figure, confidence=sure, why="" if sure == 1 else "指标的说法不常见")
    if ANY_CREATE.search(words) or METRIC_NOUN.search(metric):
        return replace(figure, confidence=0.85, why="数字前没有“达到”一类的词")
    if verb_of_list:
        return replace(figure, quantity="cumulative", confidence=0.8, why="动词沿用前一项")
    return replace(figure, weak=True, confidence=0.6, why="数字前没有动词，可能只是规模")


def _before_noun(figure: Figure, predicate: Predicate, words: str, rest: str, metric: str, verb_of_list: str) -> Figure:
    """A noun follows: 建设2座加氢站 counts; 年产860万吨天然碱项目 is a name; 80%以上可在网上办理 says of a share."""
    if figure.measure in {"小时", "分钟", "个小时", "公里"} and LIFE_CIRCLE.match(rest):
        return replace(figure, states=False, why="“X分钟生活圈”一类的名称")
    behind = noun_behind(rest)
    noun = behind.words
    if figure.measure in {"%", "‰"}:
        if len(metric) >= 2 and METRIC_NOUN.search(metric) and predicate.verb:
            return replace(figure, confidence=0.85, why="数字后面还有话")
        subject = noun if rest.startswith("的") or len(metric) < 2 or predicate.verb else metric
        return replace(figure, metric=subject, states=bool(subject), quantity="share", confidence=0.6, why="比例后面接着说明，指标是推断的")
    if figure.measure in {"小时", "分钟", "个小时"}:
        return replace(
            figure, metric=noun or metric, operator="<=" if "内" in rest[:1] else figure.operator, confidence=0.7, why="时间目标"
        )
    if KEEP_BEFORE.search(words) and KEPT.search(noun):
        return replace(figure, metric=noun, operator="keep", confidence=0.85, why="指标取自数字后面的名词")
    counts = figure.measure in COUNTERS
    counted = counts and OPENING_VERB.match(words.lstrip())
    bound = counts and predicate.suffix in {"以上", "及以上", "左右"} and not rest.startswith("的")
    if not counts and WEAK_VERB.search(words[-16:]):
        return replace(figure, metric=noun or metric, states=False, confidence=0.8, why="数字限定后面的名词，是门槛或规模")
    if (counted or CREATE.search(words[-16:])) and noun and (bound or not predicate.suffix):
        if PROJECT_BEHIND.match(rest) and figure.measure not in COUNTERS and not figure.measure.endswith(AREAS):
            return replace(figure, metric=noun, states=False, why="数字在项目名称里")
        return _counted(figure, metric, noun, words, behind.sure, behind.length)
    if verb_of_list and figure.measure in COUNTERS and noun and len(metric) < 2:
        length = figure.end + behind.length
        return replace(figure, metric=noun, quantity="cumulative", confidence=0.75, why="动词沿用前一项", noun_end=length)
    if predicate.verb in {"达到", "达", "突破", "超过", "增加到", "提高到", "确保"} and noun and not predicate.suffix:
        return replace(figure, metric=metric if len(metric) >= 2 else noun, confidence=0.6, why="数字后面还有名词")
    return replace(figure, metric=noun or metric, states=False, confidence=0.8, why="数字限定后面的名词，是门槛或规模")


def _counted(figure: Figure, metric: str, noun: str, words: str, sure: bool, length: int) -> Figure:
    """A verb of making counts the noun behind the number. A thin noun is named by the words before it, as far as they do."""
    confidence, why = (0.85, "指标取自数字后面的名词") if sure else (0.65, "指标取自数字后面的名词，“和”前后是否一件事不能确定")
    name = noun
    if noun in THIN:
        name = named_before(metric, noun) or noun
        confidence, why = 0.65, "数字后面只有泛称，指标要结合前文看"
    elif WEAK_VERB.search(words[-16:]):
        confidence, why = 0.65, "“推进”“抓好”一类的动词，数字未必是完成的量"
    return replace(figure, metric=name, quantity="cumulative", confidence=confidence, why=why, noun_end=figure.end + length)


def _ratios(plain: str, span: tuple[int, int], measured: Sequence[Measured]) -> list[Figure]:
    """Ratios that a verb states: 收入比缩小到2.2∶1. Slopes, times of day and scales have no such verb."""
    made: list[Figure] = []
    taken = {one.start for one in measured}
    for found in RATIO.finditer(plain, span[0], span[1]):
        words = plain[max(span[0], found.start() - 60) : found.start()]
        predicate = read_predicate(words, plain[found.end() : span[1]], False)
        metric, _ = clean_metric(words[: predicate.start])
        if found.start() in taken or not predicate.verb or not re.search(r"比|差距|结构|比例", metric):
            continue
        made.append(
            Figure(
                metric,
                predicate.operator,
                "share",
                None,
                None,
                found[0].replace(" ", ""),
                predicate.verb,
                max(span[0], found.start() - len(words)),
                found.end() + predicate.end,
                True,
                0.9,
                "比例，没有单一数值",
                without_base=words,
            )
        )
    return made
