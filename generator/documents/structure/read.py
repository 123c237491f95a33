"""From the text of a document to its blocks, outline and metadata. Nothing is dropped: the blocks joined are the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.documents.blocks import Block, Document
from generator.documents.structure.annexes import annex_title, is_bare_title, issued_titles, signature_end
from generator.documents.structure.boxes import box_end, read_box_head
from generator.documents.structure.contents import DOTS, contents_end
from generator.documents.structure.frame import OPEN_TITLE_END, foot_start, notice_end, read_head
from generator.documents.structure.furniture import is_furniture, is_public_mark
from generator.documents.structure.headings import (
    FIXED,
    RANK,
    SPECIAL,
    Kind,
    Mark,
    glued_body,
    glued_heading,
    is_heading_title,
    opening_title,
    read_mark,
)
from generator.documents.structure.lines import Line, cut, fold, split_lines, wrap_width
from generator.documents.structure.metadata import collect
from generator.documents.structure.outline import build, complete
from generator.documents.structure.paragraphs import continues, han_heading, is_cut_off, is_responsibility, numbered_heading
from generator.documents.structure.pieces import Piece, foot_pieces, head_pieces, leveled, signed
from generator.text.dates import is_date_line

HEADWORD: Final = re.compile(r"(?P<word>[^。；，,：:]{1,24})[：:]")
JOINED: Final = frozenset({"paragraph", "item", "explanation"})


@dataclass(slots=True)
class _Reading:
    """The state of the walk through the lines of a body."""

    lines: Sequence[Line]
    end: int
    width: int
    styles: Mapping[int, int]
    rows: frozenset[int]
    """Indices of lines that the container knows as table rows."""
    pieces: list[Piece] = field(default_factory=list)
    terms: bool = False
    """Below a 名词解释."""
    issued: frozenset[str] = frozenset()
    """Titles of the documents that the covering notice issues."""


def read_text(
    text: str,
    name: str,
    pairs: Sequence[tuple[str, str]] = (),
    style_levels: Mapping[int, int] | None = None,
    tables: Sequence[tuple[int, int]] = (),
) -> Document:
    """Read a document.

    Args:
        text: Normalised: line ends are newlines, no byte order mark, no NUL.
        name: Of the file, for messages.
        pairs: Labels and values that the container's meta tags or tables state.
        style_levels: Line from 1 → level of its heading style, from a .docx or HTML heading.
        tables: First and last line, from 1, of tables that the container knows.

    Returns:
        The document; its blocks cover the text without a gap.
    """
    lines = _with_glued_headings(split_lines(text))
    in_tables = {number for first, last in tables for number in range(first, last + 1)}
    rows = frozenset(i for i, line in enumerate(lines) if line.number in in_tables)
    foot_from = read_head(lines, 0, len(lines)).body
    signature, foot, end = foot_start(lines, foot_from)
    pieces, found_pairs, title, body_from = _read_front(lines, signature, pairs)
    issued = issued_titles(line.words for p in pieces if p.kind == "notice" for line in lines[p.first : p.end])
    reading = _Reading(lines, signature, wrap_width(lines[body_from:signature]), style_levels or {}, rows, issued=issued)
    _read_body(reading, body_from)
    pieces.extend(reading.pieces)
    found_pairs.extend(signed(lines, reading.pieces))
    pieces.extend(foot_pieces(signature, foot, end, lines, found_pairs))
    blocks = leveled(text, lines, pieces)
    body_block = (
        next((i for i, b in enumerate(blocks) if b.start >= lines[min(body_from, len(lines) - 1)].start), len(blocks)) if lines else 0
    )
    completed = complete(blocks, _after_contents(blocks, body_block))
    front, outline = build(completed)
    return Document(name, text, completed, collect(found_pairs, title), outline, front)


def _read_front(
    lines: Sequence[Line], signature: int, pairs: Sequence[tuple[str, str]]
) -> tuple[list[Piece], list[tuple[str, str]], str, int]:
    """Read head, covering notice, title and contents: pieces, labels with values, title, and where the body starts."""
    head = read_head(lines, 0, len(lines))
    pieces = head_pieces(head, 0, head.body)
    found_pairs = [*pairs, *head.pairs]
    title = head.title
    position = head.body
    notice = notice_end(lines, position, signature, title)
    if notice > position:
        pieces.append(Piece("notice", position, notice))
        signed = next((i for i in range(position, notice) if is_date_line(lines[i].words)), 0)
        found_pairs.extend([("成文日期", lines[signed].words), ("发文机关", lines[signed - 1].words)] if signed else [])
        inner = read_head(lines, notice, signature)
        pieces.extend(head_pieces(inner, notice, inner.body))
        found_pairs.extend(inner.pairs)
        title, position = inner.title or title, inner.body
    after_contents = contents_end(lines, position, signature)
    if after_contents > position:
        pieces.append(Piece("contents", position, after_contents))
        repeated = read_head(lines, after_contents, signature) if not title else None
        if repeated is not None and repeated.title:
            pieces.extend(head_pieces(repeated, after_contents, repeated.body))
            title, after_contents = repeated.title, repeated.body
    return pieces, found_pairs, title, after_contents


def _after_contents(blocks: Sequence[Block], body: int) -> int:
    """Behind the last table of contents, which may stand behind a preface."""
    return max([body, *(i + 1 for i, block in enumerate(blocks) if block.kind == "contents")])


def _with_glued_headings(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Cut lines where a heading is glued to the paragraph before or after it."""
    result: list[Line] = []
    last: dict[Kind, int] = {}
    for line in lines:
        parts = [line]
        # A run-together table of contents is one line of headings, and stays one.
        if line.words.count("第") < 12 or "。" in line.words:
            if ((index := glued_heading(line.words, last)) is not None and index > 0) or (index := glued_body(line.words)) is not None:
                parts = list(cut(line, index))
            elif (found := OPEN_TITLE_END.match(line.words)) and len(line.words) < 90:
                parts = list(cut(line, found.start("preface")))
        for part in parts:
            mark = read_mark(part.words)
            if mark is not None and mark.number is not None:
                last[mark.kind] = mark.number
        result.extend(parts)
    return tuple(result)


