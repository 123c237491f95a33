"""Pages as Markdown: links relative to their page, front matter that cannot break out, the engine's configuration."""

from __future__ import annotations

import html
import json
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import markdown as engine  # type: ignore[import-untyped]
import pytest
import yaml
from lxml.html import fragment_fromstring

from generator import render
from generator.charts import Bar, Bars
from generator.diagnostics import Span
from generator.language import Catalogue, speaking
from generator.markdown import Safe
from generator.model.site import Site
from generator.pages.blocks import (
    Chart,
    Heading,
    Lead,
    Prose,
    Table,
)
from generator.pages.inline import (
    Explained,
    Link,
    Missing,
    Outside,
    Quoted,
    Tag,
    Unbroken,
)
from generator.pages.page import Choice, Page
from generator.render.inline import inline, inlines, relative

HOSTILE = '"\n---\n<b>&x</b> {{ y }} *z* # | `'


def page(address: str = "tasks/a/", **given: Any) -> Page:
    fields: dict[str, Any] = {"title": "标题", "kicker": (), "crumbs": (Link("首页", ""),), "blocks": (), "description": "说明"}
    return Page(address, **(fields | given))


def site(**given: Any) -> Site:
    return Site.model_validate({"name": "小样", "as_of": date(2026, 1, 31)} | given)


def front(text: str) -> dict[str, Any]:
    head = text.split("\n---\n", 1)[0].removeprefix("---\n")
    found = yaml.safe_load(head)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("here", "there", "wanted"),
    [
        ("", "tasks/a/", "tasks/a/index.md"),
        ("", "", "index.md"),
        ("tasks/a/", "", "../../index.md"),
        ("tasks/a/", "tasks/b/", "../b/index.md"),
        ("tasks/a/", "units/u/", "../../units/u/index.md"),
        ("tasks/a/", "tasks/a/#t01", "index.md#t01"),
        ("plans/p/", "plans/p/c02/#s01", "c02/index.md#s01"),
        ("plans/p/c02/", "plans/p/", "../index.md"),
        ("data/", "data/tasks.json", "tasks.json"),
        ("tasks/a/", "data/tasks.json", "../../data/tasks.json"),
        ("glossary/", "glossary/#term", "index.md#term"),
    ],
)
def test_links_are_relative_to_their_page(here: str, there: str, wanted: str) -> None:
    assert relative(page(here), there) == wanted


def test_inline_content() -> None:
    here = page()
    assert inline(here, Link("单位", "units/u/")) == "[单位](../../units/u/index.md)"
    assert inline(here, Outside("出处", "https://example.org/a?b=1&c=2")).startswith("[出处](https://example.org/a?b=1&amp;c=2)")
    assert "noopener" in inline(here, Outside("出处", "https://example.org/"))
    assert inline(here, Unbroken("6万峰")) == '<span class="mg-n">6万峰</span>'
    assert inline(here, Missing()) == '<span class="mg-missing">原文未写明</span>'
    assert inline(here, Tag("牵头")) == '<span class="mg-tag">牵头</span>'
    assert inline(here, Quoted("“段首”")) == '<span class="mg-printed">“段首”</span>'
    mark = '<a class="mg-term" id="m2" href="#w2" aria-label="碳汇，名词解释">碳汇</a>'
    assert inline(here, Explained("碳汇", 2)) == mark
    assert inlines(here, ("甲 ", Link("乙", ""), " 丙")) == "甲 [乙](../../index.md) 丙"


@pytest.mark.parametrize(
    "part",
    [
        HOSTILE,
        Link(HOSTILE, "units/u/"),
        Outside(HOSTILE, "https://example.org/"),
        Unbroken(HOSTILE),
        Missing(HOSTILE),
        Tag(HOSTILE),
        Quoted(HOSTILE),
    ],
)
def test_inline_text_is_escaped(part: Any) -> None:
    written = inline(page(), part)
    assert isinstance(written, Safe)
    for piece in ("<b>", "{{", "*z*", "| `", "\n", "&x"):
        assert piece not in written
    assert html.unescape(written).count("<b>&x</b> {{ y }} *z* # | `") == 1


