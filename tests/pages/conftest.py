"""All pages of the tiny project by their address."""

from __future__ import annotations

import pytest

from generator.pages import build_pages
from generator.pages.page import Page
from generator.site.project import Project


@pytest.fixture(scope="session")
def pages(tiny_project: Project) -> dict[str, Page]:
    """Build every page once; no two may share an address."""
    assert tiny_project.site is not None
    built = build_pages(tiny_project.graph, tiny_project.site, tiny_project.written)
    by_address = {page.address: page for page in built}
    assert len(by_address) == len(built)
    return by_address
