"""PDF with text: lines from top to bottom, tables as rows, page starts recorded. A scan is refused: it holds pictures of text."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.table import Table
from pdfplumber.utils.exceptions import PdfminerException

from generator.diagnostics import Diagnostic
from generator.documents.containers.glyphs import as_letters
from generator.documents.containers.raw import Cell, Line, Raw, assemble, error, one_line, row_text, table_rows, warning

MAX_UNPACKED = 300_000_000
"""Bytes that all compressed streams of a file may unpack to."""
SCAN_CHARACTERS = 20
"""Fewer characters on a page that shows a picture: what is read there is a stamp or a page number."""
FULL_PAGE = 0.8
MARGIN_LINES = 3
WORD_GAP = 0.5
"""A gap wider than this share of a character is a space. Justified Chinese lines are stretched by less."""

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_CID = re.compile(r"\(cid:\d+\)")
_WIDE = re.compile("[\u2e80-\u9fff\uff00-\uffef“”‘’—…]")
_PAGE_NUMBER = re.compile(r"[-—–－\s]*\d{1,4}[-—–－\s]*$")


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line or row where it stands on its page."""

    top: float
    left: float
    right: float
    size: float
    """Height of its letters; 0 for the row of a table."""
    text: str
    table: int = 0


@dataclass(frozen=True, slots=True)
class _PageRead:
    printed: tuple[_Printed, ...]
    characters: int
    picture: float
    """Share of the page that its largest picture covers."""


def read_pdf(data: bytes, name: str) -> tuple[Raw | None, list[Diagnostic]]:
    """Read a PDF.

    Args:
        data: the file.
        name: its name, for diagnostics.

    Returns:
        Its lines, or None for a scan, an encrypted file and one without readable text; and what there is to say. Raises
        what pdfminer raises for a damaged file.
    """
    if _unpacked_size(data) > MAX_UNPACKED:
        return None, [error(name, "container-too-large", "PDF 里的数据展开后过大，拒绝读取")]
    try:
        with _quiet(), pdfplumber.open(io.BytesIO(data)) as pdf:
            pages: list[_PageRead] = []
            for page in pdf.pages:
                pages.append(_read_page(page, sum(1 for p in pages for line in p.printed if line.table)))
                page.close()
            title = pdf.metadata.get("Title") if isinstance(pdf.metadata, dict) else ""
    except (PdfminerException, PDFPasswordIncorrect) as problem:
        if isinstance(problem, PDFPasswordIncorrect) or any(isinstance(part, PDFPasswordIncorrect) for part in problem.args):
            return None, [error(name, "container-encrypted", "PDF 设有打开密码，请解除密码后再导入")]
        raise
    refused = _refusal(pages, name)
    if refused:
        return None, [refused]
    said = _remarks(pages, name)
    if b"%%EOF" not in data[-2048:]:
        said.insert(0, warning(name, "container-damaged", "PDF 的结尾缺失，文件可能没有下载完整，末尾的内容可能没有读到"))
    lines = [Line(text, table=p.table, page=n) for n, page in enumerate(pages, start=1) for text, p in _indented(page.printed)]
    return assemble(lines, title=one_line(title) if isinstance(title, str) else ""), said


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the log still: pdfminer logs every flaw of a file; the reader of this project gets diagnostics instead."""
    logger = logging.getLogger("pdfminer")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


def _unpacked_size(data: bytes) -> int:
    """Add up what the deflated streams unpack to, without keeping any of it; stops where it is too much."""
    total = 0
    for start in _STREAM.finditer(data):
        end = data.find(b"endstream", start.end())
        if end < 0:
            break
        waiting = data[start.end() : end]
        if not waiting or waiting[0] & 0x0F != zlib.DEFLATED:
            continue
        unpack = zlib.decompressobj()
        try:
            while waiting and total <= MAX_UNPACKED:
                total += len(unpack.decompress(waiting, 1 << 24))
                waiting = unpack.unconsumed_tail
        except zlib.error:
            continue
        if total > MAX_UNPACKED:
            break
    return total


def _read_page(page: Page, tables_before: int) -> _PageRead:
    """Read one page.

    Args:
        page: with its characters and lines.
        tables_before: a number not below that of tables on earlier pages, from which new ones are counted.
    """
    plain = page.dedupe_chars(tolerance=1)
    ruled = bool(page.lines or page.rects or page.curves)
    tables = [table for table in plain.find_tables() if _is_table(table)] if ruled else []
    printed: list[_Printed] = []
    for number, table in enumerate(tables, start=tables_before + 1):
        printed += _rows(table, number)
    boxes = [table.bbox for table in tables]
    outside = plain.filter(lambda thing: not _within(thing, boxes)) if boxes else plain
    for line in outside.extract_text_lines(return_chars=True, x_tolerance_ratio=WORD_GAP):
        text = as_letters(str(line["text"])).replace("\0", "")
        sizes = sorted(float(char["bottom"]) - float(char["top"]) for char in line["chars"])
        printed.append(_Printed(float(line["top"]), float(line["x0"]), float(line["x1"]), sizes[len(sizes) // 2] if sizes else 0.0, text))
    printed.sort(key=lambda line: line.top)
    area = max(1.0, float(page.width) * float(page.height))
    picture = max((abs(float(i["x1"] - i["x0"]) * float(i["bottom"] - i["top"])) for i in page.images), default=0.0) / area
    return _PageRead(tuple(line for line in printed if line.text.strip()), len(plain.chars), picture)


def _is_table(table: Table) -> bool:
    """Frames around text, underlines and the red line of a letterhead are no tables: those have columns and rows."""
    return len({cell[0] for cell in table.cells}) > 1 and len({cell[1] for cell in table.cells}) > 1


def _within(thing: dict[str, Any], boxes: Sequence[tuple[float, float, float, float]]) -> bool:
    if thing.get("object_type") != "char":
        return False
    across, down = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return any(x0 <= across < x1 and top <= down < bottom for x0, top, x1, bottom in boxes)


def _rows(table: Table, number: int) -> list[_Printed]:
    """Write a table's rows. A row belongs where the table begins, so that no line of text falls between rows."""
    lefts = sorted({cell[0] for cell in table.cells})
    tops = sorted({cell[1] for cell in table.cells})
    texts = table.extract(x_tolerance_ratio=WORD_GAP)
    grid: list[list[Cell]] = []
    covered: dict[int, float] = {}
    for top, row, written in zip(tops, table.rows, texts, strict=True):
        cells: list[Cell] = []
        right = float("-inf")
        for column, left in enumerate(lefts):
            box = row.cells[column] if column < len(row.cells) else None
            if box is not None:
                columns = sum(box[0] <= other < box[2] for other in lefts)
                cells.append(Cell(_unwrapped(written[column] or ""), columns, sum(top <= other < box[3] for other in tops)))
                right = box[2]
                covered.update((c, box[3]) for c in range(column, column + columns))
            elif left >= right and covered.get(column, float("-inf")) <= top:
                cells.append(Cell(""))
        grid.append(cells)
    left, top, right, _ = table.bbox
    rows = [row for row in table_rows(grid) if any(cell.strip() for cell in row)]
    return [_Printed(top, left, right, 0.0, row_text(row), number) for row in rows]


