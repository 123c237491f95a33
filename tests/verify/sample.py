"""A small document of an invented county, the project read from it, and what ``verify`` says when one of its facts is wrong."""

# ruff: noqa: E501 (the lines of the data are as long as editors write them)
from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.verify import Passages, Verified, read_sources, verify
from tests.copies import Copy

DOCUMENT = """索引号: 0000/2021-0042 发布机构: 云溪县人民政府办公室
发文字号: 云政办发〔2021〕7号 成文时间: 2021-03-05
公文时效: 有效

云溪县人民政府办公室关于印发《云溪县便民规划分工方案》的通知

各乡镇人民政府、县直各部门:

《云溪县便民规划分工方案》已经县政府第9次常务会议研究通过,现印发给你们,请认真抓好落实。

一、主要指标

1.城镇化率达到60%以上

数据提供单位:县统计局

2.养老床位达到300张

数据提供单位:县民政局

3.单位产值能耗降幅达到市里要求

数据提供单位:县统计局

4.空气质量优良天数占比

数据提供单位:县统计局

二、方便群众出行

(一)修路建桥

5.修好通村乡道。到2025年,改造乡道120公里,新建候车亭45个,公交覆盖率达到90%以上。建设白石、黑滩便民码头和南溪渡口改造项目。过去三年,全县已建成客运站3座。

牵头单位:县交通局

参加单位:县财政局,各乡镇

6.办好城乡班车。“十四五”末,班车总数控制在80辆左右,燃油支出控制在200万元以内,站牌保持在50块。力争2023年,货运总额超过3亿元,群众满意度达到95%-98%,投诉率低于2%。

牵头单位:县文旅局

参加单位:县交通局

(二)管好渡口

7.渡口安全由县应急局统一调度。争取建成全市安全渡口示范县,村村通船基本实现。

牵头单位:县应急局
"""
FILES = {
    "regions.yml": "regions: [{id: yunxi, name: 云溪县, level: county}]\n",
    "topics.yml": "topics: [{id: roads, name: 修路, group: 城乡, order: 1, summary: 公路和乡道。}]\n",
    "units/yunxi.yml": """units:
  - {id: yunxi-jiaotong, name: 县交通局, kind: government, region: yunxi}
  - {id: yunxi-caizheng, name: 县财政局, kind: government, region: yunxi}
  - {id: yunxi-wenlv, name: 县文化旅游局, kind: government, region: yunxi, aliases: [县文旅局]}
  - {id: yunxi-tongji, name: 县统计局, kind: government, region: yunxi}
  - {id: yunxi-minzheng, name: 县民政局, kind: government, region: yunxi}
  - {id: yunxi-yingji, name: 县应急局, kind: government, region: yunxi}
  - {id: yunxi-towns, name: 各乡镇, kind: group, region: yunxi, members_complete: false}
""",
    "indicator-definitions.yml": """indicator_definitions:
  - {id: urban, name: 城镇化率, quantity: share, measure: "%", topic: roads, explanation: 住在城里的人的比例。}
  - {id: beds, name: 养老床位, quantity: total, measure: 张, topic: roads, explanation: 老人住的床位。}
  - {id: energy, name: 能耗降幅, quantity: change, measure: "%", topic: roads, explanation: 少用了多少能源。}
  - {id: air, name: 优良天数占比, quantity: share, measure: "%", topic: roads, explanation: 空气好的日子有多少。}
""",
    "plans/yunxi-145/plan.yml": """id: yunxi-145
title: 云溪县便民规划分工方案
short_title: 云溪便民方案
kind: scheme
regions: [yunxi]
period: {start: 2021, end: 2025}
summary: 一份虚构的方案。
issuer: 云溪县人民政府办公室
document_number: 云政办发〔2021〕7号
index_number: 0000/2021-0042
dated: 2021-03-05
adopted: {body: 县政府第9次常务会议}
validity: 有效
documents:
  - {id: main, title: 云溪县便民规划分工方案, publisher: 县政府网站, sha256: HASH, verified: 2026-01-31}
expected: {chapters: 2, sections: 2, tasks: 3, indicators: 4}
""",
    "plans/yunxi-145/indicators.yml": """indicators:
  - id: yunxi-145-i01
    number: 1
    definition: urban
    name: 城镇化率
    source: {starts: 1.城镇化率}
    target: {operator: '>=', value: 60, text: 达到60%以上}
    providers: [yunxi-tongji]
  - id: yunxi-145-i02
    number: 2
    definition: beds
    name: 养老床位
    source: {starts: 2.养老床位}
    target: {operator: '=', value: 300, text: 达到300张}
    providers: [yunxi-minzheng]
  - id: yunxi-145-i03
    number: 3
    definition: energy
    name: 单位产值能耗降幅
    source: {starts: 3.单位产值能耗}
    target: {operator: reach, text: 达到市里要求}
    providers: [yunxi-tongji]
  - id: yunxi-145-i04
    number: 4
    definition: air
    name: 空气质量优良天数占比
    source: {starts: 4.空气质量优良}
    providers: [yunxi-tongji]
""",
    "plans/yunxi-145/c01.yml": """id: yunxi-145-c01
kind: chapter
label: 一、
title: 主要指标
title_basis: printed
order: 1
source: {starts: 一、主要指标}
""",
    "plans/yunxi-145/c02.yml": """id: yunxi-145-c02
kind: chapter
label: 二、
title: 方便群众出行
title_basis: printed
order: 2
source: {starts: 二、方便群众出行}
children:
  - id: yunxi-145-c02-s01
    kind: section
    label: (一)
    title: 修路建桥
    title_basis: printed
    order: 1
    source: {starts: (一)修路建桥}
    tasks:
      - id: yunxi-145-005
        number: 5
        title: 修好通村乡道
        title_basis: printed
        order: 5
        source: {starts: 5.修好通村乡道}
        summary: 把乡道修到村口。
        targets:
          - {id: yunxi-145-005-t01, metric: 改造乡道, operator: '=', quantity: total, value: 120, measure: 公里, by: 2025, by_basis: stated}
          - {id: yunxi-145-005-t02, metric: 新建候车亭, operator: '=', quantity: total, value: 45, measure: 个, by: 2025, by_basis: sentence}
          - {id: yunxi-145-005-t03, metric: 公交覆盖率, operator: '>=', quantity: share, value: 90, measure: '%', by: 2025, by_basis: sentence}
        leads:
          - {unit: yunxi-jiaotong, role_printed: 牵头单位, role_basis: line}
        participants:
          - {unit: yunxi-caizheng, role_printed: 参加单位, role_basis: line}
          - {unit: yunxi-towns, role_printed: 参加单位, role_basis: line}
      - id: yunxi-145-006
        number: 6
        title: 办好城乡班车
        title_basis: printed
        order: 6
        source: {starts: 6.办好城乡班车}
        summary: 让班车准点。
        targets:
          - {id: yunxi-145-006-t01, metric: 班车总数, operator: '~', quantity: level, value: 80, measure: 辆, by: 2025, by_basis: period-end}
          - {id: yunxi-145-006-t02, metric: 燃油支出, operator: '<=', quantity: level, value: 200, measure: 万元, by: 2025, by_basis: period-end}
          - {id: yunxi-145-006-t03, metric: 站牌, operator: keep, quantity: level, value: 50, measure: 块, by: 2025, by_basis: plan-period}
          - {id: yunxi-145-006-t04, metric: 货运总额, operator: '>', quantity: total, value: 3, measure: 亿元, by: 2023, by_basis: stated}
          - {id: yunxi-145-006-t05, metric: 群众满意度, operator: range, quantity: share, value: 95, value_max: 98, measure: '%', by: 2023, by_basis: sentence}
          - {id: yunxi-145-006-t06, metric: 投诉率, operator: '<', quantity: share, value: 2, measure: '%', by: 2023, by_basis: sentence}
        leads:
          - {unit: yunxi-wenlv, role_printed: 牵头单位, role_basis: line-alias}
        participants:
          - {unit: yunxi-jiaotong, role_printed: 参加单位, role_basis: line}
  - id: yunxi-145-c02-s02
    kind: section
    label: (二)
    title: 管好渡口
    title_basis: printed
    order: 2
    source: {starts: (二)管好渡口}
    tasks:
      - id: yunxi-145-007
        number: 7
        title: 管好渡口
        title_basis: section
        order: 7
        source: {starts: 7.渡口安全由}
        summary: 渡口有人管。
        targets:
          - {id: yunxi-145-007-t01, metric: 全市安全渡口示范县, operator: reach, quantity: level, text: 建成, by: 2025, by_basis: plan-period}
          - {id: yunxi-145-007-t02, metric: 村村通船, operator: text, quantity: level, text: 基本实现, by: 2025, by_basis: plan-period}
        leads:
          - {unit: yunxi-yingji, role_printed: 牵头单位, role_basis: line}
""",
    "plans/yunxi-145/projects.yml": """projects:
  - id: yunxi-baishi-pier
    name: 白石便民码头
    division: yunxi-145-c02-s01
    source: {starts: 5.修好通村乡道}
  - id: yunxi-heitan-pier
    name: 黑滩便民码头
    division: yunxi-145-c02-s01
    source: {starts: 5.修好通村乡道}
  - id: yunxi-nanxi-ferry
    name: 南溪渡口改造项目
    division: yunxi-145-c02-s01
    source: {starts: 5.修好通村乡道}
    tasks: [yunxi-145-005]
""",
    "plans/yunxi-145/notes.yml": """notes:
  - id: yunxi-145-n01
    kind: omission
    subjects: [yunxi-145-i04]
    text: 这一行没有写数。
    sources: [{starts: 4.空气质量优良}]
""",
}
FOLDER = "plans/yunxi-145/"
PLAN_FILE, ROWS_FILE, TASKS_FILE, PROJECTS_FILE, NOTES_FILE = (
    FOLDER + name for name in ("plan.yml", "indicators.yml", "c02.yml", "projects.yml", "notes.yml")
)


