"""Columns are part of the contract: their names follow from the fields, and a change of either must be seen here."""

from __future__ import annotations

import pytest

from generator.model import RECORDS
from generator.tables import FILES, Column, columns, shape_of


def names(kind: str) -> list[str]:
    return [column.name for column in columns(kind)]


@pytest.mark.parametrize("kind", FILES)
def test_the_id_is_first_our_address_last_and_no_name_is_used_twice(kind: str) -> None:
    found = names(kind)
    assert found[0] == "id"
    assert found[-1] == "url"
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("kind", FILES)
def test_every_field_of_the_record_has_columns_in_the_order_of_the_model(kind: str) -> None:
    fields = [field.alias or name for name, field in RECORDS[kind].model_fields.items()]
    first_parts = list(dict.fromkeys(name.partition(".")[0] for name in names(kind)))
    assert first_parts[: len(fields)] == fields
    assert [slot.name for slot in shape_of(kind).slots] == first_parts


@pytest.mark.parametrize("kind", FILES)
def test_every_column_is_explained(kind: str) -> None:
    assert all(column.description.strip() for column in columns(kind))


def test_columns_of_tasks() -> None:
    """The whole list once, so that a change of the contract is a change of this test."""
    assert " ".join(names("task")) == (
        "id plan plan.name division division.name number title title_basis order "
        "source.starts source.nth source.item source.ends source.document source.url summary meaning measures targets "
        "leads.unit leads.unit.name leads.role_printed leads.role_basis "
        "participants.unit participants.unit.name participants.role_printed participants.role_basis "
        "topics topics.name audiences audiences.name places places.name projects projects.name indicators indicators.name "
        "related.task related.reason url"
    )


def column(kind: str, name: str) -> Column:
    return next(c for c in columns(kind) if c.name == name)


def test_what_a_column_says_of_itself() -> None:
    unit = column("task", "leads.unit")
    assert (unit.many, unit.leaf.kinds, unit.required, unit.origin) == (True, ("unit",), False, "data")
    assert column("task", "leads.unit.name").origin == "name"
    assert column("task", "plan").required
    assert column("task", "source.url").origin == "added"
    assert column("unit", "leads").origin == "added"
    assert column("plan", "counts.tasks").origin == "added"
    assert column("target", "value").leaf.type == "number"
    assert not column("target", "base.year").required
    assert column("target", "operator").leaf.choices[0] == "="
    assert column("target", "owner").leaf.kinds == ("task", "division", "indicator-row")
    assert column("update", "date").leaf.type == "date"
    assert column("box", "groups").json


def test_ids_of_tasks_and_targets_have_no_names_beside_them() -> None:
    assert "targets.name" not in names("task")
    assert "tasks.name" not in names("project")
    assert "owner.name" not in names("target")
