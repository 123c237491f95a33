"""Addresses in the project's repository on GitHub: a file at its line, a folder, a form filled in as far as we know."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from generator.diagnostics import Span
from generator.model.site import Site

WRONG_PAGE, PROGRESS, NEW_PLAN = "wrong-page.yml", "progress.yml", "new-plan.yml"
"""The forms in ``.github/ISSUE_TEMPLATE/``."""
GUIDE = "docs/editing.zh.md"
"""What to read before one changes something for the first time."""


def _below(site: Site, path: str) -> str:
    return f"{site.repository.rstrip('/')}/{path}" if site.repository else ""


def edit_address(site: Site, place: Span) -> str:
    """Return where an editor changes a line; nothing where no repository is set."""
    return _below(site, f"edit/{site.branch}/{quote(place.file)}#L{place.line}")


def shown_address(site: Site, path: str, anchor: str = "") -> str:
    """Return where a file, or a folder (with a slash at its end), is looked at; nothing where no repository is set."""
    kind = "tree" if path.endswith("/") else "blob"
    return _below(site, f"{kind}/{site.branch}/{quote(path.rstrip('/'))}" + (f"#{anchor}" if anchor else ""))


def form_address(site: Site, form: str, fields: dict[str, str]) -> str:
    """Return an issue form with fields filled in; nothing where no repository is set.

    Source: GitHub Docs, “Creating an issue”: a query field named as the id of a form's input fills it.
    """
    return _below(site, "issues/new?" + urlencode({"template": form, **{k: v for k, v in fields.items() if v}}, quote_via=quote))
