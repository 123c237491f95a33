"""The languages of a site: settings and catalogues, read together."""

from __future__ import annotations

import re
from pathlib import Path

from generator.diagnostics import Diagnostic, Span
from generator.language import CHINESE, Catalogue, Edition
from generator.language.po import read_catalogue
from generator.language.po_lines import CODE
from generator.model.site import Site
from generator.pages import RESERVED
from generator.site.settings import FILE

LANGUAGES = "site_src/languages"
"""Where the catalogues stand, one file a language."""
CONTENT = "data/translations"
"""Where translations of the data's own texts stand, one file a language."""


def catalogue_path(tag: str) -> str:
    """Return the file of a language, below the project's root."""
    return f"{LANGUAGES}/{tag}.po"


def _setting(root: Path, tag: str) -> Span:
    """Return where the settings name a language."""
    named = re.compile(rf"""\btag:\s*["']?{re.escape(tag)}["']?\s*(?:[,}}#]|$)""")
    for number, line in enumerate((root / FILE).read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if found := named.search(line):
            return Span(FILE, number, found.start() + 1)
    return Span(FILE)


def _catalogue(root: Path, tag: str) -> tuple[Catalogue, list[Diagnostic]]:
    name = catalogue_path(tag)
    path = root / name
    if path.is_file():
        return read_catalogue(path.read_bytes(), tag, name)
    if tag == CHINESE.tag:
        return CHINESE, []
    missing = f"这里有语言 {tag}，可是没有它的译文 {name}；请运行 minggui texts {tag}，会写出这个文件"
    return Catalogue(tag, tag), [Diagnostic(_setting(root, tag), CODE, missing)]


def content_path(tag: str) -> str:
    """Return the file with the data's texts in a language, below the project's root."""
    return f"{CONTENT}/{tag}.po"


def _content(root: Path, tag: str) -> tuple[Catalogue | None, list[Diagnostic]]:
    name = content_path(tag)
    return read_catalogue((root / name).read_bytes(), tag, name) if (root / name).is_file() else (None, [])


def read_editions(root: Path, site: Site) -> tuple[tuple[Edition, ...], list[Diagnostic]]:
    """Return the site's editions, Chinese first, and what is wrong with their catalogues.

    Args:
        root: The project's root.
        site: The site's settings.
    """
    chinese, findings = _catalogue(root, CHINESE.tag)
    editions = [Edition(chinese, "", site.name, site.description)]
    for language in site.languages:
        catalogue, wrong = _catalogue(root, language.tag)
        findings += wrong
        if language.tag in RESERVED:
            findings.append(Diagnostic(_setting(root, language.tag), CODE, f"“{language.tag}/”是自动生成的页面的地址，不能作语言的代号"))
        content, wrong = _content(root, language.tag)
        findings += wrong
        editions.append(Edition(catalogue, f"{language.tag}/", language.name, language.description, content))
    return tuple(editions), findings
