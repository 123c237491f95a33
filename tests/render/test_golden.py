"""One page of every kind, word for word.

Where a change is meant, renew the files with ``MINGGUI_UPDATE_GOLDEN=1 python -m pytest tests/render/test_golden.py`` and
read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.model.site import Site
from generator.pages import build_pages
from generator.render import render_page
from generator.site.project import Project

FOLDER = Path(__file__).parent.parent / "golden"
UPDATE = bool(os.environ.get("MINGGUI_UPDATE_GOLDEN"))
PAGES = {
    "home": "",
    "about": "about/",
    "coverage": "coverage/",
    "plan": "plans/qinghe-145/",
    "plan-report": "plans/linhe-2024/",
    "part": "plans/qinghe-145/p1/",
    "preface": "plans/qinghe-145/preface/",
    "chapter-with-section": "plans/qinghe-145/c01/",
    "chapter-with-tasks": "plans/qinghe-145/c02/",
    "section-alone": "plans/linhe-2024/s01/",
    "task": "tasks/qinghe-145-001/",
    "task-without-leads": "tasks/qinghe-145-002/",
    "task-editorial-title": "tasks/qinghe-145-003/",
    "unit": "units/qinghe-minzheng/",
    "unit-group": "units/qinghe-towns/",
    "project": "projects/qinghe-day-centre/",
    "project-unstated": "projects/qinghe-tea-road/",
    "indicator": "indicators/forest/",
    "indicator-uncertain": "indicators/output-growth/",
    "topic": "topics/eldercare/",
    "audience": "audiences/tea-growers/",
    "place": "places/baishi/",
    "glossary": "glossary/",
    "data": "data/",
    "explore": "explore/",
    "explore-table": "explore/qinghe-145/",
    "index-plans": "plans/",
    "index-tasks": "tasks/",
    "index-units": "units/",
    "index-projects": "projects/",
    "index-indicators": "indicators/",
    "index-topics": "topics/",
    "index-audiences": "audiences/",
    "index-places": "places/",
    "index-compare": "compare/",
    "index-timeline": "timeline/",
    "progress": "progress/",
    "timeline-year": "timeline/2025/",
    "changes": "changes/",
    "changes-year": "changes/2025/",
    "corrections": "corrections/",
}
"""Name of the golden file → address. The data dictionary is left out: it follows the models, which have tests."""
LINKED = "task-with-repository"


def compare(name: str, text: str) -> None:
    file = FOLDER / f"{name}.md"
    if UPDATE:
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.is_file(), f"{file} is missing; see the top of this module"
    assert text == file.read_text(encoding="utf-8")


def rendered(project: Project, site: Site) -> dict[str, str]:
    return {page.address: render_page(page, site) for page in build_pages(project.graph, site, project.written)}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_golden(tiny_project: Project, name: str) -> None:
    assert tiny_project.site is not None
    compare(name, rendered(tiny_project, tiny_project.site)[PAGES[name]])


def test_golden_with_a_repository(tiny_project: Project) -> None:
    """What the settings add to a page."""
    assert tiny_project.site is not None
    site = tiny_project.site.model_copy(update={"repository": "https://example.org/me/code", "contact": "a@example.org"})
    compare(LINKED, rendered(tiny_project, site)["tasks/qinghe-145-001/"])


def test_no_golden_file_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {f"{name}.md" for name in (*PAGES, LINKED)}


def test_every_kind_of_page_has_a_golden_file(tiny_project: Project) -> None:
    assert tiny_project.site is not None
    pages = rendered(tiny_project, tiny_project.site)
    kinds = {address.split("/")[0] + ("/…" if address.count("/") > 1 else "") for address in pages if address != "data/dictionary/"}
    shown = {address.split("/")[0] + ("/…" if address.count("/") > 1 else "") for address in PAGES.values()}
    assert kinds == shown
