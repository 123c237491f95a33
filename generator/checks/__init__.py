"""The rules, one a module. Each offers ``check(graph)``, which yields diagnostics at the data's own lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks import (
    alias_conflict,
    date_order,
    division_parent,
    duplicate_order,
    duplicate_role,
    expected_count,
    lost_id,
    markup,
    missing_measure,
    parent_cycle,
    placeholder,
    plan_folder,
    prose_length,
    redirect,
    repeated_meaning,
    same_skeleton,
    scoped_id,
    self_reference,
    target_year,
    term_conflict,
    unresolved_reference,
    update_date,
    update_status,
)
from generator.diagnostics import Diagnostic
from generator.graph import Graph

Check = Callable[[Graph], Iterator[Diagnostic]]

CHECKS: dict[str, Check] = {
    module.RULE: module.check
    for module in (
        alias_conflict,
        date_order,
        division_parent,
        duplicate_order,
        duplicate_role,
        expected_count,
        lost_id,
        markup,
        missing_measure,
        parent_cycle,
        placeholder,
        plan_folder,
        prose_length,
        redirect,
        repeated_meaning,
        same_skeleton,
        scoped_id,
        self_reference,
        target_year,
        term_conflict,
        unresolved_reference,
        update_date,
        update_status,
    )
}


def run(graph: Graph) -> list[Diagnostic]:
    """Run every rule."""
    return [diagnostic for check in CHECKS.values() for diagnostic in check(graph)]
