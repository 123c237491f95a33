from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.structure.headings import glued_body, glued_heading, is_heading_title, opening_title, read_mark


@pytest.mark.parametrize(
    ("words", "kind", "label", "number", "rest"),
    [
        ("第二十一章 提高水平", "chapter", "第二十一章", 21, "提高水平"),
        ("第 一 节 成就", "section", "第一节", 1, "成就"),
        ("第一节发展成就", "section", "第一节", 1, "发展成就"),
        ("第%1篇 开放", "part", "第%1篇", None, "开放"),
        ("一、2019年回顾", "han", "一、", 1, "2019年回顾"),
        ("(二) 加快", "han-bracket", "(二)", 2, "加快"),
        ("21.布局。正文", "arabic", "21.", 21, "布局。正文"),
        ("１．建厂", "arabic", "１．", 1, "建厂"),
        ("（3）丙", "arabic-bracket", "（3）", 3, "丙"),
        ("②乙", "circled", "②", 2, "乙"),
        ("1.2 范围", "decimal", "1.2", 2, "范围"),
        ("附件2", "annex", "附件2", 2, ""),
    ],
)
def test_marks(words: str, kind: str, label: str, number: int | None, rest: str) -> None:
    mark = read_mark(words)
    assert mark is not None
    assert (mark.kind, mark.label, mark.number, mark.rest) == (kind, label, number, rest)


@pytest.mark.parametrize("words", ["1.5万亩耕地", "一、二、三产业融合", "第一章至第三章", "2025年建成", "附件：名单", "十分重要"])
def test_no_marks(words: str) -> None:
    assert read_mark(words) is None


def test_titles() -> None:
    assert is_heading_title("chapter", "做强产业,提质增效")
    assert not is_heading_title("han", "本章说明，内容如下。以下略")
    assert opening_title("布局基地。坚持原则。") == "布局基地"
    assert opening_title("字" * 41 + "。") == ""


def test_glued() -> None:
    words = "传播科学思想。第三节发展特色文化"
    assert glued_heading(words, {}) == words.index("第三节")
    assert glued_heading("抓好落实。三、强化保障", {}) is None
    assert glued_heading("抓好落实。三、强化保障", {"han": 2}) == 5
    body = "第二节 发展环境 " + "当前形势复杂，机遇与挑战并存，全县上下要保持定力、迎难而上，奋力开创发展新局面，推动各项工作迈上新台阶。"
    assert glued_body(body) == body.index("当前")


@given(st.text(alphabet="第一二%1章节、.（）()附件 件①", max_size=30))
def test_rest_is_the_tail(words: str) -> None:
    mark = read_mark(words)
    assert mark is None or mark.kind in ("terms", "preface") or words.endswith(mark.rest)
