"""schema.org values hold what the data knows, and nothing where it knows nothing."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any, cast

import pytest

from generator.pages import build_pages
from generator.pages.blocks import Entries
from generator.pages.page import Page
from generator.render.structured import structured_data
from generator.site.project import Project, read_project
from tests.conftest import ROOT

TASK_BUDGET = 700


def structured(page: Page) -> dict[str, Any]:
    assert page.structured is not None
    return cast("dict[str, Any]", page.structured)


def nodes(page: Page) -> list[dict[str, Any]]:
    found = structured(page)
    assert found["@context"] == "https://schema.org"
    return cast("list[dict[str, Any]]", found.get("@graph", [found]))


def node(page: Page, kind: str) -> dict[str, Any]:
    return next(found for found in nodes(page) if found["@type"] == kind)


def pages_of(project: Project) -> dict[str, Page]:
    assert project.site is not None
    return {page.address: page for page in build_pages(project.graph, project.site, project.written)}


def test_a_plan_page_is_an_article_about_legislation(pages: dict[str, Page], tiny_project: Project) -> None:
    plan = tiny_project.graph.plans["qinghe-145"]
    article = node(pages["plans/qinghe-145/"], "Article")
    assert (article["headline"], article["inLanguage"]) == (plan.short_title, "zh-CN"), "ours is not called as theirs"
    assert article["license"] == "https://creativecommons.org/licenses/by/4.0/"
    law = article["about"]
    assert (law["@type"], law["name"], law["@id"]) == ("Legislation", plan.title, "#document")
    assert law.get("legislationIdentifier") == plan.document_number
    assert law.get("legislationDate") == (plan.dated.isoformat() if plan.dated else None)
    assert law.get("legislationPassedBy", {}).get("name") == plan.issuer
    assert law.get("datePublished") == (plan.published.isoformat() if plan.published else None)
    assert law.get("sameAs") == plan.documents[0].url
    assert law["temporalCoverage"] == f"{plan.period.start}/{plan.period.end}"


@pytest.mark.parametrize(
    ("validity", "force"),
    [
        ("有效", "https://schema.org/InForce"),
        ("失效", "https://schema.org/NotInForce"),
        ("废止", "https://schema.org/NotInForce"),
        ("未注明", None),
    ],
)
def test_legal_force_is_said_only_where_the_page_says_it(tiny: Path, validity: str, force: str | None) -> None:
    path = tiny / "data/plans/qinghe-145/plan.yml"
    text = path.read_text(encoding="utf-8")
    before = next(line for line in text.splitlines() if line.startswith("validity:"))
    path.write_text(text.replace(before, f"validity: {validity}"), encoding="utf-8")
    law = node(pages_of(read_project(tiny, {}))["plans/qinghe-145/"], "Article")["about"]
    assert law.get("legislationLegalForce") == force


def test_a_report_is_no_legislation(pages: dict[str, Page]) -> None:
    about = node(pages["plans/linhe-2024/"], "Article")["about"]
    assert about["@type"] == "Report"
    assert not [key for key in about if key.startswith("legislation")]


def test_a_task_page_is_an_article_alone(pages: dict[str, Page], tiny_project: Project) -> None:
    task = tiny_project.graph.tasks["qinghe-145-001"]
    found = structured(pages["tasks/qinghe-145-001/"])
    assert (found["@type"], found["headline"]) == ("Article", task.title)
    assert found["about"]["name"] == tiny_project.graph.plans["qinghe-145"].title


def test_units_are_what_they_are(pages: dict[str, Page], tiny_project: Project) -> None:
    kinds = {}
    for unit in tiny_project.graph.units.values():
        found = [n for n in nodes(pages[f"units/{unit.id}/"]) if n["@type"] != "BreadcrumbList"]
        kinds[unit.kind] = found[0]["@type"] if found else None
        if found:
            assert found[0]["name"] == unit.name
            assert found[0].get("alternateName", []) == list(unit.aliases)
    assert kinds["government"] == "GovernmentOrganization"
    assert kinds["group"] is None, "a name for several bodies is no body"
    assert set(kinds.values()) <= {"GovernmentOrganization", "Organization", None}


def test_glossary_and_data(pages: dict[str, Page]) -> None:
    found = node(pages["glossary/"], "DefinedTermSet")
    assert (found["name"], found["@id"]) == ("名词解释", "./")
    dataset = node(pages["data/"], "Dataset")
    assert dataset["dateModified"] == "2026-01-31"
    assert dataset["distribution"][0]["contentUrl"] == "minggui-data.zip"


def listed(page: Page) -> list[dict[str, Any]]:
    assert page.structured_list is not None
    assert page.structured_list["@context"] == "https://schema.org"
    return cast("list[dict[str, Any]]", page.structured_list["@graph"])


def test_every_term_is_named_where_it_is_explained(tiny: Path, pages: dict[str, Page], tiny_project: Project) -> None:
    terms = tiny_project.graph.terms
    found = listed(pages["glossary/"])
    assert {term["@type"] for term in found} == {"DefinedTerm"}
    assert [(term["@id"], term["name"], tuple(term.get("alternateName", ()))) for term in found] == [
        (f"#{term.id}", term.term, term.aliases) for term in terms.values()
    ]
    anchors = {entry.anchor for block in pages["glossary/"].blocks if isinstance(block, Entries) for entry in block.entries}
    assert {term["@id"] for term in found} == {f"#{anchor}" for anchor in anchors}
    assert {term["inDefinedTermSet"] for term in found} == {"./"}
    assert [page.address for page in pages.values() if page.structured_list] == ["glossary/"]
    whole = pages_of(read_project(tiny, {"MINGGUI_SITE_URL": "https://example.org/x/"}))["glossary/"]
    assert listed(whole)[0]["@id"] == "https://example.org/x/glossary/#day-care"
    assert {term["inDefinedTermSet"] for term in listed(whole)} == {node(whole, "DefinedTermSet")["@id"]}


def test_a_glossary_without_terms_lists_none(tiny: Path) -> None:
    (tiny / "data/terms.yml").unlink()
    page = pages_of(read_project(tiny, {}))["glossary/"]
    assert page.structured_list is None


def test_the_terms_of_this_repository_stay_a_quarter_of_their_page() -> None:
    """Compressed, as hosts send it: 479 terms weigh 11 kB, their page without them 42 kB."""
    project = read_project(ROOT, {"MINGGUI_SITE_URL": "https://a-rather-long-name.example.org/minggui/"})
    page = pages_of(project)["glossary/"]
    assert page.structured_list is not None
    assert len(listed(page)) == len(project.graph.terms)
    assert len(gzip.compress(structured_data(page.structured_list).encode("utf-8"), 6)) <= 30 * len(project.graph.terms)


def test_breadcrumbs_are_those_that_are_shown(pages: dict[str, Page]) -> None:
    for page in pages.values():
        if not page.crumbs or page.address.startswith("tasks/q") or page.address.startswith("tasks/l"):
            continue
        items = node(page, "BreadcrumbList")["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert [item["name"] for item in items] == [*(crumb.text for crumb in page.crumbs), page.title]
        assert "item" not in items[-1], "the page itself"


def test_addresses_are_relative_to_the_page_or_whole(tiny: Path, pages: dict[str, Page]) -> None:
    items = node(pages["plans/qinghe-145/c01/"], "BreadcrumbList")["itemListElement"]
    assert [item.get("item") for item in items[:3]] == ["../../../", "../", "../p1/"]
    whole = pages_of(read_project(tiny, {"MINGGUI_SITE_URL": "https://example.org/x/"}))
    items = node(whole["plans/qinghe-145/c01/"], "BreadcrumbList")["itemListElement"]
    assert items[1]["item"] == "https://example.org/x/plans/qinghe-145/"
    law = node(whole["plans/qinghe-145/"], "Article")["about"]
    assert law["@id"] == "https://example.org/x/plans/qinghe-145/#document"


def test_a_task_of_this_repository_pays_no_more_than_its_budget() -> None:
    project = read_project(ROOT, {"MINGGUI_SITE_URL": "https://a-rather-long-name.example.org/minggui/"})
    sizes = {
        page.address: len(structured_data(page.structured).encode("utf-8"))
        for page in pages_of(project).values()
        if page.structured and page.record and page.record[0] == "task"
    }
    assert len(sizes) > 500
    assert max(sizes.values()) <= TASK_BUDGET, max(sizes, key=lambda address: sizes[address])


def test_no_page_of_this_repository_says_more_than_a_few_lines() -> None:
    """It stands in the head of the page, before anything that a reader sees."""
    project = read_project(ROOT, {"MINGGUI_SITE_URL": "https://a-rather-long-name.example.org/minggui/"})
    sizes = {page.address: len(structured_data(page.structured).encode("utf-8")) for page in pages_of(project).values() if page.structured}
    assert max(sizes.values()) <= 1_600, max(sizes, key=lambda address: sizes[address])
