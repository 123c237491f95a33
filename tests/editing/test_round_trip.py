"""Whatever cell of whatever table is edited: that field of that record changes, and nothing else."""

from __future__ import annotations

import csv
import shutil
import subprocess
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.dataset import Dataset, read_dataset
from generator.editing import KNOWN, Table, read_table, review
from generator.editing.apply import apply, files_of
from generator.editing.compare import compare
from generator.editing.kinds import fixed, header_of
from generator.exports.csv_files import table_text
from generator.exports.rows import rows_by_kind
from generator.graph import Graph, link
from generator.source import load
from generator.tables import FILES, Column, cells, columns
from tests.conftest import ROOT, TINY

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
TYPED: dict[str, st.SearchStrategy[Any]] = {
    "integer": st.integers(1, 9999),
    "number": st.integers(-9999, 9999) | st.floats(-1e6, 1e6, allow_nan=False).map(lambda f: round(f, 3)),
    "boolean": st.booleans(),
    "date": st.dates().map(str),
    "string": st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=20).filter(
        lambda text: text.strip() == text and not text.startswith("#")
    ),
}

HOSTILE = [
    "=1+1",
    "[{",
    "[NaN]",
    '[{"head": "\\ud800"}]',
    "[" * 3000,
    "1E+99",
    "9" * 300,
    "٣",
    "\u2028",
    "\ufeff",
    "\x1b[31m",
    "a: b",
    "- x",
    "'",
    "|",
    ";;",
    "\\;",
    "{a: 1}",
    "\n",
    "#",
    "null",
]


@cache
def project(root: Path) -> tuple[Dataset, Graph, dict[str, str]]:
    dataset, findings = read_dataset(root)
    assert findings == []
    graph = link(dataset)
    rows = rows_by_kind(graph, "")
    return dataset, graph, {kind: table_text(graph, kind, rows[kind]) for kind in FILES}


def table_of(text: str, kind: str) -> Table:
    table, findings = read_table(text.encode(), f"{FILES[kind]}.csv", KNOWN)
    assert table is not None
    assert findings == []
    return table


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("root", [TINY, ROOT], ids=["tiny", "real"])
def test_an_unedited_table_changes_nothing(root: Path, kind: str) -> None:
    dataset, _, texts = project(root)
    found = review(table_of(texts[kind], kind), root, dataset, "") if "\n" in texts[kind].strip() else None
    assert found is None or (found.changes, found.after, found.findings) == ((), {}, ())


def leaf_values(column: Column) -> st.SearchStrategy[Any]:
    leaf = column.leaf
    if leaf.choices:
        return st.sampled_from(leaf.choices)
    if leaf.is_id:
        return st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
    return TYPED[leaf.type]


def new_cell(data: st.DataObject, column: Column, current: str) -> str:
    one = leaf_values(column)
    if not column.many:
        return cells.write(column.leaf, data.draw(one))
    if len(column.path) == 1:
        return cells.write_list(column.leaf, data.draw(st.lists(one, min_size=1, max_size=5, unique=True)))
    held = cells.read_list(column.leaf, current)
    assume(held)
    held[data.draw(st.integers(0, len(held) - 1))] = data.draw(one)
    return cells.write_list(column.leaf, held)


