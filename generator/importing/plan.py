"""What a document says about itself, as ``plan.yml``: only what it states, and guesses marked as such."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from generator.documents import Document
from generator.documents.facts.tense import plan_years
from generator.importing.desk import Desk, PlanKind
from generator.importing.text import TO_WRITE, one_line
from generator.importing.yaml_out import Guess, Tree
from generator.text.dates import find_dates, to_iso

_ISSUED: Final = re.compile(r"关于(?:印发|批转|转发|发布|公布|下发|批准)\s*[《〈](?P<title>.+)[》〉]\s*的(?:通知|公告|批复|决定)")
_INNER: Final = re.compile(r"[《〈](?P<title>[^《》〈〉]*(?:规划|纲要|报告|意见|计划|方案|决定)[^《》〈〉]*)[》〉]")
_NUMBERED: Final = re.compile(r"第十(?P<a>[一二三四五六])个五年|[“\"]?十(?P<b>[一二三四五六])五[”\"]?")
_SPAN: Final = re.compile(r"(?P<start>20\d\d)\s*年?\s*(?:[-—–~～至]{1,2}|到)\s*(?P<end>20\d\d)")
_YEAR: Final = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*年")
_ADOPTED: Final = re.compile(
    r"(?P<body>[^\s，。；：,;:()（）《》年月日]{0,30}?第?[^\s，。；：,;:()（）《》]{0,24}?(?:代表大会|常务委员会|常务会议|常委会|全体会议|办公会议)[^\s，。；：,;:()（）《》]{0,16}?(?:会议)?)(?:审议)?(?:研究)?(?:批准|通过|审定)"
)
_DELIVERED: Final = re.compile(r"会议上|大会上")


def kind_from(title: str) -> PlanKind:
    """Guess what kind of document a title names."""
    if re.search(r"工作报告", title):
        return "report"
    if re.search(r"分工|分解|任务清单|工作要点|行动计划|实施方案|工作方案|重点任务|责任清单", title):
        return "scheme"
    return "outline"


def period_from(title: str, kind: PlanKind) -> tuple[int, int] | None:
    """Read from a title which years a plan covers."""
    if span := _SPAN.search(title):
        start, end = int(span["start"]), int(span["end"])
        return (start, end) if start <= end else None
    years = [int(found["year"]) for found in _YEAR.finditer(title)]
    if kind != "report" and (found := _NUMBERED.search(title)):
        try:
            return plan_years("十" + (found["a"] or found["b"]))
        except KeyError:
            return None
    near = [year for year in years if year < 2035]
    return (near[0], near[0]) if near else None


def titles_of(document: Document) -> tuple[str, str]:
    """Return the document's title and that of the plan in it (a notice prints both)."""
    whole = one_line(document.metadata.title)
    if not whole:
        first = next((b for b in document.blocks if b.words and b.kind not in ("furniture", "metadata", "contents")), None)
        whole = one_line(first.words, 80) if first else ""
    issued = _ISSUED.search(whole)
    inner = issued["title"].replace("〈", "《").replace("〉", "》") if issued else whole
    return whole, one_line(inner)


def _validity(printed: str) -> str:
    return next((word for word in ("废止", "失效") if word in printed), "有效" if "有效" in printed and "无效" not in printed else "未注明")


def _short_title(desk: Desk, title: str) -> str:
    region = desk.registry.region_name
    start, end = desk.period
    numbered = {2016: "“十三五”", 2021: "“十四五”", 2026: "“十五五”", 2031: "“十六五”"}.get(start, f"{start}—{end}年")
    if desk.kind == "report":
        return f"{region}{start}年政府工作报告"
    if desk.kind == "scheme" and not re.search(r"规划|纲要", title):
        return one_line(title, 30)
    return f"{region}{numbered}规划" + ("分工方案" if desk.kind == "scheme" else "")


def _front(document: Document) -> str:
    kinds = ("title", "metadata", "notice", "signature")
    return "\n".join(block.text for block in document.blocks if block.kind in kinds)[:6000]


def _adopted(document: Document) -> Tree | None:
    front = "".join(_front(document).split())
    found = _ADOPTED.search(re.sub(r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", "，", front))
    if found is None:
        return None
    body = re.sub(r"^.*?(?:已经|业经|经)", "", one_line(found["body"]))
    near = front.find(found["body"])
    dates = find_dates(front[max(0, near - 16) : near]) if near > 0 else ()
    return {"body": body} | ({"date": dates[-1].iso} if dates else {}) if len(body) > 4 else None


def _delivered(document: Document) -> str | None:
    front = "".join(_front(document).split())
    found = _DELIVERED.search(front)
    return to_iso(front[max(0, found.start() - 80) : found.start()]) if found else None


def plan_tree(desk: Desk, expected: Tree) -> Tree:
    """Make ``plan.yml``."""
    document, request, said = desk.document, desk.request, desk.document.metadata
    whole, title = titles_of(document)
    tree: Tree = {
        "id": desk.plan,
        "title": title or TO_WRITE,
        "short_title": Guess(_short_title(desk, title) or TO_WRITE, "短标题是按标题拟的"),
    }
    tree["kind"] = desk.kind if request.kind else Guess(desk.kind, "类型按标题推测")
    start, end = desk.period
    period = {"start": start, "end": end}
    tree |= {"regions": [request.region], "period": period if request.period else Guess(period, "规划期按标题推测"), "summary": TO_WRITE}
    stated = {"issuer": said.issuer, "document_number": said.document_number, "index_number": said.index_number, "category": said.category}
    tree |= {field: words for field, value in stated.items() if (words := one_line(value))}
    tree |= {"dated": said.dated} if said.dated else {}
    tree |= {"published": said.published} if said.published else {}
    tree |= {"adopted": Guess(adopted, "请和原文对照")} if (adopted := _adopted(document)) else {}
    tree |= {"delivered": Guess(delivered, "请和原文对照")} if desk.kind == "report" and (delivered := _delivered(document)) else {}
    tree["validity"] = _validity(said.validity)
    aliases = [words for value in (said.document_number, said.index_number) if (words := one_line(value))]
    tree |= {"aliases": aliases} if aliases else {}
    inner = _INNER.search(title) if desk.kind == "scheme" else None
    tree |= {"implements": {"title": one_line(inner["title"])}} if inner and inner["title"] != title else {}
    record: Tree = {"id": "main", "title": whole or TO_WRITE, "publisher": _publisher(desk), "sha256": request.sha256}
    record["verified"] = Guess(_day(request.today), "这是导入的日期，核对完请改成核对的日期")
    return tree | {"documents": [record], "expected": expected}


def _publisher(desk: Desk) -> object:
    issuer = one_line(desk.document.metadata.issuer)
    return Guess(issuer, "按发文机关填写，请改成发布的网站") if issuer else TO_WRITE


def _day(day: date) -> str:
    return day.isoformat()
