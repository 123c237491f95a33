from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model import RECORDS
from generator.model.identity import FOLDERS, ID_LENGTH, KINDS, LOCAL_ID, RECORD_FOLDERS, Id, local_part

ID = TypeAdapter(Id)

BAD_IDS = [
    *["", " ", "../x", "..", ".", "a/b", "/a", "a\\b", "A", "aB", "空", "a空", "con..", "a.b", "a_b", "a b", "a--b", "-a", "a-", "-"],
    *["a\n", "a\x00", "\ta", "a#b", "a?b", "a%2e", "a:b", "<a>", "é", "ａ", "１", "a" * (ID_LENGTH + 1)],
]


@pytest.mark.parametrize("text", BAD_IDS)
def test_ids_that_could_be_a_path_or_markup_are_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        ID.validate_python(text)


@pytest.mark.parametrize("text", ["a", "0", "alxa-right-145-021", "alxa-right-145-c02-s01", "5g", "a" * ID_LENGTH])
def test_ids_of_the_design_are_accepted(text: str) -> None:
    assert ID.validate_python(text) == text


@given(st.text(max_size=12))
@settings(max_examples=300, deadline=None)
def test_an_accepted_id_is_a_safe_name(text: str) -> None:
    try:
        ID.validate_python(text)
    except ValidationError:
        return
    assert set(text) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert all(text.split("-"))


def test_local_part() -> None:
    assert local_part("alxa-right-145-c02", "alxa-right-145") == "c02"
    with pytest.raises(ValueError, match="alxa-right-1450 does not belong to alxa-right-145"):
        local_part("alxa-right-1450", "alxa-right-145")


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("task", ["001", "1234"], ["1", "01", "12345", "t01", "001-x"]),
        (
            "division",
            ["p1", "c02", "c02-s01", "c02-s01-s02", "s01", "preface", "annex1", "annex1-s01", "p1-s01"],
            ["c2", "x01", "c02-", "c02-p1", "s1"],
        ),
        ("box", ["b01"], ["b1", "b001", "01"]),
        ("indicator-row", ["i01", "i123"], ["i1", "01"]),
        ("target", ["t01", "t123"], ["t1", "r01"]),
        ("result", ["r01"], ["r1", "t01"]),
        ("update", ["u01"], ["u1"]),
        ("note", ["n01"], ["n1"]),
    ],
)
def test_local_parts_are_those_of_the_design(kind: str, good: list[str], bad: list[str]) -> None:
    pattern = LOCAL_ID[kind]
    assert [text for text in good if not pattern.match(text)] == []
    assert [text for text in bad if pattern.match(text)] == []


def test_every_kind_has_a_record_and_an_address_of_its_own() -> None:
    assert set(RECORDS) == set(KINDS) == set(RECORD_FOLDERS)
    assert {kind: model.KIND for kind, model in RECORDS.items()} == {kind: kind for kind in KINDS}
    assert len(set(RECORD_FOLDERS.values())) == len(RECORD_FOLDERS)
    assert {kind: RECORD_FOLDERS[kind] for kind in FOLDERS} == FOLDERS
