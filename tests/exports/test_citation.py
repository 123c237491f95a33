"""``CITATION.cff``: the published one, and the one at the root of this repository."""

from __future__ import annotations

from datetime import date

import yaml

from generator.exports.citation import citation, readme
from generator.model.site import Site
from generator.site.project import read_project
from tests.conftest import ROOT

SITE = Site(name="明规", as_of=date(2026, 1, 31))


def test_what_the_format_asks_for() -> None:
    """Required by version 1.2.0: cff-version, message, title, and authors with at least one."""
    read = yaml.safe_load(citation(SITE))
    assert read["cff-version"] == "1.2.0"
    assert read["message"]
    assert read["title"] == "明规：政府规划的结构化数据"
    assert read["authors"] == [{"name": "明规"}]
    assert (read["type"], read["license"], read["date-released"]) == ("dataset", "CC-BY-4.0", "2026-01-31")
    assert read["version"].endswith("+2026-01-31")
    assert not {"url", "repository-code"} & set(read), "what is not set is not invented"


def test_addresses_where_they_are_set() -> None:
    site = Site(name='明"规"', as_of=date(2026, 1, 31), url="https://example.org/x/", repository="https://example.org/r")
    read = yaml.safe_load(citation(site))
    assert (read["url"], read["repository-code"]) == ("https://example.org/x/data/", "https://example.org/r")
    assert read["authors"] == [{"name": '明"规"'}]
    assert "https://example.org/x/data/" in readme(site)


def test_the_file_of_this_repository_says_the_same() -> None:
    """Hosts of code show it. It has no date and no version, so that nobody has to change it with the data."""
    site = read_project(ROOT, {}).site
    assert site is not None
    lines = [line for line in citation(site).splitlines() if not line.startswith(("version:", "date-released:"))]
    assert (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines() == lines
