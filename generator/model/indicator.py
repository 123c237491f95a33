"""Indicators: a definition over all plans, and the rows in which plans give it values."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.model.base import PLACED, Figure, Line, Prose, Quantity, Record, Source
from generator.model.identity import DefinitionId, DivisionId, PlanId, TopicId, UnitId


class IndicatorDefinition(Record):
    """What an indicator means, wherever it is used. A level and its growth are two definitions."""

    KIND: ClassVar[str] = "indicator-definition"

    name: Line
    """名称。"""
    quantity: Quantity
    """数的性质：level 水平，change 增减，annual_growth 增长率，cumulative 累计，total 总量，share 比例。"""
    measure: Line
    """计量单位。"""
    topic: TopicId
    """主题。"""
    explanation: Prose
    """用自己的话解释。"""
    aliases: tuple[Line, ...] = ()
    """别的叫法。"""
    synonyms: tuple[Line, ...] = ()
    """人们搜索时会打、但不算正式名称的词，例如“寿命”。只用来搜索，页面不印。"""
    direction: Literal["higher", "lower", "none"] = "none"
    """higher 越高越好，lower 越低越好，none 不分。"""


class Indicator(Record):
    """One row: a plan's values for an indicator."""

    KIND: ClassVar[str] = "indicator-row"
    NESTED: ClassVar[dict[str, str]] = {"targets": "target"}

    plan: PlanId = Field(json_schema_extra=PLACED)
    """所属规划。"""
    definition: DefinitionId
    """是哪个指标。"""
    name: Line
    """名称，照原文。"""
    source: Source
    """在原文的什么位置。"""
    number: int | None = Field(default=None, ge=1)
    """原文的序号。"""
    group: Line | None = None
    """分组，照原文。"""
    measure: Line | None = None
    """计量单位，照原文。和指标定义的单位一样就不填。"""
    division: DivisionId | None = None
    """在哪一章或哪一节。"""
    base: Figure | None = None
    """基期数。"""
    target: Figure | None = None
    """目标数。"""
    growth: Figure | None = None
    """增长率。"""
    attribute: Literal["约束性", "预期性"] | None = None
    """属性，原文没有写就不填。"""
    providers: tuple[UnitId, ...] = ()
    """数据提供单位。"""
    notes: tuple[Prose, ...] = ()
    """需要说明的话。"""
