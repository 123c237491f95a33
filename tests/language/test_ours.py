"""Our own catalogues: every text of the interface is in them, and English says each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.language.po import read_catalogue
from generator.site.texts import SPEAKING, all_texts, renewed
from tests.conftest import ROOT
from tests.language.unmarked import unmarked

HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
ENGLISH = ROOT / "site_src/languages/en.po"
READS_CHINESE = {
    "site_src/assets/search/words.js": "reads questions",
    "site_src/assets/search/ranking.js": "ranks by kinds and numbers as the records say them",
    "generator/search/records.py": "what the index holds",
    "generator/search/whole.py": "what the index holds",
    "generator/search/words.py": "kinds of records, and which characters are Chinese",
    "generator/charts/lettering.py": "marks that may not begin or end a line",
    "generator/pages/structured.py": "for search engines, on the Chinese pages only",
}
"""Files that hold Chinese because they read it, or write what no page shows."""
NOT_THE_INTERFACE = {
    "generator/pages/words.py": {"骆驼", "养老", "供暖", "修路"},  # examples of what can be typed, and found
    "generator/pages/data.py": {"从这里打开.html"},  # a file's name
    # Forms and mails that the maintainers read.
    "generator/render/page.py": {"页面有误：", " 第 ", " 行", "页面编号：", "\n哪里不对：\n依据（文件名和段落）：", "进展："},
}
"""Single texts that stay Chinese in every language."""
OTHER_EXPORTS = sorted(
    path.relative_to(ROOT).as_posix() for path in (ROOT / "generator/exports").glob("*.py") if path.stem != "explore_files"
)
"""Files for re-users and feeds: one edition, in the data's language."""


def sources() -> list[str]:
    found = [p for part in SPEAKING for p in (ROOT / "generator" / part).rglob("*") if p.suffix in {".py", ".j2"}]
    found += [
        p for part in ("scripts", "assets", "overrides") for p in (ROOT / "site_src" / part).rglob("*") if p.suffix in {".js", ".html"}
    ]
    names = sorted(path.relative_to(ROOT).as_posix() for path in found)
    return [name for name in names if name not in {*READS_CHINESE, *OTHER_EXPORTS} and not name.startswith("generator/language/")]


@pytest.mark.parametrize("name", sources())
def test_no_chinese_stands_in_the_interface_without_a_catalogue_knowing(name: str) -> None:
    allowed = NOT_THE_INTERFACE.get(name, set())
    found = unmarked(ROOT / name)
    assert [str(one) for one in found if one.text not in allowed] == []
    assert allowed <= {one.text for one in found}, "no longer needed"


def test_unmarked_chinese_would_be_found(tmp_path: Path) -> None:
    python, script, template = tmp_path / "a.py", tmp_path / "a.js", tmp_path / "a.j2"
    python.write_text('x = tr("好")\ny = "漏"\nz = tr(f"拼{x}")\nassert "比" in x\n', encoding="utf-8")
    script.write_text('const a = tr("好"), b = "漏", c = `漏 ${tr("好")}`, d = e === "比";', encoding="utf-8")
    template.write_text('{{ tr("好") }}\n{{ "漏一" }}\n漏二', encoding="utf-8")
    assert [one.line for one in unmarked(python)] == [2, 3]
    assert [one.text for one in unmarked(script)] == ['"漏"', '`漏 ${tr("好")}`']
    assert len(unmarked(template)) == 2


def test_the_catalogues_hold_exactly_the_texts_that_are_said() -> None:
    for path, before, after in renewed(ROOT):
        assert before == after, f"{path.name}: run minggui texts"


def test_english_says_every_text_and_no_chinese() -> None:
    with ENGLISH.open("rb") as file:
        catalog = read_po(file)
    entries = [entry for entry in catalog if entry.id]
    assert len(entries) == len(all_texts(ROOT))
    forms = {entry.id: (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ("",)) for entry in entries}
    assert [text for text, said in forms.items() if not all(said)] == []
    assert [entry.id for entry in entries if entry.fuzzy] == []
    assert [said for said in forms.values() if any(HAN.search(form) for form in said)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "site_src/languages").glob("*.po")), ids=lambda path: path.stem)
def test_every_catalogue_can_be_read(path: Path) -> None:
    assert read_catalogue(path.read_bytes(), path.stem, path.name)[1] == []
