"""Indicator rows and tables of tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.documents import Block
from generator.documents.facts.indicators import IndicatorRow, IndicatorValue, find_indicator_items, read_indicator_table, split_rows
from generator.documents.facts.measures import narrowed
from generator.importing.desk import Desk
from generator.importing.facts import LARGEST, MOST, providers_of, whole
from generator.importing.passages import INDICATORS, PROVIDER, Passage
from generator.importing.text import one_line
from generator.importing.yaml_out import Tree

TASK_HEAD: Final = re.compile(r"任务|事项|工作内容|重点工作|主要工作|具体内容|工作举措|措施|目标内容|分解内容|^内容$")
UNIT_HEAD: Final = re.compile(r"(?:牵头|责任|配合|主办|承办|协办|落实|参加|实施)(?:单位|部门|科室|主体)")
NUMBER_HEAD: Final = re.compile(r"^(?:序号|编号|序|号)$")
GROWS: Final = re.compile(r"增长|增速|增幅|降低|下降")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with its place."""

    cells: tuple[str, ...]
    words: str
    start: int
    line: int


@dataclass(frozen=True, slots=True)
class TaskTable:
    """A table whose rows are tasks."""

    header: tuple[str, ...]
    task: int
    """Column of the task."""
    number: int | None
    rows: tuple[Row, ...]


def rows_of(block: Block) -> tuple[Row, ...]:
    """Split a table or box into rows with their places."""
    found: list[Row] = []
    offset = block.start
    for index, line in enumerate(block.text.split("\n")):
        if cells := split_rows(line):
            found.append(Row(cells[0], line.strip(), offset if index else block.start, block.line + index))
        offset += len(line) + 1
    return tuple(found)


def task_table(block: Block) -> TaskTable | None:
    """Read a table as a table of tasks: a column of tasks and one of responsible units within its first rows."""
    rows = rows_of(block)
    for index, row in enumerate(rows[:4]):
        header = tuple("".join(cell.split()) for cell in row.cells)
        tasks = [i for i, name in enumerate(header) if TASK_HEAD.search(name) and not UNIT_HEAD.search(name)]
        if tasks and any(UNIT_HEAD.search(name) for name in header):
            number = next((i for i, name in enumerate(header) if NUMBER_HEAD.match(name)), None)
            body = tuple(r for r in rows[index + 1 :] if len([c for c in r.cells if c]) > 1)
            return TaskTable(header, tasks[-1], number, body)
    return None


def cell(table: TaskTable, row: Row, column: int) -> str:
    """Return the cell of a column; a row shorter than the header has lost merged cells on its left."""
    index = column - (len(table.header) - len(row.cells)) if len(row.cells) < len(table.header) else column
    return row.cells[index] if 0 <= index < len(row.cells) else ""


def is_indicator_item(passage: Passage, title: str) -> bool:
    """Say whether a numbered line can be an indicator: its units provide data, or its chapter is one of indicators."""
    return passage.is_item and bool(PROVIDER.search(passage.text) or INDICATORS.search(title)) and len(passage.printed) <= 120


def _figure(value: IndicatorValue | None) -> Tree | None:
    if value is None or value.operator is None:
        return None
    text = one_line(value.text)
    if not text:
        return None
    reversed_range = value.operator == "range" and (value.value is None or value.value_max is None or value.value >= value.value_max)
    too_large = any(number is not None and abs(number) >= LARGEST for number in (value.value, value.value_max))
    as_words = value.operator in {"text", "reach"} or value.value is None or reversed_range or too_large
    words = "reach" if text.startswith("达到") else "text"
    tree: Tree = {"operator": words if as_words else value.operator}
    if not as_words:
        tree["value"] = whole(value.value or 0)
        tree |= {"value_max": whole(value.value_max or 0)} if value.operator == "range" else {}
    tree["text"] = text
    if value.year is not None and 1900 <= value.year <= 2100:
        tree["year"] = value.year
    return tree


