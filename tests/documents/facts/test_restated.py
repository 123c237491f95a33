"""Figures that only count what the sentence names."""

from __future__ import annotations

import pytest

from generator.documents import find_commitments


def kinds(text: str) -> set[str]:
    return {found.kind for found in find_commitments(text, period=(2021, 2025)) if found.value is not None}


@pytest.mark.parametrize(
    "text",
    [
        "重点打造东部种植区、中部养殖区和西部旅游区三个板块。",
        "做好“壮大、培育、引进”三篇文章。",
        "重点打造山城、水乡两个特色品牌。",
        "按照项目审批4个阶段，推行并联办理。",
        "深入贯彻关于科技发展的四个“面向”论断。",
        "实现全县4类重点对象住房安全有保障。",
        "紧扣“服务实体”和“自身发展”两条主线，加快发展金融。",
        "着重发展六家子节水特色农业。",
    ],
)
def test_a_count_of_what_is_named_is_no_commitment(text: str) -> None:
    assert "commitment" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "新建卫生院、敬老院和文化站共30个。",
        "建设茶叶、药材和水果3个加工园、5个仓库、8条道路。",
        "到2025年，创建国家级园区3个。",
        "培育龙头企业3家。",
        "新建水厂2座、泵站4座。",
        "改造道路6条。",
    ],
)
def test_a_count_of_what_is_to_be_built_is_one(text: str) -> None:
    assert "commitment" in kinds(text)
