"""Metadata that a page prints as a table or a list: label beside value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.documents.containers.raw import Pair, one_line

LABELS = frozenset(
    [
        "索引号",
        "信息索引",
        "信息索引号",
        "统一编号",
        "登记号",
        "规范性文件登记号",
        "文件编号",
        "发文字号",
        "发文文号",
        "文号",
        "公文文号",
        "发文机关",
        "发文机构",
        "发文单位",
        "发布机构",
        "发布机关",
        "发布单位",
        "制发机关",
        "制发单位",
        "公开主体",
        "公开责任部门",
        "责任部门",
        "信息来源",
        "来源",
        "文章来源",
        "成文日期",
        "成文时间",
        "印发日期",
        "签发日期",
        "发文日期",
        "发文时间",
        "生成日期",
        "生成时间",
        "发布日期",
        "发布时间",
        "公开日期",
        "公开时间",
        "公布日期",
        "生效日期",
        "实施日期",
        "施行日期",
        "失效日期",
        "废止日期",
        "截止日期",
        "有效期",
        "主题分类",
        "组配分类",
        "信息分类",
        "信息类别",
        "体裁分类",
        "公文种类",
        "公文类型",
        "文件类型",
        "文种",
        "服务对象",
        "服务对象分类",
        "公开方式",
        "公开形式",
        "公开范围",
        "公开属性",
        "公开程序",
        "公开时限",
        "公文时效",
        "时效性",
        "有效性",
        "效力状态",
        "是否有效",
        "文件状态",
        "标题",
        "名称",
        "信息名称",
        "文件名称",
        "主题词",
        "关键词",
        "关键字",
        "内容概述",
        "摘要",
    ]
)
"""Labels of the metadata tables of government sites, as 《政府信息公开》 columns of many provinces print them."""

_SPACE = re.compile(r"\s+")
_TELLING = re.compile("索引|文号|字号|登记号|发文|发布|制发|成文|印发|签发|公开|时效|效力|分类")
"""A table without one of these is about something else, however many of its columns are called 名称 or 来源."""
_LABEL_FRAME = re.compile(r"^[\[【〔(（]?([^\[\]【】〔〕()（）:：]{1,12})[\]】〕)）]?[:：]?$")


def label_of(text: str) -> str:
    """Give the known metadata label that a cell holds, however it is spaced or framed, or an empty string."""
    if len(text) > 40:
        return ""
    found = _LABEL_FRAME.match(_SPACE.sub("", text))
    name = found[1] if found else ""
    return name if name in LABELS else ""


def label_pairs(rows: Iterable[Sequence[str]]) -> list[Pair]:
    """Find label and value in the rows of a metadata table: label cell beside value cell, or both in one cell.

    Args:
        rows: texts of the cells.

    Returns:
        Pairs in order; none where the table is not about a document.
    """
    pairs: list[Pair] = []
    for row in rows:
        cells = [one_line(cell) for cell in row if cell.strip()]
        if not cells:
            continue
        if label_of(cells[0]):
            pairs += _beside(cells)
        else:
            pairs += [pair for pair in map(_inside, cells) if pair]
    return pairs if any(_TELLING.search(label) for label, _ in pairs) else []


def _beside(cells: Sequence[str]) -> list[Pair]:
    pairs: list[Pair] = []
    for left, right in pairwise(cells):
        label = label_of(left)
        if label and not label_of(right):
            pairs.append((label, right))
    # Two bare labels side by side are the head of a list, and what stands below them no metadata of this page.
    heads = sum(bool(label_of(cell)) for cell in cells)
    return pairs if len(pairs) * 2 >= heads else []


def _inside(cell: str) -> Pair | None:
    for colon in "：:":
        name, found, value = cell.partition(colon)
        if found and label_of(name):
            return label_of(name), value.strip()
    return None
