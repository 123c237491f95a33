"""What all records share: frozen, strict, no unknown fields, descriptions from attribute docstrings."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.identity import Id

PLACED: dict[str, Any] = {"placed": True}
"""Marks a field whose value follows from where the record stands in the data, so that nobody types it twice."""

Line = Annotated[str, Field(min_length=1, max_length=400, pattern=r"^[^\n\r\x85\u2028\u2029]*[^\s][^\n\r\x85\u2028\u2029]*$")]
"""A name or title: one line."""
Prose = Annotated[str, Field(min_length=1, max_length=4000, pattern=r"\S")]
"""Sentences of our own."""
Starts = Annotated[str, Field(min_length=1, max_length=16)]
Number = Annotated[int | float, Field(allow_inf_nan=False)]
Year = Annotated[int, Field(ge=1900, le=2100)]


def _written_in_full(value: object) -> object:
    """Read a day; refuse what pydantic would take for seconds since 1970 (``"86400"``)."""
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("date_no_such_day", "没有“{day}”这一天，请核对", {"day": value}) from None
    raise PydanticCustomError("date_parsing", "日期写法不对，应写成 2023-06-28")


Day = Annotated[date, BeforeValidator(_written_in_full)]
"""A date, written 2023-06-28."""
Quantity = Literal["level", "change", "annual_growth", "cumulative", "total", "share"]
Operator = Literal["=", ">=", "<=", "<", ">", "~", "range", "keep", "reach", "text"]
TitleBasis = Literal["printed", "section", "editorial"]


class Part(BaseModel):
    """A frozen, strict piece of a record."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", use_attribute_docstrings=True)


class Record(Part):
    """A frozen, strict record with an id of its own. It holds ids of others, never the others themselves."""

    KIND: ClassVar[str]
    NESTED: ClassVar[dict[str, str]] = {}
    """Lists that stand inside this record in the data: field name → kind of the record that each entry becomes."""

    id: Id
    """永久编号。小写字母、数字和连字符，定了就不再改。"""


class Source(Part):
    """Where in the plan's document a fact stands. Never a line number, since copies differ."""

    starts: Starts
    """所在段落开头的文字，照抄原文，最多16个字。"""
    nth: int | None = Field(default=None, ge=1)
    """同样的开头出现多次时，这是第几处。"""
    item: str | None = Field(default=None, max_length=16)
    """段落里的第几项，例如“（三）”。"""
    ends: Starts | None = None
    """段落结尾的文字，照抄原文，最多16个字。"""
    document: Id | None = None
    """不是规划正文而是另一份文件时，写那份文件的编号。"""


def require_value(operator: str, value: int | float | None, value_max: int | float | None, text: str | None) -> None:
    """Check that an operator has what it compares with.

    Raises:
        PydanticCustomError: with a Chinese message that says what is missing.
    """
    if operator in {"=", ">=", "<=", "<", ">", "~", "range"} and value is None:
        raise PydanticCustomError("value_missing", "符号“{operator}”需要数字，请填写 value", {"operator": operator})
    if operator == "range" and value_max is None:
        raise PydanticCustomError("value_max_missing", "范围（range）需要上限，请填写 value_max")
    if operator == "range" and value is not None and value_max is not None and value >= value_max:
        raise PydanticCustomError("range_reversed", "范围的下限 value 要小于上限 value_max")
    if operator != "range" and value_max is not None:
        raise PydanticCustomError("value_max_unused", "只有范围（range）才填 value_max")
    if operator in {"reach", "text"} and text is None:
        raise PydanticCustomError("text_missing", "符号“{operator}”需要文字，请填写 text", {"operator": operator})


class Figure(Part):
    """A value as an indicator table prints it."""

    operator: Operator
    """怎样比较：= 达到，>= 不低于，<= 不超过，~ 左右，range 范围，keep 保持，reach 达到某个等级，text 只有文字。"""
    text: Line
    """原文怎么写，照抄。"""
    value: Number | None = None
    """数字。原文没有数字就不填。"""
    value_max: Number | None = None
    """范围的上限。"""
    year: Year | None = None
    """哪一年。原文没有写就不填。"""
    basis: Literal["printed", "footnote", "uncertain"] = "printed"
    """依据：printed 正文印着，footnote 脚注，uncertain 原文有歧义。"""
    source: Source | None = None
    """写在别处时，写在原文的什么位置。"""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        require_value(self.operator, self.value, self.value_max, self.text)
        return self
