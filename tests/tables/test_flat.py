"""A record comes back from its cells as it was published."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from generator.exports.rows import rows_by_kind
from generator.graph import Graph
from generator.site.project import read_project
from generator.tables import FILES, columns, record_of, row_cells
from generator.tables.flat import Json
from tests.conftest import ROOT
from tests.hostile import Hostile


def nameless(_kinds: tuple[str, ...], identifier: str) -> str:
    return f"名称 {identifier}"


def assert_all_come_back(graph: Graph) -> None:
    for kind, rows in rows_by_kind(graph, "https://example.org").items():
        names = [column.name for column in columns(kind)]
        for row in rows:
            cells = row_cells(kind, row, nameless)
            assert len(cells) == len(names)
            assert record_of(kind, dict(zip(names, cells, strict=True))) == row


def test_every_record_of_the_tiny_project_comes_back(tiny_graph: Graph) -> None:
    assert_all_come_back(tiny_graph)


def test_every_record_of_this_repository_comes_back() -> None:
    assert_all_come_back(read_project(ROOT, {}).graph)


@pytest.mark.parametrize("text", ["=1+1;\\", "'-a;b", '"a","b"\t', ";;"])
def test_hostile_texts_come_back(tiny: Path, text: str) -> None:
    Hostile(tiny).fill(text)
    assert_all_come_back(read_project(tiny, {}).graph)


def test_columns_of_names_are_passed_over_and_missing_columns_are_empty() -> None:
    found = record_of("audience", {"id": "elderly", "name": "老人", "synonyms": "老年人;敬老院", "nonsense.name": "x"})
    assert found == {"id": "elderly", "name": "老人", "summary": None, "order": None, "synonyms": ["老年人", "敬老院"], "url": None}


def test_a_list_of_groups_is_as_long_as_its_longest_column() -> None:
    found = record_of("task", {"leads.unit": "a;b", "leads.role_printed": "牵头单位"})
    leads = cast("list[dict[str, Json]]", found["leads"])
    assert [(role["unit"], role["role_printed"]) for role in leads] == [("a", "牵头单位"), ("b", None)]


def test_every_kind_has_rows_in_the_tiny_project(tiny_graph: Graph) -> None:
    assert all(rows_by_kind(tiny_graph, "")[kind] for kind in FILES)
