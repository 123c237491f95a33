"""Named projects in boxes (专栏) and in running text.

A box is ``分类:项目、项目。分类:…``; separators also stand inside names (``边坡1:5``, brackets), and a list may print a shared ending once
(``东湾、西湾和南湾水库工程``). In running text only what a verb of building governs and a proper name marks is asserted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_KINDS: Final = (
    "项目|工程|基地|园区|产业园|科技园|孵化园|创业园|物流园|公园|示范区|示范园|综合体|中心|公路|高速|高速路|高速公路|快速路|大道|道路|路|街|桥|大桥|隧道|铁路|专用线|专线|线路|"
    "机场|车站|客运站|站|港|码头|航道|枢纽|水库|水厂|污水处理厂|泵站|闸|闸门|渠|灌区|管网|管道|管线|变电站|开闭站|电站|电厂|热电厂|电网|输变电|充电站|加氢站|储能|风电|光伏|"
    "医院|病区|病房|学校|小学|中学|高级中学|幼儿园|学院|大学|书院|图书馆|博物馆|文化馆|体育馆|体育场|艺术馆|展览馆|剧院|广场|步道|栈道|景区|度假区|乐园|小镇|酒庄|"
    "生产线|装置|厂|改造|升级改造|扩建|技改|综合治理|治理|修复|综合利用|填埋场|储灰场|市场|商城|大厦|综合楼|业务楼|院|所|平台|实验室"
)
SUFFIX: Final = re.compile(rf"(?:{_KINDS})(?:[(（][^()（）]{{1,20}}[)）])?$")
STRONG: Final = re.compile(
    r"(?:项目|工程|公路|铁路|高速|专用线|机场|水库|变电站|大桥|隧道|电站|输变电工程|基地|产业园|科技园"
    r"|孵化园|物流园|公园|医院|小学|中学|高级中学|幼儿园|博物馆|图书馆|体育馆|体育场|污水处理厂|泵站|水厂"
    r"|中心|升级支线)(?:[(（][^()（）]{1,20}[)）])?$"
)
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
LEAD_VERBS: Final = re.compile(
    r"^(?:重点|加快|鼓励|积极|大力|全力|着力|统筹|继续|稳步|有序|同步|适时|力争)*(?:实施好?|推进|发展|建设"
    r"|推动|开发|谋划|布局|开工|新建|改扩建|改建|扩建|完成|建成|启动|续建|争取|抓好|规划建设|运行|设立"
    r"|筹建)+(?=.{3})"
)
LIST_TAIL: Final = re.compile(r"等(?:一批|重点|重大|\d{1,3}[个项]|[一二三四五六七八九十]{1,3}[个项]|\d{1,3})?[^、。；;，]{0,14}$")
SHARED_TAIL: Final = re.compile(rf"(?P<shared>(?:\d{{1,4}}(?:千伏|kV|KV))?(?:{_KINDS})(?:项目|工程|建设项目|建设工程)?)$")
SIZE_BEHIND: Final = re.compile(r"(?:新建线路)?(?:约)?\d+(?:\.\d+)?(?:余)?(?:公里|千米|米|亩|万亩|平方米|万平方米)$")
RUNNING: Final = re.compile(
    r"(?P<verb>新建|改建|扩建|改扩建|续建|规划建设|开工建设|建设|实施|推进实施|推进|推动|启动|加快|建成"
    r"|完成|争取|谋划|筹建|改造|协调推进|确保|打通|开通)(?P<words>[^，,。；;：:\n《》]{4,160})"
)
SPECIFIC: Final = re.compile(
    r"[一-鿿]{2,}(?:省|(?<!城)市(?!政|场|民|区)|县|(?<![景园社小校房城])区|旗|盟|州|(?<!苏木)(?<!各)(?<!小)镇"
    r"|乡|村|嘎查|街|大道|湖|河|江|山|岛|湾|沟|港|口岸|流域|灌区|公司|集团|大学)|规划[一二三四五六七八九十]{1,3}[路街]"
    r"|[GSXY]\d{1,4}|至|[“\"][^”\"]{2,20}[”\"]|[一-鿿]{2,}[一二三四五六七八九十]期|\d+(?:千伏|kV|KV|万千瓦"
    r"|万吨|MW)|第[一二三四五六七八九十\d]{1,3}(?:小学|中学|幼儿园|医院|水厂)"
)
GENERIC: Final = re.compile(
    r"^(?:重点|重大|一批|基础设施|公共服务|配套|等|相关|各类|其他|惠民|民生|产业|建设|改造|扶贫|招商|示范"
    r"|试点|科技|大型|新型|现代|综合|市政|水利|交通|能源|生态|环保|储备|入库|续建|新建|区域|城市|城镇|乡村"
    r"|农村|智慧|数字|公路|铁路|电力|电网|教育|卫生|文化|旅游|体育|农业|工业){0,4}"
    r"(?:设施|项目|工程|中心|基地|园区|平台|路|站|公路|道路|景区|医院|学校|市场|管网|公园|广场|建设|改造"
    r"|治理|体系|产业园)?(?:建设)?(?:项目|工程|设施)?$"
)
NOT_PROJECT: Final = re.compile(
    r"(?:体系|机制|制度|能力|水平|行动|计划|战略|政策|意识|队伍|服务|管理|格局|发展|合作|等设施|设施|模式"
    r"|质量|作用|活动|资金项目|扶持项目)$|^(?:成为|服务|以|对|在|与|由|把|将|使|向|从|为|按|依托|围绕)"
)


BARE_AND: Final = re.compile(r"[ ]?(?P<one>[一-鿿]{2,5}?)(?:和|与|及)(?P<other>[一-鿿A-Za-z0-9]{2,})")
CONCRETE: Final = re.compile(
    r"[一-鿿]{2,4}(?:\d{1,4}(?:千伏|kV|KV))?(?:水库|泵站|水厂|变电站|公路|大桥|隧道|电站|污水处理厂|铁路)(?:项目|工程|建设工程|建设项目)?"
)
"""``东湾水库工程``: in a list that shares its ending a short bare name of a work is a place's."""
OTHER_THINGS: Final = re.compile(r"等(?=.{2})(?!.*(?:项目|工程|基地|园区|中心|建设|改造)).*$")
"""等高端材料: the list names things, not projects."""


