"""Hand-written pages: ``site_src/pages/<address>.md``, Markdown by the project's own authors."""

from __future__ import annotations

import re
from pathlib import Path

from generator.diagnostics import Diagnostic, Span
from generator.language import CHINESE
from generator.model.identity import ID_PATTERN
from generator.pages import RESERVED, WRITTEN_FOLDER
from generator.pages.page import WrittenPage

_TITLE = re.compile(r"\A# +(?P<title>[^\n{]+?) *\n")


def read_written(root: Path, tag: str = CHINESE.tag) -> tuple[dict[str, WrittenPage], list[Diagnostic]]:
    """Read the pages of a language; those in Chinese stand in the folder itself, others in one named after their language.

    Args:
        root: The project's root.
        tag: The language.

    Returns:
        The pages by address, and what is wrong with the files.
    """
    pages: dict[str, WrittenPage] = {}
    findings: list[Diagnostic] = []
    folder = WRITTEN_FOLDER if tag == CHINESE.tag else f"{WRITTEN_FOLDER}/{tag}"
    for path in sorted((root / folder).glob("*.md")):
        name = f"{folder}/{path.name}"
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            findings.append(Diagnostic(Span(name), "written-page", "文件不是 UTF-8 编码，请另存为 UTF-8"))
            continue
        title = _TITLE.match(text)
        if title is None:
            findings.append(Diagnostic(Span(name), "written-page", "第一行应该是“# 标题”"))
        elif not re.match(ID_PATTERN, path.stem):
            findings.append(Diagnostic(Span(name), "written-page", "文件名只能用小写字母、数字和连字符"))
        elif path.stem in RESERVED:
            findings.append(Diagnostic(Span(name), "written-page", f"“{path.stem}/”是自动生成的页面的地址，请换一个文件名"))
        else:
            pages[f"{path.stem}/"] = WrittenPage(title["title"], text[title.end() :].strip(), name, tag)
    return pages, findings
