"""Indicator tables of plans, and indicators stated in numbered lines of prose.

Tables arrive with merged cells lost: rows shorter than the header, group cells only in the first row of a group, values that span
columns. Each row is laid against the columns so that what the cells look like (约束性, %, 6左右, ——) fits best; what stays open is
said with a lower confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.documents.facts.columns import Column, align, find_header, looks_like_dash
from generator.documents.facts.measures import find_measured, narrowed
from generator.documents.facts.predicates import Operator, read_predicate

ATTRIBUTE: Final = re.compile(r"约束性?|预期性?|指导性|参考性")
NUMBER: Final = re.compile(r"-?\d+(?:,\d{3})*(?:\.\d+)?")
VALUE: Final = re.compile(
    r"(?:〔累计〕|\[累计\]|（累计）|\(累计\))?(?P<open>[〔\[【(（])?[ ]?(?P<lead>≥|>=|＞=|不低于|不少于"
    r"|>|＞|超过|≤|<=|不超过|不高于|控制在|<|＜|低于|约|年均增长|年均|累计|增长|降低|下降|达到|)[ ]?"
    r"(?P<low>-?\d+(?:,\d{3})*(?:\.\d+)?)[ ]?(?P<m1>%|‰|[一-鿿/]{0,6}?)(?:[ ]?(?P<sep>→|->|-|—|–|~|～|至"
    r"|提高到|增加到)[ ]?(?P<high>-?\d+(?:,\d{3})*(?:\.\d+)?))?"
    r"[ ]?(?P<unit>%|‰|个百分点|[一-鿿/·]{0,8}?)[ ]?(?P<tail>及?以上|左右|上下|以内|及?以下|以下)?(?P<close>[〕\]】)）])?(?P<"
    r"note>[①-⑳*＊]?)"
)
MEASURE_IN_NAME: Final = re.compile(r"[(（](?P<measure>[^()（）]{1,14})[)）][ ]?$")
MEASURE_WORDS: Final = re.compile(
    r"^(?:[十百千万亿]*(?:元|人|户|个|家|件|张|套|亩|吨|公里|平方|立方|千瓦|斤|天|年|岁|小时|辆|%|％|‰"
    r"|片|所|名|人次|公顷|标|美元|床|位|篇|项|倍|米|微克|克|毫克).{0,10}|.{0,4}%)$"
)
ITEM_LINE: Final = re.compile(r"^[ \t　]*(?P<number>\d{1,3})[.、．][ ]?(?P<words>[^\n。]{4,80})。?[ ]*$", re.MULTILINE)
INDICATOR_END: Final = re.compile(
    r"(?:率|比重|占比|比例|比|数|量|值|能力|收入|年限|寿命|降幅|增幅|增长|面积|浓度|强度|水平|规模|消费"
    r"|投资|总额)(?:[(（][^()（）]{1,14}[)）])?$"
)
TEXT_TARGET: Final = re.compile(
    r"(?:达到|完成|高于|不低于|低于|与)[^0-9，,]{1,16}(?:要求|标准|水平|目标|任务|指标|持平|目标数)$|保持稳定$"
    r"|持续(?:下降|提高|提升|改善)$|稳步提[高升]$"
)
GROWTH_NAME: Final = re.compile(r"(?:年均)?增长(?:率|速度|幅度)?|增速|增幅")
FOOTNOTE: Final = re.compile(r"^(?:注|备注|说明)[:：]|^[①-⑳]|^注")


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One value of a row, as printed and as far as it is a number."""

    operator: Operator | None
    """None where the cell only holds a dash."""
    value: float | None
    value_max: float | None
    text: str
    year: int | None = None
    cumulative: bool = False
    """Printed in brackets: a total over the years, by the convention of these tables."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator."""

    number: int | None
    group: str
    name: str
    measure: str
    base: IndicatorValue | None
    target: IndicatorValue | None
    growth: IndicatorValue | None
    attribute: str
    line: int
    """Index of the row in the rows given, from 0; of a prose indicator the line of the text."""
    more: tuple[IndicatorValue, ...] = ()
    """Further columns of values: years between, 2035."""
    start: int = 0
    end: int = 0
    """Of a prose indicator: offsets in the text."""
    confidence: float = 1.0
    why: str = ""


