"""Dates as documents and their pages print them, as ISO dates (GB/T 7408, ISO 8601)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.text.numerals import to_number

CHINESE_DATE: Final = re.compile(
    r"(?P<year>[0-9０-９]{4}|[〇○零一二三四五六七八九]{4}|[〇○零一二三四五六七八九](?:\s?[〇○零一二三四五六七八九]){3})\s{0,3}年\s{0,3}"
    r"(?P<month>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\s{0,3}月\s{0,3}"
    r"(?P<day>[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})\s{0,3}日"
)
NUMERIC_DATE: Final = re.compile(
    r"(?<![0-9/.\-])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-/.－／])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: ISO form and where it stands."""

    iso: str
    start: int
    end: int


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Find all full dates (year, month and day) in order; impossible ones such as 2月30日 are left out."""
    found: list[FoundDate] = []
    for pattern in (CHINESE_DATE, NUMERIC_DATE):
        for match in pattern.finditer(text):
            iso = _iso(match["year"], match["month"], match["day"])
            if iso:
                found.append(FoundDate(iso, match.start(), match.end()))
    return tuple(sorted(found, key=lambda d: d.start))


def to_iso(text: str) -> str | None:
    """Give the first full date in the text as ``YYYY-MM-DD``, or None."""
    found = find_dates(text)
    return found[0].iso if found else None


def is_date_line(text: str) -> bool:
    """Say whether a line holds a date and nothing else (as under a signature)."""
    words = text.strip().strip("()（）")
    found = CHINESE_DATE.fullmatch(words) or NUMERIC_DATE.fullmatch(words)
    return bool(found and _iso(found["year"], found["month"], found["day"]))


def _iso(year: str, month: str, day: str) -> str | None:
    numbers = [to_number(part) for part in (year, month, day)]
    if not all(isinstance(n, int) for n in numbers):
        return None
    try:
        return date(*(int(n) for n in numbers if n is not None)).isoformat()
    except ValueError:
        return None
