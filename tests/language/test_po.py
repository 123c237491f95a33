"""Reading catalogues: from the files that translators' tools write, and from files that nobody should trust."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.po import read_catalogue

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
FILE = "site_src/languages/en.po"


def po(body: str, head: str = HEAD) -> bytes:
    return (head + body).encode("utf-8")


def test_texts_contexts_and_plurals_are_read() -> None:
    body = """
msgctxt "语言"
msgid "中文"
msgstr "English"

msgctxt "目标"
msgid "增长"
msgstr "increase of"

msgid "{n}条"
msgid_plural "{n}条"
msgstr[0] "one"
msgstr[1] "{n} tasks"

msgid "没有译"
msgstr ""

#, fuzzy
msgid "要再看"
msgstr "guess"
"""
    catalogue, findings = read_catalogue(po(body), "en", FILE)
    assert findings == []
    assert (catalogue.name, catalogue.direction, catalogue.chinese) == ("English", "ltr", False)
    assert catalogue.said("增长", "目标") == "increase of"
    assert [catalogue.said("{n}条", number=n) for n in (0, 1, 5)] == ["{n} tasks", "one", "{n} tasks"]
    assert catalogue.said("没有译") == "没有译"
    assert catalogue.said("要再看") == "要再看", "a guess is shown to nobody"
    assert catalogue.plurals == {"other": 1, "one": 0}


@pytest.mark.parametrize(("tag", "direction"), [("mn-Mong", "ttb"), ("ug", "rtl"), ("mn", "ltr"), ("zh-Hant-HK", "ltr"), ("qq", "ltr")])
def test_the_direction_of_lines_is_known_from_the_tag(tag: str, direction: str) -> None:
    catalogue, findings = read_catalogue(po(""), tag, FILE)
    assert (catalogue.direction, findings) == (direction, [])
    assert catalogue.name


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('msgid "另有{n}项"\nmsgstr "{number} more"\n', "多了或写错了 {number}，少了 {n}"),
        ('msgid "另有{n}项"\nmsgstr "more"\n', "少了 {n}"),
        ('msgid "甲"\nmsgstr "{x}"\n', "多了或写错了 {x}"),
    ],
)
def test_a_translation_with_other_places_is_named_and_not_used(body: str, said: str) -> None:
    catalogue, findings = read_catalogue(po(body), "en", FILE)
    assert len(findings) == 1
    assert said in findings[0].message
    assert (findings[0].span.file, findings[0].span.line) == (FILE, 6)
    assert catalogue.texts == {}


@pytest.mark.parametrize(
    "content",
    [
        'msgid "甲"\nmsgstr "'.encode("gbk"),
        po("", 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=__import__(1);\\n"\n'),
        po("", 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=n/0;\\n"\n'),
        po('msgid "甲"\nmsgstr[5] "x"\n'),
    ],
)
def test_a_file_that_cannot_be_read_is_one_finding(content: bytes) -> None:
    catalogue, findings = read_catalogue(content, "en", FILE)
    assert [finding.rule for finding in findings] in ([], ["catalogue"])
    assert catalogue.tag == "en"


GOOD = 'msgid "首页"\nmsgstr "home"\n\nmsgid "{n}条"\nmsgid_plural "{n}条"\nmsgstr[0] "one"\nmsgstr[1] "{n} tasks"\n'


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ('msgstr "home"', 'msgstr "ho"me"', 7, '译文里面的半角引号写成 \\"'),
        ('msgstr "home"', 'msgstr "home', 7, "一对半角引号"),
        ('msgstr "home"', "msgstr home", 7, "一对半角引号"),
        ('msgstr "home"', "msgstr “home”", 7, "最外面的一对引号要用半角的"),
        ('msgstr "home"', 'msgstr "home\\"', 7, "反斜线写成"),
        ('msgstr "home"', 'msgsrt "home"', 7, "这一行看不懂"),
        ('msgid "首页"', 'msgid[0] "首页"', 6, "这一行看不懂"),
        ('msgid "首页"\n', "", 6, "msgstr不能接在msgstr后面"),
        ('msgstr "home"\n', "", 8, "msgid不能接在msgid后面"),
        ('msgstr[1] "{n} tasks"', 'msgstr[1] "{n} tasks"\nmsgstr[2] "x"', 13, "msgstr[2] 多了：这个文件的单复数有 2 种"),
        ('msgstr[1] "{n} tasks"', 'msgstr[x] "{n} tasks"', 12, "这一行看不懂"),
        ('msgid_plural "{n}条"\nmsgstr[0] "one"\nmsgstr[1] "{n} tasks"\n', "", 10, "文件到这里断了"),
        ("plural=(n != 1)", "plural=(n ! 1)", 1, "Plural-Forms 写得不对"),
    ],
)
def test_what_a_hand_gets_wrong_is_said_with_its_line_and_in_chinese(right: str, wrong: str, line: int, said: str) -> None:
    assert right in HEAD + GOOD
    catalogue, findings = read_catalogue((HEAD + GOOD).replace(right, wrong).encode(), "en", FILE)
    assert [(finding.span.line, said in finding.message) for finding in findings] == [(line, True)]
    assert not re.search("[A-Za-z]+ [A-Za-z]+ [A-Za-z]+", findings[0].message.replace("minggui texts en", "")), "a reader's own words"
    assert catalogue.texts == {}, "a reader that guesses would show half of it"


def test_a_file_that_is_something_else_is_not_listed_line_by_line() -> None:
    findings = read_catalogue(b"<html>\n" * 300, "en", FILE)[1]
    assert [finding.span.line for finding in findings] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + po(GOOD),
        po(GOOD).replace(b"\n", b"\r\n"),
        po(GOOD).replace(b"utf-8", b"gbk"),
        po(GOOD).replace(b'"home"', b'""\n"ho"\n  "me"'),
        po(GOOD + '\n#~ msgid "旧"\n#~ msgstr "old"\n'),
    ],
)
def test_what_editors_of_text_do_to_a_file_is_no_matter(content: bytes) -> None:
    catalogue, findings = read_catalogue(content, "en", FILE)
    assert findings == []
    assert (catalogue.said("首页"), catalogue.said("{n}条", number=5)) == ("home", "{n} tasks")


@given(st.binary(max_size=200) | st.text(st.sampled_from('msgidtrcx"\\n[]0 \n#,:甲{n}')).map(str.encode))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    catalogue, findings = read_catalogue(content, "en", FILE)
    assert catalogue.tag == "en"
    assert all(finding.rule == "catalogue" for finding in findings)
