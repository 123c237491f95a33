"""What things are about: topics, audiences and the glossary."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Line, Prose, Record
from generator.model.identity import Id, TopicId, ref


class Topic(Record):
    """A subject in the words that people type."""

    KIND: ClassVar[str] = "topic"

    name: Line
    """主题的名字，用大家平时说的词。"""
    summary: Prose
    """一句话说明包括什么。"""
    group: Literal["生活", "产业", "城乡", "生态", "治理"]
    """放在首页和主题页的哪一组。"""
    order: int = Field(ge=0)
    """排在第几。"""
    synonyms: tuple[Line, ...] = ()
    """人们搜索时真正会打的词。最顺口的写在前面，页面只印前几个。"""
    featured: bool = False
    """放在首页最前面。"""


class Audience(Record):
    """People that a task concerns."""

    KIND: ClassVar[str] = "audience"

    name: Line
    """人群的名字，例如“养驼户”。"""
    summary: Prose
    """一句话说明是哪些人。"""
    order: int = Field(ge=0)
    """排在第几。"""
    synonyms: tuple[Line, ...] = ()
    """人们搜索时真正会打的词。最顺口的写在前面，页面只印前几个。"""


class Term(Record):
    """A word that needs explaining."""

    KIND: ClassVar[str] = "term"

    term: Line
    """要解释的词，照原文。"""
    explanation: Prose
    """用自己的话解释，十五岁的人能懂。"""
    basis: Literal["document", "general"]
    """依据：document 文件里有解释，general 一般常识。"""
    aliases: tuple[Line, ...] = ()
    """同一个词的其他写法。"""
    synonyms: tuple[Line, ...] = ()
    """人们搜索时会打、但不是同一个词的说法，例如“临终关怀”。只用来搜索，页面不印。"""
    unless: tuple[Line, ...] = ()
    """里面有这个词、意思却不同的更长的词，例如“布鲁氏菌”里的“布鲁”：页面上不会把它当成这个词。"""
    scope: tuple[Annotated[Id, ref("plan", "division", "task")], ...] = ()
    """同一个词有几种意思时，这个解释只用在哪些规划、章节或任务里。"""
    topics: tuple[TopicId, ...] = ()
    """相关的主题。"""

    @model_validator(mode="after")
    def _longer(self) -> Self:
        """Check that every word of ``unless`` holds one of the term's words; else it could never matter."""
        for word in self.unless:
            if not any(own in word and own != word for own in (self.term, *self.aliases)):
                raise PydanticCustomError("unless_unused", "unless 里的“{word}”不含这个名词，请改正或删去", {"word": word})
        return self
