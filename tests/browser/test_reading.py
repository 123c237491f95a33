"""The frame of every page in a real browser: reading settings, the mode for old people, menu, reading aloud, print, no jumps."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.browser.served import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path"),
]
TASK = "tasks/alxa-right-145-021/"
PLAN = "plans/alxa-right-145/"
VOICES = [
    {"name": "far", "lang": "zh-CN", "localService": False},
    {"name": "english", "lang": "en-US", "localService": True},
    {"name": "hongkong", "lang": "zh-HK", "localService": True},
    {"name": "near", "lang": "zh-CN", "localService": True},
]
SPEECH = """(voices) => {
  window.said = [];
  const engine = new EventTarget();
  Object.assign(engine, { now: null, getVoices: () => voices, cancel() { engine.now = null; },
    speak(words) { said.push({ text: words.text, voice: words.voice?.name }); engine.now = words; } });
  window.finish = () => { const words = engine.now; engine.now = null; words?.onend(); };
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: engine });
}"""
"""A stand-in for the browser's voices: it keeps what it was told and says it only when the test lets it."""
SHIFTS = """window.shift = 0;
new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shift += e.value; })
  .observe({ type: "layout-shift", buffered: true });"""


def settings(tab: Page) -> Locator:
    """Open the panel."""
    tab.get_by_role("button", name="阅读设置").click()
    return tab.get_by_role("dialog", name="阅读设置")


def body_size(tab: Page) -> float:
    size: float = tab.evaluate("parseFloat(getComputedStyle(document.querySelector('article > :is(p, ul, ol):not([class])')).fontSize)")
    return size


def chosen(tab: Page) -> dict[str, Any]:
    return dict(json.loads(tab.evaluate("localStorage.getItem('minggui.reading')") or "{}"))


@pytest.fixture
def with_choices(browser: Browser) -> Iterator[Any]:
    """Make tabs of readers who have chosen something before."""
    opened: list[BrowserContext] = []

    def make(width: int = 375, **choices: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 700}, locale="zh-CN")
        opened.append(context)
        context.add_init_script(f"localStorage.setItem('minggui.reading', {json.dumps(json.dumps(choices))})")
        return context.new_page()

    yield make
    for context in opened:
        context.close()


def test_large_type_is_chosen_by_keyboard_and_kept(tab: Page, host: str) -> None:
    tab.goto(urljoin(host, TASK))
    standard = body_size(tab)
    opener = tab.get_by_role("button", name="阅读设置")
    opener.focus()
    tab.keyboard.press("Enter")
    panel = tab.get_by_role("dialog", name="阅读设置")
    large = panel.get_by_role("radio", name="大", exact=True)
    panel.get_by_role("radio", name="标准").focus()
    tab.keyboard.press("ArrowRight")
    assert large.is_checked()
    assert body_size(tab) >= 22 > standard
    assert "字号：大" in panel.get_by_role("status").inner_text()
    tab.keyboard.press("Escape")
    assert panel.count() == 0
    assert opener.evaluate("e => e === document.activeElement"), "focus comes back"
    tab.goto(urljoin(host, PLAN))
    assert body_size(tab) >= 22
    settings(tab).get_by_role("radio", name="特大").check()
    assert body_size(tab) >= 26


def test_choices_hold_before_the_first_paint(with_choices: Any, host: str) -> None:
    """The script that waits for the page never comes; size, mode and colours stand all the same."""
    tab = with_choices(size="huge", elder=True, contrast=True, colour="dark")
    tab.route("**/minggui.js", lambda route: route.abort())
    tab.goto(urljoin(host, TASK))
    assert body_size(tab) >= 26
    wanted = {"size": "huge", "contrast": "more", "colour": "dark", "elder": "on"}
    assert {name: tab.locator("html").get_attribute(f"data-{name}") for name in wanted} == wanted
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("kept", ["nonsense", '{"size": "<b>", "colour": 1, "contrast": "yes", "elder": "on"}', "null", "[]", '"x"'])
def test_broken_choices_do_no_harm(browser: Browser, host: str, kept: str) -> None:
    context = browser.new_context()
    try:
        context.add_init_script(f"localStorage.setItem('minggui.reading', {json.dumps(kept)})")
        tab = context.new_page()
        problems: list[str] = []
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.goto(urljoin(host, TASK))
        assert tab.locator("html").get_attribute("data-size") is None
        assert tab.locator("html").get_attribute("data-colour") == "light"
        settings(tab).get_by_role("radio", name="深色").check()
        assert tab.locator("html").get_attribute("data-colour") == "dark"
        assert problems == []
    finally:
        context.close()


