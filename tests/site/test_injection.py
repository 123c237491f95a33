"""Text in data is text: built by the real engine into the real theme, it is markup nowhere and exact everywhere."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.language import speaking
from generator.pages import navigation
from generator.pages.phrases import title_of
from generator.site.project import Project
from tests.crawl import BuiltPage, BuiltSite
from tests.hostile import Hostile
from tests.site_fixtures import build_site, copy_dressed

pytestmark = pytest.mark.site

TEXTS = {
    "markup": '<img onerror=alert(1) src=x>| # [x](javascript:alert(1)) *b* {{7*7}} {#id} \\` ]]> & "q"',
    "references": "&lt;img src=x onerror=alert(1)&gt; &amp;amp; &#60;b&#62; &copy; &#x3c;script&#x3e;",
    "closing": "</title></script></a></td></p></nav><script>alert(1)</script><!-- --> <![CDATA[ <?x ?> </body>",
    "automatic": "http://evil.example/ <http://evil.example/> www.evil.example a@evil.example "
    ":smile: ^x^ ~~y~~ ==z== ++w++ [^1] *[HTML]: x [x]: http://e",
    "templates": "'\"> {% raw %} {{ config }} {# c #} ${x} $$y$$ \\(z\\) `` ` ``` ~~~ {: onclick=alert(1) } { .a } ::: !!! note ??? x",
    "heading": "# ## 一 #",
    "list": "- [ ] 一 + 二",
    "number": "1. 一 2) 二 - 三",
    "quote": "> 一 > 二",
    "definition": ": 一 = 二",
    "rule": "--- *** ___ ===",
    "fence": "```js alert(1)```",
    "abbreviation": "*[HTML]: 一",
    "footnote": "[^1]: 一",
    "title": "一 {#one .two onclick=alert(1)}",
}
MARKUP = {
    "img",
    "em",
    "strong",
    "code",
    "pre",
    "script",
    "iframe",
    "object",
    "embed",
    "del",
    "ins",
    "mark",
    "sup",
    "sub",
    "blockquote",
    "hr",
}


@dataclass(frozen=True)
class Built:
    project: Project
    texts: list[str]
    site: BuiltSite


@pytest.fixture(scope="module", params=sorted(TEXTS))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the hostile project once a text."""
    hostile = Hostile(copy_dressed(tmp_path_factory.mktemp("hostile") / "project"))
    hostile.fill(TEXTS[request.param])
    project = build_site(hostile.root)
    assert len(hostile.texts) > 120, "all kinds of records must have been filled"
    return Built(project, hostile.texts, BuiltSite(hostile.root / "site"))


@pytest.fixture(scope="module")
def harmless(dressed_site: Path) -> BuiltSite:
    return BuiltSite(dressed_site / "site")


def data_pages(site: BuiltSite) -> list[BuiltPage]:
    """Return the pages made of data; the hand-written one may use Markdown."""
    return [page for page in site.pages.values() if page.address not in {"about/", "404.html"}]


def scripts(page: BuiltPage) -> list[tuple[str, str]]:
    """Return what a browser runs; structured data is read by search engines and run by nobody."""
    return [(str(script.get("src") or ""), script.text or "") for script in page.tree.xpath("//script[not(@type='application/ld+json')]")]


def test_structured_data_stays_data(built: Built, harmless: BuiltSite) -> None:
    for address, page in built.site.pages.items():
        found = page.tree.xpath("//script[@type='application/ld+json']")
        assert len(found) == len(harmless.pages[address].tree.xpath("//script[@type='application/ld+json']")), page.name
        assert len(found) <= (2 if address == "glossary/" else 1), page.name
        for script in found:
            assert "<" not in script.text, page.name
            json.loads(script.text)
    for task in built.project.graph.tasks.values():
        script = built.site.pages[f"tasks/{task.id}/"].tree.xpath("//script[@type='application/ld+json']")[0]
        assert json.loads(script.text)["headline"] == task.title
    named = json.loads(built.site.pages["glossary/"].article.xpath(".//script[@type='application/ld+json']")[0].text)["@graph"]
    assert [(term["name"], term.get("alternateName", [])) for term in named] == [
        (term.term, list(term.aliases)) for term in built.project.graph.terms.values()
    ]
    assert not built.site.pages["en/glossary/"].tree.xpath("//script[@type='application/ld+json']")


def test_no_page_runs_anything_of_the_data(built: Built, harmless: BuiltSite) -> None:
    assert set(built.site.pages) == set(harmless.pages)
    for address, page in built.site.pages.items():
        assert [a for a in page.tree.xpath("//@*") if a.attrname and a.attrname.lower().startswith("on")] == [], page.name
        assert scripts(page) == scripts(harmless.pages[address]), page.name
        theirs = page.tree.xpath(
            "//*[not(@data-md-component='search-share')]/@*[contains(translate(., 'JAVSCRIPT', 'javscript'), 'javascript:')]"
        )
        named = [a for a in theirs if a.attrname in {"href", "src", "action", "formaction", "data", "srcdoc"}]
        assert named == [], page.name


