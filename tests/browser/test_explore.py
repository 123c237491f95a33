"""The page of filters in a real browser: its pure modules, and what people do with it on a phone and at a desk."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from generator.graph import Graph
from generator.model import Task
from generator.pages.explore import plans
from generator.pages.lists import stated_years
from generator.site.project import read_project
from tests.browser.served import CHROMIUM
from tests.conftest import ROOT
from tests.crawl import BuiltSite

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path"),
]
FILE = {
    "plans": [["a", "甲规划", 3, [0, 1]], ["b", "乙规划", 2, [2]]],
    "values": {
        "topic": [["t1", "养老"], ["t2", "道路"]],
        "audience": [["p1", "老人"]],
        "region": [["r0", "云州各地"], ["r1", "青禾县"], ["r2", "临禾县"]],
        "unit": [["u1", "民政局"], ["u2", "交通局"]],
        "place": [["x1", "白石镇"]],
        "by": [["2023", "2023年"], ["2025", "2025年"], ["none", "原文未写明"]],
    },
    "columns": {
        "topic": [[0], [1, 0], [1], [0], []],
        "audience": [[0], [], [], [0], []],
        "place": [[0], [0], [], [], []],
        "by": [[1], [2], [0, 1], [2], [0]],
        "lead": [[0], [1], [], [], []],
        "join": [[1], [], [0], [], []],
        "targets": [1, 0, 3, 0, 1],
    },
}
ROWS = {
    "a": [["001", 1, "建日间照料中心", "牵头：民政局", "=1"], ["002", 0, "修路，送养老餐", "", ""], ["003", 3, "修乡道", "", ""]],
    "b": [["001", 0, "养老院 5G", "", ""], ["002", 0, "“零”申报", "", ""]],
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return read_project(ROOT, {}).graph


@pytest.fixture
def desk(browser: Browser) -> Any:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    yield context.new_page()
    context.close()


Run = Callable[[str], Any]


@pytest.fixture
def run(tab: Page, host: str) -> Run:
    """Evaluate an expression with the pure modules as ``s``, ``f``, ``r``, ``d``, and small data as ``tasks`` and ``store``."""
    tab.goto(f"{host}assets/favicon.svg")

    def evaluated(expression: str) -> Any:
        return tab.evaluate(
            """async ([file, rows, expression]) => {
              const load = name => import(`/assets/explore/${name}.js`);
              const [s, f, r, d] = await Promise.all(['state', 'facets', 'rows', 'download'].map(load));
              const tasks = f.loaded(file), store = r.rowStore(tasks, async plan => rows[plan]);
              const state = picked => ({ ...s.nothing(), picked });
              const known = { s, f, r, d, tasks, store, state };
              return new Function(...Object.keys(known), `return (async () => (${expression}))()`)(...Object.values(known));
            }""",
            [FILE, ROWS, expression],
        )

    return evaluated


# The address


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("", ""),
        ("?topic=t1", "?topic=t1"),
        ("?by=2025&topic=t2&topic=t1", "?topic=t2&topic=t1&by=2025"),
        ("?topic=t1&topic=t1", "?topic=t1"),
        ("?unit=u1&role=lead&sort=targets", "?unit=u1&role=lead&sort=targets"),
        ("?name=%20养老%20%20院%20", "?name=%E5%85%BB%E8%80%81+%E9%99%A2"),
    ],
)
def test_an_address_is_read_and_written(run: Run, query: str, written: str) -> None:
    known = "(facet, id) => tasks.columns[facet].number.has(id)"
    assert run(f"s.write(s.read({query!r}, {known}).state)") == written
    assert run(f"s.read({query!r}, {known}).ignored") == []


def test_what_an_address_says_and_nobody_knows_is_named(run: Run) -> None:
    read = run("s.read('?topic=nope&topic=t1&constructor=1&role=boss&sort=x&utm=' + 'y'.repeat(99), (facet, id) => id === 't1')")
    assert read["state"]["picked"] == {"topic": ["t1"]}
    assert read["ignored"][:4] == ["topic=nope", "constructor=1", "role=boss", "sort=x"]
    assert len(read["ignored"][4]) == 40


def test_choices_are_made_and_taken_back_without_changing_the_old_state(run: Run) -> None:
    toggled = "(old => [s.toggled(old, 'topic', 't2'), s.toggled(old, 'topic', 't1'), old].map(one => one.picked.topic))"
    assert run(f"{toggled}(state({{topic: ['t1']}}))") == [["t1", "t2"], [], ["t1"]]
    assert run("s.conditions({...state({topic: ['t1'], by: ['none']}), name: '院'})") == 3


# Filtering and counting


@pytest.mark.parametrize(
    ("picked", "hits"),
    [
        ({}, [0, 1, 2, 3, 4]),
        ({"topic": ["t1"]}, [0, 1, 3]),
        ({"topic": ["t1", "t2"]}, [0, 1, 2, 3]),
        ({"topic": ["t1"], "place": ["x1"]}, [0, 1]),
        ({"unit": ["u1"]}, [0, 2]),
        ({"region": ["r0"]}, [0, 1, 2]),
        ({"plan": ["b"], "target": ["yes"]}, [4]),
        ({"by": ["2025"]}, [0, 2]),
        ({"by": ["none"], "target": ["yes"]}, []),
    ],
)
def test_any_of_a_facet_and_all_facets(run: Run, picked: dict[str, list[str]], hits: list[int]) -> None:
    assert run(f"f.found(tasks, state({json.dumps(picked)})).hits") == hits


def test_only_those_who_lead(run: Run) -> None:
    assert run("f.found(tasks, {...state({unit: ['u1']}), lead: true}).hits") == [0]
    assert run("[...f.found(tasks, {...state({}), lead: true}).counts.unit]") == [1, 1]


def test_a_count_is_what_its_value_would_give(run: Run) -> None:
    """For every state of up to two choices and every value: counting it and choosing it alone in its facet agree."""
    wrong = run(
        """(() => {
          const all = Object.keys(s.FACETS).flatMap(facet => tasks.columns[facet].ids.map(id => [facet, id])), wrong = [];
          const states = [{}, ...all.flatMap(a => all.map(b => s.toggled(s.toggled(state({}), ...a), ...b).picked))];
          for (const picked of states) for (const lead of [false, true]) {
            const { counts } = f.found(tasks, { ...state(picked), lead });
            for (const [facet, id] of all) {
              const alone = f.found(tasks, { ...state({ ...picked, [facet]: [id] }), lead }).hits.length;
              if (counts[facet][tasks.columns[facet].number.get(id)] !== alone) wrong.push([picked, facet, id]);
            }
          }
          return wrong;
        })()"""
    )
    assert wrong == []


def test_sorting_keeps_the_documents_order_among_equals(run: Run) -> None:
    assert run("f.sorted(tasks, [0, 1, 2, 3, 4], '')") == [0, 1, 2, 3, 4]
    assert run("f.sorted(tasks, [0, 1, 2, 3, 4], 'by')") == [2, 4, 0, 1, 3]
    assert run("f.sorted(tasks, [0, 1, 2, 3, 4], 'targets')") == [2, 0, 4, 1, 3]


def test_what_to_take_back_where_nothing_is_left(run: Run) -> None:
    picked = {"topic": ["t1"], "region": ["r2"], "place": ["x1"]}
    assert run(f"f.easier(tasks, state({json.dumps(picked)}), null)") == [
        {"facet": "region", "id": "r2", "count": 2},
        {"facet": "place", "id": "x1", "count": 1},
    ]
    named = run("f.easier(tasks, {...state({topic: ['t2']}), name: '没有'}, new Uint8Array(5))")
    assert named == [{"facet": "name", "id": "没有", "count": 2}]


# Rows and files


@pytest.mark.parametrize(("words", "tasks"), [("养老", [1, 3]), ("５ｇ 养老", [3]), ("修 养", [1]), ("不存在", [])])
def test_titles_hold_every_word_whatever_their_width(run: Run, words: str, tasks: list[int]) -> None:
    assert run(f"store.named({words!r}).then(marks => [...marks.keys()].filter(n => marks[n]))") == tasks


def test_rows_are_fetched_by_plan_once_and_again_after_a_failure(run: Run) -> None:
    asked = run(
        """(async () => {
          const asked = [];
          let broken = true;
          const own = r.rowStore(tasks, async plan => { asked.push(plan); if (broken) throw new Error('gone'); return [[], [], []]; });
          const first = await own.load([0]).then(() => 'came', () => 'failed');
          broken = false;
          await Promise.all([own.load([0, 1]), own.load([2])]);
          return [first, asked, own.has([0, 1, 2]), own.has([3])];
        })()"""
    )
    assert asked == ["failed", ["a", "a"], True, False]


def test_files_hold_every_field_and_no_formulas(run: Run) -> None:
    text, table = run(
        """(async () => {
          await store.load([0, 1, 2, 3, 4]);
          const list = d.records(tasks, { row: n => ({ ...store.row(n), title: n ? 'a,"b"' : '=1+1' }) }, [0, 2], id => `https://x/${id}/`);
          return [d.json(list), d.csv(list)];
        })()"""
    )
    rows = json.loads(text)
    assert rows[0]["leads"] == ["民政局"]
    assert rows[0]["participants"] == ["交通局"]
    assert (rows[0]["target"], rows[0]["targets"], rows[0]["by"], rows[0]["url"]) == ("=1", 1, ["2025"], "https://x/a-001/")
    assert table.startswith("\ufeff编号,规划,条号,任务,")
    read = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    assert [(row["任务"], row["最要紧的目标"], row["到哪年"]) for row in read] == [("'=1+1", "'=1", "2025"), ('a,"b"', "", "2023;2025")]


# On the site


def chosen(page: Page, press: Callable[[], object]) -> None:
    """Do something and wait until the list has followed."""
    turn = page.locator("#mg-explore").get_attribute("data-turn")
    press()
    page.wait_for_function("turn => document.getElementById('mg-explore').dataset.turn !== turn", arg=turn)


def opened(page: Page, host: str, query: str = "") -> None:
    page.goto(f"{host}explore/{query}", wait_until="load")
    page.wait_for_function("document.getElementById('mg-explore').dataset.turn")


def count(page: Page) -> str:
    return page.locator(".mg-explore__count").inner_text()


def shown(page: Page) -> list[str]:
    """The tasks of the list, as ids."""
    addresses: list[str] = page.locator(".mg-explore__list li > a").evaluate_all("links => links.map(a => a.href)")
    return [urlsplit(address).path.strip("/").rsplit("/", 1)[-1] for address in addresses]


def all_shown(page: Page) -> list[str]:
    while page.get_by_role("button", name="再看", exact=False).locator("visible=true").filter(has_text="条").count():
        chosen(page, page.locator(".mg-explore__more button").filter(has_text="条").first.click)
    return shown(page)


def expected(graph: Graph, keep: Callable[[Task], bool]) -> list[str]:
    return [task.id for plan in plans(graph) for task in graph.back.tasks_of_plan[plan.id] if keep(task)]


def test_the_first_page_says_how_many_and_lists_thirty(desk: Page, host: str, graph: Graph) -> None:
    opened(desk, host)
    assert count(desk) == f"全部{len(graph.tasks)}条任务"
    everything = expected(graph, lambda task: True)
    assert shown(desk) == everything[:30]
    chosen(desk, desk.get_by_role("button", name="再看30条").click)
    assert shown(desk) == everything[:60]
    assert desk.evaluate("document.activeElement.pathname").endswith(f"/tasks/{everything[30]}/"), (
        "the keyboard goes on with the first new row"
    )


@pytest.mark.parametrize(
    ("query", "keep"),
    [
        ("?topic=camel", lambda g, t: "camel" in t.topics),
        (
            "?topic=camel&topic=eldercare&region=alxa-right",
            lambda g, t: t.plan == "alxa-right-145" and {"camel", "eldercare"} & {*t.topics},
        ),
        ("?unit=alxa-right-nongkeju&role=lead", lambda g, t: any(r.unit == "alxa-right-nongkeju" for r in t.leads)),
        ("?unit=alxa-right-nongkeju", lambda g, t: any(r.unit == "alxa-right-nongkeju" for r in (*t.leads, *t.participants))),
        ("?plan=hure-145&target=yes&by=none", lambda g, t: t.plan == "hure-145" and g.back.targets.get(t.id) and not stated_years(g, t)),
        ("?by=2025&audience=elderly", lambda g, t: 2025 in stated_years(g, t) and "elderly" in t.audiences),
    ],
)
def test_an_address_shows_what_the_data_say(desk: Page, host: str, graph: Graph, query: str, keep: Callable[[Graph, Task], Any]) -> None:
    wanted = expected(graph, lambda task: bool(keep(graph, task)))
    assert wanted, "a test of nothing"
    opened(desk, host, query)
    assert count(desk) == f"符合条件的有{len(wanted)}条，共{len(graph.tasks)}条"
    assert all_shown(desk) == wanted


def test_choosing_at_a_desk_and_going_back(desk: Page, host: str) -> None:
    opened(desk, host)
    topic = desk.locator("[data-facet=topic] label").first
    number = topic.locator(".mg-explore__number").inner_text()
    chosen(desk, topic.locator("input").check)
    assert f"有{number}条" in count(desk)
    assert parse_qs(urlsplit(desk.url).query).keys() == {"topic"}
    region = desk.locator("[data-facet=region] label").nth(1)
    number = region.locator(".mg-explore__number").inner_text()
    chosen(desk, region.locator("input").check)
    assert f"有{number}条" in count(desk)
    assert desk.locator(".mg-explore__chip").count() == 2
    chosen(desk, desk.go_back)
    assert parse_qs(urlsplit(desk.url).query).keys() == {"topic"}
    assert desk.locator(".mg-explore__chip").count() == 1
    assert not region.locator("input").is_checked()
    chosen(desk, desk.go_forward)
    address, list_ = desk.url, shown(desk)
    desk.goto(address, wait_until="load")
    desk.wait_for_function("document.getElementById('mg-explore').dataset.turn")
    assert shown(desk) == list_, "an address can be sent on"


def test_the_way_back_from_a_task_leads_to_the_same_place(desk: Page, host: str) -> None:
    opened(desk, host, "?region=alxa-right")
    chosen(desk, desk.get_by_role("button", name="再看30条").click)
    row = desk.locator(".mg-explore__list li > a").nth(50)
    row.scroll_into_view_if_needed()
    before = desk.evaluate("scrollY")
    row.click()
    desk.wait_for_url("**/tasks/**")
    desk.go_back()
    desk.wait_for_function("document.querySelectorAll('.mg-explore__list li > a').length === 60")
    desk.wait_for_function(f"Math.abs(scrollY - {before}) < 80")


def test_unknown_conditions_are_left_out_with_a_word(desk: Page, host: str) -> None:
    opened(desk, host, "?topic=camel&topic=no-such-topic&colour=<img src=x>")
    said = desk.locator(".mg-explore__ignored")
    assert said.is_visible()
    assert "topic=no-such-topic" in said.inner_text()
    assert desk.locator("#mg-explore img").count() == 0
    chosen(desk, desk.locator(".mg-explore__chip").click)
    assert said.is_hidden()
    assert urlsplit(desk.url).query == ""


def test_a_chip_takes_its_condition_back_and_hands_the_keyboard_on(desk: Page, host: str) -> None:
    opened(desk, host, "?topic=camel&region=alxa-right")
    first = desk.get_by_role("button", name="去掉条件：主题 骆驼产业")
    first.focus()
    chosen(desk, lambda: desk.keyboard.press("Enter"))
    assert parse_qs(urlsplit(desk.url).query) == {"region": ["alxa-right"]}
    assert "地区" in desk.evaluate("document.activeElement.ariaLabel")
    chosen(desk, desk.locator(".mg-explore__chips").get_by_role("button", name="全部清除").click)
    assert urlsplit(desk.url).query == ""
    assert desk.evaluate("document.activeElement.className") == "mg-explore__count"


def test_where_nothing_is_left_it_says_what_helps(desk: Page, host: str) -> None:
    opened(desk, host, "?topic=camel&region=hure&by=2020")
    assert "没有同时符合这些条件的任务" in desk.locator(".mg-explore__list").inner_text()
    offer = desk.locator(".mg-explore__empty button").first
    number = offer.inner_text().rsplit("有", 1)[1]
    chosen(desk, offer.click)
    assert f"有{number}" in count(desk)
    assert shown(desk)


def test_words_of_a_title(desk: Page, host: str, graph: Graph) -> None:
    opened(desk, host)
    wanted = expected(graph, lambda task: "养老" in task.title)
    chosen(desk, lambda: desk.locator("#mg-explore-name").fill("养老"))
    assert f"有{len(wanted)}条" in count(desk)
    assert all_shown(desk) == wanted
    assert parse_qs(urlsplit(desk.url).query) == {"name": ["养老"]}
    opened(desk, host, "?name=养老")
    assert desk.locator("#mg-explore-name").input_value() == "养老"
    assert "养老" in desk.locator(".mg-explore__chip").inner_text()


def test_a_value_of_a_long_list_is_found_by_its_name(desk: Page, host: str) -> None:
    opened(desk, host)
    desk.locator("[data-facet=place] summary").click()
    assert desk.locator("[data-facet=place] label").count() < 15
    desk.locator("[data-facet=place] input[type=search]").fill("曼德拉")
    names = desk.locator("[data-facet=place] label").all_inner_texts()
    assert names
    assert all("曼德拉" in name for name in names)
    chosen(desk, desk.locator("[data-facet=place] input[type=checkbox]").first.check)
    assert "曼德拉" in desk.locator(".mg-explore__chip").inner_text()


def test_on_a_phone_filters_are_a_drawer(tab: Page, host: str) -> None:
    opened(tab, host)
    assert tab.locator(".mg-explore__filters").is_hidden(), "the list first"
    button = tab.get_by_role("button", name="筛选", exact=True)
    button.click()
    dialog = tab.get_by_role("dialog", name="筛选任务")
    assert dialog.is_visible()
    assert tab.evaluate("document.activeElement.closest('dialog') !== null")
    topic = dialog.locator("[data-facet=topic] label").first
    number = topic.locator(".mg-explore__number").inner_text()
    chosen(tab, topic.click)
    see = dialog.get_by_role("button", name=f"看{number}条")
    see.click()
    assert dialog.is_hidden()
    assert tab.evaluate("document.activeElement.textContent") == "筛选（1）", "the keyboard is where it was"
    assert f"有{number}条" in count(tab)
    tab.get_by_role("button", name="筛选（1）").click()
    tab.keyboard.press("Escape")
    assert dialog.is_hidden()


def test_the_count_stays_in_sight_and_is_announced(tab: Page, host: str) -> None:
    opened(tab, host)
    tab.evaluate("scrollTo(0, 2500)")
    tab.wait_for_timeout(100)
    box = tab.locator(".mg-explore__count").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 100
    assert tab.locator(".mg-explore__count").get_attribute("role") == "status"
    assert tab.evaluate("document.elementFromPoint(40, %f).className" % (box["y"] + box["height"] / 2)) == "mg-explore__count", "covered"


@pytest.mark.parametrize("drawer", [False, True])
def test_everything_is_large_enough_for_a_thumb(tab: Page, host: str, drawer: bool) -> None:
    opened(tab, host, "?topic=camel&by=2025")
    if drawer:
        tab.locator(".mg-explore__open").click()
        tab.evaluate("document.querySelectorAll('.mg-explore details').forEach(d => { d.open = true; })")
        tab.wait_for_timeout(100)
    small = tab.evaluate(
        """() => [...document.querySelectorAll('.mg-explore :is(button, summary, label.mg-explore__option, select, input[type=search])')]
          .filter(e => e.checkVisibility()).map(e => [e.getBoundingClientRect(), e.textContent || e.id])
          .filter(([box]) => box.height < 43.5 || box.width < 43.5).map(([box, text]) => `${text}: ${box.width}×${box.height}`)"""
    )
    assert small == []


def test_the_filters_work_by_the_keyboard_alone(desk: Page, host: str) -> None:
    opened(desk, host)
    desk.locator("#mg-explore-name").focus()
    for _ in range(30):
        desk.keyboard.press("Tab")
        if desk.evaluate("document.activeElement.matches('[data-facet=topic] input[type=checkbox]')"):
            break
    chosen(desk, lambda: desk.keyboard.press("Space"))
    assert desk.evaluate("document.activeElement.checked"), "the keyboard stays on what it changed"
    for _ in range(40):
        desk.keyboard.press("Tab")
        if desk.evaluate("document.activeElement.matches('[data-facet=audience] summary')"):
            break
    desk.keyboard.press("Enter")
    desk.locator("[data-facet=audience] input[type=checkbox]").first.wait_for()
    desk.keyboard.press("Tab")  # the field that finds a value
    desk.keyboard.press("Tab")
    chosen(desk, lambda: desk.keyboard.press("Space"))
    assert parse_qs(urlsplit(desk.url).query).keys() == {"topic", "audience"}
    outline = desk.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline not in {"", "none"}


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_download_holds_what_is_shown(desk: Page, host: str, kind: str) -> None:
    opened(desk, host, "?topic=camel&sort=targets")
    with desk.expect_download() as download:
        desk.get_by_role("button", name="表格（CSV）" if kind == "csv" else "JSON").click()
    name, content = download.value.suggested_filename, Path(download.value.path()).read_bytes()
    tasks = all_shown(desk)
    assert name == f"明规-{len(tasks)}条任务.{kind}"
    if kind == "json":
        rows = json.loads(content)
        assert [row["id"] for row in rows] == tasks
        assert all("骆驼产业" in row["topics"] for row in rows)
        addresses = [row["url"] for row in rows]
    else:
        assert content.startswith(b"\xef\xbb\xbf"), "Excel knows UTF-8 by this mark"
        table = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
        assert [row["编号"] for row in table] == tasks
        addresses = [row["网址"] for row in table]
    assert addresses == [f"{host}tasks/{task}/" for task in tasks]


def test_links_of_other_pages_open_what_they_promise(desk: Page, host: str, built: BuiltSite) -> None:
    """The number in “在筛选页里看这N条任务” is the number that stands there."""
    promises: dict[str, tuple[str, str]] = {}
    for page in built.pages.values():
        for text, address in page.links():
            if address.startswith("explore/?") and "看这" in text:
                promises.setdefault(page.address.split("/")[0], (text, address))
    assert set(promises) == {"topics", "audiences", "units", "places", "plans"}
    for text, address in promises.values():
        desk.goto(host + address, wait_until="load")
        desk.wait_for_function("document.getElementById('mg-explore').dataset.turn")
        number = text.removeprefix("在筛选页里看这").removesuffix("条任务")
        assert count(desk).startswith(f"符合条件的有{number}条"), address
        assert desk.locator(".mg-explore__ignored").is_hidden()


def test_where_data_cannot_be_had_it_says_so(desk: Page, host: str) -> None:
    desk.route("**/explore/facets.json", lambda route: route.abort())
    desk.goto(f"{host}explore/", wait_until="load")
    desk.get_by_text("任务的数据没有取到").wait_for()
    assert desk.get_by_role("link", name="库伦旗“十四五”规划").first.is_visible()


def test_without_scripts_every_task_stands_in_a_table(browser: Browser, host: str, built: BuiltSite, graph: Graph) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 700})
    try:
        page = context.new_page()
        page.goto(f"{host}explore/", wait_until="load")
        assert page.locator("article button, article select").locator("visible=true").count() == 0, "nothing that does nothing"
        page.locator("article a[href*='alxa-right-145']").first.click()
        page.wait_for_url("**/explore/alxa-right-145/")
        assert page.get_by_role("link", name="合理布局骆驼养殖加工基地").is_visible()
    finally:
        context.close()
    linked = {
        a.partition("#")[0] for address, page in built.pages.items() if address.startswith("explore/") for _, a in page.links("//table")
    }
    assert {f"tasks/{task}/" for task in graph.tasks} <= linked


def test_the_data_are_small(real_site: Path, graph: Graph) -> None:
    packed = {file.name: len(gzip.compress(file.read_bytes(), 6)) for file in (real_site / "site/explore").rglob("*.json")}
    rows = sum(len(gzip.compress(file.read_bytes(), 6)) for file in (real_site / "site/explore/rows").iterdir())
    assert packed["facets.json"] < 20 * len(graph.tasks)
    assert rows < 40 * len(graph.tasks)
