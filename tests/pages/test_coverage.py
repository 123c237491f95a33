"""The coverage page, the verdict on plan pages, and the official passage beside the interpretation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.graph import Graph
from generator.model import Verification
from generator.pages import coverage, task
from generator.pages.blocks import Heading, Original
from generator.pages.lists import original_blocks
from generator.render import render_page
from generator.site.project import Project
from tests.copies import QINGHE, Copy, copy_tiny
from tests.pages.reading import headings, links, missing, under, words

SHA = "0" * 64
RESULT = f"""id: qinghe-145-verification
document: main
sha256: "{SHA}"
date: 2026-02-01
facts:
  - {{kind: plan, number: 6}}
  - {{kind: role, number: 9}}
differences: 0
coverage:
  - {{what: headings, found: 1001, represented: 1000}}
  - {{what: items, found: 4, represented: 4}}
  - {{what: boxes, found: 0, represented: 0}}
open:
  - {{what: headings, starts: 第九章保障措施, reason: 只有一句话}}
  - {{what: figures, starts: 水渠五条}}
"""
FILE = QINGHE + "verification.yml"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return copy_tiny(tmp_path)


def graph_with(copy: Copy, result: str) -> Graph:
    copy.path(FILE).write_text(result, encoding="utf-8")
    return copy.graph()


def test_a_plan_that_was_never_compared_says_so(copy: Copy) -> None:
    for file in (copy.root / "data").rglob("verification.yml"):
        file.unlink()
    tiny_graph = copy.graph()
    page = coverage.page(tiny_graph)
    assert page.address == "coverage/"
    assert missing(page) == ["还没有用官方文件核对过"] * len(tiny_graph.plans)
    assert {"qinghe-145", "linhe-2024", "how"} <= set(headings(page))


def test_what_was_compared_and_what_is_represented(copy: Copy) -> None:
    graph = graph_with(copy, RESULT)
    text = words(coverage.page(graph))
    for said in ("2026-02-01逐项核对了15项事实，没有不同", "文件信息（标题、文号、日期）", "牵头和参加的单位", "1001", "1000"):
        assert said in text
    assert text.count("还没有用官方文件核对过") == len(graph.plans) - 1


def test_a_hundred_percent_is_only_said_of_everything(copy: Copy) -> None:
    text = words(coverage.page(graph_with(copy, RESULT))).split("\n")
    assert "99.9%" in text
    assert text.count("100%") == 1
    assert "专栏" not in text, "what the document does not have is no row"


def test_what_is_left_out_stands_there_with_its_reason(copy: Copy) -> None:
    text = words(coverage.page(graph_with(copy, RESULT)))
    assert "还有2处没有收：" in text
    assert "“第九章保障措施…”" in text
    assert "：只有一句话" in text
    assert "“水渠五条…”" in text


@pytest.mark.parametrize(("number", "said"), [(0, "没有不同"), (3, "3处不同")])
def test_the_verdict_counts_the_differences(copy: Copy, number: int, said: str) -> None:
    graph = graph_with(copy, RESULT.replace("differences: 0", f"differences: {number}"))
    verdict = coverage.verdict(graph, graph.plans["qinghe-145"])
    assert verdict[0] == f"2026-02-01逐项核对了15项事实，{said}。"


def test_a_comparison_with_another_text_is_said_to_be_old(copy: Copy) -> None:
    graph = graph_with(copy, RESULT.replace(SHA, "1" * 64))
    plan = graph.plans["qinghe-145"]
    assert not coverage.is_current(plan, graph.dataset.all(Verification)["qinghe-145-verification"])
    assert "之后换过文本，要重新核对" in str(coverage.verdict(graph, plan)[0])


def test_the_plan_page_links_to_its_part_of_the_coverage_page(copy: Copy) -> None:
    graph = graph_with(copy, RESULT)
    verdict = coverage.verdict(graph, graph.plans["qinghe-145"])
    assert [getattr(part, "address", None) for part in verdict][1:] == ["coverage/#qinghe-145"]
    assert "plans/qinghe-145/" in {link.address for link in links(coverage.page(graph))}


def test_without_the_document_there_is_no_original(tiny_graph: Graph) -> None:
    page = task.page(tiny_graph, tiny_graph.tasks["qinghe-145-001"], date(2026, 1, 31))
    assert not any(isinstance(block, Original) for block in page.blocks)
    assert "original" not in headings(page)
    assert original_blocks(()) == []


def test_the_official_passage_stands_last_and_apart(tiny_graph: Graph) -> None:
    page = task.page(tiny_graph, tiny_graph.tasks["qinghe-145-001"], date(2026, 1, 31), ("1.第一段。", "牵头单位:县民政局"))
    assert headings(page)["original"] == "原文"
    assert isinstance(page.blocks[-2], Heading)
    assert under(page, "original") == (Original(("1.第一段。", "牵头单位:县民政局")),)


def test_the_official_passage_is_text_and_folds(tiny_project: Project) -> None:
    assert tiny_project.site is not None
    graph = tiny_project.graph
    hostile = ("1.第一段。<script>alert(1)</script>", "# 不是标题 {{ x }}")
    html = render_page(task.page(graph, graph.tasks["qinghe-145-001"], date(2026, 1, 31), hostile), tiny_project.site)
    assert "<details" in html
    assert "<script>alert(1)" not in html
    assert "\n# 不是标题" not in html
