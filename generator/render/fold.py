"""Where the essentials of a page end: what stands behind is folded away in the mode for old people, and not read aloud."""

from __future__ import annotations

import re

from generator.pages.blocks import Heading
from generator.pages.page import Page

ESSENTIAL = {
    "home": r"topics|plans",
    "task": r"meaning",
    "plan": r"highlights|topics|chapters",
    "division": r"[cps]\d+",
    "unit": r"targets|about|topics|partners|leads",
    "project": r"tasks",
    "place": r"named",
    "topic": r"plan-.*",
    "audience": r"plan-.*",
    "indicator-definition": r"plans",
}
"""Kind of page → the anchors of its sections that answer what people come for. Pages of other kinds are lists; they stay whole."""


def fold(page: Page) -> int | None:
    """Return the index of the first block that is not essential; nothing where a page has no such block.

    Args:
        page: Any page.
    """
    essential = ESSENTIAL.get("home" if page.address == "" else page.record[0] if page.record else "")
    if essential is None:
        return None
    for index, block in enumerate(page.blocks):
        if isinstance(block, Heading) and block.level == 2 and not re.fullmatch(essential, block.anchor):
            return index
    return None
