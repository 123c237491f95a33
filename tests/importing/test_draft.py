from __future__ import annotations

import hashlib
import re
import tempfile
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks import run
from generator.dataset import Dataset, read_dataset
from generator.documents import paragraph_of, read_document
from generator.graph import link
from generator.importing import Draft, draft_plan
from generator.importing.desk import Request
from generator.importing.passages import looks_back
from generator.importing.write import Places, write_draft
from generator.model import Box, Division, Indicator, Plan, Project, Target, Task
from tests.importing import samples

SOURCES = Path(__file__).parents[3] / "shared" / "sources"


def request(text: bytes, period: tuple[int, int] | None = None) -> Request:
    return Request("yunze-145", "yunze", None, period, date(2026, 1, 2), hashlib.sha256(text).hexdigest())


def draft(county: Path, text: str, period: tuple[int, int] | None = None) -> Draft:
    data = text.encode()
    document, _ = read_document(data, "sample.txt")
    assert document is not None
    dataset, findings = read_dataset(county)
    assert findings == []
    made = draft_plan(document, dataset, request(data, period))
    assert isinstance(made, Draft), made
    return made


def written(county: Path, made: Draft) -> Dataset:
    """Write the draft and read it back; nothing but placeholders and unknown names may be wrong with it."""
    write_draft(Places(county, made.plan), made)
    dataset, findings = read_dataset(county)
    assert findings == []
    rules = {d.rule for d in run(link(dataset))}
    assert rules <= {"placeholder", "unresolved-reference", "prose-length"}, [
        str(d) for d in run(link(dataset)) if d.rule != "placeholder"
    ][:5]
    return dataset


def test_scheme(county: Path) -> None:
    made = draft(county, samples.SCHEME)
    data = written(county, made)
    plan = data.all(Plan)["yunze-145"]
    assert (plan.kind, plan.document_number, plan.issuer) == ("scheme", "云政办发〔2021〕7号", "云泽县人民政府办公室")
    assert plan.dated == date(2021, 4, 6)
    assert plan.validity == "未注明"
    assert (plan.period.start, plan.period.end) == (2021, 2025)
    assert plan.expected.tasks == 3
    tasks = data.all(Task)
    assert list(tasks) == ["yunze-145-001", "yunze-145-002", "yunze-145-003"]
    first = tasks["yunze-145-001"]
    assert (first.title, first.title_basis, first.summary) == ("扩大茶园面积", "printed", "【待写】")
    assert [r.unit for r in first.leads] == ["yunze-nongye"]
    units = [r.unit for r in first.participants]
    assert units[0] == "yunze-caizheng"
    assert "yunze-shuiliju" in units
    assert first.places == ("shiquan",)
    target = data.all(Target)[first.targets[0]]
    assert (target.value, target.measure, target.by) == (3, "万亩", 2025)
    assert "县教育局" in [p.tree["name"] for p in made.registry.new_units.values()]
    late = data.all(Target)[tasks["yunze-145-003"].targets[0]]
    assert (late.operator, late.by, late.by_basis) == ("text", 2023, "stated")


def test_outline(county: Path) -> None:
    data = written(county, draft(county, samples.OUTLINE))
    assert [d for d in data.all(Division) if d.count("-") == 2] == [
        "yunze-145-p1",
        "yunze-145-c01",
        "yunze-145-c02",
        "yunze-145-p2",
        "yunze-145-c03",
    ]
    rows = list(data.all(Indicator).values())
    assert [(r.name, r.target.value if r.target else None, r.attribute) for r in rows] == [
        ("地区生产总值", 110, "预期性"),
        ("森林覆盖率", 41, "约束性"),
    ]
    assert [b.kind for b in data.all(Box).values()] == ["indicators", "projects"]
    assert "石泉镇茶叶加工园建设项目" in [p.name for p in data.all(Project).values()]
    assert [t.title for t in data.all(Task).values()] == ["扩大种植规模", "提升加工水平"]
    results = data.records["result"]
    assert results
    assert all(identifier.startswith("yunze-145-c01") for identifier in results)


def test_report(county: Path) -> None:
    data = written(county, draft(county, samples.REPORT))
    plan = data.all(Plan)["yunze-145"]
    assert (plan.kind, plan.period.start, plan.period.end) == ("report", 2023, 2023)
    assert str(plan.delivered) == "2023-01-09"
    assert {r.split("-r")[0] for r in data.records["result"]} == {"yunze-145-c01"}
    assert all(t.by in (None, 2023) for t in data.all(Target).values())
    assert data.all(Target)


@pytest.mark.parametrize(
    ("titles", "back"),
    [
        ("一、2022年工作回顾", True),
        ("第一节 发展基础", True),
        ("（五）改善城乡基础条件,推进城乡融合发展", False),
        ("（六）加强生态文明建设,夯实绿色发展基础", False),
        ("第一章 发展基础与形势展望", True),
        ("抢抓发展机遇，做强产业", False),
    ],
)
def test_a_title_that_improves_a_basis_does_not_look_back(titles: str, back: bool) -> None:
    assert looks_back(titles) is back


