"""The browser's reading of a question, module by module, over a small lexicon (``site_src/assets/search/words.js``)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.served import CHROMIUM
from tests.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path")]

SYLLABLES = [
    "骆luo", "驼tuo", "托tuo", "拖tuo", "妥tuo", "产chan", "业ye", "教jiao", "育yu", "上shang", "学xue", "老lao", "年nian", "帮bang",
    "人ren",
    "应ying", "急ji", "管guan", "理li", "局ju", "体ti", "清qing", "河he", "县xian", "扶fu", "贫pin", "平ping", "旗qi"
]  # fmt: skip
WORDS: dict[str, Any] = {
    "things": [
        ["主题", "topics/camel/", "骆驼产业", "骆驼"],
        ["主题", "topics/education/", "教育", "上学"],
        ["人群", "audiences/elderly/", "老年人", "老人"],
        ["单位", "units/yingji/", "旗应急管理局"],
        ["单位", "units/jiaoti/", "旗教体局"],
        ["规划", "plans/qinghe-145/", "清河县十四五规划"],
        ["主题", "topics/poverty/", "帮扶", "扶贫"],
    ],
    "pinyin": {pair[0]: pair[1:] for pair in SYLLABLES},
    "simple": {"駱": "骆", "駝": "驼"},
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    folder: Path = ROOT / "site_src/assets"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tab = browser.new_page()
    tab.goto(f"http://127.0.0.1:{server.server_port}/favicon.svg")
    yield tab
    tab.close()
    server.shutdown()
    server.server_close()


def say(page: Page, expression: str, module: str = "words") -> Any:
    """Evaluate an expression with the module as ``m`` and the small lexicon as ``lex``."""
    script = f"""async file => {{
      const w = await import("/search/words.js"), m = await import("/search/{module}.js"), lex = w.lexiconOf(file);
      return {expression};
    }}"""
    return page.evaluate(script, WORDS)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("駱駝", "骆驼"), ("ＧＤＰ", "gdp"), (" “养老” ", "养老"), ("145规划", "十四五规划"), ("2145规划", "2145规划"), ("养 老", "养老")],
)
def test_width_case_traditional_characters_and_blanks_are_folded(page: Page, typed: str, read: str) -> None:
    assert say(page, f"m.normalise({typed!r}, lex.simple)") == read


@pytest.mark.parametrize(
    ("typed", "number"),
    [("21", 21), ("第21条", 21), ("第六十三条", 63), ("第一百零二条", 102), ("58.加强", 58), ("2025年", 0), ("十条", 0)],
)
def test_numbers_of_tasks_are_read(page: Page, typed: str, number: int) -> None:
    assert say(page, f"m.numberOf({typed!r})") == number


@pytest.mark.parametrize(
    ("typed", "known", "regions", "rest"),
    [
        ("骆驼怎么卖", ["骆驼"], [], []),
        ("清河上学", ["上学"], ["清河"], []),
        ("骆驼产业园", ["骆驼产业"], [], []),
        ("老人食堂", ["老人"], [], ["食堂"]),
        ("请问我们家什么时候", [], [], []),
    ],
)
def test_a_question_is_cut_into_known_words_regions_and_the_rest(
    page: Page, typed: str, known: list[str], regions: list[str], rest: list[str]
) -> None:
    assert say(page, f"m.cut({typed!r}, lex)") == {"known": known, "regions": regions, "rest": rest}


@pytest.mark.parametrize(("typed", "meant"), [("luotuo", "骆驼"), ("lt", "骆驼"), ("luotuoc", "骆驼产业"), ("jiaoyu", "教育")])
def test_pinyin_and_initials_are_read(page: Page, typed: str, meant: str) -> None:
    assert say(page, f"m.fromPinyin({typed!r}, lex)")[0] == meant


@pytest.mark.parametrize(("typed", "meant"), [("骆陀", ["骆驼"]), ("扶平", ["扶贫"]), ("骆驼", [])])
def test_words_that_sound_alike_are_found(page: Page, typed: str, meant: list[str]) -> None:
    """陀 stands nowhere in the data: its sound is guessed from the browser's own order of characters."""
    assert say(page, f"m.soundsLike({typed!r}, lex, true)") == meant


@pytest.mark.parametrize(("typed", "unit"), [("旗应急局", "旗应急管理局"), ("旗教育局", ""), ("骆驼", "")])
def test_short_forms_of_units_are_understood(page: Page, typed: str, unit: str) -> None:
    found = say(page, f"m.shortFor({typed!r}, lex)")
    assert (found[0][0]["word"] if found else "") == unit


def test_suggestions_begin_with_the_letters_typed_and_do_not_repeat(page: Page) -> None:
    assert [word["word"] for word in say(page, "m.suggestions('骆', lex)")] == ["骆驼产业", "骆驼"]
    assert say(page, "m.suggestions('xyz', lex)") == []


def test_nearest_words_share_characters(page: Page) -> None:
    assert say(page, "m.nearest('教学', lex)")[:2] in (["教育", "上学"], ["上学", "教育"])


def test_marks_are_elements_and_never_markup(page: Page) -> None:
    text = say(page, "(await import('/elements.js')).el('p', {}, ...m.marked('<b>骆驼</b>和骆驼奶', ['骆驼'])).innerHTML", "elements")
    assert text == "&lt;b&gt;<mark>骆驼</mark>&lt;/b&gt;和<mark>骆驼</mark>奶"


def test_the_sentence_with_most_words_is_shown(page: Page) -> None:
    assert say(page, "m.sentence('先修路。再建骆驼基地，卖骆驼奶。然后养牛。', ['骆驼', '奶'])", "elements") == "再建骆驼基地，卖骆驼奶。"


def test_filters_keep_what_has_every_picked_value(page: Page) -> None:
    hits = "[{meta: {kind: '任务', topics: '教育、医疗'}}, {meta: {kind: '项目'}}]"
    assert say(page, f"{hits}.map(h => m.kept(h, {{类别: '任务', 主题: '医疗'}}))", "filters") == [True, False]
    assert say(page, f"{hits}.map(h => m.kept(h, {{类别: ''}}))", "filters") == [True, True]


def test_the_best_row_stays_first_whatever_its_kind(page: Page) -> None:
    """A record that the words name stands before tasks only where it is the best, else after five of them."""
    order = (
        "m.inOrder([...'abcdefg'].map((n, i) => ({url: n, direct: n === 'g', meta: {kind: n === 'g' ? '主题' : '任务'}}))).map(h => h.url)"
    )
    assert "".join(say(page, order, "results")) == "abcdegf"
    assert "".join(say(page, order.replace("n === 'g'", "n === 'a'"), "results")) == "abcdefg"
