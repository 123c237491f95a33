"""The noun behind a number: ``建设2座加氢站`` counts 加氢站. Where it ends is a guess, and the guess is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

NOUN_BEHIND: Final = re.compile(r"(?P<noun>[一-鿿A-Za-z“”()（）·+\-][一-鿿A-Za-z0-9“”()（）·+\-]{1,39})")
NOUN_CUT: Final = re.compile(
    r"(?<=[一-鿿])\d|达到?(?!标)|(?<!稳)增长(?![极点])|增加(?!值)|完成|实现|下降|、|和(?![美谐平田睦县林])|及|与|等(?!级)|(?<!级)以上"
    r"|，|用于|以及"
)
"""Where the noun ends. 级以上, 和美, 稳增长, 增长极 and 增加值 are parts of nouns."""
HEAD_NOUN: Final = re.compile(
    r"(?:企业|园区?|基地|平台|中心|项目|工程|学校|学院|院校|幼儿园|医院|机构|集群|床位|[学托车泊]位|人才|试点|设施|品牌|产品|住房|岗位|场景|案例"
    r"|标准|专利|大户|农场|合作社|团队|资金|投资|贷款|农田|草原|管网|[站厂场馆所室店库区村镇乡县市城街路桥林地井带圈点线船车机房户人员])$"
)
"""A noun that can stand alone before 和; 磷矿采选 in 磷矿采选和磷化工企业 cannot."""
THIN: Final = frozenset({"项目", "工程", "任务", "企业", "重点", "重大", "平台", "基地", "活动", "国家级", "省级", "市级", "自治区级"})
"""Says nothing alone: the words before the number name the thing (``甲至乙等2个项目``)."""
MAKING: Final = re.compile(r"^(?:新|续|改|扩|开工|建成|通车|建设|推进|实施|完成|提速|抓好|启动|建)+")


@dataclass(frozen=True, slots=True)
class Noun:
    """``words`` is empty where there is none; ``length`` counts the characters that it takes of the text."""

    words: str
    length: int
    sure: bool


def noun_behind(rest: str) -> Noun:
    """Read the noun at the beginning of ``rest``, the words behind a number and its measure."""
    found = NOUN_BEHIND.match(rest)
    if found is None:
        return Noun("", 0, True)
    phrase, sure = found["noun"], True
    cut = NOUN_CUT.search(phrase)
    if cut and cut[0] in "和与及" and not HEAD_NOUN.search(phrase[: cut.start()]):
        further = NOUN_CUT.search(phrase, cut.end())
        other = phrase[cut.end() : further.start() if further else len(phrase)]
        if HEAD_NOUN.search(other):
            cut, sure = further, False
    words = phrase[: cut.start()] if cut else phrase
    return Noun(words.lstrip("的").rstrip("和与及"), len(words), sure)


def named_before(head: str, noun: str) -> str:
    """Join a thin noun with the words before the number: 甲至乙等 + 项目 → 甲至乙等项目. Empty where they name nothing."""
    name = MAKING.sub("", head)
    return name + noun if name.endswith("等") and len(name) > 4 else ""
