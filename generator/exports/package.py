"""``datapackage.json``: what each file is, its columns and how tables refer to each other.

The Data Package standard, version 2 (https://datapackage.org/standard/data-package/), so that programs load the tables with their types.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from generator.graph import Graph
from generator.model.identity import KINDS
from generator.model.site import Site
from generator.pages.lists import ordered_plans
from generator.tables import FILES, Column, columns
from generator.tables.cells import SEPARATOR

SCHEMA_VERSION = "1.1.0"
"""The version of file names, columns and their meaning. See ``docs/data-policy.zh.md`` for what raises which part."""
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
TABLE_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
DIALECT_PROFILE = "https://datapackage.org/profiles/2.0/tabledialect.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "知识共享署名 4.0 国际（CC BY 4.0）：本站的数据和解读文字。官方文件是公文，不在此列。",
}
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.leaf.type, "description": column.description}
    constraints: dict[str, Any] = {}
    if column.json:
        field["type"] = "array"
    elif column.many:
        # Not the standard's new type "list": version 2.0 of its own JSON Schema lacks it (frictionlessdata/datapackage#1089), older
        # programs refuse it, and it knows no escape for a separator inside an entry.
        field |= {"type": "string", "separator": SEPARATOR}
    elif column.leaf.choices:
        constraints["enum"] = list(column.leaf.choices)
    if column.required:
        constraints["required"] = True
    if column.name == "id":
        constraints["unique"] = True
    return field | ({"constraints": constraints} if constraints else {})


def _foreign_keys(kind: str) -> list[dict[str, Any]]:
    """Columns that hold one id of one kind of table. Lists of ids cannot be declared; the descriptions name their kinds."""
    keys = []
    for column in columns(kind):
        if column.many or len(column.leaf.kinds) != 1 or column.leaf.kinds[0] not in FILES:
            continue
        other = column.leaf.kinds[0]
        target = {"fields": ["id"]} | ({} if other == kind else {"resource": FILES[other]})
        keys.append({"fields": [column.name], "reference": target})
    return keys


def table_schema(kind: str) -> dict[str, Any]:
    """Return the Table Schema of a kind of record."""
    schema: dict[str, Any] = {
        "$schema": TABLE_PROFILE,
        "fields": [_field(column) for column in columns(kind)],
        "missingValues": [""],
        "primaryKey": ["id"],
    }
    keys = _foreign_keys(kind)
    return schema | ({"foreignKeys": keys} if keys else {})


def _weighed(path: str, content: bytes) -> dict[str, Any]:
    ending = path.rpartition(".")[2]
    return {
        "path": path,
        "format": ending,
        "mediatype": MEDIA_TYPES[ending],
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _table(kind: str, content: bytes) -> dict[str, Any]:
    name = FILES[kind]
    dialect = {"$schema": DIALECT_PROFILE, "delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
    return {
        "$schema": RESOURCE_PROFILE,
        "name": name,
        "type": "table",
        "title": KINDS[kind],
        **_weighed(f"{name}.csv", content),
        "encoding": "utf-8",
        "dialect": dialect,
        "schema": table_schema(kind),
    }


def _other(name: str, path: str, title: str, content: bytes) -> dict[str, Any]:
    return {"$schema": RESOURCE_PROFILE, "name": name, "title": title, **_weighed(path, content)}


def _sources(graph: Graph) -> list[dict[str, str]]:
    """The official documents that the data was read from; an address only where one was verified."""
    found = [document for plan in ordered_plans(graph) for document in plan.documents]
    return [{"title": d.title} | ({"path": d.url} if d.url else {}) for d in found]


def _resources(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """Tables, then arrays. The workbooks are views for people: a program would take each for one more table of the same records."""
    resources = [_table(kind, files[f"{name}.csv"]) for kind, name in FILES.items()]
    for kind, name in FILES.items():
        resources.append(_other(f"{name}-json", f"{name}.json", f"{KINDS[kind]}（JSON）", files[f"{name}.json"]))
    return resources


def data_package(graph: Graph, site: Site, files: Mapping[str, bytes]) -> bytes:
    """Return ``datapackage.json``.

    Args:
        graph: The linked data, for titles and sources.
        site: The site's settings; ``as_of`` stands for the clock.
        files: The files that are described, by their name in ``data/``.
    """
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": "minggui",
        "title": f"{site.name}：政府规划的结构化数据",
        "description": "规划里的章节、任务、目标、指标、项目、责任单位和名词。标题、单位、数字和日期照原文，概括和说明是志愿编写的。",
        "version": f"{SCHEMA_VERSION}+{site.as_of.isoformat()}",
        "schema_version": SCHEMA_VERSION,
        "created": f"{site.as_of.isoformat()}T00:00:00Z",
        "licenses": [LICENCE],
        "contributors": [{"title": site.name, "roles": ["publisher"]}],
        "keywords": ["政府规划", "五年规划", "政务公开", "开放数据"],
    }
    if site.url:
        package["homepage"] = f"{site.url.rstrip('/')}/data/"
    sources = _sources(graph)
    if sources:
        package["sources"] = sources
    package["resources"] = _resources(files)
    return (json.dumps(package, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8")
