"""The questions by which search is judged: enough, as people ask them, and with answers that exist."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.dataset import read_dataset
from generator.graph import link
from generator.pages.addresses import address
from generator.search import search_records

HERE = Path(__file__).parent
ORIGINS = {"person", "data"}
KINDS = {"word", "question", "place", "unit", "typo", "pinyin", "traditional", "mixed", "number", "project", "indicator", "term"}


def read(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module", params=["queries.yml", "held.yml", "held-2.yml"])
def queries(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    return read(request.param)


def test_every_query_is_whole(queries: list[dict[str, Any]]) -> None:
    for query in queries:
        assert {"q", "origin", "kind", "pages"} <= set(query) <= {"q", "origin", "kind", "pages", "nearest"}, query
        assert isinstance(query["q"], str), query
        assert query["q"].strip(), query
        assert query["origin"] in ORIGINS, query
        assert query["kind"] in KINDS, query
        assert len(query["pages"]) == len(set(query["pages"])), query


def test_a_query_without_an_answer_names_the_nearest_topic(queries: list[dict[str, Any]]) -> None:
    for query in queries:
        assert bool(query["pages"]) != bool(query.get("nearest")), query


def test_there_are_enough_and_most_were_written_before_seeing_the_data() -> None:
    queries = read("queries.yml")
    assert len(queries) >= 120
    assert 2 * sum(query["origin"] == "person" for query in queries) > len(queries)
    assert {query["kind"] for query in queries} == KINDS


def test_no_query_stands_twice(queries: list[dict[str, Any]]) -> None:
    assert [q for q, times in Counter(query["q"] for query in queries).items() if times > 1] == []


def test_no_held_query_is_one_of_the_others() -> None:
    assert {query["q"] for query in read("queries.yml")} & {query["q"] for query in read("held.yml")} == set()


def test_every_answer_exists(queries: list[dict[str, Any]], project_root: Path) -> None:
    graph = link(read_dataset(project_root)[0])
    there = {address(graph, record) for shelf in graph.dataset.records.values() for record in shelf.values()}
    wanted = {(query["q"], page) for query in queries for page in (*query["pages"], *query.get("nearest", ()))}
    assert sorted((q, page) for q, page in wanted if page not in there) == []
    found = {record.url for record in search_records(graph)}
    assert sorted((q, page) for q, page in wanted if page not in found) == [], "a page that search does not know cannot be found"
