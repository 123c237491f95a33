"""Indicator rows: name, number, figure, comparison and providers stand in their line."""

from __future__ import annotations

import pytest

from generator.verify import rows
from generator.verify.names import NO_PASSAGE
from tests.copies import Copy
from tests.verify.sample import ROWS_FILE, Wrong, assert_one_difference, verified

URBAN = "target: {operator: '>=', value: 60, text: 达到60%以上}"
WRONG = [
    Wrong(ROWS_FILE, "name: 城镇化率", "name: 城市化率", "城市化率", ["指标“城市化率”", "1.城镇化率达到60%以上"]),
    Wrong(ROWS_FILE, "number: 2", "number: 5", "name: 养老床位|养老床位", ["2.养老床位"]),
    Wrong(ROWS_FILE, URBAN, URBAN.replace("value: 60", "value: 66"), "{operator: '>='", ["数字 66", "“达到60%以上”"]),
    Wrong(ROWS_FILE, URBAN, URBAN.replace("达到60%以上", "达到80%以上"), "{operator: '>='", ["没有“达到80%以上”", "达到60%以上"]),
    Wrong(ROWS_FILE, URBAN, URBAN.replace("'>='", "'='"), "{operator: '=', value: 60", ["“达到60%以上”的比较符号不是“=”"]),
    Wrong(ROWS_FILE, "value: 300, text: 达到300张", "value: 300, text: 达到300位", "{operator: '=', value: 300", ["没有“达到300位”"]),
    Wrong(ROWS_FILE, "providers: [yunxi-minzheng]", "providers: []", "[]", ["由“县民政局”提供数据，数据里没有"]),
    Wrong(
        ROWS_FILE,
        "[yunxi-minzheng]",
        "[yunxi-minzheng, yunxi-tongji]",
        "yunxi-tongji]\n  - id: yunxi-145-i03|yunxi-tongji",
        ["没有写“养老床位”由“县统计局”"],
    ),
    Wrong(ROWS_FILE, "text: 达到300张}", "text: 达到300张}\n    attribute: 约束性", "约束性", ["没有写约束性"]),
    Wrong(
        ROWS_FILE,
        "    target: {operator: '=', value: 300, text: 达到300张}\n",
        "",
        "- id: yunxi-145-i02|id: yunxi-145-i02",
        ["写了“达到300张”"],
    ),
    Wrong(
        ROWS_FILE,
        "    target: {operator: reach, text: 达到市里要求}\n",
        "",
        "- id: yunxi-145-i03|id: yunxi-145-i03",
        ["写了“达到市里要求”"],
    ),
    Wrong(ROWS_FILE, "{starts: 4.空气质量优良}", "{starts: 4.水质优良}", "{starts: 4.水质优良}", ["找不到以“4.水质优良”开头"]),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.new.strip()[:60] or wrong.old.strip()[:60])
def test_each_wrong_row_is_one_difference(sample: Copy, wrong: Wrong) -> None:
    assert_one_difference(sample, wrong, NO_PASSAGE if "找不到" in wrong.says[0] else rows.RULE)


def test_a_row_that_prints_no_value_has_none(sample: Copy) -> None:
    """The fourth indicator is a name only, and the data says so."""
    assert verified(sample).differences == ()
    sample.edit(ROWS_FILE, "{starts: 4.空气质量优良}", "{starts: 4.空气质量优良}\n    target: {operator: '=', value: 90, text: 达到90%}")
    (difference,) = verified(sample).differences
    assert difference.message == "原文这一行里没有“达到90%”，原文是“4.空气质量优良天数占比 数据提供单位:县统计局”"
