"""Labelled facts about a document (索引号, 发文字号, 成文日期 …), as the heads of official pages print them.

Labels follow 国务院办公厅's model for government information catalogues and its local variants. 成文日期 (when it was
made) and 发布日期 (when the page was published) are different facts and never stand in for one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from generator.documents.blocks import Metadata
from generator.text.dates import to_iso

FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "index_number": ("索引号", "信息索引号", "索取号"),
    "document_number": ("发文字号", "文号", "发文文号", "文件编号", "文件字号", "发布文号", "公文文号"),
    "issuer": ("发文机关", "发布机构", "发布机关", "发文机构",
               "公开责任部门", "发文单位", "发布单位", "制发机关", "公开机构", "责任部门", "公开主体"),
    "category": ("主题分类", "组配分类", "信息分类", "分类", "公文种类", "文件类型", "主题类别", "所属主题", "体裁分类"),
    "dated": ("成文日期", "成文时间", "生成日期", "生成时间", "制发日期", "印发日期", "发文日期", "发文时间"),
    "published": ("发布日期", "发布时间", "公开日期", "公开时间", "发表时间", "发表于", "上网日期", "发布于", "公布日期"),
    "validity": ("公文时效", "有效性", "时效性", "时效", "效力状态", "是否有效", "文件状态", "有效期状态"),
    "title": ("名称", "标题", "文件名称", "信息名称", "公文名称"),
    "": ("公开方式", "公开形式", "公开类型", "公开属性", "公开范围", "公开期限", "公开时限", "主题词", "关键词", "服务对象",
         "内容概述", "信息来源", "废止日期",
         "来源", "责任编辑", "浏览次数", "浏览量", "阅读次数", "点击率", "字体", "字号",
         "失效日期", "生效日期", "实施日期", "施行日期", "有效期", "效力",
         "所属机构", "载体类型", "公开程序", "登记号", "统一编号", "规范性文件编号",
         "归档时间", "时间", "访问量", "作者", "编辑", "体裁", "日期", "更新时间"),
}  # fmt: skip
"""Field of :class:`Metadata` → labels without inner spaces. Labels under the empty name are known but not kept."""

NAMES: Final = {label: field for field, labels in FIELDS.items() for label in labels}


def _spaced(label: str) -> str:
    return r"[\s\u3000]*".join(re.escape(c) for c in label)


_ANY: Final = "|".join(_spaced(label) for label in sorted(NAMES, key=len, reverse=True))
LABEL: Final = re.compile(rf"(?<![\w《〈])[【\[]?(?P<label>{_ANY})[】\]]?\s*(?P<colon>[:：])\s*\|?")
CELL: Final = re.compile(rf"[【\[]?(?P<label>{_ANY})[】\]]?")
BULLET: Final = "•·-*●■◆|｜ \t\u3000\u00a0"
DOCUMENT_NUMBER: Final = re.compile(
    r"^(?:第\s?)?[\u4e00-\u9fff]{1,14}\s?[〔\[［（(【]\s?(?:19|20)[0-9]{2}\s?[〕\]］）)】]\s?(?:第\s?)?[0-9]{1,5}\s?号$"
)
ADOPTED: Final = re.compile(r"^[（(]\s*[0-9〇○零一二三四五六七八九]{4}\s*年.{2,80}(?:通过|批准|审议|修订|公布|发布|施行)\s*[）)]$")
PERIOD_MARK: Final = re.compile(r"^[（(]\s*(?:19|20)[0-9]{2}\s*(?:年)?\s*[-—–~至]+\s*(?:19|20)[0-9]{2}\s*年?\s*[）)]$")
STAMP: Final = re.compile(
    r"^(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?[ T\u3000]+[0-9]{1,2}[:：时][0-9]{2}(?:[:：分]?[0-9]{2})?[分秒]?$"
)
"""When a page was published, without a label: 2021-03-05 09:30:00."""
LONGEST: Final = 600


def read_pairs(words: str) -> tuple[tuple[str, str], ...]:
    """Read the labels of one line with their values; labels without inner spaces. Empty where the line opens with no label.

    Args:
        words: A line: ``索引号: 1 发布机构: 县政府``, ``索 引 号：| 1 | 主题分类：| 农业 |`` or ``索引号 | 1 |``.
    """
    if len(words) > LONGEST:
        return ()
    bare = words.lstrip(BULLET)
    if "|" in words and (cells := _from_cells(words)):
        return cells
    found = list(LABEL.finditer(bare))
    if not found or found[0].start() > _head_length(bare):
        return ()
    ends = [match.start() for match in found[1:]] + [len(bare)]
    return tuple((_name(match["label"]), _value(bare[match.end() : end])) for match, end in zip(found, ends, strict=True))


def _head_length(words: str) -> int:
    """A line may open with a bracketed column name before its first label (``[规划计划] 发表于:…``)."""
    return words.find("]") + 2 if words.startswith("[") else 0


def _from_cells(words: str) -> tuple[tuple[str, str], ...]:
    """Label and value side by side in cells. None of it unless the first cell is a label."""
    cells = [cell.strip(BULLET) for cell in words.split("|")]
    labels = [CELL.fullmatch(cell.rstrip(":： ")) for cell in cells]
    if not labels[0]:
        return ()
    pairs: list[tuple[str, str]] = []
    for position, label in enumerate(labels):
        if label:
            value = cells[position + 1] if position + 1 < len(cells) and not labels[position + 1] else ""
            pairs.append((_name(label["label"]), _value(value)))
    return tuple(pairs)


def _name(label: str) -> str:
    return "".join(label.split())


def _value(text: str) -> str:
    return text.strip(BULLET + "\n,，;；")


def open_label(words: str) -> str:
    """Give the label of a line that ends with a label without a value (the value stands on the next line), or an empty text."""
    pairs = read_pairs(words)
    return pairs[-1][0] if pairs and not pairs[-1][1] and words.rstrip(BULLET).endswith((":", "：")) else ""


def is_document_number(words: str) -> bool:
    """Say whether a line is only a document number, such as ``某政办发〔2021〕6号``."""
    return len(words) < 40 and bool(DOCUMENT_NUMBER.match(words))


def is_adoption(words: str) -> bool:
    """Say whether a line is the bracket under a title that tells who adopted it when, or for which years it holds."""
    return len(words) < 110 and bool(ADOPTED.match(words) or PERIOD_MARK.match(words))


def is_time_stamp(words: str) -> bool:
    """Say whether a line is only a date with a time of day, as pages print below the title."""
    return len(words) < 30 and bool(STAMP.match(words))


def collect(pairs: Iterable[tuple[str, str]], title: str) -> Metadata:
    """Fill a :class:`Metadata` from label and value pairs, the first value of each field.

    Args:
        pairs: Labels with or without inner spaces, from the page's tables, its meta tags and its text, most reliable first.
        title: The printed title, used where no label states one.
    """
    values: dict[str, str] = {}
    for label, value in pairs:
        field = NAMES.get(_name(label).rstrip(":："), "")
        kept = to_iso(value) or "" if field in ("dated", "published") else value.strip()
        if field and kept:
            values.setdefault(field, kept)
    return Metadata(
        title=title or values.get("title", ""),
        index_number=values.get("index_number", ""),
        document_number=values.get("document_number", ""),
        issuer=values.get("issuer", ""),
        category=values.get("category", ""),
        dated=values.get("dated", ""),
        published=values.get("published", ""),
        validity=values.get("validity", ""),
    )
