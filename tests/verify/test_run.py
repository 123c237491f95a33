"""The whole comparison."""

from __future__ import annotations

from generator.verify.run import PARTS
from tests.copies import Copy
from tests.verify.sample import PLAN_FILE, ROWS_FILE, TASKS_FILE, read_sample, verified


def test_the_sample_stands_in_its_document(sample: Copy) -> None:
    found = verified(sample)
    assert found.differences == ()
    assert found.looked_at == {"plan": 8, "count": 3, "name": 14, "role": 6, "figure": 11, "indicator": 15}
    assert set(PARTS) == set(found.looked_at)


def test_differences_of_all_parts_are_gathered(sample: Copy) -> None:
    sample.edit(PLAN_FILE, "〔2021〕7号", "〔2021〕1号")
    sample.edit(TASKS_FILE, "title: 修路建桥", "title: 修桥建路")
    sample.edit(TASKS_FILE, "{unit: yunxi-yingji, role_printed: 牵头单位", "{unit: yunxi-yingji, role_printed: 责任单位")
    sample.edit(TASKS_FILE, "value: 120", "value: 121")
    sample.edit(ROWS_FILE, "text: 达到300张", "text: 达到301张")
    found = verified(sample)
    assert [d.rule for d in found.differences] == [
        "not-in-document",
        "not-in-document",
        "role-differs",
        "figure-differs",
        "indicator-differs",
    ]
    assert len({d.span for d in found.differences}) == 5


def test_only_the_plan_itself_is_compared(sample: Copy) -> None:
    """Another plan's wrong facts are the business of its own document."""
    other = sample.path(PLAN_FILE).read_text(encoding="utf-8").replace("yunxi-145", "yunxi-155").replace("7号", "70号")
    sample.append("plans/yunxi-155/plan.yml", other)
    graph, passages = read_sample(sample)
    assert set(graph.plans) == {"yunxi-145", "yunxi-155"}
    assert passages.plan == "yunxi-145"
    assert verified(sample).differences == ()
