"""Joining our own ES modules into one classic script: browsers load no modules from disk.

Only the few forms that our modules use are understood, each at the start of a line; anything else is refused with its place, so that a
new form cannot be joined wrongly in silence.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_IMPORT = re.compile(r"^import \{([^{}]*)\} from \"(\.{1,2}/[\w./-]+\.js)\";[ \t]*(?://.*)?$", re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?function\*? *(\w+)|const (\w+)\b|class (\w+))", re.M)
_NAME = re.compile(r"(\w+)(?: as (\w+))?")
_LEFT = re.compile(r"^(?:import|export)\b.*$|^await\b.*$|\bimport\.meta\b|\bimport\(", re.M)
_COMMENT = re.compile(r"/\*\*.*?\*/|^ *//.*?$", re.S | re.M)
_READ = re.compile(r"\breadJson\(")
_READ_FILE = re.compile(r"\breadJson\(new URL\(\"([\w./-]+\.json)\", ")
OFFLINE = ".offline.js"
"""``engine.offline.js`` stands for ``engine.js`` in the copy."""


class ModuleError(Exception):
    """A module has a form that cannot be joined; the message names module and line."""


@dataclass(frozen=True, slots=True)
class Script:
    """One classic script, the modules that are in it, and the data files that they read, as they name them."""

    text: str
    modules: frozenset[str]
    reads: tuple[str, ...]


@dataclass(slots=True)
class _Joining:
    """The modules joined so far: path → number, in the order in which they must run."""

    sources: Mapping[str, str]
    numbers: dict[str, int] = field(default_factory=dict)
    under_way: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    reads: list[str] = field(default_factory=list)


def _refuse(path: str, text: str, at: int, why: str) -> ModuleError:
    line = text.count("\n", 0, at) + 1
    return ModuleError(f"{path} 第 {line} 行：{why}：{text[at:].splitlines()[0][:80]}")


def _names(inside: str, path: str) -> list[tuple[str, str]]:
    """Read ``a, b as c`` → (a, a), (b, c)."""
    pairs = []
    for part in filter(None, (piece.strip() for piece in inside.split(","))):
        found = _NAME.fullmatch(part)
        if found is None:
            raise ModuleError(f"{path}：看不懂的导入：{part[:80]}")
        pairs.append((found[1], found[2] or found[1]))
    return pairs


def _resolved(path: str, named: str, sources: Mapping[str, str]) -> str:
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), named))
    instead = target.removesuffix(".js") + OFFLINE
    found = instead if instead in sources else target
    if found not in sources:
        raise ModuleError(f"{path}：找不到它导入的 {named}")
    return found


def _code(text: str) -> str:
    """Blank the comments, which may name types by ``import(…)`` and show calls; every place stays where it is."""
    return _COMMENT.sub(lambda comment: re.sub(r"\S", " ", comment[0]), text)


def _reads(path: str, text: str) -> list[str]:
    """Return the data files that a module reads: their names must stand in the calls."""
    code = _code(text)
    named = {found.start(): found[1] for found in _READ_FILE.finditer(code)}
    for call in _READ.finditer(code):
        if call.start() not in named:
            raise _refuse(path, text, call.start(), 'readJson 里要写出文件名，例如 readJson(new URL("x.json", here))')
    return list(named.values())


def _join(path: str, joining: _Joining) -> int:
    """Add a module behind everything that it imports; returns its number."""
    if path in joining.numbers:
        return joining.numbers[path]
    if path in joining.under_way:
        raise ModuleError("模块互相导入：" + " → ".join([*joining.under_way, path]))
    joining.under_way.append(path)
    text = joining.sources[path]
    imports = []
    for found in _IMPORT.finditer(text):
        source, names = _resolved(path, found[2], joining.sources), _names(found[1], path)
        number = _join(source, joining)
        if {name for name, _ in names} - set(_exports(joining.sources[source])):
            raise _refuse(path, text, found.start(), f"{source} 没有（用看得懂的写法）导出这里要的名字")
        locals_ = ", ".join(f"{name}: {local}" if name != local else name for name, local in names)
        imports.append(f"const {{ {locals_} }} = m{number};")
    joining.reads += _reads(path, text)
    joining.parts.append(_part(path, text, imports, len(joining.numbers)))
    joining.numbers[path] = len(joining.numbers)
    joining.under_way.pop()
    return joining.numbers[path]


def _exports(text: str) -> list[str]:
    return [next(filter(None, found.groups())) for found in _EXPORT.finditer(text)]


def _part(path: str, text: str, imports: list[str], number: int) -> str:
    """Wrap one module in a function that returns what it exports."""
    body = _EXPORT.sub("", _IMPORT.sub("", text))
    left = _LEFT.search(_code(body))
    if left:
        raise _refuse(path, body, left.start(), "离线版不能合并这种写法")
    head = "\n".join([f"// {path}", f"const m{number} = (() => {{", *imports])
    return f"{head}\n{body.strip()}\nreturn {{ {', '.join(_exports(text))} }};\n}})();"


def joined(entry: str, sources: Mapping[str, str]) -> Script:
    """Join a module and everything that it imports.

    Args:
        entry: Path of the module that the page loads.
        sources: Every module: path below the site's root → text.

    Raises:
        ModuleError: where a module imports, exports or reads in a form that is not understood.
    """
    joining = _Joining(sources)
    _join(entry, joining)
    body = "\n".join(joining.parts)
    return Script(f'(() => {{\n"use strict";\n{body}\n}})();\n', frozenset(joining.numbers), tuple(dict.fromkeys(joining.reads)))
