"""What publishing adds to the fields of a record, described as the records themselves are."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Part
from generator.model.identity import TaskId, ref


class PlanCounts(Part):
    """How much of each thing a plan has."""

    chapters: int
    """章数。"""
    divisions: int
    """篇、章、节和附件的总数。"""
    tasks: int
    """任务条数。"""
    targets: int
    """目标个数。"""
    indicators: int
    """指标个数。"""
    projects: int
    """项目个数。"""
    units: int
    """写到的单位个数。"""


class AddedToPlan(Part):
    """What a plan holds, counted."""

    counts: PlanCounts
    """本站数据里的数量"""


class AddedToUnit(Part):
    """What a unit has to do, seen from the unit."""

    leads: tuple[TaskId, ...] = ()
    """它牵头的任务。"""
    participates: tuple[TaskId, ...] = ()
    """它参加的任务。"""
    provides: tuple[Annotated[str, ref("indicator-row")], ...] = ()
    """它提供数据的指标数值。"""


class AddedToLocator(Part):
    """Where the document of a locator is published."""

    url: str | None = None
    """那份文件的官方网址，核对过才有。"""


ADDED: dict[str, type[Part]] = {"plan": AddedToPlan, "unit": AddedToUnit}
"""Kind of record → fields that are worked out for it."""
LOCATED: dict[str, type[Part]] = {"source": AddedToLocator, "sources": AddedToLocator}
"""Fields that hold the locators of a record, and what is added to each."""
