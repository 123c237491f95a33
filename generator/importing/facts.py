"""Roles, targets, results and named projects of one passage, as records hold them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.documents import Commitment, find_commitments, find_projects, find_roles
from generator.documents.responsibility.deadlines import Deadline, find_deadline
from generator.documents.responsibility.roles import RoleFinding
from generator.importing.desk import Desk
from generator.importing.text import one_line
from generator.importing.yaml_out import Tree
from generator.text.widths import folded

LARGEST: Final = 1e13
SURE_PROJECT: Final = 0.6
MOST: Final = 999
"""Local ids have three digits at most."""


def roles_of(desk: Desk, text: str, line: int, found: Iterable[RoleFinding] | None = None) -> dict[str, list[object]]:
    """Read who leads and who takes part in a task.

    Args:
        desk: The draft being made.
        text: The task's passage with its responsibility lines.
        line: Where it stands, for the report.
        found: Findings of a table row, where the passage is one.

    Returns:
        ``leads`` and ``participants``; a unit printed twice in one list is entered once.
    """
    lists: dict[str, dict[str, object]] = {"leads": {}, "participants": {}}
    findings = tuple(find_roles(text, first_is_lead=desk.first_is_lead) if found is None else found)
    led = any(finding.role == "lead" for finding in findings)
    for finding in findings:
        if finding.role == "provider":
            continue
        # A 责任单位 beside a 牵头单位 takes part; where nobody leads it is the one to ask.
        leads = finding.role == "lead" or (finding.role == "responsible" and not led)
        field = "leads" if leads else "participants"
        unit = desk.registry.unit(finding.name, finding.printed, group=finding.group)
        if unit in lists[field]:
            desk.doubt(line, text, f"“{finding.printed}”在{finding.role_printed or '同一处'}里写了两次，只收了一次")
            continue
        other_name = finding.basis == "line" and folded(finding.name) != folded(desk.registry.unit_names[unit])
        basis = "line-alias" if other_name else finding.basis
        role = {"unit": unit, "role_printed": one_line(finding.role_printed) or "责任单位", "role_basis": basis}
        lists[field][unit] = desk.guess(role, finding.confidence, finding.why, line, text)
    return {field: list(entries.values()) for field, entries in lists.items() if entries}


def providers_of(desk: Desk, text: str) -> list[str]:
    """Read which units provide an indicator's data."""
    found = [f for f in find_roles(text) if f.role == "provider"]
    return list(dict.fromkeys(desk.registry.unit(f.name, f.printed, group=f.group) for f in found))


def commitments_of(desk: Desk, text: str, *, background: bool) -> tuple[Commitment, ...]:
    """Read the figures of a passage."""
    return find_commitments(text, period=desk.period, report_year=desk.report_year, background=background)


def whole(value: float) -> int | float:
    """Write 6.0 as 6."""
    return int(value) if float(value).is_integer() else value


def _usable(value: float | None) -> bool:
    return value is None or abs(value) < LARGEST


def target(desk: Desk, found: Commitment, owner: str, number: int, line: int) -> object | None:
    """Make a target of a commitment; None where it cannot be one."""
    metric, operator = one_line(found.metric), found.operator
    reversed_range = operator == "range" and (found.value is None or found.value_max is None or found.value >= found.value_max)
    missing = operator not in {"keep", "reach", "text"} and found.value is None
    if not metric or reversed_range or missing or not _usable(found.value) or not _usable(found.value_max):
        return None
    tree: Tree = {"id": f"{owner}-t{number:02d}", "metric": metric, "operator": operator, "quantity": found.quantity}
    if found.value is not None:
        tree["value"] = whole(found.value)
    if operator == "range":
        tree["value_max"] = whole(found.value_max or 0)
    if measure := one_line(found.measure):
        tree["measure"] = measure
    if found.base is not None:
        base = {
            "value": None if found.base.value is None else whole(found.base.value),
            "year": found.base.year,
            "text": one_line(found.base.text or "") or None,
        }
        tree |= {"base": kept} if (kept := {key: value for key, value in base.items() if value is not None}) else {}
    if found.by is not None and 1900 <= found.by <= 2100:
        tree["by"] = found.by
        tree |= {"by_basis": found.by_basis} if found.by_basis else {}
    if found.horizon != "plan":
        tree["horizon"] = found.horizon
    if operator in {"keep", "reach", "text"} and (found.value is None or operator != "keep"):
        tree["text"] = one_line(found.text) or metric
    return desk.guess(tree, found.confidence, found.why, line, found.text)


def targets_of(desk: Desk, found: Iterable[Commitment], owner: str, line: int) -> list[object]:
    """Make the targets of a task or division, numbered in the order of the text."""
    made: list[object] = []
    for commitment in found:
        if commitment.kind != "commitment" or len(made) >= MOST:
            continue
        entry = target(desk, commitment, owner, len(made) + 1, line)
        if entry is None:
            desk.doubt(line, commitment.text, "这里有一个数，看不出说的是什么，没有收成目标")
        else:
            made.append(entry)
    return made


def results_of(desk: Desk, found: Iterable[Commitment], owner: str, line: int) -> list[object]:
    """Make the results of a division: what the document says was reached."""
    made: list[object] = []
    for result in found:
        metric = one_line(result.metric)
        if result.kind != "result" or not metric or not _usable(result.value) or len(made) >= MOST:
            continue
        tree: Tree = {"id": f"{owner}-r{len(made) + 1:02d}", "metric": metric, "quantity": result.quantity}
        tree |= {"value": whole(result.value)} if result.value is not None else {"text": one_line(result.text) or metric}
        tree |= {"measure": measure} if (measure := one_line(result.measure)) else {}
        tree |= {"year": result.by} if result.by is not None and 1900 <= result.by <= 2100 else {}
        made.append(desk.guess(tree, result.confidence, result.why, line, result.text))
    return made


def deadline_target(desk: Desk, deadline: Deadline, owner: str, title: str, number: int, line: int) -> object:
    """State a task's printed time as a checkable commitment of its own."""
    tree: Tree = {"id": f"{owner}-t{number:02d}", "metric": title, "operator": "text", "quantity": "level"}
    if deadline.year is not None and 1900 <= deadline.year <= 2100:
        tree |= {"by": deadline.year, "by_basis": "stated"}
    tree["text"] = one_line(deadline.text)
    return desk.guess(tree, min(deadline.confidence, 0.9), deadline.why or "完成时限，原文没有另写目标数", line, deadline.text)


def deadline_of(text: str) -> Deadline | None:
    """Read by when a task is to be done, where that says something."""
    found = find_deadline(text)
    return found if found is not None and found.kind != "other" and one_line(found.text) else None


def projects_of(desk: Desk, text: str, division: str, source: Tree, line: int, box: str | None = None) -> list[str]:
    """Enter the named projects of a passage; return their ids."""
    named: list[str] = []
    for finding in find_projects(text, box is not None):
        name = one_line(finding.name)
        if finding.confidence < SURE_PROJECT or len(name) < 3:
            continue
        identifier, new = desk.registry.project(name)
        named.append(identifier)
        if new or not any(entry["id"] == identifier for entry in desk.projects):
            tree: Tree = {"id": identifier, "name": desk.guess(name, finding.confidence, finding.why, line, name)}
            tree |= {"division": division, "source": dict(source)}
            tree |= {"category": head} if (head := one_line(finding.head)) else {}
            tree |= {"box": box} if box else {}
            desk.projects.append(tree)
    return list(dict.fromkeys(named))
