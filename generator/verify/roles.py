"""Who leads and who takes part: exactly the units that the passage names, in the part that it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Diagnostic
from generator.documents import RoleFinding
from generator.graph import Graph
from generator.model import Task, Unit
from generator.model.task import Role
from generator.text.widths import folded
from generator.verify.names import excerpt
from generator.verify.passages import Passage, Passages

RULE = "role-differs"
FIELDS = ("leads", "participants")
_SENTENCE = re.compile(r"[。;；!！?？\n]")


def units_by_name(graph: Graph, plan: str) -> Mapping[str, Unit]:
    """Map folded names and aliases of the plan's regions to units; a name wins over another unit's alias."""
    regions = set(graph.plans[plan].regions)
    units = [unit for unit in graph.units.values() if unit.region in regions]
    found: dict[str, Unit] = {}
    for unit in units:
        for alias in unit.aliases:
            found.setdefault(folded(alias), unit)
    for unit in units:
        found[folded(unit.name)] = unit
    return found


def _unit(finding: RoleFinding, known: Mapping[str, Unit]) -> Unit | None:
    return known.get(folded(finding.name)) or known.get(folded(finding.printed))


def _kinds(field: str, findings: Sequence[RoleFinding]) -> set[str]:
    """Return which parts a list of the data holds: 责任单位 stand with the leads, or below them where others lead."""
    led = any(finding.role == "lead" for finding in findings)
    own = {"leads": "lead", "participants": "participant"}[field]
    return {own, "responsible"} if (field == "participants") == led else {own}


def _task(graph: Graph, passages: Passages, task: Task, known: Mapping[str, Unit]) -> Iterator[Diagnostic | None]:
    passage = passages.of(task.source)
    if passage is None:
        return
    findings = passage.roles
    for field in FIELDS:
        printed = [f for f in findings if f.role in _kinds(field, findings)]
        named = {unit.id: f for f in printed if (unit := _unit(f, known)) is not None}
        roles: tuple[Role, ...] = getattr(task, field)
        for number, role in enumerate(roles):
            yield _stands(graph, task, field, number, role, named, passage)
        kept = {role.unit for role in roles}
        for finding in printed:
            unit = _unit(finding, known)
            if unit is None or unit.id not in kept:
                span = graph.dataset.span(task, field) if roles else graph.dataset.span(task)
                yield Diagnostic(span, RULE, f"原文的“{finding.role_printed}”里有“{finding.printed}”，数据里没有")


def _said(graph: Graph, role: Role, passage: Passage) -> bool:
    """Say whether one sentence names the unit and, behind it, the word that gives it its part: 由旗应急局负责."""
    unit = graph.units.get(role.unit)
    names = [folded(name) for name in ((unit.name, *unit.aliases) if unit else ())]
    word = folded(role.role_printed)
    sentences = _SENTENCE.split(passage.folded)
    return any(name in s and word in s[s.index(name) + len(name) :] for s in sentences for name in names)


def _stands(
    graph: Graph, task: Task, field: str, number: int, role: Role, named: Mapping[str, RoleFinding], passage: Passage
) -> Diagnostic | None:
    finding = named.get(role.unit)
    span = graph.dataset.span(task, field, number, "unit")
    name = graph.units[role.unit].name if role.unit in graph.units else role.unit
    if finding is None and role.role_basis == "sentence" and _said(graph, role, passage):
        return None
    if finding is None:
        return Diagnostic(span, RULE, f"原文这一条的{role.role_printed}里没有“{name}”，原文有：{_listed(named)}")
    if folded(finding.role_printed) != folded(role.role_printed):
        span = graph.dataset.span(task, field, number, "role_printed")
        return Diagnostic(span, RULE, f"“{name}”在原文里是“{finding.role_printed}”，不是“{role.role_printed}”")
    return None


def _listed(named: Mapping[str, RoleFinding]) -> str:
    return excerpt("、".join(f.printed for f in named.values())) if named else "（没有）"


def check(graph: Graph, passages: Passages) -> Iterator[Diagnostic | None]:
    """Compare the units of every task with those of its passage."""
    known = units_by_name(graph, passages.plan)
    for task in graph.back.tasks_of_plan.get(passages.plan, ()):
        yield from _task(graph, passages, task, known)
