"""The glossary: every term with its explanation, in the order of its pinyin, grouped by first letter."""

from __future__ import annotations

from generator.graph import Graph
from generator.language import joined, tr, trn
from generator.model import Term
from generator.pages.addresses import link_to
from generator.pages.blocks import (
    Block,
    Entries,
    Entry,
    Heading,
    Jumps,
    Lead,
)
from generator.pages.inline import (
    Inline,
    Inlines,
    Link,
    Tag,
    listing,
    sentence,
)
from generator.pages.page import Page
from generator.pages.words import TERM_BASES
from generator.text.initials import OTHER, group_order, initial, spelling

ADDRESS = "glossary/"


def _scope(graph: Graph, term: Term) -> str:
    names = [
        str(getattr(r, "short_title", "") or getattr(r, "title", ""))
        for s in term.scope
        for r in graph.find(("plan", "division", "task"), s)
    ]
    return tr("只用于：{names}。", names=joined(names)) if names else ""


def _more(graph: Graph, term: Term) -> Inlines:
    """What the explanation rests on, other ways of writing, topics."""
    line: list[Inline] = [Tag(tr(TERM_BASES[term.basis]))]
    if term.aliases:
        line += (" ", tr("也写作：{names}。", names=joined(term.aliases)))
    topics = [link_to(graph, graph.topics[t]) for t in term.topics if t in graph.topics]
    return (*line, " ", *sentence("主题：{topics}", topics=listing(topics))) if topics else tuple(line)


def _entry(graph: Graph, term: Term) -> Entry:
    return Entry(term.id, term.term, joined((term.explanation, _scope(graph, term)), "sentences"), _more(graph, term))


def _anchor(group: str) -> str:
    return f"letter-{'other' if group == OTHER else group.lower()}"


def _shown(group: str) -> str:
    """A letter says itself; the group of all others is a word."""
    return tr("其他") if group == OTHER else group


def page(graph: Graph) -> Page:
    """Build the glossary. It stays one page: every term's address is an anchor on it, and readers search within it."""
    groups: dict[str, list[Term]] = {}
    for term in sorted(graph.terms.values(), key=lambda t: (spelling(t.term), t.id)):
        groups.setdefault(initial(term.term), []).append(term)
    letters = sorted(groups, key=group_order)
    general = TERM_BASES["general"]
    lead = trn(
        "文件里的{n}个行话，用平常话解释。按拼音排，点字母跳过去；主题的页面列出和那个主题有关的名词。"
        "标着“{tag}”的不是文件里的原话，是编者按常识写的。",
        len(graph.terms),
        tag=tr(general),
    )
    blocks: list[Block] = [
        Lead(lead),
        Jumps(tr("按拼音首字母"), tuple(Link(_shown(letter), f"{ADDRESS}#{_anchor(letter)}") for letter in letters)),
    ]
    for letter in letters:
        entries = tuple(_entry(graph, term) for term in groups[letter])
        blocks += [Heading(_shown(letter), _anchor(letter)), Entries(entries)]
    return Page(ADDRESS, tr("名词解释"), (), (Link(tr("首页"), ""),), tuple(blocks), tr("规划文件里的行话，用平常话解释。"))
