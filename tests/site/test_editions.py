"""A site in several languages: what stands where, what is shared, and what is said of a catalogue that is not as it should be."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.language.po import read_catalogue
from generator.language.update import updated
from generator.site.project import Project, published_files, read_project
from generator.site.staging import stage
from generator.site.texts import all_texts
from generator.tables import FILES, columns
from tests.conftest import ROOT

HAN = re.compile(r"[\u3400-\u9fff]+")
SETTINGS = "\n    languages:\n      - {tag: %s, name: Xiaoyang, description: A trial}\n"


def with_language(root: Path, tag: str, content: bytes | None) -> Path:
    """Add a language to a copy of the tiny project: a file and a setting, nothing else."""
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace('contact: ""', 'contact: ""' + SETTINGS % tag)
    settings.write_text(text, encoding="utf-8")
    if content is not None:
        (root / "site_src/languages").mkdir(parents=True, exist_ok=True)
        (root / f"site_src/languages/{tag}.po").write_bytes(content)
    return root


def invented(tag: str) -> bytes:
    """A language that says 〔…〕 with no Chinese in it: every letter of a text becomes an x, its places stay."""
    lines = updated(all_texts(ROOT), tag, None).decode("utf-8").split("\n")
    out: list[str] = []
    text = ""
    for line in lines:
        if line.startswith(("msgid ", "msgid_plural ")):
            text = line.split('"', 1)[1][:-1]
        if re.match(r'msgstr(\[\d\])? ""$', line) and text:
            said = "".join(
                part if part.startswith("{") else re.sub(r"[^\s\\]", "x", part.replace("\\n", " ")) for part in re.split(r"(\{\w+\})", text)
            )
            line = line[:-1] + said.replace("\\", "") + '"'
        out.append(line)
    return "\n".join(out).encode("utf-8")


@pytest.fixture
def spoken(tiny: Path) -> Project:
    return read_project(with_language(tiny, "en", (ROOT / "site_src/languages/en.po").read_bytes()), {})


def test_a_site_in_one_language_has_no_folders_of_languages(tiny_project: Project) -> None:
    assert [edition.folder for edition in tiny_project.editions] == [""]
    assert not [name for name in published_files(tiny_project) if name.startswith("en/")]


def test_every_page_stands_in_each_language_and_every_file_once(spoken: Project) -> None:
    assert [d for d in spoken.diagnostics if d.rule == "catalogue"] == []
    files = published_files(spoken)
    chinese = {name for name in files if name.endswith(".md") and not name.startswith("en/")}
    assert {name.removeprefix("en/") for name in files if name.startswith("en/") and name.endswith(".md")} == chinese
    data = {name for name in files if name.startswith("en/") and not name.endswith(".md")}
    assert data == {f"en/{name}" for name in files if name == "search/words.json" or re.match(r"explore/.*\.json", name)}


def test_links_stay_in_the_language_and_files_are_shared(spoken: Project) -> None:
    text = str(published_files(spoken)["en/tasks/qinghe-145-001/index.md"])
    assert 'language: "en"' in text
    assert 'here: "tasks/qinghe-145-001/"' in text
    assert "(../../units/qinghe-minzheng/index.md)" in text
    assert "(../../../tasks/qinghe-145-001/index.json)" in text
    assert "structured_data" not in text
    assert "Who is responsible" in text


def test_chinese_words_are_marked_on_pages_in_another_language_only(spoken: Project) -> None:
    files = published_files(spoken)
    assert '[<span lang="zh">县民政局</span>](../../units/qinghe-minzheng/index.md)' in str(files["en/tasks/qinghe-145-001/index.md"])
    assert 'lang="zh"' not in str(files["tasks/qinghe-145-001/index.md"])


def test_the_chinese_pages_do_not_change_with_another_language(tiny: Path, tiny_project: Project) -> None:
    before = published_files(tiny_project)
    after = published_files(read_project(with_language(tiny, "en", (ROOT / "site_src/languages/en.po").read_bytes()), {}))
    assert {name: text for name, text in after.items() if not name.startswith("en/")} == before


def test_a_new_language_needs_a_file_and_a_setting_and_no_code(tiny: Path) -> None:
    """Every text of the interface is replaced: what Chinese is left, the data or the hand-written pages say."""
    project = read_project(with_language(tiny, "mn-Mong", invented("mn-Mong")), {})
    assert [d for d in project.diagnostics if d.rule in {"catalogue", "settings"}] == []
    said = "".join(path.read_text(encoding="utf-8") for path in [*(tiny / "data").rglob("*.yml"), *(tiny / "site_src").rglob("*.md")])
    regions = project.graph.regions
    said += "".join(f"{regions[region.parent].name}{region.name}，" for region in regions.values() if region.parent)
    said += "".join("，".join((*column.leaf.choices, "")) for kind in FILES for column in columns(kind))  # values that stand in the files
    known = re.sub(r"\s", "", said) + "骆驼，养老，供暖，修路，从这里打开，"
    files = {name: str(text) for name, text in published_files(project).items() if name.startswith("mn-Mong/") and name.endswith(".md")}
    assert len(files) > 50
    left = {(name, run) for name, text in files.items() for run in HAN.findall(re.sub(r"\]\([^)]*\)", "", text)) if run not in known}
    assert left == set()
    staged = stage(project)
    frame = json.loads((staged.folder / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["editions"]["mn-Mong"]
    assert (frame["folder"], frame["direction"]) == ("mn-Mong/", "ttb")
    assert not HAN.search(json.dumps([item["title"] for item in frame["nav"]][:3], ensure_ascii=False))


def test_a_site_may_word_its_chinese_otherwise(tiny: Path, tiny_project: Project) -> None:
    (tiny / "site_src/languages").mkdir(parents=True)
    said = 'msgid "谁负责"\nmsgstr "归谁管"\n\nmsgid "{n}条任务"\nmsgid_plural "{n}条任务"\nmsgstr[0] "{n}件事"\n'
    (tiny / "site_src/languages/zh.po").write_text(said, encoding="utf-8")
    project = read_project(tiny, {})
    assert [d for d in project.diagnostics if d.rule == "catalogue"] == []
    pages = published_files(project)
    assert "归谁管" in str(pages["tasks/qinghe-145-001/index.md"])
    assert "谁负责" not in str(pages["tasks/qinghe-145-001/index.md"])
    assert "3件事" in str(pages["index.md"])
    assert 'lang="zh"' not in str(pages["tasks/qinghe-145-001/index.md"])
    assert "归谁管" not in str(published_files(tiny_project)["tasks/qinghe-145-001/index.md"])


def test_a_language_without_its_file_is_named_with_what_to_do(tiny: Path) -> None:
    project = read_project(with_language(tiny, "en", None), {})
    found = [d for d in project.diagnostics if d.rule == "catalogue"]
    assert [d.span.file for d in found] == ["mkdocs.yml"]
    assert "minggui texts en" in found[0].message
    lines = (tiny / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    assert lines[found[0].span.line - 1][found[0].span.column - 1 :].startswith("tag: en")


@pytest.mark.parametrize(("settings", "said"), [("{tag: EN, name: a, description: b}", "EN"), ("{tag: zh, name: a, description: b}", "zh")])
def test_a_tag_that_cannot_be_is_refused(tiny: Path, settings: str, said: str) -> None:
    path = tiny / "mkdocs.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('contact: ""', f'contact: ""\n    languages:\n      - {settings}'), encoding="utf-8"
    )
    found = [d for d in read_project(tiny, {}).diagnostics if d.rule == "settings"]
    assert len(found) == 1
    assert said in found[0].message
    assert found[0].span.line > 5


def test_a_language_twice_is_refused(tiny: Path) -> None:
    path, one = tiny / "mkdocs.yml", "{tag: en, name: a, description: b}"
    path.write_text(
        path.read_text(encoding="utf-8").replace('contact: ""', f'contact: ""\n    languages: [{one}, {one}]'), encoding="utf-8"
    )
    assert any("写了两次" in d.message for d in read_project(tiny, {}).diagnostics)


def test_a_hand_written_page_is_taken_in_its_language_or_in_chinese(tiny: Path) -> None:
    with_language(tiny, "en", (ROOT / "site_src/languages/en.po").read_bytes())
    (tiny / "site_src/pages/help.md").write_text("# 帮助\n\n看这里。\n", encoding="utf-8")
    text = str(published_files(read_project(tiny, {}))["en/help/index.md"])
    assert '<div lang="zh" markdown>\n\n看这里。' in text
    (tiny / "site_src/pages/en").mkdir(exist_ok=True)
    (tiny / "site_src/pages/en/help.md").write_text("# Help\n\nLook here.\n", encoding="utf-8")
    text = str(published_files(read_project(tiny, {}))["en/help/index.md"])
    assert "Look here." in text
    assert "看这里" not in text
    assert "pages/en/help.md, line 1" in text


def test_translated_content_is_shown_and_found(tiny: Path) -> None:
    with_language(tiny, "en", (ROOT / "site_src/languages/en.po").read_bytes())
    (tiny / "data/translations").mkdir()
    (tiny / "data/translations/en.po").write_text('msgctxt "topic.name"\nmsgid "养老"\nmsgstr "Elderly care"\n', encoding="utf-8")
    files = published_files(read_project(tiny, {}))
    assert "# Elderly care {#content}" in str(files["en/topics/eldercare/index.md"])
    assert "# 养老 {#content}" in str(files["topics/eldercare/index.md"])
    words = json.loads(files["en/search/words.json"])
    assert words["titles"] == {"topics/eldercare/": "Elderly care"}
    assert words["values"] == {"养老": "Elderly care"}
    assert not {"titles", "values"} & json.loads(files["search/words.json"]).keys()
    assert files["en/explore/facets.json"] != files["explore/facets.json"]


def test_hostile_translations_stay_text(tiny: Path) -> None:
    evil = '<script>alert(1)</script>&"\\"{{7*7}}`|*x*'
    quoted = evil.replace("\\", "\\\\").replace('"', '\\"')
    body = updated(all_texts(ROOT), "en", None).decode("utf-8")
    body = body.replace('msgid "谁负责"\nmsgstr ""', f'msgid "谁负责"\nmsgstr "{quoted}"')
    catalogue, _ = read_catalogue(body.encode("utf-8"), "en", "en.po")
    assert catalogue.said("谁负责") != "谁负责"
    text = str(published_files(read_project(with_language(tiny, "en", body.encode("utf-8")), {}))["en/tasks/qinghe-145-001/index.md"])
    assert "alert(1)" in text.replace("&#40;", "(")
    assert "<script>" not in text
    assert "*x*" not in text
