"""The first mention of a registered term on each page becomes a mark that leads to its explanation.

Pages in, pages out: only plain text of our own prose is read (leads, paragraphs, facts, lists, cells, notices). Names stay
whole: links, headings, rows that are one target, figures, tags, printed words and titles in 《》 are passed over, and so is a
term inside the name of a unit, place, project, region or plan.

How a mark works, and why so. It is a plain link to an item of the list “这些词是什么意思” at the page's end, which holds the
only copy of the explanation and leads back. That needs no script and no popover, is printed, and is read by every screen
reader; the address alone lifts the item to the lower edge of the screen (``:target``). Where the browser knows popovers a
small script (``site_src/scripts/30-terms.js``) shows the same item beside the word. The other way round, a ``<button
popovertarget>``, would be dead in the old browsers of old phones, and buttons cannot break across lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.graph import Graph
from generator.language import tr
from generator.model import Term
from generator.pages.addresses import link_to
from generator.pages.blocks import (
    Block,
    Bullets,
    Explanation,
    Explanations,
    Fact,
    Facts,
    Heading,
    Lead,
    Notice,
    Prose,
    Table,
)
from generator.pages.inline import Explained, Inline, Inlines
from generator.pages.page import Page
from generator.pages.words import TERM_BASES
from generator.text.longest import longest

MOST = 12
"""Explanations on one page: what comes first in reading is explained, the rest is in the glossary."""
NOT_MARKED = {"glossary/", "data/dictionary/"}
"""Pages that explain words themselves."""
TITLES = re.compile("《[^《》]*》")
Place = tuple[str, ...]
Take = Callable[[str], int]
"""Word → number of its explanation on the page, or 0 where the word stays as it is."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word that is explained somewhere, and the pattern that finds the longest at each place."""

    pattern: re.Pattern[str]
    owners: dict[str, tuple[Term, ...]]
    lines: dict[str, Place]
    """Ids from a scope up to its plan, by the scope's id."""


def scopes_of(graph: Graph, kind: str, identifier: str) -> Place:
    """Return the ids from a record up to its plan: the scopes that hold there. Nothing for what no single plan owns.

    Args:
        graph: The linked data.
        kind: ``plan``, ``division``, ``task`` or ``project``; other kinds belong to no plan.
        identifier: The record's id.
    """
    if kind not in {"plan", "division", "task", "project"}:
        return ()
    record = next(iter(graph.find((kind,), identifier)), None)
    plan = getattr(record, "plan", "")
    division = graph.divisions.get(identifier if kind == "division" else getattr(record, "division", None) or "")
    above = tuple(d.id for d in reversed(graph.line_of(division))) if division else ()
    return tuple(dict.fromkeys(i for i in (identifier, *above, plan) if i))


def _names(graph: Graph) -> Iterator[str]:
    """Names that must stay whole, and titles of tasks where they are quoted."""
    for shelf in (graph.units, graph.places, graph.projects, graph.regions, graph.plans):
        for record in shelf.values():
            yield from (getattr(record, "name", ""), getattr(record, "short_title", ""), *getattr(record, "aliases", ()))
    for task in graph.tasks.values():
        yield f"“{task.title}”"


def vocabulary(graph: Graph) -> Vocabulary:
    """Collect the words of all terms, and with them the longer words and names in which they mean nothing, as one pattern."""
    owners: dict[str, list[Term]] = {}
    for term in graph.terms.values():
        for word in dict.fromkeys((term.term, *term.aliases)):
            owners.setdefault(word, []).append(term)
    said = longest(owners)
    names = {name for name in _names(graph) if name not in owners and said.search(name)}
    others = {word for term in graph.terms.values() for word in term.unless}
    scopes = {scope for terms in owners.values() for term in terms for scope in term.scope}
    kinds = ("plan", "division", "task")
    lines = {scope: next((scopes_of(graph, kind, scope) for kind in kinds if graph.find((kind,), scope)), (scope,)) for scope in scopes}
    return Vocabulary(longest({*owners, *names, *others}), {word: tuple(terms) for word, terms in owners.items()}, lines)


