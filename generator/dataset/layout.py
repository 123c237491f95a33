"""Which file of ``data/`` holds which records. The JSON Schemas and the reader both follow this table."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of data file."""

    name: str
    """Name of its schema: ``<name>.schema.json``."""
    pattern: str
    """Regular expression over the path below ``data/``."""
    record: str
    """Kind of the records in it."""
    list_key: str | None
    """The one top-level field, a list of records; ``None`` where the file is one record."""
    title: str
    """What editors call such a file."""
    example: str
    """A path that fits, for messages and documents."""

    @property
    def in_plan(self) -> bool:
        """Say whether such files stand in a plan's folder."""
        return self.pattern.startswith(PLAN)


PLAN = r"plans/(?P<plan>[^/]+)/"

FILE_KINDS: tuple[FileKind, ...] = (
    FileKind("regions", r"regions\.yml", "region", "regions", "地区表", "regions.yml"),
    FileKind("topics", r"topics\.yml", "topic", "topics", "主题表", "topics.yml"),
    FileKind("audiences", r"audiences\.yml", "audience", "audiences", "人群表", "audiences.yml"),
    FileKind("terms", r"terms\.yml", "term", "terms", "名词表", "terms.yml"),
    FileKind(
        "indicator-definitions",
        r"indicator-definitions\.yml",
        "indicator-definition",
        "indicator_definitions",
        "指标定义表",
        "indicator-definitions.yml",
    ),
    FileKind("units", r"units/[^/]+\.yml", "unit", "units", "单位表", "units/地区.yml"),
    FileKind("places", r"places/[^/]+\.yml", "place", "places", "地方表", "places/地区.yml"),
    FileKind("updates", r"updates/[^/]+\.yml", "update", "updates", "进展", "updates/规划.yml"),
    FileKind("redirects", r"redirects\.yml", "redirect", "redirects", "转向表", "redirects.yml"),
    FileKind("changes", r"changes/[^/]+\.yml", "change", "changes", "变化", "changes/2026-11-22.yml"),
    FileKind("plan", PLAN + r"plan\.yml", "plan", None, "规划信息", "plans/规划/plan.yml"),
    FileKind(
        "chapter",
        PLAN + r"(?:p\d+|c\d{2}|s\d{2}|preface|annex\d+)\.yml",
        "division",
        None,
        "章节",
        "plans/规划/c01.yml",
    ),
    FileKind("indicators", PLAN + r"indicators\.yml", "indicator-row", "indicators", "规划的指标", "plans/规划/indicators.yml"),
    FileKind("projects", PLAN + r"projects\.yml", "project", "projects", "规划的项目", "plans/规划/projects.yml"),
    FileKind("boxes", PLAN + r"boxes\.yml", "box", "boxes", "规划的专栏", "plans/规划/boxes.yml"),
    FileKind("verification", PLAN + r"verification\.yml", "verification", None, "核对结果", "plans/规划/verification.yml"),
    FileKind("notes", PLAN + r"notes\.yml", "note", "notes", "规划的说明", "plans/规划/notes.yml"),
)


def kind_of(path: str) -> tuple[FileKind, str | None] | None:
    """Return the kind of the file at ``path`` (below ``data/``) and the folder name of its plan, if it has one."""
    for kind in FILE_KINDS:
        match = re.fullmatch(kind.pattern, path)
        if match:
            return kind, match.groupdict().get("plan")
    return None
