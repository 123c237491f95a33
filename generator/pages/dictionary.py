"""The data dictionary: every column of every table, from the records' own definitions."""

from __future__ import annotations

from generator.language import joined, mark, tr, trc
from generator.model.identity import KINDS
from generator.pages.blocks import (
    Block,
    Heading,
    Lead,
    Prose,
    Table,
)
from generator.pages.inline import Inlines, Link, listing
from generator.pages.page import Page
from generator.tables import FILES, Column, columns

TYPES = {
    "string": mark("文字"),
    "integer": mark("整数"),
    "number": mark("数字"),
    "boolean": mark("是或否（true、false）"),
    "date": mark("日期（2025-12-31）"),
}


def _type_words(column: Column) -> str:
    """Name a column's type."""
    leaf = column.leaf
    if column.json:
        return tr("一组字段（JSON）")
    if "*" in leaf.kinds:
        words = trc("字段", "编号")
    elif leaf.kinds:
        words = tr("{kinds}的编号", kinds=joined(tr(KINDS[kind]) for kind in leaf.kinds))
    elif leaf.choices:
        words = tr("选项：{choices}", choices=joined(leaf.choices))
    else:
        words = tr(TYPES[leaf.type])
    return tr("可有多个，{type}", type=words) if column.many else words


def _origin(column: Column) -> str:
    return tr("必填") if column.required else tr("本站计算") if column.origin == "added" else tr("可以空着")


def _table(kind: str, name: str) -> Table:
    all_columns = columns(kind)
    named = {other.path for other in all_columns if other.origin == "name"}
    rows: list[tuple[Inlines, ...]] = []
    for column in all_columns:
        if column.origin == "name":
            continue
        meaning = tr(column.description)
        if column.path in named:
            meaning = tr("{meaning}（名称在 {column}.name 一列）", meaning=meaning, column=column.name)
        rows.append(((column.name,), (_type_words(column),), (_origin(column),), (meaning,)))
    header = (tr("字段"), trc("字段", "类型"), tr("填写"), tr("意思"))
    return Table(tr("{name}.csv 和 {name}.json 的字段", name=name), header, tuple(rows))


def page() -> Page:
    """Build the data dictionary."""
    blocks: list[Block] = [
        Lead(tr("每种记录有哪些字段、是什么意思。CSV 的列名就是这里的字段名。")),
        Prose((tr("JSON 里字段名中的点表示里外：source.starts 是 source 里面的 starts；可有多个的，是列表里每一项的字段。"),)),
        Prose((tr("“必填”的一定有值；“本站计算”的不写在数据里，发布时算出来；“可以空着”的，原文没有写就空着。"),)),
    ]
    for kind, name in FILES.items():
        files = listing((Link(f"{name}.csv", f"data/{name}.csv"), Link(f"{name}.json", f"data/{name}.json")))
        blocks += [Heading(tr(KINDS[kind]), name), Prose(files), _table(kind, name)]
    crumbs = (Link(tr("首页"), ""), Link(tr("开放数据"), "data/"))
    return Page("data/dictionary/", tr("数据字典"), (tr("开放数据"),), crumbs, tuple(blocks), tr("每种记录的字段说明。"))
