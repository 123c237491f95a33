"""Lists of project names: what ends a name, where a list is cut, and which names share an ending that is printed once."""

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
LEAD_VERBS: Final = re.compile(
    r"^(?:重点|加快|鼓励|积极|大力|全力|着力|统筹|继续|稳步|有序|同步|适时|力争)*(?:实施好?|推进|发展|建设"
    r"|推动|开发|谋划|布局|开工|新建|改扩建|改建|扩建|完成|建成|启动|续建|争取|抓好|规划建设|运行|设立"
    r"|筹建)+(?=.{3})"
)
LIST_TAIL: Final = re.compile(r"等(?:一批|重点|重大|\d{1,3}[个项]|[一二三四五六七八九十]{1,3}[个项]|\d{1,3})?[^、。；;，]{0,14}$")
SHARED_TAIL: Final = re.compile(rf"(?P<shared>(?:\d{{1,4}}(?:千伏|kV|KV))?(?:{_KINDS})(?:项目|工程|建设项目|建设工程)?)$")
BARE_AND: Final = re.compile(r"[ ]?(?P<one>[一-鿿]{2,5}?)(?:和|与|及)(?P<other>[一-鿿A-Za-z0-9]{2,})")
SPECIFIC: Final = re.compile(
    r"[一-鿿]{2,}(?:(?<!强)(?<!全)省(?![级干道])|(?<![城上都])市(?![政场民区级郊域])|县(?!级)|(?<![景园社小校房城街灌库矿辖新老片郊山牧林湖港])(?<!棚户)(?<!功能)(?<!保护)(?<!度假)(?<!核心)(?<!示范)(?<!试验)(?<!开发)(?<!合作)(?<!服务)(?<!先行)(?<!重点)(?<!各)区(?![域级块])|旗|盟|州|(?<!苏木)(?<!各)(?<!小)镇"
    r"|乡(?![风村土])|(?<!农)(?<!乡)(?<!和美)(?<!行政)(?<!自然)村(?![庄镇级容])|嘎查|街|大道|(?<![江河])湖(?![草泊库湘])|(?<!黑臭)河(?![湖道流])|江(?!河)|(?<!矿)山(?!水)|岛(?!礁)|湾|沟|港|口岸|流域|灌区|(?<!上市)公司|集团|大学)|规划[一二三四五六七八九十]{1,3}[路街]"
    r"|[一-鿿]{2,}段(?!落)|[GSXY]\d{1,4}|至|[“\"][^”\"]{2,20}[”\"]|[一-鿿]{2,}[一二三四五六七八九十]期|\d+(?:千伏|kV|KV|万千瓦"
    r"|万吨|MW)|第[一二三四五六七八九十\d]{1,3}(?:小学|中学|幼儿园|医院|水厂)"
)


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


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
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


def at_and(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
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


def shared_tail(words: list[str]) -> list[str]:
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
