"""What is to be done: tasks, their targets, projects and dated progress."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import PLACED, Day, Line, Number, Operator, Part, Prose, Quantity, Record, Source, TitleBasis, Year, require_value
from generator.model.identity import (
    AudienceId,
    BoxId,
    DefinitionId,
    DivisionId,
    Id,
    PlaceId,
    PlanId,
    ProjectId,
    TaskId,
    TopicId,
    UnitId,
    ref,
)
from generator.model.plan import HttpUrl

RoleBasis = Literal["line", "line-inherited", "line-alias", "bracket", "table", "first-listed", "jointly", "sole", "sentence"]


class Role(Part):
    """One unit's part in a task. What the document prints and how the role was read from it are kept apart."""

    unit: UnitId
    """单位编号。"""
    role_printed: Line
    """原文的说法，例如“牵头单位”“责任单位”。"""
    role_basis: RoleBasis
    """怎么读出来的：line 责任单位行里写着全名，line-inherited 行里省了前缀（如“旗发改委、工信局”里的旗工信局），
    line-alias 行里写的是别名，bracket 句末括号，table 表格，first-listed 列第一位，
    jointly 会同，sole 唯一的责任单位，sentence 正文句子。"""


class RelatedTask(Part):
    """A link to another task that an editor made, with its reason."""

    task: TaskId
    """另一条任务的编号。"""
    reason: Line
    """为什么相关。"""


class Task(Record):
    """One task: what will be done, for whom, by whom."""

    KIND: ClassVar[str] = "task"
    NESTED: ClassVar[dict[str, str]] = {"targets": "target"}

    plan: PlanId = Field(json_schema_extra=PLACED)
    """所属规划。"""
    division: DivisionId = Field(json_schema_extra=PLACED)
    """所在章节。"""
    number: int | None = Field(default=None, ge=1)
    """原文的条号。"""
    title: Line
    """标题，照原文。"""
    title_basis: TitleBasis
    """标题的来历：printed 原文印着，section 用所在节的标题，editorial 编者加的。"""
    order: int = Field(ge=0)
    """排在第几。"""
    source: Source
    """在原文的什么位置。"""
    summary: Prose
    """做什么。40到160个字，说具体。"""
    meaning: Prose | None = None
    """对谁、有什么变化。只写原文能推出来的。"""
    measures: tuple[Prose, ...] = ()
    """具体措施，动词开头，按原文顺序。"""
    targets: tuple[Annotated[Id, ref("target")], ...] = ()
    """目标。"""
    leads: tuple[Role, ...] = ()
    """牵头的单位。"""
    participants: tuple[Role, ...] = ()
    """参加的单位。"""
    topics: tuple[TopicId, ...] = ()
    """主题，最主要的写在前面。"""
    audiences: tuple[AudienceId, ...] = ()
    """影响到哪些人。"""
    places: tuple[PlaceId, ...] = ()
    """在哪里。"""
    projects: tuple[ProjectId, ...] = ()
    """点名的项目。"""
    indicators: tuple[DefinitionId, ...] = ()
    """讲的是同一件事的指标。"""
    related: tuple[RelatedTask, ...] = ()
    """相关的任务。"""


class Base(Part):
    """What a target is measured from. A past result, never a commitment."""

    value: Number | None = None
    """起点的数字。"""
    year: Year | None = None
    """哪一年。"""
    text: Line | None = None
    """原文怎么写。"""
    source: Source | None = None
    """起点写在别处时，写在原文的什么位置。"""


class Target(Record):
    """One quantified or checkable commitment."""

    KIND: ClassVar[str] = "target"

    plan: PlanId = Field(json_schema_extra=PLACED)
    """所属规划。"""
    owner: Annotated[Id, ref("task", "division", "indicator-row")] = Field(json_schema_extra=PLACED)
    """属于哪条任务、哪个章节或哪个指标。"""
    metric: Line
    """说的是什么，照原文的名词。"""
    operator: Operator
    """怎样比较：= 达到，>= 以上（原文印着才用），<= 控制在…以内，~ 左右，range 范围，
    keep 保持，reach 达到某个等级或建成，text 只有文字。"""
    quantity: Quantity
    """数的性质：level 水平，change 增减量，annual_growth 年均增长，
    cumulative 累计，total 总量，share 比例。"""
    value: Number | None = None
    """数字。"""
    value_max: Number | None = None
    """范围的上限。"""
    measure: Line | None = None
    """计量单位，例如“万亩”“%”。"""
    base: Base | None = None
    """起点。"""
    by: Year | None = None
    """到哪一年。"""
    by_basis: Literal["stated", "sentence", "plan-period", "period-end", "report-year"] | None = None
    """年份的依据：stated 本句写了，sentence 前一个分句写的，
    plan-period 没有写、按规划期，period-end 写的是规划期末，report-year 报告年度。"""
    horizon: Literal["plan", "2035"] = "plan"
    """规划期目标还是2035年远景目标。"""
    text: Line | None = None
    """没有数字时怎么写，或数字以外要说明的话。"""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        require_value(self.operator, self.value, self.value_max, self.text)
        return self


class Project(Record):
    """A named project of a plan."""

    KIND: ClassVar[str] = "project"

    name: Line
    """名称，照原文。"""
    plan: PlanId = Field(json_schema_extra=PLACED)
    """所属规划。"""
    division: DivisionId
    """写在哪一章或哪一节。"""
    source: Source
    """在原文的什么位置。"""
    category: Line | None = None
    """类别。"""
    stage: Line | None = None
    """原文用的动词，例如新建、扩建、争取。"""
    scale: Line | None = None
    """规模，照原文。"""
    investment: Line | None = None
    """投资，照原文。没有写就不填。"""
    owners: tuple[UnitId, ...] = ()
    """原文写明由谁负责的才填。"""
    places: tuple[PlaceId, ...] = ()
    """在哪里。"""
    tasks: tuple[TaskId, ...] = ()
    """写到它的任务。写在任务里的不用重复写。"""
    box: BoxId | None = None
    """在哪个专栏里。"""
    aliases: tuple[Line, ...] = ()
    """别的叫法。"""
    same_as: tuple[ProjectId, ...] = ()
    """别的规划里的同一个项目。"""


class Evidence(Part):
    """Where progress was made public."""

    title: Line
    """公开材料的标题。"""
    source: HttpUrl | None = None
    """公开材料的网址。没有网址时，填 document。"""
    document: Line | None = None
    """没有网址时，写公开文件的名称和文号，或报纸的名称、日期和版面，让人找得到。"""

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if self.source is None and self.document is None:
            raise PydanticCustomError("evidence_missing", "依据要让人找得到：请填网址 source；没有网址的，填文件的名称和文号 document")
        return self


UPDATE_STATUSES = {
    "not-started": "未开始",
    "under-way": "进行中",
    "on-schedule": "达进度",
    "behind": "欠进度",
    "done": "已完成",
    "stopped": "已停止",
}
"""How far a thing is, with the words that readers see, in the order in which things go."""


class Update(Record):
    """Dated progress with public evidence."""

    KIND: ClassVar[str] = "update"

    date_: Day = Field(alias="date")
    """日期。"""
    subject: Annotated[Id, ref("task", "indicator-row", "project")]
    """关于哪条任务、哪个指标或哪个项目。"""
    status: Literal["not-started", "under-way", "on-schedule", "behind", "done", "stopped"]
    """进度：not-started 未开始，under-way 进行中，on-schedule 达进度，behind 欠进度，done 已完成，stopped 已停止。"""
    text: Prose
    """发生了什么，用自己的话。"""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """依据，必须有。"""
