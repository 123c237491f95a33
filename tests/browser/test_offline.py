"""The offline copy of the real site, unpacked and opened from disk in a real browser."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.search import records_file, search_records
from generator.search.whole import ADDRESS
from generator.site.offline import write_copy
from generator.site.project import read_project
from tests.browser.served import CHROMIUM
from tests.search.benchmark import ask

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path"),
]


@pytest.fixture(scope="module")
def unpacked(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the unpacked copy: a name with spaces and Chinese, as people have them."""
    folder = tmp_path_factory.mktemp("我的 文件")
    project = read_project(real_site, {})
    assert project.site is not None
    write_copy(real_site / "site", folder / "copy.zip", project.site, {ADDRESS: records_file(search_records(project.graph))})
    with zipfile.ZipFile(folder / "copy.zip") as archive:
        archive.extractall(folder)
    return folder / "minggui-offline"


@pytest.fixture
def tab(browser: Browser, unpacked: Path) -> Iterator[Page]:
    """A tab in which nothing may fail, and nothing be asked for outside the copy."""
    opened = browser.new_page(viewport={"width": 375, "height": 700}, locale="zh-CN")
    problems: list[str] = []
    here = unpacked.as_uri() + "/"
    opened.on("request", lambda request: None if request.url.startswith((here, "data:")) else problems.append(f"asked: {request.url}"))
    # A page that is left may break off what it still asked for; that is no failure.
    opened.on("requestfailed", lambda request: None if "ABORTED" in (request.failure or "") else problems.append(f"failed: {request.url}"))
    opened.on("console", lambda message: problems.append(message.text) if message.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: problems.append(str(error)))
    yield opened
    opened.close()
    assert problems == []


def test_from_the_file_to_open_to_a_task(tab: Page, unpacked: Path) -> None:
    tab.goto((unpacked / "从这里打开.html").as_uri())
    tab.wait_for_url("**/site/index.html")
    tab.click('article a[href="plans/alxa-right-145/index.html"]')
    tab.wait_for_url("**/plans/alxa-right-145/index.html")
    tab.click('article a[href="c02/index.html"] >> nth=0')
    tab.wait_for_url("**/plans/alxa-right-145/c02/index.html")
    tab.click('article a[href*="tasks/alxa-right-145-"] >> nth=0')
    tab.wait_for_url("**/tasks/alxa-right-145-*/index.html")
    assert "第" in tab.inner_text("article")
    tab.click(".mg-name")
    tab.wait_for_url("**/site/index.html")


def test_search_finds_from_disk_and_leads_on(tab: Page, unpacked: Path) -> None:
    here = (unpacked / "site").as_uri() + "/"
    tab.goto(here + "search/index.html")
    for query, page in (
        ("骆驼", "topics/camel/"),
        ("养老", "topics/eldercare/"),
        ("luotuo", "topics/camel/"),
        ("第21条", "tasks/alxa-right-145-021/"),
    ):
        found, _ = ask(tab, query, here)
        assert page in found[:3], query
    ask(tab, "骆驼", here)
    tab.click("#mg-results h3 a >> nth=0")
    tab.wait_for_url("**/site/*/*/index.html")
    tab.go_back()
    tab.wait_for_selector("#mg-results h3 a")
    assert tab.input_value("#mg-q") == "骆驼"


def test_the_form_of_the_home_page_leads_to_the_answer(tab: Page, unpacked: Path) -> None:
    tab.goto((unpacked / "site/index.html").as_uri())
    tab.fill("#mg-home-q", "养老")
    tab.press("#mg-home-q", "Enter")
    tab.wait_for_url("**/search/index.html?q=*")
    tab.wait_for_selector("#mg-results h3 a")
    assert tab.locator("#mg-results h3 a").first.get_attribute("href")


@pytest.mark.parametrize("address", ["tasks/alxa-right-145-021/", "units/alxa-right-nongkeju/", "glossary/", "data/", "about/"])
def test_pages_open_without_a_complaint(tab: Page, unpacked: Path, address: str) -> None:
    tab.goto((unpacked / "site" / address / "index.html").as_uri(), wait_until="load")
    tab.wait_for_timeout(200)
    assert tab.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") != "0px"


def test_a_record_s_own_data_opens(tab: Page, unpacked: Path) -> None:
    tab.goto((unpacked / "site/tasks/alxa-right-145-021/index.html").as_uri())
    links = tab.eval_on_selector_all("a", "all => all.map(a => a.href).filter(href => href.endsWith('.json'))")
    assert len(links) == 1
    tab.goto(links[0])
    assert json.loads(tab.inner_text("body"))["id"] == "alxa-right-145-021"


def test_unpacked_in_part_the_page_says_what_to_do(browser: Browser, unpacked: Path, tmp_path: Path) -> None:
    """As a zip viewer does: only the one file is taken out."""
    shutil.copy(unpacked / "从这里打开.html", tmp_path)
    tab = browser.new_page()
    tab.goto((tmp_path / "从这里打开.html").as_uri())
    assert "解压" in tab.inner_text("body")
    tab.close()