@dataclass(frozen=True, slots=True)
class ProjectFinding:
    """A named project."""

    name: str
    """Where a list shares its ending, the full name; ``text[start:end]`` holds the words that are printed for it alone."""
    head: str
    """In a box: the sub-head that it stands under."""
    start: int
    end: int
    confidence: float
    why: str = ""


def find_projects(text: str, in_box: bool) -> tuple[ProjectFinding, ...]:
    """Find named projects.

    Args:
        text: The text of a box, or running text.
        in_box: Whether it is a box (专栏) of projects: there every item is a candidate, elsewhere only what a verb of building governs.

    Returns:
        In order of place, each place once. Documents in 《》 are none, nor are kinds of things (等设施, 一批重点项目).
    """
    found = _in_box(text) if in_box else _running(text)
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
            elif not told and (head or "、" in text[start:end]):
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
    pieces = _at_and(text, list(_pieces(text, start, end)))
    shared = _shared_tail([text[first:last] for first, last in pieces])
    things = LIST_TAIL.search(text[pieces[-1][0] : pieces[-1][1]]) if pieces else None
    only_strong = things is not None and OTHER_THINGS.search(things[0]) is not None
    for index, (first, last) in enumerate(pieces):
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
        if len(name) < 2 or (only_strong and not STRONG.search(name)) or (VERB_FIRST.match(name) and not SPECIFIC.search(name)):
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


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items between 、 ; or ，, with separators in brackets and quotation marks left alone."""
    depth, begin = 0, start
    for place in range(start, end):
        character = text[place]
        if character in "(（“《":
            depth = min(depth + 1, 3)
        elif character in ")）”》":
            depth = max(0, depth - 1)
        elif depth == 0 and (character in "、;；|，" or (character == "," and not text[place + 1 : place + 4].isdigit())):
            if text[begin:place].strip():
                yield begin, place
            begin = place + 1
    if text[begin:end].strip():
        yield begin, end


def _at_and(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Split ``西湾和南湾水库工程`` where a bare name stands before 和: only next to another bare name, for 和 also stands inside names."""
    made: list[tuple[int, int]] = []
    for index, (first, last) in enumerate(pieces):
        found = BARE_AND.match(text[first:last])
        neighbours = [text[a:b].strip() for a, b in (pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2])]
        if found and any(len(name) <= 5 and not SUFFIX.search(name) for name in neighbours):
            made += [(first, first + found.end("one")), (first + found.start("other"), last)]
        else:
            made.append((first, last))
    return made


def _shared_tail(words: list[str]) -> list[str]:
    """For each item the ending that it shares with a later one: short bare names before one with a full ending."""
    shared = [""] * len(words)
    for index, word in enumerate(words):
        found = SHARED_TAIL.search(re.sub(r"(?<=[厂站场库园区心院])建设$", "", LIST_TAIL.sub("", word).strip()))
        if found is None or found.start() == 0 or found.start() > 6:
            continue
        before = index - 1
        while before >= 0 and 1 < len(words[before].strip()) <= 5 and not SUFFIX.search(words[before].strip()):
            shared[before] = found["shared"]
            before -= 1
    return shared


def _running(text: str) -> Iterator[ProjectFinding]:
    for found in RUNNING.finditer(text):
        begin, end = found.start("words"), found.end("words")
        listed = _at_and(text, list(_pieces(text, begin, end)))
        shared = _shared_tail([text[first:last] for first, last in listed])
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
    raw = text[first:last]
    name = raw.strip(" 的了")
    first += len(raw) - len(raw.lstrip(" 的了"))
    full = name + shared
    sure = STRONG.search(full)
    if not (sure or (listed and len(name) >= 5)) or len(full) > 48 or GENERIC.fullmatch(full) or NOT_PROJECT.search(full):
        return None
    if not (SPECIFIC.search(full) or (alike and CONCRETE.fullmatch(full))) or ("“" in name and "”" not in name):
        return None
    why = "名称的后半截与后面的项目共用" if shared else "" if sure else "列在“等项目”之前"
    return ProjectFinding(full, "", first, first + len(name), 0.6 if why else 0.75, why)
