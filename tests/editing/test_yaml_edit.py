"""Only the characters of a value change."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.yaml_edit import edited
from generator.source import load


def value_of(text: str) -> Any:
    source, findings = load(text.encode(), "a.yml")
    assert findings == []
    assert source is not None
    return source.value


def after(text: str, new: dict[str, Any]) -> str:
    result = edited(text, [((), value_of(text), new)])
    assert value_of(result) == new
    return result


@pytest.mark.parametrize(
    ("text", "new", "wanted"),
    [
        ("a: x  # why\nb: y\n", {"a": "z", "b": "y"}, "a: z  # why\nb: y\n"),
        ("a: 'x'  # why\n", {"a": "it's"}, "a: 'it''s'  # why\n"),
        ('a: "x"\n', {"a": "z"}, 'a: "z"\n'),
        ("a: |\n  x\n  y\n\n# tail\nb: 1\n", {"a": "z", "b": 1}, "a: z\n\n# tail\nb: 1\n"),
        ("a: long\n  text\nb: 1\n", {"a": "z", "b": 1}, "a: z\nb: 1\n"),
        ("a:\nb: 1\n", {"a": "z", "b": 1}, "a: z\nb: 1\n"),
        ("a: 1 # x\nb: 2 # y\n# z\nc: 3", {"a": 1, "c": 3}, "a: 1 # x\n# z\nc: 3"),
        ("a: 1\nb: 2", {"a": 1}, "a: 1\n"),
        ("a: 1\nb: 2\n", {"b": 2}, "b: 2\n"),
        ("a: 1", {"a": 1, "b": 2}, "a: 1\nb: 2"),
        ("a: 1 # x\n\nc: 3\n", {"a": 1, "b": [1, 2], "c": 3}, "a: 1 # x\nb: [1, 2]\n\nc: 3\n"),
        ("a: 1\r\nb: 2\r\n", {"a": 1, "c": "x", "b": 2}, "a: 1\r\nc: x\r\nb: 2\r\n"),
        ("{a: 1, b: 2, c: 3}  # x\n", {"a": 1, "c": 3}, "{a: 1, c: 3}  # x\n"),
        ("{a: 1, b: 2, c: 3}\n", {"c": 3}, "{c: 3}\n"),
        ("{a: 1, b: 2}\n", {"a": 1, "c": "x, y", "b": 2}, '{a: 1, c: "x, y", b: 2}\n'),
        ("a: [x, y, z]  # k\n", {"a": ["x", "z"]}, "a: [x, z]  # k\n"),
        ("a: [x, y]\n", {"a": ["w", "x", "y", "z"]}, "a: [w, x, y, z]\n"),
        ("a: [x, 'y']\n", {"a": ["z", "y"]}, "a: [z, 'y']\n"),
        ("a: [x]\n", {"a": ["p", "q"]}, "a: [p, q]\n"),
        ("a: []\n", {"a": ["p"]}, "a: [p]\n"),
        ("a:\n  - x  # 1\n  - y  # 2\n  # 3\n  - z\n", {"a": ["x", "z"]}, "a:\n  - x  # 1\n  # 3\n  - z\n"),
        ("a:\n  - x  # 1\n  - yy\n", {"a": ["w", "x", "m", "yy"]}, "a:\n  - w\n  - x  # 1\n  - m\n  - yy\n"),
        ("a:\n- {k: x}  # 1\n- {k: y}\n", {"a": [{"k": "x"}, {"k": "z", "l": 1}]}, "a:\n- {k: x}  # 1\n- {k: z, l: 1}\n"),
        ("a:\n  - k: x  # 1\n    l: 2\n", {"a": [{"k": "p", "l": 2}, {"k": "q"}]}, "a:\n  - k: p  # 1\n    l: 2\n  - {k: q}\n"),
        ("𠀀: 𠀁  # 𠀂\nb: 1\n", {"𠀀": "字", "b": 1}, "𠀀: 字  # 𠀂\nb: 1\n"),
        ("a: {k: 1}\nb: 2\n", {"b": 2}, "b: 2\n"),
        ("a: [x,\n  y,  # why\n  z]\n", {"a": ["x", "y", "w"]}, "a: [x,\n  y,  # why\n  w]\n"),
    ],
)
def test_only_the_value_changes(text: str, new: dict[str, Any], wanted: str) -> None:
    assert after(text, new) == wanted


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=8)
scalars = words | st.integers(-99, 99) | st.booleans()
entries = st.lists(scalars, min_size=1, max_size=5) | st.lists(
    st.dictionaries(st.sampled_from("klm"), scalars, min_size=1), min_size=1, max_size=4
)
TEXT = """\
# head
a: plain  # one
b: "quoted"

c: [x, y, 'z']  # two
d:
  # three
  - first  # four
  - second
  # five
e: {k: 1, l: v}  # six
f:
  - {k: 1}
  - k: 2
    l: 3  # seven
# tail
"""


@given(st.dictionaries(st.sampled_from("abcdefg"), scalars | entries, min_size=1), st.booleans())
def test_any_change_says_what_it_should(changes: dict[str, Any], crlf: bool) -> None:
    text = TEXT.replace("\n", "\r\n") if crlf else TEXT
    result = after(text, value_of(text) | changes)
    assert result.startswith("# head")
    kept = {"a": "# one", "c": "# two", "e": "# six"}
    assert all(comment in result for name, comment in kept.items() if name not in changes)
    assert result.endswith("# tail\r\n" if crlf else "# tail\n") or "g" in changes or "f" in changes
