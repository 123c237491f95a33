"""What programs ask for at the root of a site: ``robots.txt`` and ``llms.txt``.

``sitemap.xml`` is written by the engine, from ``site_src/overrides/sitemap.xml``: engines write one in any case.
"""

from __future__ import annotations

from generator.graph import Graph
from generator.markdown import escape, link
from generator.model.site import Site
from generator.pages.data import ARCHIVE, PACKAGE
from generator.pages.lists import ordered_plans


def _robots(base: str) -> str:
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {base}/sitemap.xml\n" if base else "")


def _llms(graph: Graph, site: Site, base: str) -> str:
    """Say to language models what the site is and is not, in the form of https://llmstxt.org/."""

    def at(text: str, address: str, more: str = "") -> str:
        return f"- {link(text, f'{base}/{address}')}" + (f"：{more}" if more else "")

    plans = [at(p.short_title, f"plans/{p.id}/", f"{len(graph.back.tasks_of_plan.get(p.id, ()))}条任务") for p in ordered_plans(graph)]
    lists = (
        ("任务", "tasks/"),
        ("单位", "units/"),
        ("项目", "projects/"),
        ("指标", "indicators/"),
        ("主题", "topics/"),
        ("地方", "places/"),
    )
    more = (
        ("名词解释", "glossary/"),
        ("和官方文件的核对", "coverage/"),
        ("更新记录", "changes/"),
        ("更正记录", "corrections/"),
        ("关于本站", "about/"),
    )
    return "\n".join(
        (
            f"# {escape(site.name)}",
            "",
            "> 政府规划的通俗解读和结构化数据：要做什么、谁负责、到什么时候。志愿编写，不是政府网站，以官方文件为准。"
            f"数据截止{site.as_of.isoformat()}。",
            "",
            "读的时候请注意：",
            "",
            "- 标题、名称、单位、数字和日期照原文；概括、意义和名词解释是本站自己的话，不是官方原话，引用时请分开。",
            "- “原文未写明”就是没有写，请不要补上单位、年份、投资或进展。",
            "- 目标是文件里的要求，不是已经做到的事。",
            "",
            "## 规划",
            "",
            *plans,
            "",
            "## 清单",
            "",
            *(at(text, address) for text, address in (*lists, *more)),
            "",
            "## 数据",
            "",
            at("全部数据（zip）", ARCHIVE, "CSV、JSON、Excel"),
            at("datapackage.json", PACKAGE, "每张表的字段、类型和相互关系"),
            at("更新（Atom）", "feed.xml", "每份规划、每个单位的地址后面加 feed.xml 也有"),
            at("下载页", "data/"),
            at("数据字典", "data/dictionary/"),
            "- 每条记录：网页地址后面加 index.json，例如 /tasks/编号/index.json。",
            "",
            "## 许可和引用",
            "",
            f"- 数据和解读文字：CC BY 4.0。请写明“{site.name}”和页面地址。官方文件是公文，不是本站的作品。",
            "",
        )
    )


def discovery_files(graph: Graph, site: Site) -> dict[str, str]:
    """Return the files: path below the site's root → text.

    Args:
        graph: The linked data.
        site: The site's settings; without an address, ``robots.txt`` names no sitemap, since there is none.
    """
    base = site.url.rstrip("/")
    return {"robots.txt": _robots(base), "llms.txt": _llms(graph, site, base)}