@dataclass(frozen=True)
class Wrong:
    """One wrong fact: what is typed in whose place, where it is reported, and what the message says."""

    file: str
    old: str
    new: str
    at: str
    """The text of the changed file at which the difference is reported: ``needle|inside`` or a needle."""
    says: Sequence[str]


def write_sample(root: Path, document: str = DOCUMENT) -> Copy:
    """Write data and sources (in a folder of its own) below ``root``; the plan's hash is the document's."""
    data = document.encode("utf-8")
    (root / "sources").mkdir(parents=True, exist_ok=True)
    (root / "sources" / "方案.txt").write_bytes(data)
    for name, text in FILES.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("HASH", hashlib.sha256(data).hexdigest()), encoding="utf-8")
    return Copy(root)


def read_sample(copy: Copy) -> tuple[Graph, Passages]:
    """Link the data and read its document."""
    graph = copy.graph()
    passages, findings = read_sources(graph, copy.root / "sources")
    assert findings == []
    return graph, passages["yunxi-145"]


def verified(copy: Copy) -> Verified:
    return verify(*read_sample(copy))


def assert_one_difference(copy: Copy, wrong: Wrong, rule: str) -> Diagnostic:
    """Make a fact wrong; exactly one difference follows, where it was typed, with the document's words."""
    copy.edit(wrong.file, wrong.old, wrong.new)
    differences = verified(copy).differences
    assert len(differences) == 1, [f"{d.span}: {d.message}" for d in differences]
    needle, _, inside = wrong.at.partition("|")
    assert (differences[0].span, differences[0].rule) == (copy.span(wrong.file, needle, inside), rule), differences[0]
    for words in wrong.says:
        assert words in differences[0].message
    return differences[0]