def differences(old: Any, new: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(old, dict) and isinstance(new, dict):
        return [p for key in {**old, **new} for p in differences(old.get(key), new.get(key), (*path, key))]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [p for index in range(len(old)) for p in differences(old[index], new[index], (*path, index))]
    return [] if old == new else [path]


def comments(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.lstrip().startswith("#")]


def edit_any_cell(root: Path, data: st.DataObject) -> None:
    _, graph, texts = project(root)
    kind = data.draw(st.sampled_from([kind for kind, text in texts.items() if text.count("\n") > 1]))
    rows = list(csv.reader(StringIO(texts[kind].removeprefix("\ufeff"), newline="")))
    editable = [c for c in columns(kind) if c.origin == "data" and c.name != "id" and not c.json and not fixed(kind, c)]
    column = data.draw(st.sampled_from(editable))
    row = rows[data.draw(st.integers(1, len(rows) - 1))]
    place = rows[0].index(column.name)
    current = row[place]
    row[place] = new_cell(data, column, current)
    out = StringIO(newline="")
    csv.writer(out).writerows([rows[0], row])
    table = table_of(out.getvalue(), kind)
    header, wrong = header_of(table, kind)
    assert wrong == []
    compared = compare(table, kind, header, graph, "")
    assert all(f.level != "error" or "另一条记录" in f.message for f in compared.findings)
    assume(compared.changes)
    [change] = compared.changes
    assert [cell.column for cell in change.cells] == [column]
    origin = graph.dataset.origins[kind, row[0]]
    before = {name: (root / name).read_bytes() for name in files_of([change], graph)}
    applied = apply([change], table, graph, before)
    assume(not applied.findings)  # an entry that another record adds cannot be taken away here
    [(name, new)] = applied.files.items()
    source = load(new, name)[0]
    assert source is not None
    inside = [path[len(origin.path) :] for path in differences(origin.source.value, source.value)]
    assert inside
    for path in inside:
        named = tuple(step for step in path if isinstance(step, str))
        assert named == column.path[: len(named)]
    assert comments(new.decode()) == comments(before[name].decode())
    if column.name not in ("projects", "tasks"):  # those are published as the graph has them, without ids that name nothing
        assert compare(table, kind, header, link_with(root, name, new), "").changes == []


def link_with(root: Path, name: str, data: bytes) -> Graph:
    """Link the data with a changed file; a record that this makes unreadable has nothing to compare with."""
    dataset, findings = read_dataset(root, overlay={name: data})
    assume(not findings)
    return link(dataset)


@given(st.data())
@settings(max_examples=150)
def test_an_edit_changes_its_field_only(data: st.DataObject) -> None:
    edit_any_cell(TINY, data)


@given(st.data())
@settings(max_examples=8)
def test_an_edit_of_the_real_data_changes_its_field_only(data: st.DataObject) -> None:
    edit_any_cell(ROOT, data)


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice")
def test_a_spreadsheet_program_that_opens_and_saves_changes_nothing(tmp_path: Path) -> None:
    dataset, _, texts = project(ROOT)
    names = []
    for kind in ("task", "indicator-row", "project", "plan"):
        names.append(tmp_path / f"{FILES[kind]}.csv")
        names[-1].write_text(texts[kind], encoding="utf-8", newline="")
    # Separator comma, UTF-8, from line 1, Chinese, and every cell's type guessed as Excel does.
    options = ["--infilter=CSV:44,34,76,1,,2052,false,true", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    command = [str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", *options, *map(str, names)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for path in names:
        saved = (tmp_path / "out" / path.name).with_suffix(".xlsx")
        table, _ = read_table(saved.read_bytes(), saved.name, KNOWN)
        assert table is not None
        found = review(table, ROOT, dataset, "")
        assert (found.changes, found.after) == ((), {})
        assert found.can_be_written


@given(
    st.sampled_from([*FILES]),
    st.lists(st.tuples(st.integers(0, 60), st.text(max_size=12) | st.sampled_from(HOSTILE)), min_size=1, max_size=4),
)
@settings(max_examples=100)
def test_no_cell_breaks_it(kind: str, edits: list[tuple[int, str]]) -> None:
    dataset, _, texts = project(TINY)
    rows = list(csv.reader(StringIO(texts[kind].removeprefix("\ufeff"), newline="")))
    for place, text in edits:
        rows[-1][place % len(rows[0])] = text
    out = StringIO(newline="")
    csv.writer(out).writerows(rows)
    table, _ = read_table(out.getvalue().encode("utf-8", "replace"), f"{FILES[kind]}.csv", KNOWN)
    if table is not None:
        found = review(table, TINY, dataset, "")
        assert found.changes or found.findings or not found.after
