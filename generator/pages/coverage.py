"""Coverage: what was compared with the official documents, what of them is represented, and what is not."""

from __future__ import annotations

from generator.graph import Graph
from generator.model import Plan, Verification
from generator.pages.addresses import link_to
from generator.pages.blocks import Block, Bullets, Heading, Inlines, Lead, Link, Missing, Page, Prose, Quoted, Table, Tag
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
        return (Missing("还没有用官方文件核对过"),)
    facts = sum(count.number for count in verification.facts)
    differences = f"{verification.differences}处不同" if verification.differences else "没有不同"
    said = f"{verification.date_.isoformat()}逐项核对了{facts}项事实，{differences}"
    stale = "" if is_current(plan, verification) else "；之后换过文本，要重新核对"
    return (f"{said}{stale}。", Link("看核对情况", f"{ADDRESS}#{plan.id}"))


def _share(found: int, represented: int) -> str:
    """A share is 100% only where nothing is missing."""
    return "—" if not found else f"{int(1000 * represented / found) / 10:g}%"


def _aside(verification: Verification) -> list[Block]:
    """Say how many paragraphs ask for nothing, so that nobody takes them for tasks."""
    counts = [count for count in verification.coverage if count.what == "paragraphs" and (count.background or count.set_aside)]
    said = []
    for count in counts:
        if count.background:
            said.append(f"{count.background}段讲背景或总的要求，理由写在各章页面的末尾")
        if count.set_aside:
            said.append(f"{count.set_aside}段在整节都是背景的部分里")
    return [Prose((f"正文段落里，{'；'.join(said)}。",))] if said else []


def _plan(graph: Graph, plan: Plan) -> list[Block]:
    verification = verification_of(graph, plan)
    blocks: list[Block] = [Heading(plan.short_title, plan.id), Prose(document_line(plan))]
    if verification is None:
        return [*blocks, Prose((Missing("还没有用官方文件核对过"), "。", link_to(graph, plan, "看这份规划")))]
    blocks.append(Prose((*verdict(graph, plan)[:1], link_to(graph, plan, "看这份规划"))))
    facts = tuple(((FACT_KINDS[count.kind],), (str(count.number),)) for count in verification.facts)
    blocks.append(Table(f"{plan.short_title}：核对了哪些事实", ("核对的内容", "项数"), facts))
    rows: list[tuple[Inlines, ...]] = []
    for count in verification.coverage:
        if count.found:
            cells = (COVERAGE[count.what], str(count.found), str(count.represented), _share(count.found, count.represented))
            rows.append(tuple((cell,) for cell in cells))
    blocks.append(Table(f"{plan.short_title}：原文里的内容收了多少", ("原文里的内容", "原文有", "已收", "比例"), tuple(rows)))
    blocks += _aside(verification)
    if verification.open:
        blocks.append(Prose((f"还有{len(verification.open)}处没有收：",)))
        items: list[Inlines] = []
        for place in verification.open:
            reason = f"：{place.reason}" if place.reason else ""
            items.append((Tag(COVERAGE[place.what]), " ", Quoted(f"“{place.starts}…”"), reason))
        blocks.append(Bullets(tuple(items)))
    return blocks


def page(graph: Graph) -> Page:
    """Build the coverage page of all plans."""
    lead = "本站的数据和官方文件是否一致、原文收了多少、还缺什么，都写在这里。"
    how = "核对由程序逐项做：标题、单位、数字、日期和名称，要在原文的那一段里找得到。"
    blocks: list[Block] = [Lead(lead), Prose((how,))]
    for plan in sorted(graph.plans.values(), key=lambda p: (p.order, p.id)):
        blocks += _plan(graph, plan)
    blocks += [
        Heading("怎么看这张表", "how"),
        Bullets(
            (
                ("“原文有”是读文件的程序数出来的，不是编者填的。",),
                ("程序自己拿不准的数字和项目没有算进去。",),
                ("概括和说明是我们写的话，不在核对之列；写错了请告诉我们。",),
            )
        ),
    ]
    return Page(ADDRESS, "核对情况", (), (Link("首页", ""),), tuple(blocks), "数据和官方文件的核对结果。")
