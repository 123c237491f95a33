"""Atom feeds (RFC 4287) of what changed: all, of each plan, of each unit.

An entry is what changed on one day in one document. Ids are UUIDs made of the site's own id and of names that never change, so that
they hold when the site moves, and no two sites share one. Dates are the data's; days begin in China (+08:00), and each change of a day
is a second later than the one before, so that programs see when a day got one more. Where the site has no address, links are relative
to the feed, as RFC 4287 allows (§4.2.7.1, IRI references).
"""

from __future__ import annotations

import posixpath
import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from generator.graph import Graph
from generator.markdown import escape
from generator.model import Change, Record
from generator.model.site import Site
from generator.pages.addresses import CHANGES, address, year_address
from generator.pages.changes import FEED, Group, by_unit, feed_address, grouped, plan_name
from generator.pages.lists import ordered_plans

ATOM = "http://www.w3.org/2005/Atom"
NAMES = uuid.UUID("6f0f0a52-3c8b-4b9e-9d0e-5b1f7c2a9d41")
"""The namespace of ids (RFC 9562, version 5) where a site has no id of its own: drawn once, and kept."""
MOST = 60
"""Entries of a feed: the newest. Programs keep what they have seen; the pages have all."""
DAY = 24 * 60 * 60
"""Seconds: an entry stays on its day."""
RIGHTS = "数据和解读文字：CC BY 4.0。不是政府网站，以官方文件为准。"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed before it is written."""

    address: str
    title: str
    page: str
    """Address of the page whose changes it tells."""
    scope: str
    """What makes the ids of its entries its own; empty where an entry is the same in every feed."""
    groups: tuple[Group, ...]


def _lasting(site: Site, name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.UUID(site.id) if site.id else NAMES, name)}"


def _moment(day: date, second: int = 0) -> str:
    return f"{day.isoformat()}T{timedelta(seconds=min(second, DAY - 1))!s:0>8}+08:00"


def _updated(group: Group) -> str:
    """Say when an entry last changed: on its day, as many seconds in as its newest change has for a number (nothing reads the clock)."""
    return _moment(group.day, max(change.number for change in group.changes))


def _text(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = _NOT_XML.sub("", text)


def _at(feed: Feed, site: Site, target: str) -> str:
    """Return a whole address, or where the site has none the way from the feed."""
    if site.url:
        return f"{site.url.rstrip('/')}/{target}"
    path, _, anchor = target.partition("#")
    beside = posixpath.relpath(path or ".", posixpath.dirname(feed.address) or ".")
    return beside + ("/" if path.endswith("/") or not path else "") + (f"#{anchor}" if anchor else "")


def _title(graph: Graph, group: Group) -> str:
    """Say what an entry holds: the change itself where there is one."""
    if len(group.changes) == 1:
        return group.changes[0].text.split("。", 1)[0]
    word = "更正" if all(change.correction for change in group.changes) else "变化"
    return f"{plan_name(graph, group)}：{len(group.changes)}处{word}"


def _sentences(changes: Iterable[Change]) -> str:
    """Return the changes as a list in HTML."""
    items = []
    for change in changes:
        reason = f"（错在哪里：{change.reason}）" if change.reason else ""
        items.append(f"<li>{'更正：' if change.correction else ''}{escape(change.text)}{escape(reason)}</li>")
    return f"<ul>{''.join(items)}</ul>"


def _entry(graph: Graph, site: Site, feed: Feed, group: Group) -> ET.Element:
    entry = ET.Element("entry")
    _text(entry, "title", _title(graph, group))
    _text(entry, "id", _lasting(site, f"{feed.scope}{group.anchor}"))
    _text(entry, "updated", _updated(group))
    where = f"{year_address(graph, group.day.year)}#{group.anchor}"
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _at(feed, site, where)})
    _text(entry, "content", _sentences(group.changes), type="html")
    return entry


def feed_text(graph: Graph, site: Site, feed: Feed) -> str:
    """Write a feed.

    Args:
        graph: The linked data.
        site: The site's settings; ``as_of`` dates a feed without entries.
        feed: What stands in it.
    """
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN"})
    _text(root, "title", feed.title)
    _text(root, "id", _lasting(site, feed.address))
    _text(root, "updated", max(map(_updated, feed.groups), default=_moment(site.as_of)))
    author = ET.SubElement(root, "author")
    _text(author, "name", site.name)
    _text(root, "rights", RIGHTS)
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": _at(feed, site, feed.address)})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": _at(feed, site, feed.page)})
    newest = sorted(feed.groups, key=_updated, reverse=True)
    root.extend(_entry(graph, site, feed, group) for group in newest[:MOST])
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _feed(graph: Graph, site: Site, record: Record, name: str, scope: str, changes: Iterable[Change]) -> Feed:
    title = f"{site.name}：{name}的更新"
    return Feed(feed_address(record), title, address(graph, record), scope, tuple(grouped(graph, changes)))


def feeds(graph: Graph, site: Site) -> Iterator[Feed]:
    """Yield the feed of everything, of each plan and of each unit; those without a change yet too, so that one can subscribe early."""
    changes = graph.changes.values()
    yield Feed(FEED, f"{site.name}：全部更新", CHANGES, "", tuple(grouped(graph, changes)))
    for plan in ordered_plans(graph):
        yield _feed(graph, site, plan, plan.short_title, "", (change for change in changes if change.plan == plan.id))
    concerned = by_unit(graph)
    for unit in graph.units.values():
        yield _feed(graph, site, unit, unit.name, f"units/{unit.id}/", concerned.get(unit.id, ()))


def feed_files(graph: Graph, site: Site) -> dict[str, str]:
    """Return every feed: path below the site's root → text."""
    return {feed.address: feed_text(graph, site, feed) for feed in feeds(graph, site)}
