"""Nothing unfinished is published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.graph import Graph
from generator.model.identity import HISTORY

RULE = "placeholder"
_UNFINISHED = re.compile(r"(?<![A-Za-z])(?:TODO|FIXME|XXX)(?![A-Za-z])|(?:^|[^\u4e00-\u9fff])待[填补]|【待[^】]{0,20}】?")


def is_unfinished(text: str) -> bool:
    """Say whether a text still holds a placeholder."""
    return _UNFINISHED.search(text) is not None


def _mark(text: str) -> str:
    """Return the placeholder itself."""
    found = _UNFINISHED.search(text)
    return found[0].strip("，。；：、（） ") if found else text


def texts_of(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text of a dumped record with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_of(inner, (*path, key))
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value):
            yield from texts_of(inner, (*path, number))


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Report every field that still holds a placeholder."""
    for kind, shelf in graph.dataset.records.items():
        if kind in HISTORY:
            continue  # what was unfinished once is told as it was
        for record in shelf.values():
            for path, text in texts_of(record.model_dump(by_alias=True)):
                if is_unfinished(text):
                    field = next(step for step in reversed(path) if isinstance(step, str))
                    yield Diagnostic(graph.dataset.span(record, *path), RULE, f"“{field}”还没有写完，请把“{_mark(text)}”换成要写的内容")