def _quantity(name: str, row: IndicatorRow) -> str:
    if GROWS.search(name):
        return "annual_growth" if "增" in name else "change"
    return "share" if row.measure in {"%", "‰"} else "level"


def _enter(desk: Desk, row: IndicatorRow, source: Tree, division: str | None, group: str, line: int, text: str) -> None:
    if len(desk.indicators) >= MOST or not one_line(row.name):
        return
    name = one_line(row.name)
    identifier = f"{desk.plan}-i{len(desk.indicators) + 1:02d}"
    tree: Tree = {"id": identifier}
    tree |= {"number": row.number} if row.number else {}
    tree["definition"] = desk.registry.definition(name, row.measure, _quantity(name, row))
    tree["name"] = desk.guess(name, row.confidence, row.why, line, text)
    tree |= {"group": words} if (words := one_line(row.group or group)) else {}
    tree |= {"division": division} if division else {}
    tree["source"] = source
    for field, value in (("base", row.base), ("target", row.target), ("growth", row.growth)):
        figure = _figure(value)
        if figure is not None:
            tree[field] = figure | ({"basis": "uncertain"} if field == "growth" and "value" in figure and "年均" not in text else {})
    tree |= {"attribute": row.attribute + "性" * (len(row.attribute) == 2)} if row.attribute[:2] in {"约束", "预期"} else {}
    tree |= {"providers": providers} if (providers := providers_of(desk, text)) else {}
    desk.indicators.append(tree)
    if row.target is None and row.growth is None:
        words = f"指标“{name}”只有名称，没有写目标数。"
        desk.notes.append(("omission", words, [identifier], [dict(source)]))


def enter_table(desk: Desk, block: Block, division: str | None) -> bool:
    """Enter the rows of an indicator table; say whether the block is one."""
    rows = rows_of(block)
    made = read_indicator_table([row.cells for row in rows])
    heads = " ".join(row.words for row in rows[:3])
    if not made or task_table(block) is not None or not re.search(r"指标|目标", heads + block.title):
        return False
    growth_is_yearly = "年均" in heads
    for row in made:
        if row.line < len(rows):
            place = rows[row.line]
            source = desk.locator.source(place.start, place.words)
            _enter(desk, row, source, division, "", place.line, place.words + (" 年均" if growth_is_yearly else ""))
    return True


def enter_items(desk: Desk, found: list[Passage], division: str, title: str) -> frozenset[int]:
    """Enter indicators stated in numbered lines; return the starts of the passages that were."""
    taken: set[int] = set()
    lines = [narrowed(passage.first.words.split("\n")[0]) for passage in found]
    rows = {row.line: row for row in find_indicator_items("\n".join(lines))} if found else {}
    for index, passage in enumerate(found):
        row = rows.get(index) or _unread(passage)
        if row is None:
            continue
        source = desk.locator.source(passage.first.start, passage.first.words)
        _enter(desk, row, source, division, title, passage.first.line, passage.text)
        taken.add(passage.first.start)
    return frozenset(taken)


def _unread(passage: Passage) -> IndicatorRow | None:
    """A line with data providers is an indicator even where its figure was not understood."""
    if not PROVIDER.search(passage.text):
        return None
    alone = find_indicator_items(narrowed(passage.first.words))
    if alone:
        return alone[0]
    block = passage.first
    name = one_line(block.words[len(block.label) :]).rstrip("。.")
    return IndicatorRow(block.number, "", name, "", None, None, None, "", 0, confidence=0.5, why="没有看懂这一项的数，请填写")


def each_task(table: TaskTable) -> Iterator[tuple[Row, int | None, str]]:
    """Yield rows with their number and the words of their task."""
    last = ""
    for row in table.rows:
        words = cell(table, row, table.task) or last
        last = words
        number = cell(table, row, table.number) if table.number is not None else ""
        yield row, int(number) if number.isascii() and number.isdigit() and 0 < int(number) <= 999 else None, words
