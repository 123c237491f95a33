"""The data page: what can be downloaded, how it is written, under which terms, and what may change."""

from __future__ import annotations

from generator.graph import Graph
from generator.language import tr
from generator.model import Plan
from generator.model.identity import KINDS
from generator.model.site import Site
from generator.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Lead,
    Prose,
    Table,
)
from generator.pages.inline import (
    Inlines,
    Link,
    Outside,
    sentence,
)
from generator.pages.lists import ordered_plans
from generator.pages.page import Page
from generator.tables import FILES

ARCHIVE = "data/minggui-data.zip"
PACKAGE = "data/datapackage.json"
CITATION = "data/CITATION.cff"
POLICY = "docs/data-policy.zh.md"
OFFLINE = "data/minggui-offline.zip"
"""The copy of the whole site that opens from disk; there only where it was asked for."""
OFFLINE_START = "从这里打开.html"
"""The file in it to open (:mod:`generator.site.offline.opening`): it has this name in every language."""


def _offline() -> list[Block]:
    download = Link(tr("下载离线版（zip）"), OFFLINE)
    said = sentence(
        "{download}：整个网站的压缩包。解压以后打开“{file}”，不联网也能看、能搜索，可以放在U盘里，也可以发给别人。",
        download=download,
        file=OFFLINE_START,
    )
    return [Heading(tr("离线版"), "offline"), Prose(said)]


def workbook_name(plan: Plan) -> str:
    """Return the address of a plan's workbook."""
    return f"data/{plan.id}.xlsx"


def _tables(graph: Graph) -> Table:
    rows: list[tuple[Inlines, ...]] = []
    for kind, name in FILES.items():
        count = len(graph.dataset.records.get(kind, {}))
        links = (Link(f"{name}.csv", f"data/{name}.csv"),), (Link(f"{name}.json", f"data/{name}.json"),)
        rows.append(((Link(tr(KINDS[kind]), f"data/dictionary/#{name}"),), (str(count),), *links))
    return Table(tr("每种记录一个文件"), (tr("内容"), tr("条数"), tr("CSV（表格）"), tr("JSON（程序用）")), tuple(rows))


def _workbooks(graph: Graph) -> Table:
    rows = []
    for plan in ordered_plans(graph):
        tasks = len(graph.back.tasks_of_plan.get(plan.id, ()))
        rows.append(((plan.short_title,), (str(tasks),), (Link(f"{plan.id}.xlsx", workbook_name(plan)),)))
    return Table(tr("每份规划一个 Excel 文件"), (tr("规划"), tr("任务条数"), "Excel"), tuple(rows))


def _downloads(graph: Graph) -> list[Block]:
    archive = Link(tr("全部数据（{file}）", file="minggui-data.zip"), ARCHIVE)
    return [
        Heading(tr("下载"), "download"),
        Bullets(
            (
                sentence("{archive}：下面的全部文件，一次下载。", archive=archive),
                sentence(
                    "{package}：给程序读的说明：每个文件、每一列的类型、表和表怎么连。格式是 Data Package 2.0。",
                    package=Link("datapackage.json", PACKAGE),
                ),
            )
        ),
        Heading(tr("一份规划一个文件（Excel）"), "workbooks", 3),
        Prose((tr("用 Excel、WPS 打开就能看，每个文件有八张表：说明、章节、任务、目标、指标、项目、单位、名词。首行固定，可以筛选。"),)),
        _workbooks(graph),
        Heading(tr("一种记录一个文件（CSV、JSON）"), "tables", 3),
        Prose((tr("CSV 和 JSON 的内容一样。全部规划的同一种记录放在一起，先后顺序每次都一样。"),)),
        _tables(graph),
    ]


