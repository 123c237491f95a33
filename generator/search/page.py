"""The page of search, and what stands there without scripts: all subjects, and names by their first letter."""

from __future__ import annotations

from collections import defaultdict

from generator.graph import Graph
from generator.language import tr
from generator.model import IndicatorDefinition, Place, Unit
from generator.pages.addresses import link_to
from generator.pages.blocks import (
    Block,
    Chips,
    Find,
    Heading,
    Lead,
)
from generator.pages.inline import Link
from generator.pages.lists import topics_by_group
from generator.pages.page import Page
from generator.pages.words import SEARCH_EXAMPLES
from generator.text.initials import OTHER, group_order, initial, spelling

ADDRESS = "search/"
NEEDED = (
    "assets/elements.js",
    "assets/data.js",
    "assets/texts.js",
    *(f"assets/search/{name}.js" for name in ("combobox", "elements", "engine", "filters", "ranking", "results", "words")),
    *(f"search/pagefind/{name}" for name in ("pagefind.js", "wasm.unknown.pagefind")),
)
"""What a browser would find one behind the other: modules of modules, the engine. The words stand beside the page, in its language."""


def _by_topic(graph: Graph) -> list[Block]:
    blocks: list[Block] = []
    for anchor, group, topics in topics_by_group(graph):
        blocks += [Heading(tr(group), anchor, 3), Chips(tuple(link_to(graph, t) for t in topics))]
    return blocks


def _by_initial(graph: Graph) -> list[Block]:
    named: list[Unit | Place | IndicatorDefinition] = [*graph.units.values(), *graph.places.values(), *graph.definitions.values()]
    letters: dict[str, list[Link]] = defaultdict(list)
    for record in named:
        letters[initial(record.name)].append(link_to(graph, record))
    blocks: list[Block] = []
    for letter in sorted(letters, key=group_order):
        links = sorted(letters[letter], key=lambda link: (spelling(link.text), link.address))
        shown, anchor = (tr("其他"), "i-other") if letter == OTHER else (letter, f"i-{letter.lower()}")
        blocks += [Heading(shown, anchor, 3), Chips(tuple(links))]
    return blocks


def page(graph: Graph, examples: tuple[str, ...] = ()) -> Page:
    """Build the page of search."""
    lead = Lead(tr("打一个词、一句话、单位简称、地名、条号都行，拼音也可以。"))
    blocks: list[Block] = [lead, Find(examples or SEARCH_EXAMPLES, NEEDED)]
    blocks += [Heading(tr("按主题找"), "topics"), *_by_topic(graph)]
    blocks += [Heading(tr("按名称的首字母找单位、地方和指标"), "initials"), *_by_initial(graph)]
    description = tr("搜索规划里的任务、单位、项目、地方、指标和名词。")
    return Page(ADDRESS, tr("搜索"), (), (Link(tr("首页"), ""),), tuple(blocks), description)
