"""Where the data of lists and of other pages stand that no single line makes: what an editor opens, or why there is nothing to open."""

from __future__ import annotations

from dataclasses import replace

from generator.language import mark, tr
from generator.pages.page import Kept, Page

_PLANS = "data/plans/"
_LISTS: dict[str, Kept] = {
    "": Kept("", mark("这一页由程序从全部数据排成，没有单独的文件。要改哪一条，请先点开那一条")),
    "plans": Kept(_PLANS, mark("一份规划一个文件夹，规划本身写在 plan.yml")),
    "tasks": Kept(_PLANS, mark("任务写在各份规划的章里，例如 c02.yml")),
    "units": Kept("data/units/", mark("一个地区一个文件")),
    "projects": Kept(_PLANS, mark("项目写在各份规划的 projects.yml")),
    "indicators": Kept("data/indicator-definitions.yml", mark("各份规划的数字写在它们的 indicators.yml")),
    "topics": Kept("data/topics.yml", mark("哪条任务属于哪个主题，写在任务里")),
    "audiences": Kept("data/audiences.yml", mark("哪条任务和谁有关，写在任务里")),
    "places": Kept("data/places/", mark("一个地区一个文件")),
    "glossary": Kept("data/terms.yml", ""),
    "progress": Kept("data/updates/", mark("一份规划一个文件")),
    "changes": Kept("data/changes/", mark("一天一个文件，由 minggui diff --write 写")),
    "corrections": Kept("data/changes/", mark("记作更正的那几条：correction 写 true，reason 写原因")),
    "explore": Kept(_PLANS, mark("任务写在各份规划的章里，例如 c02.yml")),
    "compare": Kept(_PLANS, mark("比较由程序做，数字和任务写在各份规划的文件夹里")),
    "timeline": Kept(_PLANS, mark("目标和年份写在各条任务里")),
    "coverage": Kept(_PLANS, mark("结果由 minggui verify 写在各份规划的 verification.yml，不要手改")),
    "data": Kept("", mark("这一页由程序从记录的定义和数据写成，没有单独的数据文件")),
    "search": Kept("", mark("这一页由程序从全部数据排成，没有单独的文件。人们用的别的说法，写在那个主题、单位或名词的 synonyms 里")),
}
"""By the first part of the address. What they say is marked, not said."""
_UNKNOWN = Kept("", mark("这一页由程序从数据做成，没有单独的文件"))


def kept(page: Page) -> Kept | None:
    """Say where the data of a page stand that names no line of its own; nothing for a page that does."""
    if page.origin is not None:
        return None
    parts = page.address.strip("/").split("/")
    if parts[0] == "explore" and len(parts) > 1:
        return Kept(f"{_PLANS}{parts[1]}/", tr("任务写在各章的文件里，例如 c02.yml"))
    held = _LISTS.get(parts[0], _UNKNOWN)
    return replace(held, says=tr(held.says))
