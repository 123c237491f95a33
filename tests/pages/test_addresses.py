"""Addresses are promises: the forms of DESIGN §2, for every kind of record."""

from __future__ import annotations

import re

import pytest

from generator.graph import Graph
from generator.model import Record
from generator.pages.addresses import address, link_to, record_json
from generator.pages.page import Page
from tests.pages.reading import anchors

WANTED = {
    ("plan", "qinghe-145"): "plans/qinghe-145/",
    ("division", "qinghe-145-p1"): "plans/qinghe-145/p1/",
    ("division", "qinghe-145-c01"): "plans/qinghe-145/c01/",
    ("division", "qinghe-145-c01-s01"): "plans/qinghe-145/c01/#s01",
    ("division", "qinghe-145-preface"): "plans/qinghe-145/preface/",
    ("division", "linhe-2024-s01"): "plans/linhe-2024/s01/",
    ("task", "qinghe-145-001"): "tasks/qinghe-145-001/",
    ("unit", "qinghe-minzheng"): "units/qinghe-minzheng/",
    ("project", "qinghe-day-centre"): "projects/qinghe-day-centre/",
    ("indicator-definition", "forest"): "indicators/forest/",
    ("topic", "tea"): "topics/tea/",
    ("place", "baishi"): "places/baishi/",
    ("audience", "elderly"): "audiences/elderly/",
    ("term", "day-care"): "glossary/#day-care",
    ("indicator-row", "qinghe-145-i01"): "indicators/forest/#qinghe-145-i01",
    ("target", "qinghe-145-001-t01"): "tasks/qinghe-145-001/#t01",
    ("target", "qinghe-145-c01-t01"): "plans/qinghe-145/c01/#qinghe-145-c01-t01",
}


@pytest.mark.parametrize(("key", "wanted"), WANTED.items(), ids=lambda value: "-".join(value) if isinstance(value, tuple) else "")
def test_address(tiny_graph: Graph, key: tuple[str, str], wanted: str) -> None:
    kind, identifier = key
    assert address(tiny_graph, tiny_graph.dataset.records[kind][identifier]) == wanted


def every(graph: Graph) -> list[Record]:
    return [record for shelf in graph.dataset.records.values() for record in shelf.values()]


def test_every_address_is_relative_and_plain(tiny_graph: Graph) -> None:
    for record in every(tiny_graph):
        assert re.fullmatch(r"(?:[a-z0-9-]+/)+(?:#[a-z0-9-]+)?", address(tiny_graph, record)), record.id


def test_every_address_is_a_page_and_its_anchor_stands_there(tiny_graph: Graph, pages: dict[str, Page]) -> None:
    lost = []
    for record in every(tiny_graph):
        path, _, anchor = address(tiny_graph, record).partition("#")
        if path not in pages or (anchor and anchor not in anchors(pages[path])):
            lost.append(f"{record.KIND} {record.id} → {address(tiny_graph, record)}")
    assert lost == []


def test_no_two_records_share_an_address(tiny_graph: Graph) -> None:
    records = [record for record in every(tiny_graph) if record.KIND not in {"region", "redirect"}]
    assert len({address(tiny_graph, record) for record in records}) == len(records)


@pytest.mark.parametrize(
    ("kind", "identifier", "wanted"),
    [
        ("task", "qinghe-145-001", "tasks/qinghe-145-001/index.json"),
        ("indicator-row", "qinghe-145-i01", "indicator-rows/qinghe-145-i01/index.json"),
        ("indicator-definition", "forest", "indicators/forest/index.json"),
        ("division", "qinghe-145-c01-s01", "divisions/qinghe-145-c01-s01/index.json"),
    ],
)
def test_record_json(tiny_graph: Graph, kind: str, identifier: str, wanted: str) -> None:
    assert record_json(tiny_graph.dataset.records[kind][identifier]) == wanted


def test_links_bear_the_record_s_own_name(tiny_graph: Graph) -> None:
    assert link_to(tiny_graph, tiny_graph.tasks["qinghe-145-001"]).text == "建日间照料中心"
    assert link_to(tiny_graph, tiny_graph.units["qinghe-towns"]).text == "各乡镇"
    assert link_to(tiny_graph, tiny_graph.terms["one-belt"]).text == "一带"
    assert link_to(tiny_graph, tiny_graph.units["qinghe-towns"], "乡镇").text == "乡镇"