def test_a_mark_is_escaped_in_its_name_too() -> None:
    hostile = '"><img src=x onerror=alert(1)>'
    written = inline(page(), Explained(hostile, 1))
    assert written.count("<") == 2
    assert html.unescape(written).count(hostile) == 2


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x"],
)
def test_a_link_with_another_scheme_is_refused(target: str) -> None:
    with pytest.raises(ValueError, match="scheme"):
        inline(page(), Outside("x", target))


def test_an_address_cannot_end_its_link() -> None:
    written = inline(page(), Outside("x", 'https://example.org/a) [y](z "t<b>'))
    assert "[y](" not in written
    assert "<b>" not in written
    assert written.split("](", 1)[1].split(")", 1)[0].startswith("https://example.org/a%29%20")


def test_front_matter_is_escaped_for_html_and_for_yaml() -> None:
    text = render.render_page(page(title=HOSTILE, description=HOSTILE), site())
    values = front(text)
    assert values["title"] == html.escape(HOSTILE)
    assert "<" not in values["description"]
    assert html.unescape(values["description"]) == " ".join(HOSTILE.split())
    assert text.count("\n---\n") == 1, "a value must not end the front matter"


def test_a_description_is_one_short_line() -> None:
    values = front(render.render_page(page(description="字\n" * 500), site()))
    assert "\n" not in values["description"]
    assert len(values["description"]) <= 160


def test_a_description_in_another_language_ends_with_a_whole_word() -> None:
    with speaking(Catalogue("en", "English")):
        values = front(render.render_page(page(description="camels " * 40), site()))
    assert values["description"].endswith("camels…")
    assert len(values["description"]) <= 160


def test_headings_and_blocks_are_escaped() -> None:
    blocks = (
        Lead(HOSTILE),
        Heading(HOSTILE, "one"),
        Prose((HOSTILE,)),
        Table(HOSTILE, (HOSTILE, "b"), (((HOSTILE,), ("c",)),), ("row",)),
    )
    text = render.render_page(page(title=HOSTILE, blocks=blocks), site())
    body = text.split("\n---\n", 1)[1]
    for piece in ("<b>", "{{", "*z*", "| `", "\n---\n"):
        assert piece not in body
    assert "{#one}" in body
    assert [line.count("|") for line in body.split("\n") if line.startswith("|")] == [3, 3, 3]
    assert '<span id="row"></span>' in body


def test_an_unset_repository_is_an_instruction_not_a_dead_link() -> None:
    shown = page(record=("task", "p-001"), origin=Span("data/plans/p/c01.yml", 7, 3), json="tasks/a/index.json")
    text = render.render_page(shown, site())
    assert "edit_url" not in front(text)
    assert "data/plans/p/c01.yml" in text
    assert "第 7 行" in text
    assert "p-001" in text
    assert "issues/new" not in text
    assert "mailto" not in text
    assert "(index.json)" in text


def test_a_repository_gives_edit_and_report_links() -> None:
    shown = page(record=("task", "p-001"), origin=Span("data/plans/p/c01.yml", 7, 3))
    text = render.render_page(shown, site(repository="https://example.org/me/code/", branch="release/1"))
    wanted = "https://example.org/me/code/edit/release/1/data/plans/p/c01.yml#L7"
    assert f"({wanted})" in text
    report = text.split("https://example.org/me/code/issues/new?", 1)[1].split(")", 1)[0]
    fields = parse_qs(html.unescape(report))
    assert fields == {
        "template": ["wrong-page.yml"],
        "title": ["页面有误：p-001"],
        "id": ["p-001"],
        "where": ["data/plans/p/c01.yml 第 7 行"],
    }
    assert "//issues" not in text.replace("https://", "")


def test_a_contact_gives_a_report_link_where_there_is_no_repository() -> None:
    text = render.render_page(page(record=("task", "p-001")), site(contact="a@example.org"))
    assert "(mailto:a@example.org?subject=" in text
    both = render.render_page(page(record=("task", "p-001")), site(contact="a@example.org", repository="https://example.org/code"))
    assert "mailto" not in both


