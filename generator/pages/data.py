"""The data page and the data dictionary: what can be downloaded and what every field means."""

from __future__ import annotations

from typing import Any

from generator.model import RECORDS
from generator.model.identity import KINDS
from generator.pages.blocks import Block, Bullets, Heading, Inlines, Lead, Link, Page, Prose, Table

FILES: dict[str, str] = {
    "plan": "plans",
    "division": "divisions",
    "task": "tasks",
    "target": "targets",
    "result": "results",
    "indicator-row": "indicators",
    "indicator-definition": "indicator-definitions",
    "unit": "units",
    "project": "projects",
    "box": "boxes",
    "place": "places",
    "topic": "topics",
    "audience": "audiences",
    "term": "terms",
    "region": "regions",
    "update": "updates",
    "note": "notes",
}
"""Kind of record → name of its export (DESIGN §5). Fixed: others rely on it."""


OFFLINE = "data/minggui-offline.zip"
"""The copy of the whole site that opens from disk; there only where it was asked for."""


def _offline() -> tuple[Block, ...]:
    said = "整个网站的压缩包。解压以后打开“从这里打开.html”，不联网也能看、能搜索，可以放在U盘里，也可以发给别人。"
    return (Heading("离线版", "offline"), Prose((Link("下载离线版（zip）", OFFLINE), "：" + said)))


def page(counts: dict[str, int], offline: bool = False) -> Page:
    """Build the data page.

    Args:
        counts: The number of records by kind.
        offline: Whether the site is published with its offline copy.
    """
    rows: list[tuple[Inlines, ...]] = []
    for kind, name in FILES.items():
        rows.append(((Link(f"{name}.json", f"data/{name}.json"),), (KINDS[kind],), (str(counts.get(kind, 0)),)))
    blocks: tuple[Block, ...] = (
        Lead("本站的全部数据都可以下载、转载和再加工。格式是 UTF-8 的 JSON 数组，每次构建的先后顺序都一样。"),
        Heading("下载", "download"),
        Table("数据文件", ("文件", "内容", "条数"), tuple(rows)),
        *(_offline() if offline else ()),
        Heading("怎么用", "use"),
        Bullets(
            (
                ("每个文件是一个数组，一行一条记录。字段的意思见", Link("数据字典", "data/dictionary/"), "。"),
                ("每条记录都有永久编号（id）和本站地址（url）。编号定了就不再改。",),
                ("有自己页面的记录，页面底部可以单独下载它的 JSON。",),
                ("值是 null，表示原文没有写。本站不会用别的来源补上。",),
            )
        ),
        Heading("许可", "licence"),
        Bullets(
            (
                ("数据和解读文字：CC BY 4.0。转载请写明“明规”和页面地址。",),
                ("程序代码：MIT。",),
                ("官方文件本身：由国家机关发布，不是本站的作品，本站也不收录原文。",),
            )
        ),
        Prose(("数据里没有官员姓名，也没有个人信息。",)),
    )
    return Page("data/", "开放数据", (), (Link("首页", ""),), blocks, "下载本站的全部数据。")


def _type_words(schema: dict[str, Any]) -> str:
    """Name a field's type in Chinese, from its JSON Schema."""
    if "anyOf" in schema:
        return "或".join(_type_words(s) for s in schema["anyOf"] if s.get("type") != "null")
    if "enum" in schema:
        return "选项：" + "、".join(str(v) for v in schema["enum"])
    if "const" in schema:
        return f"选项：{schema['const']}"
    if schema.get("type") == "array":
        return "列表：" + _type_words(schema.get("items", {}))
    if schema.get("format") == "date":
        return "日期"
    if "$ref" in schema or schema.get("type") == "object":
        return "一组字段"
    return {"string": "文字", "integer": "整数", "number": "数字", "boolean": "是或否"}.get(str(schema.get("type")), "文字")


def dictionary() -> Page:
    """Build the data dictionary from the records' own definitions."""
    blocks: list[Block] = [Lead("每种记录有哪些字段、是什么意思。带“必填”的字段一定有值，其余的在原文没有写时是 null。")]
    for kind, name in FILES.items():
        schema = RECORDS[kind].model_json_schema(by_alias=True)
        required = set(schema.get("required", ()))
        rows: list[tuple[Inlines, ...]] = []
        for field, described in schema["properties"].items():
            must = "必填" if field in required else ""
            rows.append(((field,), (_type_words(described),), (must,), (str(described.get("description", "")).replace("\n", ""),)))
        blocks += [Heading(f"{KINDS[kind]}：{name}.json", name), Table(f"{name}.json 的字段", ("字段", "类型", "", "意思"), tuple(rows))]
    crumbs = (Link("首页", ""), Link("开放数据", "data/"))
    return Page("data/dictionary/", "数据字典", ("开放数据",), crumbs, tuple(blocks), "每种记录的字段说明。")
