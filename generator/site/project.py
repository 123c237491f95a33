"""The whole way from files to what is published, without writing anything."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator import cards, checks, exports, pages, render, schema, search
from generator.checks import update_date
from generator.dataset import read_dataset
from generator.diagnostics import Diagnostic, in_order
from generator.graph import Graph, link
from generator.model.site import Site
from generator.site.settings import read_site
from generator.site.written import read_written


@dataclass(frozen=True, slots=True)
class Project:
    """A project that was read: linked data, settings, hand-written pages and everything there is to say."""

    root: Path
    graph: Graph
    site: Site | None
    written: Mapping[str, tuple[str, str]]
    diagnostics: tuple[Diagnostic, ...]
    originals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Official passages by record id, where the publisher gave the documents."""


def read_project(root: Path, environment: Mapping[str, str] | None = None) -> Project:
    """Read and check a project.

    Args:
        root: The project's root, with ``data/`` and ``mkdocs.yml``.
        environment: Overrides of settings; ``os.environ`` where not given.
    """
    dataset, findings = read_dataset(root)
    graph = link(dataset)
    site, site_findings = read_site(root, os.environ if environment is None else environment)
    written, written_findings = read_written(root)
    dated = list(update_date.after(graph, site.as_of)) if site else []
    everything = [*findings, *checks.run(graph), *dated, *schema.stale(root), *site_findings, *written_findings]
    return Project(root, graph, site, written, tuple(in_order(everything)))


def published_files(project: Project) -> dict[str, str | bytes]:
    """Return the staged files that are made from data: path below the site's root → content.

    Raises:
        ValueError: where the project has no usable settings; callers check its diagnostics first.
    """
    if project.site is None:
        raise ValueError("settings are missing")
    site = project.site
    built = [*pages.build_pages(project.graph, site, project.written, project.originals), search.page(project.graph, site.search_examples)]
    there = cards.cards(project.graph)
    pictured = [replace(page, card=cards.card_of(project.graph, page, there)) for page in built]
    files: dict[str, str | bytes] = {page.path: render.render_page(page, site) for page in pictured}
    files["search/words.json"] = search.words_file(project.graph)
    files |= exports.open_data(project.graph, site)
    files |= dict(exports.explore_files(project.graph))
    files |= exports.discovery_files(project.graph, site) | exports.feed_files(project.graph, site)
    old = exports.redirect_files(project.graph, site)
    taken = {name.removesuffix(".md") for name in files if name.endswith(".md")}
    # A page that is there again, such as one of a year, comes before a redirect.
    return files | {name: text for name, text in old.items() if name.removesuffix(".html") not in taken}