def test_every_record_page_says_that_it_is_not_official() -> None:
    text = render.render_page(page(record=("task", "p-001")), site())
    assert "不是政府网站" in text
    assert "2026-01-31" in text


def test_the_text_ends_in_one_line_break_and_has_no_gaps() -> None:
    text = render.render_page(page(blocks=(Lead("甲"), Prose(("乙",)))), site())
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text


# Configuration


def test_configuration_inherits_and_stays_inside_the_build_folder() -> None:
    text = render.configuration((Choice("首页", "index.md"),), site(url="https://example.org/a/"))
    values = json.loads(text)
    assert yaml.safe_load(text) == values, "JSON is YAML"
    assert values["INHERIT"] == "../mkdocs.yml"
    assert (values["docs_dir"], values["site_dir"], values["theme"]) == ("docs", "site", {"custom_dir": "theme"})
    assert values["site_url"] == "https://example.org/a/"
    assert text.endswith("}\n")


def test_navigation_is_nested_and_its_titles_are_escaped() -> None:
    choices = (
        Choice("首页", "index.md"),
        Choice("规划", "", (Choice("全部", "plans/index.md"), Choice("<b>&", "", (Choice("{{x}}", "plans/p/index.md"),)))),
    )
    values = json.loads(render.configuration(choices, site(name="<i>&")))
    assert values["nav"] == [
        {"首页": "index.md"},
        {"规划": [{"全部": "plans/index.md"}, {"&lt;b&gt;&amp;": [{"{{x}}": "plans/p/index.md"}]}]},
    ]
    assert values["site_name"] == "&lt;i&gt;&amp;"


def chart(twin: Table | Link | None = None) -> Chart:
    """A chart whose every word would like to be markup."""
    bars = Bars((Bar(HOSTILE, (1, 2), HOSTILE), Bar("乙", (3, 0), "3条")), (HOSTILE, "参加"))
    table = Table(HOSTILE, ("单位", "条数"), ((("乙",), ("3条",)),))
    return Chart(bars, HOSTILE, HOSTILE, "busiest", twin or table, (HOSTILE,))


def as_html(block: Chart) -> Any:
    """Turn a page with one chart into the tree that a browser would build, with the extensions that the site has."""
    text = render.render_page(page(blocks=(block,)), site())
    return fragment_fromstring(engine.markdown(text, extensions=["attr_list", "md_in_html", "tables"]), create_parent=True)


def test_a_chart_is_a_named_image_with_a_table_that_is_folded_away() -> None:
    root = as_html(chart())
    figure = root.get_element_by_id("busiest")
    image = figure.find("svg")
    assert image.get("role") == "img"
    assert root.get_element_by_id(image.get("aria-labelledby")).text_content() == " ".join(HOSTILE.split())
    table = root.find(".//details//table")
    assert [cell.text_content() for cell in table.iter("td")] == ["乙", "3条"]
    assert not figure.findall(".//table"), "the table is no part of the image"


def test_words_of_a_chart_are_words() -> None:
    root = as_html(chart())
    assert not root.findall(".//b/b") and not root.findall(".//em")
    assert not [e for e in root.iter("b") if e.text == "&x"]
    shown = [e.text for e in root.iter("text")]
    assert " ".join(HOSTILE.split()).replace(" ", "") in "".join(shown).replace(" ", "")


def test_a_chart_whose_table_stands_on_the_page_leads_to_it() -> None:
    text = render.render_page(page(blocks=(chart(twin=Link("图里的数字也在表里", "tasks/a/#plans")),)), site())
    assert "[图里的数字也在表里](index.md#plans)" in text
    assert "<details" not in text


def test_a_picture_stands_on_one_line() -> None:
    """A blank line or an indent inside would end the raw block in some engines."""
    text = render.render_page(page(blocks=(chart(),)), site())
    block = text[text.index("<figure") : text.index("</figure>")]
    assert "\n\n" not in block
    assert len([line for line in block.splitlines() if "<svg" in line]) == 1
