"""Pieces: lines that will be one block, and the blocks that they become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.documents.blocks import Block, BlockKind, Level
from generator.documents.structure.frame import Frame
from generator.documents.structure.headings import Mark
from generator.documents.structure.lines import Line
from generator.documents.structure.outline import LEVELS, levels_of


@dataclass(slots=True)
class Piece:
    """Lines that will be one block."""

    kind: BlockKind
    first: int
    end: int
    mark: Mark | None = None
    label: str = ""
    number: int | None = None
    title: str = ""
    why: str = ""
    confidence: float = 1.0
    style: int = 0
    """Style level of an unnumbered heading."""


def head_pieces(head: Frame, first: int, end: int) -> list[Piece]:
    """Group neighbouring lines of one kind."""
    pieces: list[Piece] = []
    for index in range(first, end):
        kind = head.kinds.get(index, "furniture")
        why = head.guesses.get(index, "")
        if pieces and pieces[-1].kind == kind and kind in ("title", "furniture") and pieces[-1].why == why:
            pieces[-1].end = index + 1
        else:
            pieces.append(Piece(kind, index, index + 1, why=why, confidence=0.7 if why else 1.0))
    for piece in pieces:
        piece.title = head.title if piece.kind == "title" else ""
    return pieces


def foot_pieces(signature: int, foot: int, end: int, lines: Sequence[Line], pairs: list[tuple[str, str]]) -> list[Piece]:
    """Signature and page foot; the signature's date and issuers are added to the pairs."""
    pieces: list[Piece] = []
    if foot > signature:
        pieces.append(Piece("signature", signature, foot))
    pieces.extend(Piece("furniture", index, index + 1) for index in range(foot, end))
    if foot > signature:
        # Only a page without any 成文日期 takes the date under the signature for it.
        pairs.append(("成文日期", lines[foot - 1].words))
        pairs.append(("发文机关", "、".join(line.words for line in lines[signature : foot - 1])))
    return pieces


def signed(lines: Sequence[Line], pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    """Date and issuers of the first signature inside the text, which stands before the annexes."""
    signature = next((piece for piece in pieces if piece.kind == "signature"), None)
    if signature is None:
        return []
    issuers = "、".join(line.words for line in lines[signature.first : signature.end - 1])
    return [("成文日期", lines[signature.end - 1].words), ("发文机关", issuers)]


def leveled(text: str, lines: Sequence[Line], pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """Make blocks of the pieces, with the levels that their kinds of number have in this document."""
    marks = [piece.mark for piece in pieces if piece.kind == "heading" and piece.mark is not None]
    levels = levels_of(marks)
    styles = sorted({piece.style for piece in pieces if piece.style})
    blocks: list[Block] = []
    for piece in pieces:
        start, end = lines[piece.first].start, lines[piece.end - 1].end
        block = Block(piece.kind, text[start:end], start, lines[piece.first].number, None, piece.label, piece.number, piece.title)
        level: Level | None = None
        if piece.kind == "heading":
            level = levels[(piece.mark.kind, piece.mark.depth)] if piece.mark else LEVELS[min(1 + styles.index(piece.style), 4)]
        blocks.append(replace(block, level=level, why=piece.why, confidence=piece.confidence))
    return tuple(blocks)
