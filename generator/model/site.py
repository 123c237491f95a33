"""The site's own settings: one place each for address, repository and contact."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Day, Line, Part


class Site(Part):
    """``extra.minggui`` of ``mkdocs.yml``, with what the environment overrides."""

    name: Line
    """网站名称。"""
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
    offline: bool = False
    """每次构建是否同时做离线版，并在“开放数据”页给出下载。"""
