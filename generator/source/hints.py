"""What people really did wrong when YAML cannot be read, said in their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from generator.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from generator.source.load import Source

_WIDE_COLON = re.compile(r"^\s*(?:-\s+)*([A-Za-z_\u4e00-\u9fff]{1,12})\s*：")
_TEXT_ITEM = re.compile(r"^\s*-\s+[\u4e00-\u9fff]")
_TAB = re.compile(r"^ *\t")
LOOK_BACK = 3
"""The parser complains on the line after a full-width colon, sometimes after a blank line or two."""

_PROBLEMS = {
    "mapping values are not allowed": "这一行里冒号多了；值里有半角冒号时请加引号，也请检查上一行",
    "could not find expected ':'": "这里缺少半角冒号“: ”",
    "did not find expected key": "缩进不对，或上一行的引号、括号没有配对",
    "did not find expected '-' indicator": "列表的缩进不一致，每一项的“-”要对齐",
    "did not find expected ',' or ']'": "方括号里的各项要用半角逗号隔开，末尾要有“]”",
    "did not find expected ',' or '}'": "花括号里的各项要用半角逗号隔开，末尾要有“}”",
    "did not find expected node content": "这里还没有写完：括号没有配对，或逗号前后缺少内容",
    "found unexpected end of stream": "引号没有配对",
    "found unexpected document indicator": "文字里单独出现了“---”或“...”",
    "found character that cannot start any token": "这里的符号不能开头，请给这个值加上引号",
    "found unknown escape character": "双引号里的反斜杠要写成“\\\\”，或改用单引号",
    "control characters are not allowed": "有看不见的控制字符，请删去这一行重新输入",
    "special characters are not allowed": "有看不见的控制字符，请删去这一行重新输入",
    "block sequence entries are not allowed": "这里不能出现“-”；值以“-”开头时请加引号",
    "did not find expected alphabetic or numeric character": "以“*”“&”开头的文字请加上引号",
    "did not find expected whitespace or line break": "以“!”“*”“&”开头的文字请加上引号",
    "found undefined tag handle": "以“!”开头的文字请加上引号",
}


def _mark(error: Exception) -> yaml.error.Mark | None:
    mark: yaml.error.Mark | None = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark


def problem(error: Exception, text: str, file: str, rule: str) -> Diagnostic:
    """Turn a parser's error into a diagnostic that names the real mistake and its line."""
    lines = text.split("\n")
    mark = _mark(error)
    if mark is None:
        position = getattr(error, "position", None)
        line = text.encode("utf-8")[:position].count(b"\n") if isinstance(position, int) else 0
        return Diagnostic(Span(file, line + 1), rule, "有不允许的字符，请删去这一行重新输入")
    for number in range(min(mark.line, len(lines) - 1), max(-1, mark.line - LOOK_BACK - 1), -1):
        wide = _WIDE_COLON.match(lines[number])
        if wide and not _TEXT_ITEM.match(lines[number]):
            column = lines[number].index("：") + 1
            return Diagnostic(Span(file, number + 1, column), rule, f"“{wide[1]}”后面是全角冒号“：”，请改成半角冒号加空格“: ”")
        if _TAB.match(lines[number]):
            return Diagnostic(Span(file, number + 1, 1), rule, "行首有制表符（Tab），请改用空格缩进")
    said = str(getattr(error, "problem", "") or error)
    message = next((chinese for english, chinese in _PROBLEMS.items() if english in said), f"YAML 格式有误（{said[:80]}）")
    if "unexpected end of stream" in said and getattr(error, "context_mark", None) is not None:
        mark = getattr(error, "context_mark", mark)  # where the quote opens
    line = min(mark.line, max(len(lines) - 1, 0))
    return Diagnostic(Span(file, line + 1, mark.column + 1 if line == mark.line else 1), rule, message)


def hint(source: Source, rule: str) -> list[Diagnostic]:
    """Find what parses but cannot be meant: ``标题：值`` read as one plain string in place of a field."""
    found = []
    for path, span in source.positions.items():
        value: Any = source.value
        for step in path:
            value = value[step]
        if isinstance(value, str) and path and isinstance(path[-1], int):
            wide = re.match(r"^([a-z_]+)：", value)
            if wide:
                message = f"“{wide[1]}”后面是全角冒号“：”，请改成半角冒号加空格“: ”"
                found.append(Diagnostic(span, rule, message))
    return found
