"""The finished site, crawled: equal bytes from equal input, no dead link, no foreign host, a small navigation."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from generator.tables import FILES
from tests.crawl import BuiltSite

pytestmark = pytest.mark.site

TOP = {
    "",
    "search/",
    "plans/",
    "topics/",
    "places/",
    "units/",
    "projects/",
    "indicators/",
    "glossary/",
    "data/",
    "about/",
    "explore/",
    "compare/",
    "timeline/",
    "coverage/",
    "changes/",
    "progress/",
}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="session", params=["tiny_site", "dressed_site", "real_site"])
def root(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def site(root: Path) -> BuiltSite:
    return BuiltSite(root / "site")


def test_two_builds_in_two_folders_are_the_same_bytes(dressed_site: Path, dressed_again: Path) -> None:
    first, second = contents(dressed_site / "site"), contents(dressed_again / "site")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    staged, again = contents(dressed_site / "build/docs"), contents(dressed_again / "build/docs")
    assert staged == again


def test_nothing_of_the_machine_is_in_the_site(root: Path) -> None:
    folder = str(root).encode()
    assert [name for name, content in contents(root / "site").items() if folder in content] == []


def test_every_staged_page_and_export_is_in_the_site(root: Path, site: BuiltSite) -> None:
    staged = {path.relative_to(root / "build/docs").as_posix() for path in (root / "build/docs").rglob("*") if path.is_file()}
    built = set(contents(root / "site"))
    missing = {name for name in staged if re.sub(r"index\.md$", "index.html", name) not in built}
    assert missing == set()
    assert len(site.pages) == sum(name.endswith(".md") for name in staged) + 1, "one page for each file and the 404 page"


def test_no_link_leads_nowhere(site: BuiltSite) -> None:
    checked = sum(reference.ours for page in site.pages.values() for reference in page.references)
    assert checked > 20 * len(site.pages), "the crawl must have looked at links"
    assert list(site.broken()) == []


def test_nothing_is_loaded_from_another_host(site: BuiltSite) -> None:
    assert list(site.third_parties()) == []


def test_ids_are_unique_on_every_page(site: BuiltSite) -> None:
    repeated = {page.name: [i for i, n in Counter(page.ids).items() if n > 1] for page in site.pages.values()}
    assert {name: ids for name, ids in repeated.items() if ids} == {}


def test_every_page_has_one_h1_and_says_who_speaks(site: BuiltSite) -> None:
    for page in site.pages.values():
        assert len(page.tree.xpath("//h1")) == 1, page.name
        assert page.tree.get("lang") == ("en" if page.name.startswith("en/") else "zh"), page.name
        if page.name != "404.html":
            assert page.tree.xpath("//meta[@name='description']/@content"), page.name


def test_navigation_holds_only_top_pages(site: BuiltSite) -> None:
    """No page carries the tree of plans: links, breadcrumbs and search lead there (DESIGN §4)."""
    for page in site.pages.values():
        folder = "en/" if page.name.startswith("en/") else ""
        navigation = page.links("//nav[@id='menu']//li[not(a/@hreflang)]")
        if navigation:  # the tiny site wears the engine's own theme
            assert all(address.startswith(folder) for _, address in navigation), page.name
            entries = {address.removeprefix(folder) for _, address in navigation}
            assert entries <= TOP, page.name
            assert {"", "plans/", "topics/", "places/", "units/"} <= entries, page.name


def test_every_address_of_the_exports_is_a_place_in_the_site(site: BuiltSite) -> None:
    """``url`` is our address of the record: a page, and where it has an anchor an element that bears it."""
    lost = []
    for file in (site.folder / "data" / f"{name}.json" for name in FILES.values()):
        for row in json.loads(file.read_text(encoding="utf-8")):
            path, _, anchor = row["url"].removeprefix("/").partition("#")
            page = site.pages.get(path)
            if page is None or (anchor and anchor not in page.ids):
                lost.append(f"{file.name}: {row['id']} → {row['url']}")
    assert lost == []


def test_real_site_is_reached_from_home_alone(real_site: Path) -> None:
    """No page is an orphan: links alone lead to every one of them."""
    site = BuiltSite(real_site / "site")
    seen, todo = {""}, [""]
    while todo:
        for reference in site.pages[todo.pop()].references:
            if reference.ours and reference.element == "a" and reference.path in site.pages and reference.path not in seen:
                seen.add(reference.path)
                todo.append(reference.path)
    assert set(site.pages) - seen - {"404.html"} == set()


def test_old_addresses_lead_on_and_nothing_leads_to_them(dressed_site: Path) -> None:
    site = BuiltSite(dressed_site / "site")
    assert set(site.moved) == {"tasks/qinghe-145-004/", "topics/green-tea/", "topics/tea-tours/"}
    assert {page.references[0].path for page in site.moved.values()} <= set(site.pages), "the canonical link"
    assert not {reference.path for page in site.pages.values() for reference in page.references} & set(site.moved)
    sitemap = dressed_site / "site/sitemap.xml"
    assert not sitemap.exists() or "qinghe-145-004" not in sitemap.read_text(encoding="utf-8")


def test_a_lost_visitor_finds_a_way_in_each_language(dressed_site: Path) -> None:
    page = BuiltSite(dressed_site / "site").pages["404.html"]
    assert ("首页", "") in page.links()
    assert ("Home", "en/") in page.links()
    assert page.tree.xpath("//article//p[@lang='en']")
