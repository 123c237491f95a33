"""The data dictionary: every column of every table, from the records' own definitions."""

from __future__ import annotations

from generator.model.identity import KINDS
from generator.pages.blocks import Block, Heading, Inlines, Lead, Link, Page, Prose, Table
from generator.tables import FILES, Column, columns

TYPES = {"string": "文字", "integer": "整数", "number": "数字", "boolean": "是或否（true、false）", "date": "日期（2025-12-31）"}


def _type_words(column: Column) -> str:
    """Name a column's type in Chinese."""
    leaf = column.leaf
    if column.json:
        return "一组字段（JSON）"
    if "*" in leaf.kinds:
        words = "编号"
    elif leaf.kinds:
        words = "、".join(KINDS[kind] for kind in leaf.kinds) + "的编号"
    elif leaf.choices:
        words = "选项：" + "、".join(leaf.choices)
    else:
        words = TYPES[leaf.type]
    return f"可有多个，{words}" if column.many else words


def _origin(column: Column) -> str:
    return "必填" if column.required else "本站计算" if column.origin == "added" else "可以空着"


def _table(kind: str, name: str) -> Table:
    all_columns = columns(kind)
    named = {other.path for other in all_columns if other.origin == "name"}
    rows: list[tuple[Inlines, ...]] = []
    for column in all_columns:
        if column.origin == "name":
            continue
        twin = f"（名称在 {column.name}.name 一列）" if column.path in named else ""
        rows.append(((column.name,), (_type_words(column),), (_origin(column),), (column.description + twin,)))
    return Table(f"{name}.csv 和 {name}.json 的字段", ("字段", "类型", "填写", "意思"), tuple(rows))


def page() -> Page:
    """Build the data dictionary."""
    blocks: list[Block] = [
        Lead("每种记录有哪些字段、是什么意思。CSV 的列名就是这里的字段名。"),
        Prose(("JSON 里字段名中的点表示里外：source.starts 是 source 里面的 starts；可有多个的，是列表里每一项的字段。",)),
        Prose(("“必填”的一定有值；“本站计算”的不写在数据里，发布时算出来；“可以空着”的，原文没有写就空着。",)),
    ]
    for kind, name in FILES.items():
        files = (Link(f"{name}.csv", f"data/{name}.csv"), "、", Link(f"{name}.json", f"data/{name}.json"))
        blocks += [Heading(KINDS[kind], name), Prose(files), _table(kind, name)]
    crumbs = (Link("首页", ""), Link("开放数据", "data/"))
    return Page("data/dictionary/", "数据字典", ("开放数据",), crumbs, tuple(blocks), "每种记录的字段说明。")