def meant(words: Vocabulary, word: str, place: Place) -> Term | None:
    """Return the term that a word means at a place, or nothing where that is not certain.

    A term whose scope holds the place comes before one that holds everywhere. Where a scope lies within the page, or the
    page belongs to no plan, the word may mean that term or another: it is not explained at all.
    """
    owners = words.owners.get(word, ())
    holding = [term for term in owners if any(scope in place for scope in term.scope)]
    if holding:
        return holding[0] if len(holding) == 1 else None
    inside = any(not place or place[0] in words.lines[scope] for term in owners for scope in term.scope)
    everywhere = [term for term in owners if not term.scope]
    return everywhere[0] if len(everywhere) == 1 and not inside else None


def _marked(text: str, words: Vocabulary, take: Take) -> Inlines:
    """Cut a text at the words that are taken; nothing is taken in a title. Nothing comes back where nothing is."""
    out: list[Inline] = []
    done = 0
    titles = [title.span() for title in TITLES.finditer(text)] if "《" in text else []
    for match in words.pattern.finditer(text):
        at = match.start()
        number = 0 if any(start < at < end for start, end in titles) else take(match[0])
        if number:
            out += [text[done:at], Explained(match[0], number)]
            done = match.end()
    return tuple(part for part in (*out, text[done:]) if part) if out else ()


def _line(parts: Inlines, words: Vocabulary, take: Take) -> Inlines:
    """The same line with what is marked in its plain text; the very same where nothing is."""
    out: list[Inline] = []
    for part in parts:
        out += (isinstance(part, str) and _marked(part, words, take)) or (part,)
    return tuple(out) if len(out) > len(parts) or any(isinstance(part, Explained) for part in out) else parts


def _lines(many: tuple[Inlines, ...], words: Vocabulary, take: Take) -> tuple[Inlines, ...]:
    return tuple([_line(line, words, take) for line in many])


def _block(block: Block, words: Vocabulary, take: Take) -> Block:
    """The same block with its first mentions marked; blocks that are links, names or printed words stay."""
    match block:
        case Lead(text) | Notice(text):
            marked = _marked(text, words, take) if isinstance(text, str) else ()
            return replace(block, text=marked) if marked else block
        case Prose(inlines):
            return Prose(_line(inlines, words, take))
        case Facts(facts):
            return Facts(tuple([Fact(fact.label, _lines(fact.lines, words, take)) for fact in facts]))
        case Bullets(items):
            return replace(block, items=_lines(items, words, take))
        case Table(rows=rows):
            return replace(block, rows=tuple([_lines(row, words, take) for row in rows]))
        case _:
            return block


def _explanations(graph: Graph, terms: Iterable[Term], marked: int) -> Explanations:
    """The list that the marks lead to. What only the page's title says stands behind, and no mark leads there."""
    return Explanations(
        tuple(
            Explanation(link_to(graph, term, tr("名词表")), term.term, term.explanation, tr(TERM_BASES[term.basis]), number <= marked)
            for number, term in enumerate(terms, 1)
        )
    )


def explained_page(graph: Graph, page: Page, words: Vocabulary) -> Page:
    """Return the page with the first mention of each term marked and the explanations at its end."""
    place = scopes_of(graph, *page.record) if page.record else ()
    found: dict[str, Term] = {}

    def take(word: str) -> int:
        term = meant(words, word, place)
        if term is None or term.id in found or len(found) >= MOST:
            return 0
        found[term.id] = term
        return len(found)

    blocks = [_block(block, words, take) for block in page.blocks]
    marked = len(found)
    _marked(page.title, words, take)
    if not found:
        return page
    anchors = {block.anchor for block in blocks if isinstance(block, Heading)}
    heading = Heading(tr("这些词是什么意思"), "words" if "terms" in anchors else "terms")
    return replace(page, blocks=(*blocks, heading, _explanations(graph, found.values(), marked)))


def explained(graph: Graph, pages: Iterable[Page]) -> list[Page]:
    """Mark the first mention of each term on every page.

    Args:
        graph: The linked data, with the terms.
        pages: Pages as values.

    Returns:
        The pages in their order; the text of their blocks is the same, and a list of explanations follows it.
    """
    words = vocabulary(graph)
    return [page if not words.owners or page.address in NOT_MARKED else explained_page(graph, page, words) for page in pages]
