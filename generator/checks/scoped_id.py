"""Ids say where a record belongs: ``<plan>-021``, ``<plan>-c02-s01``, ``<task>-t01`` (DESIGN §2)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model import Record
from generator.model.identity import LOCAL_ID

RULE = "scoped-id"
OWNER_FIELD = {
    "task": "plan",
    "division": "plan",
    "box": "plan",
    "indicator-row": "plan",
    "note": "plan",
    "verification": "plan",
    "target": "owner",
    "result": "division",
    "update": "subject",
}
SUBJECTS = ("task", "indicator-row", "project")
EXAMPLES = {
    "task": "021",
    "division": "c02 或 c02-s01",
    "box": "b01",
    "indicator-row": "i01",
    "note": "n01",
    "verification": "verification",
    "target": "t01",
    "result": "r01",
    "update": "u01",
}


def _fits(record: Record, owner: str) -> bool:
    prefix = owner + "-"
    return record.id.startswith(prefix) and bool(LOCAL_ID[record.KIND].match(record.id.removeprefix(prefix)))


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report ids that do not start with their owner's, or do not go on as their kind does."""
    unfit: set[str] = set()
    for kind, field in OWNER_FIELD.items():
        for record in graph.dataset.records.get(kind, {}).values():
            owner = getattr(record, field)
            if owner in unfit or (kind == "update" and not graph.find(SUBJECTS, owner)):
                continue  # the mistake is the owner's
            if not _fits(record, owner):
                unfit.add(record.id)
                message = f"编号“{record.id}”应该是“{owner}-”加上 {EXAMPLES[kind]} 这样的写法"
                yield Diagnostic(graph.dataset.span(record, "id"), RULE, message)