def _read_body(reading: _Reading, position: int) -> None:
    while position < reading.end:
        position = _step(reading, position)


def _step(reading: _Reading, i: int) -> int:
    """Read the block that starts at line ``i``; give the line behind it."""
    lines, words = reading.lines, reading.lines[i].words
    add = reading.pieces.append
    if is_furniture(words, "body") or is_public_mark(words):
        add(Piece("furniture", i, i + 1))
        return i + 1
    if (after := signature_end(lines, i, reading.end)) > i:
        add(Piece("signature", i, after))
        return after
    if (DOTS.search(words) and not words.endswith("……")) or contents_end(lines, i, reading.end) > i:
        after = max(i + 1, contents_end(lines, i, reading.end))
        add(Piece("contents", i, after))
        return after
    if (head := read_box_head(words)) is not None:
        after, confidence, why = box_end(lines, i, head)
        after = min(after, reading.end)
        add(Piece("box", i, after, None, head.label, head.number, head.title, why, confidence))
        return after
    if lines[i].cells or i in reading.rows:
        after = i + 1
        while after < reading.end and (lines[after].cells or after in reading.rows) and read_box_head(lines[after].words) is None:
            after += 1
        add(Piece("table", i, after))
        return after
    if is_responsibility(words):
        return _finish(reading, Piece("responsibility", i, i + 1))
    return _numbered_or_plain(reading, i)


def _numbered_or_plain(reading: _Reading, i: int) -> int:
    line = reading.lines[i]
    mark = read_mark(line.words)
    if mark is not None and mark.kind in SPECIAL and mark.kind != "article":
        return _special(reading, i, mark)
    if mark is not None and mark.kind in FIXED:
        heading = _division_heading(reading, i, mark)
        if heading is not None:
            reading.terms = False
            reading.pieces.append(heading)
            return heading.end
    if reading.terms:
        headword = HEADWORD.match(mark.rest if mark else line.words)
        title = headword["word"].strip() if headword else ""
        return _finish(reading, Piece("explanation", i, i + 1, mark, mark.label if mark else "", mark.number if mark else None, title))
    if mark is not None and mark.kind not in FIXED:
        return _finish(reading, _heading_or_item(reading, i, mark))
    if mark is None and fold(line.words) in reading.issued:
        issued = Mark("annex", "", None, line.words)
        reading.pieces.append(Piece("heading", i, i + 1, issued, title=line.words, why="与通知中一并印发的文件同名", confidence=0.9))
        return i + 1
    if (style := reading.styles.get(line.number, 0)) and 0 < len(line.words) <= 70 and "。" not in line.words:
        reading.pieces.append(
            Piece("heading", i, i + 1, title=line.words, style=style, confidence=0.9, why="没有编号，依据原文件的标题样式")
        )
        return i + 1
    return _finish(reading, Piece("paragraph", i, i + 1))


def _special(reading: _Reading, i: int, mark: Mark) -> int:
    """A preface, an annex (its title may stand on the next line) or a list of terms."""
    lines, after = reading.lines, i + 1
    title = mark.rest
    if mark.kind == "annex" and not title:
        title, after = annex_title(lines, after, reading.end)
    reading.terms = mark.kind == "terms" or "名词解释" in title
    reading.pieces.append(Piece("heading", i, after, mark, mark.label, mark.number, title))
    return after


