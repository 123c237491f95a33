"""What a shared link shows: the head of built pages, with and without the site's address, and with hostile text."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from lxml import html

from tests.site_fixtures import build_site, copy_dressed

pytestmark = pytest.mark.site

HOSTILE = "\"><script>alert(1)</script>&amp;'{{7*7}}"
TOPIC = "topics/eldercare/"
GOLDEN = Path(__file__).with_name("head.golden.html")
UPDATE = bool(os.environ.get("MINGGUI_UPDATE_GOLDEN"))


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny data in the real clothes, with an address, and one hostile title."""
    root = copy_dressed(tmp_path_factory.mktemp("head") / "project")
    settings, tasks = root / "mkdocs.yml", root / "data/plans/qinghe-145/p1.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('site_url: ""', "site_url: https://example.org/m"), encoding="utf-8")
    quoted = HOSTILE.replace("'", "''")
    tasks.write_text(tasks.read_text(encoding="utf-8").replace("title: 建日间照料中心", f"title: '{quoted}'", 1), encoding="utf-8")
    build_site(root)
    return root / "site"


def metas(site: Path, address: str) -> dict[str, str]:
    head = html.fromstring((site / address / "index.html").read_text(encoding="utf-8")).find("head")
    assert head is not None
    return {str(meta.get("property") or meta.get("name")): str(meta.get("content")) for meta in head.iter("meta") if meta.get("content")}


def test_the_head_word_for_word(addressed: Path) -> None:
    text = (addressed / TOPIC / "index.html").read_text(encoding="utf-8")
    head = text[text.index("<head>") : text.index("</title>")]
    lines = [
        line.strip()
        for line in head.splitlines()
        if re.search(r"<(meta|title|link rel=\"canonical)", line) and 'name="generator"' not in line
    ]
    found = "\n".join(lines) + "\n"
    if UPDATE:
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_addresses_are_whole_and_the_picture_is_there(addressed: Path) -> None:
    for address, card in ((TOPIC, "topics-eldercare"), ("tasks/qinghe-145-002/", "plans-qinghe-145"), ("units/qinghe-minzheng/", "site")):
        said = metas(addressed, address)
        assert said["og:url"] == f"https://example.org/m/{address}"
        assert said["og:image"] == f"https://example.org/m/assets/cards/{card}.png"
        assert (addressed / said["og:image"].removeprefix("https://example.org/m/")).is_file()
        assert said["og:description"] == said["description"]


def test_the_home_page_is_the_site(addressed: Path) -> None:
    said = metas(addressed, "")
    assert (said["og:type"], said["og:title"]) == ("website", "明规")
    assert said["og:image"].endswith("/site.png")


def test_a_hostile_title_is_a_title(addressed: Path) -> None:
    page = addressed / "tasks/qinghe-145-001"
    assert metas(addressed, "tasks/qinghe-145-001/")["og:title"] == HOSTILE
    assert "<script>alert" not in (page / "index.html").read_text(encoding="utf-8")


def test_without_an_address_there_is_no_half_of_one(dressed_site: Path) -> None:
    said = metas(dressed_site / "site", TOPIC)
    assert said["og:title"] == "养老"
    assert said["twitter:card"] == "summary"
    assert not {"og:url", "og:image"} & set(said)
    assert "canonical" not in (dressed_site / "site" / TOPIC / "index.html").read_text(encoding="utf-8")


def test_each_page_names_its_twin_in_the_other_language(addressed: Path) -> None:
    """Each names all, itself too, with whole addresses (developers.google.com/search/docs/specialty/international/localized-versions)."""
    wanted = {
        "zh": f"https://example.org/m/{TOPIC}",
        "en": f"https://example.org/m/en/{TOPIC}",
        "x-default": f"https://example.org/m/{TOPIC}",
    }
    for folder in ("", "en/"):
        head = html.fromstring((addressed / folder / TOPIC / "index.html").read_text(encoding="utf-8")).find("head")
        assert head is not None
        assert {str(link.get("hreflang")): str(link.get("href")) for link in head.iter("link") if link.get("hreflang")} == wanted
        canonical = [str(link.get("href")) for link in head.iter("link") if link.get("rel") == "canonical"]
        assert canonical == [f"https://example.org/m/{folder}{TOPIC}"]
