"""The differences between two graphs, as values: one a record that came or went, one a statement that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.changes.fields import COMPARED, fields_of
from generator.changes.order import Position, position
from generator.graph import Graph
from generator.model import Record
from generator.model.identity import LOCAL_ID

What = Literal["added", "removed", "changed"]
UNIT_FIELDS = ("leads", "participants", "providers", "owners", "members")
OPPOSITE: dict[What, What] = {"added": "removed", "removed": "added", "changed": "changed"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two editions."""

    what: What
    kind: str
    old_id: str
    """Empty where the record is new."""
    new_id: str
    """Empty where the record is gone; another than the old one only where a redirect says so."""
    plan: str = ""
    field: str = ""
    """The statement that changed (see :func:`generator.changes.fields.fields_of`); empty where the whole record came or went."""
    old: Any = None
    """Before, as JSON."""
    new: Any = None
    """After, as JSON."""
    units: tuple[str, ...] = ()
    """Units that a record or statement names on one side and not on the other."""

    @property
    def id(self) -> str:
        """The record's id: the newer one, where there are two."""
        return self.new_id or self.old_id

    def reversed(self) -> Difference:
        """Return the same difference seen from the other edition."""
        return Difference(OPPOSITE[self.what], self.kind, self.new_id, self.old_id, self.plan, self.field, self.new, self.old, self.units)


def _plan_of(graph: Graph, record: Record) -> str:
    """Return the plan that a record belongs to, if any."""
    if record.KIND == "plan":
        return record.id
    subject = getattr(record, "subject", None)
    owners = graph.find(("task", "indicator-row", "project"), subject) if subject else []
    return str(getattr(owners[0] if owners else record, "plan", "") or "")


def _named_in(record: Record, field: str) -> set[str]:
    """Return the units that one field of a record names."""
    return {getattr(entry, "unit", entry) for entry in getattr(record, field, ())}


def _units(record: Record) -> set[str]:
    """Return the units that a record names, and itself where it is one."""
    named = {unit for field in UNIT_FIELDS for unit in _named_in(record, field)}
    return named | ({record.id} if record.KIND == "unit" else set())


def _json(record: Record, members: tuple[str, ...]) -> Any:  # noqa: ANN401 - any JSON value
    """Return a statement as JSON: one field's value, or several by name."""
    values = record.model_dump(mode="json", by_alias=True, include=set(members))
    return values if len(members) > 1 else next(iter(values.values()))


def _shelf(graph: Graph, other: Graph, kind: str) -> dict[str, Record]:
    """Return the records of a kind, without those that the other edition has but could not be read: nothing is known of them."""
    found = graph.dataset.records.get(kind, {})
    return {identifier: record for identifier, record in found.items() if not other.dataset.was_rejected((kind,), identifier)}


def _pairs(old: Graph, new: Graph, kind: str) -> Iterator[tuple[Record | None, Record | None]]:
    """Yield the records of a kind that are one and the same: by id, or by a redirect of either edition."""
    before, after = _shelf(old, new, kind), _shelf(new, old, kind)
    forward = {r.from_: r.to for r in new.redirects.values() if r.from_ in before.keys() - after and r.to in after.keys() - before}
    backward = {r.to: r.from_ for r in old.redirects.values() if r.from_ in after.keys() - before and r.to in before.keys() - after}
    moved = backward | forward
    taken: set[str] = set()
    for identifier, record in before.items():
        target = moved.get(identifier, identifier)
        match = after.get(target) if target not in taken else None
        taken |= {target} if match else set()
        yield record, match
    for identifier, record in after.items():
        if identifier not in taken:
            yield None, record


def _folded(differences: list[Difference], whole: Mapping[str, Graph]) -> list[Difference]:
    """Leave out what came or went with what holds it: all of a new plan, the targets of a new task."""
    plans = {(d.what, d.id) for d in differences if d.kind == "plan" and d.what != "changed"}
    owners = {(d.what, d.id) for d in differences if d.what != "changed"}

    def holder(difference: Difference) -> str:
        record = whole[difference.what].dataset.records[difference.kind][difference.id]
        return str(getattr(record, "owner", "") or "")

    def stays(difference: Difference) -> bool:
        if difference.what == "changed":
            return True
        if difference.kind != "plan" and (difference.what, difference.plan) in plans:
            return False
        return not (difference.kind in LOCAL_ID and (difference.what, holder(difference)) in owners)

    return [difference for difference in differences if stays(difference)]


def _of_pair(old: Graph, new: Graph, kind: str, before: Record | None, after: Record | None) -> Iterator[Difference]:
    """Yield the differences between two editions of one record."""
    if before is None and after is not None:
        yield Difference("added", kind, "", after.id, _plan_of(new, after), units=tuple(sorted(_units(after))))
    elif after is None and before is not None:
        yield Difference("removed", kind, before.id, "", _plan_of(old, before), units=tuple(sorted(_units(before))))
    elif before is not None and after is not None:
        plan = _plan_of(new, after)
        own = (after.id,) if kind == "unit" else ()
        if before.id != after.id:
            yield Difference("changed", kind, before.id, after.id, plan, "id", before.id, after.id, own)
        for field, members in fields_of(kind).items():
            was, now = _json(before, members), _json(after, members)
            if was != now:
                units = tuple(sorted(_named_in(before, field) ^ _named_in(after, field))) if field in UNIT_FIELDS else own
                yield Difference("changed", kind, before.id, after.id, plan, field, was, now, units)


def compare(old: Graph, new: Graph) -> list[Difference]:
    """Return what changed from one edition to another.

    Args:
        old: The earlier edition.
        new: The later one.

    Returns:
        One difference a record that came or went and one a statement that changed, in the order of the documents. What came or went
        with its plan or owner is not named again; where one edition has no plan at all, only the plans are (a first publication).
    """
    found = [d for kind in COMPARED for pair in _pairs(old, new, kind) for d in _of_pair(old, new, kind, *pair)]
    found = _folded(found, {"added": new, "removed": old})
    if not old.plans or not new.plans:
        found = [d for d in found if d.kind == "plan" or d.what == "changed"]

    def key(difference: Difference) -> tuple[Position, str]:
        graph, identifier = (new, difference.new_id) if difference.new_id else (old, difference.old_id)
        return position(graph, graph.dataset.records[difference.kind][identifier]), difference.id

    return sorted(found, key=key)
