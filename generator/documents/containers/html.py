"""Pages of government sites: all text that a visitor sees, in order, one line for each block or ``<br>``.

Nothing is cut away as furniture here: that is the work of the rules that read lines. What this module knows beyond the
text (meta tags, metadata tables, headings, data tables, where the main content stands) it says in :class:`Raw`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

from generator.diagnostics import Diagnostic
from generator.documents.containers.labels import label_of, label_pairs
from generator.documents.containers.main import main_element
from generator.documents.containers.pagefacts import read_metas, remarks
from generator.documents.containers.raw import Cell, Line, Pair, Raw, assemble, error, one_line, row_text, table_rows, warning
from generator.documents.containers.tags import BLOCKS, is_dropped, is_hidden, is_preformatted, tag_of, text_of

LONGEST_CELL = 2500
"""A cell with more text than this lays out a page; it holds no datum."""

_HEADING = re.compile(r"h[1-6]$")
_INLINE = re.compile(r"</?(?:span|font|b|strong|i|em|u|big|small|o:p|st1:\w+)(?=[\s/>])[^<>]*>", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\n\r\f\v\xa0]+")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\xad]")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·]")
_INDENT = re.compile(r"\s*[\xa0\u2002\u2003\u3000]\s*[\xa0\u2002\u2003\u3000]")
INDENT = "\u3000\u3000"
"""Typed white space before a paragraph, however it is typed: where lines are cut by ``<br>`` it alone says what is a paragraph."""
_BREAK = "\0"
"""Stands for a line end that is seen, until lines are cut; NULs were taken out before."""


def read_html(text: str, name: str) -> tuple[Raw | None, list[Diagnostic]]:
    """Read a page.

    Args:
        text: the page's source, decoded, without NUL.
        name: file name, for diagnostics.

    Returns:
        Its lines, or None where it shows no text; and what there is to say.
    """
    try:
        root = _parse(text)
        if root is None:
            root = _parse(_INLINE.sub("", text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None, [error(name, "container-empty", "网页里没有内容")]
    if root is None:
        return None, [error(name, "container-damaged", "网页的标签嵌套过深，读不全，请用浏览器打开后把正文另存为文本")]
    said: list[Diagnostic] = []
    flow, main = _read_body(root, keep_hidden=False)
    if flow.dropped > sum(len(line.text) for line in flow.lines):
        flow, main = _read_body(root, keep_hidden=True)
        said.append(warning(name, "container-hidden", "网页里大部分文字是隐藏的，已一并读入，请核对是否有重复的内容"))
    if not flow.lines:
        return None, [error(name, "container-empty", "网页里没有可读的文字：正文可能由脚本载入，或者是图片")]
    metas, title = read_metas(root)
    said += remarks(root if main is None else main, name)
    return assemble(flow.lines, [*metas, *flow.pairs], title, flow.main), said


def _parse(text: str) -> etree._Element | None:
    """Parse a page; None where it nests so deep (thousands of unclosed tags) that the parser silently drops the rest."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    cut = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return None if cut else root


def _read_body(root: etree._Element, *, keep_hidden: bool) -> tuple[_Flow, etree._Element | None]:
    body = root.find("body")
    top = root if body is None else body
    main = main_element(top, lambda element: is_dropped(element) or (not keep_hidden and is_hidden(element)))
    return _flow(top, main, keep_hidden=keep_hidden), main


@dataclass(slots=True)
class _Flow:
    """Lines while a tree is walked."""

    lines: list[Line] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    heading: int = 0
    preformatted: int = 0
    tables: int = 0
    dropped: int = 0
    main: tuple[int, int] | None = None

    def add(self, text: str | None) -> None:
        if text:
            self.waiting.append(_INVISIBLE.sub("", text).replace("\n", _BREAK) if self.preformatted else text)

    def flush(self) -> None:
        if not self.waiting:
            return
        for part in "".join(self.waiting).split(_BREAK):
            part = _INVISIBLE.sub("", part)
            text = _BLANK.sub(_join, part).strip()
            if text:
                self.lines.append(Line((INDENT if _INDENT.match(part) else "") + text, self.heading))
        self.waiting.clear()


