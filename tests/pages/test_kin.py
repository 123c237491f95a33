"""Tasks of other plans that share something, found by the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.graph import Graph
from generator.pages import kin
from generator.pages.kin import MOST, MOST_OF_A_PLAN, kin_of
from tests.copies import LINHE, Copy, copy_tiny

FILE = LINHE + "s02.yml"
SECTION = """id: linhe-2024-s02
kind: section
title: 民生
title_basis: printed
order: 2
source: {starts: 民生}
tasks:
"""
TASK = """  - id: linhe-2024-{number:03d}
    title: {title}
    title_basis: printed
    order: {number}
    source: {{starts: {title}}}
    summary: {title}，地方和人数照方案定，由县里安排钱，分两年做完，做完以后向居民公布结果，谁都可以来看。
    topics: [{topic}]
"""


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return copy_tiny(tmp_path)


def add(copy: Copy, *tasks: tuple[str, str]) -> Graph:
    copy.append(FILE, SECTION + "".join(TASK.format(number=90 + n, title=title, topic=topic) for n, (title, topic) in enumerate(tasks)))
    return copy.graph()


def test_a_shared_main_topic_joins_tasks_of_two_plans_both_ways(copy: Copy) -> None:
    graph = add(copy, ("给老人办食堂", "eldercare"))
    kin = kin_of(graph)
    assert [(k.task.id, k.reason) for k in kin["qinghe-145-001"]] == [("linhe-2024-090", "主题相同：养老")]
    assert "qinghe-145-001" in {k.task.id for k in kin["linhe-2024-090"]}


def test_nothing_is_shared_within_one_plan(copy: Copy) -> None:
    for identifier, found in kin_of(copy.graph()).items():
        assert {k.task.plan for k in found}.isdisjoint({copy.graph().tasks[identifier].plan})


def test_no_more_than_two_of_a_plan(copy: Copy) -> None:
    graph = add(copy, *[(f"给老人办第{n}件事", "eldercare") for n in range(3)], *[(f"种第{n}片茶", "tea") for n in range(8)])
    found = kin_of(graph)["qinghe-145-001"]
    assert len(found) == MOST_OF_A_PLAN <= MOST


def test_an_editors_link_is_not_said_again(copy: Copy) -> None:
    graph = add(copy, ("给老人办食堂", "eldercare"))
    assert "qinghe-145-001" in kin_of(graph)
    copy.edit(
        "plans/qinghe-145/p1.yml",
        "related: [{task: qinghe-145-002,",
        "related: [{task: linhe-2024-090, reason: 都给老人做饭}, {task: qinghe-145-002,",
    )
    assert "qinghe-145-001" not in kin_of(copy.graph())


def test_another_topic_is_no_kin(copy: Copy) -> None:
    graph = add(copy, ("修一座桥", "tea"))
    assert "linhe-2024-090" not in {k.task.id for k in kin_of(graph).get("qinghe-145-001", ())}


def test_no_more_than_so_many_tasks_are_looked_at_for_one_thing(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = add(copy, *[(f"给老人办第{n}件事", "eldercare") for n in range(3)], *[(f"种第{n}片茶", "tea") for n in range(8)])
    assert [k.task.id for k in kin_of(graph)["qinghe-145-001"]] == ["linhe-2024-090", "linhe-2024-091"]
    monkeypatch.setattr(kin, "NEAREST_OF_ALL", 1)
    assert [k.task.id for k in kin_of(graph)["qinghe-145-001"]] == ["linhe-2024-090"]