def _unwrapped(text: str) -> str:
    """Join the lines of a cell: only between two words of another script stands a space where a narrow column breaks them."""
    joined = ""
    for line in as_letters(text).replace("\0", "").split("\n"):
        joined += line if not joined or _WIDE.match(joined[-1:]) or _WIDE.match(line) else f" {line}"
    return joined


def _indented(printed: Sequence[_Printed]) -> Iterator[tuple[str, _Printed]]:
    """Give each line its indent back: two characters at the start of a paragraph are how print marks it."""
    lefts = Counter(round(line.left) for line in printed if line.size and not _PAGE_NUMBER.match(line.text))
    # What stands further left than the text, such as a running head, stands there once or twice.
    margin = min((left for left, count in lefts.items() if count >= MARGIN_LINES), default=min(lefts, default=0))
    for line in printed:
        steps = (line.left - margin) / line.size if line.size else 0.0
        yield ("\u3000\u3000" if 1.5 <= steps <= 2.6 else "") + line.text, line


def _refusal(pages: Sequence[_PageRead], name: str) -> Diagnostic | None:
    if not pages:
        return error(name, "container-damaged", "PDF 里没有一页可读：文件已损坏或不完整，请重新下载")
    pictures = sum(page.picture > 0 for page in pages)
    bare = sum(page.characters < SCAN_CHARACTERS for page in pages)
    text = "".join(line.text for page in pages for line in page.printed)
    if not text.strip() or (pictures and bare * 10 >= len(pages) * 9 and pictures * 2 >= len(pages)):
        if pictures:
            return error(name, "container-scan", "这个 PDF 是扫描件：页面是图片，没有可读的文字，请换用文字版或先做文字识别")
        return error(name, "container-scan", "这个 PDF 里没有文字：多半是扫描件或文字已转为图形，请换用文字版或先做文字识别")
    unread = len(_CID.findall(text))
    if unread * 10 > len(_CID.sub("x", text)):
        return error(name, "container-unreadable", "这个 PDF 的字体没有文字编码，读出来是乱码，请换用原始的 .docx 或重新导出")
    return None


def _remarks(pages: Sequence[_PageRead], name: str) -> list[Diagnostic]:
    said = []
    empty = [n for n, page in enumerate(pages, start=1) if not page.printed and page.picture]
    if empty:
        shown = "、".join(str(n) for n in empty[:10]) + ("等" if len(empty) > 10 else "")
        said.append(warning(name, "container-scan", f"第 {shown} 页是图片，没有可读的文字，这些页没有读到"))
    covered = sum(page.picture >= FULL_PAGE and page.characters >= SCAN_CHARACTERS for page in pages)
    if covered * 2 > len(pages):
        said.append(warning(name, "container-scan", "每页都铺着整页图片：文字可能是扫描后识别出来的，请逐字核对"))
    unread = sum(len(_CID.findall(line.text)) for page in pages for line in page.printed)
    if unread:
        said.append(warning(name, "container-unreadable", f"有 {unread} 个字的字体没有文字编码，显示为 (cid:…)，请对照原件补上"))
    return said
