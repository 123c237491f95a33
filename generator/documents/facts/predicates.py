"""The grammar around a figure: which words say how it is to be compared, and which words say what it is a figure of.

``[到2025年] [全县] 森林覆盖率 [达到] 26% [以上]``: the noun phrase before is the metric, the verb and the words behind give the
operator. The words are those of plans, work reports and statistical communiqués of any province.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Operator = Literal["=", ">=", "<=", "<", ">", "~", "range", "keep", "reach", "text"]
Quantity = Literal["level", "change", "annual_growth", "cumulative", "total", "share"]

_TO: Final = "(?:到|至|为)"
_RISE: Final = (
    "(?:增长|增加|提高|提升|上升|扩大|扩展|发展|拓展|延长|增|升|攀升|上涨|恢复|优化"
    "|调整|缩小|压减|压缩|下降|降低|减少|回落|缩短|精简|降|减|转化|推广|覆盖|积累)"
)
OPERATORS: Final = re.compile(
    "(?:"
    "(?P<ge>不低于|不少于|不小于|不得低于|不得少于|达到或超过|大于等于|大于或等于|至少达到|至少|≥|>=)"
    "|(?P<le>不超过|不高于|不多于|不大于|不突破|不得超过|不得高于|最多|小于等于|小于或等于|≤|<=|控制(?:在|到|为|至))"
    "|(?P<gt>超过|突破|超|高于|多于|大于|>|＞)"
    "|(?P<lt>低于|少于|小于|不到|不足|<|＜)"
    "|(?P<keep>(?:保持|稳定|维持|巩固|继续保持)(?:在|到|为)?)"
    f"|(?P<eq>达到|达成|达|{_RISE}{_TO}|升格为|到位|力争实现|实现|完成|为|是|有|至|到|=|＝)"
    r"|(?P<change>(?:年均|平均每年|每年|(?<!\d)年)?(?:累计|实际|名义|同比|同口径)?(?:增长|增速|增幅|涨幅"
    r"|提高|提升|增加|上升|上涨|净增|下降|降低|降幅|减少|压减|削减|缩减|压缩|回落|缩短|节约|增收)(?:率"
    r"|速度|幅度)?(?:达到|为|达|保持在|约|了|至少|不低于)?)"
    ")(?P<about>[ ]?(?:约|大约|大致|约为|近|接近|将近|左右)?)[ ]?$"
)
"""What stands right before the number."""
SUFFIX: Final = re.compile(r"[ ]?(?P<word>及以上|以上|之上|及以下|以下|以内|之内|内|左右|上下|不等|大关|目标|的目标|的水平|的标准|规模)")
ANNUAL: Final = re.compile(r"年均|年平均|平均每年|年度?增速|年增长|年递增|年增速")
CREATE: Final = re.compile(
    r"(?:新建|改建|扩建|续建|新增|新设|新开|新培育|新引进|新认定|新签约|建设|建成|打造|开发|培育|培养|培训"
    r"|创建|争创|引进|引育|引入|完成|实施|改造|组建|设立|建立|"
    r"种植|发展|开工|签约|招聘|招录|选派|命名|表彰|评选|储备|争取|投入|更新|铺设|修建|修复|治理|开办|布局"
    r"|认定|申报|搬迁|疏浚|供应|发放|化解|安置|转移|输出|接待|举办|开展|"
    r"规范提升|改造提升|提升改造|新改建|引育|选树|遴选|布设|增补|盘活|落户|推进|抓好|提速|推出|制定|形成|拥有|配备|建好|办好|购置|投放|整治|清理|淘汰|解决|吸引|招引|孵化|谋划|落地|投产|达产"
    r"|开通|增设|架设|安装|恢复|补贴|帮扶|实现|创成|集聚|入库|创作|推广|编制)"
    r"[^，,；;。、\d]{0,6}?(?:约|近|超|超过|不少于|至少)?[ ]?$"
)
"""A verb of making right before a counted thing: 建设2座加氢站."""
ANY_CREATE: Final = re.compile(
    r"新建|改建|扩建|续建|新增|新签|新设|建设|建成|打造|开发|培育|培养|培训|创建|争创|引进|引入|完成|实施"
    r"|改造|组建|设立|建立|种植|发展|开工|签约|招聘|招录|命名|表彰|"
    r"储备|争取|投入|更新|铺设|修建|修复|治理|认定|申报|搬迁|疏浚|发放|化解|清偿|安置|转移|再就业|造林"
    r"|绿化|种草|休牧|补播|补植|落实|筹集|开办|开通|救助|举办|接待|调入|年产|压减|护岸|淘汰|人工接种|接种|规范提升|改造提升|提升改造|新改建|交付|引育|选树|遴选|组织|布设|增补|输转|输送|盘活|培树|选育|配建"
)
METRIC_NOUN: Final = re.compile(
    r"(?:率|比重|比例|占比|比|额|值|总量|数量|产量|销量|容量|能力|数|量|收入|支出|投资|面积|人口|规模|产能"
    r"|总产|寿命|年限|时间|时长|距离|里程|浓度|强度|密度|水平|标准|天数|次数|人数|户数|家数|系数|指数|速度"
    r"|"
    r"增速|增幅|涨幅|降幅|存栏|出栏|床位|装机|库容|余额|贷款|存款|消费|能耗|用水|单产|总产|储量|价格|工资"
    r"|补助|覆盖|就业|消费品零售|GDP|游客|企业|主体|专利|单位|品牌|基地|产业集群|景区|机构|学校|项目|平台"
    r"|人才|学位|托位|托位数|进出口|外资|资金|营收|利润|税收|吞吐量|产值)"
    r"(?:[(（][^()（）]{1,12}[)）])?$"
)
SIZE: Final = re.compile(
    r"(?:(?<![增成延专])长|长度|全长|总长|总长度|宽|宽度|底宽|(?<![提最新更升])高|高度|海拔|深|深度|直径"
    r"|半径|厚|厚度|占地|占地面积|用地面积|总用地|建筑面积|总建筑面积|总面积|国土面积|辖区面积|总投资|估算投资"
    r"|概算投资|总规模|库容|总库容|距离|(?<!差)距|相距|间距|坡度|比降|设计速度|时速|路基宽|供水能力|处理能力"
    r"|日处理\S{0,6}|年处理\S{0,6}|年产|年产量|年产能)(?:约|为|达|约为|近)?[ ]?$"
)
"""Words of specification: the size of a thing, not an aim. Which of them are aims all the same, the caller decides."""
LEAD_IN: Final = re.compile(
    r"^(?:[\s、—–\-·•●▪◆■□★☆*]+|\d{1,3}[.、．]\s*|[(（][\d一二三四五六七八九十]{1,3}[)）]\s*|[①-⑳]|[一二三四五六七八九十]{1,3}"
    r"、|[一二三四五六七八九十]是|"
    r"力争实现|力争|争取(?=到|在|实|达|完)|确保|力求|务求|同比|预期|预计|计划|规划|将|要|到|至|在|使|让"
    r"|令|并|且|和|及|与|以及|同时|其中|其中[,，:：]|此外|另外|或|即|"
    r"全[省市县区旗盟州镇乡]|我[省市县区旗盟州镇乡]|本[省市县区旗盟州镇乡]|今年|本年度?|全年|年内|明年|"
    r"(?:(?:截止|截至|到|至|于|在)?[ ]?(?:19|20)\d{2}[ ]?年(?:年?底前?|年?末前?|以前|之前|前|度)?)|“?十[一二三四五]五”?[ ]?(?"
    r":规划)?(?:期间|时期|期末|末期?|以来)?|[,，:：]|的|再|还|也|今后五年|五年内|未来五年)"
)
LEAD_VERB: Final = re.compile(
    r"^(?:实现|完成|形成|达到|达成|推动|促进|带动|保证|保障|确保|努力|积极|加快|大力|稳步|持续|不断|进一步"
    r"|全面|逐步|基本(?=实现|建成|形成|完成|达到)|继续|着力|打造|建设有|打造成)+(?=.{2})"
)
TAIL_WORDS: Final = re.compile(
    r"(?:首次|率先|均|都|在|将|要|力争|争取|确保|可|可以|也|分别|年均|累计|总体|逐年|每年|年度|预计|计划|稳步|力求"
    r"|基本|不断|显著|大幅|再|且|已经|已|达|应|需|必须|全部|合计|共计|共|总计|平均|实际|名义|同比|同口径"
    r"|约|大约|近|逐步|持续|有望|力争实现|进一步|继续)$"
)
COMPARED: Final = re.compile(
    r"(?:是|为|相当于)(?:19|20)\d{2}[ ]?年的|(?:比|较|在|对比|相比)[^，,；;。比较]{1,24}(?:年|末|期间|时期"
    r"|五”|同期|基础上?|底)[ ]?(?:基础上|相比)?"
)


APPROXIMATE: Final = re.compile(r"(?:约|大约|约为|将近|接近|近)[ ]?$")


@dataclass(frozen=True, slots=True)
class Predicate:
    """How a figure is compared, as the words around it say."""

    operator: Operator
    verb: str
    """The words before the number, empty where there are none."""
    start: int
    """Offset of the verb in the words before the number: the metric ends here."""
    suffix: str
    end: int
    """Offset, in the words behind the number, where its suffix ends."""
    change: bool
    """The verb says by how much, not to what."""


def read_predicate(before: str, behind: str, is_range: bool) -> Predicate:
    """Read verb and suffix.

    Args:
        before: Words of the clause before the number.
        behind: Words of the clause behind the number and its measure.
        is_range: Two numbers are given.
    """
    tail = before[-24:]
    offset = len(before) - len(tail)
    verb = OPERATORS.search(tail)
    suffix = SUFFIX.match(behind)
    word = suffix["word"] if suffix else ""
    verb_text = verb[0].strip() if verb else ""
    return Predicate(
        operator="~" if APPROXIMATE.search(tail) and not is_range and not word else _operator(verb, word, is_range),
        verb=verb_text,
        start=offset + verb.start() if verb else len(before),
        suffix=word,
        end=suffix.end() if suffix else 0,
        change=bool(verb and verb["change"]),
    )


def _operator(verb: re.Match[str] | None, suffix: str, is_range: bool) -> Operator:
    if is_range:
        return "range"
    by_suffix: Operator | None = None
    if suffix in {"及以上", "以上", "之上"}:
        by_suffix = ">="
    elif suffix in {"以内", "之内", "内", "及以下", "以下"}:
        by_suffix = "<="
    elif suffix in {"左右", "上下"}:
        by_suffix = "~"
    group = verb.lastgroup if verb else None
    name = next((key for key in ("ge", "le", "gt", "lt", "keep") if verb and verb[key]), "")
    if name == "keep":
        # 保持在4万亩左右 is still kept; 保持在12亿斤以上 prints a bound, and the bound says more.
        return by_suffix if by_suffix in {">=", "<="} else "keep"
    if by_suffix == "~" and name in {"", "le", "keep"}:
        return "~"
    if name == "gt" and by_suffix == ">=":
        return ">="
    fixed: dict[str, Operator] = {"ge": ">=", "le": "<=", "gt": ">", "lt": "<"}
    if name:
        return fixed[name]
    if by_suffix:
        return by_suffix
    return "~" if verb and group and (verb["about"] or "").strip() else "="


def clean_metric(words: str) -> tuple[str, int]:
    """Take time words, region words and verbs of achieving off a noun phrase.

    Returns:
        The metric and how many characters were taken off its beginning.
    """
    start = 0
    while found := LEAD_IN.match(words[start:]):
        start += found.end()
    if (found := LEAD_VERB.match(words[start:])) and not ANY_CREATE.match(words[start:]):
        start += found.end()
    rest = words[start:].rstrip(" :：,，、")
    while (found := TAIL_WORDS.search(rest)) and found.start() > 0:
        rest = rest[: found.start()].rstrip()
    compared = COMPARED.search(rest)
    if compared:
        rest = (rest[: compared.start()] + rest[compared.end() :]).strip()
        if compared.start() == 0:
            start += compared.end()
    return rest.replace(" ", "").strip("“”\"'") if rest.count("“") != rest.count("”") else rest.replace(" ", ""), start


def quantity_of(metric: str, predicate: Predicate, measure: str, before: str) -> Quantity:
    """Say what sort of figure it is (DESIGN, record Target)."""
    around = before[-40:]
    if predicate.change or metric.endswith(("降幅", "增幅", "涨幅")) or measure.endswith("百分点"):
        return "annual_growth" if ANNUAL.search(around) else "change"
    if re.search(r"增速|增长率|增长速度", metric + predicate.verb):
        return "annual_growth"
    if measure in {"%", "‰"}:
        return "annual_growth" if ANNUAL.search(around) and metric.endswith("增长") else "share"
    if re.search(r"年产(?!能|值)|年产量|年接待|年销售|每年|年均(?!浓度|增)|全年|日均|调入", around):
        return "total"
    if ANY_CREATE.search(around) and predicate.verb in {"", "完成", "实现", "约", "近", "至少", "不少于", "超过"}:
        return "cumulative"
    return "level"
