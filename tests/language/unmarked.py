"""Finding Chinese in the sources that a page may show and that no catalogue knows: it would stay Chinese in every language.

``python -m tests.language.unmarked FILE …`` lists it.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.jslexer import tokenize
from jinja2 import Environment, nodes

from generator.language.collect import KEYWORDS, theme_texts

HAN = re.compile(r"[\u3400-\u9fff\u3001-\u3011\uff01-\uff5e]")
READERS = {
    *("compile", "match", "search", "fullmatch", "findall", "finditer", "sub", "startswith", "endswith", "removeprefix", "removesuffix"),
    *("split", "rsplit", "partition", "rpartition", "replace", "strip", "rstrip", "lstrip", "count", "index", "find", "translate"),
}
"""Functions that read Chinese: their arguments are looked for in the data, never shown."""


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A Chinese text that no catalogue knows."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


class _Python(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name in KEYWORDS:
            first = 1 if name in {"trc", "markc"} else 0
            # What is said must be written out, or the collector cannot read it; what is put in may hold texts of its own.
            if name != "mark" and isinstance(node.args[first], ast.JoinedStr | ast.BinOp):
                self.found.append((node.lineno, ast.unparse(node)))
            for argument in (*node.args[first + 1 :], *(k.value for k in node.keywords)):
                self.visit(argument)
        elif name not in READERS:
            self.generic_visit(node)
        else:
            self.visit(node.func)

    def visit_Compare(self, node: ast.Compare) -> None:
        for part in (node.left, *node.comparators):
            if not isinstance(part, ast.Constant):
                self.visit(part)

    def visit_MatchValue(self, node: ast.MatchValue) -> None:
        """A case is compared, not shown."""

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and HAN.search(node.value):
            self.found.append((node.lineno, node.value))


def _python(text: str) -> Iterator[tuple[int, str]]:
    visitor = _Python()
    visitor.visit(ast.parse(text))
    yield from visitor.found


def _template(text: str) -> Iterator[tuple[int, str]]:
    tree = Environment(extensions=[], autoescape=True).parse(text)
    for data in tree.find_all(nodes.TemplateData):
        plain = re.sub(r"(?s)<script>.*?</script>", "", data.data)
        if HAN.search(plain):
            yield data.lineno, data.data.strip()
    said = {
        id(argument)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in KEYWORDS
        for argument in call.args
    }
    said |= {id(item.arg) for item in tree.find_all(nodes.Getitem) if isinstance(item.node, nodes.Getattr) and item.node.attr == "texts"}
    for constant in tree.find_all(nodes.Const):
        if isinstance(constant.value, str) and HAN.search(constant.value) and id(constant) not in said:
            yield constant.lineno, constant.value


SCRIPT_READERS = {"kindMark", "split", "includes", "replace"}
"""What a script reads Chinese with: kinds of results and joined lists are data."""


def _inner(template: str) -> tuple[str, list[str]]:
    """Return the text of a template literal without its expressions, and the expressions."""
    plain, inside, depth = "", [""], 0
    for at, character in enumerate(template):
        if depth == 0 and template.startswith("${", at):
            depth, inside = 1, [*inside, ""]
        elif depth == 0:
            plain += character
        else:
            depth += {"{": int(template[at - 1] != "$" or depth > 1), "}": -1}.get(character, 0)
            inside[-1] += character if depth else ""
    return plain, [part.lstrip("{") for part in inside if part]


def _script(text: str, line: int = 1) -> Iterator[tuple[int, str]]:
    """Texts of a script that do not follow ``tr(`` and its like. A regular expression reads, it shows nothing."""
    before: list[str] = []
    for token in tokenize(text, jsx=False):
        if token.type in ("linecomment", "multilinecomment"):
            continue
        said = token.value
        if token.type == "template_string":
            said, expressions = _inner(token.value)
            for expression in expressions:
                yield from _script(expression, line + token.lineno - 1)
        if token.type in ("string", "template_string") and HAN.search(said) and not _is_read(before):
            yield line + token.lineno - 1, token.value
        before = [*before[-8:], token.value]


def _is_read(before: list[str]) -> bool:
    """Say whether a text stands where the collector finds it, or where it is compared."""
    called = before[-2].rsplit(".", 1)[-1] if before[-1:] == ["("] and len(before) > 1 else ""
    second = before[-1:] == [","] and before[-3:-2] == ["("] and before[-4:-3] and before[-4].rsplit(".", 1)[-1] in {"trc", "markc"}
    compared = before[-2:] in (["==", "="], ["!=", "="])  # the lexer's way of seeing === and !==
    return bool(called in {*KEYWORDS, *SCRIPT_READERS} or second or compared)


def unmarked(path: Path) -> list[Unmarked]:
    """Return the texts of a file that no catalogue knows."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    readers = {".py": _python, ".j2": _template, ".html": _template, ".js": _script}
    found = sorted(set(readers[path.suffix](text)))
    if path.suffix == ".html":
        found = [(line, said) for line, said in found if said not in theme_texts(text)]
    return [Unmarked(str(path), line, said) for line, said in found]


if __name__ == "__main__":
    for name in sys.argv[1:]:
        for one in unmarked(Path(name)):
            print(one)  # noqa: T201
