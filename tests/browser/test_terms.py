"""A marked word by touch, keyboard, without scripts, without popovers and on paper; what is folded; the letters of the glossary."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.served import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path"),
]
TASK = "tasks/alxa-right-145-021/"
WORD = "草畜平衡"
MEANING = "一片草场能长多少草"
PLAN = "plans/hure-145/"
OLD = "delete HTMLElement.prototype.popover; delete HTMLElement.prototype.showPopover;"
"""What makes this browser one of those that know no popovers."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True, locale="zh-CN")
    yield context.new_page()
    context.close()


def opened(tab: Page, host: str, address: str = TASK) -> Locator:
    tab.goto(urljoin(host, address), wait_until="load")
    return tab.locator("a.mg-term").first


def note(tab: Page) -> Locator:
    return tab.locator(".mg-note:popover-open")


def inside(tab: Page, box: Locator) -> bool:
    shown = box.bounding_box()
    size = tab.viewport_size
    assert shown is not None
    assert size is not None
    right, lower = shown["x"] + shown["width"], shown["y"] + shown["height"]
    return min(shown["x"], shown["y"]) >= 0 and right <= size["width"] and lower <= size["height"]


def focused(tab: Page) -> str:
    return str(tab.evaluate("document.activeElement.className"))


def test_touch_opens_the_explanation_and_touch_beside_it_closes(phone: Page, host: str) -> None:
    word = opened(phone, host)
    word.tap()
    assert MEANING in note(phone).inner_text()
    assert inside(phone, note(phone))
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "#w1" not in phone.url, "no jump and nothing for the back button to undo"
    for target in note(phone).locator("a, button").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()
    phone.touchscreen.tap(160, 100)
    assert note(phone).count() == 0
    word.tap()
    assert note(phone).count() == 1
    word.tap()
    assert note(phone).count() == 0, "the word closes what it opened"
    word.tap()
    phone.get_by_role("button", name="关闭").tap()
    assert note(phone).count() == 0


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_reads_and_comes_back(tab: Page, host: str, key: str) -> None:
    word = opened(tab, host)
    word.focus()
    tab.keyboard.press(key)
    assert "mg-note" in focused(tab)
    assert word.get_attribute("aria-expanded") == "true"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "名词表"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "关闭"
    tab.keyboard.press("Escape")
    assert note(tab).count() == 0
    assert "mg-term" in focused(tab)
    assert word.get_attribute("aria-expanded") == "false"
    tab.keyboard.press(key)
    assert note(tab).count() == 1
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press(key)
    assert note(tab).count() == 0, "the word closes what it opened"


def test_what_a_screen_reader_is_told(tab: Page, host: str) -> None:
    opened(tab, host)
    word = tab.get_by_role("button", name=f"{WORD}，名词解释")
    assert word.get_attribute("aria-haspopup") == "dialog"
    word.click()
    dialog = tab.get_by_role("dialog", name=f"{WORD}，名词解释")
    described = dialog.evaluate("e => document.getElementById(e.getAttribute('aria-describedby')).textContent")
    assert MEANING in described
    assert "一般常识" in described
    assert dialog.evaluate("e => e === document.activeElement")
    ids = tab.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_the_explanation_leads_to_the_glossary(tab: Page, host: str) -> None:
    opened(tab, host).click()
    note(tab).get_by_role("link", name="名词表").click()
    tab.wait_for_url("**/glossary/#caoxu-pingheng")
    heading = tab.locator("#caoxu-pingheng")
    bar = tab.locator(".mg-jumps").bounding_box()
    shown = heading.bounding_box()
    assert heading.inner_text() == WORD
    assert bar is not None
    assert shown is not None
    assert shown["y"] >= bar["y"] + bar["height"] - 1, "the letters do not cover the word"


def without_popover(browser: Browser, scripts: bool) -> Page:
    context = browser.new_context(viewport={"width": 375, "height": 700}, java_script_enabled=scripts, locale="zh-CN")
    context.add_init_script(OLD)
    return context.new_page()


@pytest.mark.parametrize("scripts", [False, True], ids=["no scripts", "no popovers"])
def test_without_scripts_or_popovers_the_word_is_a_link_there_and_back(browser: Browser, host: str, scripts: bool) -> None:
    tab = without_popover(browser, scripts)
    word = opened(tab, host)
    assert word.get_attribute("role") is None
    word.click()
    item = tab.locator("#w1")
    assert MEANING in item.inner_text()
    assert inside(tab, item)
    item.get_by_role("link", name="回到文中").click()
    assert inside(tab, word)
    assert tab.url.endswith("#m1")
    tab.context.close()


def test_paper_shows_the_list_and_nothing_to_press(tab: Page, host: str) -> None:
    word = opened(tab, host)
    word.click()
    tab.keyboard.press("Escape")
    tab.emulate_media(media="print")
    assert MEANING in tab.locator("#w1").inner_text()
    assert tab.locator("#w1 a:visible, .mg-note:visible").count() == 0
    assert word.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"


def test_every_explanation_of_a_long_page_stays_on_the_screen(phone: Page, host: str) -> None:
    opened(phone, host, "plans/hure-145/c01/")
    words = phone.locator("a.mg-term")
    assert words.count() > 5
    for number in range(words.count()):
        words.nth(number).focus()
        phone.keyboard.press("Enter")
        assert inside(phone, note(phone)), words.nth(number).inner_text()
        phone.keyboard.press("Escape")


def test_an_address_opens_what_is_folded(tab: Page, host: str) -> None:
    tab.goto(urljoin(host, PLAN), wait_until="load")
    folded = tab.locator(".mg-more li > span[id]").last
    anchor = folded.get_attribute("id")
    assert not tab.locator(".mg-more").last.evaluate("e => e.open")
    tab.goto(urljoin(host, f"{PLAN}#{anchor}"), wait_until="load")
    tab.wait_for_function("document.querySelector('.mg-more:last-of-type').open || document.querySelectorAll('.mg-more[open]').length")
    assert tab.locator(f"li:has(> #{anchor})").is_visible()


def test_the_letters_of_the_glossary_stay_in_sight_on_wide_screens(tab: Page, host: str) -> None:
    """On a phone they wrap over several lines, which would cover too much."""
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.goto(urljoin(host, "glossary/"), wait_until="load")
    tab.locator(".mg-jumps a", has_text="J").click()
    tab.wait_for_url("**/glossary/#letter-j")
    assert inside(tab, tab.locator("#letter-j"))
    assert tab.locator(".mg-jumps a", has_text="A").first.is_visible()
    assert tab.locator(".mg-jumps").evaluate("e => e.getBoundingClientRect().top >= 0")
