"""Targets: figure, measure, metric, comparison and year stand together in the owner's passage, and are no past result."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify import targets
from tests.copies import Copy
from tests.verify.sample import DOCUMENT, TASKS_FILE, Wrong, assert_one_difference, verified, write_sample

ROAD = "metric: 改造乡道, operator: '=', quantity: total, value: 120, measure: 公里, by: 2025"
SHED = "metric: 新建候车亭, operator: '=', quantity: total, value: 45, measure: 个, by: 2025"
BUS = "metric: 公交覆盖率, operator: '>='"
COACH = "metric: 班车总数, operator: '~'"
FUEL = "metric: 燃油支出, operator: '<=', quantity: level, value: 200, measure: 万元"
SIGN = "metric: 站牌, operator: keep, quantity: level, value: 50, measure: 块, by: 2025"
FREIGHT = "metric: 货运总额, operator: '>'"
CONTENT = "value: 95, value_max: 98"
COMPLAINT = "metric: 投诉率, operator: '<'"
WRONG = [
    Wrong(TASKS_FILE, ROAD, ROAD.replace("120", "210"), "value: 210|210", ["没有“210公里”"]),
    Wrong(TASKS_FILE, ROAD, ROAD.replace("公里", "里"), "value: 120|120", ["没有“120里”"]),
    Wrong(TASKS_FILE, ROAD, ROAD.replace("改造乡道", "绿化山坡"), "value: 120|120", ["“120公里”说的不是“绿化山坡”"]),
    Wrong(TASKS_FILE, ROAD, ROAD.replace("by: 2025", "by: 2024"), "by: 2024|2024", ["没有“2024年”"]),
    Wrong(TASKS_FILE, ROAD, ROAD.replace("'='", "'>='"), "改造乡道, operator: '>='|'>='", ["“120公里”", "“>=”不符"]),
    Wrong(TASKS_FILE, ROAD, ROAD.replace("'='", "'~'"), "改造乡道, operator: '~'|'~'", ["“~”不符"]),
    Wrong(TASKS_FILE, SHED, SHED.replace("45", "54"), "value: 54|54", ["没有“54个”"]),
    Wrong(TASKS_FILE, BUS, BUS.replace(">=", "="), "公交覆盖率, operator: '='|'='", ["“90%”", "“=”不符"]),
    Wrong(TASKS_FILE, BUS, BUS.replace(">=", "<="), "公交覆盖率, operator: '<='|'<='", ["“<=”不符"]),
    Wrong(TASKS_FILE, COACH, COACH.replace("~", "="), "班车总数, operator: '='|'='", ["“80辆”", "“=”不符"]),
    Wrong(TASKS_FILE, FUEL, FUEL.replace("<=", "="), "燃油支出, operator: '='|'='", ["“200万元”"]),
    Wrong(TASKS_FILE, FUEL, FUEL.replace("万元", "元"), "value: 200|200", ["没有“200元”"]),
    Wrong(TASKS_FILE, FUEL, FUEL.replace("200, measure: 万元", "20, measure: 万元"), "value: 20,|20", ["没有“20万元”"]),
    Wrong(TASKS_FILE, SIGN, SIGN.replace("by: 2025", "by: 2024"), "by: 2024|2024", ["应该是 2025 年"]),
    Wrong(
        TASKS_FILE,
        "by: 2023, by_basis: stated",
        "by: 2025, by_basis: stated",
        "by: 2025, by_basis: stated}\n          - {id: yunxi-145-006-t05|2025",
        ["2025年"],
    ),
    Wrong(TASKS_FILE, FREIGHT, FREIGHT.replace("'>'", "'<'"), "货运总额, operator: '<'|'<'", ["“3亿元”", "“<”不符"]),
    Wrong(TASKS_FILE, CONTENT, CONTENT.replace("98", "99"), "value_max: 99|99", ["没有“99%”"]),
    Wrong(TASKS_FILE, CONTENT, CONTENT.replace("95", "94"), "value: 94|94", ["没有“94%”"]),
    Wrong(TASKS_FILE, COMPLAINT, COMPLAINT.replace("'<'", "'='"), "投诉率, operator: '='|'='", ["“2%”", "“=”不符"]),
    Wrong(TASKS_FILE, "metric: 全市安全渡口示范县", "metric: 全省旅游名胜古迹", "全省旅游名胜古迹", ["没有“全省旅游名胜古迹”"]),
    Wrong(TASKS_FILE, "metric: 村村通船", "metric: 家家饮水", "家家饮水", ["没有“家家饮水”"]),
    Wrong(TASKS_FILE, "value: 80, measure: 辆,", "value: 80, measure: 辆, base: {value: 70},", "{value: 70}", ["没有起点“70辆”"]),
    Wrong(
        TASKS_FILE,
        "text: 建成, by: 2025, by_basis: plan-period",
        "text: 建成, by: 2025, by_basis: period-end",
        "text: 建成, by: 2025|2025",
        ["期末"],
    ),
]
NEXT = "- {id: yunxi-145-005-t04, metric: 客运站, operator: '=', quantity: total, value: 3, measure: 座, by: 2025, by_basis: plan-period}"


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.new[:70])
def test_each_wrong_target_is_one_difference(sample: Copy, wrong: Wrong) -> None:
    assert_one_difference(sample, wrong, targets.RULE)


def test_a_past_result_is_no_target(sample: Copy) -> None:
    """“过去三年，全县已建成客运站3座” stands in the passage, word for word."""
    lead = "        leads:\n          - {unit: yunxi-jiaotong, role_printed: 牵头单位"
    wrong = Wrong(TASKS_FILE, lead, f"          {NEXT}\n{lead}", "value: 3, measure: 座|3", ["“3座”说的是已经做到的，不是目标"])
    assert_one_difference(sample, wrong, targets.RULE)


def test_the_metrics_of_neighbours_exchanged(sample: Copy) -> None:
    sample.edit(TASKS_FILE, "metric: 燃油支出", "metric: 空")
    sample.edit(TASKS_FILE, "metric: 站牌", "metric: 燃油支出")
    sample.edit(TASKS_FILE, "metric: 空", "metric: 站牌")
    messages = [d.message for d in verified(sample).differences]
    assert messages == ["原文里的“200万元”说的是“燃油支出”，不是“站牌”", "原文里的“50块”说的是“站牌”，不是“燃油支出”"]


GIVEN = "到2025年,货物总量和旅客总数分别达到6万吨和7万吨。建设白石"


def test_figures_given_respectively_keep_their_order(tmp_path: Path) -> None:
    copy = write_sample(tmp_path, DOCUMENT.replace("建设白石", GIVEN, 1))
    rest = "operator: '=', quantity: total, measure: 万吨, by: 2025, by_basis: sentence"
    rows = [
        f"          - {{id: yunxi-145-005-t0{n}, metric: {m}, value: {v}, {rest}}}\n"
        for n, m, v in ((4, "货物总量", 6), (5, "旅客总数", 7))
    ]
    lead = "        leads:\n          - {unit: yunxi-jiaotong, role_printed: 牵头单位"
    copy.edit(TASKS_FILE, lead, "".join(rows) + lead)
    assert verified(copy).differences == ()
    for metric, other in (("货物总量", "空"), ("旅客总数", "货物总量"), ("空", "旅客总数")):
        copy.edit(TASKS_FILE, f"metric: {metric}, ", f"metric: {other}, ")
    messages = [d.message for d in verified(copy).differences]
    assert messages == ["原文里的“6万吨”说的是“货物总量”，不是“旅客总数”", "原文里的“7万吨”说的是“旅客总数”，不是“货物总量”"]


def test_a_year_of_another_sentence_is_not_this_targets_year(tmp_path: Path) -> None:
    copy = write_sample(tmp_path, DOCUMENT.replace("7.渡口安全由县应急局统一调度。", "7.渡口安全由县应急局统一调度。2023年,渡工达到12人。"))
    stated = "text: 建成, by: 2025, by_basis: plan-period"
    copy.edit(TASKS_FILE, stated, stated.replace("2025, by_basis: plan-period", "2023, by_basis: stated"))
    (difference,) = verified(copy).differences
    assert difference.message == "原文写“全市安全渡口示范县”的句子里没有“2023年”"
