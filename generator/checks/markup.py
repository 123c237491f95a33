"""Text is text: markup in it would stand on the page as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.placeholder import texts_of
from generator.diagnostics import Diagnostic, Level
from generator.graph import Graph

RULE = "markup"
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,80}>|&(?:nbsp|lt|gt|amp|quot|#\d+);|!?\[[^\]]*\]\([^)]*\)|\*\*[^*]+\*\*")


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Warn of HTML and Markdown in any text."""
    for shelf in graph.dataset.records.values():
        for record in shelf.values():
            for path, text in texts_of(record.model_dump(by_alias=True)):
                found = _MARKUP.search(text)
                if found:
                    field = next(step for step in reversed(path) if isinstance(step, str))
                    message = f"“{field}”里有网页代码“{found[0][:40]}”，会原样显示在页面上；请删去，只写文字"
                    yield Diagnostic(graph.dataset.span(record, *path), RULE, message, Level.WARNING)
