from __future__ import annotations

from typing import get_args

import pytest

from generator.changes.fields import COMPARED, MINOR, WORDS, fields_of
from generator.model import RECORDS
from generator.model.history import ChangedKind


def test_a_change_can_be_of_every_kind_that_is_compared() -> None:
    assert get_args(ChangedKind) == COMPARED


@pytest.mark.parametrize("kind", COMPARED)
def test_every_statement_has_a_word(kind: str) -> None:
    assert set(fields_of(kind)) <= set(WORDS)


def test_no_word_is_left_over() -> None:
    used = {field for kind in COMPARED for field in fields_of(kind)} | {"id"}
    assert set(WORDS) - used == set()
    assert used >= MINOR


def test_nested_lists_and_ids_are_not_compared() -> None:
    assert "targets" not in fields_of("task")
    assert "children" not in fields_of("division")
    assert all("id" not in fields_of(kind) for kind in COMPARED)
    assert fields_of("target")["value"] == ("operator", "quantity", "value", "value_max", "measure", "text")
    assert "date" in fields_of("update"), "fields bear the names of the data"
    assert set(COMPARED) < set(RECORDS)
