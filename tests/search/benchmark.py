"""Measure the search of a built site in a real Chromium: what comes first, how long it takes, what it loads, what it misses.

Run by hand after ``make site``: ``.venv/bin/python -m tests.search.benchmark [--misses] [--questions FILE]``. It prints hit@1, hit@3 and
the mean reciprocal rank over ``queries.yml`` or another file of questions, the latency of later questions, the bytes and seconds of a
first question on a slow phone, and how the 144 words of ``domain_words.txt`` compare with the literal text of the records. Files are
served compressed, as static hosts do. ``--offline`` asks the same questions of the offline copy, opened from disk (``make offline``);
``--site FOLDER`` measures only the first questions of another site, such as one that ``minggui bench --keep`` leaves.
"""

from __future__ import annotations

import gzip
import threading
import time
import unicodedata
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, ClassVar
from urllib.parse import unquote
from zipfile import ZipFile

import yaml
from click import echo
from playwright.sync_api import Browser, Page, sync_playwright

from generator.pages.data import OFFLINE
from generator.search import search_records
from generator.site.project import read_project
from tests.browser.test_browser import ARGUMENTS, CHROMIUM
from tests.conftest import ROOT

HERE = Path(__file__).parent
TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml"}
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""Lighthouse's slow 4G: 150 ms, 1.6 Mbit/s; its phone is four times slower than the computer."""
QUERIES = ("养老", "骆驼奶怎么卖", "luotuo")
PARTS = {"words.json": "words", ".pf_fragment": "records", ".pf_index": "index", ".pf_meta": "index", ".pagefind": "engine"}
"""What a file is part of, by how its name ends; all else below ``pagefind/`` is the engine, all else the page."""
ROWS = "[...document.querySelectorAll('#mg-results h3 a')].map(a => a.href)"
ASK = "q => { const i = document.getElementById('mg-q'); i.value = q; i.form.requestSubmit(); }"
FOUND = """async words => {
  const search = (name) => import(new URL(`../assets/search/${name}.js`, document.baseURI).href);
  const { openIndex } = await search('engine'), { matches } = await search('ranking');
  const pagefind = await openIndex(new URL('pagefind/', document.baseURI).pathname), found = {};
  for (const word of words) found[word] = await Promise.all((await matches(pagefind, word)).map(async r => (await r.data()).raw_url));
  return found;
}"""


class _Compressed(SimpleHTTPRequestHandler):
    """Static files with text compressed; counts what it sends, by what it is part of."""

    sent: ClassVar[Counter[str]] = Counter()
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def handle_one_request(self) -> None:
        """Answer, unless the page was closed meanwhile."""
        with suppress(ConnectionError):
            super().handle_one_request()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send, unless the page was closed meanwhile."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return super().send_head()
        body = path.read_bytes()
        small = path.suffix in TEXT
        body = gzip.compress(body, 6) if small else body
        rest = "engine" if "pagefind" in path.parts else "page"
        self.sent[next((part for end, part in PARTS.items() if path.name.endswith(end)), rest)] += len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def ask(page: Page, query: str, address: str) -> tuple[list[str], float]:
    """Ask one question; returns the addresses in their order and the milliseconds until they stand there."""
    before = time.perf_counter()
    turn = page.evaluate("Number(document.getElementById('mg-status').dataset.turn ?? 0)")
    page.evaluate(ASK, query)
    page.wait_for_function(f"Number(document.getElementById('mg-status').dataset.turn ?? 0) > {turn}", polling=10)
    rows = [unquote(row).removeprefix(unquote(address)).replace("index.html", "") for row in page.evaluate(ROWS)]
    return rows, (time.perf_counter() - before) * 1000


@dataclass(frozen=True, slots=True)
class Answer:
    """One question and the place of the first right page, 0 where it is not among the ten."""

    query: dict[str, Any]
    place: int
    first: str
    milliseconds: float


def answers(browser: Browser, address: str, questions: Path) -> list[Answer]:
    """Ask everything in a file that has an answer."""
    page = browser.new_page()
    page.goto(address + ("search/index.html" if address.startswith("file:") else "search/"))
    ask(page, "起步", address)
    found = []
    for query in yaml.safe_load(questions.read_text(encoding="utf-8")):
        if query["pages"]:
            rows, took = ask(page, query["q"], address)
            place = next((n for n, row in enumerate(rows, 1) if row in query["pages"]), 0)
            found.append(Answer(query, place, rows[0] if rows else "", took))
    page.close()
    return found


