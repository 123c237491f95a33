"""Forms and the links that fill them: fields, statuses and guides have one name on both sides."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.model.site import Site
from generator.model.task import UPDATE_STATUSES
from generator.pages.page import Page
from generator.pages.repository import NEW_PLAN, PROGRESS, WRONG_PAGE
from generator.render import render_page
from tests.conftest import ROOT

FORMS = ROOT / ".github/ISSUE_TEMPLATE"
GUIDE = "docs/editing.zh.md"


def fields(form: str) -> dict[str, dict[str, object]]:
    body = yaml.safe_load((FORMS / form).read_text(encoding="utf-8"))["body"]
    return {entry["id"]: entry for entry in body if "id" in entry}


def linked(page: Page) -> list[dict[str, list[str]]]:
    site = Site(name="明规", as_of=date(2026, 1, 31), repository="https://example.org/me/code")
    text = render_page(page, site).replace("&amp;", "&")
    return [parse_qs(urlsplit(found).query) for found in re.findall(r"\((https://example\.org/me/code/issues/new\?[^)]*)\)", text)]


def test_the_links_of_a_page_fill_fields_that_the_forms_have() -> None:
    page = Page("tasks/a-145-001/", "修路", (), (), (), record=("task", "a-145-001"))
    wrong, progress = linked(page)
    assert wrong["template"] == [WRONG_PAGE]
    assert set(wrong) - {"template", "title"} <= set(fields(WRONG_PAGE))
    assert progress["template"] == [PROGRESS]
    assert progress["subject"] == ["a-145-001"]
    assert set(progress) - {"template", "title"} <= set(fields(PROGRESS))


def test_only_what_can_have_progress_asks_for_it() -> None:
    assert len(linked(Page("units/a/", "县民政局", (), (), (), record=("unit", "a")))) == 1


def test_the_form_offers_every_status_with_the_words_of_the_pages() -> None:
    options = fields(PROGRESS)["status"]["attributes"]
    assert options == {**options, "options": [f"{word}（{status}）" for status, word in UPDATE_STATUSES.items()]}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("form", "required"), [(WRONG_PAGE, {"id", "wrong", "basis"}), (PROGRESS, {"subject", "date", "evidence-title", "evidence-source"})]
)
def test_nothing_is_taken_without_its_basis(form: str, required: set[str]) -> None:
    asked = {name for name, field in fields(form).items() if field.get("validations") == {"required": True}}
    assert required <= asked


def test_there_is_a_form_for_a_new_plan() -> None:
    assert {"plan-title", "region", "kind", "period", "address"} <= set(fields(NEW_PLAN))


@pytest.mark.parametrize("path", [*sorted(FORMS.glob("*.yml")), ROOT / ".github/pull_request_template.md"], ids=lambda path: path.name)
def test_links_to_the_guide_lead_to_a_place_in_it(path: Path) -> None:
    guide = (ROOT / GUIDE).read_text(encoding="utf-8")
    for anchor in re.findall(rf"{re.escape(GUIDE)}#([\w-]+)", path.read_text(encoding="utf-8")):
        assert f'<a id="{anchor}"></a>' in guide, anchor
