from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Span
from generator.source import Source, load
from generator.source.load import DEEPEST, LARGEST_FILE, MOST_NODES, Path
from tests.copies import place

FILE = "data/a.yml"


def read(text: str) -> tuple[Any, list[tuple[int, int, str, str]]]:
    """Return the value, and line, column, rule and message of each finding."""
    source, findings = load(text.encode(), FILE)
    return (source.value if source else None), [(d.span.line, d.span.column, d.rule, d.message) for d in findings]


def good(text: str) -> Source:
    source, findings = load(text.encode(), FILE)
    assert findings == []
    assert source is not None
    return source


def refused(text: str) -> tuple[int, int, str]:
    """Return line, column and message of the only finding of a text that cannot be used."""
    source, findings = load(text.encode(), FILE)
    assert source is None
    (only,) = findings
    assert (only.span.file, only.rule) == (FILE, "yaml")
    return only.span.line, only.span.column, only.message


# What is read


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("0o14", 12),
        ("0x1F", 31),
        ("010", 10),
        ("~", None),
        ("", None),
        ("2021-03-01", "2021-03-01"),
        ("1_000", "1_000"),
        ("1e3", 1000.0),
        ("true", True),
        ('"true"', "true"),
        ("'010'", "010"),
        ('"~"', "~"),
        ("|\n  10\n", "10\n"),
        (">-\n  10\n", "10"),
        ("{}", {}),
        ("[]", []),
        ("[1, {b: 二}]", [1, {"b": "二"}]),
        ("35.5%以上", "35.5%以上"),
        ("说：“好”", "说：“好”"),
    ],
)
def test_values_follow_yaml_1_2_core(written: str, value: object) -> None:
    read_back = good(f"a: {written}\n").value
    assert read_back == {"a": value}
    assert type(read_back["a"]) is type(value)


def test_keys_are_text() -> None:
    assert good("1: a\ntrue: b\n~: c\n2021-03-01: d\n<<: e\n").value == {"1": "a", "true": "b", "~": "c", "2021-03-01": "d", "<<": "e"}


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    source = good("\ufeffa: 1\n")
    assert source.value == {"a": 1}
    assert source.keys[("a",)] == Span(FILE, 1, 1)
    assert source.positions[("a",)] == Span(FILE, 1, 4)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(ends: str) -> None:
    source = good(ends.join(["a: 1", "", "b:", "  - 二", ""]))
    assert source.value == {"a": 1, "b": ["二"]}
    assert source.positions[("b", 0)] == Span(FILE, 4, 5)


def test_comments_and_one_document_mark() -> None:
    assert good("# 甲\n---\na: 1 # 乙\n...\n").value == {"a": 1}


def test_positions_count_characters() -> None:
    source = good("甲: {乙: 丙, 😀: 丁}\n")
    assert source.keys[("甲",)] == Span(FILE, 1, 1)
    assert source.positions[("甲",)] == Span(FILE, 1, 4)
    assert source.positions[("甲", "乙")] == Span(FILE, 1, 8)
    assert source.keys[("甲", "😀")] == Span(FILE, 1, 11)
    assert source.positions[("甲", "😀")] == Span(FILE, 1, 14)


def test_a_missing_part_points_at_the_deepest_that_exists() -> None:
    source = good("a:\n  - b: 1\n")
    assert source.span(("a", 0, "b")) == Span(FILE, 2, 8)
    assert source.span(("a", 0, "x", 7)) == Span(FILE, 2, 5)
    assert source.span(("a", 9)) == Span(FILE, 2, 3)
    assert source.span(("z",)) == Span(FILE, 1, 1)
    assert source.key_span(("a", 0, "b")) == Span(FILE, 2, 5)
    assert source.key_span(("a", 0, "x")) == Span(FILE, 2, 5)


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_invisible_line_separators_do_not_shift_positions(mark: str) -> None:
    _, findings = read(f"a: '甲{mark}乙'\nb: .inf\n")
    assert findings
    # Either the separator is refused at its own place, or what follows stands where editors show it.
    assert {found[:2] for found in findings} <= {(1, 6), (2, 4)}


