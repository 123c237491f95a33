"""The fields of a new record, in the order of the file: what was said, what follows from it, and what is left open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.authoring.recipes import Recipe
from generator.checks.placeholder import is_unfinished
from generator.dataset import Dataset
from generator.importing.registry import unit_kind
from generator.importing.text import TO_WRITE
from generator.importing.yaml_out import Guess
from generator.model import Audience, Division, IndicatorDefinition, Task, Topic

_PLACE_KINDS: Final = (
    ("town", r"镇$"),
    ("sumu", r"苏木$"),
    ("township", r"乡$"),
    ("subdistrict", r"街道(?:办事处)?$"),
    ("village", r"(?:嘎查|村)$"),
    ("park", r"(?:园区|工业园|产业园|开发区|集中区)$"),
    ("mine", r"矿(?:区|山)?$"),
    ("port", r"口岸$"),
    ("scenic", r"(?:景区|公园)$"),
    ("nature", r"(?:沙漠|沙地|湖|河|山|草原|湿地)$"),
)
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Filled:
    """A record to write."""

    record: Fields
    open: tuple[str, ...]
    """Fields that hold the marked placeholder."""


def fill(dataset: Dataset, recipe: Recipe, told: Mapping[str, Any], identifier: str) -> Filled:
    """Fill the fields of a new record.

    Args:
        dataset: The data.
        recipe: What is made.
        told: What was said.
        identifier: Its id.
    """
    made = {name: value for name, value in _FILL[recipe.command](dataset, told).items() if value is not None}
    record = {"id": identifier} | made
    return Filled(record, tuple(dict.fromkeys(_open(record))))


def _open(record: Mapping[str, Any]) -> Iterator[str]:
    for name, value in record.items():
        if _is_open(value):
            yield name


def _is_open(value: object) -> bool:
    if isinstance(value, Guess):
        return _is_open(value.value)
    if isinstance(value, dict):
        return any(map(_is_open, value.values()))
    if isinstance(value, list):
        return any(map(_is_open, value))
    return isinstance(value, str) and is_unfinished(value)


def _said(told: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401  # text or a number
    return told.get(name) or TO_WRITE


def _source() -> Fields:
    return {"starts": TO_WRITE}


def _guess(told: Mapping[str, Any], name: str, value: object, why: str) -> object:
    return told[name] if told.get(name) else Guess(value, why)


def _after(numbers: Iterator[int]) -> int:
    return max(numbers, default=0) + 1


def _task(dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    order = _after(task.order for task in dataset.all(Task).values() if task.plan == told["plan"])
    lead = {"unit": told["lead"], "role_printed": TO_WRITE, "role_basis": "line"} if told.get("lead") else None
    return {
        "number": told.get("number"),
        "title": _said(told, "title"),
        "title_basis": Guess("printed" if told.get("number") else "editorial", "原文印着标题的写 printed，编者加的写 editorial"),
        "order": Guess(order, "排在全规划的最后；要排在前面就改这个数，不能和别的任务一样"),
        "source": _source(),
        "summary": TO_WRITE,
        "meaning": TO_WRITE,
        "measures": [TO_WRITE],
        "topics": [_said(told, "topic")],
        "leads": [lead] if lead else None,
    }


def _target(_dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    value = told.get("value")
    return {
        "metric": _said(told, "metric"),
        "operator": "=" if value is not None else "text",
        "quantity": "level",
        "value": value,
        "measure": told.get("measure"),
        "by": told.get("by"),
        "by_basis": "stated" if told.get("by") else None,
        "text": None if value is not None else TO_WRITE,
    }


def _section(dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    order = _after(d.order for d in dataset.all(Division).values() if d.parent == told["chapter"])
    return _division("section", told, order)


def _chapter(dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    order = _after(d.order for d in dataset.all(Division).values() if d.plan == told["plan"] and d.kind != "section" and not d.parent)
    return _division("chapter", told, order)


def _division(kind: str, told: Mapping[str, Any], order: int) -> Fields:
    basis = Guess("printed", "原文印着标题的写 printed，编者加的写 editorial")
    return {
        "kind": kind,
        "label": TO_WRITE,
        "title": _said(told, "title"),
        "title_basis": basis,
        "order": order,
        "source": _source(),
        "summary": TO_WRITE,
    }


def _project(_dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    return {
        "name": told["name"],
        "division": told["chapter"],
        "source": _source(),
        "places": [told["place"]] if told.get("place") else None,
    }


def _unit(_dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    return {
        "name": told["name"],
        "kind": _guess(told, "type", unit_kind(told["name"], group=False), "类别按名称推测"),
        "region": told["region"],
    }


def _place(_dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    kind = next((kind for kind, pattern in _PLACE_KINDS if re.search(pattern, told["name"])), "locality")
    return {
        "name": told["name"],
        "kind": _guess(told, "type", kind, "类别按名称推测"),
        "region": told["region"],
        "parent": told.get("parent"),
    }


def _topic(dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    order = _after(topic.order for topic in dataset.all(Topic).values())
    return {"name": told["name"], "group": told["group"], "order": order, "summary": TO_WRITE, "synonyms": [TO_WRITE]}


def _audience(dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    order = _after(audience.order for audience in dataset.all(Audience).values())
    return {"name": told["name"], "order": order, "summary": TO_WRITE, "synonyms": [TO_WRITE]}


def _term(_dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    basis = _guess(told, "basis", "general", "文件里有解释的写 document")
    return {"term": told["name"], "explanation": TO_WRITE, "basis": basis, "topics": [_said(told, "topic")]}


def _indicator(_dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    return {
        "name": told["name"],
        "quantity": _guess(told, "quantity", "level", "数的性质没有核对"),
        "measure": _said(told, "measure"),
        "topic": _said(told, "topic"),
        "explanation": TO_WRITE,
    }


def _row(dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    name = dataset.all(IndicatorDefinition)[told["definition"]].name
    figure: Fields = {"operator": "=", "value": told.get("value"), "text": TO_WRITE, "year": told.get("by")}
    return {
        "definition": told["definition"],
        "name": Guess(name, "照原文改"),
        "source": _source(),
        "target": {key: value for key, value in figure.items() if value is not None} if told.get("value") is not None else None,
    }


def _box(_dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    kind = _guess(told, "type", "projects", "内容的种类没有核对")
    groups = [{"head": TO_WRITE, "items": [TO_WRITE]}]
    return {"division": told["chapter"], "title": _said(told, "title"), "kind": kind, "source": _source(), "groups": groups}


def _note(_dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    kind = _guess(told, "type", "uncertain", "说明的类型没有核对")
    twice = [_source(), _source()] if told.get("type") == "contradiction" else [_source()]
    return {"kind": kind, "subjects": [told["subject"]], "text": TO_WRITE, "sources": twice}


def _update(_dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    return {
        "date": told["date"],
        "subject": told["subject"],
        "status": told["status"],
        "text": _said(told, "text"),
        "evidence": [{"title": TO_WRITE, "source": told["url"]}],
    }


def _region(_dataset: Dataset, told: Mapping[str, Any]) -> Fields:
    return {"name": told["name"], "level": told["level"], "parent": told.get("parent")}


_FILL: Final = {
    "task": _task,
    "target": _target,
    "section": _section,
    "chapter": _chapter,
    "project": _project,
    "unit": _unit,
    "place": _place,
    "topic": _topic,
    "audience": _audience,
    "term": _term,
    "indicator": _indicator,
    "row": _row,
    "box": _box,
    "note": _note,
    "update": _update,
    "region": _region,
}
