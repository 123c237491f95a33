"""What stands at old addresses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from generator.exports import redirect_files
from generator.graph import Graph
from generator.model.site import Site
from generator.site.project import Project, published_files, read_project
from tests.hostile import Hostile


@pytest.fixture(scope="module")
def site(tiny_project: Project) -> Site:
    assert tiny_project.site is not None
    return tiny_project.site


@pytest.fixture(scope="module")
def files(tiny_graph: Graph, site: Site) -> dict[str, str]:
    return redirect_files(tiny_graph, site)


def found(text: str, path: str) -> list[str]:
    """Return what an XPath finds in a page, as text."""
    tree: HtmlElement = html.document_fromstring(text)
    return [str(one.text_content()) if isinstance(one, HtmlElement) else str(one) for one in tree.xpath(path)]


def test_pages_for_what_had_one_and_json_for_every_record(files: dict[str, str]) -> None:
    assert set(files) == {
        "tasks/qinghe-145-004/index.html",
        "tasks/qinghe-145-004/index.json",
        "targets/qinghe-145-004-t01/index.json",
        "topics/tea-tours/index.html",
        "topics/tea-tours/index.json",
        "topics/green-tea/index.html",
    }


def test_a_page_leads_on_without_a_script(files: dict[str, str]) -> None:
    page = files["tasks/qinghe-145-004/index.html"]
    assert found(page, "//link[@rel='canonical']/@href") == ["../qinghe-145-003/"]
    assert found(page, "//meta[@http-equiv='refresh']/@content") == ["0; url=../qinghe-145-003/"]
    assert found(page, "//a/@href") == ["../qinghe-145-003/"]
    assert found(page, "//p")[0] == "这个地址从2025-12-01起停用：和扩大茶园是同一条。"
    assert not found(page, "//script")


def test_the_canonical_link_is_whole_where_the_site_has_an_address(tiny_graph: Graph, site: Site) -> None:
    files = redirect_files(tiny_graph, site.model_copy(update={"url": "https://example.org/m/"}))
    canonical = [found(text, "//link[@rel='canonical']/@href")[0] for name, text in files.items() if name.endswith("html")]
    assert sorted(canonical) == [
        "https://example.org/m/tasks/qinghe-145-003/",
        "https://example.org/m/topics/",
        "https://example.org/m/topics/tea/",
    ]
    row = json.loads(files["targets/qinghe-145-004-t01/index.json"])
    assert (row["moved_to"], row["json"]) == ("qinghe-145-003", "https://example.org/m/tasks/qinghe-145-003/index.json")


def test_json_says_where_the_record_is_now(files: dict[str, str]) -> None:
    assert json.loads(files["tasks/qinghe-145-004/index.json"]) == {
        "id": "qinghe-145-004",
        "moved_to": "qinghe-145-003",
        "since": "2025-12-01",
        "reason": "和扩大茶园是同一条",
        "url": "/tasks/qinghe-145-003/",
        "json": "/tasks/qinghe-145-003/index.json",
    }
    assert json.loads(files["topics/tea-tours/index.json"])["json"] is None


def test_a_retired_chapter_and_a_retired_anchor(tiny: Path, site: Site) -> None:
    with (tiny / "data/published.txt").open("a", encoding="utf-8") as out:
        out.write("division qinghe-145-c09\ndivision qinghe-145-c01-s09\n")
    with (tiny / "data/redirects.yml").open("a", encoding="utf-8") as out:
        out.write("  - {from: qinghe-145-c09, to: qinghe-145-c01, since: 2026-01-01, reason: 合并}\n")
        out.write("  - {from: qinghe-145-c01-s09, to: qinghe-145-c01-s01, since: 2026-01-01, reason: 合并}\n")
    project = read_project(tiny, {})
    assert project.diagnostics == ()
    files = redirect_files(project.graph, site)
    assert "plans/qinghe-145/c09/index.html" in files
    assert "url=../c01/" in files["plans/qinghe-145/c09/index.html"]
    assert "plans/qinghe-145/c01-s09/index.html" not in files, "a section had no page"
    assert json.loads(files["divisions/qinghe-145-c01-s09/index.json"])["url"] == "/plans/qinghe-145/c01/#s01"


def test_a_page_that_is_there_comes_first(tiny: Path) -> None:
    with (tiny / "data/redirects.yml").open("a", encoding="utf-8") as out:
        out.write("  - {from: timeline/2025/, to: timeline/, since: 2026-01-01, reason: 没有目标}\n")
        out.write("  - {from: timeline/2099/, to: timeline/, since: 2026-01-01, reason: 没有目标}\n")
    files = published_files(read_project(tiny, {}))
    assert "timeline/2025/index.html" not in files
    assert "timeline/2099/index.html" in files
    assert {"topics/green-tea/index.html", "feed.xml"} <= set(files)


def test_hostile_reasons_stay_text(tiny: Path, site: Site) -> None:
    Hostile(tiny).fill("\"><script>alert(1)</script>'{{7*7}}")
    for name, text in redirect_files(read_project(tiny, {}).graph, site).items():
        if name.endswith(".html"):
            assert not found(text, "//script")
            assert "alert" in found(text, "//p")[0]
