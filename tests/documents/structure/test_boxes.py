from __future__ import annotations

import pytest

from generator.documents.structure.boxes import read_box_head


@pytest.mark.parametrize(
    ("words", "label", "number", "title", "content"),
    [
        ("专栏1:主要目标 | |||||", "专栏1", 1, "主要目标", False),
        ("专栏 “丰”字型线路 |", "专栏", None, "“丰”字型线路", False),
        ("专栏二 重点工程", "专栏二", 2, "重点工程", False),
        ("专栏5：公路、机场项目 公路项目：北环路。 机场：改造。", "专栏5", 5, "公路、机场项目", True),
        ("【专栏3】水利工程", "专栏3", 3, "水利工程", False),
    ],
)
def test_heads(words: str, label: str, number: int | None, title: str, content: bool) -> None:
    head = read_box_head(words)
    assert head is not None
    assert (head.label, head.number, head.title, head.content) == (label, number, title, content)


@pytest.mark.parametrize("words", ["专栏中所列项目要加快。", "开设专栏宣传", "专栏1所列工程如期完成。", "专栏宣传要到位", "专栏3"])
def test_no_heads(words: str) -> None:
    assert read_box_head(words) is None
