"""What the hand-written page about the site cannot know: when the data was last compared with the documents."""

from __future__ import annotations

from generator.graph import Graph
from generator.language import tr
from generator.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Prose,
)
from generator.pages.coverage import verdict
from generator.pages.inline import Inlines
from generator.pages.lists import ordered_plans

ADDRESS = "about/"


def verified(graph: Graph) -> tuple[Block, ...]:
    """Return a section that says for every plan when it was last verified, and with what result."""
    lines: list[Inlines] = [(tr("{name}：", name=plan.short_title), *verdict(graph, plan)) for plan in ordered_plans(graph)]
    return (Heading(tr("数据最近什么时候核对过"), "verified"), Bullets(tuple(lines)) if lines else Prose((tr("还没有收录文件。"),)))
