"""The whole way from files to what is published, without writing anything."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator import cards, checks, exports, pages, render, schema, search
from generator.checks import update_date
from generator.dataset import read_dataset, translated
from generator.diagnostics import Diagnostic, in_order
from generator.graph import Graph, link
from generator.language import CHINESE_EDITION, Edition, speaking
from generator.model.site import Site
from generator.pages.page import WrittenPage
from generator.site.editions import read_editions
from generator.site.settings import read_site
from generator.site.written import read_written


@dataclass(frozen=True, slots=True)
class Project:
    """A project that was read: linked data, settings, hand-written pages and everything there is to say."""

    root: Path
    graph: Graph
    site: Site | None
    written: Mapping[str, WrittenPage]
    """Hand-written Chinese pages by their address."""
    diagnostics: tuple[Diagnostic, ...]
    originals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Official passages by record id, where the publisher gave the documents."""
    editions: tuple[Edition, ...] = (CHINESE_EDITION,)
    """The site's languages, Chinese first."""
    translated: Mapping[str, Mapping[str, WrittenPage]] = field(default_factory=dict)
    """Hand-written pages of other languages, by language and address."""


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
    editions, language_findings = read_editions(root, site) if site else ((CHINESE_EDITION,), [])
    others = {edition.catalogue.tag: read_written(root, edition.catalogue.tag) for edition in editions[1:]}
    language_findings += [finding for _, wrong in others.values() for finding in wrong]
    others_written = {tag: found for tag, (found, _) in others.items()}
    everything = [*findings, *checks.run(graph), *dated, *schema.stale(root), *site_findings, *written_findings, *language_findings]
    return Project(root, graph, site, written, tuple(in_order(everything)), editions=editions, translated=others_written)


EXAMPLES = 4
"""Words to try that another language shows; the Chinese ones are as many."""


def _examples(site: Site, edition: Edition, graph: Graph) -> tuple[str, ...]:
    """Return words to try: in another language, names that the data have in it and that search therefore knows."""
    if edition.catalogue.chinese or edition.content is None:
        return site.search_examples
    topics = sorted(graph.topics.values(), key=lambda topic: (not topic.featured, topic.order))
    short = [topic.name for topic in topics if len(topic.name.split()) <= 2 and graph.back.tasks_by.get(("topic", topic.id))]
    return tuple(short[:EXAMPLES]) or site.search_examples


def _edition_files(project: Project, site: Site, edition: Edition) -> dict[str, str | bytes]:
    """Return the pages of one language, and the data files whose words its scripts show."""
    graph = link(translated(project.graph.dataset, edition.content)) if edition.content else project.graph
    there = cards.cards(project.graph)  # the pictures are drawn once, from the Chinese words
    with speaking(edition.catalogue):
        named = site.model_copy(update={"name": edition.name or site.name, "search_examples": _examples(site, edition, graph)})
        written = dict(project.written) | dict(project.translated.get(edition.catalogue.tag, {}))
        built = [*pages.build_pages(graph, named, written, project.originals), search.page(graph, named.search_examples)]
        pictured = [replace(page, card=cards.card_of(graph, page, there), folder=edition.folder) for page in built]
        files: dict[str, str | bytes] = {page.path: render.render_page(page, named) for page in pictured}
        files[f"{edition.folder}search/words.json"] = search.words_file(project.graph, search.foreign_words(project.graph, graph))
        return files | {f"{edition.folder}{name}": text for name, text in exports.explore_files(graph)}


def published_files(project: Project) -> dict[str, str | bytes]:
    """Return the staged files that are made from data: path below the site's root → content.

    Raises:
        ValueError: where the project has no usable settings; callers check its diagnostics first.
    """
    if project.site is None:
        raise ValueError("settings are missing")
    site = project.site
    files: dict[str, str | bytes] = {}
    for edition in project.editions:
        files |= _edition_files(project, site, edition)
    files |= exports.open_data(project.graph, site)
    files |= exports.discovery_files(project.graph, site) | exports.feed_files(project.graph, site)
    old = exports.redirect_files(project.graph, site)
    taken = {name.removesuffix(".md") for name in files if name.endswith(".md")}
    # A page that is there again, such as one of a year, comes before a redirect.
    return files | {name: text for name, text in old.items() if name.removesuffix(".html") not in taken}
