"""The site in English, in a real browser: the way there and back, the words of scripts, and the rules that axe can see."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.served import CHROMIUM
from tests.browser.test_axe import RULES
from tests.browser.test_browser import KINDS, below

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path")]
EVERY = {kind: address for kind, address in KINDS.items() if kind != "missing"}
HAN = re.compile(r"[\u3400-\u9fff]")


UNMARKED = r"""() => [...document.querySelectorAll('body *:not(script):not(style)')]
  .filter((e) => e.getClientRects().length && !e.closest('[lang=zh], svg'))
  .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && /[\u3400-\u9fff]/.test(n.data)))
  .map((e) => e.outerHTML.slice(0, 160))"""


@pytest.fixture(params=[(375, "light"), (1280, "dark")], ids=["phone", "desktop"])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, colours = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="en-GB", color_scheme=colours, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def test_axe_finds_nothing_on_any_page_kind_in_english(reader: Page, host: str) -> None:
    found = []
    for kind, address in EVERY.items():
        reader.goto(below(host, f"en/{address}"), wait_until="load")
        for violation in Axe().run(reader, options=RULES).response["violations"]:
            places = "; ".join(f"{node['target']} {node['failureSummary']}" for node in violation["nodes"][:3])
            found.append(f"{kind}: {violation['id']}: {places}")
        assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{kind} is wider than the screen"
    assert not found, "\n".join(found)


def test_the_way_to_english_and_back_stays_on_the_page(reader: Page, host: str) -> None:
    reader.goto(below(host, KINDS["task"]), wait_until="load")
    title = reader.locator("h1").inner_text()
    reader.locator(".mg-footer").get_by_role("link", name="English").click()
    reader.wait_for_url(f"**/en/{KINDS['task']}")
    assert reader.locator("html").get_attribute("lang") == "en"
    assert "Who is responsible" in reader.locator(".mg-facts").first.inner_text()
    assert reader.locator("h1").inner_text() == title
    assert reader.locator("h1 [lang=zh]").count() == 1
    reader.locator(".mg-footer").get_by_role("link", name="中文").click()
    reader.wait_for_url(lambda url: "/en/" not in url)
    assert reader.locator("html").get_attribute("lang") == "zh"


def test_education_who_and_by_when_in_english(reader: Page, host: str) -> None:
    reader.goto(below(host, "en/"), wait_until="load")
    assert "not a government website" in reader.locator(".mg-notice").first.inner_text()
    reader.locator(".mg-tiles").get_by_role("link", name="Education", exact=True).first.click()
    reader.wait_for_url("**/en/topics/education/")
    reader.locator("#plan-hure-145 ~ .mg-rows a").first.click()
    reader.wait_for_url("**/en/tasks/hure-145-*/")
    facts = reader.locator(".mg-facts").first.inner_text()
    assert "Who is responsible" in facts
    assert "By when" in facts


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("elderly care", "topics/eldercare/"),
        ("养老", "topics/eldercare/"),
        ("骆驼", "topics/camel/"),
        ("jobs", "topics/jobs/"),
        ("Camels", "topics/camel/"),
        ("pension", "topics/pension/"),
        ("unemployment", "indicators/registered-unemployment/"),
        ("Hure Banner", "plans/hure-145/"),
        ("schools", "topics/education/"),
        ("rural roads", "topics/transport/"),
    ],
)
def test_search_understands_names_in_both_languages(reader: Page, host: str, typed: str, page: str) -> None:
    reader.goto(below(host, f"en/search/?q={typed}"), wait_until="load")
    reader.wait_for_selector("#mg-status[data-turn]")
    first = [str(a.get_attribute("href")) for a in reader.locator("#mg-results h3 a").all()[:3]]
    assert any(address.endswith(f"/en/{page}") for address in first), first
    assert not HAN.search(reader.locator("#mg-results .mg-tag").first.inner_text())
    assert not HAN.search(" ".join(reader.locator("#mg-results .mg-kind").all_inner_texts())), "plans and regions have English names"
    assert "result" in reader.locator("#mg-status").inner_text()


def test_an_english_name_leads_to_its_page(reader: Page, host: str) -> None:
    reader.goto(below(host, "en/search/"), wait_until="load")
    reader.locator("#mg-q").press_sequentially("Health c")
    reader.locator("#mg-suggest [role=option]").first.click()
    reader.wait_for_url("**/en/topics/*/")


def test_the_page_of_filters_speaks_english(reader: Page, host: str) -> None:
    reader.goto(below(host, "en/explore/?topic=education&region=hure"), wait_until="load")
    reader.wait_for_selector("#mg-explore[data-turn]")
    assert re.match(r"\d+ tasks? match(es)? \(of \d+\)", reader.locator(".mg-explore__count").inner_text())
    assert "Education" in reader.locator(".mg-explore__chips").inner_text()
    assert "/en/tasks/" in str(reader.locator(".mg-explore__list a").first.get_attribute("href"))
    # What is Chinese on the page, names and measures, says that it is.
    assert reader.evaluate(UNMARKED) == []


def test_the_panel_for_reading_speaks_english(reader: Page, host: str) -> None:
    reader.goto(below(host, "en/"), wait_until="load")
    reader.get_by_role("button", name="Display").click()
    panel = reader.locator(".mg-panel")
    panel.get_by_label("Very large").check()
    assert "Text size: Very large" in panel.inner_text()
    assert not HAN.search(panel.inner_text())


def test_chinese_on_an_english_page_says_that_it_is(reader: Page, host: str) -> None:
    """WCAG 2.2, 3.1.2: a screen reader changes its voice. What the catalogue lacks would be marked too: tests/language sees to that."""
    for kind, address in EVERY.items():
        reader.goto(below(host, f"en/{address}"), wait_until="load")
        assert reader.evaluate(UNMARKED) == [], kind


def test_a_table_says_its_columns_once(reader: Page, host: str) -> None:
    """Where a row is a card, each cell says its column; where the columns have heads, none does."""
    reader.goto(below(host, f"en/{KINDS['task']}"), wait_until="load")
    said = reader.locator(".mg-cards td[data-l]").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    head = reader.locator(".mg-cards thead").first.bounding_box()
    assert (said == "none") == (head is not None and head["width"] > 1)


def test_a_count_stands_apart_from_its_name(reader: Page, host: str) -> None:
    reader.goto(below(host, f"en/{KINDS['unit']}"), wait_until="load")
    gap = reader.locator(".mg-chips a:has(> [lang=zh])").first.evaluate(
        """link => {
            const rest = document.createRange();
            rest.setStart(link.lastChild, link.lastChild.data.search(/\\S/));
            rest.setEnd(link.lastChild, link.lastChild.data.length);
            return rest.getBoundingClientRect().left - link.firstElementChild.getBoundingClientRect().right;
        }"""
    )
    assert gap > 2


def test_the_page_of_filters_fits_in_very_large_type(browser: Browser, host: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, locale="en-GB")
    page = context.new_page()
    page.goto(below(host, "en/"), wait_until="load")
    page.evaluate("localStorage.setItem(minggui.key, JSON.stringify({size: 'huge'}))")
    page.goto(below(host, "en/explore/"), wait_until="load")
    page.wait_for_selector(".mg-explore__sort select")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    label = page.locator(".mg-explore__sort label").bounding_box()
    context.close()
    assert label is not None
    assert label["width"] > label["height"], "Sort by must not stand a letter a line"


def test_names_on_paper_are_parted_as_english_parts_them(reader: Page, host: str) -> None:
    reader.goto(below(host, f"en/{KINDS['task']}"), wait_until="load")
    reader.emulate_media(media="print")
    parted = reader.locator(".mg-chips li:not(:last-child)").first.evaluate("item => getComputedStyle(item, '::after').content")
    assert parted == '", "'


def test_search_fetches_the_words_of_its_language_only(reader: Page, host: str) -> None:
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url.removeprefix(host)))
    reader.goto(below(host, "en/search/?q=camels"), wait_until="load")
    reader.wait_for_selector("#mg-status[data-turn]")
    assert [url for url in asked if url.endswith("words.json")] == ["en/search/words.json"]