def split_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Split ``|`` text into rows of cells. Lines without ``|`` are one cell; a ``|`` at a line's edge makes no cell of its own."""
    rows: list[tuple[str, ...]] = []
    for line in text.split("\n"):
        stripped = line.strip()
        if not stripped:
            continue
        cells = [cell.strip() for cell in stripped.split("|")]
        if cells and stripped.startswith("|"):
            cells = cells[1:]
        rows.append(tuple(cells))
    return tuple(row for row in rows if any(row))


def read_value(text: str, year: int | None = None) -> IndicatorValue | None:
    """Read one value cell.

    Returns:
        None for an empty cell; a value without operator for a dash; ``text`` where words stand (达到市里要求).
    """
    printed = "".join(text.split()) if not re.search(r"[A-Za-z]", text) else " ".join(text.split())
    if not printed:
        return None
    if looks_like_dash(printed):
        return IndicatorValue(None, None, None, printed, year)
    found = VALUE.fullmatch(narrowed(printed))
    if found is None:
        return IndicatorValue("text", None, None, printed, year)
    low = _figure(found["low"])
    high = _figure(found["high"]) if found["high"] else None
    arrow = found["sep"] in {"→", "->", "提高到", "增加到"}
    operator = _value_operator(found["lead"], found["tail"] or "")
    bracketed = bool(found["open"] and found["close"])
    if high is not None and arrow:
        return IndicatorValue(operator, high, None, printed, year, bracketed)
    if high is not None:
        return IndicatorValue("range", low, high, printed, year, bracketed)
    return IndicatorValue(operator, low, None, printed, year, bracketed or "累计" in printed)


def _figure(text: str) -> float:
    return float(text.replace(",", ""))


def _value_operator(lead: str, tail: str) -> Operator:
    if lead in {"≥", ">=", "＞=", "不低于", "不少于"} or tail.endswith("以上"):
        return ">="
    if lead in {"≤", "<=", "不超过", "不高于", "控制在"} or tail.endswith(("以内", "以下")):
        return "<="
    if lead in {">", "＞", "超过"}:
        return ">"
    if lead in {"<", "＜", "低于"}:
        return "<"
    return "~" if lead == "约" or tail in {"左右", "上下"} else "="


def read_indicator_table(rows: Sequence[Sequence[str]]) -> tuple[IndicatorRow, ...]:
    """Read an indicator table.

    Args:
        rows: Cells of each row, as the container gave them: full, or shifted left where merged cells were lost.

    Returns:
        The indicators; none where no header with a name column and a value or year column is found. Footnotes are no rows.
    """
    header = find_header(rows)
    if header is None:
        return ()
    columns, first = header
    made: list[IndicatorRow] = []
    group = ""
    for index in range(first, len(rows)):
        cells = [cell.strip() for cell in rows[index]]
        if not any(cells):
            continue
        if FOOTNOTE.match(next(cell for cell in cells if cell)):
            break
        placed = align(cells, columns)
        if placed is None:
            if sum(bool(cell) for cell in cells) == 1:
                group = _tight(next(cell for cell in cells if cell))
            continue
        group = _tight(placed.cells.get("group", "")) or group
        made.append(_row(placed.cells, columns, group, index, placed.confidence, placed.why, made[-1] if made else None))
    return tuple(made)


def _tight(text: str) -> str:
    """Cells wrap inside words: blanks between Chinese characters are the page's."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", text.strip())


def _row(
    cells: dict[str, str], columns: Sequence[Column], group: str, line: int, confidence: float, why: str, before: IndicatorRow | None
) -> IndicatorRow:
    name = _tight(cells.get("name", ""))
    measure = _tight(cells.get("measure", ""))
    inside = MEASURE_IN_NAME.search(name)
    if not measure and inside and MEASURE_WORDS.match(narrowed(inside["measure"])):
        measure, name = inside["measure"], name[: inside.start()].strip()
    years = {column.key: column.year for column in columns}
    values = {key: read_value(cells[key], years.get(key)) for key in cells if key in years and key not in {"name", "measure"}}
    number = NUMBER.fullmatch(cells.get("number", "").strip("()（）.、 "))
    attribute = ATTRIBUTE.search(cells.get("attribute", ""))
    row = IndicatorRow(
        number=int(float(number[0])) if number else None,
        group=group,
        name=name,
        measure=measure,
        base=values.get("base"),
        target=values.get("target"),
        growth=values.get("growth"),
        attribute=attribute[0] if attribute else "",
        line=line,
        more=tuple(value for key, value in values.items() if key.startswith("more") and value is not None),
        confidence=confidence,
        why=why,
    )
    return _completed(_arrow_base(row, cells), columns, before, cells)


def _arrow_base(row: IndicatorRow, cells: dict[str, str]) -> IndicatorRow:
    """``2.5→4.95`` in the target's cell also prints where it starts."""
    found = re.match(r"[ ]?(-?\d+(?:\.\d+)?)[^→]{0,4}(?:→|->)", narrowed(cells.get("target", "")))
    if found is None or (row.base is not None and row.base.value is not None):
        return row
    return replace(row, base=IndicatorValue("=", float(found[1]), None, found[1]), why="起点取自目标格里箭头前的数")


