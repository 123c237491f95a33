from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from generator.model import RECORDS, Note, Plan, Record, Region, Target, Term, Unit, Update
from generator.model.base import Figure, Source

SOURCE = {"starts": "森林覆盖率"}
TARGET = {"id": "a-001-t01", "plan": "a", "owner": "a-001", "metric": "亩", "quantity": "level"}
PLAN: dict[str, Any] = {
    "id": "a",
    "title": "甲",
    "short_title": "甲",
    "kind": "outline",
    "regions": ["b"],
    "period": {"start": 2021, "end": 2025},
    "summary": "乙",
    "validity": "未注明",
    "documents": [{"id": "d", "title": "甲", "publisher": "乙", "sha256": "0" * 64, "verified": "2026-01-31"}],
}


def mistakes(model: type[Record], value: dict[str, Any]) -> list[tuple[tuple[int | str, ...], str]]:
    """Return place and type of every mistake of a value."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate_json(json.dumps(value))
    return [(error["loc"], error["type"]) for error in caught.value.errors(include_url=False)]


@pytest.mark.parametrize("operator", ["=", ">=", "<=", "<", ">", "~"])
def test_comparisons_need_a_value(operator: str) -> None:
    assert mistakes(Target, TARGET | {"operator": operator}) == [((), "value_missing")]
    assert mistakes(Target, TARGET | {"operator": operator, "value": 1, "value_max": 2}) == [((), "value_max_unused")]
    assert Target.model_validate_json(json.dumps(TARGET | {"operator": operator, "value": 1})).value == 1


def test_a_range_needs_both_ends_in_order() -> None:
    assert mistakes(Target, TARGET | {"operator": "range"}) == [((), "value_missing")]
    assert mistakes(Target, TARGET | {"operator": "range", "value": 5}) == [((), "value_max_missing")]
    assert mistakes(Target, TARGET | {"operator": "range", "value": 5, "value_max": 5}) == [((), "range_reversed")]
    good = Target.model_validate_json(json.dumps(TARGET | {"operator": "range", "value": 5, "value_max": 7}))
    assert (good.value, good.value_max) == (5, 7)


@pytest.mark.parametrize("operator", ["reach", "text"])
def test_grades_need_a_text(operator: str) -> None:
    assert mistakes(Target, TARGET | {"operator": operator}) == [((), "text_missing")]
    assert Target.model_validate_json(json.dumps(TARGET | {"operator": operator, "text": "建成"})).text == "建成"


def test_keep_needs_nothing() -> None:
    assert Target.model_validate_json(json.dumps(TARGET | {"operator": "keep"})).operator == "keep"


def test_integers_and_decimals_keep_their_type() -> None:
    whole = Figure.model_validate_json('{"operator": "=", "value": 6, "text": "6"}')
    decimal = Figure.model_validate_json('{"operator": "=", "value": 6.5, "text": "6.5"}')
    assert (whole.value, type(whole.value)) == (6, int)
    assert (decimal.value, type(decimal.value)) == (6.5, float)


@pytest.mark.parametrize(
    ("year", "kind"),
    [(1899, "greater_than_equal"), (2101, "less_than_equal"), ("2025", "int_type"), (2025.0, "int_type"), (True, "int_type")],
)
def test_years(year: object, kind: str) -> None:
    assert mistakes(Target, TARGET | {"operator": "keep", "by": year}) == [(("by",), kind)]


@pytest.mark.parametrize("year", [1900, 2100])
def test_years_at_the_bounds(year: int) -> None:
    assert Target.model_validate_json(json.dumps(TARGET | {"operator": "keep", "by": year})).by == year


def test_a_plan_of_the_least_that_it_needs() -> None:
    plan = Plan.model_validate_json(json.dumps(PLAN))
    assert plan.order == 0
    assert plan.dated is None
    assert plan.expected.model_dump() == {"chapters": None, "sections": None, "tasks": None, "indicators": None, "boxes": None}


@pytest.mark.parametrize("field", ["title", "short_title", "kind", "regions", "period", "summary", "documents", "validity"])
def test_required_fields_of_a_plan(field: str) -> None:
    assert mistakes(Plan, {name: value for name, value in PLAN.items() if name != field}) == [((field,), "missing")]


def test_validity_is_never_assumed() -> None:
    assert Plan.model_fields["validity"].is_required()


def test_a_period_runs_forward() -> None:
    assert mistakes(Plan, PLAN | {"period": {"start": 2025, "end": 2021}}) == [(("period",), "period_reversed")]


@pytest.mark.parametrize("day", ["2021-3-1", "2021-02-30", "2021", "2021-03-01T00:00:00", "20210301", "1614556800", "86400", 2021, 86400])
def test_dates_are_written_in_full(day: object) -> None:
    assert [place for place, _ in mistakes(Plan, PLAN | {"dated": day})] == [("dated",)]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://a.b", "//a.b", "http://a b", "https://a/<b>", "https://", "http://a\n", 'http://a"b']
)
def test_addresses_are_of_the_web(address: str) -> None:
    value = {
        "id": "x",
        "date": "2025-03-02",
        "subject": "a-001",
        "status": "done",
        "text": "甲",
        "evidence": [{"title": "乙", "source": address}],
    }
    assert (("evidence", 0, "source"), "string_pattern_mismatch") in mistakes(Update, value)


def test_evidence_is_an_address_or_a_named_document() -> None:
    value = {"id": "x", "date": "2025-03-02", "subject": "a-001", "status": "done", "text": "甲", "evidence": [{"title": "乙"}]}
    assert (("evidence", 0), "evidence_missing") in mistakes(Update, value)
    found = Update.model_validate_json(json.dumps({**value, "evidence": [{"title": "乙", "document": "某报2025年3月2日第2版"}]}))
    assert found.evidence[0].source is None


def test_progress_needs_evidence() -> None:
    value = {"id": "x", "date": "2025-03-02", "subject": "a-001", "status": "done", "text": "甲", "evidence": []}
    assert mistakes(Update, value) == [(("evidence",), "too_short")]


def test_a_contradiction_has_two_places() -> None:
    value = {"id": "a-n01", "plan": "a", "kind": "contradiction", "subjects": ["a-001"], "text": "甲", "sources": [SOURCE]}
    assert mistakes(Note, value) == [((), "one_place")]
    assert len(Note.model_validate_json(json.dumps(value | {"sources": [SOURCE, SOURCE]})).sources) == 2
    assert len(Note.model_validate_json(json.dumps(value | {"kind": "slip"})).sources) == 1


def test_the_start_of_a_passage_is_short() -> None:
    assert Source.model_validate_json(json.dumps({"starts": "一" * 16})).starts == "一" * 16
    with pytest.raises(ValidationError):
        Source.model_validate_json(json.dumps({"starts": "一" * 17}))


@pytest.mark.parametrize("code", ["99010", "9901011", "99010x", "９９０１０１"])
def test_region_codes_have_six_digits(code: str) -> None:
    value = {"id": "a", "name": "甲", "level": "county", "code": {"value": code, "year": 2000}}
    assert mistakes(Region, value) == [(("code", "value"), "string_pattern_mismatch")]


@pytest.mark.parametrize("name", ["", " ", "\u3000", "\n", "甲\n乙", "甲\u2028乙"])
def test_a_name_is_one_line_with_something_on_it(name: str) -> None:
    assert [place for place, _ in mistakes(Unit, {"id": "a", "name": name, "kind": "government", "region": "b"})] == [("name",)]


@pytest.mark.parametrize("text", ["", " ", "\u3000\n"])
def test_prose_says_something(text: str) -> None:
    assert [place for place, _ in mistakes(Term, {"id": "a", "term": "甲", "explanation": text, "basis": "general"})] == [("explanation",)]


def test_records_are_frozen() -> None:
    region = Region(id="a", name="甲", level="county")
    with pytest.raises(ValidationError):
        region.name = "乙"  # type: ignore[misc]


@pytest.mark.parametrize("kind", list(RECORDS))
def test_every_field_is_described_for_the_dictionary(kind: str) -> None:
    assert [name for name, field in RECORDS[kind].model_fields.items() if not field.description] == []
    assert RECORDS[kind].model_config["extra"] == "forbid"
    assert RECORDS[kind].model_config["strict"] is True
    assert RECORDS[kind].model_config["frozen"] is True


@pytest.mark.parametrize("kind", list(RECORDS))
def test_nested_lists_name_kinds(kind: str) -> None:
    assert [child for child in RECORDS[kind].NESTED.values() if child not in RECORDS] == []


def test_a_word_that_is_no_term_must_hold_the_term() -> None:
    value = {"id": "a", "term": "布鲁", "explanation": "乙", "basis": "general", "aliases": ["丙"]}
    assert Term.model_validate_json(json.dumps(value | {"unless": ["布鲁氏菌", "甲丙"]})).unless == ("布鲁氏菌", "甲丙")
    for word in ("布鲁", "别的"):
        assert mistakes(Term, value | {"unless": [word]}) == [((), "unless_unused")]
