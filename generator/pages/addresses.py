"""Where each record is published (DESIGN §2): relative to the site's root, so that any host and folder will do."""

from __future__ import annotations

from generator.graph import Graph
from generator.model import Change, Division, Record, Redirect
from generator.model.identity import FOLDERS, RECORD_FOLDERS, local_part
from generator.pages.inline import Link

HAS_PAGE = {"part", "chapter", "preface", "annex"}
"""Divisions with a page of their own; a section is a heading on its chapter's, or alone where no chapter holds it."""


def _safe_local(identifier: str, owner: str) -> str:
    try:
        return local_part(identifier, owner)
    except ValueError:
        return identifier


def division_address(graph: Graph, division: Division) -> str:
    """Return the address of a division: a page, or an anchor on the page of the division above it."""
    line = graph.line_of(division)
    holder = next((d for d in reversed(line) if d.kind in HAS_PAGE), line[0])
    page = f"plans/{division.plan}/{_safe_local(holder.id, division.plan)}/"
    return page if holder is division else f"{page}#{_safe_local(division.id, holder.id)}"


CHANGES = "changes/"


def year_address(graph: Graph, year: int) -> str:
    """Return the page of the changes of a year: the newest year has the address that never moves."""
    newest = max((change.date_.year for change in graph.changes.values()), default=year)
    return CHANGES if year == newest else f"{CHANGES}{year}/"


def _history_address(graph: Graph, record: Change | Redirect) -> str:
    """A change has its place on the page of its year; a redirect is published under the address it leads to."""
    if isinstance(record, Change):
        return f"{year_address(graph, record.date_.year)}#{record.id}"
    if record.to.endswith("/"):
        return record.to
    return next((address(graph, found) for found in graph.find(("*",), record.to)), "")


def address(graph: Graph, record: Record) -> str:
    """Return the address of any record; rows and terms are anchors on the page that shows them."""
    if record.KIND in FOLDERS:
        return f"{FOLDERS[record.KIND]}/{record.id}/"
    if isinstance(record, Division):
        return division_address(graph, record)
    if isinstance(record, Change | Redirect):
        return _history_address(graph, record)
    if record.KIND == "term":
        return f"glossary/#{record.id}"
    if record.KIND == "verification":
        return f"coverage/#{getattr(record, 'plan', '')}"
    if record.KIND == "region":
        return "plans/"
    if record.KIND == "indicator-row":
        return f"indicators/{getattr(record, 'definition', '')}/#{record.id}"
    return _owned_address(graph, record)


def anchor_of(record: Record, owner: Record) -> str:
    """Name a record's place on its owner's page: short on a task's own page, whole where several owners share one."""
    return _safe_local(record.id, owner.id) if owner.KIND in {"task", "project"} else record.id


def _owned_address(graph: Graph, record: Record) -> str:
    """Targets, results, notes, boxes and updates stand on their owner's page."""
    owner_id = getattr(record, "owner", None) or getattr(record, "subject", None) or getattr(record, "division", None)
    owners = graph.find(("task", "division", "indicator-row", "project"), owner_id) if owner_id else []
    if owners:
        base = address(graph, owners[0]).split("#", 1)[0]
        return f"{base}#{anchor_of(record, owners[0])}"
    plan = getattr(record, "plan", "")
    return f"plans/{plan}/#{_safe_local(record.id, plan)}"


def record_json(record: Record) -> str:
    """Return the address of the record's own JSON file."""
    return f"{RECORD_FOLDERS[record.KIND]}/{record.id}/index.json"


def link_to(graph: Graph, record: Record, text: str = "") -> Link:
    """Link to a record by its name."""
    name = text or getattr(record, "name", "") or getattr(record, "title", "") or getattr(record, "term", "") or record.id
    return Link(name, address(graph, record))
