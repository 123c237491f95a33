"""Task records of passages and of table rows."""

from __future__ import annotations

from typing import Final

from generator.documents.responsibility.roles import table_roles
from generator.documents.structure.headings import opening_title
from generator.importing.desk import Desk
from generator.importing.facts import commitments_of, deadline_of, deadline_target, projects_of, roles_of, targets_of
from generator.importing.passages import Passage
from generator.importing.rows import Row, TaskTable
from generator.importing.text import TO_WRITE, one_line, opening_clause
from generator.importing.yaml_out import Guess, Tree

LONGEST_OPENING: Final = 30
"""A first sentence up to this length, with more behind it, is the paragraph's printed title."""


def _title(passage: Passage, section: str, *, alone: bool) -> tuple[object, str]:
    """Return title and its basis."""
    block = passage.first
    sentence = alone and bool(section) and ("，" in block.title or "," in block.title)
    if passage.is_item and block.title and not sentence:
        return one_line(block.title), "printed"
    words = block.words[len(block.label) :].strip() if passage.is_item else block.words
    opening = one_line(opening_title(words))
    if 4 <= len(opening) <= LONGEST_OPENING and len(words) > len(opening) + 10 and "，" not in opening and "," not in opening:
        return opening, "printed"
    if alone and section:
        return section, "section"
    clause = opening_clause(words)
    return Guess(clause, "标题取自段落开头，请改写"), "editorial"


def _with_deadline(desk: Desk, text: str, targets: list[object], identifier: str, title: str, line: int) -> list[object]:
    found = deadline_of(text)
    if found is None:
        return targets
    if found.label and found.year is not None:
        for entry in targets:
            tree = entry.value if isinstance(entry, Guess) else entry
            if isinstance(tree, dict) and tree.get("by_basis") in (None, "plan-period") and 1900 <= found.year <= 2100:
                tree |= {"by": found.year, "by_basis": "stated"}
    if not targets and (found.label or found.confidence >= 0.9) and len(title) > 1:
        return [deadline_target(desk, found, identifier, title, 1, line)]
    return targets


def _finish(desk: Desk, tree: Tree, text: str, roles: dict[str, list[object]], division: str, line: int, title: str) -> Tree:
    """Add the facts that every task has, in the order of the fields."""
    identifier, source = str(tree["id"]), tree["source"]
    tree |= {"summary": TO_WRITE, "meaning": TO_WRITE, "measures": [TO_WRITE]}
    targets = targets_of(desk, commitments_of(desk, text, background=False), identifier, line)
    targets = _with_deadline(desk, text, targets, identifier, title, line)
    tree |= {"targets": targets} if targets else {}
    tree |= {"places": places} if (places := desk.registry.places_in(text)) else {}
    tree |= {"projects": projects} if (projects := projects_of(desk, text, division, source, line)) else {}
    _note_double_roles(desk, identifier, roles, source)
    return tree | roles


def _unit(role: object) -> str:
    tree = role.value if isinstance(role, Guess) else role
    return str(tree["unit"]) if isinstance(tree, dict) else ""


def _note_double_roles(desk: Desk, identifier: str, roles: dict[str, list[object]], source: Tree) -> None:
    leads = {_unit(role) for role in roles.get("leads", [])}
    both = [unit for role in roles.get("participants", []) if (unit := _unit(role)) in leads]
    if both:
        names = "、".join(desk.registry.unit_names.get(unit, unit) for unit in both)
        words = f"{names}在这一条里既是牵头单位，又列在参加单位里。两处都照原文显示。"
        desk.notes.append(("slip", words, [identifier], [dict(source)]))


def task_of(desk: Desk, passage: Passage, identifier: str, order: int, division: str, section: str, *, alone: bool) -> Tree:
    """Make the record of a passage.

    Args:
        desk: The draft being made.
        passage: An item or a paragraph with what belongs to it.
        identifier: The task's id.
        order: Its place among all tasks.
        division: Id of its division.
        section: That division's title.
        alone: No other task stands in the division, whose title may then be the task's.
    """
    block = passage.first
    title, basis = _title(passage, section, alone=alone)
    tree: Tree = {"id": identifier}
    tree |= {"number": block.number} if passage.is_item and block.number else {}
    words = str(title.value if isinstance(title, Guess) else title) or TO_WRITE
    tree |= {"title": title if words != TO_WRITE else words, "title_basis": basis, "order": order}
    tree["source"] = desk.locator.source(block.start, block.words)
    roles = roles_of(desk, passage.text, block.line)
    return _finish(desk, tree, passage.text, roles, division, block.line, words)


def row_task(desk: Desk, table: TaskTable, row: Row, number: int | None, words: str, identifier: str, order: int, division: str) -> Tree:
    """Make the record of a table row."""
    opening = one_line(opening_title(words))
    printed = len(opening) >= 2
    title = opening if printed else opening_clause(words) or TO_WRITE
    tree: Tree = {"id": identifier}
    tree |= {"number": number} if number else {}
    tree |= {"title": title if printed or title == TO_WRITE else Guess(title, "标题取自任务开头，请改写")}
    tree |= {"title_basis": "printed" if printed else "editorial", "order": order, "source": desk.locator.source(row.start, row.words)}
    roles = roles_of(desk, row.words, row.line, table_roles(table.header, row.cells, first_is_lead=desk.first_is_lead))
    shift = len(table.header) - len(row.cells)
    labelled = [
        f"{name}：{row.cells[i - shift]}"
        for i, name in enumerate(table.header)
        if ("时限" in name or "时间" in name or "期限" in name) and 0 <= i - shift < len(row.cells) and row.cells[i - shift]
    ]
    return _finish(desk, tree, "\n".join([words, *labelled]), roles, division, row.line, title)
