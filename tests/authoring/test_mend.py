"""Mending: what has one meaning only is mended, everything else is left, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.canonical import equal
from generator.authoring.mend import mend
from generator.dataset import Dataset, read_dataset
from generator.source import load
from generator.source.scalars import resolve

HERE = Path(__file__).parent.parent / "tiny"
UNITS = "units/qinghe.yml"
HEAD = "# yaml-language-server: $schema=../schema/units.schema.json\n"
CHAPTER = "plans/qinghe-145/c03.yml"
CHAPTER_HEAD = "# yaml-language-server: $schema=../../schema/chapter.schema.json\n"
TASK = """\
id: qinghe-145-c03
kind: chapter
title: 办学校
title_basis: printed
order: 3
source: {starts: 第三章办学校}
tasks:
  - id: qinghe-145-009
    title: 修校舍
    title_basis: printed
    order: 9
    source: {starts: 修校舍}
    summary: 修。
    topics: [eldercare]
"""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset(HERE)[0]


UNIT = "units:\n  - id: qinghe-a\n    name: 甲局\n    kind: government\n    region: qinghe\n"
MENDED = [
    ("units：\n  - id： qinghe-a\n    name：甲局\n    kind: government\n    region: qinghe\n", UNIT),
    (UNIT.replace("name:", "ｎａｍｅ："), UNIT),
    (UNIT.replace("name: ", "name:"), UNIT),
    (UNIT.replace("name:", "ｎａｍｅ:"), UNIT),
    (UNIT.replace("name:", "ｎａｍｅ:") + "    name: 乙局\n", None),
    (UNIT.replace("    name:", "\tname:").replace("  - id:", "- id:").replace("    ", "  "), UNIT),
    (UNIT.replace("甲局", "甲\u2028局"), UNIT),
    (UNIT.replace("甲局", "119"), UNIT.replace("甲局", "'119'")),
    (UNIT.replace("甲局", "1.10"), UNIT.replace("甲局", "'1.10'")),
    (UNIT.replace("甲局", "true"), UNIT.replace("甲局", "'true'")),
    (UNIT.replace("government", "' ｇovernment '"), UNIT),
    (UNIT.replace("qinghe-a", "Qinghe-A"), UNIT),
    (UNIT.replace("region: qinghe", "region: 青禾县"), UNIT),
    (UNIT + "    aliases: 甲\n", UNIT + "    aliases: [甲]\n"),
    (UNIT + "    members_complete: yes\n", None),
    (UNIT + "    aliases: 甲、乙\n", None),
    (UNIT.replace("government", "goverment"), None),
    (UNIT.replace("    name: 甲局\n", ""), None),
    (UNIT + "    name: 乙局\n", None),
    (UNIT + "    nam: 乙局\n", None),
    ("units: [\n", None),
    (UNIT, None),
]


@pytest.mark.parametrize(("wrong", "right"), MENDED)
def test_a_unit_is_mended_or_left(dataset: Dataset, wrong: str, right: str | None) -> None:
    made = mend(HEAD + wrong, UNITS, dataset)
    if right is None:
        assert made.said == () and made.text == HEAD + wrong
        return
    assert made.text == HEAD + right
    assert made.said
    assert mend(made.text, UNITS, dataset).said == ()


@pytest.mark.parametrize(
    ("old", "new", "result"),
    [
        ("order: 9", "order: '9'", "order: 9"),
        ("order: 9", "order: '９'", "order: 9"),
        ("topics: [eldercare]", "topics: [养老]", "topics: [eldercare]"),
        ("topics: [eldercare]", "topics: [Eldercare]", "topics: [eldercare]"),
        ("topics: [eldercare]", "topics: [敬老院]", None),
        ("    title: 修校舍", "    plan: qinghe-145\n    title: 修校舍", "    title: 修校舍"),
        ("    title: 修校舍", "    division: qinghe-145-c03\n    title: 修校舍", "    title: 修校舍"),
        ("    title: 修校舍", "    plan: linhe-2024\n    title: 修校舍", None),
    ],
)
def test_a_task_is_mended_or_left(dataset: Dataset, old: str, new: str, result: str | None) -> None:
    wrong = CHAPTER_HEAD + TASK.replace(old, new)
    made = mend(wrong, CHAPTER, dataset)
    assert made.text == (wrong if result is None else CHAPTER_HEAD + TASK.replace(old, result))


@pytest.mark.parametrize("written", ["2023年6月28日", "2023/6/28", "2023.06.28", "２０２３-６-２８", "2023-6-28"])
def test_a_day_is_written_in_full(dataset: Dataset, written: str) -> None:
    inner = "plans/linhe-2024/plan.yml"
    text = (HERE / "data" / inner).read_text(encoding="utf-8")
    made = mend(text.replace("delivered: 2024-01-20", f"delivered: {written}"), inner, dataset)
    assert "delivered: 2023-06-28\n" in made.text
    assert mend(text.replace("2024-01-20", "2024年13月1日"), inner, dataset).said == ()


def test_the_schema_line_comes_first_once(dataset: Dataset) -> None:
    assert mend(UNIT, UNITS, dataset).text == HEAD + UNIT
    wrong = "# yaml-language-server: $schema=schema/unit.schema.json\n# 说明\n"
    assert mend(wrong + UNIT, UNITS, dataset).text == HEAD + "# 说明\n" + UNIT
    assert mend("\ufeff" + UNIT.replace("\n", "\r\n"), UNITS, dataset).text == (HEAD + UNIT).replace("\n", "\r\n")


def test_comments_stay(dataset: Dataset) -> None:
    wrong = HEAD + UNIT.replace("name: 甲局", "# 上\n    name: 119  # 后") + "# 完\n"
    assert mend(wrong, UNITS, dataset).text == HEAD + UNIT.replace("name: 甲局", "# 上\n    name: '119'  # 后") + "# 完\n"


def test_files_of_no_kind_are_left(dataset: Dataset) -> None:
    assert mend("a：1\n", "other.yml", dataset).said == ()


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_whatever_stands_in_a_name_keeps_its_value(word: str) -> None:
    dataset = Dataset({kind: {} for kind in read_dataset(HERE)[0].records}, {})
    text = HEAD + UNIT.replace("甲局", word)
    before = load(text.encode(), "")[0]
    made = mend(text, UNITS, dataset)
    after = load(made.text.encode(), "")[0]
    if before is not None and made.said and isinstance(before.value, dict) and after is not None:
        old, new = before.value["units"][0].get("name"), after.value["units"][0].get("name")
        assert equal(old, new) or (isinstance(new, str) and equal(resolve(new), old))
