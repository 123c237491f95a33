"""The built real site in a real browser: nothing leaves the host, nothing scrolls sideways, everything is two taps away."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from generator.search import search_records, segmented
from generator.site.project import read_project
from tests.browser.served import ARGUMENTS as ARGUMENTS
from tests.browser.served import CHROMIUM as CHROMIUM
from tests.browser.served import Quiet as Quiet
from tests.conftest import ROOT
from tests.crawl import BuiltSite

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path"),
]
TASK = "tasks/alxa-right-145-021/"
KINDS = {
    "home": "",
    "plans": "plans/",
    "plan": "plans/alxa-right-145/",
    "chapter": "plans/alxa-right-145/c02/",
    "indicator chapter": "plans/alxa-right-145/c01/",
    "tasks": "tasks/",
    "task": TASK,
    "units": "units/",
    "unit": "units/alxa-right-nongkeju/",
    "group": "units/alxa-right-sumuzhen/",
    "projects": "projects/",
    "project": "projects/alxa-right-camel-milk-base/",
    "indicators": "indicators/",
    "indicator": "indicators/gdp-growth/",
    "topics": "topics/",
    "topic": "topics/camel/",
    "audiences": "audiences/",
    "audience": "audiences/camel-herders/",
    "places": "places/",
    "place": "places/alatengaobao-zhen/",
    "search": "search/?q=%E5%85%BB%E8%80%81",
    "explore": "explore/",
    "explore table": "explore/alxa-right-145/",
    "compare": "compare/",
    "compare topic": "compare/education/",
    "timeline": "timeline/",
    "changes": "changes/",
    "corrections": "corrections/",
    "timeline year": "timeline/2025/",
    "progress": "progress/",
    "coverage": "coverage/",
    "task outline": "tasks/hure-145-084/",
    "glossary": "glossary/",
    "data": "data/",
    "dictionary": "data/dictionary/",
    "about": "about/",
    "missing": "404.html",
}


def below(host: str, address: str) -> str:
    return urljoin(host, address)


def settled(tab: Page, address: str) -> None:
    """Open a page and leave its scripts the time to ask for what they want."""
    tab.goto(address, wait_until="load")
    tab.wait_for_timeout(250)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_leaves_the_host_and_nothing_fails(tab: Page, host: str, kind: str) -> None:
    requests: list[str] = []
    problems: list[str] = []

    def asked(request: Request) -> None:
        requests.append(request.url)

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            problems.append(message.text)

    tab.on("request", asked)
    tab.on("console", said)
    tab.on("pageerror", lambda error: problems.append(str(error)))
    tab.on("requestfailed", lambda request: problems.append(f"failed: {request.url}"))
    tab.on("response", lambda response: problems.append(f"{response.status}: {response.url}") if response.status >= 400 else None)
    settled(tab, below(host, KINDS[kind]))
    assert len(requests) >= 3, "the page and what it loads"
    foreign = [url for url in requests if urlsplit(url).scheme in {"http", "https", "ws", "wss"} and not url.startswith(host)]
    assert foreign == []
    assert problems == []
    assert tab.evaluate("document.cookie") == ""


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_no_page_scrolls_sideways(tab: Page, host: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 700})
    wide = {}
    for kind, address in KINDS.items():
        tab.goto(below(host, address), wait_until="load")
        scroll, client = tab.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if scroll > client:
            wide[kind] = scroll
    assert wide == {}, f"wider than {width} px"


def test_nothing_is_cut_off_beside_the_screen(tab: Page, host: str) -> None:
    """A page that hides its overflow would pass the scroll test: no text may stand right of the screen, unless in a scroller."""
    tab.set_viewport_size({"width": 320, "height": 700})
    outside = {}
    for kind, address in KINDS.items():
        tab.goto(below(host, address), wait_until="load")
        cut = tab.evaluate(
            """() => [...document.querySelectorAll("article *")].filter(e => {
                if (!e.getClientRects().length || e.closest(".mg-table, .md-typeset__scrollwrap, pre")) return false;
                return e.getBoundingClientRect().right > window.innerWidth + 1;
            }).map(e => e.outerHTML.slice(0, 80))"""
        )
        if cut:
            outside[kind] = cut[:3]
    assert outside == {}


def test_from_home_to_a_task_in_two_taps(tab: Page, host: str, built: BuiltSite) -> None:
    """Home → topic, audience, place or plan → task, by links that a thumb can hit."""
    ways = []
    for _, first in built.pages[""].links():
        address = first.partition("#")[0]
        if address in built.pages and address not in {"", TASK} and TASK in {t.partition("#")[0] for _, t in built.pages[address].links()}:
            ways.append(address)
    assert ways, "no page that home links to links to the task"
    settled(tab, host)
    tab.locator(f"article a[href='{ways[0]}']").first.click()
    tab.wait_for_url(below(host, ways[0]))
    tab.locator("article a[href$='alxa-right-145-021/']").first.click()
    tab.wait_for_url(below(host, TASK))
    shown = tab.locator("article").inner_text()
    assert tab.locator("h1").inner_text() == "合理布局骆驼养殖加工基地"
    assert "旗农科局" in shown
    assert "2025年" in shown


def test_the_first_screen_of_a_task_answers_who_and_when(tab: Page, host: str) -> None:
    settled(tab, below(host, TASK))
    height = tab.evaluate("window.innerHeight")
    for text in ("旗农科局", "2025年"):
        box = tab.locator("article").get_by_text(text).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 1.5 * height, f"{text} stands too far down"


def found(tab: Page) -> list[str]:
    """The titles of the first results, when they have come."""
    tab.locator("#mg-results a").first.wait_for(state="visible", timeout=15_000)
    titles: list[str] = tab.locator("#mg-results li a").evaluate_all("list => list.slice(0, 3).map(a => a.textContent)")
    return titles


def test_the_home_page_leads_to_results(tab: Page, host: str) -> None:
    settled(tab, host)
    field = tab.locator("#mg-home-q")
    field.fill("骆驼")
    field.press("Enter")
    tab.wait_for_url("**/search/?q=*")
    assert any("骆驼" in title for title in found(tab))
    tab.locator("#mg-results li a").first.click()
    tab.wait_for_url(lambda url: "/search/" not in url)
    assert "驼" in tab.locator("article").inner_text()


def test_an_address_of_the_first_version_still_works(tab: Page, host: str) -> None:
    tab.goto(host + "?q=" + quote("养老"), wait_until="load")
    tab.wait_for_url("**/search/?q=*")
    assert any("养老" in title for title in found(tab))


def test_nothing_of_search_is_loaded_before_it_is_wanted(tab: Page, host: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    settled(tab, below(host, TASK))
    assert [url for url in asked if "/search/" in url] == []


def asked(tab: Page, host: str, query: str) -> str:
    """What the status says of a question, when it is answered."""
    tab.goto(below(host, "search/?q=" + quote(query)), wait_until="load")
    tab.wait_for_function("document.getElementById('mg-status').dataset.turn", timeout=15_000)
    return tab.locator("#mg-status").inner_text()


@pytest.mark.parametrize(
    ("query", "title"),
    [("luotuo", "骆驼"), ("駱駝", "骆驼"), ("骆陀", "骆驼"), ("养　老", "养老"), ("阿右政办发〔2023〕23号", "阿拉善右旗")],
)
def test_other_ways_of_writing_lead_to_the_same_thing(tab: Page, host: str, query: str, title: str) -> None:
    asked(tab, host, query)
    assert any(title in found_title for found_title in found(tab))


def test_a_question_is_cut_as_the_index_was(tab: Page, host: str) -> None:
    """Two rules that disagree would lose hits (``generator/search/segment.py`` and ``site_src/assets/search/words.js``)."""
    texts = sorted(
        {text for record in search_records(read_project(ROOT, {}).graph) for text in (record.title, *record.names, *record.body)}
    )
    texts += ["ＰＭ２.５和5G", "養老，Wi-Fi", "R&D经费", "阿右政办发〔2023〕23号", "㐀豈𠀀 a-1"]
    settled(tab, below(host, "search/"))
    module = below(host, "assets/search/words.js")
    cut = tab.evaluate("async ([module, texts]) => texts.map((await import(module)).segment)", [module, texts])
    wrong = [text for text, tokens in zip(texts, cut, strict=True) if " ".join(tokens) != segmented(text)]
    assert len(texts) > 1000
    assert wrong == []


def test_what_was_understood_differently_can_be_taken_back(tab: Page, host: str) -> None:
    assert "按拼音理解为" in asked(tab, host, "luotuo")
    tab.get_by_role("button", name="仍搜原词").click()
    tab.wait_for_function("!document.getElementById('mg-status').textContent.includes('按拼音理解为')")


def test_suggestions_are_taken_by_the_keyboard(tab: Page, host: str) -> None:
    settled(tab, below(host, "search/"))
    field = tab.locator("#mg-q")
    field.press_sequentially("骆")
    tab.locator("#mg-suggest [role=option]").first.wait_for(state="visible")
    field.press("ArrowDown")
    chosen = tab.locator("#mg-suggest [aria-selected=true]")
    assert chosen.count() == 1
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    field.press("Escape")
    assert tab.locator("#mg-suggest").is_hidden()
    assert field.input_value() == "骆"


def test_results_are_narrowed_and_widened(tab: Page, host: str) -> None:
    asked(tab, host, "养老")
    tab.wait_for_function("document.getElementById('mg-results').dataset.turn", timeout=15_000)
    every = tab.locator("#mg-results li").count()
    tab.locator("#mg-filters summary").click()
    only = tab.locator("#mg-filters [data-group='类别'] button").filter(has_text="项目")
    only.click()
    assert set(tab.locator("#mg-results .mg-tag").all_inner_texts()) == {"项目"}
    assert "项目" in tab.locator("#mg-filters summary").inner_text()
    only.click()
    assert tab.locator("#mg-results li").count() == every


def test_nothing_found_is_said_and_words_are_offered(tab: Page, host: str) -> None:
    said = asked(tab, host, "补课")
    assert "没有找到" in said
    assert tab.locator("#mg-results li").count() == 0
    assert tab.locator("#mg-status a").count() > 0


def test_hostile_questions_stay_text(tab: Page, host: str) -> None:
    asked(tab, host, "<img src=x onerror=alert(1)>养老")
    assert tab.locator("#mg-status img, #mg-results img").count() == 0


def test_the_keyboard_reaches_the_skip_link_and_the_main_links(tab: Page, host: str) -> None:
    tab.set_viewport_size({"width": 1280, "height": 800})
    settled(tab, below(host, TASK))
    reached: list[str] = []
    skip = ""
    for _ in range(60):
        tab.keyboard.press("Tab")
        target, seen = tab.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect();
            return [e.getAttribute("href") || "", r.width > 0 && r.height > 0]; }"""
        )
        if not reached:
            skip = target
        reached.append(target)
        if target and "nongkeju" in target:
            assert seen
            break
    assert skip.startswith("#"), f"the first stop is no skip link but {skip!r}"
    assert tab.locator(skip).count() == 1, "the skip link leads to an element of the page"
    assert any("nongkeju" in target for target in reached), "the lead unit is not reached in 60 stops"


