"""The generated engine configuration: inherits the project's ``mkdocs.yml``, adds what only the data knows."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.language import Edition
from generator.model.site import Site
from generator.pages.page import Choice


def _entry(choice: Choice) -> dict[str, Any]:
    """One entry of ``nav``. The theme prints titles without escaping, so they are escaped for HTML here."""
    title = html.escape(choice.title)
    return {title: [_entry(child) for child in choice.children]} if choice.children else {title: choice.path}


def frame(edition: Edition, navigation: Sequence[Choice], texts: Iterable[str], scripts: bool) -> dict[str, Any]:
    """Return what the frame of every page says in one language. The theme prints it without escaping, so it is escaped for HTML here.

    Args:
        edition: The language.
        navigation: Its top-level pages.
        texts: The Chinese texts of the theme's templates.
        scripts: Whether its scripts say anything otherwise than in the code.
    """
    said = edition.catalogue.said
    return {
        "tag": edition.catalogue.tag,
        "folder": edition.folder,
        "own": html.escape(edition.catalogue.name),
        "direction": edition.catalogue.direction,
        "name": html.escape(edition.name),
        "description": html.escape(edition.description),
        "nav": [{"title": html.escape(choice.title), "file": _first(choice)} for choice in navigation],
        "script": script_address(edition.catalogue.tag) if scripts else "",
        "texts": {text: html.escape(said(text)) for text in texts},
    }


def script_address(tag: str) -> str:
    """Return where the words of a language's scripts stand, below the site's root."""
    return f"assets/language/{tag}.js"


def _first(choice: Choice) -> str:
    return choice.path or _first(choice.children[0])


def configuration(navigation: Sequence[Choice], site: Site, frames: Sequence[Mapping[str, Any]] = ()) -> str:
    """Return ``build/mkdocs.yml`` (JSON is YAML). Folders lie inside ``build/``, which Zensical demands.

    Args:
        navigation: The top-level pages, plans and chapters.
        site: The site's settings, the environment's overrides included.
        frames: What :func:`frame` says of each language.
    """
    values: dict[str, Any] = {
        "INHERIT": "../mkdocs.yml",
        "site_name": html.escape(site.name),
        "site_url": site.url,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": "theme"},
        "nav": [_entry(choice) for choice in navigation],
        "extra": {"editions": {one["tag"]: one for one in frames}},
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"
