"""Which kind of record a table holds, and which of its columns only show something."""

from __future__ import annotations

from pathlib import PurePath

from generator.diagnostics import Diagnostic
from generator.editing.table import Table, whole
from generator.model import RECORDS
from generator.model.base import PLACED
from generator.model.identity import KINDS
from generator.tables import FILES, Column, columns
from generator.text.nearest import proposal

KNOWN = frozenset(column.name for kind in FILES for column in columns(kind))
"""Every column of every table."""
_OF_FILE = {name: kind for kind, name in FILES.items()}
_WORKBOOK = frozenset({"编号", "本站页面"})
"""Headings of the workbooks for reading."""


def kind_of(table: Table) -> tuple[str | None, list[Diagnostic]]:
    """Return the kind of record of a table: what most of its columns belong to, its file's name where several fit."""
    names = {name for name in table.header if name in KNOWN}
    if "id" not in names:
        if _WORKBOOK.issubset(table.header):
            words = "这是给人看的规划工作簿，里面是名称，不能读回来。要改数据，请用开放数据页上的 CSV，或 minggui export-table 写出的表"
            return None, [whole(table.file, words)]
        return None, [whole(table.file, f"第{table.top}行应该是列名，其中要有 id；请不要删改导出的表头", line=table.top)]
    stem = PurePath(table.file).stem
    named = _OF_FILE.get(stem)

    def fit(kind: str) -> tuple[int, bool, int]:
        own = {column.name for column in columns(kind)}
        return len(names & own), kind == named, -len(own)

    best = max(FILES, key=fit)
    if fit(best)[0] < min(3, len(table.header)):
        return None, [whole(table.file, "看不出是哪一类数据的表；请不要删改导出的表头", line=table.top)]
    return best, []


def header_of(table: Table, kind: str) -> tuple[dict[int, Column], list[Diagnostic]]:
    """Return the columns of a table by their place, and what is wrong with its header."""
    known = {column.name: column for column in columns(kind)}
    found: dict[int, Column] = {}
    findings: list[Diagnostic] = []
    for place, name in enumerate(table.header):
        if not name:
            filled = next((line for line in table.rows if place < len(line.cells) and line.cells[place].strip()), None)
            if filled:
                findings.append(table.at(filled.number, place, "这一列没有列名"))
        elif name not in known:
            words = f"{KINDS[kind]}的表里没有“{name}”这一列{proposal(name, known) or '；自己加的列请先删去'}"
            findings.append(table.at(table.top, place, words))
        elif name in {column.name for column in found.values()}:
            findings.append(table.at(table.top, place, "这一列出现了两次"))
        else:
            found[place] = known[name]
    return found, findings


def fixed(kind: str, column: Column) -> str:
    """Say why a column cannot be edited in a table; empty where it can."""
    model = RECORDS[kind]
    first = column.path[0]
    field = next((field for name, field in model.model_fields.items() if (field.alias or name) == first), None)
    if column.origin == "added" or field is None:
        return "由数据算出来，不能在表里改"
    if first in model.NESTED:
        return f"写在{KINDS[kind]}里面，请改 {FILES[model.NESTED[first]]}.csv；增减要改 YAML"
    if first in ("source", "sources"):
        return "原文位置不在表里改，请改 YAML"
    if field.json_schema_extra == PLACED:
        return "由记录所在的位置决定；要移动请改 YAML"
    return ""
