"""Mending what has one meaning only: the value stays what a reader takes it for, its writing becomes what the rules ask for.

Not mended: anything that needs the document, a choice, or a look at what was meant (numbers that differ, missing fields, duplicates).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from unicodedata import normalize

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.authoring.canonical import canonical, equal
from generator.authoring.change import at, change, schema_line
from generator.authoring.comments import parse
from generator.authoring.mend_text import readable
from generator.authoring.names import find
from generator.authoring.shape import fields
from generator.authoring.tree import Entry, Group, Scalar, Tree
from generator.dataset import Dataset
from generator.dataset.layout import FileKind, kind_of
from generator.dataset.placement import Placed, unfold
from generator.graph import references
from generator.model import RECORDS, Record
from generator.model.identity import ID_PATTERN
from generator.source import Source, load
from generator.source.load import Path
from generator.text.widths import folded

MENDABLE: Final = frozenset({"yaml", "record", "placed-field", "schema-mark", "unresolved-reference"})
"""Diagnostics of which some can be mended."""
_DATE: Final = re.compile(r"(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?")
_SEPARATORS: Final = re.compile(r"[、，,；;]")
_NUMBER: Final = re.compile(r"-?\d{1,15}(?:\.\d{1,9})?")
GONE: Final = object()


@dataclass(frozen=True, slots=True)
class Renamed:
    """Stands for a field whose name is written in another way."""

    key: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after mending."""

    text: str
    said: tuple[str, ...]
    """What was done, in words; empty where nothing was."""


@dataclass(frozen=True, slots=True)
class _Repair:
    path: Path
    value: object
    """The new value; :data:`GONE` takes the field away."""
    words: str


def mend(text: str, inner: str, dataset: Dataset) -> Mended:
    """Mend one data file.

    Args:
        text: The file.
        inner: Its path below ``data/``.
        dataset: The data, for names written in place of ids.

    Returns:
        The text in its canonical form, where anything was mended.
    """
    found = kind_of(inner)
    if found is None:
        return Mended(text, ())
    made, said = readable(text)
    made, marked = _with_schema(made, found[0], inner)
    said += ["第 1 行：写上模式"] if marked else []
    for _ in range(3):  # a repair may bring to light what stood behind it
        repairs = list(_repairs(made, found[0], found[1], dataset))
        if not repairs:
            break
        new = change(made, inner, _editor(repairs))
        if not _only(made, new, repairs):
            break
        said += [repair.words for repair in repairs]
        made = new
    if not said:
        return Mended(text, ())
    whole = canonical(made.encode("utf-8", "surrogatepass"), inner, inner)
    return Mended(made if whole.findings else whole.text, tuple(said))


def _with_schema(text: str, kind: FileKind, inner: str) -> tuple[str, bool]:
    """Write the first line that tells editors the schema, in place of a wrong one."""
    wanted = schema_line(kind, inner)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    first, _, rest = text.removeprefix("\ufeff").partition("\n")
    if first.rstrip() == wanted:
        return text, False
    end = "\r\n" if first.endswith("\r") else "\n"
    wrong = first.lstrip("# ").startswith("yaml-language-server:")
    return mark + wanted + end + (rest if wrong else text.removeprefix("\ufeff")), True


def _editor(repairs: list[_Repair]) -> Any:  # noqa: ANN401  # a change of a tree
    def edit(tree: Tree) -> None:
        places = [(at(tree, repair.path), at(tree, repair.path[:-1]).value, repair.value) for repair in repairs]
        for entry, owner, value in places:
            if isinstance(value, Renamed):
                entry.key = value.key
            elif value is GONE and isinstance(owner, Group):
                owner.entries = [other for other in owner.entries if other is not entry]
            elif isinstance(value, list):
                entry.value = Group([Entry(Scalar(inner)) for inner in value], is_map=False)
            else:
                scalar: Any = value
                entry.value = Scalar(scalar)

    return edit


def _only(before: str, after: str, repairs: list[_Repair]) -> bool:
    """Say whether nothing but what was mended has another value."""
    one, other = load(before.encode(), "")[0], load(after.encode(), "")[0]
    if one is None or other is None:
        return False
    for repair in repairs:
        for source in (one, other):
            owner: Any = source.value
            for step in repair.path[:-1]:
                owner = owner[step]
            if isinstance(owner, dict):
                held = owner.pop(repair.path[-1], None)
                if isinstance(repair.value, Renamed):
                    owner.setdefault(repair.value.key, held)
            else:
                owner[repair.path[-1]] = None
    return equal(one.value, other.value)


def _repairs(text: str, kind: FileKind, plan: str | None, dataset: Dataset) -> Iterator[_Repair]:
    """Find what can be mended in the records of a file that can be read."""
    source, findings = load(text.encode("utf-8", "surrogatepass"), "")
    if source is None or any(finding.rule == "duplicate-key" for finding in findings) or not isinstance(source.value, dict):
        return
    rows = source.value.get(kind.list_key) if kind.list_key else [source.value]
    seen: set[Path] = set()
    for number, row in enumerate(rows if isinstance(rows, list) else []):
        where: Path = (kind.list_key, number) if kind.list_key else ()
        if not isinstance(row, dict):
            continue
        for placed in unfold(kind.record, row, where, {"plan": plan} if plan else {}):
            for repair in _of_record(text, source, plan, placed, dataset):
                if repair.path not in seen:
                    seen.add(repair.path)
                    yield repair


