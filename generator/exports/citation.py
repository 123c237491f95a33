"""How to cite the data: ``CITATION.cff`` (https://citation-file-format.github.io/, version 1.2.0), a format that is YAML."""

from __future__ import annotations

import json

from generator.exports.package import SCHEMA_VERSION
from generator.model.site import Site

ABSTRACT = "规划里的章节、任务、目标、指标、项目、责任单位和名词。标题、单位、数字和日期照原文，概括和说明是志愿编写的。"
KEYWORDS = ("政府规划", "五年规划", "政务公开", "开放数据")


def _line(key: str, value: str) -> str:
    return f"{key}: {json.dumps(value, ensure_ascii=False)}"


def citation(site: Site) -> str:
    """Return the file; what is not set (address, repository) is left out.

    Args:
        site: The site's settings.
    """
    lines = [
        _line("cff-version", "1.2.0"),
        _line("message", "引用这些数据时，请写明下面的信息和页面地址。官方文件请按原文另行引用。"),
        _line("type", "dataset"),
        _line("title", f"{site.name}：政府规划的结构化数据"),
        "authors:",
        f"  - {_line('name', site.name)}",
        _line("abstract", ABSTRACT),
        "keywords:",
        *(f"  - {json.dumps(word, ensure_ascii=False)}" for word in KEYWORDS),
        _line("license", "CC-BY-4.0"),
        _line("version", f"{SCHEMA_VERSION}+{site.as_of.isoformat()}"),
        _line("date-released", site.as_of.isoformat()),
    ]
    lines += [_line("url", f"{site.url.rstrip('/')}/data/")] if site.url else []
    lines += [_line("repository-code", site.repository)] if site.repository else []
    return "\n".join(lines) + "\n"


def readme(site: Site) -> str:
    """Return the note that lies in the archive beside the files.

    Args:
        site: The site's settings.
    """
    where = f"{site.url.rstrip('/')}/data/" if site.url else "本站的“开放数据”页"
    return (
        f"{site.name}：政府规划的结构化数据\n数据截止：{site.as_of.isoformat()}\n\n"
        "*.xlsx 每份规划一个，用 Excel、WPS 打开。\n"
        "*.csv 和 *.json 每种记录一个，内容一样。\n"
        "datapackage.json 说明每个文件、每一列的类型和表之间的关系。\n"
        f"字段的意思、写法和变更办法：{where}\n\n"
        "标题、名称、单位、数字和日期照原文，概括和说明是志愿编写的。空着就是原文没有写。这里不是政府网站，以官方文件为准。\n"
        f"数据和解读文字按 CC BY 4.0 提供，请写明“{site.name}”和页面地址。官方文件是公文，不是本站的作品。\n"
    )
