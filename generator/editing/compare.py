"""An edited table against the records as they are published now: which fields of which records were edited."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Level
from generator.editing import habits
from generator.editing.habits import CellError
from generator.editing.kinds import fixed
from generator.editing.table import Line, Table
from generator.exports.csv_files import name_of
from generator.exports.rows import row_of
from generator.graph import Graph
from generator.model.identity import KINDS
from generator.tables import Column, Group, cells, columns, compact, record_of, row_cells, shape_of
from generator.tables.columns import NAME
from generator.tables.flat import Json
from generator.text.nearest import nearest

SHOWN_MISSING = 8
Cell = tuple[int, int]
NO_CELLS: frozenset[Cell] = frozenset()


@dataclass(frozen=True, slots=True)
class CellChange:
    """One edited cell."""

    row: int
    place: int
    """Its column, from 0."""
    column: Column
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One edited record: the published values of its edited fields, before and after."""

    kind: str
    id: str
    fields: Mapping[str, tuple[Json, Json]]
    cells: tuple[CellChange, ...]


@dataclass(slots=True)
class Compared:
    """What was found in a table."""

    changes: list[RecordChange] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row and the record that it belongs to."""

    table: Table
    line: Line
    kind: str
    graph: Graph
    current: Mapping[str, str]
    """Column → its cell as published now."""
    skip: frozenset[int] = frozenset()
    """Columns, by their place, that are taken for unedited."""

    def text(self, place: int) -> str:
        return self.line.cells[place] if place < len(self.line.cells) else ""


def _names(graph: Graph, kinds: tuple[str, ...], identifier: str) -> str | None:
    return name_of(graph, kinds, identifier)


def cells_now(graph: Graph, kind: str, identifier: str, base: str) -> dict[str, str]:
    """Return the cells of a record as they are published: column → text."""
    row = row_of(graph, graph.dataset.records[kind][identifier], base)
    texts = row_cells(kind, row, lambda kinds, found: _names(graph, kinds, found))
    return dict(zip((column.name for column in columns(kind)), texts, strict=True))


def _same(one: list[cells.Value], other: list[cells.Value]) -> bool:
    def seen(value: cells.Value) -> object:
        return f"{value:.15g}" if isinstance(value, float | int) and not isinstance(value, bool) else value

    return list(map(seen, one)) == list(map(seen, other))


def _flat(column: Column) -> bool:
    """Say whether a column is a plain list, in which an empty entry means nothing."""
    return column.many and len(column.path) == 1


def _json_cell(found: str, current: str) -> str:
    if not found.strip():
        return "[]"
    try:
        value = json.loads(found)
        written = compact(value)
    except (ValueError, RecursionError):
        raise CellError("不是完整的 JSON；引号要用半角，括号要配对") from None
    if not isinstance(value, list):
        raise CellError("应该是方括号里的列表")
    return current if value == json.loads(current) else written


def _edited(column: Column, found: str, current: str) -> str:
    """Return the cell in its published form, the current one where nothing was edited.

    Raises:
        CellError: where the cell holds no value of its column's type.
    """
    if column.json:
        return _json_cell(found, current)
    old, new = ([v for v in habits.values(column, text) if v is not None or not _flat(column)] for text in (current, found))
    if _same(old, new):
        return current
    if not new:
        return ""
    return cells.write_list(column.leaf, new) if column.many else cells.write(column.leaf, new[0])


def _same_page(found: str, current: str) -> bool:
    """Compare addresses of ours; the table may come from a copy of the site at another host."""
    return found.strip().rstrip("/").endswith("/".join(current.rstrip("/").split("/")[-2:]))


def _edits(row: _Row, header: Mapping[int, Column], out: list[Diagnostic]) -> Iterator[CellChange]:
    """Yield the edited cells of a row; say what cannot be read and what a program changed on its own."""
    for place, column in header.items():
        found, current = row.text(place), row.current[column.name]
        if found == current or found.strip() == current.strip() or column.name == "id" or column.origin == "name":
            continue
        if place in row.skip:
            continue
        habit = habits.undone(found, current) if column.leaf.type == "string" and not column.json else ""
        if habit:
            words = f"{habit}（原来是“{current[:20]}”），按没有改处理"
            out.append(row.table.at(row.line.number, place, words, Level.WARNING))
            continue
        why = fixed(row.kind, column)
        try:
            new = _edited(column, found, current)
        except CellError as error:
            out.append(row.table.at(row.line.number, place, why or str(error)))
            continue
        if new == current or (column.name == "url" and _same_page(found, current)):
            continue
        if why:
            out.append(row.table.at(row.line.number, place, why))
        elif column.required and not new:
            out.append(row.table.at(row.line.number, place, "必填，不能空着"))
        else:
            doubt = habits.doubtful(column, new)
            if doubt:
                out.append(row.table.at(row.line.number, place, doubt, Level.WARNING))
            yield CellChange(row.line.number, place, column, current, new)


def _twins(row: _Row, header: Mapping[int, Column], texts: Mapping[str, str], out: list[Diagnostic]) -> None:
    """Check the columns of names: unedited, or what the ids beside them say now."""
    leaves = {column.name: column.leaf for column in columns(row.kind)}
    for place, column in header.items():
        found = row.text(place).strip()
        if column.origin != "name" or place in row.skip or found == row.current[column.name].strip():
            continue
        beside = column.name.removesuffix(NAME)
        kinds = leaves[beside].kinds
        ids = cells.read_list(leaves[beside], texts[beside])
        said = cells.write_list(column.leaf, [_names(row.graph, kinds, str(i)) for i in ids])
        if found in (said, said.removeprefix("'")) or habits.undone(found, row.current[column.name]):
            continue
        known = {_names(row.graph, kinds, i): i for kind in kinds for i in row.graph.dataset.records.get(kind, {})}
        near = [match for name in found.split(";") for match in nearest(name, [n for n in known if n], cutoff=0.7)]
        new = [f"“{name}”的编号是 {known[name]}" for name in near if known[name] not in ids]
        words = f"名称只给人看；要改请改 {beside} 一列" + (f"（{'，'.join(new)}）" if new else "")
        out.append(row.table.at(row.line.number, place, words))


def _uneven(row: _Row, changed: list[CellChange], texts: Mapping[str, str], out: list[Diagnostic]) -> set[str]:
    """Find lists of groups whose columns no longer have one value an entry; return the fields concerned."""
    bad: set[str] = set()
    slots = {slot.name: slot for slot in shape_of(row.kind).slots}
    for change in changed:
        first = change.column.path[0]
        slot = slots[first]
        if not slot.many or not isinstance(slot.form, Group) or change.column.json or first in bad:
            continue
        beside = [c for c in columns(row.kind) if c.path[0] == first and c.origin != "name"]
        counts = {c.name: len(cells.read_list(c.leaf, texts[c.name])) for c in beside}
        longest = max(counts, key=lambda name: counts[name])
        short = next((name for name, count in counts.items() if 0 < count < counts[longest]), None)
        if short is not None:
            bad.add(first)
            words = f"{longest} 有{counts[longest]}项，{short} 有{counts[short]}项；{first} 的几列要一项对一项，用半角分号隔开"
            out.append(row.table.at(change.row, change.place, words))
    return bad


def _row_change(row: _Row, header: Mapping[int, Column], out: list[Diagnostic]) -> RecordChange | None:
    changed = list(_edits(row, header, out))
    texts = {**row.current, **{change.column.name: change.new for change in changed}}
    _twins(row, header, texts, out)
    bad = _uneven(row, changed, texts, out)
    kept = tuple(change for change in changed if change.column.path[0] not in bad)
    if not kept:
        return None
    before, after = record_of(row.kind, row.current), record_of(row.kind, texts)
    names = dict.fromkeys(change.column.path[0] for change in kept)
    fields = {name: (before[name], after[name]) for name in names if before[name] != after[name]}
    return RecordChange(row.kind, row.current["id"], fields, kept) if fields else None


def compare(table: Table, kind: str, header: Mapping[int, Column], graph: Graph, base: str, skip: frozenset[Cell] = NO_CELLS) -> Compared:
    """Compare a table with the data.

    Args:
        table: What came back.
        kind: The kind of its records.
        header: Its columns by their place.
        graph: The linked data as it is now.
        base: The site's address in ``url`` columns; may be empty.
        skip: Cells, by row and place, that are taken for unedited.
    """
    done = Compared()
    place = next(place for place, column in header.items() if column.name == "id")
    shelf = graph.dataset.records.get(kind, {})
    seen: dict[str, int] = {}
    for line in table.rows:
        raw = line.cells[place] if place < len(line.cells) else ""
        identifier = habits.plain(raw).lower()
        if identifier not in shelf:
            done.findings.append(table.at(line.number, place, _unknown(identifier, kind, shelf)))
        elif identifier in seen:
            done.findings.append(table.at(line.number, place, f"编号“{identifier}”在第{seen[identifier]}行已经有了"))
        else:
            seen[identifier] = line.number
            row = _Row(table, line, kind, graph, cells_now(graph, kind, identifier, base), _of_row(skip, line.number))
            done.findings += _too_long(table, line)
            change = _row_change(row, header, done.findings)
            done.changes += [change] if change else []
    done.findings += _missing(table, kind, graph, seen)
    return done


def _of_row(skip: frozenset[Cell], row: int) -> frozenset[int]:
    return frozenset(place for number, place in skip if number == row)


def _unknown(identifier: str, kind: str, shelf: Mapping[str, object]) -> str:
    if not identifier:
        return "没有编号。表里不能新增记录，新的记录请写在 YAML 里"
    near = [known for known in shelf if known.startswith(identifier)][:1] or nearest(identifier, shelf)
    return f"没有编号为“{identifier[:60]}”的{KINDS[kind]}" + (f"；是不是“{near[0]}”？" if near else "")


def _too_long(table: Table, line: Line) -> list[Diagnostic]:
    """A cell behind the last column is usually text whose quotes were lost."""
    beyond = [place for place in range(len(table.header), len(line.cells)) if line.cells[place].strip()]
    return [table.at(line.number, beyond[0], "这一格超出了表头；前面的格子里大概有没加引号的逗号")] if beyond else []


def _missing(table: Table, kind: str, graph: Graph, seen: Mapping[str, int]) -> list[Diagnostic]:
    """Report records that the table leaves out. Of plans that it leaves out altogether, nothing is said."""
    shelf = graph.dataset.records.get(kind, {})
    plans = {getattr(shelf[identifier], "plan", None) for identifier in seen}
    gone = [i for i, record in shelf.items() if i not in seen and getattr(record, "plan", None) in plans]
    if not gone:
        return []
    shown = "、".join(gone[:SHOWN_MISSING]) + ("……" if len(gone) > SHOWN_MISSING else "")
    words = f"数据里有、表里没有的{KINDS[kind]}有 {len(gone)} 条：{shown}。没有删；真要删请改 YAML"
    return [Diagnostic(table.at(table.top, 0, "").span, "table", words, Level.WARNING)]
