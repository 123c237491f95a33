"""Columns of an indicator table: what a header says, and which cell of a shortened row stands in which column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

MOST_COLUMNS: Final = 16
DASH: Final = re.compile(r"[-—–―－─/／]{1,4}|无|…+")
YEAR: Final = re.compile(r"(?P<year>(?:19|20)\d{2})")
NUMERIC: Final = re.compile(r"[〔\[【(（<>≥≤＜＞]?-?\d[\d.,]*(?:→|->|-|—|~)?[\d.,]*[^，。]{0,8}")
MEASURE_CELL: Final = re.compile(
    r"%|％|‰|[十百千万亿]*(?:元|人|户|个|家|件|张|套|亩|吨|公里|千瓦|斤|天|年|岁|小时|辆|片|所|名|项|倍"
    r"|米|克|头|座|公顷)(?:[/／每·].{1,8})?"
    r"|[十百千万亿]*(?:人次|平方公里|平方米|立方米|标准煤|吨标煤|吨标准煤|千瓦时|美元|床位|微克/立方米"
    r"|标箱|公斤|毫克/升|个百分点|万人)(?:[/／].{1,8})?|%[（(].{1,6}[）)]"
)
_ROLES: Final = (
    ("attribute", re.compile(r"属性|指标性质|^性质$|指标类型")),
    ("measure", re.compile(r"单位|计量")),
    ("number", re.compile(r"序号|编号|^号$|^NO\.?$", re.IGNORECASE)),
    ("provider", re.compile(r"责任|牵头|部门|数据来源")),
    ("growth", re.compile(r"年均|增速|增长|累计|年递增|增减")),
    ("group", re.compile(r"分类|类别|领域|类型|一级指标|目标层|方面|维度")),
    ("name", re.compile(r"指标|名称|项目|内容")),
)
_TARGET: Final = re.compile(r"目标|规划|预期|末")
_BASE: Final = re.compile(r"基期|现状|实际|完成|基数|基准|预计")
SPAN: Final = re.compile(r"五”|目标值?|规划值?|指标值|完成情况|数值|规划目标|实际值|现状")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` is number, group, name, measure, base, target, growth, attribute, provider, or more1, more2 …"""

    key: str
    title: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """The cells of a row by column."""

    cells: dict[str, str]
    confidence: float
    why: str


def looks_like_dash(cell: str) -> bool:
    """Say whether a cell holds only a dash: no value, and certainly not zero."""
    return DASH.fullmatch(cell.strip()) is not None


def find_header(rows: Sequence[Sequence[str]]) -> tuple[tuple[Column, ...], int] | None:
    """Find the header among the first rows.

    Returns:
        The columns and the index of the first row below; None where there is none. A second header row (years below
        “十四五”目标) is joined; a group column that the header prints as part of 指标 is added where rows are wider by one.
    """
    for index, row in enumerate(rows[:6]):
        titles = [_plain(cell) for cell in row]
        while titles and not titles[-1]:
            titles.pop()
        if len(titles) < 2 or len(titles) > MOST_COLUMNS or not any("指标" in title or "名称" in title for title in titles):
            continue
        first = index + 1
        if first < len(rows) and _is_second_header([_plain(cell) for cell in rows[first]]):
            titles = _joined(titles, [_plain(cell) for cell in rows[first]])
            first += 1
        columns = _with_group(_columns(titles), rows[first : first + 60])
        keys = {column.key for column in columns}
        if "name" in keys and keys & {"base", "target", "growth"}:
            return columns, first
    return None


def _plain(cell: str) -> str:
    return "".join(cell.split())


