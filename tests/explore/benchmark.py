"""Measure the page of filters at 10,000 tasks in a real Chromium: what is loaded, how long a choice takes.

Run by hand after ``make site``: ``.venv/bin/python -m tests.explore.benchmark [tasks]``. The data are this site's own, repeated: every
copy has plans, units and places of its own, as further regions would, and its tasks stand in another order. They are served beside the
built page, compressed as static hosts do. A choice is timed from the click until the browser has laid out the new page, and until its
next picture.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from click import echo
from playwright.sync_api import Browser, Page, sync_playwright

from generator.exports import explore_files
from generator.site.project import read_project
from tests.browser.served import ARGUMENTS, CHROMIUM
from tests.conftest import ROOT
from tests.search.benchmark import SLOW, _Compressed

OWN = ("unit", "place")
"""Facets whose values every copy has of its own."""
READY = "document.getElementById('mg-explore')?.dataset.turn"
TIMED = """async (press) => {
  const root = document.getElementById('mg-explore'), turn = root.dataset.turn, start = performance.now();
  const found = (0, eval)(press);
  if (!found) return null;
  while (root.dataset.turn === turn && performance.now() - start < 10_000) await new Promise(done => setTimeout(done));
  document.body.getBoundingClientRect();
  const laid = performance.now() - start;
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return [laid, performance.now() - start, document.querySelector('.mg-explore__count').textContent];
}"""
OPEN = "document.querySelectorAll('.mg-explore__filters details').forEach(d => { d.open = true; })"


def _press(facet: str, number: int = 0) -> str:
    return f"(b => b && (b.click(), true))(document.querySelectorAll('[data-facet={facet}] .mg-explore__values input')[{number}])"


CLEAR = "(b => b && (b.click(), true))(document.querySelector('.mg-explore__chips .mg-explore__clear'))"
SORT = "(s => { s.value = '%s'; s.dispatchEvent(new Event('change')); return true; })(document.getElementById('mg-explore-sort'))"
CHOICES = {
    "a topic": _press("topic"),
    "a second topic": _press("topic", 1),
    "a region": _press("region", 1),
    "a year": _press("by", 1),
    "another audience": _press("audience", 2),
    "all cleared": CLEAR,
    "a place": _press("place"),
    "a plan": _press("plan"),
    "all cleared again": CLEAR,
    "sorted by year": SORT % "by",
}
FOUND = """async (address) => {
  const { found, loaded } = await import(address + 'assets/explore/facets.js');
  const file = await (await fetch(address + 'explore/facets.json')).json();
  const start = performance.now(), tasks = loaded(file), read = performance.now() - start;
  const { topic, region } = tasks.columns, times = [];
  const state = { picked: { topic: topic.ids.slice(0, 3), by: ['2025'], region: region.ids.slice(0, 2) }, lead: false };
  for (let n = 0; n < 30; n++) { const before = performance.now(); found(tasks, state); times.push(performance.now() - before); }
  return [read, times.sort((a, b) => a - b)[15], times.at(-1)];
}"""


def enlarged(files: dict[str, str], size: int) -> dict[str, str]:
    """Repeat the data until there are ``size`` tasks; the last copy is cut where they are enough."""
    source, chance = json.loads(files["explore/facets.json"]), random.Random(145)
    made: dict[str, Any] = {
        "plans": [],
        "values": {**source["values"], **{f: [] for f in OWN}},
        "columns": {c: [] for c in source["columns"]},
    }
    rows: dict[str, str] = {}
    copy = 0
    while len(made["columns"]["topic"]) < size:
        shift = {facet: len(made["values"][facet]) for facet in OWN}
        for facet in OWN:
            made["values"][facet] += [[f"{identifier}-{copy}", f"{name}（{copy}）"] for identifier, name in source["values"][facet]]
        start = 0
        for identifier, name, count, regions in source["plans"]:
            order = list(range(start, start + count))
            chance.shuffle(order)
            order = order[: size - len(made["columns"]["topic"])]
            if order:
                _repeat(made, source, order, shift)
                shown = json.loads(files[f"explore/rows/{identifier}.json"])
                made["plans"].append([f"{identifier}-{copy}", f"{name}（{copy}）", len(order), regions])
                lines = [shown[task - start] for task in order]
                rows[f"explore/rows/{identifier}-{copy}.json"] = json.dumps(lines, ensure_ascii=False, separators=(",", ":"))
            start += count
        copy += 1
    return {"explore/facets.json": json.dumps(made, ensure_ascii=False, separators=(",", ":")), **rows}


def _repeat(made: dict[str, Any], source: dict[str, Any], order: list[int], shift: dict[str, int]) -> None:
    """Append the columns of some tasks; units and places are those of the copy."""
    moved = {"lead": shift["unit"], "join": shift["unit"], "place": shift["place"]}
    for name, column in source["columns"].items():
        more = moved.get(name, 0)
        made["columns"][name] += [[value + more for value in column[task]] if more else column[task] for task in order]


class _Beside(_Compressed):
    """The built site, with some files of another folder laid over it; knows what was sent."""

    over: Path

    def translate_path(self, path: str) -> str:
        laid = self.over / path.partition("?")[0].lstrip("/")
        return str(laid) if laid.is_file() else super().translate_path(path)


@contextmanager
def served(files: dict[str, str]) -> Iterator[str]:
    """Serve the site with these files laid over it; yields its address."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        _Beside.over = Path(folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Beside, directory=str(ROOT / "site")))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def opened(page: Page, address: str) -> float:
    """Open the page; returns the milliseconds until the list stands there."""
    start = time.perf_counter()
    page.goto(address + "explore/", wait_until="commit")
    page.wait_for_function(READY, polling=10)
    return (time.perf_counter() - start) * 1000