def test_no_text_becomes_an_element(built: Built, harmless: BuiltSite) -> None:
    for page in data_pages(built.site):
        found = Counter(str(e.tag) for e in page.article.iter() if e.tag in MARKUP)
        usual = Counter(str(e.tag) for e in harmless.pages[page.address].article.iter() if e.tag in MARKUP)
        assert found == usual, page.name
        for reference in page.references:
            assert "evil.example" not in reference.target, page.name
            assert "alert" not in reference.target.partition("#")[0], page.name
        assert not {"id", "one"} & set(page.ids), page.name
        assert page.tree.xpath("//*[contains(@class, 'two')]") == [], page.name


def test_no_comment_and_no_instruction_comes_of_data(built: Built, harmless: BuiltSite) -> None:
    for address, page in built.site.pages.items():
        assert len(page.tree.xpath("//comment()")) == len(harmless.pages[address].tree.xpath("//comment()")), page.name
        assert page.tree.xpath("//processing-instruction()") == [], page.name


def test_h1_title_and_description_are_exact(built: Built) -> None:
    graph = built.project.graph
    pages = {
        **{f"plans/{r.id}/": (r.short_title, r.summary) for r in graph.plans.values()},
        **{f"tasks/{r.id}/": (r.title, r.summary) for r in graph.tasks.values()},
        **{f"indicators/{r.id}/": (r.name, r.explanation) for r in graph.definitions.values()},
        **{f"units/{r.id}/": (r.name, "") for r in graph.units.values()},
        **{f"projects/{r.id}/": (r.name, "") for r in graph.projects.values()},
        **{f"places/{r.id}/": (r.name, "") for r in graph.places.values()},
        **{f"topics/{r.id}/": (r.name, r.summary) for r in graph.topics.values()},
        **{f"audiences/{r.id}/": (r.name, r.summary) for r in graph.audiences.values()},
    }
    for address, (title, description) in pages.items():
        page = built.site.pages[address]
        assert page.texts("//h1") == [title]
        assert str(page.tree.xpath("string(//head/title)")) == f"{title} - 明规"
        said = str(page.tree.xpath("string(//meta[@name='description']/@content)"))
        assert said.startswith(description[:150]), page.name
        assert len(said) <= 160, page.name


def test_division_titles_are_exact(built: Built) -> None:
    for division in built.project.graph.divisions.values():
        title = title_of(division)
        local = division.id.removeprefix(division.plan + "-")
        page = built.site.pages.get(f"plans/{division.plan}/{local}/")
        if page is not None:
            assert page.texts("//h1") == [title]
        else:
            holder, _, anchor = local.rpartition("-")
            assert built.site.pages[f"plans/{division.plan}/{holder}/"].texts(f"//*[@id='{anchor}']") == [title]


def test_navigation_shows_nothing_of_the_data(built: Built) -> None:
    wanted = {}
    for edition in built.project.editions:
        with speaking(edition.catalogue):
            wanted[edition.folder] = [choice.title for choice in navigation(built.project.graph) if choice.path != "search/index.md"]
    for page in built.site.pages.values():
        folder = "en/" if page.name.startswith("en/") else ""
        assert page.texts("//nav[@id='menu']//a[not(@hreflang)]") == wanted[folder], page.name


def _last(identifier: str, plan: str) -> str:
    return identifier.removeprefix(plan + "-")


def test_links_show_exact_names(built: Built) -> None:
    graph, pages = built.project.graph, built.site.pages
    for task in graph.tasks.values():
        links = pages[f"tasks/{task.id}/"].links()
        named = [
            *((graph.units[role.unit].name, f"units/{role.unit}/") for role in (*task.leads, *task.participants)),
            *((graph.topics[i].name, f"topics/{i}/") for i in task.topics),
            *((graph.audiences[i].name, f"audiences/{i}/") for i in task.audiences),
            *((graph.places[i].name, f"places/{i}/") for i in task.places),
            *((graph.projects[i].name, f"projects/{i}/") for i in task.projects),
            *((graph.definitions[i].name, f"indicators/{i}/") for i in task.indicators),
            *((graph.tasks[other.task].title, f"tasks/{other.task}/") for other in task.related),
            (graph.plans[task.plan].short_title, f"plans/{task.plan}/"),
        ]
        for link in named:
            assert link in links, f"{task.id}: {link}"
        chapter = next(
            d for d in reversed(graph.line_of(graph.divisions[task.division])) if f"plans/{d.plan}/{_last(d.id, d.plan)}/" in pages
        )
        assert (task.title, f"tasks/{task.id}/") in pages[f"plans/{task.plan}/{_last(chapter.id, task.plan)}/"].links()
        for role in task.leads:
            assert (task.title, f"tasks/{task.id}/") in pages[f"units/{role.unit}/"].links()