def test_elder_mode_keeps_the_essentials_and_unfolds_the_rest(tab: Page, host: str) -> None:
    tab.goto(urljoin(host, TASK))
    panel = settings(tab)
    panel.get_by_role("checkbox", name="长者模式").check()
    assert "长者模式已打开" in panel.get_by_role("status").inner_text()
    assert panel.get_by_role("radio", name="大", exact=True).is_checked()
    assert panel.get_by_role("radio", name="标准").is_disabled(), "this mode is never in standard size"
    panel.get_by_role("button", name="关闭").click()
    assert body_size(tab) >= 22
    for here in (".mg-lead", ".mg-facts", "#meaning", ".mg-source"):
        assert tab.locator(here).is_visible(), here
    for gone in ("#measures", "#targets", "#related"):
        assert tab.locator(gone).is_hidden(), gone
    more = tab.get_by_role("button", name="展开其余内容")
    assert "具体做什么" in more.inner_text()
    assert more.get_attribute("aria-expanded") == "false"
    box = more.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    more.click()
    assert tab.locator("#measures").is_visible()
    assert tab.get_by_role("button", name="收起其余内容").get_attribute("aria-expanded") == "true"
    tab.goto(urljoin(host, PLAN))
    assert tab.locator("#chapters").is_visible()
    assert tab.locator("#cite").is_hidden(), "the mode is kept, what was unfolded is not"


def test_elder_mode_opens_for_a_link_into_the_fold(with_choices: Any, host: str) -> None:
    tab = with_choices(elder=True)
    tab.goto(urljoin(host, TASK))
    assert tab.locator("#targets").is_hidden()
    tab.get_by_role("link", name="另有1项目标").click()
    assert tab.locator("#targets").is_visible()
    tab.goto(urljoin(host, TASK + "?again#related"))
    assert tab.locator("#related").is_visible()


def test_elder_mode_ends_as_it_began(with_choices: Any, host: str) -> None:
    tab = with_choices()
    tab.goto(urljoin(host, TASK))
    before = tab.locator("html").evaluate("e => e.outerHTML.length")
    panel = settings(tab)
    panel.get_by_role("checkbox", name="长者模式").check()
    panel.get_by_role("checkbox", name="高对比度").check()
    panel.get_by_role("button", name="恢复原样").click()
    assert panel.get_by_role("checkbox", name="长者模式").is_checked() is False
    assert tab.locator("html").get_attribute("data-elder") is None
    assert tab.locator("html").get_attribute("data-contrast") is None
    assert tab.locator("#measures").is_visible()
    assert before > 0


def test_what_the_system_wishes_is_honoured_until_chosen_otherwise(browser: Browser, host: str) -> None:
    context = browser.new_context(color_scheme="dark", contrast="more")
    try:
        tab = context.new_page()
        tab.goto(urljoin(host, TASK))
        paper = "getComputedStyle(document.body).backgroundColor"
        assert tab.evaluate(paper) == "rgb(0, 0, 0)"
        tab.emulate_media(color_scheme="light")
        tab.wait_for_function(f"{paper} === 'rgb(255, 255, 255)'")  # the page follows while it is open
        panel = settings(tab)
        assert panel.get_by_role("checkbox", name="高对比度").is_checked()
        panel.get_by_role("checkbox", name="高对比度").uncheck()
        assert tab.evaluate(paper) not in {"rgb(255, 255, 255)", "rgb(0, 0, 0)"}
        panel.get_by_role("radio", name="深色").check()
        tab.reload()
        assert tab.locator("html").get_attribute("data-colour") == "dark"
        assert chosen(tab) == {"contrast": False, "colour": "dark"}
    finally:
        context.close()


