from __future__ import annotations

from generator.checks import same_skeleton
from tests.copies import QINGHE, Copy, warning

RULE = same_skeleton.RULE
P1 = QINGHE + "p1.yml"
CHAPTER = "qinghe-145-c02"
LAST = "    children:\n      - id: qinghe-145-c02-s01"
TASK = """      - id: qinghe-145-{number:03d}
        title: {title}
        title_basis: editorial
        order: {number}
        source: {{starts: 新任务{number}}}
        summary: {summary}
"""


def add(copy: Copy, *summaries: str) -> None:
    tasks = [TASK.format(number=11 + n, title=f"第{n}件", summary=s) for n, s in enumerate(summaries)]
    copy.edit(P1, LAST, "".join(tasks) + LAST)


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


def test_the_third_summary_built_alike_is_reported(copy: Copy) -> None:
    alike = ["在白石镇，把桥和路修好", "在黑滩乡，把渠和坝加固", "在青河县，把学校和食堂翻新"]
    add(copy, *[f"{s}。后面的话各不一样{n}" for n, s in enumerate(alike)])
    said = "概括的第一句和“第0件”（qinghe-145-011）等几条是同一个句式，请换一种说法，先说这一条自己的事"
    span = copy.span(P1, f"summary: {alike[2]}", alike[2])
    assert copy.check(RULE) == [warning(span, RULE, said)]


def test_two_alike_are_no_fault_and_short_builds_prove_nothing(copy: Copy) -> None:
    add(copy, "在白石镇，把桥和路修好。", "在黑滩乡，把渠和坝加固。", "修桥。", "铺路。", "通水。")
    assert copy.check(RULE) == []


def test_four_openings_alike_in_one_chapter(copy: Copy) -> None:
    add(copy, "县里今年修桥铺路", "县里今年还要通水，由水务局做", "县里今年种树", "县里今年办学")
    said = "这一章有好几条概括都用“县里今年”开头（例如 qinghe-145-011），请换一种开头"
    assert copy.check(RULE) == [warning(copy.span(P1, "summary: 县里今年办学", "县里今年办学"), RULE, said)]
