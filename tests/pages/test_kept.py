"""Every page leads an editor to the line, the file or the folder to change, or says why there is none."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from generator import search
from generator.language import Catalogue, speaking
from generator.model.site import Site
from generator.pages import build_pages
from generator.pages.kept import kept
from generator.pages.page import Page
from generator.render.page import edit_url
from generator.site.project import Project, read_project
from tests.conftest import ROOT

CODE = "https://example.org/me/code"


@pytest.fixture(scope="module")
def real() -> tuple[Project, list[Page]]:
    project = read_project(ROOT, {})
    assert project.site is not None
    return project, [*build_pages(project.graph, project.site, project.written), search.page(project.graph)]


def opened(page: Page, site: Site) -> tuple[str, str]:
    """Return kind and path of what a page's edit link opens."""
    kind, branch, path = edit_url(page, site).removeprefix(CODE + "/").split("/", 2)
    assert branch == site.branch
    return kind, unquote(path)


def test_every_page_leads_to_something_that_is_there_or_says_why_not(real: tuple[Project, list[Page]]) -> None:
    project, pages = real
    assert project.site is not None
    site = project.site.model_copy(update={"repository": CODE + "/"})
    for page in pages:
        if not edit_url(page, site):
            held = kept(page)
            assert held is not None, page.address
            assert held.says, page.address
            continue
        kind, path = opened(page, site)
        file, _, line = path.partition("#L")
        place = ROOT / file
        if kind == "edit":
            lines = place.read_text(encoding="utf-8").split("\n")
            assert 1 <= int(line) <= len(lines)
            if page.record:
                here = "\n".join(lines[int(line) - 1 : int(line) + 1])
                assert f"id: {page.record[1]}" in here, f"{page.address}: {path}"
        else:
            assert place.is_dir() if kind == "tree" else place.is_file(), f"{page.address}: {path}"


def test_lists_lead_to_the_folder_or_file_of_what_they_list(pages: dict[str, Page], tiny_project: Project) -> None:
    assert tiny_project.site is not None
    site = tiny_project.site.model_copy(update={"repository": CODE})
    found = {address: opened(page, site) for address, page in pages.items() if page.record is None and edit_url(page, site)}
    assert found["units/"] == ("tree", "data/units")
    assert found["topics/"] == ("blob", "data/topics.yml")
    assert found["glossary/"] == ("blob", "data/terms.yml")
    assert found["progress/"] == ("tree", "data/updates")
    assert found["explore/qinghe-145/"] == ("tree", "data/plans/qinghe-145")
    assert found["timeline/2025/"] == ("tree", "data/plans")
    assert found["about/"] == ("edit", "site_src/pages/about.md#L1")
    assert set(pages) - set(found) == {a for a, p in pages.items() if p.record} | {"", "data/", "data/dictionary/"}


def test_a_page_with_a_line_of_its_own_needs_no_other_place(pages: dict[str, Page]) -> None:
    assert kept(pages["tasks/qinghe-145-001/"]) is None


def test_it_is_said_in_the_language_of_the_page(pages: dict[str, Page]) -> None:
    with speaking(Catalogue("en", "English", texts={("", "一个地区一个文件"): ("one file for each region",)})):
        held = kept(pages["units/"])
    assert held is not None
    assert (held.path, held.says) == ("data/units/", "one file for each region")


def test_an_unforeseen_page_says_that_a_program_makes_it() -> None:
    held = kept(Page("unforeseen/", "没有想到的", (), (), ()))
    assert held is not None
    assert (held.path, "程序" in held.says) == ("", True)
    assert Path(ROOT / "data/updates").is_dir(), "the page of progress leads there before the first update"
