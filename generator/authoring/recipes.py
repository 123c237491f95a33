"""What ``minggui new`` can make: the questions of each kind, and which fields it fills. The rest is left open and marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from generator.model.place import PlaceKind, UnitKind

STATUSES: Final = ("not-started", "under-way", "on-schedule", "behind", "done", "stopped")
QUANTITIES: Final = ("level", "change", "annual_growth", "cumulative", "total", "share")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a person says about a new record."""

    field: str
    """Name of the option and of the answer."""
    words: str
    """The question."""
    example: str
    required: bool = False
    """Whether nothing can be made without it."""
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of records that it names, by id or by name."""
    form: Literal["line", "year", "number", "day"] = "line"


@dataclass(frozen=True, slots=True)
class Recipe:
    """One kind of record that can be made."""

    command: str
    kind: str
    """Kind of record."""
    title: str
    """What an editor calls it."""
    questions: tuple[Question, ...]
    example: str
    """Options of a whole example."""


def _plan(required: bool = True) -> Question:
    return Question("plan", "属于哪份规划", "hure-145", required, kinds=("plan",))


def _name(words: str, example: str) -> Question:
    return Question("name", words, example, required=True)


_REGION = Question("region", "在哪个地区", "hure", required=True, kinds=("region",))
_CHAPTER = Question("chapter", "在哪一章或哪一节", "hure-145-c03", required=True, kinds=("division",))
_UNIT_KIND = Question("type", "类别，不写就按名称推测", "government", choices=get_args(UnitKind))
_NOTED = ("task", "division", "project", "indicator-row", "box", "plan")
_UPDATED = ("task", "indicator-row", "project")
_TOPIC = Question("topic", "主题", "jobs", kinds=("topic",))
_ID = Question("id", "编号，不写就自动起一个", "hure-nongkeju")

RECIPES: Final[tuple[Recipe, ...]] = (
    Recipe(
        "task",
        "task",
        "任务",
        (
            _CHAPTER,
            Question("title", "标题，照原文", "合理布局骆驼养殖加工基地"),
            Question("number", "原文的条号，没有就不写", "21", form="number"),
            Question("lead", "牵头的单位", "旗农科局", kinds=("unit",)),
            _TOPIC,
        ),
        "--chapter hure-145-c03 --title 建一座日间照料中心",
    ),
    Recipe(
        "target",
        "target",
        "目标",
        (
            Question("of", "属于哪条任务、哪一章或哪个指标", "hure-145-001", required=True, kinds=("task", "division", "indicator-row")),
            Question("metric", "说的是什么，照原文的名词", "骆驼总量"),
            Question("value", "数字", "6", form="number"),
            Question("measure", "计量单位", "万峰"),
            Question("by", "到哪一年", "2025", form="year"),
        ),
        "--of hure-145-001 --metric 骆驼总量 --value 6 --measure 万峰 --by 2025",
    ),
    Recipe(
        "section",
        "division",
        "节",
        (_CHAPTER, Question("title", "标题，照原文", "推进新型工业化发展")),
        "--chapter hure-145-c03 --title 推进新型工业化发展",
    ),
    Recipe(
        "chapter",
        "division",
        "章",
        (_plan(), Question("title", "标题，照原文", "加快产业集约发展")),
        "--plan hure-145 --title 加快产业集约发展",
    ),
    Recipe(
        "project",
        "project",
        "项目",
        (_CHAPTER, _name("名称，照原文", "三家子污水处理厂"), Question("place", "在哪个地方", "库伦镇", kinds=("place",)), _ID),
        "--chapter hure-145-c03 --name 三家子污水处理厂",
    ),
    Recipe(
        "unit",
        "unit",
        "单位",
        (_REGION, _name("名称，照原文", "旗农科局"), _UNIT_KIND, _ID),
        "--region hure --name 旗农科局",
    ),
    Recipe(
        "place",
        "place",
        "地方",
        (
            _REGION,
            _name("名称，照原文", "库伦镇"),
            Question("type", "类别，不写就按名称推测", "town", choices=get_args(PlaceKind)),
            Question("parent", "在哪个地方之内", "库伦镇", kinds=("place",)),
            _ID,
        ),
        "--region hure --name 库伦镇",
    ),
    Recipe(
        "topic",
        "topic",
        "主题",
        (
            _name("名字，用大家平时说的词", "养老"),
            Question("group", "放在首页的哪一组", "生活", required=True, choices=("生活", "产业", "城乡", "生态", "治理")),
            _ID,
        ),
        "--name 养老 --group 生活 --id eldercare",
    ),
    Recipe("audience", "audience", "人群", (_name("名字", "养驼户"), _ID), "--name 养驼户 --id camel-herders"),
    Recipe(
        "term",
        "term",
        "名词",
        (
            _name("要解释的词，照原文", "日间照料"),
            Question("basis", "依据：document 文件里有解释，general 一般常识", "general", choices=("document", "general")),
            _TOPIC,
            _ID,
        ),
        "--name 日间照料 --topic eldercare",
    ),
    Recipe(
        "indicator",
        "indicator-definition",
        "指标",
        (
            _name("名称", "森林覆盖率"),
            Question("quantity", "数的性质", "share", choices=QUANTITIES),
            Question("measure", "计量单位", "%"),
            _TOPIC,
            _ID,
        ),
        "--name 森林覆盖率 --quantity share --measure % --topic greening --id forest-coverage",
    ),
    Recipe(
        "row",
        "indicator-row",
        "指标数值",
        (
            _plan(),
            Question("definition", "是哪个指标", "森林覆盖率", required=True, kinds=("indicator-definition",)),
            Question("value", "目标数", "44", form="number"),
            Question("by", "哪一年", "2025", form="year"),
        ),
        "--plan hure-145 --definition 森林覆盖率 --value 44 --by 2025",
    ),
    Recipe(
        "box",
        "box",
        "专栏",
        (
            _CHAPTER,
            Question("title", "标题，照原文", "现代化工业产业体系建设重点工程"),
            Question("type", "内容", "projects", choices=("indicators", "projects", "measures", "routes")),
        ),
        "--chapter hure-145-c03 --title 重点工程 --type projects",
    ),
    Recipe(
        "note",
        "note",
        "说明",
        (
            Question("subject", "和哪条记录有关", "hure-145-001", required=True, kinds=_NOTED),
            Question("type", "类型", "slip", choices=("contradiction", "omission", "slip", "uncertain")),
        ),
        "--subject hure-145-001 --type slip",
    ),
    Recipe(
        "update",
        "update",
        "进展",
        (
            Question("subject", "关于哪条任务、哪个指标或哪个项目", "hure-145-001", required=True, kinds=_UPDATED),
            Question("date", "日期", "2025-03-02", required=True, form="day"),
            Question("status", "进度", "under-way", required=True, choices=STATUSES),
            Question("url", "公开材料的网址", "https://www.example.gov.cn/notice", required=True),
            Question("text", "发生了什么，用自己的话", "照料中心已经开工。"),
        ),
        "--subject hure-145-001 --date 2025-03-02 --status under-way --url https://www.example.gov.cn/notice",
    ),
    Recipe(
        "region",
        "region",
        "地区",
        (
            _name("全称", "阿拉善右旗"),
            Question("level", "级别", "county", required=True, choices=("province", "prefecture", "county", "township", "park")),
            Question("parent", "上级地区", "alxa", kinds=("region",)),
            _ID,
        ),
        "--name 阿拉善右旗 --level county --parent alxa --id alxa-right",
    ),
)
"""Every kind, by the word that follows ``minggui new``."""