def _of_record(text: str, source: Source, plan: str | None, placed: Placed, dataset: Dataset) -> Iterator[_Repair]:
    model = RECORDS[placed.kind]
    for name in placed.given:
        path = (*placed.path, name)
        if path in source.keys and _supplied(source.value, plan, placed, name) == _at(source.value, path):
            yield _Repair(path, GONE, f"第 {source.keys[path].line} 行：删去不用写的“{name}”")
            return
    try:
        record = model.model_validate_json(json.dumps(placed.value, ensure_ascii=False))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            path = (*placed.path, *detail["loc"])
            if detail["type"] == "extra_forbidden" and path in source.keys and (name := _name(model, placed, path)):
                yield _Repair(path, Renamed(name), f"第 {source.keys[path].line} 行：字段名改成“{name}”")
            elif path in source.positions and (new := _rewritten(text, path, detail)) is not None:
                line = source.positions[path].line
                yield _Repair(path, new, f"第 {line} 行：“{_field(path)}”改写成 {json.dumps(new, ensure_ascii=False)}")
        return
    except (ValueError, RecursionError):
        return
    yield from _references(source.positions, placed, record, dataset)


def _supplied(whole: object, plan: str | None, placed: Placed, name: str) -> object:
    """Return what a field's place says it is: the plan of the folder, or the record that it stands in."""
    if name == "plan":
        return plan
    around: object = None
    held = whole
    for step in placed.path[:-1]:
        around = held.get("id", around) if isinstance(held, dict) else around
        held = _at(held, (step,))
    return around


def _name(model: type[Record], placed: Placed, path: Path) -> str:
    """Return the field that a full-width name means, if the record does not have it already."""
    plain = _plain(str(path[-1]))
    own = len(path) == len(placed.path) + 1
    return plain if own and plain != path[-1] and plain in fields(model) and plain not in placed.value else ""


def _at(value: Any, path: Path) -> object:  # noqa: ANN401  # whatever a file holds
    for step in path:
        value = value[step]
    held: object = value
    return held


def _field(path: Path) -> str:
    return str(next((step for step in reversed(path) if isinstance(step, str)), ""))


def _rewritten(text: str, path: Path, detail: ErrorDetails) -> object:
    """Return how a refused value is written rightly, or ``None`` where that is not certain."""
    value = detail.get("input")
    match detail["type"]:
        case "string_type" if isinstance(value, (bool, int, float)):
            return _raw(text, path)
        case "int_type" | "float_type" if isinstance(value, str):
            return _number(value, whole=detail["type"] == "int_type")
        case "literal_error" if isinstance(value, str):
            plain = _plain(value)
            return plain if f"'{plain}'" in str(detail.get("ctx", {}).get("expected", "")) else None
        case "string_pattern_mismatch" if isinstance(value, str) and detail.get("ctx", {}).get("pattern") == ID_PATTERN:
            plain = _plain(value).lower()
            return plain if re.fullmatch(ID_PATTERN, plain) else None
        case "date_parsing" if isinstance(value, str):
            return _day(value)
        case "tuple_type" | "list_type" if isinstance(value, str) and value.strip() and not _SEPARATORS.search(value):
            return [value]
    return None


def _raw(text: str, path: Path) -> str | None:
    """Return a number or truth value as it is written: 1.10 is text with a zero at its end."""
    tree = parse(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    held = at(tree, path).value if tree else None
    return held.raw if isinstance(held, Scalar) and held.raw else None


def _plain(value: str) -> str:
    return normalize("NFKC", value).strip()


def _number(value: str, *, whole: bool) -> int | float | None:
    plain = _plain(value)
    if not _NUMBER.fullmatch(plain) or (whole and "." in plain):
        return None
    return float(plain) if "." in plain else int(plain)


def _day(value: str) -> str | None:
    found = _DATE.fullmatch(_plain(value))
    with suppress(ValueError):
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat() if found else None
    return None


def _references(positions: Mapping[Path, Any], placed: Placed, record: Record, dataset: Dataset) -> Iterator[_Repair]:
    """Find names written in place of ids, where one record only has the name."""
    for reference in references(record):
        path = (*placed.path, *reference.path)
        if path not in positions or "*" in reference.kinds or any(reference.id in dataset.records.get(k, {}) for k in reference.kinds):
            continue
        if any(dataset.was_rejected((kind,), reference.id) for kind in reference.kinds):
            continue
        plain = _plain(reference.id).lower()
        meant = find(dataset, reference.kinds, plain) if re.fullmatch(ID_PATTERN, plain) else "no id"
        if isinstance(meant, str):
            meant = find(dataset, reference.kinds, reference.id, _regions(dataset, record))
        if not isinstance(meant, str) and _is_called(meant, reference.id, plain):
            yield _Repair(path, meant.id, f"第 {positions[path].line} 行：“{reference.id}”改成编号 {meant.id}")


def _is_called(record: Record, typed: str, plain: str) -> bool:
    """Say whether a record is called so; a word that people search with is not certain enough."""
    printed = [getattr(record, "name", ""), getattr(record, "term", ""), getattr(record, "title", ""), *getattr(record, "aliases", ())]
    return record.id == plain or folded(typed) in {folded(name) for name in printed if name}


def _regions(dataset: Dataset, record: Record) -> frozenset[str]:
    plan: Any = dataset.records["plan"].get(getattr(record, "plan", ""))
    return frozenset(plan.regions) if plan is not None else frozenset({str(getattr(record, "region", ""))})