def choices(browser: Browser, address: str, slower: int) -> None:
    """Print how long each choice takes, with every group open: the second of two rounds, when the rows of all plans are there."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    opened(page, address)
    page.evaluate(OPEN)
    page.locator("#mg-explore-name").fill("。")  # asks for every plan's rows
    page.wait_for_function("document.querySelector('.mg-explore__empty')")
    page.locator("#mg-explore-name").fill("")
    page.wait_for_function("!document.querySelector('.mg-explore__empty')")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    took = []
    for round_ in range(2):
        for name, press in CHOICES.items():
            result = page.evaluate(TIMED, press)
            if result is None:
                raise SystemExit(f"{name}: there is nothing to press")
            if round_:
                laid, drawn, said = result
                took.append(laid)
                echo(f"  {name:18} {laid:5.0f} ms laid out, {drawn:5.0f} ms drawn   {said}")
        page.evaluate(SORT % "")
    echo(f"  median {median(took):.0f} ms, slowest {max(took):.0f} ms")
    page.close()


def phone(browser: Browser, address: str) -> None:
    """Print what opening the page costs on a slow phone with nothing kept from before."""
    context = browser.new_context(viewport={"width": 375, "height": 720})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    before = _Beside.sent.total()
    took = opened(page, address)
    echo(f"slow phone: list after {took:.0f} ms, {(_Beside.sent.total() - before) / 1000:.0f} kB with the page, styles and scripts")
    context.close()


def measure(browser: Browser, files: dict[str, str]) -> None:
    """Print all figures of one amount of data."""
    facets = json.loads(files["explore/facets.json"])
    size = len(facets["columns"]["topic"])
    packed = {name: len(gzip.compress(text.encode(), 6)) for name, text in files.items()}
    first = packed["explore/facets.json"]
    rows = sum(count for name, count in packed.items() if name.startswith("explore/rows/"))
    echo(f"{size} tasks, {len(facets['plans'])} plans, " + ", ".join(f"{len(v)} {name}" for name, v in facets["values"].items()))
    echo(f"facets.json {first / 1000:.1f} kB compressed, {first / size:.1f} B a task; rows {rows / size:.1f} B a task")
    with served(files) as address:
        phone(browser, address)
        page = browser.new_page()
        opened(page, address)
        read, middle, slowest = page.evaluate(FOUND, address)
        page.close()
        echo(f"data taken in {read:.0f} ms; found and counted with six choices: median {middle:.1f} ms, slowest {slowest:.1f} ms")
        for slower in (1, 4):
            echo(f"choices, processor slowed {slower} times:")
            choices(browser, address, slower)


def main() -> None:
    """Measure this site's own data, then many times as much."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    if CHROMIUM is None or not (ROOT / "site/explore/index.html").is_file():
        raise SystemExit("needs chromium on the path, and the site: make site")
    files = dict(explore_files(read_project(ROOT, {}).graph))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        measure(browser, files)
        measure(browser, enlarged(files, size))
        browser.close()


if __name__ == "__main__":
    main()
