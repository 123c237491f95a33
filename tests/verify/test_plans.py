"""The plan's own facts: what the page labels must be what it says, the rest must stand somewhere."""

from __future__ import annotations

import pytest

from generator.verify import plans
from tests.copies import Copy
from tests.verify.sample import DOCUMENT, PLAN_FILE, Wrong, assert_one_difference, read_sample, verified, write_sample

WRONG = [
    Wrong(PLAN_FILE, "\ntitle: 云溪县便民", "\ntitle: 云溪县惠民", "title: 云溪县惠民|云溪县惠民", ["标题“云溪县惠民规划分工方案”"]),
    Wrong(PLAN_FILE, "issuer: 云溪县人民政府办公室", "issuer: 云溪县人民政府", "issuer: 云溪|云溪", ["原文写的是“云溪县人民政府办公室”"]),
    Wrong(PLAN_FILE, "〔2021〕7号", "〔2021〕1号", "云政办发", ["“云政办发〔2021〕1号”", "原文写的是“云政办发〔2021〕7号”"]),
    Wrong(PLAN_FILE, "2021-0042", "2021-0043", "0000/2021-0043", ["索引号", "0000/2021-0042"]),
    Wrong(PLAN_FILE, "dated: 2021-03-05", "dated: 2021-03-06", "2021-03-06", ["成文日期", "原文写的是 2021-03-05"]),
    Wrong(PLAN_FILE, "dated: 2021-03-05", "dated: 2021-03-05\npublished: 2021-03-09", "2021-03-09", ["发布日期 2021-03-09"]),
    Wrong(PLAN_FILE, "dated: 2021-03-05", "dated: 2021-03-05\ndelivered: 2021-03-08", "2021-03-08", ["报告日期 2021-03-08"]),
    Wrong(PLAN_FILE, "县政府第9次", "县政府第8次", "县政府第8次", ["通过的机关“县政府第8次常务会议”"]),
    Wrong(PLAN_FILE, "validity: 有效", "validity: 失效", "validity: 失效|失效", ["公文时效", "原文写的是“有效”"]),
    Wrong(PLAN_FILE, "{id: main, title: 云溪县便民规划", "{id: main, title: 云溪县便民计划", "云溪县便民计划", ["文件标题“云溪县便民计划"]),
    Wrong(
        PLAN_FILE, "validity: 有效", "validity: 有效\nimplements: {title: 云溪县五年纲要}", "云溪县五年纲要", ["落实的文件“云溪县五年纲要”"]
    ),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.new.replace("\n", " "))
def test_each_wrong_fact_is_one_difference(sample: Copy, wrong: Wrong) -> None:
    assert_one_difference(sample, wrong, plans.RULE)


def test_title_marks_inside_title_marks_change_with_their_place(sample: Copy) -> None:
    sample.edit(PLAN_FILE, "\ntitle: 云溪县便民规划分工方案", "\ntitle: 《云溪县便民规划分工方案》")
    assert verified(sample).differences == ()


def test_a_date_without_a_label_may_stand_anywhere(sample: Copy) -> None:
    sample.edit(PLAN_FILE, "dated: 2021-03-05", "dated: 2021-03-05\ndelivered: 2021-03-05")
    assert verified(sample).differences == ()


def test_an_unstated_validity_is_no_claim(sample: Copy) -> None:
    before = verified(sample).looked_at["plan"]
    sample.edit(PLAN_FILE, "validity: 有效", "validity: 未注明")
    after = verified(sample)
    assert after.differences == ()
    assert after.looked_at["plan"] == before - 1


def test_the_width_of_characters_does_not_matter(sample: Copy) -> None:
    wide = write_sample(sample.root / "wide", DOCUMENT.replace("云政办发〔2021〕7号", "云政办发〔２０２１〕７号"))
    graph, passages = read_sample(wide)
    assert [finding for finding in plans.check(graph, passages) if finding is not None] == []
