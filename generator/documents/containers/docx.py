"""Documents of Word and WPS (.docx): the body in order, with headings, list numbers, tables, text boxes and footnotes.

python-docx opens the package; its paragraph texts leave out content controls, tracked insertions, text boxes and
automatic numbers, so the body's XML is walked here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from generator.diagnostics import Diagnostic
from generator.documents.containers.labels import label_pairs
from generator.documents.containers.numbering import Counts, ListDefinition, W, next_label, no_counts, read_definitions
from generator.documents.containers.raw import Cell, Line, Pair, Raw, assemble, error, row_text, table_rows, warning
from generator.documents.containers.styles import Style, outline_level, read_styles, style_numbering, whole

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
NOTES = ((RELATIONSHIP_TYPE.FOOTNOTES, "footnote"), (RELATIONSHIP_TYPE.ENDNOTES, "endnote"))

_INVISIBLE = frozenset(
    W + name
    for name in [
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "rt",
        "sectPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
    ]
)
_WRAPPERS = frozenset(W + name for name in ["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"])


@dataclass(slots=True)
class _Reading:
    """What is known of the document, and what was read of it so far."""

    styles: Mapping[str, Style]
    lists: Mapping[str, ListDefinition]
    counts: Counts = field(default_factory=no_counts)
    lines: list[Line] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    unwritten: set[str] = field(default_factory=set)
    title: str = ""
    tables: int = 0


def read_docx(data: bytes, name: str) -> tuple[Raw | None, list[Diagnostic]]:
    """Read a .docx whose archive was found harmless.

    Args:
        data: the file.
        name: its name, for diagnostics.

    Returns:
        Its lines, or None where it is empty; and what there is to say. Raises what python-docx and lxml raise for a damaged file.
    """
    document = docx.Document(io.BytesIO(data))
    reading = _Reading(
        read_styles(_part(document, RELATIONSHIP_TYPE.STYLES)), read_definitions(_part(document, RELATIONSHIP_TYPE.NUMBERING))
    )
    _read_blocks(reading, document.element.body)
    if not any(line.text.strip() for line in reading.lines):
        return None, [error(name, "container-empty", "文档里没有文字：内容可能是图片，或者文件是空的")]
    for relation, kind in NOTES:
        _append_notes(reading, _part(document, relation), kind)
    said = []
    if reading.unwritten:
        forms = "、".join(sorted(reading.unwritten))
        said.append(warning(name, "container-list", f"有自动编号的格式写不出来（{forms}），这些编号不在读出的文字里，请对照原件补上"))
    return assemble(reading.lines, reading.pairs, reading.title or _core_title(document)), said


def _core_title(document: Document) -> str:
    try:
        return (document.core_properties.title or "").strip()
    except (KeyError, ValueError):
        return ""


def _part(document: Document, relation: str) -> etree._Element | None:
    for found in document.part.rels.values():
        if found.reltype == relation and not found.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            return etree.fromstring(found.target_part.blob, parser)
    return None


def _read_blocks(reading: _Reading, parent: etree._Element) -> None:
    for block in _blocks(parent):
        if block.tag == f"{W}p":
            _read_paragraph(reading, block)
        else:
            _read_table(reading, block)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Give paragraphs and tables, also those in content controls and tracked insertions."""
    for child in parent:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)
        elif child.tag == f"{MC}AlternateContent":
            yield from _blocks(_chosen(child))


def _chosen(alternatives: etree._Element) -> etree._Element:
    """The same content stands in every alternative: once for new and once for old programs."""
    choice = alternatives.find(f"{MC}Choice")
    fallback = alternatives.find(f"{MC}Fallback")
    found = choice if choice is not None else fallback
    return alternatives if found is None else found


def _read_paragraph(reading: _Reading, paragraph: etree._Element) -> None:
    properties = paragraph.find(f"{W}pPr")
    style = _child_value(properties, "pStyle")
    boxes: list[etree._Element] = []
    text = _label(reading, properties, style) + _words(reading, paragraph, boxes)
    level = outline_level(reading.styles, style, _child_value(properties, "outlineLvl"))
    if reading.styles.get(style, Style()).is_title and text.strip():
        reading.title = reading.title or " ".join(text.split())
    for part in text.split("\n"):
        if part.strip():
            reading.lines.append(Line(part.rstrip(), level))
    for box in boxes:
        _read_blocks(reading, box)


def _label(reading: _Reading, properties: etree._Element | None, style: str) -> str:
    direct = None if properties is None else properties.find(f"{W}numPr")
    number_id, level = _child_value(direct, "numId"), _child_value(direct, "ilvl")
    if not number_id:
        number_id, inherited = style_numbering(reading.styles, style)
        level = level or inherited
    definition = reading.lists.get(number_id)
    if definition is None:
        return ""
    index = whole(level) if level else definition.styles.get(style, 0)
    label, unwritten = next_label(definition, number_id, index, reading.counts)
    if unwritten:
        reading.unwritten.add(unwritten)
    return label


