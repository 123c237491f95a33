"""Collecting every text of the interface from the sources: Python, page templates, the theme, scripts."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from babel.messages.extract import extract
from jinja2.ext import babel_extract

from generator.language.po import OWN_NAME

KEYWORDS: Final[Mapping[str, Any]] = {
    "tr": None,
    "trn": (1, 1),
    "trc": ((1, "c"), 2),
    "mark": None,
    "markc": ((1, "c"), 2),
    "sentence": None,
}
"""The functions that say a text, and which of their arguments it is (the keyword specifications of xgettext and Babel)."""

_THEME_TEXT = re.compile(r'texts\["([^"]+)"\]')


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the interface."""

    message: str
    context: str = ""
    counts: bool = False
    """Whether it has a number, by which languages choose a plural."""
    file: str = ""


IN_SCRIPTS: Final = {name: which for name, which in KEYWORDS.items() if name != "sentence"}
"""Scripts have a function of their own with that name."""


def _found(
    method: str | Callable[..., Any], content: str, options: dict[str, Any], keywords: Mapping[str, Any] = KEYWORDS
) -> Iterator[Text]:
    for _, message, _, context in extract(method, io.BytesIO(content.encode("utf-8")), keywords=keywords, options=options):
        one = message if isinstance(message, str) else message[0]
        yield Text(one, context or "", not isinstance(message, str))


def _in_python(content: str) -> Iterator[Text]:
    """Yield the texts of a module by its syntax tree: Babel's own reader passes over what is said inside what is said."""
    calls = [node for node in ast.walk(ast.parse(content)) if isinstance(node, ast.Call) and _name(node) in KEYWORDS]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        said = [part.value for part in call.args[:2] if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        match _name(call), said:
            case "trc" | "markc", [context, message]:
                yield Text(message, context)
            case "tr" | "trn" | "mark" | "sentence", [message, *_]:
                yield Text(message, counts=_name(call) == "trn")


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def theme_texts(content: str) -> list[str]:
    """Return the texts of a theme template: it looks them up, since engines differ in what a template may call."""
    return _THEME_TEXT.findall(content)


def script_texts(content: str) -> list[Text]:
    """Return the texts of a script."""
    return list(_found("javascript", content, {"encoding": "utf-8", "parse_template_string": True}, IN_SCRIPTS))


def texts_of(name: str, content: str) -> list[Text]:
    """Return the texts of one source file.

    Args:
        name: The file's name below the project; its ending says what it is.
        content: Its text.
    """
    match PurePosixPath(name).suffix:
        case ".py":
            return list(_in_python(content))
        case ".js":
            return script_texts(content)
        case ".j2":
            return list(_found(babel_extract, content, {"encoding": "utf-8", "trim_blocks": "true", "lstrip_blocks": "true"}))
        case ".html":
            return [*(Text(message) for message in theme_texts(content)), *_in_scripts(content)]
        case _:
            return []


def _in_scripts(content: str) -> Iterator[Text]:
    for script in re.findall(r"<script>(.*?)</script>", content, re.DOTALL):
        yield from script_texts(script)


def collect(files: Iterable[tuple[str, str]]) -> list[tuple[Text, tuple[str, ...]]]:
    """Return every text once, with the files that say it, in the order of the files.

    Args:
        files: Name and content of each source.
    """
    found: dict[tuple[str, str], list[Text]] = {OWN_NAME[::-1]: [Text(OWN_NAME[1], OWN_NAME[0])]}
    for name, content in files:
        for text in texts_of(name, content):
            found.setdefault((text.message, text.context), []).append(Text(text.message, text.context, text.counts, name))
    return [
        (Text(message, context, any(t.counts for t in said)), tuple(dict.fromkeys(t.file for t in said if t.file)))
        for (message, context), said in found.items()
    ]