def test_without_scripts_the_system_decides_and_the_menu_unfolds(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark", viewport={"width": 375, "height": 700})
    try:
        tab = context.new_page()
        tab.goto(urljoin(host, TASK))
        assert tab.locator(".mg-settings").is_hidden()
        assert tab.locator("#measures").is_visible()
        assert tab.locator(".mg-nav a", has_text="主题").is_hidden()
        tab.locator(".mg-menu").click()
        tab.locator(".mg-nav a", has_text="主题").click()
        tab.wait_for_url("**/topics/")
        assert "没有脚本" not in tab.locator("body").inner_text()
    finally:
        context.close()


def test_a_page_back_from_memory_shows_what_was_chosen_since(tab: Page, host: str) -> None:
    tab.goto(urljoin(host, TASK))
    tab.goto(urljoin(host, PLAN))
    settings(tab).get_by_role("radio", name="特大").check()
    tab.go_back()
    tab.wait_for_function("document.documentElement.dataset.size === 'huge'")


def test_the_menu_is_a_drawer_that_keeps_focus_and_closes(tab: Page, host: str) -> None:
    tab.goto(urljoin(host, TASK))
    opener = tab.get_by_role("button", name="菜单")
    opener.focus()
    tab.keyboard.press("Enter")
    drawer = tab.get_by_role("dialog", name="菜单")
    assert drawer.get_by_role("link", name="主题").is_visible()
    for _ in range(20):
        tab.keyboard.press("Tab")
        # The browser's own buttons are a stop between; nothing else of the page is.
        assert tab.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    tab.keyboard.press("Escape")
    assert drawer.count() == 0
    assert opener.evaluate("e => e === document.activeElement")
    opener.click()
    tab.mouse.click(20, 400)
    assert drawer.count() == 0, "a tap outside closes"
    opener.click()
    drawer.get_by_role("button", name="关闭").click()
    opener.click()
    drawer.get_by_role("link", name="主题").click()
    tab.wait_for_url("**/topics/")


@pytest.mark.parametrize("size", ["standard", "huge"])
def test_the_header_is_words_that_a_thumb_can_hit(with_choices: Any, host: str, size: str) -> None:
    tab = with_choices(width=320, size=size)
    tab.goto(urljoin(host, TASK))
    for words in ("明规", "搜索", "阅读设置", "菜单"):
        target = tab.locator(".mg-header").get_by_text(words, exact=True).filter(visible=True)
        box = target.bounding_box()
        assert box is not None, words
        assert box["width"] >= 44, words
        assert box["height"] >= 44, words
        assert box["x"] >= 0, words
        assert box["x"] + box["width"] <= 320, words


@pytest.mark.parametrize("choices", [{"size": "huge"}, {"elder": True, "size": "huge"}, {"contrast": True}], ids=str)
def test_nothing_scrolls_sideways_in_any_mode(with_choices: Any, host: str, choices: dict[str, object]) -> None:
    tab = with_choices(width=320, **choices)
    wide = []
    for address in ("", TASK, PLAN, "plans/alxa-right-145/c02/", "units/alxa-right-nongkeju/", "indicators/", "search/", "about/"):
        tab.goto(urljoin(host, address))
        if tab.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(address)
    assert wide == []


def test_breadcrumbs_take_few_lines_on_a_phone_and_all_places_elsewhere(tab: Page, host: str) -> None:
    tab.goto(urljoin(host, TASK))
    crumbs = tab.locator(".mg-crumbs a")
    shown = [crumb for crumb in crumbs.all() if crumb.is_visible()]
    assert [crumb.inner_text() for crumb in shown] == ["阿拉善右旗“十四五”规划分工方案", "(一)打造世界领先的驼产业集群"]
    box = tab.locator(".mg-crumbs").bounding_box()
    assert box is not None
    assert box["height"] <= 90
    tab.set_viewport_size({"width": 1280, "height": 800})
    assert all(crumb.is_visible() for crumb in crumbs.all())
    assert crumbs.count() == 4


@pytest.fixture
def speaking(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 375, "height": 700})
    context.add_init_script(f"({SPEECH})({json.dumps(VOICES)})")
    yield context.new_page()
    context.close()


def spoken(tab: Page) -> list[str]:
    texts: list[str] = tab.evaluate("said.map((one) => one.text)")
    return texts


def test_a_page_is_read_aloud_in_order_and_marked(speaking: Page, host: str) -> None:
    tab = speaking
    tab.goto(urljoin(host, TASK))
    settings(tab).get_by_role("button", name="朗读这一页").click()
    assert tab.get_by_role("dialog").count() == 0
    assert tab.locator(".mg-spoken").inner_text() == "合理布局骆驼养殖加工基地"
    for _ in range(60):
        if tab.locator(".mg-speech").count() == 0:
            break
        assert tab.locator(".mg-spoken").count() == 1
        tab.evaluate("finish()")
    said = spoken(tab)
    order = ["合理布局", "给全旗", "谁负责", "旗农科局", "到何时", "2025年", "对你意味着什么", "有条件的合作社"]
    first = [next(i for i, text in enumerate(said) if words in text) for words in order]
    assert first == sorted(first)
    assert not any("具体做什么" in text or "出处" in text for text in said), "the essentials only"
    assert {one["voice"] for one in tab.evaluate("said")} == {"near"}, "a voice of the device, of the mainland first"
    assert tab.locator(".mg-spoken").count() == 0


