"""The generated engine configuration: inherits the project's ``mkdocs.yml``, adds what only the data knows."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from typing import Any

from generator.model.site import Site
from generator.pages.blocks import Choice


def _entry(choice: Choice) -> dict[str, Any]:
    """One entry of ``nav``. The theme prints titles without escaping, so they are escaped for HTML here."""
    title = html.escape(choice.title)
    return {title: [_entry(child) for child in choice.children]} if choice.children else {title: choice.path}


def configuration(navigation: Sequence[Choice], site: Site) -> str:
    """Return ``build/mkdocs.yml`` (JSON is YAML). Folders lie inside ``build/``, which Zensical demands.

    Args:
        navigation: The top-level pages, plans and chapters.
        site: The site's settings, the environment's overrides included.
    """
    values = {
        "INHERIT": "../mkdocs.yml",
        "site_name": html.escape(site.name),
        "site_url": site.url,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": "theme"},
        "nav": [_entry(choice) for choice in navigation],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"
