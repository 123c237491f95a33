from __future__ import annotations

import pytest

from generator.checks import parent_cycle
from tests.copies import Copy, error

RULE = parent_cycle.RULE
PLACES, UNITS = "places/qinghe.yml", "units/qinghe.yml"


def message(identifier: str) -> str:
    return f"“{identifier}”的上级绕了一圈又回到自己，请改正 parent"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


def test_a_place_inside_itself(copy: Copy) -> None:
    copy.edit(PLACES, "kind: township, region: qinghe", "kind: township, region: qinghe, parent: heitan")
    assert copy.check(RULE) == [error(copy.span(PLACES, "parent: heitan", "heitan"), RULE, message("heitan"))]


def test_every_record_of_a_circle_is_reported_and_none_that_only_leads_to_it(copy: Copy) -> None:
    copy.edit(PLACES, "kind: town, region: qinghe", "kind: town, region: qinghe, parent: heitan")
    copy.edit(PLACES, "kind: township, region: qinghe", "kind: township, region: qinghe, parent: baishi")
    assert copy.check(RULE) == [
        error(copy.span(PLACES, "parent: heitan", "heitan"), RULE, message("baishi")),
        error(copy.span(PLACES, "kind: township, region: qinghe, parent: baishi", "baishi"), RULE, message("heitan")),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "identifier"),
    [
        ("regions.yml", "level: prefecture}", "level: prefecture, parent: linhe}", "linhe"),
        (UNITS, "aliases: [民政局]}", "aliases: [民政局], parent: qinghe-minzheng}", "qinghe-minzheng"),
    ],
)
def test_regions_and_units(copy: Copy, file: str, old: str, new: str, identifier: str) -> None:
    copy.edit(file, old, new)
    spans = [d.span for d in copy.check(RULE)]
    assert copy.span(file, new, identifier if file == "regions.yml" else "qinghe-minzheng") in spans
    assert len(spans) == (2 if file == "regions.yml" else 1)
    assert {d.rule for d in copy.check(RULE)} == {RULE}


def test_a_parent_that_does_not_exist_is_another_rules_business(copy: Copy) -> None:
    copy.edit(PLACES, "kind: township, region: qinghe", "kind: township, region: qinghe, parent: nowhere")
    assert copy.check(RULE) == []