def _is_second_header(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    heads = [
        cell
        for cell in filled
        if re.fullmatch(
            r"(?:19|20)\d{2}年?.{0,8}|年均.{0,8}|累计.{0,6}|目标值?|实际值?|完成值?|规划值?|增速.{0,4}|〔累计〕|.{0,6}增长[（(]?%?[）)]?",
            cell,
        )
    ]
    return len(filled) >= 2 and len(heads) * 5 >= len(filled) * 4


def _joined(titles: list[str], second: list[str]) -> list[str]:
    """Lay the second header row below the first: by place where it is as wide, else below the titles that span columns."""
    if len(second) >= len(titles) and any(not cell for cell in second):
        upper = ""
        joined: list[str] = []
        for place, below in enumerate(second):
            above = titles[place] if place < len(titles) else ""
            upper = above or (upper if below else "")
            joined.append((upper + below) if below else above)
        return [title for title in joined if title]
    below_all = [cell for cell in second if cell]
    spans = [title for title in titles if SPAN.search(title) and not YEAR.search(title)]
    if not spans:
        return [*[title for title in titles if title], *below_all]
    each, extra = divmod(len(below_all), len(spans))
    joined, position = [], 0
    for title in (title for title in titles if title):
        if title not in spans:
            joined.append(title)
            continue
        width = each + (1 if spans.index(title) < extra else 0)
        joined.extend(title + below for below in below_all[position : position + width])
        position += width
    return joined


def _columns(titles: list[str]) -> tuple[Column, ...]:
    columns: list[Column] = []
    for title in titles:
        year = YEAR.search(title)
        role = next((key for key, pattern in _ROLES if pattern.search(title)), "")
        if year and role not in {"growth", "attribute"}:
            role = "value"
        elif not role:
            role = "value" if _TARGET.search(title) or _BASE.search(title) else "other"
        columns.append(Column(role, title, int(year["year"]) if year else None))
    return _named_values(_single_names(columns))


def _single_names(columns: list[Column]) -> list[Column]:
    """Of two columns called 指标 the first is the group."""
    names = [place for place, column in enumerate(columns) if column.key == "name"]
    if len(names) > 1 and not any(column.key == "group" for column in columns):
        columns[names[0]] = replace(columns[names[0]], key="group")
        names = names[1:]
    for place in names[1:]:
        columns[place] = replace(columns[place], key="other")
    return columns


def _named_values(columns: list[Column]) -> tuple[Column, ...]:
    """Of the value columns the first is the base, the last within the plan the target; the rest are further values."""
    values = [place for place, column in enumerate(columns) if column.key == "value"]
    dated = [place for place in values if (columns[place].year or 0) < 2035]
    base = next(
        (p for p in values if _BASE.search(columns[p].title) and "预期" not in columns[p].title), values[0] if len(values) > 1 else None
    )
    target = next((p for p in reversed(values) if p in dated and p != base), None)
    if target is None and values and values[-1] != base:
        target = values[-1]
    seen: set[str] = set()
    named: list[Column] = []
    for place, column in enumerate(columns):
        key = {base: "base", target: "target"}.get(place, "more") if place in values else column.key
        if key in seen or key in {"more", "other"}:
            key = f"{'more' if key not in {'other', 'provider', 'number', 'group'} else 'extra'}{place}"
        seen.add(key)
        named.append(replace(column, key=key))
    return tuple(named)


def _with_group(columns: tuple[Column, ...], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    keys = [column.key for column in columns]
    if "group" in keys or "name" not in keys:
        return columns
    widths = [len(_trimmed([cell.strip() for cell in row])) for row in rows]
    if widths and max(widths) == len(columns) + 1:
        place = keys.index("name")
        return (*columns[:place], Column("group", ""), *columns[place:])
    return columns


def _trimmed(cells: list[str]) -> list[str]:
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return cells[:end]


def align(cells: Sequence[str], columns: Sequence[Column]) -> Placed | None:
    """Lay the cells of a row on the columns, in order, so that they fit best.

    Returns:
        None where the row has no cell that can be the indicator's name, or only one filled cell.
    """
    trimmed = _trimmed(list(cells))
    if sum(bool(cell) for cell in trimmed) < 2 or len(trimmed) > MOST_COLUMNS:
        return None
    if len(trimmed) > len(columns):
        trimmed = [cell for cell in trimmed if cell]
        if len(trimmed) > len(columns):
            return None
    full = list(cells[: len(columns)]) if len(cells) >= len(columns) else None
    score, places, ties = _best(trimmed, columns)
    placed = {columns[place].key: cell for cell, place in zip(trimmed, places, strict=True) if cell}
    if full is not None and _fits(full, columns):
        placed = {column.key: cell for column, cell in zip(columns, full, strict=True) if cell}
        ties = False
    if "name" not in placed or score < 0:
        return None
    if ties:
        return Placed(placed, 0.5, "缺的格子不止一种补法，数值所在的列是推断的")
    missing = len(columns) - len(trimmed)
    return Placed(placed, 1.0 if missing <= 1 else 0.85, "" if missing <= 1 else "本行缺了不止一格，按内容对列")


def _fits(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    return all(not cell or _score(cell, column.key) > 0 for cell, column in zip(cells, columns, strict=True))


def _best(cells: Sequence[str], columns: Sequence[Column]) -> tuple[float, list[int], bool]:
    """Monotone alignment by dynamic programming. Ties go to the left and are told."""
    rows, width = len(cells), len(columns)
    best = [[float("-inf")] * (width + 1) for _ in range(rows + 1)]
    best[0] = [0.0] * (width + 1)
    for place in range(1, width + 1):
        best[0][place] = best[0][place - 1] - _skip(columns[place - 1].key)
    for row in range(1, rows + 1):
        for place in range(row, width + 1):
            take = best[row - 1][place - 1] + _score(cells[row - 1], columns[place - 1].key)
            skip = best[row][place - 1] - _skip(columns[place - 1].key)
            best[row][place] = max(take, skip)
    places, ties = [0] * rows, False
    row, place = rows, width
    while row:
        take = best[row - 1][place - 1] + _score(cells[row - 1], columns[place - 1].key)
        skip = best[row][place - 1] - _skip(columns[place - 1].key)
        ties = ties or (abs(take - skip) < 1e-9 and columns[place - 1].key in {"base", "target", "growth"})
        if skip >= take:
            place -= 1
        else:
            row, place = row - 1, place - 1
            places[row] = place
    return best[rows][width], places, ties


def _skip(key: str) -> float:
    """What it costs to leave a column empty: a group often is, a name never."""
    return {"group": 0.1, "name": 9.0, "attribute": 0.6, "number": 1.0, "measure": 1.0}.get(key, 0.8)


def _score(cell: str, key: str) -> float:
    text = _plain(cell)
    if not text:
        return 0.1 if key not in {"name", "number"} else -3.0
    attribute = re.fullmatch(r"(?:约束|预期|指导|参考)性?(?:指标)?", text) is not None
    if key == "attribute" or attribute:
        return 5.0 if attribute and key == "attribute" else -4.0
    dash, numeric = looks_like_dash(text), NUMERIC.fullmatch(text) is not None
    measure = MEASURE_CELL.fullmatch(text) is not None
    if key == "number":
        return 3.0 if re.fullmatch(r"\d{1,3}", text) else -4.0
    if key == "measure":
        return 4.0 if measure else (1.0 if dash else -4.0)
    if key in {"base", "target", "growth"} or key.startswith("more"):
        if measure and not numeric:
            return -3.0
        words = {"target": 1.6, "growth": -0.6}.get(key, -1.0 if key == "base" else 0.2)
        return 2.0 if numeric or dash else words
    if key == "name":
        return -6.0 if (numeric and len(text) < 5) or dash else (3.0 if len(text) >= 4 else 1.5)
    if key == "group":
        return -6.0 if numeric or dash or len(text) > 14 else (1.4 if len(text) <= 6 else 0.5)
    return 0.5
