"""专栏 boxes: a headed block of indicators or projects inside a plan.

Pages leave of them a heading line, sometimes with cell borders, and one line or several with the content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.documents.structure.headings import FIXED, SPECIAL, read_mark
from generator.documents.structure.lines import Line
from generator.text.numerals import to_ordinal

BOX: Final = re.compile(
    r"[【\[]?专[ \u3000]*栏[ \u3000]*"
    r"(?P<number>[0-9０-９]{1,3}(?:[-－—.][0-9０-９]{1,3})?|[一二三四五六七八九十]{1,3})?[ \u3000]*[】\]]?"
    r"(?P<mark>[:：.．、]|[ \u3000]+|(?=[“《\u4e00-\u9fff]))[ \u3000]*"
)
NOT_A_BOX: Final = re.compile(r"(?:中|内|所列|列出|的|和|与|等)")
NOTE: Final = re.compile(r"(?:注|备注|说明|数据来源)\s*[:：]")
GROUP: Final = re.compile(r"[^。；：:]{2,30}[:：]")
BULLET: Final = re.compile(r"(?:——|--|[●■◆▲★※•·○]|0[1-9]\s)")
BORDER: Final = " |"
LONGEST_TITLE: Final = 45
LONGEST_BOX: Final = 80
"""Lines after which a box without a visible end is given up."""


@dataclass(frozen=True, slots=True)
class BoxHead:
    """The heading line of a box."""

    label: str
    number: int | None
    title: str
    content: bool
    """Content follows on the same line."""
    bordered: bool
    """Cell borders are left: the content ends with one too."""


def read_box_head(words: str) -> BoxHead | None:
    """Read the heading of a box (``专栏3：重点工程``, ``专栏 重点工程 |``, ``【专栏一】…``), or None."""
    found = BOX.match(words)
    if not found:
        return None
    rest = words[found.end() :]
    body = rest.rstrip(BORDER)
    if not body or not (found["number"] or found["mark"] or found.group().endswith((" ", "\u3000", "】", "]"))) or NOT_A_BOX.match(body):
        return None
    # A title never holds a full stop; one line with content parts its title by white space.
    space = re.search(r"[ \u3000]+", body)
    title = body
    content = len(body) > LONGEST_TITLE or "。" in body or bool(space and re.search(r"[:：；;]", body[space.end() :]))
    if content:
        title = body[: space.start()] if space and space.start() <= LONGEST_TITLE else ""
    if not title or re.search(r"[。；;]", title):
        return None
    label = "专栏" + "".join((found["number"] or "").split())
    number = to_ordinal(found["number"]) if found["number"] else None
    return BoxHead(label, number, title.strip(), content, rest != body)


def box_end(lines: Sequence[Line], first: int, head: BoxHead) -> tuple[int, float, str]:
    """Find the line behind a box.

    Args:
        lines: All lines.
        first: The box's heading line.
        head: What was read from it.

    Returns:
        Index of the first line behind it, confidence, and why it is below 1.
    """
    position = first + 1
    limit = min(len(lines), first + LONGEST_BOX)
    rows = position
    while rows < limit and _belongs_to_table(lines[rows]):
        rows += 1
    if rows > position:
        return rows, 1.0, ""
    if head.content:
        return position, 1.0, ""
    if head.bordered and position < limit and not _starts_something(lines[position]):
        # Some exports leave the border at the heading only.
        stop = next((i + 1 for i in range(position, min(limit, position + 6)) if lines[i].words.endswith("|")), 0)
        return (stop, 1.0, "") if stop else (position + 1, 0.7, "专栏的右边界丢失，只取标题后的一行")
    while position < limit and not _starts_something(lines[position]) and _looks_inside(lines[position]):
        position += 1
    if position > first + 1:
        return position, 0.9, "专栏没有边框，按行首的编号、小标题判断到此为止"
    if position < limit and not _starts_something(lines[position]):
        return position + 1, 0.6, "专栏没有边框，只取标题后的一段"
    return position, 0.6, "专栏只有标题，未见内容"


def _belongs_to_table(line: Line) -> bool:
    return line.cells and read_box_head(line.words) is None


def _starts_something(line: Line) -> bool:
    mark = read_mark(line.words)
    return (
        bool(mark and (mark.kind in FIXED or mark.kind in SPECIAL or mark.kind in ("han", "han-bracket")))
        or read_box_head(line.words) is not None
    )


def _looks_inside(line: Line) -> bool:
    return bool(read_mark(line.words) or GROUP.match(line.words) or BULLET.match(line.words) or NOTE.match(line.words) or line.cells)
