"""Pictures in a real browser: whole at 320 px and in large type, in the page's colours, their tables within reach of the keyboard."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.test_browser import CHROMIUM, below

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path"),
]
PAGES = ("plans/hure-145/", "plans/alxa-hitech-145/", "units/alxa-right-shengtai/", "indicators/registered-unemployment/")
LARGE, HUGE = 22, 30
"""Body type of large-type mode in px, and larger than any that a page offers."""
OUTSIDE = """() => [...document.querySelectorAll('.mg-chart > svg')].flatMap(picture => {
  const box = picture.getBoundingClientRect();
  return [...picture.querySelectorAll('text, rect, line, circle, path')].filter(mark => {
    const own = mark.getBoundingClientRect();
    return own.left < box.left - 1.6 || own.right > box.right + 1.6 || own.bottom > box.bottom + 2;
  }).map(mark => mark.outerHTML);
})"""
SIZES = """() => [...document.querySelectorAll('.mg-chart > svg text')].map(text => parseFloat(getComputedStyle(text).fontSize))"""
FILLS = """() => {
  const style = mark => getComputedStyle(document.querySelector(mark));
  return [style('.mg-chart .p').fill, style('.mg-chart .q').fill, style('.mg-chart text').fill, style('body').backgroundColor];
}"""


def opened(browser: Browser, address: str, width: int = 320, scheme: Literal["light", "dark"] = "light", size: int = 0) -> Any:
    tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="zh-CN")
    tab.goto(address, wait_until="load")
    if size:
        tab.add_style_tag(content=f".md-typeset {{ font-size: {size}px !important }}")
    return tab


@pytest.mark.parametrize("size", [0, LARGE, HUGE])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_reaches_over_the_edge(browser: Browser, host: str, address: str, size: int) -> None:
    tab = opened(browser, below(host, address), size=size)
    assert tab.evaluate(OUTSIDE) == []
    sizes = tab.evaluate(SIZES)
    assert sizes and min(sizes) >= 12
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    tab.close()


def test_words_keep_their_size_at_every_width(browser: Browser, host: str) -> None:
    sizes = set()
    for width in (320, 1280):
        tab = opened(browser, below(host, PAGES[0]), width)
        sizes |= set(tab.evaluate(SIZES))
        tab.close()
    assert len(sizes) == 1


def test_pictures_take_the_colours_of_the_page(browser: Browser, host: str) -> None:
    light = opened(browser, below(host, PAGES[2]))
    dark = opened(browser, below(host, PAGES[2]), scheme="dark")
    for full, hollow, words, ground in (light.evaluate(FILLS), dark.evaluate(FILLS)):
        assert hollow == ground
        assert full != ground and words not in {ground, full}
    assert light.evaluate(FILLS) != dark.evaluate(FILLS)
    light.close()
    dark.close()


def test_the_table_opens_by_keyboard(browser: Browser, host: str) -> None:
    tab = opened(browser, below(host, PAGES[2]))
    table = tab.locator("details.mg-twin table")
    assert not table.is_visible()
    tab.locator("details.mg-twin summary").focus()
    tab.keyboard.press("Enter")
    assert table.is_visible()
    links = table.locator("a").count()
    assert links == table.locator("tbody tr").count() > 2
    tab.close()