def test_a_lone_tag_makes_no_number() -> None:
    value, findings = read("a: ! 12\n")
    assert value == {"a": "12"} or [found[:3] for found in findings] == [(1, 4, "yaml")]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_invisible_line_separators_make_no_field(mark: str) -> None:
    value, _ = read(f"title: 甲{mark}order: 3\n")
    assert value is None or "order" not in value


# What is refused


@pytest.mark.parametrize("text", ["", " ", "\n\n", "# 甲\n", "---\n", "---\n...\n", "~", "null\n", "\ufeff"])
def test_empty(text: str) -> None:
    assert refused(text) == (1, 1, "文件是空的")


def test_two_documents() -> None:
    assert refused("a: 1\n---\nb: 2\n") == (2, 1, "一个文件里只能有一份内容，请去掉中间的“---”")


def test_duplicate_keys_are_found_all() -> None:
    text = "a: 1\nb: 2\na: 3\nc:\n  d: 1\n  'd': 2\na: 4\n"
    assert read(text)[1] == [
        (3, 1, "duplicate-key", "字段“a”写了两次（第 1 行已经有了），请删去一个"),
        (6, 3, "duplicate-key", "字段“d”写了两次（第 5 行已经有了），请删去一个"),
        (7, 1, "duplicate-key", "字段“a”写了两次（第 3 行已经有了），请删去一个"),
    ]


@pytest.mark.parametrize("text", ["a: [x, y]\na: 1\n", "a: {b: [x]}\na: {c: 2}\n", "a: [x, y, z]\na: [x]\n", "a: [[x]]\na:\n"])
def test_a_duplicate_key_of_another_shape(text: str) -> None:
    value, findings = read(text)
    assert findings == [(2, 1, "duplicate-key", "字段“a”写了两次（第 1 行已经有了），请删去一个")]
    assert list(value) == ["a"]


def test_positions_of_a_duplicate_key_are_those_of_the_value_that_counts() -> None:
    source, _ = load(b"a: {b: [x]}\na: {c: 2}\n", FILE)
    assert source is not None
    assert source.value == {"a": {"c": 2}}
    assert set(source.positions) == {(), ("a",), ("a", "c")}
    assert source.span(("a", "b", 0)) == Span(FILE, 2, 4)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x 1\n", (1, 4, "不能使用 YAML 的锚点（&）；如果是文字，请加上引号")),
        ("a: 1\nb: *x\n", (2, 4, "不能使用 YAML 的别名（*）；如果是文字，请加上引号")),
        ("a: !!str 1\n", (1, 4, "不能使用 YAML 的标签（!）；如果是文字，请加上引号")),
        ("a: !!python/object/apply:os.system [ls]\n", (1, 4, "不能使用 YAML 的标签（!）；如果是文字，请加上引号")),
        ("!!set {a, b}\n", (1, 1, "不能使用 YAML 的标签（!）；如果是文字，请加上引号")),
        ("? [a]\n: b\n", (1, 3, "字段名只能是一个词")),
        ("a: {{b: 1}: 2}\n", (1, 5, "字段名只能是一个词")),
    ],
)
def test_what_yaml_can_do_and_data_need_not(text: str, found: tuple[int, int, str]) -> None:
    assert refused(text) == found


def test_billion_laughs() -> None:
    lines = ['a: &a ["lol", "lol"]'] + [f"{b}: &{b} [*{a}, *{a}, *{a}]" for a, b in zip("abcdefghi", "bcdefghij", strict=True)]
    assert refused("\n".join(lines)) == (1, 4, "不能使用 YAML 的锚点（&）；如果是文字，请加上引号")


def test_depth() -> None:
    assert good("[" * DEEPEST + "]" * DEEPEST).value
    assert refused("[" * (DEEPEST + 1)) == (1, DEEPEST + 1, "层次太深：最多 40 层")
    assert refused("[" * 100_000) == (1, DEEPEST + 1, "层次太深：最多 40 层")
    assert refused("- " * 5_000) == (1, 2 * DEEPEST + 1, "层次太深：最多 40 层")


def test_number_of_nodes() -> None:
    row = "- 1\n"
    source, findings = load((row * (MOST_NODES - 1)).encode(), FILE)
    assert findings == []
    assert source is not None
    assert len(source.value) == MOST_NODES - 1
    assert refused(row * MOST_NODES) == (MOST_NODES, 3, "内容太多：一个文件最多 200000 项，请拆成几个文件")


