"""First mentions of terms: which are marked, which never are, and that nothing else of a page changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.graph import Graph
from generator.model import Term
from generator.pages.blocks import (
    Block,
    Bullets,
    Explanations,
    Fact,
    Facts,
    Heading,
    Lead,
    Notice,
    Original,
    Prose,
    Row,
    Rows,
    Table,
)
from generator.pages.explain import MOST, Vocabulary, explained, explained_page, meant, scopes_of, vocabulary
from generator.pages.inline import (
    Explained,
    Inline,
    Inlines,
    Link,
    Missing,
    Quoted,
    Tag,
    Unbroken,
)
from generator.pages.page import Page
from tests.pages.reading import parts

TASK = ("task", "qinghe-145-001")


def term(identifier: str, word: str, *aliases: str, scope: tuple[str, ...] = (), unless: tuple[str, ...] = ()) -> Term:
    return Term(id=identifier, term=word, explanation=f"{word}的意思。", basis="general", aliases=aliases, scope=scope, unless=unless)


def with_terms(graph: Graph, *terms: Term) -> Graph:
    """The tiny graph with other terms."""
    records = {**graph.dataset.records, "term": {one.id: one for one in terms}}
    return replace(graph, dataset=replace(graph.dataset, records=MappingProxyType(records)))


def page_of(*blocks: Block, title: str = "页", record: tuple[str, str] | None = TASK) -> Page:
    return Page("tasks/x/", title, (), (), blocks, record=record)


def marks(page: Page) -> list[str]:
    return [part.text for part in parts(page.blocks) if isinstance(part, Explained)]


def listed(page: Page) -> list[str]:
    return [item.term for block in page.blocks if isinstance(block, Explanations) for item in block.items]


def marked(graph: Graph, text: str, record: tuple[str, str] | None = TASK) -> list[str]:
    return marks(explained(graph, [page_of(Prose((text,)), record=record)])[0])


def shown(value: object) -> str:
    """What a reader sees of blocks, apart from the list of explanations."""
    return "".join(_texts(value))


def _texts(value: object) -> Iterator[str]:
    for part in parts(value):
        if isinstance(part, str):
            yield part


@pytest.fixture(scope="module")
def few(tiny_graph: Graph) -> Graph:
    return with_terms(
        tiny_graph,
        term("three", "三保"),
        term("two-three", "两不愁三保障"),
        term("aqi", "AQI", "空气质量指数"),
        term("a5", "5A级景区", "5A"),
        term("throw", "布鲁", unless=("布鲁氏菌",)),
    )


@pytest.fixture(scope="module")
def few_words(few: Graph) -> Vocabulary:
    return vocabulary(few)


def test_only_the_first_mention_is_marked(few: Graph) -> None:
    page = explained(few, [page_of(Lead("顾三保。"), Prose(("再顾三保，也查AQI。",)), Bullets((("空气质量指数",),)))])[0]
    assert marks(page) == ["三保", "AQI"]
    assert page.blocks[0] == Lead(("顾", Explained("三保", 1), "。"))
    assert page.blocks[2] == Bullets((("空气质量指数",),)), "another word for what was explained"
    assert listed(page) == ["三保", "AQI"]


def test_each_page_begins_anew(few: Graph) -> None:
    assert [marks(page) for page in explained(few, [page_of(Lead("三保")), page_of(Lead("三保"))])] == [["三保"], ["三保"]]


def test_the_longest_word_wins(few: Graph) -> None:
    assert marked(few, "两不愁三保障有了") == ["两不愁三保障"]
    assert marked(few, "5A级景区") == ["5A级景区"]


def test_words_of_letters_and_figures_end_where_letters_and_figures_end(few: Graph) -> None:
    for text in ("CAQI", "AQIs", "15A级景区", "5AB"):
        assert marked(few, text) == [], text
    for text in ("看AQI，", "AQI2", "从5A到", "创5A"):
        assert len(marked(few, text)) == 1, text


def test_a_longer_word_that_means_something_else_is_left_alone(few: Graph) -> None:
    assert marked(few, "防布鲁氏菌，玩布鲁") == ["布鲁"]
    page = explained(few, [page_of(Prose(("防布鲁氏菌，玩布鲁",)))])[0]
    assert page.blocks[0] == Prose(("防布鲁氏菌，玩", Explained("布鲁", 1)))


def test_names_stay_whole(tiny_graph: Graph) -> None:
    unit = tiny_graph.units["qinghe-minzheng"].name
    place = tiny_graph.places["baishi"].name
    graph = with_terms(tiny_graph, term("part-of-unit", unit[1:]), term("part-of-place", place[:-1]))
    assert marked(graph, f"由{unit}在{place}做") == []
    assert marked(graph, f"由{unit[1:]}做") == [unit[1:]]


def test_titles_stay_whole(few: Graph, tiny_graph: Graph) -> None:
    assert marked(few, "照《三保条例》做") == []
    assert marked(few, "照《条例》三保") == ["三保"]
    task = tiny_graph.tasks["qinghe-145-001"]
    graph = with_terms(tiny_graph, term("title", task.title[:3]))
    assert marked(graph, f"写在“{task.title}”这一条里") == []


def test_only_plain_text_of_our_own_is_read(few: Graph) -> None:
    word = "三保"
    kept: tuple[Inline, ...] = (Link(word, "x/"), Unbroken(word), Missing(word), Tag(word), Quoted(word))
    blocks: tuple[Block, ...] = (
        Heading(word, "h"),
        Rows((Row(Link(word, "x/"), word, ((word,),)),)),
        Original((word,)),
        Table(word, (word,), ((kept,),)),
        Prose(kept),
    )
    page = page_of(*blocks)
    assert explained(few, [page]) == [page]


@pytest.mark.parametrize(
    "block",
    [
        Lead("三保"),
        Notice("三保"),
        Prose(("三保",)),
        Bullets((("三保",),)),
        Facts((Fact("三保", (("三保",),)),)),
        Table("三保", ("三保",), ((("三保",),),)),
    ],
)
def test_every_block_of_prose_is_read(few: Graph, block: Block) -> None:
    assert marks(explained(few, [page_of(block)])[0]) == ["三保"]


def test_what_only_the_title_says_is_explained_without_a_mark(few: Graph) -> None:
    page = explained(few, [page_of(Lead("查AQI。"), title="保住三保")])[0]
    explanations = next(block for block in page.blocks if isinstance(block, Explanations))
    assert [(item.term, item.marked) for item in explanations.items] == [("AQI", True), ("三保", False)]


def test_no_page_explains_more_than_the_bar(tiny_graph: Graph) -> None:
    words = [f"词{letter}" for letter in "甲乙丙丁戊己庚辛壬癸子丑寅卯"]
    graph = with_terms(tiny_graph, *(term(f"w{n}", word) for n, word in enumerate(words)))
    page = explained(graph, [page_of(Lead("、".join(words)))])[0]
    assert marks(page) == words[:MOST]
    assert len(listed(page)) == MOST


def test_the_glossary_itself_is_not_marked(few: Graph) -> None:
    page = replace(page_of(Lead("三保")), address="glossary/")
    assert explained(few, [page]) == [page]


def test_the_list_takes_another_anchor_where_its_own_is_taken(few: Graph) -> None:
    page = explained(few, [page_of(Lead("三保"), Heading("有关的名词", "terms"))])[0]
    assert [block.anchor for block in page.blocks if isinstance(block, Heading)] == ["terms", "words"]


HERE, THERE = "qinghe-145", "linhe-2024"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (("plan", HERE), "here"),
        (("task", "qinghe-145-001"), "here"),
        (("division", "qinghe-145-c01"), "here"),
        (("project", "qinghe-day-centre"), "here"),
        (("plan", THERE), "there"),
        (("unit", "qinghe-minzheng"), None),
        (None, None),
    ],
)
def test_homonyms_are_told_apart_by_their_scope(tiny_graph: Graph, record: tuple[str, str] | None, expected: str | None) -> None:
    graph = with_terms(tiny_graph, term("here", "一带", scope=(HERE,)), term("there", "一带", scope=(THERE,)))
    page = explained(graph, [page_of(Lead("一带"), record=record)])[0]
    addresses = [part.address for part in parts(page.blocks) if isinstance(part, Link)]
    assert addresses == ([f"glossary/#{expected}"] if expected else [])


def test_a_scope_comes_before_what_holds_everywhere(tiny_graph: Graph) -> None:
    graph = with_terms(tiny_graph, term("general", "一带"), term("here", "一带", scope=("qinghe-145-001",)))
    words = vocabulary(graph)

    def at(kind: str, identifier: str) -> str | None:
        found = meant(words, "一带", scopes_of(graph, kind, identifier))
        return found.id if found else None

    assert at("task", "qinghe-145-001") == "here"
    assert at("task", "qinghe-145-002") == "general"
    assert at("plan", THERE) == "general"
    assert at("plan", HERE) is None, "the plan's page speaks of the task too: nobody knows which is meant"
    assert at("unit", "qinghe-minzheng") is None


def test_where_two_scopes_hold_nothing_is_marked(tiny_graph: Graph) -> None:
    graph = with_terms(tiny_graph, term("a", "一带", scope=(HERE,)), term("b", "一带", scope=("qinghe-145-001",)))
    assert marked(graph, "一带") == []


def test_a_word_of_another_scope_hides_the_shorter_one_inside_it(tiny_graph: Graph) -> None:
    graph = with_terms(tiny_graph, term("short", "一带"), term("long", "一带一廊", scope=(THERE,)))
    assert marked(graph, "建一带一廊") == []


def test_without_terms_pages_stay(tiny_graph: Graph) -> None:
    page = page_of(Lead("三保"))
    assert explained(with_terms(tiny_graph), [page]) == [page]


PIECES = st.sampled_from(["三保", "两不愁三保障", "AQI", "5A级景区", "布鲁", "布鲁氏菌", "《", "》", " ", "，", "a", "7", "<b>", "*", "旗"])
TEXTS = st.lists(PIECES, max_size=12).map("".join)
INLINES: st.SearchStrategy[Inlines] = st.lists(
    st.one_of(TEXTS, TEXTS.map(lambda text: Link(text, "x/")), TEXTS.map(Unbroken), TEXTS.map(Quoted)), max_size=4
).map(tuple)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    TEXTS.map(Lead),
    TEXTS.map(Notice),
    INLINES.map(Prose),
    st.lists(INLINES, max_size=3).map(lambda items: Bullets(tuple(items))),
    st.lists(INLINES, min_size=1, max_size=3).map(lambda row: Table("表", ("列",) * len(row), (tuple(row),))),
    TEXTS.map(lambda text: Heading(text, "h")),
)


@given(blocks=st.lists(BLOCKS, max_size=5))
def test_the_text_of_a_page_is_never_changed(few: Graph, few_words: Vocabulary, blocks: list[Block]) -> None:
    page = explained_page(few, page_of(*blocks), few_words)
    kept = page.blocks[: len(blocks)]
    assert shown(kept) == shown(tuple(blocks))
    found = marks(page)
    assert len(found) == len(listed(page))
    numbers = [part.number for part in parts(kept) if isinstance(part, Explained)]
    assert numbers == list(range(1, len(found) + 1)), "in reading order, each once"
    links = [part for part in parts(tuple(blocks)) if isinstance(part, Link)]
    assert [part for part in parts(kept) if isinstance(part, Link)] == links, "nothing inside a link"