def test_table_of_tasks(county: Path) -> None:
    data = written(county, draft(county, samples.TABLE))
    tasks = list(data.all(Task).values())
    assert [t.number for t in tasks] == [1, 2, 3]
    assert [(r.role_printed, r.role_basis) for r in tasks[0].leads] == [("牵头单位", "table")]
    assert [r.role_printed for r in tasks[0].participants] == ["责任单位", "责任单位"]
    assert tasks[0].title == "修通白水乡到石泉镇的公路"
    assert tasks[1].targets


def test_no_period_is_said(county: Path) -> None:
    document, _ = read_document("关于养猫的建议\n\n一、喂食\n\n每天喂两次，保持清洁。".encode(), "x.txt")
    assert document is not None
    made = draft_plan(document, read_dataset(county)[0], request(b""))
    assert isinstance(made, str)
    assert "--period" in made


def test_locators_lead_back(county: Path) -> None:
    text = samples.SCHEME.replace("打造茶叶品牌。", "扩大茶园面积。")
    made = draft(county, text)
    document, _ = read_document(text.encode(), "x.txt")
    assert document is not None
    for task in written(county, made).all(Task).values():
        found = paragraph_of(document, task.source.starts, task.source.nth or 1)
        assert found is not None
        assert document.text[found[0] :].startswith(f"{task.number}.")


PIECES = st.sampled_from(
    (
        *("第一章 甲", "第一节", "第99节 乙", "一、丙", "（一）丁。", "1.建设茶园。到2025年达到3万亩。", "牵头单位：县委办、县财政局"),
        *(
            "专栏1 重点工程",
            "序号 | 指标名称 | 2025年 |",
            "1 | 甲 | 5-3 |",
            "|",
            "附件1",
            "加快建设茶园，推进改造，完善设施，支持企业，培育主体，扩大规模。",
            "名词解释",
            "前言",
            "2025年底前完成",
            "第一篇",
        ),
        *("加快推进，完善、建设", "\u2028", "1000.a", "增长9999999999999999999亿元", "序号 | 任务 | 责任单位 |", "1 | 修路 | 县财政局 |"),
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.text(max_size=12), max_size=25))
def test_any_text_makes_a_draft_that_loads(pieces: list[str]) -> None:
    data = ("云泽县第十四个五年规划纲要\n\n" + "\n\n".join(pieces)).encode("utf-8", "replace")
    document, _ = read_document(data, "x.txt")
    if document is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data").mkdir()
        made = draft_plan(document, read_dataset(root)[0], request(data, (2021, 2025)))
        if isinstance(made, str):
            return
        write_draft(Places(root, made.plan), made)
        _, findings = read_dataset(root)
        assert findings == []


def test_250_kilobytes_in_three_seconds(county: Path) -> None:
    body = samples.OUTLINE.split("第二篇")[1]
    parts = [
        f"第{'一二三四五六七八九'[n % 9]}章 第{n}部分\n\n" + body.split("第三章 做强农业")[1]
        for n in range(250_000 // (len(body.encode()) or 1))
    ]
    text = "云泽县国民经济和社会发展第十四个五年规划纲要\n\n" + "\n\n".join(parts)
    assert len(text.encode()) > 200_000
    start = time.monotonic()
    draft(county, text)
    assert time.monotonic() - start < 3


@pytest.mark.skipif(not SOURCES.is_dir(), reason="../shared/sources is not here")
@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("000", {"chapters": 12, "sections": 41, "tasks": 99, "indicators": 20}),
        ("001", {"parts": 6, "chapters": 23, "sections": 71, "boxes": 21, "indicators": 20}),
        ("002", {"chapters": 3, "sections": 15}),
        ("003", {"chapters": 11, "sections": 50}),
        ("004", {"boxes": 13, "indicators": 20}),
    ],
)
def test_the_five_documents(county: Path, name: str, counts: dict[str, int]) -> None:
    data = next(SOURCES.glob(f"{name}_*.txt")).read_bytes()
    document, _ = read_document(data, name)
    assert document is not None
    made = draft_plan(document, read_dataset(county)[0], request(data))
    assert isinstance(made, Draft)
    assert {key: made.counts[key] for key in counts} == counts
    write_draft(Places(county, made.plan), made)
    dataset, findings = read_dataset(county)
    assert findings == []
    assert re.fullmatch(r"[0-9a-f]{64}", dataset.all(Plan)["yunze-145"].documents[0].sha256)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="../shared/sources is not here")
def test_roles_equal_those_of_the_data(project_root: Path) -> None:
    data = next(SOURCES.glob("000_*.txt")).read_bytes()
    document, _ = read_document(data, "000")
    assert document is not None
    dataset, _ = read_dataset(project_root)
    made = draft_plan(document, dataset, Request("alxa-right-145", "alxa-right", None, None, date(2026, 1, 2), "0" * 64))
    assert isinstance(made, Draft)
    assert made.registry.new_units == {}
    with tempfile.TemporaryDirectory() as folder:
        write_draft(Places(Path(folder), made.plan), made)
        again, findings = read_dataset(Path(folder))
    assert findings == []
    own = {identifier: task for identifier, task in dataset.all(Task).items() if task.plan == "alxa-right-145"}
    assert own
    for identifier, task in own.items():
        other = again.all(Task)[identifier]
        assert (task.leads, task.participants, task.source) == (other.leads, other.participants, other.source)
