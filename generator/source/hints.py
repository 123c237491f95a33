"""What people really did wrong when YAML cannot be read, said in their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import yaml

from generator.diagnostics import Diagnostic, Span
from generator.source.slips import slip

if TYPE_CHECKING:
    from generator.source.load import Source

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


_BRACKETS = {"or ']'": "[]", "or '}'": "{}"}
"""How the parser says which bracket it misses → both."""
_BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line for the parser; a lone carriage return too."""
_COMMENT = re.compile(r"\s+#(?=[\u4e00-\u9fff])")


def _mark(error: Exception) -> yaml.error.Mark | None:
    mark: yaml.error.Mark | None = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark


def problem(error: Exception, text: str, file: str, rule: str) -> Diagnostic:
    """Turn a parser's error into a diagnostic that names the real mistake and its line."""
    lines = _BREAK.split(text)
    mark = _mark(error)
    if mark is None:
        position = getattr(error, "position", None)
        line = text.encode("utf-8")[:position].count(b"\n") if isinstance(position, int) else 0
        return Diagnostic(Span(file, line + 1), rule, "有不允许的字符，请删去这一行重新输入")
    found = slip(lines, mark.line)
    if found:
        return Diagnostic(Span(file, found[0] + 1, found[1] + 1), rule, found[2])
    said = str(getattr(error, "problem", "") or error)
    message = next((chinese for english, chinese in _PROBLEMS.items() if english in said), f"YAML 格式有误（{said[:80]}）")
    opening = getattr(error, "context_mark", None)
    bracket = next((pair for end, pair in _BRACKETS.items() if end in said), None)
    if opening is not None and ("unexpected end of stream" in said or (bracket and opening.line < mark.line)):
        mark = opening  # where the quote or the bracket opens
        message = message if bracket is None else f"这里的“{bracket[0]}”没有配对：末尾要有“{bracket[1]}”，各项用半角逗号隔开"
    line = min(mark.line, max(len(lines) - 1, 0))
    return Diagnostic(Span(file, line + 1, mark.column + 1 if line == mark.line else 1), rule, message)


def _value_at(source: Source, path: tuple[str | int, ...]) -> object:
    value: Any = source.value
    for step in path:
        value = value[step]
    return value


def _cut_off(source: Source, lines: list[str], rule: str) -> Iterator[Diagnostic]:
    """Find text behind a ``#`` that stands in the middle of a value: the parser takes it for a comment and drops it."""
    for path, span in source.positions.items():
        value = _value_at(source, path)
        if not isinstance(value, str) or span.line > len(lines):
            continue
        rest = lines[span.line - 1][span.column - 1 :]
        comment = _COMMENT.match(rest, len(value)) if value and rest.startswith(value) else None
        if comment:
            message = "“#”后面的文字会被当成注释丢掉；是正文的话，请给整个值加上半角引号"
            yield Diagnostic(Span(span.file, span.line, span.column + comment.end() - 1), rule, message)


def hint(source: Source, text: str, rule: str) -> list[Diagnostic]:
    """Find what parses but cannot be meant: ``标题：值`` read as one plain string in place of a field, text lost as a comment."""
    found = list(_cut_off(source, _BREAK.split(text), rule)) if "#" in text else []
    for path, span in source.positions.items():
        value = _value_at(source, path)
        if isinstance(value, str) and path and isinstance(path[-1], int):
            wide = re.match(r"^([a-z_]+)：", value)
            if wide:
                message = f"“{wide[1]}”后面是全角冒号“：”，请改成半角冒号加空格“: ”"
                found.append(Diagnostic(span, rule, message))
    return found
