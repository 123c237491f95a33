"""What the workbook of a plan holds: eight sheets for people who work in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.workbook import Cell, Field, Sheet
from generator.graph import Graph
from generator.model import Division, Indicator, Plan, Project, Record, Target, Task, Term, Unit
from generator.model.base import Figure
from generator.model.site import Site
from generator.model.task import Role
from generator.pages.addresses import address
from generator.pages.lists import lead_word, place_of, region_names
from generator.pages.phrases import STATED, label_of, outline_words, value_of, years_of
from generator.pages.words import PLAN_KINDS, QUANTITIES, TERM_BASES, UNIT_KINDS

UNSTATED = "原文未写明"
LEVELS = {"part": "篇", "chapter": "章", "section": "节", "preface": "前言", "annex": "附件"}
YEAR_BASES = {
    "stated": "本句写明",
    "sentence": "前一个分句写明",
    "plan-period": "原文未写，按规划期",
    "period-end": "写的是规划期末",
    "report-year": "报告年度",
}


def _names(records: Iterable[Record | None]) -> str | None:
    found = [str(getattr(r, "name", None) or getattr(r, "title", "")) for r in records if r is not None]
    return "、".join(found) or None


def _url(graph: Graph, record: Record, site: Site) -> str:
    return f"{site.url.rstrip('/')}/{address(graph, record)}" if site.url else address(graph, record)


def _where(graph: Graph, division: str | None) -> str | None:
    found = graph.divisions.get(division or "")
    return outline_words(graph, found) if found else None


def _units(graph: Graph, roles: Iterable[Role]) -> str | None:
    return _names(graph.units.get(role.unit) for role in roles)


def _divisions(graph: Graph, plan: Plan, site: Site) -> Sheet:
    own = sorted((d for d in graph.divisions.values() if d.plan == plan.id), key=lambda d: place_of(graph, d))

    def row(d: Division) -> tuple[Cell, ...]:
        above = graph.divisions.get(d.parent or "")
        return (
            LEVELS[d.kind],
            label_of(d) or None,
            d.title,
            above.title if above else None,
            len(graph.tasks_within(d)),
            d.summary,
            d.id,
            _url(graph, d, site),
        )

    fields = (
        Field("级别", 8),
        Field("原文编号", 12),
        Field("标题", 36),
        Field("上一级", 28),
        Field("任务条数", 10, "number"),
        Field("讲什么", 60),
        Field("编号", 24),
        Field("本站页面", 40, "link"),
    )
    return Sheet("章节", fields, tuple(map(row, own)))


def _until(graph: Graph, task: Task) -> str:
    """Say until when, from the years that the document states."""
    years = sorted({t.by for t in graph.back.targets.get(task.id, ()) if t.by is not None and t.by_basis in STATED})
    return "、".join(f"{year}年" for year in years) or UNSTATED


def _wanted(target: Target) -> str:
    return f"{target.metric}{' ' if target.value is not None else '：'}{value_of(target)}"


def _tasks(graph: Graph, plan: Plan, site: Site) -> Sheet:
    def row(t: Task) -> tuple[Cell, ...]:
        return (
            t.number,
            t.title,
            t.summary,
            t.meaning,
            _where(graph, t.division),
            _units(graph, t.leads) or UNSTATED,
            "牵头" if t.leads and lead_word(t) == "牵头" else "负责" if t.leads else None,
            _units(graph, t.participants),
            "；".join(map(_wanted, graph.back.targets.get(t.id, ()))) or None,
            _until(graph, t),
            _names(graph.topics.get(i) for i in t.topics),
            _names(graph.dataset.records.get("audience", {}).get(i) for i in t.audiences),
            _names(graph.places.get(i) for i in t.places),
            _names(p for p in graph.back.projects_of_plan.get(plan.id, ()) if p.id in t.projects or t.id in p.tasks),
            t.id,
            _url(graph, t, site),
        )

    fields = (
        Field("条号", 7, "number"),
        Field("标题", 32),
        Field("概括", 60),
        Field("对谁、有什么变化", 48),
        Field("写在哪里", 32),
        Field("牵头或负责单位", 24),
        Field("牵头还是负责", 10),
        Field("参加单位", 36),
        Field("目标", 40),
        Field("到何时", 12),
        Field("主题", 18),
        Field("人群", 18),
        Field("地方", 20),
        Field("项目", 36),
        Field("编号", 22),
        Field("本站页面", 40, "link"),
    )
    return Sheet("任务", fields, tuple(map(row, graph.back.tasks_of_plan.get(plan.id, ()))), frozen=2)


def _owner(graph: Graph, target: Target) -> str | None:
    found = graph.find(("task", "division", "indicator-row"), target.owner)
    return _names(found)


def _targets(graph: Graph, plan: Plan, site: Site) -> Sheet:
    def row(t: Target) -> tuple[Cell, ...]:
        base = t.base
        start = (base.value, base.year, base.text) if base else (None, None, None)
        basis = YEAR_BASES[t.by_basis] if t.by_basis else None
        more = (t.value, t.value_max, t.measure, QUANTITIES[t.quantity], t.by, basis, *start)
        return (t.metric, value_of(t) or None, *more, _owner(graph, t), t.id, _url(graph, t, site))

    fields = (
        Field("说的是什么", 28),
        Field("要做到", 24),
        Field("数字", 12, "number"),
        Field("范围上限", 12, "number"),
        Field("计量单位", 12),
        Field("数的性质", 10),
        Field("到哪一年", 10, "year"),
        Field("年份依据", 18),
        Field("起点数字", 12, "number"),
        Field("起点年份", 10, "year"),
        Field("起点原文", 16),
        Field("属于哪条任务或章节", 36),
        Field("编号", 28),
        Field("本站页面", 40, "link"),
    )
    own = [t for t in graph.targets.values() if t.plan == plan.id]
    return Sheet("目标", fields, tuple(map(row, own)), frozen=1)


def _figure(figure: Figure | None) -> tuple[Cell, ...]:
    return (figure.value, figure.year, figure.text) if figure else (None, None, None)


def _indicators(graph: Graph, plan: Plan, site: Site) -> Sheet:
    def row(i: Indicator) -> tuple[Cell, ...]:
        definition = graph.definitions.get(i.definition)
        measure = i.measure or (definition.measure if definition else None)
        figures = (*_figure(i.base), *_figure(i.target), *_figure(i.growth))
        providers = _names(graph.units.get(u) for u in i.providers)
        return (
            i.number,
            i.group,
            i.name,
            measure,
            *figures,
            i.attribute,
            providers,
            "；".join(i.notes) or None,
            i.id,
            _url(graph, i, site),
        )

    figures = tuple(
        field
        for word in ("基期", "目标", "增长率")
        for field in (Field(f"{word}数字", 12, "number"), Field(f"{word}年份", 10, "year"), Field(f"{word}原文", 16))
    )
    before = (Field("序号", 7, "number"), Field("分组", 14), Field("名称", 36), Field("计量单位", 12))
    after = (Field("属性", 10), Field("数据提供单位", 24), Field("说明", 40), Field("编号", 24), Field("本站页面", 40, "link"))
    return Sheet("指标", (*before, *figures, *after), tuple(map(row, graph.back.rows.get(plan.id, ()))), frozen=3)


def _projects(graph: Graph, plan: Plan, site: Site) -> Sheet:
    def row(p: Project) -> tuple[Cell, ...]:
        owners = _names(graph.units.get(u) for u in p.owners) or UNSTATED
        places = _names(graph.places.get(i) for i in p.places)
        tasks = _names(graph.back.tasks_by.get(("project", p.id), ()))
        box = graph.dataset.records.get("box", {}).get(p.box or "")
        more = (_where(graph, p.division), _names([box]), p.id, _url(graph, p, site))
        return (p.name, p.category, p.stage, p.scale, p.investment or UNSTATED, owners, places, tasks, *more)

    fields = (
        Field("名称", 40),
        Field("类别", 16),
        Field("原文的动词", 12),
        Field("规模", 32),
        Field("投资", 16),
        Field("谁负责", 24),
        Field("地方", 20),
        Field("写到它的任务", 36),
        Field("写在哪里", 32),
        Field("专栏", 24),
        Field("编号", 30),
        Field("本站页面", 40, "link"),
    )
    return Sheet("项目", fields, tuple(map(row, graph.back.projects_of_plan.get(plan.id, ()))), frozen=1)


def _unit_sheet(graph: Graph, plan: Plan, site: Site) -> Sheet:
    """Units that the plan names, with what it gives them."""

    def row(u: Unit) -> tuple[Cell, ...]:
        leads = [t for t in graph.back.leads.get(u.id, ()) if t.plan == plan.id]
        joins = [t for t in graph.back.participates.get(u.id, ()) if t.plan == plan.id]
        provides = [r for r in graph.back.provides.get(u.id, ()) if r.plan == plan.id]
        counts = (len(leads), len(joins), len(provides))
        return (u.name, UNIT_KINDS[u.kind], *counts, _names(leads), _names(joins), _names(provides), u.id, _url(graph, u, site))

    rows = [found for u in graph.units.values() if any((found := row(u))[2:5]) or _owns(graph, u, plan)]
    fields = (
        Field("名称", 24),
        Field("类别", 18),
        Field("牵头或负责几条", 10, "number"),
        Field("参加几条", 10, "number"),
        Field("提供几项指标", 10, "number"),
        Field("牵头或负责的任务", 60),
        Field("参加的任务", 60),
        Field("提供的指标", 36),
        Field("编号", 24),
        Field("本站页面", 40, "link"),
    )
    return Sheet("单位", fields, tuple(rows), frozen=1)


def _owns(graph: Graph, unit: Unit, plan: Plan) -> bool:
    return any(unit.id in project.owners for project in graph.back.projects_of_plan.get(plan.id, ()))


def _holds_here(graph: Graph, term: Term, plan: Plan) -> bool:
    """Whether an explanation is meant for this plan: for no other one, or for a place inside it."""
    places = (graph.find(("plan", "division", "task"), scope) for scope in term.scope)
    return not term.scope or any(found and plan.id in (found[0].id, getattr(found[0], "plan", "")) for found in places)


def _terms(graph: Graph, plan: Plan, site: Site, other: Iterable[Sheet]) -> Sheet:
    """Terms that the other sheets use."""
    text = "\n".join(cell for sheet in other for row in sheet.rows for cell in row if isinstance(cell, str))
    own = [t for t in graph.terms.values() if _holds_here(graph, t, plan) and any(word in text for word in (t.term, *t.aliases))]
    fields = (Field("名词", 24), Field("意思", 80), Field("依据", 12), Field("也写作", 24), Field("本站页面", 40, "link"))
    rows = tuple((t.term, t.explanation, TERM_BASES[t.basis], "、".join(t.aliases) or None, _url(graph, t, site)) for t in own)
    return Sheet("名词", fields, rows)


def _about(graph: Graph, plan: Plan, site: Site, tables: Iterable[Sheet]) -> Sheet:
    document = plan.documents[0]
    rows: list[tuple[Cell, ...]] = [
        ("文件", plan.title),
        ("类型", PLAN_KINDS[plan.kind]),
        ("地区", region_names(graph, plan)),
        ("规划期", years_of(plan)),
        ("发文机关", plan.issuer or UNSTATED),
        ("发文字号", plan.document_number or UNSTATED),
        ("索引号", plan.index_number or UNSTATED),
        ("成文日期", plan.dated or UNSTATED),
        ("发布日期", plan.published or UNSTATED),
        ("公文时效", plan.validity),
        ("官方网页", document.url or "地址还没有核对"),
        ("数据截止", site.as_of),
        ("本站页面", _url(graph, plan, site)),
        (
            "这是什么",
            f"{site.name}整理的通俗解读，不是政府文件。标题、名称、单位、数字和日期照原文，概括和说明是志愿编写的。以官方文件为准。",
        ),
        ("空着的格子", "原文没有写。本站不会用别的来源补上。"),
        ("许可", f"数据和解读文字：CC BY 4.0，转载请写明“{site.name}”和页面地址。官方文件是公文，不是本站的作品。"),
    ]
    rows += [(f"表：{sheet.name}", f"{len(sheet.rows)}行") for sheet in tables]
    return Sheet("说明", (Field("项目", 16), Field("内容", 90, "link")), tuple(rows), filtered=False)


def plan_sheets(graph: Graph, plan: Plan, site: Site) -> tuple[Sheet, ...]:
    """Return the sheets of a plan's workbook.

    Args:
        graph: The linked data.
        plan: The plan.
        site: The site's settings, for its name, address and the date of the data.
    """
    makers = (_divisions, _tasks, _targets, _indicators, _projects, _unit_sheet)
    tables = [maker(graph, plan, site) for maker in makers]
    tables.append(_terms(graph, plan, site, tables))
    return (_about(graph, plan, site, tables), *tables)
