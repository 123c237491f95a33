from __future__ import annotations

import pytest

from generator.checks import scoped_id
from tests.copies import QINGHE, Copy, error

RULE = scoped_id.RULE
P1 = QINGHE + "p1.yml"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            P1,
            "id: qinghe-145-c02-s01\n",
            "id: qinghe-145-c02-k01\n",
            "编号“qinghe-145-c02-k01”应该是“qinghe-145-”加上 c02 或 c02-s01 这样的写法",
        ),
        (
            P1,
            "id: qinghe-145-c02-s01\n",
            "id: linhe-2024-c02-s01\n",
            "编号“linhe-2024-c02-s01”应该是“qinghe-145-”加上 c02 或 c02-s01 这样的写法",
        ),
        (P1, "- id: qinghe-145-002\n", "- id: qinghe-145-2\n", "编号“qinghe-145-2”应该是“qinghe-145-”加上 021 这样的写法"),
        (P1, "{id: qinghe-145-003-t01,", "{id: qinghe-145-002-t01,", "编号“qinghe-145-002-t01”应该是“qinghe-145-003-”加上 t01 这样的写法"),
        (P1, "{id: qinghe-145-c01-r01,", "{id: qinghe-145-r01,", "编号“qinghe-145-r01”应该是“qinghe-145-c01-”加上 r01 这样的写法"),
        (QINGHE + "boxes.yml", "{id: qinghe-145-b01,", "{id: qinghe-145-b1,", "编号“qinghe-145-b1”应该是“qinghe-145-”加上 b01 这样的写法"),
        (
            QINGHE + "indicators.yml",
            "- id: qinghe-145-i02\n",
            "- id: qinghe-145-02\n",
            "编号“qinghe-145-02”应该是“qinghe-145-”加上 i01 这样的写法",
        ),
        (QINGHE + "notes.yml", "{id: qinghe-145-n02,", "{id: n02,", "编号“n02”应该是“qinghe-145-”加上 n01 这样的写法"),
        (
            "updates/qinghe-145.yml",
            "- id: qinghe-145-001-u01\n",
            "- id: qinghe-145-002-u01\n",
            "编号“qinghe-145-002-u01”应该是“qinghe-145-001-”加上 u01 这样的写法",
        ),
    ],
)
def test_an_id_that_does_not_say_where_it_belongs(copy: Copy, file: str, old: str, new: str, message: str) -> None:
    copy.edit(file, old, new)
    inside = new.strip("-{, \n").removeprefix("id: ")
    assert copy.check(RULE) == [error(copy.span(file, new, inside), RULE, message)]


def test_ids_of_shared_records_are_free(copy: Copy) -> None:
    copy.edit("audiences.yml", "id: tea-growers", "id: growers-of-tea")
    assert copy.check(RULE) == []
