"""What a page says to search engines, as schema.org values (https://schema.org/docs/jsonld.html): facts of the data, nothing else.

The official document is the ``Legislation``; our page is an ``Article`` about it. A task page has the article alone, since there are
many of them and every visitor pays for each byte; all others also have their breadcrumbs. The glossary names its terms as well, behind
the text of its page.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from generator.graph import Graph
from generator.model import Division, Plan, Record, Term, Unit
from generator.model.site import Site
from generator.pages.data import ARCHIVE
from generator.pages.glossary import ADDRESS as GLOSSARY
from generator.pages.lists import region_names
from generator.pages.page import Page

Node: TypeAlias = "dict[str, str | int | bool | Node | list[str] | list[Node]]"
At = Callable[[str], str]
"""Turns an address relative to the root into one that can be followed from the page."""

CONTEXT: Node = {"@context": "https://schema.org"}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LANGUAGE = "zh-CN"
FORCE = {"有效": "https://schema.org/InForce", "失效": "https://schema.org/NotInForce", "废止": "https://schema.org/NotInForce"}
"""公文时效 as schema.org has it; 未注明 is not said."""
STATE_BODIES = {"government", "congress", "court"}
ARCHIVE_TYPE = "application/zip"


def _said(**values: str | Node | list[str] | list[Node] | None) -> Node:
    """Return what is known; a key may start with ``_`` for ``@``."""
    return {f"@{key[1:]}" if key.startswith("_") else key: value for key, value in values.items() if value}


def _address(site: Site, page: Page) -> At:
    if site.url:
        return lambda address: f"{site.url.rstrip('/')}/{address}"
    here = page.address.rstrip("/") or "."

    def beside(address: str) -> str:
        path, _, anchor = address.partition("#")
        if path == page.address and anchor:
            return f"#{anchor}"
        return posixpath.relpath(path or ".", here) + "/" * (path.endswith("/") or not path) + (f"#{anchor}" if anchor else "")

    return beside


def _document(graph: Graph, plan: Plan, at: At) -> Node:
    """The official document of a plan, with what its page says of it."""
    known = _said(
        _id=at(f"plans/{plan.id}/#document"),
        name=plan.title,
        datePublished=plan.published.isoformat() if plan.published else None,
        temporalCoverage=f"{plan.period.start}/{plan.period.end}",
        sameAs=plan.documents[0].url,
    )
    if plan.kind == "report":  # a report to a congress orders nothing
        return {"@type": "Report", **known, **_said(dateCreated=plan.delivered.isoformat() if plan.delivered else None)}
    return {
        "@type": "Legislation",
        **known,
        **_said(
            legislationIdentifier=plan.document_number,
            legislationDate=plan.dated.isoformat() if plan.dated else None,
            legislationPassedBy=_said(_type="Organization", name=plan.issuer) if plan.issuer else None,
            legislationLegalForce=FORCE.get(plan.validity),
            legislationJurisdiction=region_names(graph, plan),
        ),
    }


def _named_document(plan: Plan) -> Node:
    """The document in short, for the many pages that are about a part of it."""
    if plan.kind == "report":
        return _said(_type="Report", name=plan.title)
    return _said(_type="Legislation", name=plan.title, legislationIdentifier=plan.document_number)


def _article(site: Site, title: str, about: Node) -> Node:
    author = _said(_type="Organization", name=site.name)
    return _said(_type="Article", headline=title, inLanguage=LANGUAGE, author=author, license=LICENCE, about=about)


def _unit(graph: Graph, unit: Unit) -> Node | None:
    """A body; a name for several bodies is none."""
    if unit.kind == "group":
        return None
    region, above = graph.regions.get(unit.region), graph.units.get(unit.parent or "")
    return _said(
        _type="GovernmentOrganization" if unit.kind in STATE_BODIES else "Organization",
        name=unit.name,
        alternateName=list(unit.aliases),
        location=_said(_type="AdministrativeArea", name=region.name) if region else None,
        parentOrganization=_said(_type="Organization", name=above.name) if above else None,
    )


def _record(graph: Graph, site: Site, record: Record, at: At) -> Node | None:
    plan = graph.plans.get(getattr(record, "plan", ""))
    if isinstance(record, Plan):
        return _article(site, record.short_title, _document(graph, record, at))  # the full title is the document's own
    if isinstance(record, Unit):
        return _unit(graph, record)
    if plan is not None and (isinstance(record, Division) or record.KIND == "task"):
        return _article(site, str(getattr(record, "title", "")), _named_document(plan))
    return None


def _glossary(site: Site, at: At) -> Node:
    """The set of terms. The terms themselves name it as theirs, at the end of the page."""
    author = _said(_type="Organization", name=site.name)
    return _said(_type="DefinedTermSet", _id=at(GLOSSARY), name="名词解释", inLanguage=LANGUAGE, license=LICENCE, author=author)


def _term(term: Term, at: At) -> Node:
    """A term, without its explanation: that stands on the page at the anchor, and would treble what all of them weigh."""
    return _said(
        _type="DefinedTerm",
        _id=at(f"{GLOSSARY}#{term.id}"),
        name=term.term,
        alternateName=list(term.aliases),
        inDefinedTermSet=at(GLOSSARY),
    )


def _dataset(site: Site, page: Page, at: At) -> Node:
    download = _said(_type="DataDownload", encodingFormat=ARCHIVE_TYPE, contentUrl=at(ARCHIVE))
    return _said(
        _type="Dataset",
        name=f"{site.name}：政府规划的结构化数据",
        description=page.description,
        inLanguage=LANGUAGE,
        license=LICENCE,
        creator=_said(_type="Organization", name=site.name),
        dateModified=site.as_of.isoformat(),
        distribution=[download],
    )


def _crumbs(page: Page, at: At) -> Node | None:
    if not page.crumbs:
        return None
    items: list[Node] = [
        {"@type": "ListItem", "position": number, "name": crumb.text, "item": at(crumb.address)}
        for number, crumb in enumerate(page.crumbs, 1)
    ]
    items.append({"@type": "ListItem", "position": len(items) + 1, "name": page.title})
    return {"@type": "BreadcrumbList", "itemListElement": items}


def with_structured_data(graph: Graph, site: Site, page: Page) -> Page:
    """Return the page with its schema.org values.

    Args:
        graph: The linked data.
        site: The site's settings; without an address, addresses are relative to the page.
        page: A finished page.
    """
    at = _address(site, page)
    main: Node | None = None
    found = graph.find((page.record[0],), page.record[1]) if page.record else []
    if found:
        main = _record(graph, site, found[0], at)
    elif page.address == GLOSSARY:
        main = _glossary(site, at)
    elif page.address == "data/":
        main = _dataset(site, page, at)
    crumbs = None if page.record and page.record[0] == "task" else _crumbs(page, at)
    nodes = [node for node in (main, crumbs) if node]
    if not nodes:
        return page
    terms = [_term(term, at) for term in graph.terms.values()] if page.address == GLOSSARY else []
    return replace(
        page,
        structured={**CONTEXT, **nodes[0]} if len(nodes) == 1 else {**CONTEXT, "@graph": nodes},
        structured_list={**CONTEXT, "@graph": terms} if terms else None,
    )
