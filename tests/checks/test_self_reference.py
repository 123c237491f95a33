from __future__ import annotations

import pytest

from generator.checks import self_reference
from tests.copies import QINGHE, Copy, error

RULE = self_reference.RULE
UNITS = "units/qinghe.yml"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "identifier"),
    [
        (QINGHE + "p1.yml", "related: [{task: qinghe-145-002,", "related: [{task: qinghe-145-001,", "qinghe-145-001"),
        (QINGHE + "projects.yml", "same_as: [linhe-tea-road]", "same_as: [linhe-tea-road, qinghe-tea-road]", "qinghe-tea-road"),
        (UNITS, "members: [qinghe-baishi]", "members: [qinghe-towns]", "qinghe-towns"),
        (QINGHE + "notes.yml", "subjects: [qinghe-145-002]", "subjects: [qinghe-145-n02]", "qinghe-145-n02"),
    ],
)
def test_a_record_that_names_itself(copy: Copy, file: str, old: str, new: str, identifier: str) -> None:
    copy.edit(file, old, new)
    assert copy.check(RULE) == [error(copy.span(file, new, identifier), RULE, f"“{identifier}”不能引用自己")]


def test_parents_belong_to_another_rule(copy: Copy) -> None:
    copy.edit(UNITS, "aliases: [民政局]}", "aliases: [民政局], parent: qinghe-minzheng}")
    assert copy.check(RULE) == []


def test_a_record_of_another_kind_may_have_the_same_id(copy: Copy) -> None:
    copy.append("places/more.yml", "places:\n  - {id: qinghe, name: 青禾城, kind: town, region: qinghe}\n")
    assert copy.check(RULE) == []
