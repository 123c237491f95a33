from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.blocks import Block, Document
from generator.documents.structure.read import read_text

SAMPLES = Path(__file__).parent.parent / "samples" / "structure"
SOURCES = Path(__file__).parents[4] / "shared" / "sources"
PIECES = [
    "第一章 总则",
    "第%1节 目标",
    "第3节发展",
    "一、工作",
    "（二）任务",
    "1.建厂。正文。",
    "(1)甲",
    "①乙",
    "牵头单位：县工信局",
    "专栏3：工程 甲：乙。",
    "甲 | 乙 | 丙 |",
    "目 录",
    "名词解释",
    "附件1",
    "2023年6月28日",
    "某县人民政府",
    "各乡镇人民政府：",
    "索引号：1 文号：2",
    "正文，",
    "\u3000\u3000正文。",
    "",
    " ",
    "\f",
]


def row(block: Block) -> str:
    number = "" if block.number is None else f"#{block.number}"
    head = " ".join(part for part in (block.kind, block.level or "", block.label, number, "inferred" if block.inferred else "") if part)
    return f"{block.line} {head} | {block.title or block.words[:12]}"


def covers(document: Document) -> bool:
    position = 0
    for block in document.blocks:
        if block.start != position or document.text[block.start : block.end] != block.text:
            return False
        position = block.end
    return position == len(document.text)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_sample(path: Path) -> None:
    expected = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))
    document = read_text(path.read_text(encoding="utf-8"), path.name)
    assert [row(block) for block in document.blocks] == expected["blocks"]
    stated = {name: getattr(document.metadata, name) for name in type(document.metadata).__slots__}
    assert {name: value for name, value in stated.items() if value} == expected["metadata"]
    assert covers(document)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=30))
def test_blocks_joined_are_the_text(lines: list[str]) -> None:
    document = read_text("\n".join(lines), "x")
    assert covers(document)
    assert all(block.text == "" for block in document.blocks if block.inferred)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert covers(read_text(text, "x"))


@pytest.mark.parametrize("word", ["第", "一", "专栏", "（", "责任", "1.", "a |", "索 引 号", "…", "第一节 ", "目录"])
def test_linear_on_hostile_text(word: str) -> None:
    for text in (word * (80_000 // len(word)), "\n".join([word * (80 // len(word))] * 1000)):
        started = time.perf_counter()
        assert covers(read_text(text, "x"))
        assert time.perf_counter() - started < 3


def test_style_levels_make_headings_and_tables_make_rows() -> None:
    document = read_text("某县规划\n背景\n正文在此。\n甲 乙\n", "x", style_levels={2: 2}, tables=((4, 4),))
    assert [block.kind for block in document.blocks] == ["title", "heading", "paragraph", "table"]
    assert document.blocks[1].level == "chapter"


def source(number: str) -> Document:
    paths = list(SOURCES.glob(f"{number}_*.txt"))
    if not paths:
        pytest.skip("../shared/sources is not here")
    return read_text(paths[0].read_text(encoding="utf-8"), paths[0].name)


def headings(document: Document) -> Counter[str]:
    return Counter(b.label[-1:] for b in document.blocks if b.kind == "heading" and not b.inferred)


def test_source_000() -> None:
    document = source("000")
    assert headings(document) == {"、": 12, ")": 41}
    assert [b.number for b in document.blocks if b.kind == "item"] == list(range(1, 120))
    roles = Counter(b.words.split(":")[0] for b in document.blocks if b.kind == "responsibility")
    assert roles == {"数据提供单位": 20, "牵头单位": 99, "参加单位": 99}
    assert document.metadata.dated == "2023-06-28"
    assert document.metadata.published == ""


def test_source_001() -> None:
    document = source("001")
    assert headings(document) == {"篇": 6, "章": 23, "节": 71}
    assert sum(b.kind == "box" for b in document.blocks) == 21
    assert {b.line: b.number for b in document.blocks if b.label in ("第%1节", "第%1章", "第%1篇", "第1节")} == {
        24: 3,
        120: 5,
        256: 4,
        273: 1,
    }
    assert [b.number for b in document.blocks if b.level == "chapter"] == list(range(1, 24))


def test_source_002() -> None:
    document = source("002")
    assert [b.number for b in document.blocks if b.level == "section"] == [*range(1, 8), *range(1, 9)]
    assert headings(document)["、"] == 3


def test_source_003() -> None:
    document = source("003")
    assert headings(document) == {"章": 11, "节": 50, "": 1}
    assert sum(b.kind == "explanation" for b in document.blocks) == 28
    glued = [b for b in document.blocks if b.kind == "heading" and b.line == 289]
    assert [(b.number, b.level) for b in glued] == [(3, "section")]
    starts = {b.line for b in document.blocks}
    assert {79, 81, 83, 85} <= starts
    assert not {313, 319} & starts


def test_source_004() -> None:
    document = source("004")
    assert [b.number for b in document.blocks if b.kind == "box"] == list(range(1, 14))
    lost = [(b.line, b.number) for b in document.blocks if b.inferred and b.level == "chapter"]
    assert lost[:4] == [(11, 1), (36, 2), (83, 3), (91, 4)]
    assert all(not b.title for b in document.blocks if b.inferred)
