"""Which fields of a record are compared, which belong together, and what readers call them."""

from __future__ import annotations

from functools import cache

from generator.model import RECORDS, Record
from generator.model.identity import HISTORY

COMPARED: tuple[str, ...] = tuple(kind for kind in RECORDS if kind not in {*HISTORY, "verification"})
"""Kinds that are compared. A verification is the result of a program's run; the page of coverage shows it."""
TOGETHER: dict[str, dict[str, tuple[str, ...]]] = {
    "target": {"value": ("operator", "quantity", "value", "value_max", "measure", "text"), "by": ("by", "by_basis", "horizon")},
    "result": {"value": ("operator", "quantity", "value", "measure", "text")},
}
"""Fields that make one statement: readers see 约6万峰, not an operator, a number and a measure."""
KEPT = ("background", "documents", "expected", "inferred", "source", "sources", "title_basis")
FOUND = ("members_complete", "order", "synonyms", "unless")
MINOR = frozenset((*KEPT, *FOUND))
"""Fields that change how the data is kept, found or ordered, not what pages say."""
NAMES = ("title", "name", "term", "metric")
"""The field that names a record: a change of it is a new name."""
WORDS: dict[str, str] = {
    "adopted": "通过情况",
    "aliases": "其他叫法",
    "attribute": "属性",
    "audiences": "影响的人群",
    "background": "没有列成任务的段落",
    "base": "起点",
    "basis": "依据",
    "box": "所在专栏",
    "by": "年份",
    "category": "类别",
    "code": "行政区划代码",
    "dated": "成文日期",
    "date": "日期",
    "definition": "所属指标",
    "delivered": "作报告的日期",
    "direction": "好坏方向",
    "division": "所在章节",
    "document_number": "发文字号",
    "documents": "依据的文件",
    "evidence": "依据",
    "expected": "原文里的数量",
    "explanation": "解释",
    "featured": "是否放在首页最前面",
    "group": "分组",
    "groups": "内容",
    "growth": "增长率",
    "highlights": "最值得知道的几件事",
    "id": "编号",
    "implements": "落实的文件",
    "index_number": "索引号",
    "indicators": "相关指标",
    "inferred": "编号是否推断",
    "investment": "投资",
    "issuer": "发文机关",
    "kind": "类型",
    "label": "原文的编号",
    "leads": "牵头单位",
    "level": "级别",
    "meaning": "对人的影响",
    "measure": "计量单位",
    "measures": "具体措施",
    "members": "包括的单位",
    "members_complete": "成员是否写全",
    "metric": "名称",
    "name": "名称",
    "note": "说明",
    "notes": "说明",
    "number": "原文的号",
    "order": "次序",
    "owner": "所属",
    "owners": "负责单位",
    "parent": "上一级",
    "participants": "参加单位",
    "period": "规划期",
    "place": "管的地方",
    "places": "地方",
    "plan": "所属规划",
    "projects": "点名的项目",
    "providers": "数据提供单位",
    "published": "发布日期",
    "quantity": "数的性质",
    "region": "所在地区",
    "regions": "地区",
    "related": "相关任务",
    "same_as": "别处的同一项目",
    "scale": "规模",
    "scope": "适用范围",
    "short_title": "短标题",
    "source": "原文位置",
    "sources": "原文位置",
    "stage": "建设阶段",
    "status": "进度",
    "subject": "对象",
    "subjects": "有关的记录",
    "summary": "概括",
    "synonyms": "搜索用的词",
    "target": "目标",
    "tasks": "写到它的任务",
    "term": "名称",
    "text": "内容",
    "title": "标题",
    "title_basis": "标题的来历",
    "topic": "主题",
    "topics": "主题",
    "unless": "不算它的词",
    "validity": "公文时效",
    "value": "数值",
    "year": "年份",
}
"""Field → what sentences call it."""


@cache
def fields_of(kind: str) -> dict[str, tuple[str, ...]]:
    """Return what is compared of a kind: the name of each statement and the model's fields that make it.

    Ids of nested records are left out (a target is compared as a target, not as an entry of its task's list), and fields that follow
    from the id.
    """
    model: type[Record] = RECORDS[kind]
    together = TOGETHER.get(kind, {})
    joined = {member for members in together.values() for member in members}
    out: dict[str, tuple[str, ...]] = {}
    for name, field in model.model_fields.items():
        if name == "id" or name in model.NESTED:
            continue
        if name in joined:
            group = next(group for group, members in together.items() if name in members)
            out[group] = together[group]
        else:
            out[field.alias or name] = (name,)
    return out
