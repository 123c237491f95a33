"""Differences between data and document in the words of editors."""

from __future__ import annotations

from typing import Any, Final

from generator.importing.yaml_out import Value, scalar
from generator.model.identity import KINDS
from generator.text.numbers import with_measure

FIELDS: Final = {
    "title": "标题", "title_basis": "标题的来历", "short_title": "短标题", "label": "编号",
    "number": "序号", "order": "次序", "source": "原文位置", "leads": "牵头单位",
    "participants": "参加单位", "places": "地方", "projects": "项目", "metric": "指标",
    "operator": "比较符号", "quantity": "数的性质", "value": "数字", "value_max": "上限",
    "measure": "计量单位", "by": "年份", "by_basis": "年份的依据", "horizon": "期限",
    "text": "文字", "base": "基期数", "target": "目标数", "growth": "增长率",
    "year": "年份", "name": "名称", "group": "分组", "attribute": "属性",
    "providers": "数据提供单位", "definition": "指标定义", "category": "类别", "groups": "内容",
    "documents": "文件", "expected": "应有的数量", "issuer": "发文机关", "document_number": "发文字号",
    "index_number": "索引号", "dated": "成文日期", "published": "发布日期", "validity": "公文时效",
    "adopted": "通过", "delivered": "作报告的日期", "implements": "落实的文件", "aliases": "别名",
    "inferred": "是否推断", "division": "所在章节", "box": "专栏", "kind": "类型",
    "period": "规划期", "regions": "地区",
}  # fmt: skip
_SHOWN: Final = 60


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def shown(field: str, value: Value, names: dict[str, str]) -> str:
    """Write a field's value for a person: units by name, figures with their measure."""
    if value is None or value == []:
        return "（没有）"
    if isinstance(value, list):
        return _shown("、".join(shown(field, entry, names) for entry in value))
    if isinstance(value, dict):
        if "unit" in value:
            return names.get(str(value["unit"]), str(value["unit"]))
        if "starts" in value:
            return f"“{value['starts']}”" + (f"第{value['nth']}处" if "nth" in value else "")
        if "text" in value and "operator" in value:
            return str(value["text"])
        return _shown("，".join(f"{key} {shown(key, inner, names)}" for key, inner in value.items()))
    if isinstance(value, float):
        return with_measure(value, None)
    return _shown(names.get(value, value) if isinstance(value, str) else scalar(value))


def called(kind: str, record: dict[str, Any], plan: str) -> str:
    """Name a record: ``任务 021``, ``任务 021 的目标“骆驼总量”``."""
    identifier = str(record.get("id", ""))
    word = KINDS.get(kind, kind)
    if kind in ("target", "result"):
        owner = identifier.rsplit("-", 1)[0].removeprefix(plan + "-")
        return f"{owner} 的{word}“{_shown(str(record.get('metric', identifier)))}”"
    if kind == "plan":
        return "规划"
    if kind in ("project", "box", "indicator-row"):
        return f"{word}“{_shown(str(record.get('name') or record.get('title') or identifier))}”"
    return f"{word} {identifier.removeprefix(plan + '-')}"


def difference(kind: str, record: dict[str, Any], plan: str, field: str, old: Value, new: Value, names: dict[str, str]) -> str:
    """Say what changed: ``任务 021 的牵头单位：甲 → 乙``."""
    return f"{called(kind, record, plan)} 的{FIELDS.get(field, field)}：{shown(field, old, names)} → {shown(field, new, names)}"
