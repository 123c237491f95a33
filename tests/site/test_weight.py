"""What a visitor has to load (DESIGN §7): a task page's HTML, and all of a first view, compressed as hosts do it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.crawl import LOADED, BuiltPage, BuiltSite

pytestmark = pytest.mark.site

PAGE = 20_000
"""Bytes of HTML that no task page may exceed. DESIGN allows 25,000."""
FRAME = 6_000
"""Bytes of HTML that a page carries around its article."""
FIRST_VIEW = 60_000
"""Bytes, compressed, of everything that a first visit loads. DESIGN allows 250,000."""
VIEWS = ["", "tasks/alxa-right-145-021/", "plans/alxa-right-145/", "units/alxa-right-nongkeju/", "indicators/gdp-growth/"]


@pytest.fixture(scope="module")
def site(real_site: Path) -> BuiltSite:
    return BuiltSite(real_site / "site")


def own_html(page: BuiltPage) -> str:
    """The page without the official passage, which only a publisher who has the documents shows."""
    return re.sub(r'<details class="mg-original">.*?</details>', "", page.file.read_text(encoding="utf-8"), flags=re.DOTALL)


def loaded(site: BuiltSite, page: BuiltPage) -> dict[str, int]:
    """Compressed size of the page and of every file that it makes a browser load."""
    files = {reference.path for reference in page.references if reference.ours and reference.element in LOADED - {"form"}}
    contents = {name: (site.folder / name).read_bytes() for name in files} | {page.name: page.file.read_bytes()}
    return {name: len(gzip.compress(content, 6)) for name, content in contents.items()}


def test_no_task_page_is_heavy(site: BuiltSite) -> None:
    sizes = {name: len(own_html(page).encode()) for name, page in site.pages.items() if re.fullmatch(r"tasks/[^/]+/", name)}
    assert len(sizes) > 600
    heaviest = sorted(sizes.items(), key=lambda item: -item[1])[:3]
    assert heaviest[0][1] <= PAGE, heaviest


def test_the_frame_is_small(site: BuiltSite) -> None:
    frames = {page.name: len(re.sub(r"<article.*</article>", "", own_html(page), flags=re.DOTALL).encode()) for page in site.pages.values()}
    assert max(frames.values()) <= FRAME, max(frames.items(), key=lambda item: item[1])


@pytest.mark.parametrize("address", VIEWS)
def test_a_first_view_is_light(site: BuiltSite, address: str) -> None:
    sizes = loaded(site, site.pages[address])
    assert len(sizes) >= 4, "page, style sheet, script, icon"
    assert sum(sizes.values()) <= FIRST_VIEW, sizes


def test_nothing_of_the_theme_is_loaded(site: BuiltSite) -> None:
    for page in site.pages.values():
        theirs = [r.path for r in page.references if r.element in LOADED and re.match("assets/(javascripts|stylesheets)", r.path)]
        assert theirs == [], page.name
