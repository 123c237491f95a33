"""The glossary: every term with its explanation, by first syllable's place in the alphabet of its id."""

from __future__ import annotations

from generator.graph import Graph
from generator.model import Term
from generator.pages.addresses import link_to
from generator.pages.blocks import Block, Chips, Heading, Inline, Lead, Link, Page, Prose, Tag
from generator.pages.words import TERM_BASES


def _scope(graph: Graph, term: Term) -> str:
    names = [
        str(getattr(r, "short_title", "") or getattr(r, "title", ""))
        for s in term.scope
        for r in graph.find(("plan", "division", "task"), s)
    ]
    return f"只用于：{'、'.join(names)}。" if names else ""


def page(graph: Graph) -> Page:
    """Build the glossary; terms come in the order of their ids, which are pinyin or English."""
    terms = sorted(graph.terms.values(), key=lambda t: t.id)
    blocks: list[Block] = [Lead(f"文件里的{len(terms)}个行话，用平常话解释。标着“一般常识”的不是文件里的原话，是编者按常识写的。")]
    letters: dict[str, list[Term]] = {}
    for term in terms:
        letters.setdefault(term.id[0].upper(), []).append(term)
    blocks.append(Chips(tuple(Link(letter, f"glossary/#letter-{letter.lower()}") for letter in letters)))
    for letter, group in letters.items():
        blocks.append(Heading(letter, f"letter-{letter.lower()}"))
        for term in group:
            blocks.append(Heading(term.term, term.id, 3))
            line: list[Inline] = [f"{term.explanation}{_scope(graph, term)}", " ", Tag(TERM_BASES[term.basis])]
            if term.aliases:
                line.append(f" 也写作：{'、'.join(term.aliases)}。")
            topics = [link_to(graph, graph.topics[t]) for t in term.topics if t in graph.topics]
            if topics:
                line.append(" 主题：")
            for number, link in enumerate(topics):
                line += ["、", link] if number else [link]
            blocks.append(Prose(tuple(line)))
    return Page("glossary/", "名词解释", (), (Link("首页", ""),), tuple(blocks), "规划文件里的行话，用平常话解释。")
