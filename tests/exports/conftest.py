"""Everything that is published of the tiny project's data, once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.exports import open_data
from generator.site.project import Project


@pytest.fixture(scope="package")
def published(tiny_project: Project) -> Mapping[str, bytes]:
    """Return path below the site's root → bytes."""
    assert tiny_project.site is not None
    files = open_data(tiny_project.graph, tiny_project.site)
    return {name: content.encode("utf-8") if isinstance(content, str) else content for name, content in files.items()}
