"""Reading a data folder into records, with everything that is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from generator.dataset.layout import FILE_KINDS, FileKind, kind_of
from generator.dataset.messages import describe
from generator.dataset.placement import Placed, unfold
from generator.dataset.published import read_published
from generator.diagnostics import Diagnostic, Span
from generator.model import RECORDS, Record
from generator.model.base import PLACED
from generator.model.identity import KINDS
from generator.source import Source, load
from generator.source.load import Path
from generator.text.nearest import proposal

R = TypeVar("R", bound=Record)
_ID = re.compile(r"\bid\s*[:：]\s*[\"']?([A-Za-z0-9-]+)")
"""An id in a file that is no YAML."""
IGNORED = {"schema"}
"""Folders of ``data/`` that hold no records."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read from."""

    source: Source
    path: Path

    def span(self, *inside: str | int) -> Span:
        """Return the place of a field of the record, or of the record itself."""
        return self.source.span((*self.path, *inside))


@dataclass(frozen=True, slots=True)
class Dataset:
    """All records that could be read, by kind and id, and where each stands."""

    records: Mapping[str, Mapping[str, Record]]
    origins: Mapping[tuple[str, str], Origin]
    rejected: frozenset[tuple[str, str]] = frozenset()
    """Kind (``*`` where it is not known) and id of records that are there but could not be read."""
    published: Mapping[tuple[str, str], Span] = field(default_factory=dict)
    """Kind and id of every record that was ever public, with its line in the list."""
    unread: frozenset[str] = frozenset()
    """Files that could not be read at all: what stands in them is not gone, only unknown."""

    def was_rejected(self, kinds: tuple[str, ...], identifier: str) -> bool:
        """Say whether a record of one of these kinds (``*``: any) has this id but could not be read."""
        return any(found == identifier and ("*" in kinds or kind == "*" or kind in kinds) for kind, found in self.rejected)

    def lacks_some_of(self, plan: str) -> bool:
        """Say whether anything of a plan could not be read, so that its counts mean nothing yet."""
        return any(found == plan or found.startswith(plan + "-") for _, found in self.rejected)

    def all(self, model: type[R]) -> Mapping[str, R]:
        """Return the records of one model by id, in the order of the data."""
        return self.records.get(model.KIND, {})  # type: ignore[return-value]  # the reader files each record under its KIND

    def span(self, record: Record, *inside: str | int) -> Span:
        """Return the place of a record's field in the data."""
        return self.origins[record.KIND, record.id].span(*inside)


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    records: dict[str, dict[str, Record]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    rejected: set[tuple[str, str]] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)


def data_files(folder: FilePath) -> list[FilePath]:
    """List the data files below a folder in a stable order, without hidden ones and the schemas."""
    found = [
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") or part in IGNORED for part in path.relative_to(folder).parts)
    ]
    return sorted(path for path in found if path.suffix in {".yml", ".yaml"})


def read_dataset(root: FilePath, folder: str = "data", overlay: Mapping[str, bytes] | None = None) -> tuple[Dataset, list[Diagnostic]]:
    """Read every data file below ``root/folder``.

    Args:
        root: The project's root; diagnostics name files relative to it.
        folder: The data folder's name.
        overlay: Content that stands for that of files which are there, by path below the root: data as it would be.

    Returns:
        What could be read, and what is wrong with the rest; a bad record never hides a good one.
    """
    reading = _Reading()
    base = root / folder
    if not base.is_dir():
        reading.findings.append(Diagnostic(Span(folder), "data-folder", f"找不到数据文件夹“{folder}”；请在项目的根目录运行"))
    for path in data_files(base) if base.is_dir() else []:
        inner = path.relative_to(base).as_posix()
        _read_file(reading, path, f"{folder}/{inner}", inner, (overlay or {}).get(f"{folder}/{inner}"))
    published, findings = read_published(base, folder)
    return Dataset(reading.records, reading.origins, frozenset(reading.rejected), published, frozenset(reading.unread)), [
        *reading.findings,
        *findings,
    ]


def _read_file(reading: _Reading, path: FilePath, name: str, inner: str, data: bytes | None) -> None:
    found = kind_of(inner)
    if found is None:
        examples = "、".join(kind.example for kind in FILE_KINDS)
        message = f"不知道这个文件是做什么的{proposal(inner, [k.example for k in FILE_KINDS])}；可以有的文件：{examples}"
        reading.findings.append(Diagnostic(Span(name), "unknown-file", message))
        reading.unread.add(name)
        return
    try:
        data = path.read_bytes() if data is None else data
    except OSError as error:
        reading.findings.append(Diagnostic(Span(name), "unreadable-file", f"打不开文件（{error.strerror}）"))
        reading.unread.add(name)
        return
    source, findings = load(data, name)
    reading.findings.extend(findings)
    if source is None or not isinstance(source.value, dict):
        reading.unread.add(name)
    if source is None:
        # What refers to its records is not wrong: one mistake is one message, where it was made.
        reading.rejected.update(("*", identifier) for identifier in _ID.findall(data.decode("utf-8", "replace")))
        return
    kind, plan = found
    for entry, where in _entries(reading, source, kind):
        for placed in unfold(kind.record, entry, where, {"plan": plan} if plan else {}):
            _add(reading, source, placed)


