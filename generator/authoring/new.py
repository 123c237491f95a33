"""A new record: its id, its file, its place, its fields; what nobody said yet is left open and marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from generator.authoring.change import insert, line_of, new_file
from generator.authoring.fill import fill
from generator.authoring.ids import named, numbered, taken
from generator.authoring.names import Known, known
from generator.authoring.recipes import Recipe
from generator.dataset import Dataset
from generator.dataset.layout import FILE_KINDS
from generator.importing.registry import OWN_LEVEL
from generator.model import Division, Record
from generator.model.identity import ID_LENGTH, ID_PATTERN
from generator.source.load import Path

WITHIN: Final[dict[str, tuple[str, ...]]] = {
    "task": ("plan",),
    "project": ("plan",),
    "unit": ("region",),
    "place": ("region",),
    "topic": (),
    "audience": (),
    "term": (),
    "indicator-definition": (),
    "region": (),
}
"""Kinds that have names, with the fields in which two records of the same name are equal."""

NUMBERED: Final[dict[str, tuple[str, str]]] = {
    "section": ("chapter", "s"),
    "chapter": ("plan", "c"),
    "target": ("of", "t"),
    "row": ("plan", "i"),
    "box": ("plan", "b"),
    "update": ("subject", "u"),
}
"""Commands whose records are counted in what they belong to (DESIGN §2): which answer names the owner, and the letter of the ids."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new record, not yet written anywhere."""

    inner: str
    """Path of its file below ``data/``."""
    text: str
    """The file with it."""
    id: str
    line: int
    open: tuple[str, ...]
    """Fields that are left open."""


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a record is put."""

    inner: str
    owner: Path
    """Path of the mapping that holds the list."""
    field: str


def in_the_way(dataset: Dataset, recipe: Recipe, answers: Mapping[str, Any]) -> Known | None:
    """Return the record that has the name already, or one like it."""
    name = answers.get("name") or answers.get("title")
    if recipe.kind not in WITHIN or not isinstance(name, str):
        return None
    within = {field: value for field in WITHIN[recipe.kind] if (value := _scope(dataset, field, answers))}
    return known(dataset, recipe.kind, name, within)


def _scope(dataset: Dataset, field: str, answers: Mapping[str, Any]) -> str:
    if field in answers:
        return str(answers[field])
    division = dataset.all(Division).get(str(answers.get("chapter", "")))
    return division.plan if division is not None and field == "plan" else ""


def regions_of(dataset: Dataset, answers: Mapping[str, Any]) -> frozenset[str]:
    """Return the regions that what was said so far speaks of: names of units and places are looked for there first."""
    if "region" in answers:
        return frozenset({answers["region"]})
    plan: Any = dataset.records["plan"].get(_scope(dataset, "plan", answers))
    return frozenset(plan.regions) if plan is not None else frozenset()


def make(dataset: Dataset, recipe: Recipe, answers: Mapping[str, Any], texts: Mapping[str, str]) -> Made | str:
    """Make a record.

    Args:
        dataset: The data.
        recipe: What to make.
        answers: What was said; records are named by their ids.
        texts: Path below ``data/`` → text of the files that are there.

    Returns:
        The record, or in Chinese why there is none.
    """
    used = taken(dataset, texts.get("redirects.yml", ""))
    told = dict(answers)
    if recipe.kind in ("task", "project", "division", "box") and "chapter" in told:
        told["plan"] = dataset.all(Division)[told["chapter"]].plan
    identifier = told.get("id") or _identifier(dataset, recipe, told, used)
    if not re.fullmatch(ID_PATTERN, identifier) or len(identifier) > ID_LENGTH:
        return f"编号“{identifier}”不能用：只能用小写字母、数字和单个连字符，最多 {ID_LENGTH} 个字符"
    if identifier in used:
        return f"编号“{identifier}”已经用过了，请用 --id 换一个"
    filled = fill(dataset, recipe, told, identifier)
    home = _home(dataset, recipe, told, identifier)
    if home.inner in texts:
        text = insert(texts[home.inner], home.inner, home.owner, home.field, filled.record)
    else:
        kind = next(kind for kind in FILE_KINDS if re.fullmatch(kind.pattern, home.inner))
        text = new_file(kind, home.inner, filled.record)
    return Made(home.inner, text, identifier, line_of(text, identifier), filled.open)


def _identifier(dataset: Dataset, recipe: Recipe, told: Mapping[str, Any], used: frozenset[str]) -> str:
    match recipe.command:
        case "task":
            wanted = f"{told['plan']}-{told['number']:03d}" if isinstance(told.get("number"), int) else ""
            return wanted if wanted and wanted not in used else numbered(f"{told['plan']}-", 3, used)
        case command if command in NUMBERED:
            owner, letter = NUMBERED[command]
            return numbered(f"{told[owner]}-{letter}", 2, used)
        case "note":
            return numbered(f"{plan_of(dataset, told['subject'])}-n", 2, used)
        case "project":
            return named(told["name"], _region_of(dataset, told["plan"]), used)
        case "unit":
            return named(OWN_LEVEL.sub("", told["name"]), told["region"], used)
    return named(told["name"], "", used)


def plan_of(dataset: Dataset, identifier: str) -> str:
    """Return the plan of a record; a plan is its own."""
    for kind, shelf in dataset.records.items():
        if identifier in shelf:
            return identifier if kind == "plan" else str(getattr(shelf[identifier], "plan", ""))
    return ""


def _region_of(dataset: Dataset, plan: str) -> str:
    """Return what the ids of a plan's projects start with: its first region."""
    record: Any = dataset.records["plan"].get(plan)
    return record.regions[0] if record is not None else plan


def _home(dataset: Dataset, recipe: Recipe, told: Mapping[str, Any], identifier: str) -> _Home:
    if recipe.command == "chapter":
        return _Home(f"plans/{told['plan']}/{identifier.removeprefix(told['plan'] + '-')}.yml", (), "")
    if recipe.command in ("task", "section", "target"):
        owner = told.get("of") or told["chapter"]
        field = {"task": "tasks", "section": "children", "target": "targets"}[recipe.command]
        kind = next(k for k in ("division", "task", "indicator-row") if owner in dataset.records[k])
        origin = dataset.origins[kind, owner]
        return _Home(origin.source.file.split("/", 1)[1], origin.path, field)
    kind_of_file = next(kind for kind in FILE_KINDS if kind.record == recipe.kind)
    key = str(kind_of_file.list_key)
    if kind_of_file.in_plan:
        plan = told.get("plan") or plan_of(dataset, told["subject"])
        return _Home(f"plans/{plan}/{kind_of_file.name}.yml", (), key)
    if recipe.kind == "update":
        return _Home(f"updates/{plan_of(dataset, told['subject'])}.yml", (), key)
    if recipe.kind in ("unit", "place"):
        return _Home(_file_of_region(dataset, recipe.kind, told["region"]) or f"{kind_of_file.name}/{told['region']}.yml", (), key)
    return _Home(kind_of_file.example, (), key)


def _file_of_region(dataset: Dataset, kind: str, region: str) -> str:
    """Return the file that holds most of a region's records of a kind."""
    records: Mapping[str, Record] = dataset.records[kind]
    files = Counter(dataset.span(record).file for record in records.values() if getattr(record, "region", "") == region)
    return PurePosixPath(files.most_common(1)[0][0]).relative_to("data").as_posix() if files else ""