def test_size() -> None:
    assert good("a: 1\n#" + "x" * (LARGEST_FILE - 6)).value == {"a": 1}
    assert refused("a: 1\n#" + "x" * (LARGEST_FILE - 5)) == (1, 1, "文件太大（4000 kB，最多 4000 kB），请拆成几个文件")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("甲".encode("gbk"), 1),
        ("甲: 1\n乙: 2\n".encode("utf-16"), 1),
        (b"a: 1\nb: 2\nc: \xe4\xb8\nd: 3\n", 3),
        (b"\xff\xfe", 1),
        (b"a: \xed\xa0\x80", 1),
    ],
)
def test_other_encodings(data: bytes, line: int) -> None:
    assert load(data, FILE) == (None, [Diagnostic(Span(FILE, line), "yaml", "文件不是 UTF-8 编码，请在编辑器里另存为 UTF-8")])


@pytest.mark.parametrize("written", [".inf", "-.INF", ".nan"])
def test_numbers_that_cannot_be_used_are_found_all(written: str) -> None:
    value, findings = read(f"a: {written}\nb:\n  - 1\n  - {written}\nc: 1e999\n")
    assert value == {"a": None, "b": [1, None], "c": None}
    assert findings == [
        (1, 4, "yaml", f"“{written}”不是可以使用的数字"),
        (4, 5, "yaml", f"“{written}”不是可以使用的数字"),
        (5, 4, "yaml", "“1e999”超出了数字的范围"),
    ]


def test_findings_before_a_broken_line_are_kept() -> None:
    source, findings = load(b"a: .inf\na: 2\nb: *x\n", FILE)
    assert source is None
    assert [(d.span.line, d.rule) for d in findings] == [(1, "yaml"), (2, "duplicate-key"), (3, "yaml")]


# Whatever is thrown at it

TOKENS = [
    *[
        "a",
        "b",
        "标题",
        "a: ",
        "b: ",
        "- ",
        "? ",
        ": ",
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\na: ",
        "\nb: ",
        "\n  a: ",
        "\t",
        " ",
        "\r\n",
        "\r",
    ],
    *["[", "]", "{", "}", ",", "'", '"', "|", ">", "|-\n  ", "#", "&x ", "*x", "!", "!!str ", "!<a> ", "%YAML 1.2\n", "%", "@", "`"],
    *["---\n", "...\n", "~", "null", "1", ".inf", "0x1F", "1e999", "9" * 50, "\\", "\\x", "：", "title：甲", "<<: ", "😀", "\ufeff"],
    *["\x00", "\x07", "\x7f", "\x80", "\ufffe", "\uffff", "\\ud800", '"\\', "‘", "，", "“好”", "- title：甲\n"],
]
ANY_TEXT = st.lists(st.sampled_from(TOKENS), max_size=14).map("".join) | st.text(
    st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029")
)


def inside(span: Span, data: bytes) -> bool:
    """Say whether a place is one that an editor can show: at most behind the last character of a line that exists."""
    lines = re.split(r"\r\n|\r|\n", data.decode("utf-8-sig", "replace"))
    return 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1


def holds_up(data: bytes) -> None:
    source, findings = load(data, FILE)
    assert source is not None or findings
    assert [d for d in findings if d.span.file != FILE or not inside(d.span, data) or not d.message] == []
    if source is not None:
        assert source.value is not None
        # The parser places an empty value at the end of a file on the line after it.
        places = {*source.positions.values(), *source.keys.values()}
        assert [span for span in places if not inside(span, data + b"\n")] == []


@given(ANY_TEXT)
@settings(max_examples=500, deadline=None)
@example("a: [x]\na: 1\n")
@example("- [\n")
@example('a: "x\n\n\n')
def test_any_text_is_read_or_explained(text: str) -> None:
    holds_up(text.encode())


@given(st.binary(max_size=60) | ANY_TEXT.map(lambda text: text.encode("utf-16")) | ANY_TEXT.map(lambda text: text.encode("gbk", "replace")))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_explained(data: bytes) -> None:
    holds_up(data)


# What was dumped is read back

