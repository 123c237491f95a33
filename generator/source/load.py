"""YAML text → value + positions. Untrusted input: bounded in size, depth and number of nodes; no tags, no aliases.

The tree is built from PyYAML's event stream (LibYAML where the wheel has it), without its constructors, so that scalars
follow YAML 1.2 core, duplicate keys are refused, anchors cannot multiply and every value knows its line and column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Span
from generator.source.hints import hint, problem
from generator.source.scalars import ScalarError, resolve

Path = tuple[str | int, ...]
"""Where a value stands inside a file: mapping keys and list indexes from the root."""

LARGEST_FILE = 4_000_000
"""Bytes. The largest chapter seen takes 200 kB."""
DEEPEST = 40
MOST_NODES = 200_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
RULE = "yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """A file's value with the place of every part of it."""

    file: str
    """Path relative to the project's root."""
    value: Any
    positions: dict[Path, Span] = field(repr=False)
    """Where each value starts."""
    keys: dict[Path, Span] = field(repr=False)
    """Where the key of each mapping entry starts."""

    def span(self, path: Path) -> Span:
        """Return the place of the deepest part of ``path`` that exists (a missing field points at its record)."""
        for length in range(len(path), -1, -1):
            found = self.positions.get(path[:length])
            if found is not None:
                return found
        return Span(self.file)

    def key_span(self, path: Path) -> Span:
        """Return the place of the key at ``path``, for a finding about the key itself."""
        return self.keys.get(path) or self.span(path)


class _Refused(Exception):
    """Reading cannot go on; carries what to say."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Open:
    """A collection that is being read."""

    value: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None


class _Builder:
    """Consumes events; collects findings that do not stop the reading."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.positions: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.findings: list[Diagnostic] = []
        self.root: Any = None
        self.documents = 0
        self.nodes = 0
        self.stack: list[_Open] = []

    def at(self, mark: Any) -> Span:
        return Span(self.file, mark.line + 1, mark.column + 1)

    def refuse(self, mark: Any, message: str) -> _Refused:
        return _Refused(Diagnostic(self.at(mark), RULE, message))

    def feed(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self.refuse(event.start_mark, "一个文件里只能有一份内容，请去掉中间的“---”")
        elif isinstance(event, yaml.AliasEvent):
            raise self.refuse(event.start_mark, "不能使用 YAML 的别名（*）；如果是文字，请加上引号")
        elif isinstance(event, yaml.NodeEvent):
            self.node(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()

    def node(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise self.refuse(event.start_mark, f"内容太多：一个文件最多 {MOST_NODES} 项，请拆成几个文件")
        if event.anchor is not None:
            raise self.refuse(event.start_mark, "不能使用 YAML 的锚点（&）；如果是文字，请加上引号")
        if event.tag is not None and event.tag != "!":
            raise self.refuse(event.start_mark, "不能使用 YAML 的标签（!）；如果是文字，请加上引号")
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self.key(top, event)
            return
        path = self.place(top)
        self.positions[path] = self.at(event.start_mark)
        value = self.value(event, path)
        if top is None:
            self.root = value
        elif isinstance(top.value, list):
            top.value.append(value)
        else:
            assert top.key is not None
            top.value[top.key] = value
            top.key = None

    def place(self, top: _Open | None) -> Path:
        if top is None:
            return ()
        if isinstance(top.value, list):
            return (*top.path, len(top.value))
        assert top.key is not None
        return (*top.path, top.key)

    def value(self, event: Any, path: Path) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            if not event.implicit[0]:
                return event.value
            try:
                return resolve(event.value)
            except ScalarError as error:
                self.findings.append(Diagnostic(self.at(event.start_mark), RULE, str(error)))
                return None
        if len(self.stack) >= DEEPEST:
            raise self.refuse(event.start_mark, f"层次太深：最多 {DEEPEST} 层")
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.stack.append(_Open(value, path))
        return value

    def key(self, top: _Open, event: Any) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise self.refuse(event.start_mark, "字段名只能是一个词")
        name = event.value
        path = (*top.path, name)
        span = self.at(event.start_mark)
        if name in top.value:
            first = self.keys.get(path)
            where = f"（第 {first.line} 行已经有了）" if first else ""
            self.findings.append(Diagnostic(span, "duplicate-key", f"字段“{name}”写了两次{where}，请删去一个"))
        self.keys[path] = span
        top.key = name


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=_Loader)


def load(data: bytes, file: str) -> tuple[Source | None, list[Diagnostic]]:
    """Read one YAML file.

    Args:
        data: The file's bytes; UTF-8, with or without a byte order mark.
        file: Its path, used in diagnostics only.

    Returns:
        The source, or ``None`` where the text is no usable YAML, and what there is to say.
    """
    if len(data) > LARGEST_FILE:
        message = f"文件太大（{len(data) // 1000} kB，最多 {LARGEST_FILE // 1000} kB），请拆成几个文件"
        return None, [Diagnostic(Span(file), RULE, message)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, [Diagnostic(Span(file, line), RULE, "文件不是 UTF-8 编码，请在编辑器里另存为 UTF-8")]
    builder = _Builder(file)
    try:
        for event in _events(text):
            builder.feed(event)
    except _Refused as refused:
        return None, [*builder.findings, refused.diagnostic]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, [*builder.findings, problem(error, text, file, RULE)]
    if builder.documents == 0 or builder.root is None:
        return None, [*builder.findings, Diagnostic(Span(file), RULE, "文件是空的")]
    source = Source(file, builder.root, builder.positions, builder.keys)
    return source, [*builder.findings, *hint(source, RULE)]
