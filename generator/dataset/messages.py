"""Pydantic's findings in the words of an editor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from generator.text.nearest import proposal

TYPE_WORDS = {
    "string_type": "应该是文字；如果写的是数字或 true/false，请加上引号",
    "int_type": "应该是整数，不要加引号",
    "int_from_float": "应该是整数",
    "float_type": "应该是数字，不要加引号",
    "bool_type": "应该是 true 或 false",
    "tuple_type": "应该是列表，例如 [甲, 乙]",
    "list_type": "应该是列表，例如 [甲, 乙]",
    "model_type": "应该是一组“字段: 值”",
    "model_attributes_type": "应该是一组“字段: 值”",
    "dict_type": "应该是一组“字段: 值”",
    "date_type": "应该是日期，写成 2023-06-28",
    "date_parsing": "日期写法不对，应写成 2023-06-28",
    "date_from_datetime_parsing": "日期写法不对，应写成 2023-06-28",
    "date_from_datetime_inexact": "应该只写日期，例如 2023-06-28",
    "finite_number": "不是可以使用的数字",
}
PATTERNS = {
    "^[a-z0-9]+(?:-[a-z0-9]+)*$": "编号只能用小写字母、数字和连字符，例如 alxa-right-145-021",
    "^[0-9a-f]{64}$": "应该是 64 位的 SHA-256",
    "^[0-9]{6}$": "应该是加引号的六位数字",
}
SHOWN = 40


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _pattern(context: Mapping[str, Any], value: object) -> str:
    pattern = str(context.get("pattern", ""))
    if pattern.startswith(("^https?", "^(?:https?")):
        return f"“{_shown(value)}”不是网址，应以 http:// 或 https:// 开头"
    return f"“{_shown(value)}”写法不对：" + PATTERNS.get(pattern, "含有不允许的字符")


def _length(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "string_too_short":
        return "不能是空的"
    if kind == "string_too_long":
        return f"太长，最多 {context.get('max_length')} 个字"
    return f"至少要有 {context.get('min_length')} 项"


def _bound(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "greater_than_equal":
        return f"不能小于 {context.get('ge')}"
    return f"不能大于 {context.get('le')}"


def describe(error: ErrorDetails, fields: list[str]) -> str:
    """Say in Chinese what is wrong and what to do.

    Args:
        error: One entry of ``ValidationError.errors()``.
        fields: Names that the surrounding record knows, for proposals.
    """
    kind, context, value = error["type"], error.get("ctx", {}), error.get("input")
    name = next((str(part) for part in reversed(error["loc"]) if isinstance(part, str) and part not in {"int", "float"}), "")
    if kind == "missing":
        return f"缺少必填的字段“{name}”"
    if kind == "extra_forbidden" and name in fields:
        return f"“{name}”应该是列表，例如 [甲, 乙]"
    if kind == "extra_forbidden":
        return f"没有“{name}”这个字段{proposal(name, fields)}"
    if kind in {"literal_error", "enum"}:
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return f"“{name}”不能是“{_shown(value)}”，只能是：{allowed}{proposal(str(value), allowed.split(', '))}"
    if kind == "string_pattern_mismatch":
        return _pattern(context, value)
    if kind in {"string_too_short", "string_too_long", "too_short"}:
        return f"“{name}”{_length(kind, context)}"
    if kind in {"greater_than_equal", "less_than_equal"}:
        return f"“{name}”{_bound(kind, context)}"
    if kind in TYPE_WORDS:
        return f"“{name}”{TYPE_WORDS[kind]}" if name else TYPE_WORDS[kind]
    message = error["msg"]
    return message if any("\u4e00" <= c <= "\u9fff" for c in message) else f"“{name}”的值“{_shown(value)}”不对"