# The dumper follows YAML 1.1: it leaves these numbers of YAML 1.2 without quotes, and writes NEL, LS and PS as they are.
_NUMBER_1_2_ONLY = re.compile(r"0o[0-7]+|[-+]?(?:[0-9]+|\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?")
WORDS = [
    "no",
    "~",
    "",
    "1",
    "1.5",
    "true",
    "12:30",
    "- a",
    "a: b",
    "#a",
    "&a",
    "*a",
    "!a",
    "'a'",
    '"',
    "a\nb",
    "a\n\n b\n",
    " a ",
    "…",
    "---",
]
STRINGS = (st.sampled_from(WORDS) | st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029"), max_size=12)).filter(
    lambda text: not _NUMBER_1_2_ONLY.fullmatch(text) or text in {"1", "1.5"}
)
STRUCTURES = st.dictionaries(
    STRINGS,
    st.recursive(STRINGS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=3), max_leaves=8),
    max_size=4,
)
STYLES = st.sampled_from(
    [{}, {"default_flow_style": True}, {"default_flow_style": False, "indent": 4}, {"default_style": '"'}, {"width": 20}]
)


@given(STRUCTURES, STYLES)
@settings(max_examples=200, deadline=None)
def test_what_was_dumped_is_read_back(value: dict[str, Any], style: dict[str, Any]) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, **style)
    source, _ = load(text.encode(), FILE)
    assert source is not None
    assert source.value == value


@pytest.mark.parametrize("text", ["0o14", "1e3", "08", "+1e5", "a\x85b", "a\u2028b", "a\u2029b"])
def test_what_was_dumped_in_quotes_is_read_back(text: str) -> None:
    dumped = yaml.safe_dump({"a": text, "b": [text]}, default_style='"')
    assert good(dumped).value == {"a": text, "b": [text]}


# Positions

SHAPES = st.recursive(
    st.none(), lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.integers(0, 9), inner, min_size=1)
)


class Labels:
    """Gives every key and scalar of a shape a text of its own, and keeps where each stands."""

    def __init__(self) -> None:
        self.scalars: dict[Path, str] = {}
        self.keys: dict[Path, str] = {}

    def fill(self, shape: Any, path: Path = ()) -> Any:
        if isinstance(shape, list):
            return [self.fill(inner, (*path, number)) for number, inner in enumerate(shape)]
        if isinstance(shape, dict):
            filled = {}
            for inner in shape.values():
                key = f"键{len(self.keys)}号"
                self.keys[(*path, key)] = key
                filled[key] = self.fill(inner, (*path, key))
            return filled
        self.scalars[path] = f"值{len(self.scalars)}号 “甲”"
        return self.scalars[path]


@given(SHAPES, st.sampled_from([None, True, False]), st.sampled_from([None, "'", '"']), st.sampled_from([2, 4]))
@settings(max_examples=200, deadline=None)
def test_every_span_points_at_its_scalar(shape: Any, flow: bool | None, quote: str | None, indent: int) -> None:
    labels = Labels()
    value = labels.fill(shape)
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, default_style=quote, indent=indent, width=10_000)
    source = good(text)
    assert source.value == value
    opening = quote or ""
    for path, scalar in labels.scalars.items():
        assert source.positions[path] == Span(FILE, *place(text, opening + scalar + opening))
    assert set(source.keys) == set(labels.keys)
    for path, key in labels.keys.items():
        assert source.keys[path] == Span(FILE, *place(text, opening + key + opening))


@given(STRUCTURES, STYLES)
@settings(max_examples=100, deadline=None)
def test_positions_are_those_of_an_independent_reader(value: dict[str, Any], style: dict[str, Any]) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, **style)
    source, _ = load(text.encode(), FILE)
    assert source is not None
    wanted: dict[Path, Span] = {}

    def walk(node: Any, path: Path) -> None:
        wanted[path] = Span(FILE, node.start_mark.line + 1, node.start_mark.column + 1)
        if isinstance(node, yaml.MappingNode):
            for key, inner in node.value:
                walk(inner, (*path, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for number, inner in enumerate(node.value):
                walk(inner, (*path, number))

    walk(yaml.compose(text, Loader=yaml.SafeLoader), ())
    assert source.positions == wanted