def test_table_cells_are_exact(built: Built) -> None:
    graph = built.project.graph
    for target in graph.targets.values():
        if target.owner in graph.tasks:
            page = built.site.pages[f"tasks/{target.owner}/"]
            row = page.tree.xpath(f"//tr[.//*[@id='{target.id.rpartition('-')[2]}']]")
            assert len(row) == 1, target.id
            cells = [" ".join(cell.text_content().split()) for cell in row[0].xpath("./td")]
            assert cells[0] == target.metric
            assert (target.measure or target.text or "") in cells[1]
            assert len(cells) == 3, "a bar in data must not open a cell"
    for record in graph.rows.values():
        page = built.site.pages[f"indicators/{record.definition}/"]
        cells = page.tree.xpath(f"//tr[.//*[@id='{record.id}']]/td")
        assert len(cells) == len(page.tree.xpath("//table[1]//th")), record.id
        assert any(record.name in " ".join(cell.text_content().split()) for cell in cells), record.id


def test_other_texts_stand_on_their_pages(built: Built) -> None:
    """Measures, meanings, notes, terms, aliases and so on: the characters are in the page's text as they are in the data."""
    graph = built.project.graph
    wanted: list[tuple[str, str]] = []
    for task in graph.tasks.values():
        wanted += [
            (f"tasks/{task.id}/", text) for text in (task.summary, task.meaning or "", *task.measures, *(r.reason for r in task.related))
        ]
    for unit in graph.units.values():
        wanted += [(f"units/{unit.id}/", text) for text in (unit.note or "", *unit.aliases)]
    for plan in graph.plans.values():
        document = (plan.title, plan.issuer or "", plan.document_number or "", *plan.highlights, plan.documents[0].title)
        wanted += [(f"plans/{plan.id}/", text) for text in document]
    for term in graph.terms.values():
        wanted += [("glossary/", text) for text in (term.term, term.explanation, *term.aliases)]
    for topic in graph.topics.values():
        wanted += [(f"topics/{topic.id}/", text) for text in topic.synonyms]
        wanted.append(("topics/", topic.summary))
    for project in graph.projects.values():
        wanted += [(f"projects/{project.id}/", text) for text in (project.category or "", project.stage or "", project.scale or "")]
    for row in graph.rows.values():
        wanted += [(f"indicators/{row.definition}/", text) for text in row.notes]
    for notes in graph.back.notes.values():
        wanted += [(f"plans/{note.plan}/", note.text) for note in notes]
    for updates in graph.back.updates.values():
        wanted += [(f"tasks/{u.subject}/", text) for u in updates for text in (u.text, *(e.title for e in u.evidence))]
    texts = {
        address: " ".join(page.article.text_content().split()) for address, page in built.site.pages.items() if page.address != "404.html"
    }
    assert len([text for _, text in wanted if text]) > 30
    assert [(address, text) for address, text in wanted if text not in texts[address]] == []


def test_exports_give_the_same_strings(built: Built) -> None:
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    folder = built.site.folder
    rows = [
        row
        for file in sorted((folder / "data").glob("*.json"))
        if file.name != "datapackage.json"
        for row in json.loads(file.read_text(encoding="utf-8"))
    ]
    walk(rows)
    assert [text for text in built.texts if text not in found] == []
    alone = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.rglob("index.json"))]
    here = [row for row in alone if "moved_to" not in row]  # the others stand at old addresses
    assert sorted(map(repr, here)) == sorted(map(repr, rows))


def test_search_holds_the_strings_of_the_data_as_they_are(built: Built) -> None:
    """The browser puts them into the page as text; what is shown of a result stands in its fragment, gzipped."""
    things = json.loads((built.site.folder / "search/words.json").read_text(encoding="utf-8"))["things"]
    known = {name for _, _, *names in things for name in names}
    assert {t.name for t in built.project.graph.topics.values() if len(t.name) <= 24} <= known
    shown = set()
    for file in (built.site.folder / "search/pagefind/fragment").glob("*.pf_fragment"):
        text = gzip.decompress(file.read_bytes()).decode("utf-8").removeprefix("pagefind_dcd")
        shown.add(json.loads(text)["meta"]["name"])
    assert {task.title for task in built.project.graph.tasks.values()} <= shown


def test_staged_markdown_has_no_raw_bracket_of_the_data(built: Built) -> None:
    """A second lock: what the data wrote stands in the staged files only as references."""
    for file in sorted((built.project.root / "build/docs").rglob("*.md")):
        if file.parent.name == "about":
            continue
        body = file.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        # Ours, of the pages of search and of filters.
        body = re.sub(r'<script type="module" src="(?:\.\./)+assets/(?:search|explore)/page\.js"></script>', "", body)
        body = re.sub(r'^<script type="application/ld\+json">[^<&\n]*</script>$', "", body, flags=re.MULTILINE)
        assert not re.search(r"<(?:img|script|b>|/title|http)|javascript:|\{\{|\{%|evil\.example[/>]*>", body), file
