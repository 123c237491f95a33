"""Drawing a card: paper, ink, one accent, in the committed font, so that every machine draws the same picture.

Everything stands in the middle: some programs show the whole picture, others cut a square out of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from generator.cards.card import Card

SIZE: Final = (1200, 630)
FONT: Final = Path(__file__).parent / "font" / "noto-sans-cjk-sc-bold-gb2312.otf"
NOTICE: Final = "不是政府网站 · 志愿编写的通俗解读"
PAPER: Final = (0xFD, 0xFC, 0xF9)
INKS: Final = {"ink": (0x1F, 0x24, 0x23), "soft": (0x55, 0x60, 0x5D), "accent": (0x0B, 0x5F, 0x59)}
"""The light colours of ``site_src/styles/10-colours.css``."""
STEPS: Final = 15
"""Shades between paper and an ink, for smooth edges; a picture of so few colours is small."""
TITLE_SIZES: Final = (132, 112, 92, 80, 68, 56)
ONE_LINE: Final = 92
"""Larger ones are for titles that fit on one line."""
WIDEST: Final = 1000
MOST_LINES: Final = 3
NEVER_FIRST: Final = frozenset("，。、；：！？”’》）】〕〉·—…％%0123456789")
GOOD_END: Final = frozenset("，、；：”》")
"""Behind these, and in front of a quotation, a reader expects a break; elsewhere it may fall inside a word."""
NEVER_LAST: Final = frozenset("“‘《（【〔〈")


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _blank() -> bytes:
    """The picture of a character that the font does not have."""
    return bytes(_font(20).getmask("\ue000"))


def drawable(text: str) -> bool:
    """Whether the font has every character of a text."""
    return all(bytes(_font(20).getmask(character)) != _blank() for character in set(text) if not character.isspace())


def _breaks(text: str, good: bool) -> Iterator[int]:
    """Where a line may end: not inside a quotation or a number, not before or after what belongs to its neighbour."""
    depth = 0
    for at, (before, after) in enumerate(pairwise(text), 1):
        depth += (before in NEVER_LAST) - (before in "”’》）】〕〉")
        word = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
        allowed = depth <= 0 and not word and before not in NEVER_LAST and after not in NEVER_FIRST
        if allowed and (not good or before in GOOD_END or after in NEVER_LAST):
            yield at


def _split(text: str, lines: int, font: ImageFont.FreeTypeFont, good: bool) -> list[str] | None:
    """Cut into so many lines of nearly equal length; nothing where a line would be too long."""
    if lines == 1:
        return [text] if font.getlength(text) <= WIDEST else None
    best: tuple[float, list[str]] | None = None
    for at in _breaks(text, good):
        first = text[:at]
        rest = _split(text[at:], lines - 1, font, good) if font.getlength(first) <= WIDEST else None
        if rest is not None:
            longest = max(font.getlength(line) for line in (first, *rest))
            if best is None or longest < best[0]:
                best = (longest, [first, *rest])
    return best[1] if best else None


def title_lines(title: str) -> tuple[int, list[str]]:
    """Return the size and the lines of a title: as large as fits with good breaks, then with any, else cut short."""
    for good in (True, False):
        for size in TITLE_SIZES:
            most = 1 if size > ONE_LINE else MOST_LINES - 1 if size > TITLE_SIZES[-1] else MOST_LINES
            for lines in range(1, most + 1):
                found = _split(title, lines, _font(size), good)
                if found:
                    return size, found
    return TITLE_SIZES[-1], _cut(title)


def _cut(title: str) -> list[str]:
    """Fill the lines and end with an ellipsis."""
    font, rest = _font(TITLE_SIZES[-1]), title
    lines: list[str] = []
    while rest and len(lines) < MOST_LINES:
        count = max((n for n in range(1, len(rest) + 1) if font.getlength(rest[:n]) <= WIDEST - TITLE_SIZES[-1]), default=1)
        lines.append(rest[:count])
        rest = rest[count:]
    return [*lines[:-1], lines[-1] + "…"] if rest else lines


def _palette() -> list[int]:
    """Return the colours: for each ink, from paper to the ink in equal steps."""
    colours: list[int] = []
    for ink in INKS.values():
        for step in range(STEPS + 1):
            colours += [round(paper + (full - paper) * step / STEPS) for paper, full in zip(PAPER, ink, strict=True)]
    return colours


def _write(image: Image.Image, text: str, size: int, top: int, ink: str) -> None:
    """Write one line in the middle; ``top`` is the top of the characters."""
    font, base = _font(size), list(INKS).index(ink) * (STEPS + 1)
    mask = Image.new("L", (SIZE[0], size * 3 // 2))
    ImageDraw.Draw(mask).text((SIZE[0] / 2, size // 8), text, fill=255, font=font, anchor="ma")
    shades = mask.point([base + round(value * STEPS / 255) for value in range(256)])
    image.paste(shades, (0, top - size // 8), mask.point([0] + [255] * 255))


def _mark(image: Image.Image, left: int, top: int, size: int) -> None:
    """Draw the site's mark (``site_src/assets/favicon.svg``)."""
    accent, drawing, unit = list(INKS).index("accent") * (STEPS + 1) + STEPS, ImageDraw.Draw(image), size / 32
    drawing.rounded_rectangle((left, top, left + size, top + size), radius=5 * unit, fill=accent)
    for y, right in ((9, 24), (16, 24), (23, 17)):
        box = (left + 6.5 * unit, top + (y - 1.5) * unit, left + (right + 1.5) * unit, top + (y + 1.5) * unit)
        drawing.rounded_rectangle(box, radius=1.5 * unit, fill=0)


def _title(image: Image.Image, lines: Sequence[str], size: int) -> None:
    step = size * 5 // 4
    top = 320 - step * len(lines) // 2
    for number, line in enumerate(lines):
        _write(image, line, size, top + number * step, "ink")


def draw(card: Card, name: str) -> bytes:
    """Return a card as PNG; equal cards give equal bytes.

    Args:
        card: What stands on it.
        name: The site's name.
    """
    image = Image.new("P", SIZE, 0)
    image.putpalette(_palette())
    _mark(image, SIZE[0] // 2 - 28, 52, 56)
    _write(image, card.kind or name, 36, 132, "accent")
    size, lines = title_lines(card.title)
    _title(image, lines, size)
    if card.line:
        _write(image, card.line, 36, 490, "soft")
    _write(image, f"{name} · {NOTICE}" if card.kind else NOTICE, 26, 562, "soft")
    file = BytesIO()
    image.save(file, "PNG", optimize=True, bits=8)
    return file.getvalue()
