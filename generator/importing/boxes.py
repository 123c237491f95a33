"""Boxes (专栏): their groups, their projects, the indicators in them."""

from __future__ import annotations

import re
from typing import Final, Literal

from generator.documents import Block, find_projects
from generator.importing.desk import Desk
from generator.importing.facts import SURE_PROJECT, projects_of
from generator.importing.rows import enter_table
from generator.importing.text import TO_WRITE, one_line
from generator.importing.yaml_out import Guess, Tree

BoxKind = Literal["indicators", "projects", "measures", "routes"]
MOST_BOXES: Final = 99
_ROUTES: Final = re.compile(r"线路|路线|游线|航线")
_PROJECTS: Final = re.compile(r"项目|工程")


def _kind(block: Block, projects: int) -> tuple[BoxKind, str]:
    if _ROUTES.search(block.title):
        return "routes", ""
    if _PROJECTS.search(block.title):
        return "projects", ""
    if projects >= 2:
        return "projects", "标题没有写“项目”，按内容推测"
    return "measures", "按内容推测"


def _groups(block: Block, kind: str) -> list[Tree]:
    """Heads with their items; a box that is no list keeps no text, which would only repeat the document."""
    if kind != "projects":
        return []
    groups: dict[str, list[str]] = {}
    for finding in find_projects(block.text, True):
        name = one_line(finding.name)
        if finding.confidence >= SURE_PROJECT and len(name) >= 3:
            groups.setdefault(one_line(finding.head), []).append(name)
    return [({"head": head} if head else {}) | {"items": list(dict.fromkeys(items))} for head, items in groups.items()]


def enter_box(desk: Desk, block: Block, division: str, number_holds: bool) -> None:
    """Enter a box, its projects or its indicators."""
    running = len(desk.boxes) + 1
    number = block.number if number_holds and block.number else running
    if running > MOST_BOXES or number > MOST_BOXES:
        desk.leave(block, f"专栏超过 {MOST_BOXES} 个，没有收")
        return
    identifier = f"{desk.plan}-b{number:02d}"
    indicators = enter_table(desk, block, division)
    source = desk.locator.source(block.start, block.words)
    found = [f for f in find_projects(block.text, True) if f.confidence >= SURE_PROJECT] if not indicators else []
    kind, why = ("indicators", "") if indicators else _kind(block, len(found))
    tree: Tree = {"id": identifier, "division": division, "title": one_line(block.title) or TO_WRITE}
    tree["kind"] = Guess(kind, why) if why else kind
    tree |= {"number": block.number} if block.number else {}
    tree["source"] = source
    if kind == "projects":
        projects_of(desk, block.text, division, source, block.line, identifier)
    tree |= {"groups": groups} if (groups := _groups(block, kind)) else {}
    if block.confidence < 1:
        desk.doubt(block.line, block.words, block.why)
    desk.boxes.append(tree)
