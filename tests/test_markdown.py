from __future__ import annotations

import html
import re
from datetime import date

import lxml.html
import markdown as engine  # type: ignore[import-untyped]
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.markdown import Safe, escape, join, link, unbroken, url
from generator.model.site import Site
from generator.pages.blocks import Table
from generator.pages.page import Page
from generator.render import render_page

ENGINE = engine.Markdown(extensions=["attr_list", "def_list", "md_in_html", "tables"])

TOKENS = [
    *"<>&\"'`*_[](){}|~^$#!:@=\\-+.0123456789 \n\t/;ab中１",
    *["\x00", "\x02", "\x03", "\x0c", "\x1c", "\x7f", "\x80", "\x85", "\u2028", "\u3000", "\u200b", "\ufeff", "\u202e", "\xad", "😀"],
    *["&lt;", "&#60;", "&amp;", "<script>", "</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "<?", "?>", "]]>", "</p>", "</td>"],
    *["javascript:", "http://x.y", "a@b.c", "[x](javascript:alert(1))", "![x](y)", "[^1]", "[a]: b", "<http://x.y>"],
    *[
        "{#a}",
        "{: onclick=x }",
        "{ .c }",
        "***",
        "---",
        "===",
        "1. ",
        "1) ",
        "- ",
        "+ ",
        "> ",
        "# ",
        " #",
        "    ",
        "| --- |",
        ":   ",
        "\n\n",
    ],
    *["wzxhzdk:0", "klzzwxh:0", "{%", "{{ x }}", "!!! note", "++x++", "==x==", "--8<--", "*[a]: b", "\\*", "\\<", "&#38;lt;"],
]
TEXTS = st.lists(st.sampled_from(TOKENS), min_size=1, max_size=7).map("".join) | st.text(min_size=1, max_size=30)

SHAPES = {
    "paragraph": ("{}\n", "p", {"p"}),
    "paragraph-inside": ("前 {} 后\n", "p", {"p"}),
    "heading": ("## {} {{#x}}\n", "h2", {"h2"}),
    "title": ("# {}\n", "h1", {"h1"}),
    "cell": ("| 甲 | 乙 |\n| --- | --- |\n| {} | 丙 |\n", "td", {"table", "thead", "tbody", "tr", "th", "td"}),
    "header-cell": ("| {} | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n", "th", {"table", "thead", "tbody", "tr", "th", "td"}),
    "link": ("[{}](a.md)\n", "a", {"p", "a"}),
    "item": ("- {}\n", "li", {"ul", "li"}),
    "numbered-item": ("1. {}\n", "li", {"ol", "li"}),
    "term": ("{}\n:   说明\n", "dt", {"dl", "dt", "dd"}),
    "definition": ("词\n:   {}\n", "dd", {"dl", "dt", "dd"}),
    "raw-paragraph": ('<p class="k" markdown>{}</p>\n', "p", {"p"}),
    "span": ('前<span class="k">{}</span>\n', "span", {"p", "span"}),
    "raw-block": ("<div>{}</div>\n", "div", {"div"}),
    "in-block": ("<section markdown>\n\n{}\n\n</section>\n", "p", {"section", "p"}),
}


def render(source: str) -> lxml.html.HtmlElement:
    ENGINE.reset()
    return lxml.html.fragment_fromstring(ENGINE.convert(source), create_parent="main")


def flat(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())


def tags(root: lxml.html.HtmlElement) -> set[str]:
    return {str(element.tag) for element in root.iter()} - {"main"}


@pytest.mark.parametrize("shape", list(SHAPES))
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
@example(text="- 1. # > 甲")
@example(text="</p><script>alert(1)</script>")
@example(text="1. 甲")
@example(text="１. 甲")
@example(text="=== 甲")
@example(text="甲 #")
@example(text="甲 {#y .z onclick=x}")
@example(text="&lt;b&gt; &#60; &")
def test_text_stays_text(shape: str, text: str) -> None:
    wanted = flat(text)
    assume(wanted)
    source, tag, allowed = SHAPES[shape]
    root = render(source.format(escape(text)))
    assert tags(root) == allowed
    own = [element for element in root.iter(tag) if element.text_content() not in {"乙", "丙", "丁"}]
    if shape == "numbered-item":
        assert len(own) == 1
    found = next(element for element in root.iter(tag)).text_content()
    assert flat(found) == (f"前 {wanted} 后" if shape == "paragraph-inside" else wanted)
    if shape not in {"cell", "header-cell"}:
        assert len(list(root.iter(tag))) == 1


@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
@example(text='" onclick="alert(1)')
@example(text="' x='&quot;&lt;")
def test_attribute_value_stays_a_value(text: str) -> None:
    root = render(f'<div title="{escape(text)}"></div>\n')
    assert tags(root) == {"div"}
    assert dict(root[0].attrib) == {"title": flat(text)}


