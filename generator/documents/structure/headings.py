"""Numbers in front of headings and items, and what makes a numbered line a heading.

Numbering follows GB/T 9704 (一、 （一） 1. （1）) and the 编章节 of plans; exports add forms such as 第%1节 and 第 一 章.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from generator.text.numerals import to_ordinal

Kind = Literal[
    "part",
    "chapter",
    "section",
    "decimal",
    "han",
    "han-bracket",
    "arabic",
    "arabic-bracket",
    "circled",
    "article",
    "annex",
    "preface",
    "terms",
]
RANK: Final[dict[Kind, int]] = {
    "part": 0, "chapter": 1, "section": 2, "article": 3, "decimal": 3,
    "han": 4, "han-bracket": 5, "arabic": 6, "arabic-bracket": 7, "circled": 8,
    "annex": 0, "preface": 0, "terms": 0,
}  # fmt: skip
"""How deep a kind of number usually stands."""
FIXED: Final = frozenset({"part", "chapter", "section"})
SPECIAL: Final = frozenset({"annex", "preface", "terms"})
LONGEST_TITLE: Final[dict[Kind, int]] = {
    "part": 70, "chapter": 70, "section": 70, "decimal": 40,
    "han": 60, "han-bracket": 60, "arabic": 45, "arabic-bracket": 35, "circled": 30,
    "annex": 70,
}  # fmt: skip

_HAN: Final = "一二三四五六七八九十百零〇○"
_NUMBER: Final = rf"(?:[{_HAN}两0-9０-９](?:[ \u3000]?[{_HAN}两0-9０-９]){{0,4}}|[%％][0-9]?)"
DIVISION: Final = re.compile(
    rf"第[ \u3000]*(?P<number>{_NUMBER})?[ \u3000]*(?P<unit>[编篇章节])(?![的至到、，,。]|[和及与]第)[ \u3000:：、.．]*"
)
ARTICLE: Final = re.compile(rf"第[ \u3000]*(?P<number>{_NUMBER})[ \u3000]*条(?![例款的和至、，,。])[ \u3000:：]*")
HAN: Final = re.compile(rf"(?P<number>[{_HAN}]{{1,5}})[ \u3000]*(?:、|[．.](?!\d))[ \u3000]*")
HAN_BRACKET: Final = re.compile(rf"[（(][ \u3000]*(?P<number>[{_HAN}]{{1,5}})[ \u3000]*[)）][ \u3000]*[、.．]?[ \u3000]*")
DECIMAL: Final = re.compile(r"(?P<number>[0-9]{1,2}(?:[.．][0-9]{1,2}){1,2})[.．]?[ \u3000\t]+(?=[^\d\s%％])")
ARABIC: Final = re.compile(r"(?P<number>[0-9０-９]{1,3})[ \u3000]*[.．、](?![0-9０-９])[ \u3000]*")
ARABIC_BRACKET: Final = re.compile(
    r"(?:[（(][ \u3000]*(?P<number>[0-9０-９]{1,3})[ \u3000]*[)）]|(?P<half>[0-9]{1,3})[)）]|(?P<sign>[⑴-⒇]))[、.．]?[ \u3000]*"
)
CIRCLED: Final = re.compile(r"(?P<number>[①-⑳])[ \u3000]*")
ANNEX: Final = re.compile(
    rf"附[ \u3000]*(?:件|表|录|图)[ \u3000]*(?P<number>[{_HAN}0-9０-９]{{1,3}})?(?:[ \u3000]*[:：]?[ \u3000]*$|[ \u3000]+(?=\S))"
)
PREFACE: Final = re.compile(r"(?:前[ \u3000]*言|序[ \u3000]*言|引[ \u3000]*言|导[ \u3000]*言|结[ \u3000]*束?[ \u3000]*语)")
TERMS: Final = re.compile(
    r"(?:附[ \u3000]*(?:件|录)?[ \u3000]*[0-9一二三]?[ \u3000]*[:：]?[ \u3000]*)?"
    r"\S{0,14}?(?:名[ \u3000]*词|术[ \u3000]*语|词[ \u3000]*语)(?:术语)?"
    r"[ \u3000]*(?:解[ \u3000]*释|注[ \u3000]*释|说[ \u3000]*明)(?:与说明|及说明)?[ \u3000]*[:：]?"
)
NOT_A_NUMBER: Final = re.compile(rf"[{_HAN}]{{1,3}}(?:[、，,]|产业|级|线|类|季度|期工程|年级|次产业|是|要)")
"""After 一、: an enumeration in running text (一、二、三产业)."""
INNER_STOP: Final = re.compile(r"[。！？!?；;]")
CELL_END: Final = re.compile(r"\|$")
INNER_COLON: Final = re.compile(r"[:：].{12}")
HARD_STOP: Final = re.compile(r"[；;！？]")
ENDS_OPEN: Final = re.compile(r"[，,、；;]$")
GLUED_TAIL: Final = re.compile(
    rf"[。！？；”）)](?=[ \u3000]*(?P<label>第[ \u3000]*{_NUMBER}[ \u3000]*[编篇章节]|"
    rf"[{_HAN}]{{1,3}}、|[（(][{_HAN}]{{1,3}}[)）])[^。！？；]{{2,45}}$)"
)
GLUED_BODY: Final = re.compile(r"[ \u3000\t]+(?=[^ \u3000\t]{12})")
UNITS: Final[dict[str, Kind]] = {"编": "part", "篇": "part", "章": "chapter", "节": "section"}
PATTERNS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("article", ARTICLE), ("han", HAN), ("han-bracket", HAN_BRACKET), ("decimal", DECIMAL), ("arabic", ARABIC),
    ("arabic-bracket", ARABIC_BRACKET), ("circled", CIRCLED), ("annex", ANNEX),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """The number at the start of a line."""

    kind: Kind
    label: str
    """As printed, without white space and without what separates it from the title, except the stop of ``21.`` and ``一、``."""
    number: int | None
    rest: str
    """What follows on the line."""
    damaged: bool = False
    """The export left no readable number (第%1节)."""
    depth: int = 0
    """Of a decimal number: 1 for ``1.1``, 2 for ``1.1.1``."""


def read_mark(words: str) -> Mark | None:
    """Read the number or special word that a line opens with.

    Args:
        words: A line without white space at its ends.

    Returns:
        None where it opens with none; whether it is a heading or an item is another question (:func:`is_heading_title`).
    """
    if found := DIVISION.match(words):
        return _division(words, found)
    if len(words) <= 30 and TERMS.fullmatch(words):
        return Mark("terms", "", None, "".join(words.split()).strip(":："))
    if PREFACE.fullmatch(words):
        return Mark("preface", "", None, "".join(words.split()))
    for kind, pattern in PATTERNS:
        if found := pattern.match(words):
            return _numbered(kind, words, found)
    return None


def _division(words: str, found: re.Match[str]) -> Mark | None:
    printed = found["number"] or ""
    rest = words[found.end() :]
    if not printed and not (found.group().endswith((" ", "\u3000")) and rest):
        return None
    number = None if "%" in printed or "％" in printed else to_ordinal(printed)
    label = "".join(found.group().split()).rstrip(":：、.．")
    return Mark(UNITS[found["unit"]], label, number, rest, number is None)


def _numbered(kind: Kind, words: str, found: re.Match[str]) -> Mark | None:
    rest = words[found.end() :]
    label = "".join(found.group().split())
    printed = next((group for group in found.groups() if group), "")
    if kind == "han" and NOT_A_NUMBER.match(rest):
        return None
    if kind == "decimal":
        parts = re.split(r"[.．]", printed)
        return Mark(kind, printed, to_ordinal(parts[-1]), rest, depth=len(parts) - 1)
    number = to_ordinal(printed) if printed else None
    if kind == "annex":
        return Mark(kind, label.rstrip(":："), number, rest)
    return None if number is None else Mark(kind, label, number, rest)


def is_heading_title(kind: Kind, title: str) -> bool:
    """Say whether the words after a number can be a heading's title: short, one clause, not cut off."""
    longest = LONGEST_TITLE.get(kind, 0)
    body = title[:-1] if title.endswith(("。", "：", ":")) and kind in ("han", "han-bracket") else title
    if len(body) > longest or INNER_STOP.search(body) or ENDS_OPEN.search(body):
        return False
    if body.endswith((":", "：")) or CELL_END.search(body):
        return False
    # A title with a colon inside is a list entry (“民航:通用机场项目 铁路:…”), unless the number is one of 编章节.
    return kind in FIXED or not INNER_COLON.search(body)


