"""What stands at old addresses: a page that leads on, and for programs a JSON file that says where the record is now.

The page is whole in itself: a canonical link, a refresh at once (WCAG technique H76) and a sentence with a link; no script, no file
of its own, the colours of the browser. The engine copies it as it is, so that it is in no sitemap, no navigation and no search.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from generator.graph import Graph, retired
from generator.markdown import escape, url
from generator.model import Redirect
from generator.model.identity import FOLDERS, RECORD_FOLDERS
from generator.model.site import Site
from generator.pages.addresses import link_to, record_json
from generator.pages.inline import Link
from generator.tables import compact

_PAGED = re.compile(r"^(?:p\d+|c\d{2}|s\d{2}|preface|annex\d+)$")
"""The last part of a division's id where the division has a page of its own."""
_PAGE = """<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>地址改了 - {site}</title>
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={target}">
<style>
:root {{ background: Canvas; color: CanvasText; color-scheme: light dark }}
body {{ font: 1.125rem/1.75 sans-serif; margin: 3rem auto; max-width: 34em; padding: 0 1rem }}
a {{ display: inline-block; padding: .5rem 0 }}
</style>
</head>
<body>
<main>
<h1 id="content">地址改了</h1>
<p>这个地址从{since}起停用：{reason}。</p>
<p>现在看这里：<a href="{target}">{title}</a></p>
</main>
</body>
</html>
"""


def _old_address(graph: Graph, kind: str, identifier: str) -> str:
    """Return the page that a retired record had; empty where it had none of its own."""
    if kind in FOLDERS:
        return f"{FOLDERS[kind]}/{identifier}/"
    if kind != "division":
        return ""
    plans = {*graph.plans, *(known for listed, known in graph.dataset.published if listed == "plan")}
    plan = max((plan for plan in plans if identifier.startswith(f"{plan}-")), key=len, default="")
    local = identifier.removeprefix(f"{plan}-")
    return f"plans/{plan}/{local}/" if plan and _PAGED.match(local) else ""


def _target(graph: Graph, redirect: Redirect, kind: str = "") -> tuple[Link, str]:
    """Return where a redirect leads, and the JSON of the record there."""
    if redirect.to.endswith("/"):
        return Link("现在的页面", redirect.to), ""
    found = graph.find((kind,), redirect.to) or graph.find(("*",), redirect.to)
    return link_to(graph, found[0]), record_json(found[0])


def _page(site: Site, here: str, redirect: Redirect, target: Link) -> str:
    folder = here.rstrip("/")
    path, _, anchor = target.address.partition("#")
    beside = posixpath.relpath(path or ".", folder) + "/" + (f"#{anchor}" if anchor else "")
    return _PAGE.format(
        site=escape(site.name),
        canonical=url(f"{site.url.rstrip('/')}/{path}") if site.url else url(beside),
        target=url(beside),
        since=redirect.since.isoformat(),
        reason=escape(redirect.reason.rstrip("。")),
        title=escape(target.text),
    )


def _json(site: Site, identifier: str, redirect: Redirect, target: Link, json: str) -> str:
    base = f"{site.url.rstrip('/')}/"
    row = {"id": identifier, "moved_to": redirect.to, "since": redirect.since.isoformat(), "reason": redirect.reason}
    return compact(row | {"url": base + target.address, "json": base + json if json else None}) + "\n"


def _files(graph: Graph, site: Site) -> Iterator[tuple[str, str]]:
    for kind, identifier, redirect in retired(graph):
        target, json = _target(graph, redirect, kind)
        here = _old_address(graph, kind, identifier)
        if here:
            yield f"{here}index.html", _page(site, here, redirect, target)
        yield f"{RECORD_FOLDERS[kind]}/{identifier}/index.json", _json(site, identifier, redirect, target, json)
    for redirect in graph.redirects.values():
        if redirect.from_.endswith("/"):
            yield f"{redirect.from_}index.html", _page(site, redirect.from_, redirect, _target(graph, redirect)[0])


def redirect_files(graph: Graph, site: Site) -> dict[str, str]:
    """Return what stands at old addresses: path below the site's root → text.

    Args:
        graph: The linked data, with redirects that were checked.
        site: The site's settings; without an address, canonical links are relative.
    """
    return dict(_files(graph, site))