def _division_heading(reading: _Reading, i: int, mark: Mark) -> Piece | None:
    """A 编, 篇, 章 or 节 heading; its title may stand on, or run on to, the next line."""
    lines = reading.lines
    if not mark.rest:
        if i + 1 < reading.end and is_bare_title(lines[i + 1]):
            return Piece("heading", i, i + 2, mark, mark.label, mark.number, lines[i + 1].words)
        return Piece("heading", i, i + 1, mark, mark.label, mark.number, "", "只有编号，没有标题", 0.8)
    if not is_heading_title(mark.kind, mark.rest):
        return None
    wrapped = reading.width and len(lines[i].words) >= reading.width * 0.85 and i + 1 < reading.end
    if wrapped and is_bare_title(lines[i + 1]) and len(lines[i + 1].words) < reading.width * 0.6 and not lines[i + 1].indented:
        return Piece("heading", i, i + 2, mark, mark.label, mark.number, mark.rest + lines[i + 1].words, "标题占两行", 0.9)
    return Piece("heading", i, i + 1, mark, mark.label, mark.number, mark.rest)


def _heading_or_item(reading: _Reading, i: int, mark: Mark) -> Piece:
    line = reading.lines[i]
    following = reading.lines[i + 1] if i + 1 < reading.end else None
    following_mark = read_mark(following.words) if following else None
    if mark.kind in ("han", "han-bracket", "decimal"):
        heading = bool(mark.rest) and is_heading_title(mark.kind, mark.rest)
        heading = heading and (mark.kind == "decimal" or _is_han_heading(reading, i, mark))
    else:
        before = reading.pieces[-1].mark if reading.pieces and reading.pieces[-1].kind == "item" else None
        heading = numbered_heading(mark, line, before, following, following_mark)
    if heading and following is not None and following_mark is None and reading.width:
        # A wrapped line of a paragraph is as long as all others; a heading is not.
        joins, _ = continues(line, following, reading.width)
        heading = not (joins and len(line.words) >= reading.width * 0.82 and mark.kind not in ("han", "han-bracket"))
    if heading:
        return Piece("heading", i, i + 1, mark, mark.label, mark.number, mark.rest.rstrip("。：:"))
    return Piece("item", i, i + 1, mark, mark.label, mark.number, "")


def _is_han_heading(reading: _Reading, i: int, mark: Mark) -> bool:
    lines, last = reading.lines, reading.pieces[-1] if reading.pieces else None
    below = i + 1
    while below < reading.end and is_responsibility(lines[below].words):
        below += 1
    following = lines[below] if below < reading.end else None
    under = read_mark(following.words) if following else None
    if below > i + 1 and (under is None or RANK[under.kind] <= RANK[mark.kind]):
        # Who is responsible stands right below: a task.
        return False
    sibling = last is not None and last.kind == "item" and last.mark is not None and last.mark.kind == mark.kind
    sibling = sibling and last is not None and last.number == (mark.number or 0) - 1 and last.end == i
    return han_heading(mark, lines[i], lines[i - 1].words if sibling else "", following, under)


def _finish(reading: _Reading, piece: Piece) -> int:
    """Take in the wrapped lines that continue a paragraph, item or responsibility line."""
    lines = reading.lines
    if piece.kind in JOINED or (piece.kind == "responsibility" and reading.width):
        while piece.end < reading.end and _is_running_text(reading, piece.end):
            joins, why = continues(lines[piece.end - 1], lines[piece.end], reading.width)
            if not joins:
                break
            piece.end += 1
            if why:
                piece.why, piece.confidence = why, 0.8
    if piece.kind == "item" and piece.mark is not None:
        whole = "".join(line.words for line in lines[piece.first : piece.end])
        mark = read_mark(whole)
        piece.title = opening_title(mark.rest) if mark else ""
    if piece.kind in JOINED and is_cut_off(lines[piece.end - 1].words) and piece.title != lines[piece.end - 1].words:
        piece.why, piece.confidence = "句末没有标点，原文可能在此处缺失，未作补全", min(piece.confidence, 0.8)
    reading.pieces.append(piece)
    return piece.end


def _is_running_text(reading: _Reading, i: int) -> bool:
    line = reading.lines[i]
    if line.part and read_mark(line.words) is not None:
        return False
    return not (
        line.cells
        or i in reading.rows
        or read_mark(line.words) is not None
        or is_responsibility(line.words)
        or read_box_head(line.words) is not None
        or is_furniture(line.words, "body")
        or line.words.startswith(("——", "--"))
    )
