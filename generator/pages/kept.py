"""Where the data of lists and of other pages stand that no single line makes: what an editor opens, or why there is nothing to open."""

from __future__ import annotations

from generator.pages.blocks import Kept, Page

_PLANS = "data/plans/"
_LISTS: dict[str, Kept] = {
    "": Kept("", "这一页由程序从全部数据排成，没有单独的文件。要改哪一条，请先点开那一条"),
    "plans": Kept(_PLANS, "一份规划一个文件夹，规划本身写在 plan.yml"),
    "tasks": Kept(_PLANS, "任务写在各份规划的章里，例如 c02.yml"),
    "units": Kept("data/units/", "一个地区一个文件"),
    "projects": Kept(_PLANS, "项目写在各份规划的 projects.yml"),
    "indicators": Kept("data/indicator-definitions.yml", "各份规划的数字写在它们的 indicators.yml"),
    "topics": Kept("data/topics.yml", "哪条任务属于哪个主题，写在任务里"),
    "audiences": Kept("data/audiences.yml", "哪条任务和谁有关，写在任务里"),
    "places": Kept("data/places/", "一个地区一个文件"),
    "glossary": Kept("data/terms.yml", ""),
    "progress": Kept("data/updates/", "一份规划一个文件"),
    "explore": Kept(_PLANS, "任务写在各份规划的章里，例如 c02.yml"),
    "compare": Kept(_PLANS, "比较由程序做，数字和任务写在各份规划的文件夹里"),
    "timeline": Kept(_PLANS, "目标和年份写在各条任务里"),
    "changes": Kept("data/changes/", "一天一个文件，由 minggui diff 写成"),
    "corrections": Kept("data/changes/", "更正也记在那里，由 minggui diff 写成"),
    "coverage": Kept(_PLANS, "结果由 minggui verify 写在各份规划的 verification.yml，不要手改"),
    "data": Kept("", "这一页由程序从记录的定义和数据写成，没有单独的数据文件"),
    "search": Kept("", "这一页由程序从全部数据排成，没有单独的文件。人们用的别的说法，写在那个主题、单位或名词的 synonyms 里"),
}
"""By the first part of the address."""
_UNKNOWN = Kept("", "这一页由程序从数据做成，没有单独的文件")


def kept(page: Page) -> Kept | None:
    """Say where the data of a page stand that names no line of its own; nothing for a page that does."""
    if page.origin is not None:
        return None
    parts = page.address.strip("/").split("/")
    if parts[0] == "explore" and len(parts) > 1:
        return Kept(f"{_PLANS}{parts[1]}/", "任务写在各章的文件里，例如 c02.yml")
    return _LISTS.get(parts[0], _UNKNOWN)