def report(found: list[Answer], misses: bool) -> None:
    """Print how good the order is, by origin and kind of the question."""
    groups: dict[str, list[Answer]] = {"all": found}
    for answer in found:
        for name in ("origin", "kind"):
            groups.setdefault(f"{name} {answer.query[name]}", []).append(answer)
    for name, group in groups.items():
        first, three = (sum(0 < a.place <= n for a in group) / len(group) for n in (1, 3))
        rank = sum(1 / a.place for a in group if a.place) / len(group)
        echo(f"{name:20} {len(group):4} questions  hit@1 {first:6.1%}  hit@3 {three:6.1%}  MRR {rank:.3f}")
    took = sorted(a.milliseconds for a in found)
    echo(f"later questions: median {median(took):.0f} ms, 95% within {took[int(len(took) * 0.95)]:.0f} ms, slowest {took[-1]:.0f} ms")
    for answer in found if misses else ():
        if not 0 < answer.place <= 3:
            echo(f"  {answer.query['q']}: {answer.place or '—'}, first {answer.first}")


@contextmanager
def slow_phone(browser: Browser) -> Iterator[Page]:
    """Open an empty page of a slow phone, with nothing kept from before."""
    context = browser.new_context(viewport={"width": 375, "height": 720})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    yield page
    context.close()


def first_question(browser: Browser, address: str, queries: Sequence[str]) -> None:
    """Print what a first question costs on a slow phone: typed on the open page, and followed from an address with ``?q=``."""
    for query in queries:
        _Compressed.sent.clear()
        with slow_phone(browser) as page:
            page.goto(address + "search/", wait_until="networkidle")
            _, typed = ask(page, query, address)
            page.wait_for_load_state("networkidle")
            sent = Counter(_Compressed.sent)
            _, later = ask(page, "托育", address)
        cost = ", ".join(f"{part} {size / 1000:.0f}" for part, size in sorted(sent.items()))
        kilobytes = sum(size for part, size in sent.items() if part != "page") / 1000
        with slow_phone(browser) as page:
            start = time.perf_counter()
            page.goto(address + "search/?q=" + query, wait_until="commit")
            page.wait_for_function("document.getElementById('mg-status')?.dataset.turn", polling=10)
            arrived = (time.perf_counter() - start) * 1000
        echo(
            f"slow phone, “{query}”: typed {typed:.0f} ms, then “托育” {later:.0f} ms; by address {arrived:.0f} ms with the page; "
            f"{kilobytes:.0f} kB for the first question (kB: {cost})"
        )


def literal(browser: Browser, address: str) -> None:
    """Print how what the engine finds for single words differs from the words' literal occurrence in the records."""
    words = (HERE / "domain_words.txt").read_text(encoding="utf-8").split()
    texts = {
        record.url: unicodedata.normalize("NFKC", "\n".join((record.title, *record.names, *record.body))).lower()
        for record in search_records(read_project(ROOT, {}).graph)
    }
    page = browser.new_page()
    page.goto(address + "search/")
    page.set_default_timeout(300_000)
    found = page.evaluate(FOUND, words)
    lost, noise = Counter[str](), Counter[str]()
    for word in words:
        truth = {url for url, text in texts.items() if word.lower() in text}
        got = {unquote(url).removeprefix("/") for url in found[word]}
        lost[word], noise[word] = len(truth - got), len(got - truth)
    echo(f"{len(words)} words: {sum(n > 0 for n in lost.values())} lose hits, {sum(n > 0 for n in noise.values())} have false ones")
    for word in words:
        if lost[word] or noise[word]:
            echo(f"  {word}: {lost[word]} lost, {noise[word]} false")


def offline(copy: Path, questions: Path, misses: bool) -> None:
    """Unpack the offline copy, ask it everything from disk, and print how it does."""
    with TemporaryDirectory() as folder, ZipFile(copy) as archive, sync_playwright() as playwright:
        archive.extractall(folder)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        report(answers(browser, (Path(folder) / "minggui-offline/site").as_uri() + "/", questions), misses)
        browser.close()


def main() -> None:
    """Run everything and print it."""
    parser = ArgumentParser(description="Measure the search of the built site.")
    parser.add_argument("--misses", action="store_true", help="list the questions without a right page among the first three")
    parser.add_argument("--questions", type=Path, default=HERE / "queries.yml", metavar="FILE", help="default: queries.yml")
    parser.add_argument("--offline", action="store_true", help="ask the offline copy instead: only how good the order is, and how fast")
    parser.add_argument("--site", type=Path, metavar="FOLDER", help="measure only the first questions of this site")
    parser.add_argument("queries", nargs="*", default=QUERIES, help="what is asked first")
    options = parser.parse_args()
    site = options.site or ROOT / "site"
    if CHROMIUM is None or not (site / "search/index.html").is_file():
        raise SystemExit("needs chromium on the path, and the site: make site")
    if options.offline:
        offline(site / OFFLINE, options.questions, options.misses)
        return
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        first_question(browser, address, options.queries)
        if not options.site:
            report(answers(browser, address, options.questions), options.misses)
            literal(browser, address)
        browser.close()


if __name__ == "__main__":
    main()