def test_focus_is_visible(tab: Page, host: str) -> None:
    tab.set_viewport_size({"width": 1280, "height": 800})
    settled(tab, below(host, TASK))
    link = tab.locator("article a[href*='nongkeju']").first
    before = link.evaluate(
        "e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.backgroundColor]; }"
    )
    link.focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    after = link.evaluate(
        "e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.backgroundColor]; }"
    )
    assert link.evaluate("e => e === document.activeElement")
    assert after != before


@pytest.mark.parametrize("kind", ["home", "plan", "task", "unit", "place"])
def test_without_scripts_pages_read_well(browser: Browser, host: str, kind: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 700})
    try:
        tab = context.new_page()
        tab.goto(below(host, KINDS[kind]), wait_until="load")
        assert tab.locator("h1").is_visible()
        links = tab.locator("article a[href]")
        assert links.count() > 5
        assert links.nth(3).is_visible()
        if kind == "home":
            tab.locator("#mg-home-q").fill("骆驼")
            tab.locator(".mg-search button").click()
            tab.wait_for_url("**/search/?q=*")
            assert "脚本" in tab.locator("noscript").first.inner_text() or tab.get_by_text("按主题找").first.is_visible()
            assert tab.locator("article a[href*='topics/camel']").first.is_visible()
        if kind == "task":
            shown = tab.locator("article").inner_text()
            assert "旗农科局" in shown
            assert "2025年" in shown
    finally:
        context.close()