def test_a_page_in_another_language_is_read_in_two_voices(browser: Browser, host: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 700})
    try:
        context.add_init_script(f"({SPEECH})({json.dumps(VOICES)})")
        tab = context.new_page()
        tab.goto(urljoin(host, f"en/{TASK}"))
        tab.locator(".mg-settings").click()
        tab.get_by_role("button", name="Read this page aloud").click()
        for _ in range(80):
            if tab.locator(".mg-speech").count() == 0:
                break
            tab.evaluate("finish()")
        said = tab.evaluate("said")
        by = {voice: " ".join(one["text"] for one in said if one["voice"] == voice) for voice in ("near", "english")}
        assert len(said) == sum(one["voice"] in by for one in said)
        assert "合理布局骆驼养殖加工基地" in by["near"]
        assert not re.search("[A-Za-z]{3}", by["near"])
        assert "Who is responsible" in by["english"]
        assert not re.search("[\u3400-\u9fff]", by["english"])
    finally:
        context.close()


def test_reading_aloud_pauses_goes_on_and_stops(speaking: Page, host: str) -> None:
    tab = speaking
    tab.goto(urljoin(host, TASK))
    settings(tab).get_by_role("button", name="朗读这一页").click()
    tab.evaluate("finish()")
    tab.evaluate("finish()")
    before = spoken(tab)
    tab.get_by_role("button", name="暂停").click()
    tab.evaluate("finish()")
    assert spoken(tab) == before, "nothing more is said"
    tab.get_by_role("button", name="继续").click()
    assert spoken(tab) == [*before, before[-1]], "the sentence begins again"
    tab.get_by_role("button", name="停止").click()
    tab.evaluate("finish()")
    assert len(spoken(tab)) == len(before) + 1
    assert tab.locator(".mg-speech, .mg-spoken").count() == 0


@pytest.mark.parametrize("voices", [[], VOICES[:2]], ids=["none", "only a far one"])
def test_no_voice_of_the_device_no_reading_aloud(browser: Browser, host: str, voices: list[object]) -> None:
    context = browser.new_context()
    try:
        context.add_init_script(f"({SPEECH})({json.dumps(voices)})")
        tab = context.new_page()
        tab.goto(urljoin(host, TASK))
        panel = settings(tab)
        assert panel.get_by_role("button", name="朗读").count() == 0
        assert "没有自带的中文语音" in panel.inner_text()
        tab.goto(urljoin(host, f"en/{TASK}"))
        tab.locator(".mg-settings").click()
        assert tab.get_by_role("button", name="Read this page aloud").count() == 0
    finally:
        context.close()


def test_without_a_speech_engine_nothing_is_said_of_it(browser: Browser, host: str) -> None:
    context = browser.new_context()
    try:
        context.add_init_script("delete window.speechSynthesis; Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
        tab = context.new_page()
        tab.goto(urljoin(host, TASK))
        assert "朗读" not in settings(tab).inner_text()
    finally:
        context.close()


def test_paper_has_title_address_and_date_and_no_navigation(with_choices: Any, host: str) -> None:
    tab = with_choices(elder=True, colour="dark", contrast=True)
    tab.goto(urljoin(host, TASK))
    tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    for gone in (".mg-header", ".mg-footer", ".mg-crumbs", ".mg-fold", ".mg-skip", "#neighbours"):
        assert tab.locator(gone).is_hidden(), gone
    for here in ("h1", ".mg-lead", "#measures", "#targets", ".mg-source"):
        assert tab.locator(here).is_visible(), f"{here}: paper has everything"
    block = tab.locator(".mg-print").inner_text()
    assert "数据截止" in block
    assert TASK in block
    assert "不是政府网站" in block
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert tab.evaluate("getComputedStyle(document.querySelector('.mg-lead')).color") == "rgb(0, 0, 0)"


def test_a_printed_task_is_a_pdf_of_few_pages(tab: Page, host: str) -> None:
    tab.goto(urljoin(host, TASK))
    made = tab.pdf(prefer_css_page_size=True)
    assert made.startswith(b"%PDF")
    assert made.count(b"/Type /Page\n") <= 3


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("choices", [{}, {"elder": True}], ids=["standard", "elder"])
def test_nothing_jumps_while_a_page_loads(with_choices: Any, host: str, width: int, choices: dict[str, object]) -> None:
    tab = with_choices(width=width, **choices)
    tab.add_init_script(SHIFTS)
    jumped = {}
    for address in ("", TASK, PLAN, "search/", "search/?q=" + quote("骆驼")):
        tab.goto(urljoin(host, address), wait_until="load")
        if "?q=" in address:
            tab.wait_for_function("document.getElementById('mg-status').dataset.turn", timeout=15_000)
        tab.wait_for_timeout(400)
        shift = tab.evaluate("window.shift")
        if shift >= 0.01:
            jumped[address] = shift
    assert jumped == {}
