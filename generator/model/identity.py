"""Identifiers and the addresses made of them (DESIGN §2: both are promises to others and never change)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
ID_LENGTH = 100

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=ID_LENGTH)]
"""ASCII, lower case, digits, single hyphens: an id can be no path, no markup and no reserved name with a dot."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that holds the id of a record of another kind. ``("*",)`` stands for any kind."""

    kinds: tuple[str, ...]


def ref(*kinds: str) -> Ref:
    """Mark a field as a reference to a record of one of ``kinds``."""
    return Ref(kinds)


RefId = Annotated[str, Field(min_length=1, max_length=ID_LENGTH)]
"""An id that names another record. Its form is not checked: it resolves or it does not, and a name written in its place
gets the id proposed."""

RegionId = Annotated[RefId, ref("region")]
PlanId = Annotated[RefId, ref("plan")]
DivisionId = Annotated[RefId, ref("division")]
TaskId = Annotated[RefId, ref("task")]
UnitId = Annotated[RefId, ref("unit")]
PlaceId = Annotated[RefId, ref("place")]
TopicId = Annotated[RefId, ref("topic")]
AudienceId = Annotated[RefId, ref("audience")]
ProjectId = Annotated[RefId, ref("project")]
DefinitionId = Annotated[RefId, ref("indicator-definition")]
BoxId = Annotated[RefId, ref("box")]

KINDS: dict[str, str] = {
    "region": "地区",
    "plan": "规划",
    "division": "章节",
    "task": "任务",
    "target": "目标",
    "result": "已有成果",
    "indicator-definition": "指标",
    "indicator-row": "指标数值",
    "box": "专栏",
    "unit": "单位",
    "project": "项目",
    "place": "地方",
    "topic": "主题",
    "audience": "人群",
    "term": "名词",
    "update": "进展",
    "note": "说明",
    "verification": "核对",
    "redirect": "转向",
    "change": "变化",
}
"""Every kind of record with the word that readers see. The order is the order of publication."""

HISTORY = frozenset({"redirect", "change"})
"""Kinds that tell what happened to records: nothing refers to them, and they are published without being part of what they tell."""

FOLDERS: dict[str, str] = {
    "plan": "plans",
    "task": "tasks",
    "unit": "units",
    "project": "projects",
    "indicator-definition": "indicators",
    "topic": "topics",
    "place": "places",
    "audience": "audiences",
}
"""Kinds with a page of their own and the folder of their addresses."""

RECORD_FOLDERS: dict[str, str] = FOLDERS | {
    "division": "divisions",
    "target": "targets",
    "result": "results",
    "indicator-row": "indicator-rows",
    "box": "boxes",
    "term": "terms",
    "region": "regions",
    "update": "updates",
    "note": "notes",
    "verification": "verifications",
    "redirect": "redirects",
    "change": "changes",
}
"""Folder in which each record of a kind also stands alone as ``<folder>/<id>/index.json``."""

FIXED_PAGES = frozenset({"glossary", "coverage", "data", "search", "explore", "compare", "timeline", "changes", "corrections", "progress"})
"""First parts of addresses that every site has without a record of that name."""


def local_part(identifier: str, owner: str) -> str:
    """Return what an id adds to its owner's: ``alxa-right-145-c02`` under ``alxa-right-145`` → ``c02``.

    Raises:
        ValueError: where the id does not start with its owner's.
    """
    prefix = owner + "-"
    if not identifier.startswith(prefix):
        raise ValueError(f"{identifier} does not belong to {owner}")
    return identifier.removeprefix(prefix)


LOCAL_ID: dict[str, re.Pattern[str]] = {
    "task": re.compile(r"^\d{3,4}$"),
    "division": re.compile(r"^(?:p\d+|c\d{2}|preface|annex\d+|(?:(?:p\d+|c\d{2}|annex\d+)-)?s\d{2}(?:-s\d{2})*|c\d{2}(?:-s\d{2})+)$"),
    "box": re.compile(r"^b\d{2}$"),
    "indicator-row": re.compile(r"^i\d{2,3}$"),
    "target": re.compile(r"^t\d{2,3}$"),
    "result": re.compile(r"^r\d{2,3}$"),
    "update": re.compile(r"^u\d{2,3}$"),
    "note": re.compile(r"^n\d{2,3}$"),
    "verification": re.compile(r"^verification$"),
}
"""The part that a scoped id adds to its plan's or owner's (DESIGN §2)."""
