"""No page kind may break a rule that axe can see: WCAG 2.0 to 2.2, levels A and AA, and axe's own best practices.

Every kind of page × 320 and 1280 px × light, dark and large type; typical kinds in the simplified mode and in high contrast.
What a program cannot see (sense of order, plain words, a real screen reader) is not shown by this test.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.served import CHROMIUM
from tests.browser.test_browser import KINDS, below

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path")]
WIDTHS = (320, 1280)
MODES: dict[str, dict[str, object]] = {
    "light": {"colour": "light"},
    "dark": {"colour": "dark"},
    "large": {"size": "huge"},
}
MORE: dict[str, dict[str, object]] = {
    "elder": {"elder": True},
    "contrast": {"contrast": True},
    "contrast-dark": {"contrast": True, "colour": "dark"},
}
TYPICAL = ("home", "plan", "task", "explore", "search")
"""Kinds that between them hold everything that the further modes change."""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
"""axe's tags: https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags"""


@pytest.fixture(scope="module", params=WIDTHS, ids=lambda width: f"{width}px")
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 800}, locale="zh-CN", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def choose(page: Page, host: str, mode: dict[str, object]) -> None:
    """Keep a reading mode in this browser, as the panel does."""
    page.goto(host, wait_until="load")
    page.evaluate("choice => localStorage.setItem(minggui.key, choice)", json.dumps(mode))


def violations(page: Page, host: str, kinds: Iterable[str]) -> list[str]:
    """What axe finds on pages, a line for each broken rule with up to three places."""
    found = []
    for kind in kinds:
        page.goto(below(host, KINDS[kind]), wait_until="load")
        for violation in Axe().run(page, options=RULES).response["violations"]:
            places = "; ".join(f"{node['target']} {node['failureSummary']}" for node in violation["nodes"][:3])
            found.append(f"{kind}: {violation['id']} ({len(violation['nodes'])}): {places}")
    return found


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_on_any_page_kind(page: Page, host: str, mode: str) -> None:
    choose(page, host, MODES[mode])
    found = violations(page, host, KINDS)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("mode", MORE)
def test_axe_finds_nothing_in_the_modes_for_those_who_see_badly(page: Page, host: str, mode: str) -> None:
    choose(page, host, MORE[mode])
    found = violations(page, host, TYPICAL)
    assert not found, "\n".join(found)
