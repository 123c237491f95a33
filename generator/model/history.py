"""What happened to the data itself: what changed, and where retired ids and addresses lead."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import PLACED, Day, Line, Prose, Record
from generator.model.identity import ID_LENGTH, ID_PATTERN, Id

_SEGMENT = ID_PATTERN.removeprefix("^").removesuffix("$")
NAMED_BEFORE = rf"^(?:{_SEGMENT}|(?:{_SEGMENT}/)+)$"
"""An id, or an address below the site's root with a slash at its end."""
Whither = Annotated[str, Field(pattern=NAMED_BEFORE, max_length=2 * ID_LENGTH)]


def redirect_id(named: str) -> str:
    """Return the id of a redirect: the retired id itself, an address with hyphens in place of its slashes."""
    return named.strip("/").replace("/", "-")


class Redirect(Record):
    """Where a retired id or an old address leads."""

    KIND: ClassVar[str] = "redirect"

    id: Id = Field(json_schema_extra=PLACED)
    """停用的编号；停用的是地址时，把斜线换成连字符。"""
    from_: Whither = Field(alias="from")
    """停用的编号（例如 alxa-right-145-090），或者以前的地址（以斜线结尾，例如 topics/herding/）。"""
    to: Whither
    """现在的编号，或者现在的地址（以斜线结尾）。要写最后的去处，不能再转到别处。"""
    since: Day
    """哪天起停用。"""
    reason: Line
    """为什么停用，例如“和第21条合并”。"""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:  # noqa: ANN401 - whatever stands in the data
        """Give the record the id that follows from what it retires, so that nobody writes it twice."""
        if not isinstance(value, dict):
            return value
        if not isinstance(value.get("from"), str) or not re.fullmatch(NAMED_BEFORE, value["from"]):
            return {"id": "unnamed"} | value  # what is wrong is said of from, not of an id that nobody writes
        named = redirect_id(value["from"])
        if value.get("id", named) != named:
            raise PydanticCustomError("redirect_id", "“id”不用写：它由 from 决定，请删去这一行")
        return {"id": named} | value

    @model_validator(mode="after")
    def _elsewhere(self) -> Self:
        if self.from_ == self.to:
            raise PydanticCustomError("redirect_loop", "from 和 to 是同一个，转不到别处")
        return self


ChangedKind = Literal[
    "region",
    "plan",
    "division",
    "task",
    "target",
    "result",
    "indicator-definition",
    "indicator-row",
    "box",
    "unit",
    "project",
    "place",
    "topic",
    "audience",
    "term",
    "update",
    "note",
]


class Change(Record):
    """One difference between two editions of the data, in words that stay as they were when it was found."""

    KIND: ClassVar[str] = "change"

    date_: Day = Field(alias="date")
    """哪天的数据里有了这个变化。"""
    what: Literal["added", "removed", "changed"]
    """added 新增，removed 删去，changed 改动。新增一份规划（added、plan）就是首次公开。"""
    kind: ChangedKind
    """哪一种记录。"""
    subject: Id
    """是哪条记录。删去的记录已经不在数据里。"""
    plan: Id | None = None
    """属于哪份规划。不属于哪一份的（例如名词、单位）不填。"""
    field: Line | None = None
    """改的是哪个字段。"""
    about: Line
    """那条记录当时怎么称呼。"""
    text: Prose
    """一句话说明。里面有 about 的原样文字，页面在那里放链接。"""
    old: Prose | None = None
    """以前写的什么。"""
    new: Prose | None = None
    """改成了什么。"""
    units: tuple[Id, ...] = ()
    """因为这个变化多了事、少了事的单位。"""
    correction: bool = False
    """是不是更正：以前写错了，不是原文或情况有了变化。"""
    since: Day | None = None
    """更正的：从哪天起是错的。不填，就按上一次改动或首次公开的日期。"""
    reason: Prose | None = None
    """更正的：错在哪里，怎么发现的。"""

    @property
    def number(self) -> int:
        """Its running number within its day, as its id ends; 0 where the id ends otherwise."""
        found = re.search(r"[0-9]+$", self.id)
        return int(found[0]) if found else 0

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if not self.correction and (self.since is not None or self.reason is not None):
            raise PydanticCustomError("no_correction", "since 和 reason 只写在更正里，请加上 correction: true 或删去它们")
        if self.since is not None and self.since > self.date_:
            raise PydanticCustomError("since_late", "开始出错的日期 since 不能晚于更正的日期 date")
        return self
