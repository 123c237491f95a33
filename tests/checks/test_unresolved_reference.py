from __future__ import annotations

import pytest

from generator.checks import unresolved_reference
from tests.copies import QINGHE, Copy, error

RULE = unresolved_reference.RULE
P1, PROJECTS, INDICATORS = QINGHE + "p1.yml", QINGHE + "projects.yml", QINGHE + "indicators.yml"
UNITS, PLACES = "units/qinghe.yml", "places/qinghe.yml"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            P1,
            "leads: [{unit: qinghe-minzheng",
            "leads: [{unit: qinghe-minzhen",
            "没有编号为“qinghe-minzhen”的单位；是不是“qinghe-minzheng”？",
        ),
        (P1, "topics: [eldercare]", "topics: [elder-care]", "没有编号为“elder-care”的主题；是不是“eldercare”？"),
        (P1, "audiences: [elderly]", "audiences: [elderley]", "没有编号为“elderley”的人群；是不是“elderly”？"),
        (P1, "places: [heitan]", "places: [heitang]", "没有编号为“heitang”的地方；是不是“heitan”？"),
        (
            P1,
            "projects: [qinghe-day-centre]",
            "projects: [qinghe-day-center]",
            "没有编号为“qinghe-day-center”的项目；是不是“qinghe-day-centre”？",
        ),
        (P1, "indicators: [forest]", "indicators: [forrest]", "没有编号为“forrest”的指标；是不是“forest”？"),
        (
            P1,
            "related: [{task: qinghe-145-002",
            "related: [{task: qinghe-145-0002",
            "没有编号为“qinghe-145-0002”的任务；是不是“qinghe-145-002”？",
        ),
        (PROJECTS, "box: qinghe-145-b01", "box: qinghe-145-b11", "没有编号为“qinghe-145-b11”的专栏；是不是“qinghe-145-b01”？"),
        (
            PROJECTS,
            "division: qinghe-145-c01-s01",
            "division: qinghe-145-c01-s1",
            "没有编号为“qinghe-145-c01-s1”的章节；是不是“qinghe-145-c01-s01”？",
        ),
        (
            INDICATORS,
            "providers: [qinghe-jiaotong]",
            "providers: [qinghe-jiatong]",
            "没有编号为“qinghe-jiatong”的单位；是不是“qinghe-jiaotong”？",
        ),
        (UNITS, "members: [qinghe-baishi]", "members: [qinghe-baish]", "没有编号为“qinghe-baish”的单位；是不是“qinghe-baishi”？"),
        (PLACES, "parent: baishi", "parent: baisi", "没有编号为“baisi”的地方；是不是“baishi”？"),
        (QINGHE + "plan.yml", "regions: [qinghe]", "regions: [qinhe]", "没有编号为“qinhe”的地区；是不是“qinghe”？"),
        ("terms.yml", "scope: [linhe-2024]", "scope: [linhe-204]", "没有编号为“linhe-204”的规划或章节或任务；是不是“linhe-2024”？"),
        (
            "updates/qinghe-145.yml",
            "subject: qinghe-145-001",
            "subject: qinghe-145-0001",
            "没有编号为“qinghe-145-0001”的任务或指标数值或项目；是不是“qinghe-145-001”？",
        ),
        (
            QINGHE + "notes.yml",
            "subjects: [qinghe-145-002]",
            "subjects: [qinghe-145-0002]",
            "没有编号为“qinghe-145-0002”的记录；是不是“qinghe-145-002”？",
        ),
        (P1, "topics: [tea]", "topics: [xyzzy]", "没有编号为“xyzzy”的主题；请先登记这个主题，或改成已有的编号"),
    ],
)
def test_a_reference_to_nothing(copy: Copy, file: str, old: str, new: str, message: str) -> None:
    copy.edit(file, old, new)
    inside = new.split(" ")[-1].strip("[{}]")
    assert copy.check(RULE) == [error(copy.span(file, new, inside), RULE, message)]


def test_a_record_of_another_kind_does_not_count(copy: Copy) -> None:
    copy.edit(P1, "places: [heitan]", "places: [qinghe-baishi]")
    span = copy.span(P1, "places: [qinghe-baishi]", "qinghe-baishi")
    assert copy.check(RULE) == [error(span, RULE, "没有编号为“qinghe-baishi”的地方；是不是“baishi”？")]


def test_all_of_them_in_one_run(copy: Copy) -> None:
    copy.edit(P1, "places: [heitan]", "places: [heitang, baishi, baish]")
    assert [(d.span, d.message) for d in copy.check(RULE)] == [
        (copy.span(P1, "heitang"), "没有编号为“heitang”的地方；是不是“heitan”？"),
        (copy.span(P1, "baishi, baish]", "baish]"), "没有编号为“baish”的地方；是不是“baishi”？"),
    ]


def test_an_id_of_two_kinds_where_either_may_stand(copy: Copy) -> None:
    copy.append("places/more.yml", "places:\n  - {id: linhe-2024, name: 临禾城, kind: town, region: linhe}\n")
    copy.edit(QINGHE + "notes.yml", "subjects: [qinghe-145-002]", "subjects: [linhe-2024]")
    span = copy.span(QINGHE + "notes.yml", "linhe-2024")
    assert copy.check(RULE) == [error(span, RULE, "编号“linhe-2024”同时是规划、地方，分不清指哪一个，请换一个编号")]


def test_a_document_that_the_plan_does_not_have(copy: Copy) -> None:
    copy.edit(P1, "source: {starts: 2.修好乡道}", "source: {starts: 2.修好乡道, document: mian}")
    (found,) = copy.check(RULE)
    assert found.span == copy.span(P1, "document: mian", "mian")
    assert "mian" in found.message
    assert found.message.endswith("；是不是“main”？")


def test_a_document_that_the_plan_has(copy: Copy) -> None:
    copy.edit(P1, "source: {starts: 2.修好乡道}", "source: {starts: 2.修好乡道, document: main}")
    assert copy.check(RULE) == []
