"""``robots.txt``, ``llms.txt`` and the engine's ``sitemap.xml``."""

from __future__ import annotations

import re
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.exports import discovery_files, open_data
from generator.pages import build_pages
from generator.site.project import Project, read_project
from tests.conftest import ROOT

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, tiny_project: Project) -> Project:
    """The tiny project, with an address of its own."""
    return read_project(tiny_project.root, {"MINGGUI_SITE_URL": "https://example.org/x/"})


def files(project: Project) -> dict[str, str]:
    assert project.site is not None
    return discovery_files(project.graph, project.site)


def test_everything_may_be_read_and_the_sitemap_is_named_where_there_is_one(tiny_project: Project, project: Project) -> None:
    assert files(tiny_project)["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert files(project)["robots.txt"] == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/x/sitemap.xml\n"


def test_llms_says_what_the_site_is_and_is_not(tiny_project: Project) -> None:
    text = files(tiny_project)["llms.txt"]
    assert text.startswith("# 小样\n\n> ")
    for words in ("不是政府网站", "2026-01-31", "原文未写明", "CC BY 4.0", "不是官方原话"):
        assert words in text
    assert len(text.encode("utf-8")) < 6_000


@pytest.mark.parametrize("base", ["", "https://example.org/x"])
def test_every_link_of_llms_leads_somewhere(tiny_project: Project, project: Project, base: str) -> None:
    read = project if base else tiny_project
    assert read.site is not None
    known = (
        {page.address for page in build_pages(read.graph, read.site, {})} | set(open_data(read.graph, read.site)) | {"about/", "feed.xml"}
    )
    addresses = re.findall(r"\]\(([^)]*)\)", files(read)["llms.txt"])
    assert len(addresses) > 12
    for address in addresses:
        assert address.startswith(f"{base}/")
        assert address.removeprefix(f"{base}/") in known


def sitemap(url: str, pages: list[object]) -> str:
    environment = Environment(loader=FileSystemLoader(ROOT / "site_src/overrides"), autoescape=False)
    return environment.get_template("sitemap.xml").render(config={"site_url": url}, pages=pages)


def mkdocs_file(url: str) -> object:
    return SimpleNamespace(page=SimpleNamespace(canonical_url=url))


def zensical_page(url: str) -> object:
    return SimpleNamespace(canonical_url=url, page=None)


@pytest.mark.parametrize("entry", [mkdocs_file, zensical_page])
def test_the_sitemap_lists_every_page_but_search_without_dates(entry: type) -> None:
    addresses = ["https://example.org/", "https://example.org/search/", "https://example.org/tasks/a-145-001/?a=1&b=2"]
    root = ET.fromstring(sitemap("https://example.org/", [entry(address) for address in addresses]))
    assert [found.text for found in root.iter(f"{NAMESPACE}loc")] == [addresses[0], addresses[2]]
    assert not list(root.iter(f"{NAMESPACE}lastmod"))


def test_without_an_address_there_is_no_sitemap() -> None:
    assert sitemap("", [mkdocs_file("")]).strip() == "", "MkDocs writes no file for an empty text"
