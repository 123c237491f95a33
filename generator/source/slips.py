"""Slips that a parser meets too late or calls by another name, found again by looking at the lines around its complaint.

Each finder takes the lines and the number of the line (from 0) where the parser stopped, and returns line and column (from 0) with
what to do, or nothing. They are asked only where a file cannot be read, so a line that looks odd but is right does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Slip = tuple[int, int, str]
Finder = Callable[[list[str], int], Slip | None]

LOOK_BACK = 3
"""The parser complains on the line after the slip, sometimes after a blank line or two."""

_WIDE_COLON = re.compile(r"^\s*(?:-\s+)*([A-Za-z_\u4e00-\u9fff]{1,12})\s*：")
_TEXT_ITEM = re.compile(r"^\s*-\s+[\u4e00-\u9fff]")
_TAB = re.compile(r"^ *\t")
_NO_SPACE = re.compile(r"^\s*(?:-\s+)?([a-z_]+):(?=[^\s/])")
_DASH = re.compile(r"^\s*-(?=[^\s-])")
_KEY = re.compile(r"^(\s*(?:-\s+)?)([a-z_]+):(\s+\S)?")
_WIDE_COMMA = re.compile(r"，(?=\s*[a-z_]+\s*:)")
_QUOTES = {'"': re.compile(r'(?<!\\)"'), "'": re.compile("'")}


def _before(lines: list[str], at: int, far: int = LOOK_BACK) -> Iterator[int]:
    yield from range(min(at, len(lines) - 1), max(-1, at - far - 1), -1)


def _conflict(lines: list[str], at: int) -> Slip | None:
    """Both versions of a merge that nobody finished."""
    for number in _before(lines, at, len(lines)):
        if lines[number].startswith("<<<<<<<"):
            return number, 0, "两个人改了同一处，还没有合好：两种写法只留一种，并删去以 <<<<<<<、=======、>>>>>>> 开头的行"
    return None


def _wide_colon(lines: list[str], at: int) -> Slip | None:
    for number in _before(lines, at):
        wide = _WIDE_COLON.match(lines[number])
        if wide and not _TEXT_ITEM.match(lines[number]):
            return number, lines[number].index("："), f"“{wide[1]}”后面是全角冒号“：”，请改成半角冒号加空格“: ”"
    return None


def _tab(lines: list[str], at: int) -> Slip | None:
    found = next((number for number in _before(lines, at) if _TAB.match(lines[number])), None)
    return None if found is None else (found, 0, "行首有制表符（Tab），请改用空格缩进")


def _open_quote(lines: list[str], at: int) -> Slip | None:
    """The last line above with an odd number of quotes of a kind, where the number of such lines is odd too."""
    for quote, pattern in _QUOTES.items():
        odd = [number for number in range(min(at, len(lines) - 1) + 1) if len(pattern.findall(lines[number])) % 2]
        if len(odd) % 2:
            return odd[-1], lines[odd[-1]].index(quote), f"这一行的引号没有配对，请在文字的另一头补上引号“{quote}”，或把这一个删去"
    return None


def _wide_comma(lines: list[str], at: int) -> Slip | None:
    line = lines[min(at, len(lines) - 1)]
    wide = _WIDE_COMMA.search(line) if "{" in line else None
    return (at, wide.start(), "这里是全角逗号“，”，字段之间请改成半角逗号加空格“, ”") if wide else None


def _no_space(lines: list[str], at: int) -> Slip | None:
    for number in _before(lines, at, 1):
        colon, dash = _NO_SPACE.match(lines[number]), _DASH.match(lines[number])
        if colon:
            return number, colon.end() - 1, f"“{colon[1]}:”的冒号后面少一个空格"
        if dash:
            return number, dash.end() - 1, "“-”后面少一个空格"
    return None


def _above(lines: list[str], at: int) -> int:
    """Return the line with a field or an item above, or -1."""
    return next((number for number in range(at - 1, -1, -1) if lines[number].strip()), -1)


def _indent(lines: list[str], at: int) -> Slip | None:
    """A field that does not stand below the field above, or an item whose dash does not."""
    if at >= len(lines):
        return None
    own, above = _KEY.match(lines[at]), _above(lines, at)
    upper = _KEY.match(lines[above]) if above >= 0 else None
    if own and upper and "-" not in own[1]:
        more = len(own[1]) - len(upper[1])
        if more > 0 and upper[3]:
            return at, len(own[1]), f"这一行的缩进多了 {more} 个空格，“{own[2]}”要和上一行的“{upper[2]}”对齐"
        if more < 0:
            return at, len(own[1]), f"这一行的缩进少了 {-more} 个空格，“{own[2]}”要和上一行的“{upper[2]}”对齐"
    dash = len(lines[at]) - len(lines[at].lstrip())
    if lines[at].lstrip().startswith("- ") and above >= 0 and lines[above].lstrip().startswith("- "):
        wanted = len(lines[above]) - len(lines[above].lstrip())
        if dash != wanted:
            much = f"多了 {dash - wanted}" if dash > wanted else f"少了 {wanted - dash}"
            return at, dash, f"这一行的缩进{much} 个空格，“-”要和上一行的“-”对齐"
    return None


FINDERS: tuple[Finder, ...] = (_conflict, _wide_colon, _tab, _open_quote, _wide_comma, _no_space, _indent)
"""In this order: what breaks most of a file comes first."""


def slip(lines: list[str], at: int) -> Slip | None:
    """Return the slip behind a parser's complaint about line ``at``, where one is seen."""
    return next((found for finder in FINDERS if (found := finder(lines, at)) is not None), None)
