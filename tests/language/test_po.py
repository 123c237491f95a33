"""Reading catalogues: from the files that translators' tools write, and from files that nobody should trust."""

from __future__ import annotations

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
        ('msgid "另有{n}项"\nmsgstr "{number} more"\n', "{n}、{number}"),
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


@given(st.binary(max_size=200) | st.text(st.sampled_from('msgidtrcx"\\n[]0 \n#,:甲{n}')).map(str.encode))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    catalogue, findings = read_catalogue(content, "en", FILE)
    assert catalogue.tag == "en"
    assert all(finding.rule == "catalogue" for finding in findings)
