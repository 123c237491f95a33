from __future__ import annotations

from pathlib import Path

import generator.checks as checks
from tests.copies import Copy


def test_every_module_is_a_rule_under_its_own_name() -> None:
    modules = {path.stem for path in Path(checks.__file__).parent.glob("*.py")} - {"__init__"}
    assert {name.replace("_", "-") for name in modules} == set(checks.CHECKS)


def test_every_rule_has_tests() -> None:
    tested = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")} - {"checks"}
    assert {name.replace("_", "-") for name in tested} == set(checks.CHECKS)


def test_run_collects_every_rule(copy: Copy) -> None:
    assert checks.run(copy.graph()) == []
    copy.edit("topics.yml", "order: 2", "order: 1")
    copy.edit("places/qinghe.yml", "parent: baishi", "parent: baisi")
    copy.edit("units/qinghe.yml", "note: 原文没有列全。", "note: 待补")
    assert {d.rule for d in checks.run(copy.graph())} == {"duplicate-order", "unresolved-reference", "placeholder"}