def _join(blank: re.Match[str]) -> str:
    """A source line that ends between two Chinese characters is no space (CSS Text 3, segment breaks)."""
    around = blank.string[max(0, blank.start() - 1) : blank.start()], blank.string[blank.end() : blank.end() + 1]
    return "" if "\n" in blank[0] and "\xa0" not in blank[0] and all(_WIDE.match(c) for c in around) else " "


def _flow(top: etree._Element, main: etree._Element | None, *, keep_hidden: bool) -> _Flow:
    """Walk a tree without recursion: pages with thousands of unclosed tags nest that deep."""
    flow = _Flow()
    stack: list[tuple[etree._Element, int]] = [(top, -1)]
    while stack:
        element, first = stack.pop()
        if first >= 0:
            _close(flow, element)
            if element is main and len(flow.lines) > first:
                flow.main = (first + 1, len(flow.lines))
            if element is not top:
                flow.add(element.tail)
            continue
        entered = _open(flow, element, keep_hidden=keep_hidden)
        stack.append((element, len(flow.lines)))
        if entered:
            stack.extend((child, -1) for child in reversed(element))
    flow.flush()
    return flow


def _open(flow: _Flow, element: etree._Element, *, keep_hidden: bool) -> bool:
    """Begin an element; says whether its children are still to be walked."""
    tag = tag_of(element)
    if is_dropped(element):
        return False
    if not keep_hidden and is_hidden(element):
        flow.dropped += len(text_of(element))
        return False
    if tag in BLOCKS:
        flow.flush()
    if tag == "br":
        flow.waiting.append(_BREAK)
    elif _HEADING.match(tag):
        flow.heading = int(tag[1])
    elif tag == "table" and _read_table(flow, element, keep_hidden=keep_hidden):
        return False
    elif tag == "dl":
        flow.pairs += _definitions(element)
    if is_preformatted(element):
        flow.preformatted += 1
    flow.add(element.text)
    return True


def _close(flow: _Flow, element: etree._Element) -> None:
    tag = tag_of(element)
    if tag in BLOCKS:
        flow.flush()
    if _HEADING.match(tag):
        flow.heading = 0
    if is_preformatted(element):
        flow.preformatted = max(0, flow.preformatted - 1)


def _read_table(flow: _Flow, table: etree._Element, *, keep_hidden: bool) -> bool:
    """Write a table of data as rows. A table that lays out the page is left to be walked as blocks."""
    if table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None or _has_stray_text(table):
        return False
    rows = [_cells(row, keep_hidden=keep_hidden) for row in table.iterdescendants("tr") if keep_hidden or not is_hidden(row)]
    if max((sum(c.columns for c in row) for row in rows), default=0) < 2 or max(map(len, rows)) < 2:
        return False
    if any(len(cell.text) > LONGEST_CELL for row in rows for cell in row):
        return False
    for caption in table.iterchildren("caption"):
        flow.lines += _flow(caption, None, keep_hidden=keep_hidden).lines
    flow.tables += 1
    texts = [row for row in table_rows(rows) if any(cell.strip() for cell in row)]
    flow.lines += [Line(row_text(row), table=flow.tables) for row in texts]
    flow.pairs += label_pairs(texts)
    return True


def _cells(row: etree._Element, *, keep_hidden: bool) -> list[Cell]:
    cells = []
    for cell in row.iterchildren("td", "th"):
        if keep_hidden or not is_hidden(cell):
            text = " ".join(line.text for line in _flow(cell, None, keep_hidden=keep_hidden).lines)
            cells.append(Cell(text, _span(cell, "colspan"), _span(cell, "rowspan")))
    return cells


def _has_stray_text(table: etree._Element) -> bool:
    """Text between the cells, where broken pages put it, would be lost with the rows."""
    parts = [table, *table.iterdescendants("thead", "tbody", "tfoot", "tr")]
    return any((part.text or "").strip() or any((child.tail or "").strip() for child in part) for part in parts)


def _span(cell: etree._Element, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(int(value), 10_000) or 1 if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _definitions(element: etree._Element) -> list[Pair]:
    pairs: list[Pair] = []
    label = ""
    for child in element.iterchildren("dt", "dd"):
        if child.tag == "dt":
            label = label_of(text_of(child))
        elif label:
            pairs.append((label, one_line(text_of(child))))
    return pairs
