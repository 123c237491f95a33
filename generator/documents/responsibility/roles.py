r"""Who is responsible for a task, in all the ways that official documents write it.

Labelled lines (牵头单位：…), brackets at the end of a clause (（市发展改革委牵头，市财政局配合）), whole lines (…按职责分工负责), sentences
(由市教育局牵头), tables. What the document prints (``role_printed``) and how the role was derived (``basis``) are kept apart. Labels for
persons (责任领导, 责任人) are read past: personal names are never returned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.documents.responsibility.role_areas import (
    PERSON_LABEL,
    UNIT_LABEL,
    Area,
    Part,
    RoleKind,
    all_sure,
    label_role,
    labelled,
    parts_of,
    unlabelled,
)
from generator.documents.responsibility.units import Name, read_names
from generator.model.task import RoleBasis


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """One unit's part in a task, as a text states it."""

    name: str
    """Full name, with the prefix that the list leaves out."""
    printed: str
    role_printed: str
    """牵头单位, 参加单位, 牵头, 配合, 按职责分工负责 … Empty where a bracket only lists units."""
    role: RoleKind
    """responsible: named as 责任单位 or 负责, without a word on who leads."""
    basis: RoleBasis
    start: int
    end: int
    group: bool
    """Stands for several units: 各苏木镇."""
    open: bool
    """More units follow that are not named: 等部门."""
    confidence: float
    why: str


_FIRST = re.compile(
    r"(?:第一|首|最前|前列|最先)(?:位|个|家|名|面|者)?[^。；;\n，,]{0,14}(?:为|是|系|即|作为)(?:总|主要|该|本|此|项|任务|工作|的|第一){0,4}(?:牵头(?!人)|主责|主办|汇总)"
)


def declares_first_is_lead(text: str) -> bool:
    """Say whether a document declares once that the unit named first leads.

    Forms: ``列第一位者为牵头单位，下同``, ``排在首位的为牵头部门``, ``列第一位的责任单位为牵头单位或汇总单位``.
    """
    return _FIRST.search(text) is not None


def _finding(text: str, part: Part, name: Name) -> RoleFinding:
    role, printed, basis = part.role, part.printed, part.basis
    if name.mark:
        role, printed = label_role(name.mark)[0], name.mark
    if basis == "line" and name.inherited:
        basis = "line-inherited"
    confidence = min(part.confidence, name.confidence)
    why = "；".join(dict.fromkeys(w for w in (part.why, name.why) if w))
    return RoleFinding(
        name.name, text[name.start : name.end], printed, role, basis, name.start, name.end, name.group, name.open, confidence, why
    )


def _in_area(text: str, area: Area, prefix: str, first: bool) -> list[RoleFinding]:
    """Read one area."""
    found: list[RoleFinding] = []
    parts = list(parts_of(text, area))
    for part in parts:
        names = read_names(text, part.start, part.end, prefix=prefix)
        if not names.names:
            if names.open and found:
                found[-1] = replace(found[-1], open=True)
            continue
        if not part.explicit and not (area.label or all_sure(names)):
            continue
        prefix = names.prefix or prefix
        found += [_finding(text, part, name) for name in names.names]
    return _ranked(found, first, len(parts) == 1 and not area.label)


def _ranked(found: list[RoleFinding], first: bool, bare: bool) -> list[RoleFinding]:
    """Apply what a list says by its order or by having one name only."""
    if not found or any(f.role != "responsible" for f in found):
        return found
    head = found[0]
    if first and len(found) > 1:
        unsure = head.group
        why = "列第一位的是一批单位，不像牵头单位" if unsure else ""
        confidence = min(head.confidence, 0.6) if unsure else head.confidence
        return [replace(head, role="lead", basis="first-listed", confidence=confidence, why=why or head.why), *found[1:]]
    if len(found) == 1 and not head.open and not bare:
        return [replace(head, basis="sole")]
    return found


def find_roles(text: str, *, prefix: str = "", first_is_lead: bool = False) -> tuple[RoleFinding, ...]:
    """Find who is responsible for a task.

    Args:
        text: One task: its paragraph and its responsibility lines, separated by line ends.
        prefix: What a list whose first name has no prefix inherits (``旗``); such findings are not certain.
        first_is_lead: The document declares that the unit listed first leads (:func:`declares_first_is_lead`). An explicit 牵头
            overrides it.

    Returns:
        Findings in the order of the text; ``text[f.start:f.end] == f.printed``.
    """
    areas, covered = labelled(text)
    areas += unlabelled(text, covered)
    led = any(a.label and label_role(a.label)[0] == "lead" for a in areas)
    found: list[RoleFinding] = []
    for area in sorted(areas, key=lambda a: a.start):
        for finding in _in_area(text, area, prefix, first_is_lead and not led):
            trust = finding.confidence if area.basis != "sentence" else min(finding.confidence, 0.8)
            why = finding.why or ("写在正文句子里" if area.basis == "sentence" else "")
            # A 责任单位 beside a 牵头单位 is not the only one.
            basis: RoleBasis = area.basis if finding.basis == "sole" and (led or area.basis == "sentence") else finding.basis
            found.append(replace(finding, basis=basis, confidence=trust, why=why))
    return tuple(found)


_COLUMN = re.compile(rf"^{UNIT_LABEL}$|^(?:牵头|责任|配合|参加|参与|协办|主办)(?:区县|地区|方)?$")
_NO_COLUMN = re.compile(PERSON_LABEL)


def table_roles(header: Sequence[str], row: Sequence[str], *, prefix: str = "", first_is_lead: bool = False) -> tuple[RoleFinding, ...]:
    r"""Read the responsible units of one row of a table of tasks.

    Args:
        header: The column headings (任务, 牵头单位, 配合单位, 完成时限 …).
        row: The cells. A row shorter than the header has lost merged cells on its left: its cells are counted from the right.
        prefix: See :func:`find_roles`.
        first_is_lead: See :func:`find_roles`.

    Returns:
        Findings with offsets into ``"\\t".join(row)``. A cell that says more itself (市教育局牵头、市财政局配合) is read by that.
    """
    text, shift = "\t".join(row), len(header) - len(row)
    led = any("牵头" in name and "单位" in name for name in header)
    found: list[RoleFinding] = []
    position = 0
    for i, cell in enumerate(row):
        start, position = position, position + len(cell) + 1
        name = "".join(header[i + shift].split()) if 0 <= i + shift < len(header) else ""
        if not cell.strip() or not _COLUMN.match(name) or _NO_COLUMN.fullmatch(name):
            continue
        for finding in _in_area(text, Area(start, start + len(cell), "table", name), prefix, first_is_lead and not led):
            basis: RoleBasis = "table" if finding.basis == "sole" else finding.basis
            trust = min(finding.confidence, 0.6) if shift else finding.confidence
            found.append(replace(finding, basis=basis, confidence=trust, why=finding.why or ("行比表头短，按右端对齐" if shift else "")))
    return tuple(found)
