"""Who is responsible, in all the usual forms. Samples are in our own words, with fictional places."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.responsibility.deadlines import find_deadline
from generator.documents.responsibility.roles import RoleFinding, declares_first_is_lead, find_roles, table_roles

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = sorted((Path(__file__).parent.parent / "samples" / "roles").glob("*.txt"))
SOURCES = ROOT.parent / "shared" / "sources"
SCHEME = SOURCES / "000_38013b333fe9b5a5.txt"
ALPHABET = (
    "市县区旗各省委局办部厅政府财教育牵头配合负责责任单位参加会同等部门、，,；;：:。（）()【】〔〕[] \n\t|/和及由一1.2025年底前完成甲乙"
)


def brief(finding: RoleFinding) -> list[object]:
    flags = [("group", finding.group), ("open", finding.open), ("unsure", finding.confidence < 1)]
    return [finding.name, finding.role, finding.role_printed, finding.basis, [flag for flag, on in flags if on]]


def test_there_are_enough_samples() -> None:
    assert len(SAMPLES) >= 25


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    expected: dict[str, Any] = yaml.safe_load(sample.with_suffix(".yml").read_text(encoding="utf-8"))
    found = find_roles(text, prefix=expected.get("prefix", ""), first_is_lead=expected.get("first_is_lead", False))
    assert [brief(f) for f in found] == expected["roles"]
    assert all(f.why for f in found if f.confidence < 1)
    deadline = find_deadline(text)
    shown = None
    if deadline:
        shown = [deadline.text, deadline.kind, deadline.year, deadline.month, "sure" if deadline.confidence == 1 else "unsure"]
    assert shown == expected["deadline"]


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("（责任单位列第一位者为牵头单位，下同）", True),
        ("排在首位的为牵头部门，其他为配合部门。", True),
        ("责任分解中，列第一位的责任单位为牵头单位或汇总单位。", True),
        ("各项任务的第一责任单位为牵头单位。", True),
        ("注：排在第一位的单位为该项任务的牵头单位", True),
        ("把发展作为第一要务，各牵头单位要抓好落实。", False),
        ("首席专家为牵头人。", False),
        ("牵头单位：市教育局", False),
    ],
)
def test_declaration(text: str, declared: bool) -> None:
    assert declares_first_is_lead(text) is declared


def test_first_listed_group_is_doubted() -> None:
    first, second = find_roles("责任单位：各区政府、市教育局", first_is_lead=True)
    assert (first.role, first.basis, second.role) == ("lead", "first-listed", "responsible")
    assert first.confidence < 1 and first.why


def test_printed_lead_line_overrides_first_listed() -> None:
    found = find_roles("牵头单位：市水务局\n责任单位：市教育局、市财政局", first_is_lead=True)
    assert [(f.name, f.role, f.basis) for f in found] == [
        ("市水务局", "lead", "line"),
        ("市教育局", "responsible", "line"),
        ("市财政局", "responsible", "line"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "完善部门牵头、社会参与的工作机制。",
        "这次会议的参加单位：包括全部成员。",
        "强化责任落实，加强协调配合。",
        "责任领导：何云山",
        "分管领导：县委常委、副县长白石川；责任人：周小舟",
        "支持企业牵头承担重大科技专项，鼓励高校参与。",
        "建立由市发展改革委牵头的联席会议制度。",
        "努力打造为人民服务、对人民负责、受人民监督的政府。",
    ],
)
def test_no_role(text: str) -> None:
    assert find_roles(text) == ()


HEADER = ["序号", "工作任务", "牵头领导", "牵头单位", "配合单位", "完成时限"]


def test_table() -> None:
    row = ["3", "整修渠道20公里，由县水利局负责日常管护", "白石川", "县水利局", "县财政局、农业农村局\n各乡镇", "2024年6月"]
    found = table_roles(HEADER, row)
    assert [(f.name, f.role, f.role_printed, f.basis) for f in found] == [
        ("县水利局", "lead", "牵头单位", "table"),
        ("县财政局", "participant", "配合单位", "table"),
        ("县农业农村局", "participant", "配合单位", "table"),
        ("各乡镇", "participant", "配合单位", "table"),
    ]
    assert all("\t".join(row)[f.start : f.end] == f.printed for f in found)


def test_table_that_says_more_in_a_cell() -> None:
    found = table_roles(["任务", "责任单位"], ["办好幼儿园", "市教育局牵头，市财政局、各区政府配合"])
    assert [(f.name, f.role, f.basis) for f in found] == [
        ("市教育局", "lead", "table"),
        ("市财政局", "participant", "table"),
        ("各区政府", "participant", "table"),
    ]


def test_table_with_persons_in_the_cell() -> None:
    found = table_roles(["任务", "责任单位及责任人"], ["办好幼儿园", "市教育局\n王大山"])
    assert [f.name for f in found] == ["市教育局"]


def test_short_row_is_doubted() -> None:
    (lead, *_) = table_roles(HEADER, ["白石川", "县水利局", "县财政局", "2024年6月"])
    assert lead.name == "县水利局" and lead.role == "lead" and lead.confidence < 1 and lead.why


def test_first_listed_in_a_table() -> None:
    found = table_roles(["任务", "责任单位"], ["办好幼儿园", "市教育局、市财政局"], first_is_lead=True)
    assert [(f.role, f.basis) for f in found] == [("lead", "first-listed"), ("responsible", "table")]


@given(st.text(alphabet=ALPHABET, max_size=200), st.sampled_from(["", "市", "旗委"]), st.booleans())
def test_findings_stand_in_the_text(text: str, prefix: str, first: bool) -> None:
    for finding in find_roles(text, prefix=prefix, first_is_lead=first):
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.printed
        assert finding.name and 0 < finding.confidence <= 1
        assert finding.confidence == 1 or finding.why


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(text[f.start : f.end] == f.printed for f in find_roles(text))
    declares_first_is_lead(text)


@given(st.lists(st.text(alphabet=ALPHABET, max_size=20), max_size=6), st.lists(st.text(alphabet="牵头责任单位", max_size=6), max_size=6))
def test_any_table_is_read(row: list[str], header: list[str]) -> None:
    assert all("\t".join(row)[f.start : f.end] == f.printed for f in table_roles(header, row))


@pytest.mark.parametrize(
    "piece",
    [
        "牵头单位：市教育局、财政局，",
        "（市教育局牵头，",
        "市教育局牵头",
        "责任单位" + " " * 50,
        "（牵头）",
        "市教育局和",
        "会同",
        "（（",
        "市教育局、",
        "等部门",
        "“牵头，",
        "由市教育局",
    ],
)
def test_cost_is_linear_in_hostile_text(piece: str) -> None:
    text = piece * (250_000 // len(piece))
    began = time.process_time()
    find_roles(text)
    assert time.process_time() - began < 5


def _tasks(text: str) -> dict[int, str]:
    marks = list(re.finditer(r"^(\d+)\.", text, re.MULTILINE))
    ends = [m.start() for m in marks[1:]] + [len(text)]
    return {int(m.group(1)): text[m.start() : end] for m, end in zip(marks, ends, strict=True)}


@pytest.mark.skipif(not SCHEME.exists(), reason="the official documents are not here")
def test_scheme_of_alxa_right() -> None:
    tasks = _tasks(SCHEME.read_text(encoding="utf-8"))
    found = {number: find_roles(task) for number, task in tasks.items()}
    everything = [f for number in found for f in found[number]]
    # Counted by hand: 20 indicators with 21 providers (row 20 has two); 99 tasks, of which 33, 93 and 105 have two leads and 110 has three.
    assert len(found) == 119
    roles = Counter(f.role for f in everything)
    assert roles["provider"] == 21
    assert roles["lead"] == 104
    assert roles["responsible"] == 0
    assert all(any(f.role == "lead" for f in found[number]) for number in range(21, 120))
    assert [f.name for f in found[94]][:7] == ["旗司法局", "旗委办公室", "旗委组织部", "旗委宣传部", "旗委统战部", "旗人大办", "旗政府办"]
    assert [f.name for f in found[111]] == [
        "旗委办公室", "旗纪委监委", "旗委宣传部", "旗委组织部", "旗委政法委", "旗委巡察办", "旗人大办", "旗政府办", "旗政协办",
    ]  # fmt: skip
    assert [f.name for f in found[110] if f.role == "lead"] == ["旗委政法委", "旗人武部", "旗发改委"]


@pytest.mark.skipif(not SCHEME.exists(), reason="the official documents are not here")
def test_scheme_agrees_with_the_data() -> None:
    units: dict[str, str] = {}
    for unit in yaml.safe_load((ROOT / "data/units/alxa-right.yml").read_text(encoding="utf-8"))["units"]:
        for name in (unit["name"], *unit.get("aliases", ())):
            units[name] = unit["id"]
    tasks = _tasks(SCHEME.read_text(encoding="utf-8"))
    compared = 0
    for path in sorted((ROOT / "data/plans/alxa-right-145").glob("c*.yml")):
        for task in _records(yaml.safe_load(path.read_text(encoding="utf-8"))):
            wanted = [(r["unit"], r["role_printed"]) for r in (*task["leads"], *task.get("participants", ()))]
            # The document names 民政局 twice in task 90.
            found = list(dict.fromkeys((units.get(f.name, f.name), f.role_printed) for f in find_roles(tasks[task["number"]])))
            assert found == wanted, task["number"]
            compared += 1
    assert compared == 99


def _records(division: dict[str, Any]) -> list[dict[str, Any]]:
    found = list(division.get("tasks", ()))
    for child in division.get("children", ()):
        found += _records(child)
    return found


@pytest.mark.skipif(not SCHEME.exists(), reason="the official documents are not here")
@pytest.mark.parametrize("name", ["001", "002", "003", "004"])
def test_outlines_that_name_nobody(name: str) -> None:
    (path,) = SOURCES.glob(f"{name}_*.txt")
    assert find_roles(path.read_text(encoding="utf-8")) == ()
