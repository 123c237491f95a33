"""Changes of a file's text touch their own lines and no others."""

from __future__ import annotations

from datetime import date

import pytest

from generator.authoring.change import at, change, insert, line_of
from generator.authoring.comments import parse
from generator.authoring.redirects import add_redirect, retired
from generator.authoring.tree import Entry, Group, Scalar, Tree
from generator.source import load

INNER = "units/hure.yml"
LOOSE = """\
# 库伦
units:
- id: b   # 二

  name:   "乙"
  kind: government
# 中间
- {id: a, name: 甲, kind: government}
# 最后
"""


def test_a_record_is_put_behind_the_others_in_their_own_style() -> None:
    made = insert(LOOSE, INNER, (), "units", {"id": "c", "name": "丙"})
    assert made == LOOSE.replace("# 最后\n", "- id: c\n  name: 丙\n# 最后\n")
    assert line_of(made, "c") == 9


def test_a_list_that_is_not_there_yet_gets_its_place() -> None:
    text = "units:\n  - id: a\n    name: 甲  # 一\n    note: 说明\n"
    made = insert(text, INNER, ("units", 0), "aliases", {"id": "x"})
    assert made.splitlines()[2] == "    name: 甲  # 一"
    assert made.endswith("    note: 说明\n")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_value_changes_alone(end: str, mark: str) -> None:
    def edit(tree: Tree) -> None:
        at(tree, ("units", 0, "name")).value = Scalar("丁")

    text = mark + LOOSE.replace("\n", end)
    made = change(text, INNER, edit)
    assert made == text.replace('"乙"', "丁")


def test_what_is_not_there_is_said() -> None:
    tree = parse(LOOSE)
    assert tree is not None
    paths: list[tuple[str | int, ...]] = [("units", 2), ("units", "a"), ("units", 0, "nothing"), ("units", 0, "name", 0)]
    for path in paths:
        with pytest.raises(KeyError):
            at(tree, path)


def test_redirects_are_added_and_lead_on() -> None:
    first = add_redirect("", "b", "c", date(2026, 1, 2), "合并: 一")
    assert first.splitlines()[1:] == ["redirects:", "  - {from: b, to: c, since: 2026-01-02, reason: '合并: 一'}"]
    second = add_redirect(first.replace("redirects:", "# 说明\nredirects:"), "c", "topics/", date(2026, 1, 3), "不再收录")
    source, _ = load(second.encode(), "")
    assert source is not None
    assert [row["to"] for row in source.value["redirects"]] == ["topics/", "topics/"]
    assert "# 说明" in second
    assert retired(second) == ["b", "c"]
    assert retired("") == retired("redirects: 1\n") == retired("- [") == []


def test_trees_can_be_made_by_hand() -> None:
    group = Group([Entry(Scalar(1), "a")])
    assert group.get("a") is group.entries[0]
    assert group.get("b") is None