@pytest.mark.parametrize("text", ["甲 & 乙", '"甲" onclick=x', "<b>", "|*_`", "&lt;b&gt;", "&#60;", "&amp;lt;", "&quot; onclick=x"])
def test_attribute_of_an_element_that_holds_markdown(text: str) -> None:
    # The engine parses these attributes and writes them anew, without escaping what looks like a reference.
    page = Page("x/", "题", (), (), (Table(text, ("甲",), ((("乙",),),)),))
    source = render_page(page, Site(name="站", as_of=date(2026, 1, 31))).split("---\n", 2)[2]
    (found,) = [element for element in render(source).iter() if "aria-label" in element.attrib and element.attrib.get("role") == "region"]
    assert found.attrib["aria-label"] == text
    assert "onclick" not in found.attrib


def test_escape_writes_references_and_no_markup() -> None:
    assert escape("<b>&") == "&#60;b&#62;&#38;"
    assert escape("a_b *c* [d](e)") == "a&#95;b &#42;c&#42; &#91;d&#93;(e)"
    assert escape("1. 甲") == "1&#46; 甲"
    assert escape("2025年") == "2025年"
    assert escape("- 甲") == "&#45; 甲"
    assert escape("甲-乙") == "甲-乙"
    assert escape("  甲\n\n乙\t丙\u3000\x00 ") == "甲 乙 丙"
    assert escape("") == ""
    assert escape(35.5) == "35&#46;5"
    assert escape(None) == "None"


def test_safe_text_is_not_escaped_again() -> None:
    once = escape("<b>")
    assert escape(once) is once
    assert isinstance(once, Safe)
    assert once.__html__() == "&#60;b&#62;"


def test_join_escapes_the_parts_and_not_the_separator() -> None:
    assert join(["<甲>", Safe("<b>乙</b>")], "<br>") == "&#60;甲&#62;<br><b>乙</b>"
    assert join([]) == ""


def test_link_and_unbroken() -> None:
    assert link("[甲]", "../a/index.md#x") == "[&#91;甲&#93;](../a/index.md#x)"
    assert unbroken("6万<峰>") == '<span class="mg-n">6万&#60;峰&#62;</span>'


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&amp;c=2#d"),
        ("HTTP://example.org/", "HTTP://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../tasks/x/index.md#n1", "../tasks/x/index.md#n1"),
        ("a/b:c", "a/b:c"),
        ("?a:b", "?a:b"),
        ("#a:b", "#a:b"),
        ("a b", "a%20b"),
        ("a\u3000b", "a%E3%80%80b"),
        ('a"b<c>`d`', "a%22b%3Cc%3E%60d%60"),
        ("a(b)[c]*d*", "a%28b%29%5Bc%5D%2Ad%2A"),
        ("a\\b|c{d}^e\n", "a%5Cb%7Cc%7Bd%7D%5Ee%0A"),
    ],
)
def test_url_is_encoded(address: str, written: str) -> None:
    assert url(address) == written


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org",
        "blob:https://example.org/x",
        "x:y",
    ],
)
def test_url_with_another_scheme_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="address with a scheme that is not allowed"):
        url(address)


def browser_scheme(address: str) -> str:
    """Return the scheme as the URL standard reads it: controls stripped at the ends, tabs and line breaks anywhere."""
    cleaned = re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33)))))
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", cleaned)
    return found[1].lower() if found else ""


SCHEMES = ["javascript", "JAVASCRIPT", "data", "vbscript", "http", "https", "mailto", "file", "java", "script"]
ADDRESSES = st.lists(
    st.sampled_from([*SCHEMES, ":", "/", "//", "?", "#", "&", "&colon;", "&#58;", "%3A", "&amp;", "\\", *TOKENS]), max_size=8
).map("".join)


@given(address=ADDRESSES | st.text(max_size=20))
@settings(max_examples=300, deadline=None)
@example(address="javascript&colon;alert(1)")
@example(address="javascript&#58;alert(1)")
@example(address="java\x00script:alert(1)")
@example(address="\x7fjavascript:alert(1)")
@example(address="\ufeffjavascript:alert(1)")
@example(address="\\javascript:alert(1)")
@example(address="//javascript:alert(1)")
def test_url_never_lets_another_scheme_through(address: str) -> None:
    try:
        written = url(address)
    except ValueError:
        assert ":" in address
        return
    for source in (f"[甲]({written})\n", f'前 <a href="{written}">甲</a>\n', f'<div><a href="{written}">甲</a></div>\n'):
        root = render(source)
        assert tags(root) - {"p", "div"} == {"a"}
        (anchor,) = root.iter("a")
        assert list(anchor.attrib) == ["href"]
        assert anchor.text_content() == "甲"
        assert anchor.attrib["href"] == html.unescape(written)
        assert browser_scheme(anchor.attrib["href"]) in {"", "http", "https", "mailto"}


@given(text=TEXTS, address=ADDRESSES)
@settings(max_examples=100, deadline=None)
def test_link_is_one_link(text: str, address: str) -> None:
    assume(flat(text))
    try:
        source = link(text, address)
    except ValueError:
        return
    (anchor,) = render(f"{source}\n").iter("a")
    assert flat(anchor.text_content()) == flat(text)