def _words(reading: _Reading, node: etree._Element, boxes: list[etree._Element]) -> str:
    """Give the visible text below a node; text boxes are put aside. XML nests at most 256 deep, lxml refuses more."""
    parts: list[str] = []
    for child in node:
        tag = child.tag
        if tag in {f"{W}t", f"{MATH}t"}:
            parts.append((child.text or "").replace("\n", " ").replace("\0", ""))
        elif tag == f"{W}tab":
            parts.append("\t")
        elif tag in {f"{W}br", f"{W}cr"}:
            parts.append("\n")
        elif tag == f"{W}noBreakHyphen":
            parts.append("-")
        elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            key = (str(tag).removeprefix(W).removesuffix("Reference"), child.get(f"{W}id") or "")
            parts.append(f"[{reading.notes.setdefault(key, len(reading.notes) + 1)}]")
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag == f"{MC}AlternateContent":
            parts.append(_words(reading, _chosen(child), boxes))
        elif tag not in _INVISIBLE and not (tag == f"{W}r" and _is_hidden(child)):
            parts.append(_words(reading, child, boxes))
    return "".join(parts)


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in {"0", "false", "off"}


def _child_value(element: etree._Element | None, child: str) -> str:
    found = None if element is None else element.find(W + child)
    return "" if found is None else found.get(f"{W}val") or ""


def _read_table(reading: _Reading, table: etree._Element) -> None:
    """Write a table as rows; a frame of one column around paragraphs (a 专栏) gives its paragraphs."""
    rows = list(_children(table, f"{W}tr"))
    rows = [row for row in rows if row.find(f"{W}trPr/{W}del") is None]
    cells = [list(_children(row, f"{W}tc")) for row in rows]
    if max(map(len, cells), default=0) < 2:
        for cell in (cell for row in cells for cell in row):
            if not _continues(cell):
                _read_blocks(reading, cell)
        return
    reading.tables += 1
    own = reading.tables
    boxes: list[etree._Element] = []
    texts = table_rows(_spanned(reading, rows, boxes))
    filled = [row for row in texts if any(cell.strip() for cell in row)]
    reading.lines += [Line(row_text(row), table=own) for row in filled]
    reading.pairs += label_pairs(filled)
    for box in boxes:
        _read_blocks(reading, box)


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _continues(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val") != "restart"


def _spanned(reading: _Reading, rows: list[etree._Element], boxes: list[etree._Element]) -> list[list[Cell]]:
    """Turn merge marks into spans: a cell covers the marked cells below it that begin in its column."""
    cells = [list(_children(row, f"{W}tc")) for row in rows]
    texts = [[_cell_text(reading, cell, boxes) for cell in row] for row in cells]
    spanned: list[list[Cell]] = []
    below: dict[int, int] = {}
    for index in range(len(rows) - 1, -1, -1):
        column = min(whole(_child_value(rows[index].find(f"{W}trPr"), "gridBefore")), 1000)
        line = [Cell("", column)] if column else []
        here: dict[int, int] = {}
        for cell, text in zip(cells[index], texts[index], strict=True):
            width = min(max(1, whole(_child_value(cell.find(f"{W}tcPr"), "gridSpan"))), 1000)
            if index and _continues(cell):
                here[column] = 1 + below.get(column, 0)
            else:
                line.append(Cell(text, width, 1 + below.get(column, 0)))
            column += width
        below = here
        spanned.append(line)
    return spanned[::-1]


def _cell_text(reading: _Reading, cell: etree._Element, boxes: list[etree._Element]) -> str:
    parts = []
    for block in _blocks(cell):
        if block.tag == f"{W}p":
            properties = block.find(f"{W}pPr")
            parts.append(_label(reading, properties, _child_value(properties, "pStyle")) + _words(reading, block, boxes))
        else:
            parts += [_cell_text(reading, inner, boxes) for row in _children(block, f"{W}tr") for inner in _children(row, f"{W}tc")]
    return " ".join(" ".join(part.split()) for part in parts if part.strip())


def _append_notes(reading: _Reading, part: etree._Element | None, kind: str) -> None:
    if part is None:
        return
    texts = {note.get(f"{W}id") or "": note for note in part.iterchildren(W + kind)}
    for (of_kind, key), number in list(reading.notes.items()):
        if of_kind == kind and key in texts:
            text = _cell_text(reading, texts[key], [])
            reading.lines.append(Line(f"[{number}] {text}".rstrip()))
