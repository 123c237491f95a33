"""Named projects in running text. Only what a verb of building governs and a proper name marks is asserted.

Kinds of works (棚户区改造), counts of works (21个项目) and policies (“两重”项目, 品牌强省工程) are written in the same words; the first two
are left out, the third is told with doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.documents.facts.project_lists import LEAD_VERBS, SPECIFIC, STRONG, ProjectFinding, at_and, pieces, shared_tail

RUNNING: Final = re.compile(
    r"(?P<verb>新建|改建|扩建|改扩建|续建|规划建设|开工建设|建设|实施|推进实施|推进|推动|启动|加快|建成"
    r"|完成|争取|谋划|筹建|改造|协调推进|确保|打通|开通)(?P<words>[^，,。；;：:\n《》]{4,160})"
)
BEFORE_NAME: Final = re.compile(
    r"(?:(?:计划|估算|概算)?总?投资(?:约|近|超)?\d+(?:\.\d+)?[万亿]+元的?|\d+(?:\.\d+)?[万亿]+元的|新建的|续建的|在建的|好(?=[“\"一-鿿]))"
)
"""Words between the verb and the name."""
COUNTED: Final = re.compile(
    r"(?:约|近|超)?\d+(?:\.\d+)?万?[余多]?(?:个|项|条|座|处|所|家|批|片|类|户|套|栋)|[一二两三四五六七八九十百]+(?:个|项|条|座|处|所|批|类)"
    r"|(?:一|几|若干)[批些]|全[国省市区县]首|首[个批条座]|\d+(?:\.\d+)?(?:万|亿)?(?:公里|亩|平方米|万亩)(?:[^一-鿿]|的|农村|城市|沙区|棚户|老旧|高标准)"
)
"""``21个…项目`` counts works, it names none."""
INNER_VERB: Final = re.compile(r"(?<=.{2})(?:推进|推动|协同|促进|开展|加快|谋划|确保|力争|做好|列入|结转|统一运营|组建)")
POLICY: Final = re.compile(
    r"(?:强[省市县区]|惠民|先锋|筑基|品牌|文明|提质|倍增|培育|素质|人才|上市|普惠|创建|行动)[^，]{0,8}(?:工程|项目)$"
)
QUOTED: Final = re.compile(r"[“\"][^”\"]+[”\"]")
JOINED: Final = re.compile(r"(?<=[一-鿿]{3})[和与及](?=[一-鿿]{3})(?!平|谐|美)")
NAMED_PLACE: Final = re.compile(
    r"[一-鿿]{2}(?:省|市|县|区|旗|盟|州|镇|乡|村|嘎查|街|大道|路|湖|河|江|山|岛|湾|沟|港|口岸|灌区|公司|集团|大学|机场|水库|站|桥|线|山庄|园)"
    r"|至|\d+(?:×\d+)?(?:千伏|kV|KV|万千瓦|万吨|MW)|第[一二三四五六七八九十\d]{1,3}|[一二三四五六七八九十]期|[GSXY]\d|[“\"]"
)
GENERIC: Final = re.compile(
    r"^(?:重点|重大|一批|基础设施|公共服务|配套|等|相关|各类|其他|惠民|民生|产业|建设|改造|扶贫|招商|示范"
    r"|试点|科技|大型|新型|现代|综合|市政|水利|交通|能源|生态|环保|储备|入库|续建|新建|区域|城市|城镇|乡村"
    r"|农村|智慧|数字|公路|铁路|城际|市域|市郊|高速|普速|国省干线|抽水蓄能|国家|省级|市级|自治区级|县级|区级|高水平|重要|电力|电网|教育|卫生|文化|旅游|体育|农业|工业){0,4}"
    r"(?:设施|项目|工程|中心|基地|园区|平台|路|站|公路|道路|景区|医院|学校|市场|管网|公园|广场|建设|改造"
    r"|治理|体系|产业园)?(?:建设)?(?:项目|工程|设施)?$"
)
NOT_PROJECT: Final = re.compile(
    r"(?:中小学|重点项目|重大项目|示范项目|相关项目|重点工程|棚户区改造|危房改造|街区亮化|体系|机制|制度|能力|水平|行动|计划|战略|政策|意识|队伍|服务|管理|格局|发展|合作|等设施|设施|模式"
    r"|质量|作用|活动|资金项目|扶持项目)$|^(?:成为|服务|以|对|在|与|由|把|将|使|向|从|为|按|依托|围绕)"
)
CONCRETE: Final = re.compile(
    r"[一-鿿]{2,4}(?:\d{1,4}(?:千伏|kV|KV))?(?:水库|泵站|水厂|变电站|公路|大桥|隧道|电站|污水处理厂|铁路)(?:项目|工程|建设工程|建设项目)?"
)
"""``东湾水库工程``: in a list that shares its ending a short bare name of a work is a place's."""


def find_in_running(text: str) -> Iterator[ProjectFinding]:
    """Find what a verb of building governs and a proper name marks."""
    for found in RUNNING.finditer(text):
        begin, end = found.start("words"), found.end("words")
        listed = at_and(text, list(pieces(text, begin, end)))
        shared = shared_tail([text[first:last] for first, last in listed])
        tail_kind = re.search(r"等(?:\d{1,3}[个项]|[一二三四五六七八九十两]{1,3}[个项])?[^、等]{0,12}(?:项目|工程)", text[begin:end])
        for index, (first, last) in enumerate(listed):
            one = _running_item(text, first, last, shared[index], tail_kind is not None, any(shared))
            if one is not None:
                yield one


def _running_item(text: str, first: int, last: int, shared: str, listed: bool, alike: bool) -> ProjectFinding | None:
    words = text[first:last]
    lead = LEAD_VERBS.match(words)
    if lead:
        first += lead.end()
    cut = re.search(
        r"等|建设和|建设及|前期工作|(?<=[厂路站场库园区心院桥])建设|(?<=工程)(?:建设|实施|开工|进度|进展|落地)"
        r"|(?<=项目)(?:建设|实施|开工|进度"
        r"|落地|前期|顺利|建成)|(?:开工建设|建成投|投入使用|投产|主体完工|建设进程|建设步伐)",
        text[first:last],
    )
    if cut and cut.start() > 2:
        last = first + cut.start()
    before = BEFORE_NAME.match(text[first:last])
    if before:
        first += before.end()
    raw = text[first:last]
    name = raw.strip(" 的了")
    first += len(raw) - len(raw.lstrip(" 的了"))
    full = name + shared
    if COUNTED.match(full) or INNER_VERB.search(full):
        return None
    sure = STRONG.search(full)
    if not (sure or (listed and len(name) >= 5)) or len(full) > 48 or GENERIC.fullmatch(full) or NOT_PROJECT.search(full):
        return None
    if not (SPECIFIC.search(full) or (alike and CONCRETE.fullmatch(full))) or ("“" in name and "”" not in name):
        return None
    why = _doubt(full, bool(shared), sure is not None)
    return ProjectFinding(full, "", first, first + len(name), 0.6 if why else 0.75, why)


def _doubt(name: str, shared: bool, sure: bool) -> str:
    if shared:
        return "名称的后半截与后面的项目共用"
    if POLICY.search(name) or ("“" in name and not SPECIFIC.search(QUOTED.sub("", name))):
        return "像是政策、行动的名称，不一定是建设项目"
    if JOINED.search(name):
        return "名称里有“和”“及”，可能是几个项目"
    if not NAMED_PLACE.search(name):
        return "没有明确的地名，可能只是一类工程"
    return "" if sure else "列在“等项目”之前"
