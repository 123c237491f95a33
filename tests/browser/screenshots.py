"""Pictures of every kind of page of a built site, to be looked at: ``python -m tests.browser.screenshots [FOLDER]`` after ``make site``.

Each kind at 375 and 1280 px, light and dark, and in English light: the whole page, or its first 4,000 px. CI keeps them with every run.
"""

from __future__ import annotations

import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Literal

from click import echo
from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser.served import ARGUMENTS, CHROMIUM, Quiet
from tests.browser.test_browser import KINDS, below
from tests.conftest import ROOT

SIZES: dict[str, ViewportSize] = {"phone": {"width": 375, "height": 760}, "desktop": {"width": 1280, "height": 900}}
TALLEST = 4000
EDITIONS: tuple[tuple[str, Literal["light", "dark"]], ...] = (("", "light"), ("", "dark"), ("en/", "light"))
"""Folder of the language, and colours."""


def take(site: Path, out: Path) -> int:
    """Take all pictures of a site; returns how many.

    Args:
        site: The built site.
        out: The folder to put them in; made where it is missing.
    """
    out.mkdir(parents=True, exist_ok=True)
    taken = 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for size, viewport in SIZES.items():
            for folder, scheme in EDITIONS:
                context = browser.new_context(viewport=viewport, color_scheme=scheme, locale="zh-CN", reduced_motion="reduce")
                page = context.new_page()
                for kind, address in KINDS.items():
                    if folder and kind == "missing":  # one for all languages
                        continue
                    page.goto(below(f"http://127.0.0.1:{server.server_port}/", folder + address), wait_until="networkidle")
                    height = min(TALLEST, int(page.evaluate("document.documentElement.scrollHeight")))
                    name = f"{folder.replace('/', '-')}{kind.replace(' ', '-')}-{size}-{scheme}.png"
                    page.screenshot(path=out / name, full_page=True, clip={"x": 0, "y": 0, "width": viewport["width"], "height": height})
                    taken += 1
                context.close()
        browser.close()
    server.shutdown()
    server.server_close()
    return taken


def main() -> None:
    """Take them and say where they are."""
    site, out = ROOT / "site", Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "artifacts/screenshots"
    if CHROMIUM is None or not (site / "index.html").is_file():
        raise SystemExit("needs chromium on the path, and the site: make site")
    echo(f"{take(site, out)} pictures in {out}")


if __name__ == "__main__":
    main()
