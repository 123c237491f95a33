"""The CSV twins: what a spreadsheet and a program need of the file, beyond its cells (tests/tables)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping

import pytest

from generator.exports.csv_files import csv_files
from generator.exports.rows import rows_by_kind
from generator.graph import Graph
from generator.tables import FILES, columns, record_of


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("kind", FILES)
def test_a_table_is_the_twin_of_its_array(published: Mapping[str, bytes], kind: str) -> None:
    name = FILES[kind]
    rows = [record_of(kind, row) for row in table(published[f"data/{name}.csv"])]
    assert rows == json.loads(published[f"data/{name}.json"])
    assert rows, "the tiny project has every kind of record"


@pytest.mark.parametrize("kind", FILES)
def test_the_form_of_the_file(published: Mapping[str, bytes], kind: str) -> None:
    content = published[f"data/{FILES[kind]}.csv"]
    assert content.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read UTF-8"
    assert content.endswith(b"\n")
    assert b"\r" not in content
    header = content.decode("utf-8-sig").split("\n", 1)[0]
    assert header == ",".join(column.name for column in columns(kind))


def test_names_stand_beside_ids(published: Mapping[str, bytes]) -> None:
    task = next(row for row in table(published["data/tasks.csv"]) if row["id"] == "qinghe-145-001")
    units = {row["id"]: row["name"] for row in table(published["data/units.csv"])}
    assert task["leads.unit"]
    assert task["leads.unit.name"].split(";") == [units[identifier] for identifier in task["leads.unit"].split(";")]
    plan = next(row for row in table(published["data/plans.csv"]) if row["id"] == task["plan"])
    assert task["plan.name"] == plan["short_title"]


def test_quotes_follow_the_standard_and_not_the_version_of_python(tiny_graph: Graph) -> None:
    rows = {kind: [dict(row) for row in found] for kind, found in rows_by_kind(tiny_graph, "").items()}
    rows["audience"][0] |= {"name": 'a,"b"', "summary": "一\n二", "synonyms": ["\r", " x"]}
    content = dict(csv_files(tiny_graph, rows))["data/audiences.csv"]
    line = content.decode("utf-8-sig").split("\n", 1)[1]
    assert '"a,""b""","一\n二"' in line
    assert '"\'\r; x"' in line
    read = table(content)[0]
    assert (read["name"], read["summary"]) == ('a,"b"', "一\n二")
    assert record_of("audience", read)["synonyms"] == ["\r", " x"]
