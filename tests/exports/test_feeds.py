"""Atom feeds: valid after RFC 4287, ids that hold, dates of the data."""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.exports import feed_files
from generator.exports.feeds import MOST
from generator.graph import Graph
from generator.model.site import Site
from generator.site.project import Project, read_project
from tests.copies import Copy, copy_tiny
from tests.hostile import Hostile

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
BASE = "https://example.org/m"


@pytest.fixture(scope="module")
def site(tiny_project: Project) -> Site:
    assert tiny_project.site is not None
    return tiny_project.site.model_copy(update={"url": f"{BASE}/"})


@pytest.fixture(scope="module")
def files(tiny_graph: Graph, site: Site) -> dict[str, str]:
    return feed_files(tiny_graph, site)


def entries(text: str) -> list[ET.Element]:
    return ET.fromstring(text).findall(f"{ATOM}entry")


def said(element: ET.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def assert_valid(text: str) -> None:
    """What RFC 4287 asks of feeds (§4.1.1) and entries (§4.1.2)."""
    root = ET.fromstring(text)
    assert root.tag == f"{ATOM}feed"
    ids = []
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        assert said(element, "title").strip()
        assert MOMENT.fullmatch(said(element, "updated"))
        assert uuid.UUID(said(element, "id").removeprefix("urn:uuid:")).version == 5
        ids.append(said(element, "id"))
        alternates = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) == 1
    assert len(ids) == len(set(ids))
    assert said(root.findall(f"{ATOM}author")[0], "name")
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")].count("self") == 1
    moments = [said(entry, "updated") for entry in root.findall(f"{ATOM}entry")]
    assert moments == sorted(moments, reverse=True)
    assert not moments or said(root, "updated") == moments[0]


def test_every_feed_is_valid_atom(files: dict[str, str], tiny_graph: Graph) -> None:
    wanted = {"feed.xml", *(f"plans/{p}/feed.xml" for p in tiny_graph.plans), *(f"units/{u}/feed.xml" for u in tiny_graph.units)}
    assert set(files) == wanted
    for text in files.values():
        assert_valid(text)


def test_what_stands_in_them(files: dict[str, str]) -> None:
    assert [said(entry, "title") for entry in entries(files["feed.xml"])] == [
        "主题“道路”改名为“修路”",
        "青禾县“十四五”规划：2处变化",
        "首次公开青禾县“十四五”规划",
    ], "what was written last comes first"
    assert [said(entry, "title") for entry in entries(files["plans/qinghe-145/feed.xml"])] == [
        "青禾县“十四五”规划：2处变化",
        "首次公开青禾县“十四五”规划",
    ]
    assert entries(files["plans/linhe-2024/feed.xml"]) == []
    content = said(entries(files["feed.xml"])[1], "content")
    assert content == "<ul><li>更正：第1条的目标“照看老人”由10位改为100位（错在哪里：抄漏了一个零）</li><li>删去第4条任务“多种茶”</li></ul>"


def test_a_unit_s_feed_holds_what_concerns_it(files: dict[str, str]) -> None:
    titles = {name: [said(entry, "title") for entry in entries(text)] for name, text in files.items() if name.startswith("units/")}
    assert titles["units/qinghe-minzheng/feed.xml"] == ["第1条的目标“照看老人”由10位改为100位", "首次公开青禾县“十四五”规划"]
    assert titles["units/qinghe-baishi/feed.xml"] == ["删去第4条任务“多种茶”", "首次公开青禾县“十四五”规划"]


def test_ids_hold_when_the_site_moves_and_as_time_goes_by(files: dict[str, str], tiny_graph: Graph, site: Site) -> None:
    moved = feed_files(tiny_graph, site.model_copy(update={"url": "", "name": "别的名字"}))
    for name, text in files.items():
        assert re.findall("urn:uuid:[0-9a-f-]+", moved[name]) == re.findall("urn:uuid:[0-9a-f-]+", text)
    assert "urn:uuid:b23a5aef-2d04-59fe-926b-189516a82f85" in files["feed.xml"], "a feed that was subscribed to keeps its id"


OWN, OTHER = "0b9f3c5e-7a34-4c1b-8f5d-2d1c6a7e9b10", "c7c1d3b8-4f64-4a53-9a0e-6f5d2b8e1a37"


def ids(text: str) -> list[str]:
    root = ET.fromstring(text)
    return [said(element, "id") for element in (root, *root.findall(f"{ATOM}entry"))]


def test_no_two_sites_share_an_id(files: dict[str, str], tiny_graph: Graph, site: Site) -> None:
    own, other = (feed_files(tiny_graph, site.model_copy(update={"id": drawn})) for drawn in (OWN, OTHER))
    for name, text in own.items():
        assert_valid(text)
        assert not {*ids(text)} & ({*ids(other[name])} | {*ids(files[name])}), name
    assert ids(own["feed.xml"])[0] == f"urn:uuid:{uuid.uuid5(uuid.UUID(OWN), 'feed.xml')}"
    moved = feed_files(tiny_graph, site.model_copy(update={"id": OWN, "url": "", "name": "别的名字"}))
    assert {name: ids(text) for name, text in moved.items()} == {name: ids(text) for name, text in own.items()}