def _use() -> list[Block]:
    return [
        Heading(tr("怎么用"), "use"),
        Bullets(
            (
                sentence("每个字段、每一列是什么意思，见{dictionary}。", dictionary=Link(tr("数据字典"), "data/dictionary/")),
                (tr("每条记录都有永久编号（id）和本站地址（url）。编号定了就不再改。"),),
                (tr("有自己页面的记录，页面底部可以单独下载它的 JSON。"),),
                (tr("空着的格子和 JSON 里的 null，都表示原文没有写。本站不会用别的来源补上。"),),
                (tr("目标是文件里的要求，不是已经做到的事。"),),
            )
        ),
        Heading(tr("CSV 是怎样写的"), "csv"),
        Bullets(
            (
                (tr("编码是 UTF-8，带 BOM，Excel 打开不会乱码。每行用 LF 结束，有逗号、引号、换行的格子加英文双引号。"),),
                (tr("第一列是 id。列名和 JSON 的字段名一样，里层的字段用点连起来，例如 source.starts、base.value。"),),
                (tr("一格里有几个值的，用英文分号隔开，例如 a;b。值里面本来就有分号或反斜杠的，前面加一个反斜杠。"),),
                (tr("leads.unit、leads.role_printed 这样的几列要对着看：第几个对第几个。"),),
                (tr("编号旁边有一列名称，列名以 .name 结尾，方便人看。改了名称列不算改数据。"),),
                (tr("专栏的 groups 一列是 JSON，因为它里面还有列表。"),),
                (tr("文字开头是 = + - @（包括全角）的，前面加一个英文撇号，免得表格软件当成公式。去掉撇号就是原来的文字。数字不加。"),),
            )
        ),
    ]


def _policy(site: Site) -> Inlines:
    if site.repository:
        policy = Outside(tr("数据的版本和变更办法"), f"{site.repository.rstrip('/')}/blob/{site.branch}/{POLICY}")
        return sentence("全文：{policy}。", policy=policy)
    return (tr("全文在本站代码库的 {file}。", file=POLICY),)


def _terms(site: Site) -> list[Block]:
    where = f"{site.url.rstrip('/')}/" if site.url else tr("页面地址")
    return [
        Heading(tr("许可"), "licence"),
        Bullets(
            (
                sentence(
                    "数据和解读文字：{licence}。可以转载、再加工，也可以商用；请写明“{site}”和页面地址。",
                    licence=Outside("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
                    site=site.name,
                ),
                (tr("程序代码：MIT。"),),
                (tr("官方文件本身：由国家机关发布，是公文，不是本站的作品，本站不主张任何权利。"),),
            )
        ),
        Prose((tr("数据里没有官员姓名，也没有个人信息。"),)),
        Heading(tr("怎么引用"), "cite"),
        Prose(
            (
                tr(
                    "{site}：政府规划的结构化数据，数据截止{day}，{where}，CC BY 4.0。",
                    site=site.name,
                    day=site.as_of.isoformat(),
                    where=where,
                ),
            )
        ),
        Prose(
            sentence(
                "引用官方文件的标题、数字和日期，请另外注明那份文件的名称和文号。给文献软件用的格式：{file}。",
                file=Link("CITATION.cff", CITATION),
            )
        ),
        Heading(tr("以后会变吗"), "policy"),
        Bullets(
            (
                (tr("编号、文件名、字段名和它们的意思，都当作承诺。新的字段可以随时增加，请按名称找列，不要按第几列找。"),),
                (tr("要改名或去掉一个字段，先在 datapackage.json 和数据字典里写明，新旧并存至少六个月。"),),
                (tr("数据的内容会随着更正和新文件变动。引用时请写上数据截止日期。"),),
                _policy(site),
            )
        ),
    ]


def page(graph: Graph, site: Site) -> Page:
    """Build the data page.

    Args:
        graph: The linked data, for counts and plans.
        site: The site's settings, for the citation and the address of the policy.
    """
    lead = Lead(tr("本站的全部数据都可以下载、转载和再加工：Excel 给人看，CSV 和 JSON 给程序用。"))
    blocks: tuple[Block, ...] = (lead, *_downloads(graph), *(_offline() if site.offline else ()), *_use(), *_terms(site))
    description = tr("规划里的章节、任务、目标、指标、项目、责任单位和名词，可以按 Excel、CSV、JSON 下载，照 CC BY 4.0 转载和再加工。")
    return Page("data/", tr("开放数据"), (), (Link(tr("首页"), ""),), blocks, description)
