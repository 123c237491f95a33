"""Pydantic's findings in the words of an editor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from generator.language.catalogue import TAG
from generator.model.task import UPDATE_STATUSES
from generator.text.nearest import proposal

TYPE_WORDS = {
    "string_type": "应该是文字；如果写的是数字或 true/false，请加上引号",
    "int_type": "应该是整数，例如 21",
    "int_from_float": "应该是整数",
    "float_type": "应该是数字，例如 6.5",
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
    "^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$": "应该是小写的 UUID，例如 6f0f0a52-3c8b-4b9e-9d0e-5b1f7c2a9d41",
    TAG: "应该是语言的代号，例如 en、mn、mn-Mong、zh-Hant-HK",
}
MEANT = {word: status for status, word in UPDATE_STATUSES.items()} | {
    "等于": "=", "达到": "=", "约": "~", "左右": "~", "大约": "~", "以上": ">=", "不低于": ">=", "不少于": ">=", "≥": ">=",
    "以内": "<=", "不超过": "<=", "≤": "<=", "大于": ">", "超过": ">", "小于": "<", "保持": "keep",
    "完成": "done", "在建": "under-way", "停止": "stopped",
    "政府": "government", "部门": "government", "企业": "enterprise", "党委": "party",
}  # fmt: skip
"""What people write in the place of a code."""
_WIDE_QUOTED = re.compile("^[“”‘’](.*?)[“”‘’]$")
_DAY = re.compile(r"^(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?$")
_NUMBER = re.compile(r"^(-?\d+(?:\.\d+)?)\s*(\D*)$")
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


def _bound(name: str, kind: str, context: Mapping[str, Any]) -> str:
    if name in {"year", "by"}:
        return f"“{name}”应该是四位数的年份，例如 2025"
    if kind == "greater_than_equal":
        return f"“{name}”不能小于 {context.get('ge')}"
    return f"“{name}”不能大于 {context.get('le')}"


def _choice(name: str, value: object, context: Mapping[str, Any]) -> str:
    """Say what may stand here, and which of it was meant."""
    allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    choices = allowed.split(", ")
    said = f"“{name}”不能是“{_shown(value)}”，只能是：{allowed}"
    quoted = _WIDE_QUOTED.match(str(value))
    if quoted and quoted[1] in choices:
        return f'{said}；请把中文引号改成半角引号，写成 "{quoted[1]}"'
    meant = MEANT.get(str(value))
    return f"{said}；是不是“{meant}”？" if meant in choices else said + proposal(str(value), choices)


def _number(name: str, value: object) -> str:
    """Say how to write a number, of a text that was written in its place."""
    text = unicodedata.normalize("NFKC", str(value)).strip() if isinstance(value, str) else ""
    plain = _NUMBER.match(text)
    counted = name in {"value", "value_max"}
    said = f"“{name}”应该是{'数字' if counted else '整数'}"
    if plain is None:
        return f"{said}，请用阿拉伯数字写，例如 {'6.5' if counted else '21'}，不加引号"
    if not plain[2]:
        return f"{said}，写成 {plain[1]}（半角，不加引号）"
    return f"{said}，只写 {plain[1]}，" + ("单位写在 measure 里" if counted else f"不要写“{plain[2]}”")


def _day(name: str, value: object) -> str:
    parts = _DAY.match(unicodedata.normalize("NFKC", str(value)).strip())
    if parts is None:
        return f"“{name}”{TYPE_WORDS['date_parsing']}"
    return f"“{name}”日期写法不对，请写成 {parts[1]}-{int(parts[2]):02}-{int(parts[3]):02}"


def _unknown(name: str, fields: list[str]) -> str:
    """Say that there is no such field, and which of the known ones was meant, or all of them."""
    if name.isdigit():
        return f"“{name}”不是字段：数字里不要用逗号（1,000 写成 1000），文字里有逗号的请加引号"
    before, wide, _ = name.partition("：")
    if wide and before in fields:
        return f"“{before}”后面是全角冒号“：”，请改成半角冒号加空格“: ”"
    return f"没有“{_shown(name)}”这个字段" + (proposal(name, fields) or f"；这里可以写的有：{'、'.join(fields)}")


def describe(error: ErrorDetails, fields: list[str]) -> str:
    """Say in Chinese what is wrong and what to do.

    Args:
        error: One entry of ``ValidationError.errors()``.
        fields: Names that the surrounding record knows, for proposals.
    """
    kind, context, value = error["type"], error.get("ctx", {}), error.get("input")
    name = next((str(part) for part in reversed(error["loc"]) if isinstance(part, str) and part not in {"int", "float"}), "")
    if kind == "missing":
        return f"缺少必填的字段“{name}”，请补上"
    if kind == "extra_forbidden" and name in fields:
        return f"“{name}”应该是列表，例如 [甲, 乙]"
    if kind == "extra_forbidden":
        return _unknown(name, fields)
    if kind in {"literal_error", "enum"}:
        return _choice(name, value, context)
    if kind in {"int_type", "float_type"} and isinstance(value, str):
        return _number(name, value)
    if kind == "date_parsing":
        return _day(name, value)
    if kind == "string_pattern_mismatch":
        return _pattern(context, value)
    if kind in {"string_too_short", "string_too_long", "too_short"}:
        return f"“{name}”{_length(kind, context)}"
    if kind in {"greater_than_equal", "less_than_equal"}:
        return _bound(name, kind, context)
    if kind in TYPE_WORDS:
        return f"“{name}”{TYPE_WORDS[kind]}" if name else TYPE_WORDS[kind]
    message = error["msg"]
    return message if any("\u4e00" <= c <= "\u9fff" for c in message) else f"“{name}”的值“{_shown(value)}”不对"
