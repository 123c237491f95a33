from __future__ import annotations

import pytest

from generator.source import load

FILE = "data/a.yml"
WIDE = "后面是全角冒号“：”，请改成半角冒号加空格“: ”"
TAB = "行首有制表符（Tab），请改用空格缩进"
CONTROL = "有不允许的字符，请删去这一行重新输入"


def only(text: str) -> tuple[int, int, str]:
    """Return line, column and message of the one finding of a text."""
    _, (found,) = load(text.encode(), FILE)
    assert (found.span.file, found.rule) == (FILE, "yaml")
    return found.span.line, found.span.column, found.message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("id: a\ntitle：甲\norder: 1\n", (2, 6, f"“title”{WIDE}")),
        ("标题：甲\norder: 1\n", (1, 3, f"“标题”{WIDE}")),
        ("a:\n  - id: x\n    title：甲\n    order: 1\n", (3, 10, f"“title”{WIDE}")),
        ("id: a\ntitle：甲\n\n\norder: 1\n", (2, 6, f"“title”{WIDE}")),
        ("title ：甲\norder: 1\n", (1, 7, f"“title”{WIDE}")),
        ("- title：甲\n- b\n", (1, 3, f"“title”{WIDE}")),
    ],
)
def test_full_width_colon(text: str, found: tuple[int, int, str]) -> None:
    assert only(text) == found


@pytest.mark.parametrize("text", ["a: 说：好\n", "- 修路：加宽\n- 种茶：三万亩\n", "a: [甲：乙]\n", "- T：x\n"])
def test_full_width_colon_in_a_text_is_no_mistake(text: str) -> None:
    assert load(text.encode(), FILE)[1] == []


@pytest.mark.parametrize("text", ["a:\n\tb: 1\n", "a:\n  b: 1\n \tc: 2\n", "\ta: 1\n"])
def test_tab(text: str) -> None:
    assert only(text) == (text[: text.index("\t")].count("\n") + 1, 1, TAB)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\ufffe"])
def test_control_characters_are_found_on_their_line(character: str) -> None:
    assert only(f"a: 1\nb: {character}\nc: 3\n")[::2] == (2, CONTROL)


def test_a_control_character_after_chinese_is_found_on_its_line() -> None:
    assert only("标题: 青禾县国民经济和社会发展\nb: \x07\nc: 3\nd: 4\ne: 5\nf: 6\n")[::2] == (2, CONTROL)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: b: c\n", (1, 5, "这一行里冒号多了；值里有半角冒号时请加引号，也请检查上一行")),
        ("a: 1\n  b: 2\n", (2, 3, "这一行的缩进多了 2 个空格，“b”要和上一行的“a”对齐")),
        ("a: |\n  x\n y\n", (3, 2, "缩进不对，或上一行的引号、括号没有配对")),
        ('a: "x"y\n', (1, 7, "缩进不对，或上一行的引号、括号没有配对")),
        ("- a\nb: c\n", (2, 1, "列表的缩进不一致，每一项的“-”要对齐")),
        ("a: [1, 2\nb: 3\n", (1, 4, "这里的“[”没有配对：末尾要有“]”，各项用半角逗号隔开")),
        ("a: {b: 1\n", (1, 4, "这里的“{”没有配对：末尾要有“}”，各项用半角逗号隔开")),
        ("a: [1,, 2]\n", (1, 7, "这里还没有写完：括号没有配对，或逗号前后缺少内容")),
        ("a: @x\n", (1, 4, "这里的符号不能开头，请给这个值加上引号")),
        ("a: `x`\n", (1, 4, "这里的符号不能开头，请给这个值加上引号")),
        ("a: %x\n", (1, 4, "这里的符号不能开头，请给这个值加上引号")),
        ('a: "\\d"\n', (1, 5, "双引号里的反斜杠要写成“\\\\”，或改用单引号")),
        ("a: - b\n", (1, 4, "这里不能出现“-”；值以“-”开头时请加引号")),
        ("a: !x!y z\n", (1, 4, "以“!”开头的文字请加上引号")),
    ],
)
def test_the_parser_speaks_chinese(text: str, found: tuple[int, int, str]) -> None:
    assert only(text) == found


@pytest.mark.parametrize("value", ["*注", "&注", "!注", "*", "&", "%注", "@注"])
def test_a_text_that_starts_with_a_symbol_should_be_quoted(value: str) -> None:
    line, _, message = only(f"a: 1\nb: {value}\n")
    assert line == 2
    assert "加上引号" in message


def test_an_open_quote_is_found_where_it_opens() -> None:
    assert only('a: 1\nb: "x\nc: 2\nd: 3\n') == (2, 4, '这一行的引号没有配对，请在文字的另一头补上引号“"”，或把这一个删去')
    assert only("a: 1\nb: 'x\nc: 2\nd: 3\n") == (2, 4, "这一行的引号没有配对，请在文字的另一头补上引号“'”，或把这一个删去")


def test_a_text_with_a_full_width_colon_does_not_hide_the_mistake_after_it() -> None:
    assert only("a:\n  - 修路：加宽\n  - @乙\n") == (3, 5, "这里的符号不能开头，请给这个值加上引号")


def test_a_field_that_was_read_as_text_is_reported_beside_good_ones() -> None:
    source, findings = load("- title：甲\n- a: 1\n- name：乙\n".encode(), FILE)
    assert source is not None
    assert source.value == ["title：甲", {"a": 1}, "name：乙"]
    assert [(d.span.line, d.span.column, d.message) for d in findings] == [(1, 3, f"“title”{WIDE}"), (3, 3, f"“name”{WIDE}")]
