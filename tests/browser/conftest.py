"""One browser, the built site behind a static host, and fresh tabs, for the tests in this folder.

Playwright's blocking interface can be started once a thread only: whoever needs a browser asks for the fixture ``browser``.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, CHROMIUM
from tests.crawl import BuiltSite
from tests.site_fixtures import dressed_site, real_site

__all__ = ["dressed_site", "real_site"]


class Quiet(SimpleHTTPRequestHandler):
    """A static host that keeps no log."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def built(real_site: Path) -> BuiltSite:
    return BuiltSite(real_site / "site")


@pytest.fixture(scope="session")
def host(real_site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(real_site / "site")))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 375, "height": 700}, locale="zh-CN")
    yield opened
    opened.close()


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    return context.new_page()
