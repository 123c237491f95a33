from __future__ import annotations

import pytest

from generator.documents.structure.furniture import ends_the_document, is_furniture, is_public_mark


@pytest.mark.parametrize(
    "words",
    [
        "您当前的位置:首页",
        "首页 > 政务公开",
        "字号：大 中 小",
        "打印本页",
        "浏览次数：12",
        "责任编辑：某某",
        "— 3 —",
        "主办：某县人民政府办公室",
        "规划.pdf 【下载附件】",
    ],
)
def test_plain(words: str) -> None:
    assert is_furniture(words, "body")


@pytest.mark.parametrize("words", ["收藏", "附件", "详情"])
def test_weak_only_at_the_edges(words: str) -> None:
    assert is_furniture(words, "head")
    assert not is_furniture(words, "body")


@pytest.mark.parametrize(
    "words", ["（大力发展旅游）", "关闭落后产能。", "打印机产业园建设", "中小企业培育", "来源于基层的经验。", "位置优越，交通便利。"]
)
def test_text_is_none(words: str) -> None:
    assert not is_furniture(words, "body")


def test_marks() -> None:
    assert is_public_mark("（此件公开发布）")
    assert ends_the_document("温馨提示:")
    assert not ends_the_document("加强宣传。")
