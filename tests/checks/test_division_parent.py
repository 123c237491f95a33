from __future__ import annotations

import pytest

from generator.checks import division_parent
from tests.copies import LINHE, QINGHE, Copy, error

RULE = division_parent.RULE
FILE = QINGHE + "c03.yml"
CHAPTER = """id: qinghe-145-c03
kind: {kind}
parent: {parent}
title: 保障
title_basis: printed
order: 3
source: {{starts: 第三章保障}}
"""


def write(copy: Copy, parent: str, kind: str = "chapter") -> None:
    copy.append(FILE, CHAPTER.format(parent=parent, kind=kind))


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


def test_a_chapter_in_a_file_of_its_own_belongs_to_its_part(copy: Copy) -> None:
    write(copy, "qinghe-145-p1")
    graph = copy.graph()
    assert copy.check(RULE) == []
    assert [d.id for d in graph.back.divisions["qinghe-145-p1"]] == ["qinghe-145-c01", "qinghe-145-c02", "qinghe-145-c03"]
    assert "qinghe-145-c03" not in {d.id for d in graph.back.divisions["qinghe-145"]}


def test_a_part_of_another_plan(copy: Copy) -> None:
    other = copy.path(LINHE + "s01.yml").read_text(encoding="utf-8").split("id: ", 1)[1].split("\n", 1)[0]
    write(copy, other)
    message = f"“{other}”是另一份规划的，parent 只能写同一份规划里的篇"
    assert copy.check(RULE) == [error(copy.span(FILE, f"parent: {other}", other), RULE, message)]


@pytest.mark.parametrize("parent", ["qinghe-145-c01", "qinghe-145-c01-s01", "qinghe-145-c03"])
def test_a_chapter_belongs_to_no_chapter_or_section(copy: Copy, parent: str) -> None:
    write(copy, parent)
    message = f"“qinghe-145-c03”不能放在“{parent}”里面：章放在篇里，节放在章里"
    assert copy.check(RULE) == [error(copy.span(FILE, f"parent: {parent}", parent), RULE, message)]


def test_what_stands_inside_needs_no_parent(copy: Copy) -> None:
    copy.edit(QINGHE + "p1.yml", "    label: 第二章\n", "    label: 第二章\n    parent: qinghe-145-p1\n")
    _, findings = copy.read()
    assert [d.line for d in [f.span for f in findings]] == [copy.span(QINGHE + "p1.yml", "parent: qinghe-145-p1").line]
