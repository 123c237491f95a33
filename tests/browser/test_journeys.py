"""What citizens come for, from the home page on, by taps alone: on a phone and on a desktop, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.served import CHROMIUM

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path")]
SCREENS: dict[str, ViewportSize] = {"phone": {"width": 375, "height": 700}, "desktop": {"width": 1280, "height": 900}}


@pytest.fixture(params=[*SCREENS, "phone without scripts"])
def visitor(request: pytest.FixtureRequest, browser: Browser, host: str) -> Iterator[Page]:
    """Somebody who has just opened the home page."""
    size, _, without = request.param.partition(" without ")
    context = browser.new_context(viewport=SCREENS[size], locale="zh-CN", java_script_enabled=not without)
    page = context.new_page()
    page.goto(host, wait_until="load")
    yield page
    context.close()


def tap(page: Page, name: str | re.Pattern[str], within: str = "article") -> None:
    """Follow the first link of that name."""
    page.locator(within).get_by_role("link", name=name).first.click()
    page.wait_for_load_state("load")


def test_education_in_my_town_who_and_by_when_in_three_steps(visitor: Page) -> None:
    """1: my town. 2: education. 3: a task. Who leads and until when stands there, on its first screen."""
    tap(visitor, re.compile("^库伦镇"))
    assert visitor.locator("h1").inner_text() == "库伦镇"
    tap(visitor, re.compile("^教育"))
    assert "/topics/education/#plan-hure-145" in visitor.url
    assert visitor.locator("#plan-hure-145").is_visible()
    visitor.locator("#plan-hure-145 ~ .mg-rows a").first.click()
    visitor.wait_for_load_state("load")
    facts = visitor.locator(".mg-facts").first.inner_text()
    assert "/tasks/hure-145-" in visitor.url
    assert "谁负责" in facts
    assert "到何时" in facts


def test_a_unit_and_what_it_must_deliver(visitor: Page) -> None:
    tap(visitor, "按单位找")
    tap(visitor, "旗农科局")
    said = visitor.locator("article").inner_text()
    assert "牵头" in said
    assert "按主题看" in said


def test_the_same_subject_in_another_place(visitor: Page) -> None:
    tap(visitor, "放在一起比")
    tap(visitor, re.compile("^养老$"))
    said = visitor.locator("article").inner_text()
    assert "各写了多少" in said
    assert "比的时候要知道" in said


def test_what_is_due_by_a_year(visitor: Page) -> None:
    tap(visitor, "看时间线")
    tap(visitor, "2025年")
    assert "已经过去" in visitor.locator(".mg-lead").inner_text()
    visitor.locator(".mg-rows a").first.click()
    visitor.wait_for_load_state("load")
    assert re.search("/(tasks|indicators|plans)/", visitor.url)


def test_every_document_says_how_well_it_is_covered(visitor: Page) -> None:
    tap(visitor, "看核对情况")
    said = visitor.locator("article").inner_text()
    assert "库伦旗" in said
    assert "%" in said
