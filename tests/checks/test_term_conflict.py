from __future__ import annotations

import pytest

from generator.checks import term_conflict
from tests.copies import Copy, error

RULE = term_conflict.RULE
TERMS = "terms.yml"


def add(copy: Copy, fields: str) -> None:
    copy.append(TERMS, f"  - {{id: new, explanation: 另一种解释。, basis: general, {fields}}}\n")


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


@pytest.mark.parametrize(
    ("fields", "word", "other"),
    [
        ("term: 日间照料", "日间照料", "day-care"),
        ("term: 甲, aliases: [日间照料]", "日间照料", "day-care"),
        ("term: 一带, scope: [qinghe-145]", "一带", "one-belt"),
        ("term: 茶带, scope: [qinghe-145-c02]", "茶带", "one-belt"),
        ("term: 一带, scope: [linhe-2024-s01]", "一带", "one-belt-linhe"),
    ],
)
def test_a_word_explained_twice_for_the_same_pages(copy: Copy, fields: str, word: str, other: str) -> None:
    add(copy, fields)
    assert copy.check(RULE) == [error(copy.span(TERMS, "{id: new"), RULE, f"“{word}”已经由“{other}”解释了；意思不同的话请写 scope")]


@pytest.mark.parametrize(
    "fields", ["term: 日间照料, scope: [qinghe-145]", "term: 一带", "term: 茶带, scope: [linhe-2024]", "term: 甲, aliases: [乙, 乙]"]
)
def test_homonyms_are_told_apart_by_their_scope(copy: Copy, fields: str) -> None:
    add(copy, fields)
    assert copy.check(RULE) == []


def test_a_scope_is_no_other_that_only_starts_like_it(copy: Copy) -> None:
    copy.edit(TERMS, "scope: [linhe-2024]", "scope: [qinghe-1450]")
    assert copy.check(RULE) == []
