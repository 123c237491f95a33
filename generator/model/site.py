"""The site's own settings: one place each for address, repository and contact."""

from __future__ import annotations

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from generator.language.catalogue import TAG
from generator.model.base import Day, Line, Part


class Language(Part):
    """Another language of the site: the same pages, with the interface's words in it."""

    tag: str = Field(pattern=TAG)
    """语言的代号，例如 en、mn-Mong。页面放在以它命名的文件夹里，译文在 site_src/languages/ 里同名的 .po 文件。"""
    name: Line
    """网站在这种语言里的名称。"""
    description: Line
    """网站在这种语言里的一句话介绍。"""


class Site(Part):
    """``extra.minggui`` of ``mkdocs.yml``, with what the environment overrides."""

    name: Line
    """网站名称。"""
    id: str = Field(default="", pattern=r"^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$")
    """网站自己的编号（UUID），订阅的编号由它推出来。建站时抽一次，以后不改，网站改名、搬家也不改。"""
    as_of: Day
    """数据截止日期。页面和打印件上显示，也用来判断规划期是否已经结束。"""
    url: str = Field(default="", pattern=r"^(?:https?://[^\s<>\"'`\\]+)?$")
    """网站地址。没有就留空。"""
    repository: str = Field(default="", pattern=r"^(?:https?://[^\s<>\"'`\\]+)?$")
    """代码仓库地址。没有就留空。"""
    branch: str = Field(default="main", pattern=r"^[A-Za-z0-9._/-]+$")
    """仓库的主分支。"""
    contact: str = Field(default="", pattern=r"^(?:[^\s@<>\"'`\\]+@[^\s@<>\"'`\\]+)?$")
    """联系邮箱。没有就留空。"""
    search_examples: tuple[Line, ...] = ()
    """首页和搜索页上给读者试的词。没有写就用程序的。"""
    description: str = ""
    """一句话介绍，给搜索引擎和分享的链接用。"""
    languages: tuple[Language, ...] = ()
    """中文以外的语言，一种一项。"""
    offline: bool = False
    """每次构建是否同时做离线版，并在“开放数据”页给出下载。"""

    @field_validator("languages")
    @classmethod
    def _once(cls, languages: tuple[Language, ...]) -> tuple[Language, ...]:
        """Refuse a language that stands twice, and Chinese, which is there anyway."""
        tags = [language.tag for language in languages]
        for tag in tags:
            if tags.count(tag) > 1:
                raise PydanticCustomError("twice", "{said}", {"said": f"语言 {tag} 写了两次，请删去一项"})
            if tag == "zh":
                raise PydanticCustomError("chinese", "zh 是网站本来的语言，请删去这一项")
        return languages
