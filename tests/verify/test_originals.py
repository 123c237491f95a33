"""Official passages for the pages."""

from __future__ import annotations

from generator.verify import originals_of
from tests.copies import Copy
from tests.verify.sample import TASKS_FILE, read_sample


def originals(copy: Copy) -> dict[str, tuple[str, ...]]:
    graph, passages = read_sample(copy)
    return originals_of(graph, {passages.plan: passages})


def test_every_task_and_chapter_has_its_own_passage(sample: Copy) -> None:
    found = originals(sample)
    assert set(found) == {"yunxi-145-005", "yunxi-145-006", "yunxi-145-007", "yunxi-145-c01", "yunxi-145-c02"}


def test_a_task_is_its_item_with_the_lines_below(sample: Copy) -> None:
    assert originals(sample)["yunxi-145-007"] == (
        "7.渡口安全由县应急局统一调度。争取建成全市安全渡口示范县,村村通船基本实现。",
        "牵头单位:县应急局",
    )


def test_a_chapter_ends_where_the_next_begins(sample: Copy) -> None:
    found = originals(sample)
    assert found["yunxi-145-c01"][0] == "一、主要指标"
    assert found["yunxi-145-c01"][-1] == "数据提供单位:县统计局"
    assert found["yunxi-145-c02"][0] == "二、方便群众出行"
    assert found["yunxi-145-c02"][-1] == "牵头单位:县应急局"
    assert set(found["yunxi-145-006"]) <= set(found["yunxi-145-c02"])


def test_no_place_no_passage(sample: Copy) -> None:
    sample.edit(TASKS_FILE, "{starts: 7.渡口安全由}", "{starts: 7.码头安全由}")
    assert "yunxi-145-007" not in originals(sample)
