"""Which cards there are, and which of them a page shows."""

from __future__ import annotations

from generator.cards.card import Card
from generator.cards.draw import drawable
from generator.graph import Graph
from generator.model import Plan
from generator.pages.page import Page

FOLDER = "assets/cards/"
SITE = "site"


def _plan(graph: Graph, plan: Plan) -> Card:
    count = sum(task.plan == plan.id for task in graph.tasks.values())
    regions = "、".join(graph.regions[i].name for i in plan.regions if i in graph.regions)
    return Card("政府文件", plan.short_title, " · ".join(filter(None, (regions, f"{count}条任务" if count else ""))))


def _subject(graph: Graph, kind: str, word: str, identifier: str, name: str) -> Card:
    count = len(graph.back.tasks_by.get((kind, identifier), ()))
    return Card(word, name, f"规划里有{count}条任务" if count else "")


def cards(graph: Graph) -> dict[str, Card]:
    """Return every card by its name: one of the site, one a plan, topic and audience. What the font cannot write has none."""
    found = {SITE: Card("", "政府规划讲成大白话", "要做什么、谁负责、到什么时候")}
    found |= {f"plans-{plan.id}": _plan(graph, plan) for plan in graph.plans.values()}
    found |= {f"topics-{t.id}": _subject(graph, "topic", "主题", t.id, t.name) for t in graph.topics.values()}
    found |= {f"audiences-{a.id}": _subject(graph, "audience", "人群", a.id, a.name) for a in graph.audiences.values()}
    return {name: card for name, card in sorted(found.items()) if drawable(card.kind + card.title + card.line)}


def _named(graph: Graph, page: Page) -> str:
    """Name the card that fits a page best: its own, or its plan's."""
    kind, identifier = page.record or ("", "")
    if kind in {"topic", "audience", "plan"}:
        return f"{kind}s-{identifier}"
    record = graph.tasks.get(identifier) or graph.projects.get(identifier) or graph.divisions.get(identifier)
    return f"plans-{record.plan}" if record is not None else SITE


def card_of(graph: Graph, page: Page, there: dict[str, Card]) -> str:
    """Return the address of the card that a page shows when its link is shared; the site's, where it has none of its own."""
    name = _named(graph, page)
    return f"{FOLDER}{name if name in there else SITE}.png"
