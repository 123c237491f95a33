"""A plan and its outline: documents, divisions, boxes and notes."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import PLACED, Day, Line, Number, Part, Prose, Quantity, Record, Source, TitleBasis, Year
from generator.model.identity import DivisionId, Id, PlanId, RegionId, ref

HttpUrl = Annotated[str, Field(pattern=r"^https?://[^\s<>\"'`\\]+$", max_length=500)]


class Period(Part):
    """The years that a plan covers, both included."""

    start: Year
    """第一年。"""
    end: Year
    """最后一年。"""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            raise PydanticCustomError("period_reversed", "规划期的第一年不能晚于最后一年")
        return self


class Adoption(Part):
    """Who adopted the plan."""

    body: Line
    """由谁通过，例如“旗十三届人民政府第17次常务会议”。"""
    date_: Day | None = Field(default=None, alias="date")
    """通过的日期。原文没有写就不填。"""
    text: Line | None = None
    """需要说明的话。"""


class Implemented(Part):
    """The document that this plan carries out."""

    title: Line
    """文件的标题，照原文。"""
    plan: PlanId | None = None
    """本站也有这份文件时，写它的编号。"""


class Document(Part):
    """An official document that the data was read from."""

    id: Id
    """文件编号，只在本规划内使用。"""
    title: Line
    """文件的标题，照原文。"""
    publisher: Line
    """在哪里发布的。"""
    republished: bool = False
    """是不是第三方网站的转载。"""
    url: HttpUrl | None = None
    """官方网址，核对过才填。"""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """读取的文本的 SHA-256。"""
    verified: Day
    """哪天用这份文本核对过数据。"""


class Expected(Part):
    """How many things the document holds, counted in the document and never in the data."""

    chapters: int | None = Field(default=None, ge=0)
    """章数。只数原文印着标题的。"""
    sections: int | None = Field(default=None, ge=0)
    """节数。只数原文印着标题的。"""
    tasks: int | None = Field(default=None, ge=0)
    """任务条数。"""
    indicators: int | None = Field(default=None, ge=0)
    """指标个数。"""
    boxes: int | None = Field(default=None, ge=0)
    """专栏个数。"""


class Plan(Record):
    """A plan, a scheme that divides one among departments, or a work report."""

    KIND: ClassVar[str] = "plan"

    title: Line
    """标题，照原文。"""
    short_title: Line
    """短标题，页面和导航里用。"""
    kind: Literal["outline", "scheme", "report"]
    """类型：outline 规划纲要，scheme 分工方案，report 政府工作报告。"""
    regions: tuple[RegionId, ...] = Field(min_length=1)
    """哪些地区的规划。"""
    period: Period
    """规划期。"""
    summary: Prose
    """两三句话说明这份文件是什么。"""
    documents: tuple[Document, ...] = Field(min_length=1)
    """数据读自哪些文件。"""
    order: int = Field(default=0, ge=0)
    """在首页和导航里排第几。"""
    aliases: tuple[Line, ...] = ()
    """人们查找时会用的其他叫法，包括文号和索引号。"""
    issuer: Line | None = None
    """发文机关。"""
    document_number: Line | None = None
    """发文字号。"""
    index_number: Line | None = None
    """索引号。"""
    category: Line | None = None
    """组配分类或主题分类。"""
    dated: Day | None = None
    """成文日期。"""
    published: Day | None = None
    """发布日期。和成文日期不是一回事，页面上没有就不填。"""
    adopted: Adoption | None = None
    """由谁、什么时候通过。"""
    delivered: Day | None = None
    """报告在会上作的日期。"""
    validity: Literal["有效", "失效", "废止", "未注明"]
    """公文时效。页面没有写就填“未注明”，不要默认有效。"""
    implements: Implemented | None = None
    """这份文件落实的是哪份文件。"""
    highlights: tuple[Prose, ...] = ()
    """最值得居民知道的几件事。"""
    expected: Expected = Expected()
    """原文里应有的数量。"""


class Background(Part):
    """A passage that asks for nothing: why no record stands for it."""

    source: Source | None = None
    """哪一段。不写就是这一部分的全部段落。"""
    reason: Line
    """为什么没有列成任务，例如“讲形势，没有安排要做的事”。"""


class Division(Record):
    """A part, chapter, section, preface or annex."""

    KIND: ClassVar[str] = "division"
    NESTED: ClassVar[dict[str, str]] = {"children": "division", "tasks": "task", "targets": "target", "results": "result"}

    plan: PlanId = Field(json_schema_extra=PLACED)
    """所属规划。"""
    parent: DivisionId | None = None
    """上一级。写在上一级里面的不用填；章单独成一个文件、又属于某一篇的才填那一篇的编号。"""
    kind: Literal["part", "chapter", "section", "preface", "annex"]
    """类型：part 篇，chapter 章，section 节，preface 前言，annex 附件。"""
    label: Line | None = None
    """原文的编号，例如“二、”“第一节”。原文丢失了就不填。"""
    title: Line
    """标题，照原文。"""
    title_basis: TitleBasis
    """标题的来历：printed 原文印着，editorial 编者加的。"""
    order: int = Field(ge=0)
    """在同一级里排第几。"""
    source: Source
    """在原文的什么位置。"""
    inferred: bool = False
    """原文丢了标题，编号是推断的。"""
    summary: Prose | None = None
    """这一部分讲什么。"""
    background: tuple[Background, ...] = ()
    """没有列成任务、目标、成果或项目的段落，和理由。"""
    children: tuple[DivisionId, ...] = ()
    """下一级。"""


class Result(Record):
    """What a document says was already achieved. Never a target, never progress."""

    KIND: ClassVar[str] = "result"

    plan: PlanId = Field(json_schema_extra=PLACED)
    """所属规划。"""
    division: DivisionId = Field(json_schema_extra=PLACED)
    """所在章节。"""
    metric: Line
    """说的是什么，照原文。"""
    quantity: Quantity
    """数的性质。"""
    operator: Literal["=", ">=", "<=", "<", ">", "~"] = "="
    """怎样比较：= 达到，>= 以上，<= 以内、不超过，< 低于，> 超过，~ 左右。"""
    value: Number | None = None
    """数字。"""
    measure: Line | None = None
    """计量单位。"""
    year: Year | None = None
    """哪一年。"""
    text: Line | None = None
    """没有数字时怎么写。"""


class BoxGroup(Part):
    """One group of a box: a heading and its items."""

    head: Line | None = None
    """小标题。"""
    text: Line | None = None
    """小标题后的说明。"""
    items: tuple[Line, ...] = ()
    """各项，照原文。"""


class Box(Record):
    """A box (专栏) of a plan."""

    KIND: ClassVar[str] = "box"

    plan: PlanId = Field(json_schema_extra=PLACED)
    """所属规划。"""
    division: DivisionId
    """在哪一章或哪一节。"""
    title: Line
    """标题，照原文。"""
    kind: Literal["indicators", "projects", "measures", "routes"]
    """内容：indicators 指标，projects 项目，measures 措施，routes 线路。"""
    number: int | None = Field(default=None, ge=1)
    """专栏的号。"""
    source: Source
    """在原文的什么位置。"""
    groups: tuple[BoxGroup, ...] = ()
    """各组内容。"""


class Note(Record):
    """What a document contradicts, leaves out or gets wrong, in our words. Nothing is repaired in silence."""

    KIND: ClassVar[str] = "note"

    plan: PlanId = Field(json_schema_extra=PLACED)
    """所属规划。"""
    kind: Literal["contradiction", "omission", "slip", "uncertain"]
    """类型：contradiction 前后不一，omission 没有写，slip 笔误，uncertain 拿不准。"""
    subjects: tuple[Annotated[Id, ref("*")], ...] = Field(min_length=1)
    """和哪些记录有关。"""
    text: Prose
    """用自己的话说明。"""
    sources: tuple[Source, ...] = Field(min_length=1)
    """在原文的什么位置。前后不一的要写两处以上。"""

    @model_validator(mode="after")
    def _both_places(self) -> Self:
        if self.kind == "contradiction" and len(self.sources) < 2:
            raise PydanticCustomError("one_place", "前后不一（contradiction）要写出原文的两处以上位置")
        return self
