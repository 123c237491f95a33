"""YAML text → value + positions. Untrusted input: bounded in size, depth and number of nodes; no tags, no aliases.

The tree is built from PyYAML's event stream (LibYAML where the wheel has it), without its constructors, so that scalars
follow YAML 1.2 core, duplicate keys are refused, anchors cannot multiply and every value knows its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Span
from generator.source.hints import hint, problem
from generator.source.scalars import Scalar, ScalarError, resolve

Path = tuple[str | int, ...]
"""Where a value stands inside a file: mapping keys and list indexes from the root."""

LARGEST_FILE = 4_000_000
"""Bytes. The largest chapter seen takes 200 kB."""
DEEPEST = 40
MOST_NODES = 200_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
RULE = "yaml"
_SEPARATOR = re.compile("[\x85\u2028\u2029]")
"""YAML 1.1 parsers break lines at these, YAML 1.2 and editors do not."""


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


class _RefusedError(Exception):
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
    """The mapping key whose value comes next; ``None`` where a key comes next."""

    def next_path(self) -> Path:
        """Return where the next value will stand."""
        return (*self.path, len(self.value) if isinstance(self.value, list) else self.key or "")

    def put(self, value: object) -> None:
        """Take the next value."""
        if isinstance(self.value, list):
            self.value.append(value)
        else:
            self.value[self.key or ""] = value
            self.key = None


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
        self.replaced = False
        self.stack: list[_Open] = []

    def at(self, event: yaml.Event) -> Span:
        mark = event.start_mark
        return Span(self.file, mark.line + 1, mark.column + 1) if mark else Span(self.file)

    def refuse(self, event: yaml.Event, message: str) -> _RefusedError:
        return _RefusedError(Diagnostic(self.at(event), RULE, message))

    def feed(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self.refuse(event, "一个文件里只能有一份内容，请去掉中间的“---”")
        elif isinstance(event, yaml.AliasEvent):
            raise self.refuse(event, "不能使用 YAML 的别名（*）；如果是文字，请加上引号")
        elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            self.node(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()

    def node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise self.refuse(event, f"内容太多：一个文件最多 {MOST_NODES} 项，请拆成几个文件")
        if event.anchor is not None:
            raise self.refuse(event, "不能使用 YAML 的锚点（&）；如果是文字，请加上引号")
        if event.tag is not None:
            raise self.refuse(event, "不能使用 YAML 的标签（!）；如果是文字，请加上引号")
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self.key(top, event)
            return
        path = top.next_path() if top else ()
        self.positions[path] = self.at(event)
        value = self.value(event, path)
        if top is None:
            self.root = value
        else:
            top.put(value)

    def value(self, event: yaml.Event, path: Path) -> dict[str, Any] | list[Any] | Scalar:
        if isinstance(event, yaml.ScalarEvent):
            if not event.implicit[0]:
                return event.value
            try:
                return resolve(event.value)
            except ScalarError as error:
                self.findings.append(Diagnostic(self.at(event), RULE, str(error)))
                return None
        if len(self.stack) >= DEEPEST:
            raise self.refuse(event, f"层次太深：最多 {DEEPEST} 层")
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.stack.append(_Open(value, path))
        return value

    def key(self, top: _Open, event: yaml.Event) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise self.refuse(event, "字段名只能是一个词")
        name = event.value
        path = (*top.path, name)
        span = self.at(event)
        if name in top.value:
            first = self.keys.get(path)
            where = f"（第 {first.line} 行已经有了）" if first else ""
            self.findings.append(Diagnostic(span, "duplicate-key", f"字段“{name}”写了两次{where}，请删去一个"))
            self.replaced = True
        self.keys[path] = span
        top.key = name


def _paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Yield where every value stands; at most ``DEEPEST`` deep."""
    yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in entries:
        yield from _paths(inner, (*path, step))


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
    separator = _SEPARATOR.search(text)
    if separator:
        before = text[: separator.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return None, [Diagnostic(Span(file, line, column), RULE, "有看不见的换行符（U+0085、U+2028 或 U+2029），请删去它，需要时重新换行")]
    builder = _Builder(file)
    try:
        for event in _events(text):
            builder.feed(event)
    except _RefusedError as refused:
        return None, [*builder.findings, refused.diagnostic]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, [*builder.findings, problem(error, text, file, RULE)]
    if builder.documents == 0 or builder.root is None:
        return None, [*builder.findings, Diagnostic(Span(file), RULE, "文件是空的")]
    if builder.replaced:  # places inside a value that a second one of the same name replaced
        kept = set(_paths(builder.root))
        builder.positions = {path: span for path, span in builder.positions.items() if path in kept}
        builder.keys = {path: span for path, span in builder.keys.items() if path in kept}
    source = Source(file, builder.root, builder.positions, builder.keys)
    return source, [*builder.findings, *hint(source, text, RULE)]