def test_the_same_entry_has_one_id_in_the_feeds_of_all_and_of_its_plan(tiny_graph: Graph, site: Site) -> None:
    found = feed_files(tiny_graph, site.model_copy(update={"id": OWN}))
    assert {*ids(found["plans/qinghe-145/feed.xml"])[1:]} < {*ids(found["feed.xml"])[1:]}


def updated(text: str) -> list[str]:
    root = ET.fromstring(text)
    return [said(element, "updated") for element in (root, *root.findall(f"{ATOM}entry"))]


DAY_FILE = "changes/2026-01-31.yml"
MORE = """\
  - id: 2026-01-31-{number}
    date: 2026-01-31
    what: changed
    kind: task
    subject: qinghe-145-001
    plan: qinghe-145
    about: 任务
    text: 任务又改了
"""


def test_one_more_change_of_a_day_is_seen_though_nothing_reads_the_clock(tmp_path: Path, files: dict[str, str], site: Site) -> None:
    assert updated(files["plans/qinghe-145/feed.xml"])[:2] == ["2026-01-31T00:00:02+08:00"] * 2
    copy = copy_tiny(tmp_path)
    copy.append(DAY_FILE, MORE.format(number="004"))
    later = feed_files(copy.graph(), site)
    for name in ("feed.xml", "plans/qinghe-145/feed.xml", "units/qinghe-minzheng/feed.xml"):
        assert ids(later[name])[0] == ids(files[name])[0]
        assert updated(later[name])[:2] == ["2026-01-31T00:00:04+08:00"] * 2, name
        assert updated(later[name])[0] > updated(files[name])[0]
        assert_valid(later[name])
    assert later["plans/linhe-2024/feed.xml"] == files["plans/linhe-2024/feed.xml"], "nothing of it changed"
    assert "2026-01-31T00:00:03+08:00" in updated(later["feed.xml"]), "another document's entry of that day stays"


def test_the_first_change_of_a_day_is_later_than_a_feed_that_had_none(files: dict[str, str], tmp_path: Path, site: Site) -> None:
    (empty,) = updated(files["plans/linhe-2024/feed.xml"])
    copy = copy_tiny(tmp_path)
    copy.append(DAY_FILE, MORE.format(number="004").replace("plan: qinghe-145", "plan: linhe-2024"))
    assert updated(feed_files(copy.graph(), site)["plans/linhe-2024/feed.xml"])[0] > empty == "2026-01-31T00:00:00+08:00"


@pytest.mark.parametrize(
    ("number", "time"), [("61", "00:01:01"), ("3600", "01:00:00"), ("86399", "23:59:59"), ("99999999", "23:59:59"), ("x", "00:00:02")]
)
def test_an_entry_stays_on_its_day(tmp_path: Path, site: Site, number: str, time: str) -> None:
    copy = copy_tiny(tmp_path)
    copy.append(DAY_FILE, MORE.format(number=number))
    assert updated(feed_files(copy.graph(), site)["plans/qinghe-145/feed.xml"])[0] == f"2026-01-31T{time}+08:00"


def test_links_are_whole_with_an_address_and_relative_without(files: dict[str, str], tiny_graph: Graph, site: Site) -> None:
    links = re.findall('href="([^"]*)"', files["units/qinghe-baishi/feed.xml"])
    assert links[:3] == [f"{BASE}/units/qinghe-baishi/feed.xml", f"{BASE}/units/qinghe-baishi/", f"{BASE}/changes/#2026-01-31-qinghe-145"]
    bare = feed_files(tiny_graph, site.model_copy(update={"url": ""}))["units/qinghe-baishi/feed.xml"]
    assert re.findall('href="([^"]*)"', bare)[:3] == ["feed.xml", "./", "../../changes/#2026-01-31-qinghe-145"]


def test_hostile_texts_stay_text(tiny: Path, site: Site) -> None:
    Hostile(tiny).fill('</content><script>alert(1)</script>&amp;]]>"')
    for text in feed_files(read_project(tiny, {}).graph, site).values():
        assert_valid(text)
        for entry in entries(text):
            assert "<script" not in said(entry, "content")


def many(copy: Copy, days: int) -> Graph:
    lines = ["# yaml-language-server: $schema=../schema/changes.schema.json\nchanges:\n"]
    for number in range(days):
        day = f"20{10 + number // 300}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        lines.append(f"  - {{id: m-{number}, date: {day}, what: changed, kind: topic, subject: tea, about: 茶, text: 茶改了}}\n")
    copy.append("changes/many.yml", "".join(lines))
    return copy.graph()


def test_a_feed_has_an_end(tmp_path: Path, site: Site) -> None:
    graph = many(copy_tiny(tmp_path), 100)
    text = feed_files(graph, site)["feed.xml"]
    assert len(entries(text)) == MOST
    assert_valid(text)
