from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from generator.model import Change, Redirect

CHANGE = {"id": "c-1", "date": "2026-01-02", "what": "changed", "kind": "task", "subject": "a-1", "about": "甲", "text": "甲改了"}


def redirect(**values: str) -> Redirect:
    given = {"from": "a-1", "to": "b-1", "since": "2026-01-01", "reason": "合并"} | values
    return Redirect.model_validate_json(json.dumps(given))


@pytest.mark.parametrize(("named", "identifier"), [("a-1", "a-1"), ("topics/old/", "topics-old"), ("plans/p/c02/", "plans-p-c02")])
def test_a_redirect_is_called_after_what_it_retires(named: str, identifier: str) -> None:
    found = redirect(**{"from": named})
    assert (found.id, found.from_) == (identifier, named)
    assert Redirect.model_validate_json(found.model_dump_json(by_alias=True)) == found


@pytest.mark.parametrize("named", ["A", "a/b", "/a/", "../a/", "a//b/", "https://example.org/", "a b", "", "a/index.html", "甲"])
def test_neither_an_id_nor_an_address(named: str) -> None:
    for values in ({"from": named}, {"to": named}):
        with pytest.raises(ValidationError):
            redirect(**values)


def test_a_redirect_to_itself_and_an_id_of_its_own() -> None:
    with pytest.raises(ValidationError, match="转不到别处"):
        redirect(to="a-1")
    with pytest.raises(ValidationError, match="不用写"):
        redirect(id="x")


def test_only_corrections_say_since_when_and_why() -> None:
    assert not Change.model_validate_json(json.dumps(CHANGE)).correction
    for values in ({"since": "2026-01-01"}, {"reason": "抄错"}):
        with pytest.raises(ValidationError, match="只写在更正里"):
            Change.model_validate_json(json.dumps(CHANGE | values))
        Change.model_validate_json(json.dumps(CHANGE | values | {"correction": True}))
    with pytest.raises(ValidationError, match="不能晚于"):
        Change.model_validate_json(json.dumps(CHANGE | {"correction": True, "since": "2026-01-03"}))


def test_a_wrong_from_is_one_mistake() -> None:
    for named in ("../../etc/", "Big", ""):
        with pytest.raises(ValidationError) as caught:
            redirect(**{"from": named})
        assert [error["loc"] for error in caught.value.errors()] == [("from",)]


@pytest.mark.parametrize(("identifier", "number"), [("2026-01-02-001", 1), ("2026-01-02-1234", 1234), ("c-1", 1), ("2026-01-02-road", 0)])
def test_the_running_number_of_a_change_is_how_its_id_ends(identifier: str, number: int) -> None:
    assert Change.model_validate_json(json.dumps(CHANGE | {"id": identifier})).number == number
