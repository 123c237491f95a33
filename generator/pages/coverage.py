"""Coverage: what was compared with the official documents, what of them is represented, and what is not."""

from __future__ import annotations

from generator.graph import Graph
from generator.language import between, tr, trc, trn
from generator.model import Plan, Verification
from generator.model.verification import OpenPlace
from generator.pages.addresses import link_to
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
    Missing,
    Quoted,
    Tag,
    sentence,
)
from generator.pages.page import Page
from generator.pages.phrases import document_line
from generator.pages.words import COVERAGE, FACT_KINDS

ADDRESS = "coverage/"


def verification_of(graph: Graph, plan: Plan) -> Verification | None:
    """Return the last comparison of a plan, if there was one."""
    return graph.dataset.all(Verification).get(f"{plan.id}-verification")


def is_current(plan: Plan, verification: Verification) -> bool:
    """Say whether the comparison was made with the text that the plan names."""
    return any(document.sha256 == verification.sha256 for document in plan.documents)


def verdict(graph: Graph, plan: Plan) -> Inlines:
    """Say in one line how a plan's data compares with its document."""
    verification = verification_of(graph, plan)
    if verification is None:
        return (Missing(tr("还没有用官方文件核对过")),)
    said = _compared(plan, verification) + between("sentences")
    return (said, Link(tr("看核对情况"), f"{ADDRESS}#{plan.id}"))


def _compared(plan: Plan, verification: Verification) -> str:
    said = {
        "day": verification.date_.isoformat(),
        "facts": trn("{n}项事实", sum(count.number for count in verification.facts)),
        "differences": trn("{n}处不同", verification.differences) if verification.differences else tr("没有不同"),
    }
    if is_current(plan, verification):
        return tr("{day}逐项核对了{facts}，{differences}。", **said)
    return tr("{day}逐项核对了{facts}，{differences}；之后换过文本，要重新核对。", **said)


def _share(found: int, represented: int) -> str:
    """A share is 100% only where nothing is missing."""
    return "—" if not found else f"{int(1000 * represented / found) / 10:g}%"


def _aside(verification: Verification) -> list[Block]:
    """Say how many paragraphs ask for nothing, so that nobody takes them for tasks."""
    counts = [count for count in verification.coverage if count.what == "paragraphs" and (count.background or count.set_aside)]
    background, set_aside = sum(count.background for count in counts), sum(count.set_aside for count in counts)
    reasoned = trn("{n}段讲背景或总的要求，理由写在各章页面的末尾", background)
    whole = trn("{n}段在整节都是背景的部分里", set_aside)
    if background and set_aside:
        return [Prose((tr("正文段落里，{reasoned}；{whole}。", reasoned=reasoned, whole=whole),))]
    return [Prose((tr("正文段落里，{some}。", some=reasoned if background else whole),))] if counts else []


def _plan(graph: Graph, plan: Plan) -> list[Block]:
    verification = verification_of(graph, plan)
    blocks: list[Block] = [Heading(plan.short_title, plan.id), Prose(document_line(plan))]
    way = link_to(graph, plan, tr("看这份规划"))
    if verification is None:
        return [*blocks, Prose(sentence("{verdict}。{link}", verdict=Missing(tr("还没有用官方文件核对过")), link=way))]
    blocks.append(Prose((*verdict(graph, plan)[:1], way)))
    facts = tuple(((tr(FACT_KINDS[count.kind]),), (str(count.number),)) for count in verification.facts)
    blocks.append(Table(tr("{plan}：核对了哪些事实", plan=plan.short_title), (tr("核对的内容"), tr("项数")), facts))
    rows: list[tuple[Inlines, ...]] = []
    for count in verification.coverage:
        if count.found:
            cells = (trc("几处", COVERAGE[count.what]), str(count.found), str(count.represented), _share(count.found, count.represented))
            rows.append(tuple((cell,) for cell in cells))
    header = (tr("原文里的内容"), tr("原文有"), tr("已收"), tr("比例"))
    blocks.append(Table(tr("{plan}：原文里的内容收了多少", plan=plan.short_title), header, tuple(rows)))
    blocks += _aside(verification)
    if verification.open:
        blocks.append(Prose((trn("还有{n}处没有收：", len(verification.open)),)))
        blocks.append(Bullets(tuple(_open(place) for place in verification.open)))
    return blocks


def _open(place: OpenPlace) -> Inlines:
    """A place of the document that no record represents."""
    where: Inlines = (Tag(trc("几处", COVERAGE[place.what])), " ", Quoted(f"“{place.starts}…”"))
    return (*where, tr("：{reason}", reason=place.reason)) if place.reason else where


def page(graph: Graph) -> Page:
    """Build the coverage page of all plans."""
    lead = tr("本站的数据和官方文件是否一致、原文收了多少、还缺什么，都写在这里。")
    how = tr("核对由程序逐项做：标题、单位、数字、日期和名称，要在原文的那一段里找得到。")
    blocks: list[Block] = [Lead(lead), Prose((how,))]
    for plan in sorted(graph.plans.values(), key=lambda p: (p.order, p.id)):
        blocks += _plan(graph, plan)
    blocks += [
        Heading(tr("怎么看这张表"), "how"),
        Bullets(
            (
                (tr("“原文有”是读文件的程序数出来的，不是编者填的。"),),
                (tr("程序自己拿不准的数字和项目没有算进去。"),),
                (tr("概括和说明是我们写的话，不在核对之列；写错了请告诉我们。"),),
            )
        ),
    ]
    return Page(ADDRESS, tr("核对情况"), (), (Link(tr("首页"), ""),), tuple(blocks), tr("数据和官方文件的核对结果。"))