def _entries(reading: _Reading, source: Source, kind: FileKind) -> Iterator[tuple[dict[str, Any], Path]]:
    """Yield the mapping of each outermost record of a file."""
    if not isinstance(source.value, dict):
        wanted = f"“{kind.list_key}:”" if kind.list_key else "“id:”这样的字段"
        reading.findings.append(Diagnostic(source.span(()), "shape", f"{kind.title}文件应该以{wanted}开头"))
        return
    if kind.list_key is None:
        yield source.value, ()
        return
    for key in source.value:
        if key != kind.list_key:
            message = f"{kind.title}文件里只能有“{kind.list_key}:”，没有“{key}”{proposal(key, [kind.list_key])}"
            reading.findings.append(Diagnostic(source.key_span((key,)), "shape", message))
    rows = source.value.get(kind.list_key)
    if rows is None:
        return
    if not isinstance(rows, list):
        reading.findings.append(Diagnostic(source.span((kind.list_key,)), "shape", f"“{kind.list_key}”应该是列表，每一项以“-”开头"))
        return
    for number, row in enumerate(rows):
        where = (kind.list_key, number)
        if isinstance(row, dict):
            yield row, where
        else:
            reading.findings.append(Diagnostic(source.span(where), "shape", "这一项应该是一组“字段: 值”"))


def _add(reading: _Reading, source: Source, placed: Placed) -> None:
    """Validate one record and file it."""
    model = RECORDS[placed.kind]
    if "" in placed.value and (*placed.path, "") not in source.keys:
        reading.findings.append(Diagnostic(source.span(placed.path), "shape", "这一项应该是一组“字段: 值”"))
        return
    for name in placed.given:
        if (*placed.path, name) in source.keys:
            message = f"“{name}”不用写：它由所在的位置决定，请删去这一行"
            reading.findings.append(Diagnostic(source.key_span((*placed.path, name)), "placed-field", message))
            _reject(reading, placed)
            return
    try:
        record = model.model_validate_json(json.dumps(placed.value, ensure_ascii=False))
    except ValidationError as error:
        _report(reading, source, placed, model, error)
        return
    except (ValueError, RecursionError):
        reading.findings.append(Diagnostic(source.span(placed.path), "shape", "这条记录里有不能使用的字符"))
        return
    shelf = reading.records[placed.kind]
    if record.id in shelf:
        first, second = sorted((reading.origins[placed.kind, record.id].span("id"), source.span((*placed.path, "id"))))
        message = f"编号“{record.id}”用了两次，另一处在 {first.file} 第 {first.line} 行；请给新加的那一条换一个没有用过的编号"
        reading.findings.append(Diagnostic(second, "duplicate-id", message))
        return
    shelf[record.id] = record
    reading.origins[placed.kind, record.id] = Origin(source, placed.path)


def _reject(reading: _Reading, placed: Placed) -> None:
    """Remember that a record is there, though it could not be read, so that nothing else is said of it."""
    if isinstance(placed.value.get("id"), str):
        reading.rejected.add((placed.kind, placed.value["id"]))


def _fields(model: type[Record], where: Path) -> list[str]:
    """Return the names that the record or part around a place knows."""
    part: type[BaseModel] = model
    for step in where[:-1]:
        if isinstance(step, str):
            known = {f.alias or name: f for name, f in part.model_fields.items()}
            part = (_part(known[step].annotation) if step in known else None) or part
    nested = model.NESTED if part is model else {}
    own = (f.alias or name for name, f in part.model_fields.items() if f.json_schema_extra != PLACED)
    return list(dict.fromkeys((*own, *nested)))


def _part(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for found in map(_part, get_args(annotation)) if found), None)


def _report(reading: _Reading, source: Source, placed: Placed, model: type[Record], error: ValidationError) -> None:
    """Turn a validation error into one diagnostic a place; a union reports its members at one place, one is enough."""
    _reject(reading, placed)
    seen: set[Span] = set()
    details = error.errors(include_url=False)
    broken = {detail["loc"][: len(detail["loc"]) - n] for detail in details for n in range(1, len(detail["loc"]))}
    for detail in details:
        if detail["type"] == "too_short" and detail["loc"] in broken:
            continue  # the entries are there, but wrong
        if detail["loc"] and detail["loc"][0] in placed.given:
            continue  # taken from the record around it, which is reported itself
        path: Path = (*placed.path, *detail["loc"])
        is_key = detail["type"] == "extra_forbidden"
        span = source.key_span(path) if is_key else source.span(path)
        if span in seen and detail["type"] not in {"missing", "extra_forbidden"}:
            continue
        seen.add(span)
        who = placed.value.get("id")
        prefix = f"{KINDS[placed.kind]} {who}：" if isinstance(who, str) and detail["type"] == "missing" else ""
        reading.findings.append(Diagnostic(span, "record", prefix + describe(detail, _fields(model, detail["loc"]))))
