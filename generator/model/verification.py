"""What a comparison with the official document found; written by the program, kept with the plan."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.model.base import PLACED, Day, Line, Part, Record
from generator.model.identity import Id, PlanId

CoverageOf = Literal["headings", "items", "rows", "boxes", "responsibility", "figures", "projects", "paragraphs"]


class FactCount(Part):
    """How many facts of one kind were looked up."""

    kind: Literal["plan", "count", "name", "role", "figure", "indicator"]
    """哪一类：plan 文件信息，count 章节和条目的数量，name 标题和名称，role 责任单位，figure 目标的数字，indicator 指标。"""
    number: int = Field(ge=0)
    """核对了多少项。"""


class CoverageCount(Part):
    """How much of one kind the document has and the data represents."""

    what: CoverageOf
    """哪一类：headings 标题，items 编号条目，rows 表格行，boxes 专栏，responsibility 责任单位行，
    figures 数字，projects 项目，paragraphs 正文段落。"""
    found: int = Field(ge=0)
    """原文里有多少。"""
    represented: int = Field(ge=0)
    """数据里有多少。"""
    background: int = Field(default=0, ge=0)
    """其中逐段说明理由、没有列成任务的段落。"""
    set_aside: int = Field(default=0, ge=0)
    """其中整节整章都是背景的段落。"""


class OpenPlace(Part):
    """A place of the document that no record represents."""

    what: CoverageOf
    """哪一类。"""
    starts: str = Field(min_length=1, max_length=16)
    """原文开头的文字，最多16个字。"""
    reason: Line | None = None
    """为什么没有收：编者写。"""


class Verification(Record):
    """The last comparison of a plan with its document."""

    KIND: ClassVar[str] = "verification"

    plan: PlanId = Field(json_schema_extra=PLACED)
    """所属规划。"""
    document: Id
    """用哪份文件核对的。"""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """那份文件的 SHA-256。"""
    date_: Day = Field(alias="date")
    """哪天核对的。"""
    facts: tuple[FactCount, ...] = ()
    """核对了哪些事实。"""
    differences: int = Field(ge=0)
    """有多少处不同。"""
    coverage: tuple[CoverageCount, ...] = ()
    """原文的哪些内容在数据里。"""
    open: tuple[OpenPlace, ...] = ()
    """还没有收进数据的地方。"""
