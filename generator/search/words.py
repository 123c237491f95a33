"""The words that people type, with the page that answers each: suggestions, synonyms, pinyin, other ways of writing.

The file is small and loaded when a visitor turns to search. The index itself is loaded by the piece.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from generator.graph import Graph
from generator.search.records import SearchRecord, search_records
from generator.search.segment import plain

KINDS = ("主题", "单位", "地方", "指标", "名词", "人群", "规划")
"""Kinds whose names are worth suggesting; tasks, chapters and projects are found in the index."""
LONGEST = 24
"""Characters of a name that somebody may type."""
HAN = ("\u4e00", "\u9fff")


@cache
def _simplified() -> dict[str, str]:
    """Map every traditional character to its simplified way of writing (OpenCC ``t2s``)."""
    characters = "".join(map(chr, range(0x4E00, 0xA000)))
    return {one: other for one, other in zip(characters, OpenCC("t2s").convert(characters), strict=True) if one != other}


def _traditional(characters: frozenset[str]) -> dict[str, str]:
    """Map traditional characters to those of the data. What the data writes itself (著名) is left as it is."""
    return {one: other for one, other in _simplified().items() if other in characters and one not in characters}


def things_of(records: Iterable[SearchRecord]) -> list[tuple[str, ...]]:
    """Return (kind, address, own name, other names in the editors' order …) of everything that is worth suggesting.

    The own name is empty where it is too long to be typed; no name stands twice.
    """
    return sorted((record.kind, record.url, *_names(record)) for record in records if record.kind in KINDS)


def _names(record: SearchRecord) -> tuple[str, ...]:
    own, *others = (name if len(name) <= LONGEST else "" for name in (record.title, *record.names))
    return (own, *{plain(name): name for name in others if name and plain(name) != plain(own)}.values())


def words_file(graph: Graph, foreign: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """Return ``search/words.json``.

    ``things``: kind, address, names (:func:`things_of`). ``pinyin``: character → syllable. ``simple``: traditional character → simplified.
    In another language also what :func:`generator.search.foreign.foreign_words` returns.
    """
    records = search_records(graph)
    texts = (text for record in records for text in (record.title, *record.names, record.summary, *record.body))
    said = frozenset(c for text in texts for c in text if HAN[0] <= c <= HAN[1])
    pinyin = {c: lazy_pinyin(c, style=Style.NORMAL)[0] for c in sorted(said)}
    whole = {"things": things_of(records), "pinyin": pinyin, "simple": _traditional(said)}
    named = {name: dict(sorted(said.items())) for name, said in (foreign or {}).items() if said}
    return json.dumps(whole | named, ensure_ascii=False, separators=(",", ":")) + "\n"