def opening_title(rest: str) -> str:
    """Give the title that an item opens with: the words before its first 。 where they are at most 40 characters, else nothing."""
    stop = rest.find("。")
    head = rest[:stop] if stop >= 0 else rest
    return head.strip() if 0 < len(head.strip()) <= 40 and not HARD_STOP.search(head) else ""


def glued_heading(words: str, last: dict[Kind, int]) -> int | None:
    """Find a heading glued to the end of a paragraph (``…思想。第三节发展文化``).

    Args:
        words: The line.
        last: The last number seen of each kind; 一、 and (一) count only where they continue it.

    Returns:
        Index of the heading's first character, or None.
    """
    found = GLUED_TAIL.search(words[-90:])
    if not found:
        return None
    index = len(words) - len(words[-90:]) + found.start("label")
    mark = read_mark(words[index:])
    if mark is None or not mark.rest or not is_heading_title(mark.kind, mark.rest):
        return None
    return index if mark.kind in FIXED or mark.number == last.get(mark.kind, -1) + 1 else None


def glued_body(words: str) -> int | None:
    """Find where the paragraph starts that is glued to a 章 or 节 title by a space (``第二节 发展环境 当前，……。``), or None."""
    mark = read_mark(words)
    if mark is None or mark.kind not in FIXED or len(words) < 60 or is_heading_title(mark.kind, mark.rest):
        return None
    offset = len(words) - len(mark.rest)
    for found in GLUED_BODY.finditer(words, offset, offset + 45):
        title = words[offset : found.start()]
        if len(title) >= 2 and is_heading_title(mark.kind, title) and "。" in words[found.end() :]:
            return found.end()
    return None