def _completed(row: IndicatorRow, columns: Sequence[Column], before: IndicatorRow | None, cells: dict[str, str]) -> IndicatorRow:
    """Cells merged with the row above are empty here; they are taken over, and that is said."""
    keys = {column.key for column in columns}
    if before is None:
        return row
    if "attribute" in keys and not row.attribute and before.attribute and "attribute" not in cells:
        why = "；".join(part for part in (row.why, "属性格与上一行合并，按上一行理解") if part)
        row = replace(row, attribute=before.attribute, confidence=min(row.confidence, 0.7), why=why)
    merged = before.target is not None and before.target.operator == "text"
    if "target" in keys and row.target is None and merged and "target" not in cells and before.target is not None:
        why = "；".join(part for part in (row.why, "目标格可能与上一行合并") if part)
        row = replace(row, target=before.target, confidence=min(row.confidence, 0.5), why=why)
    return row


def find_indicator_items(text: str) -> tuple[IndicatorRow, ...]:
    """Find indicators that numbered lines state: ``8.城镇调查失业率控制在3.8%以内``.

    Args:
        text: Text with line breaks. A line is an indicator where it is one short clause that names a metric and at most one
            figure. One without a figure (the page lost it) only counts between others.
    """
    lines = [found for found in ITEM_LINE.finditer(text) if not re.search(r"[，,；;：:]", found["words"])]
    made = [row for found in lines if (row := _item(text, found)) is not None]
    if sum(row.target is not None or row.growth is not None for row in made) * 2 < len(made):
        return ()
    return tuple(made)


def _item(text: str, found: re.Match[str]) -> IndicatorRow | None:
    words = found["words"].strip()
    start = found.start("words")
    plain = narrowed(words)
    measured = find_measured(words)
    common = {
        "number": int(found["number"]),
        "line": text.count("\n", 0, start),
        "start": start,
        "end": start + len(found["words"].rstrip()),
    }
    if not measured:
        target = TEXT_TARGET.search(words)
        name = words[: target.start()] if target else words
        if not INDICATOR_END.search(name):
            return None
        value = IndicatorValue("text", None, None, target[0]) if target else None
        why = "" if value else "原文没有给出数值"
        return _prose(name, "", value, None, common, 0.9 if value else 0.6, why)
    one = measured[-1]
    predicate = read_predicate(plain[: one.start], plain[one.end :], one.value_max is not None)
    if len(measured) > 2 or one.end + predicate.end < len(plain) - 1:
        return None
    grows = predicate.change or plain[: predicate.start].endswith(("增长率", "增速", "增长"))
    name = words[: predicate.start].strip()
    if predicate.change and (grown := GROWTH_NAME.match(predicate.verb)):
        name += grown[0]
    shown = words[predicate.start : one.end + predicate.end]
    value = IndicatorValue(predicate.operator, one.value, one.value_max, shown)
    if len(name) < 3 or not (predicate.verb or INDICATOR_END.search(name)):
        return None
    return _prose(name, one.measure, None if grows else value, value if grows else None, common, 0.95, "")


def _prose(
    name: str,
    measure: str,
    target: IndicatorValue | None,
    growth: IndicatorValue | None,
    place: dict[str, int],
    confidence: float,
    why: str,
) -> IndicatorRow:
    return IndicatorRow(
        number=place["number"],
        group="",
        name=name,
        measure=measure,
        base=None,
        target=target,
        growth=growth,
        attribute="",
        line=place["line"],
        start=place["start"],
        end=place["end"],
        confidence=confidence,
        why=why,
    )
