"""Invented languages whose lines run down (traditional Mongolian) or from right to left: their pages can be read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.served import CHROMIUM, Quiet
from tests.site.test_editions import invented
from tests.site_fixtures import build_site, copy_dressed

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path")]
TAGS = ("mn-Mong", "ug")
PAGES = (
    "",
    "tasks/qinghe-145-001/",
    "plans/qinghe-145/",
    "units/qinghe-minzheng/",
    "explore/qinghe-145/",
    "compare/",
    "timeline/",
    "coverage/",
)
CUT = """() => [...document.querySelectorAll("main *, footer *")]
  .filter((e) => e.getClientRects().length && !e.closest("svg"))
  .map((e) => [e, e.getBoundingClientRect()])
  .filter(([, box]) => box.bottom > innerHeight + 1 || box.right + scrollX > document.documentElement.scrollWidth + 1)
  .map(([e]) => e.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module")
def mongolian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = copy_dressed(tmp_path_factory.mktemp("vertical") / "site")
    settings = root / "mkdocs.yml"
    other = "    languages:\n" + "".join(f"      - {{tag: {tag}, name: Minggui, description: A trial}}\n" for tag in TAGS)
    settings.write_text(settings.read_text(encoding="utf-8").replace("    languages:\n", other), encoding="utf-8")
    for tag in TAGS:
        (root / f"site_src/languages/{tag}.po").write_bytes(invented(tag))
    build_site(root)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=[(375, 760), (1280, 900)], ids=["phone", "desktop"])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_lines_run_down_and_nothing_is_cut_off(reader: Page, mongolian: str) -> None:
    cut = {}
    for page in PAGES:
        reader.goto(f"{mongolian}mn-Mong/{page}", wait_until="load")
        assert reader.evaluate("getComputedStyle(document.querySelector('main p')).writingMode") == "vertical-lr"
        assert reader.evaluate("document.documentElement.scrollHeight <= innerHeight"), page
        if found := reader.evaluate(CUT):
            cut[page] = found[:3]
    assert cut == {}


def test_a_wheel_and_keys_lead_on_to_the_right(reader: Page, mongolian: str) -> None:
    reader.goto(f"{mongolian}mn-Mong/plans/qinghe-145/", wait_until="load")
    reader.mouse.move(200, 300)
    reader.mouse.wheel(0, 400)
    reader.wait_for_function("scrollX > 300")
    reader.keyboard.press("End")
    reader.wait_for_function("Math.ceil(scrollX + innerWidth) >= document.documentElement.scrollWidth - 20")
    reader.keyboard.press("Home")
    reader.wait_for_function("scrollX === 0")
    reader.keyboard.press("Space")
    reader.wait_for_function("scrollX > innerWidth / 2")


def test_other_pages_do_not_load_what_is_for_such_lines(reader: Page, mongolian: str) -> None:
    for page, links in (("", 0), ("en/", 0), ("mn-Mong/", 2)):
        reader.goto(f"{mongolian}{page}", wait_until="load")
        assert reader.locator("[href*='vertical.css'], [src*='vertical.js']").count() == links


def test_lines_from_right_to_left_keep_chinese_in_its_order(reader: Page, mongolian: str) -> None:
    for page in PAGES:
        reader.goto(f"{mongolian}ug/{page}", wait_until="load")
        assert reader.locator("html").get_attribute("dir") == "rtl"
        assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth"), page
        chinese = reader.evaluate("[...document.querySelectorAll('main span[lang=zh]')].map((e) => getComputedStyle(e).direction)")
        assert set(chinese) <= {"ltr"}
