"""Every diagnostic has its explanation, and every explanation its diagnostic."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.authoring.explain import as_words, explanations
from generator.authoring.mend import MENDABLE
from generator.checks import CHECKS
from generator.source import load

PACKAGE = Path(__file__).parent.parent.parent / "generator"
MAKERS = {"Diagnostic": 1, "error": 1, "warning": 1, "problem": 3, "hint": 1}
"""Functions that take a code → which argument it is."""


def _constants(tree: ast.Module) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        value = getattr(node, "value", None)
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            found |= {target.id: value.value for target in targets if isinstance(target, ast.Name)}
    return found


def codes() -> Iterator[str]:
    """Yield the code of every diagnostic that the program can make, read from its source."""
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        known = _constants(tree)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in MAKERS:
                continue
            given = node.args[MAKERS[node.func.id]] if len(node.args) > MAKERS[node.func.id] else None
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                yield given.value
            elif isinstance(given, ast.Name) and given.id in known:
                yield known[given.id]
            elif isinstance(given, ast.Name) and given.id.isupper():
                yield from _imported(tree, given.id)


def _imported(tree: ast.Module, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and any(alias.name == name for alias in node.names):
            file = PACKAGE.parent.joinpath(*node.module.split(".")).with_suffix(".py")
            yield _constants(ast.parse(file.read_text(encoding="utf-8")))[name]


CODES = set(codes())


def test_the_source_was_read() -> None:
    assert {"yaml", "record", "settings", "no-passage", "role-differs", "container-scan", *CHECKS} <= CODES


def test_every_code_is_explained_and_every_explanation_is_of_a_code() -> None:
    assert CODES - set(explanations()) == set(), "write them into generator/authoring/explanations/"
    assert set(explanations()) - CODES == set(), "no diagnostic has these codes"
    assert set(explanations()) >= MENDABLE


@pytest.mark.parametrize("code", sorted(explanations()))
def test_an_explanation_says_something_and_its_examples_differ(code: str) -> None:
    one = explanations()[code]
    words = as_words(one, mended=code in MENDABLE)
    assert words.startswith(f"{code}：{one.means}")
    assert one.wrong != one.right
    for text in (one.means, one.why, one.mend):
        assert any("\u4e00" <= c <= "\u9fff" for c in text) and text.endswith("。")
    assert ("--fix" in words.splitlines()[-1]) is (code in MENDABLE or "--fix" in one.mend)


@pytest.mark.parametrize("code", ["yaml", "duplicate-key"])
def test_wrong_examples_of_reading_are_refused_and_right_ones_are_not(code: str) -> None:
    one = explanations()[code]
    assert code in {finding.rule for finding in load(one.wrong.encode(), "")[1]}
    assert load(one.right.encode(), "")[1] == []
