"""Which pages the site has, and what each shows. Pages are values; :mod:`generator.render` writes them down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.diagnostics import Span
from generator.graph import Graph
from generator.language import CHINESE, spoken, tr, trc
from generator.model.identity import FIXED_PAGES, RECORD_FOLDERS
from generator.model.site import Site
from generator.pages import (
    about,
    changes,
    chapter,
    compare,
    coverage,
    data,
    dictionary,
    explain,
    explore,
    glossary,
    home,
    indicator,
    kin,
    place,
    plan,
    progress_page,
    project,
    subject,
    task,
    timeline,
    unit,
)
from generator.pages.addresses import HAS_PAGE
from generator.pages.blocks import Written
from generator.pages.inline import Link
from generator.pages.lists import ordered_plans
from generator.pages.page import Choice, Page, WrittenPage
from generator.pages.structured import with_structured_data

WRITTEN_FOLDER = "site_src/pages"
MOST_PLANS = 12
"""So many plans at most stand in the navigation, which every page repeats: 60 of them would double a page."""
RESERVED = {*RECORD_FOLDERS.values(), *FIXED_PAGES, "index", "assets"}
"""First parts of addresses that are made from data; no hand-written page may take one."""


def build_pages(
    graph: Graph,
    site: Site,
    written: Mapping[str, WrittenPage],
    originals: Mapping[str, tuple[str, ...]] | None = None,
) -> list[Page]:
    """Build every page of the site.

    Args:
        graph: The linked data.
        site: The site's settings.
        written: Hand-written pages by their address.
        originals: Official passages by the id of their task or chapter, where the publisher has the documents.

    Returns:
        Pages in the order of publication; no two share an address.
    """
    passages = originals or {}
    pages = [home.page(graph, site.name, site.as_of, site.search_examples), home.plans_index(graph), home.tasks_index(graph)]
    pages += [plan.page(graph, p, site.as_of) for p in ordered_plans(graph)]
    pages += [chapter.page(graph, d, passages.get(d.id, ())) for d in graph.divisions.values() if d.kind in HAS_PAGE or d.parent is None]
    alike = kin.kin_of(graph)
    pages += [task.page(graph, t, site.as_of, passages.get(t.id, ()), alike.get(t.id, ())) for t in graph.tasks.values()]
    pages += [unit.index(graph), *(unit.page(graph, u) for u in graph.units.values())]
    pages += [project.index(graph), *(project.page(graph, p) for p in graph.projects.values())]
    pages += [indicator.index(graph), *(indicator.page(graph, d) for d in graph.definitions.values())]
    pages += [subject.topic_index(graph), *(subject.topic_page(graph, t) for t in graph.topics.values())]
    pages += [subject.audience_index(graph), *(subject.audience_page(graph, a) for a in graph.audiences.values())]
    pages += [place.index(graph), *(place.page(graph, p) for p in graph.places.values())]
    pages += [explore.page(graph), *(explore.plan_page(graph, p) for p in explore.plans(graph))]
    pages += [*compare.pages(graph), *timeline.pages(graph, site.as_of)]
    pages += [*changes.pages(graph), progress_page.page(graph, site)]
    pages += [glossary.page(graph), coverage.page(graph), data.page(graph, site), dictionary.page()]
    pages = explain.explained(graph, pages) + [_written(graph, address, page) for address, page in written.items()]
    sections = _sections(navigation(graph))
    pages = [replace(page, section=sections.get(f"{page.address}index.md", "")) for page in pages]
    # What search engines are told of a record, its Chinese page tells.
    return [with_structured_data(graph, site, page) for page in pages] if spoken().tag == CHINESE.tag else pages


def _written(graph: Graph, address: str, page: WrittenPage) -> Page:
    """Wrap a hand-written page, so that it has the same way back and the same edit link as any other."""
    added = about.verified(graph) if address == about.ADDRESS else ()
    body = Written(page.markdown, page.tag == spoken().tag)
    return Page(address, page.title, (), (Link(tr("首页"), ""),), (body, *added), page.title, origin=Span(page.file))


def _sections(choices: Iterable[Choice]) -> dict[str, str]:
    """Map the files that the navigation names, and those below an entry, to the file of the entry itself."""
    return {path: paths[0] for paths in (_paths(choice) for choice in choices) for path in paths}


def _paths(choice: Choice) -> list[str]:
    return [path for path in (choice.path, *(path for child in choice.children for path in _paths(child))) if path]


def navigation(graph: Graph) -> tuple[Choice, ...]:
    """Top-level pages, and the plans where they are few; everything else is reached by links and search (DESIGN §4)."""
    found = ordered_plans(graph)
    plans = [Choice(p.short_title, f"plans/{p.id}/index.md") for p in found] if len(found) <= MOST_PLANS else []
    return (
        Choice(tr("首页"), "index.md"),
        Choice(tr("搜索"), "search/index.md"),
        Choice(tr("筛选任务"), "explore/index.md"),
        Choice(trc("导航", "规划"), "", (Choice(tr("全部规划"), "plans/index.md"), *plans)),
        Choice(trc("导航", "主题"), "topics/index.md"),
        Choice(trc("导航", "地方"), "places/index.md"),
        Choice(trc("导航", "单位"), "units/index.md"),
        Choice(trc("导航", "项目"), "projects/index.md"),
        Choice(trc("导航", "指标"), "indicators/index.md"),
        Choice(tr("比较"), "compare/index.md"),
        Choice(tr("时间线"), "timeline/index.md"),
        Choice(tr("进展"), "progress/index.md"),
        Choice(trc("导航", "名词"), "glossary/index.md"),
        Choice(tr("核对"), "coverage/index.md"),
        Choice(tr("数据"), "data/index.md"),
        Choice(tr("关于"), "about/index.md"),
    )
