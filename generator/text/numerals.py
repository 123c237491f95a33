"""Chinese numerals as government documents write them: 一百二十, 二〇二三, 一万二, 1.5万, 半, full-width digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

DIGITS: Final = {"〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
FORMAL: Final = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩廿卅", "一二二三三四五六六七八九十百千万亿两廿卅")
SMALL: Final = {"十": 10, "百": 100, "千": 1000}
LARGE: Final = {"万": 10**4, "亿": 10**8}
LONGEST: Final = 32
"""Longer input is no number that a person wrote; it also bounds the work on hostile text."""

ARABIC: Final = re.compile(r"(?P<figures>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?P<scale>[十百千万亿]{0,3})")
POSITIONAL: Final = re.compile(r"[〇○零一二三四五六七八九]{2,}")
WITH_POINT: Final = re.compile(
    r"(?P<whole>[〇○零一二两三四五六七八九十百千万亿]+)点(?P<tail>[〇○零一二三四五六七八九]+)(?P<scale>[万亿]{0,2})"
)
NUMERAL: Final = re.compile(r"[〇○零一二两三四五六七八九十百千万亿廿卅]+")

_HAN: Final = "零一二三四五六七八九"


def to_number(text: str) -> int | float | None:
    """Read one number.

    Args:
        text: A number alone, in Chinese or Arabic numerals of any width; white space and a leading 第 are allowed.

    Returns:
        An int where the number is whole, else a float; None where the text is not one number.
    """
    plain = _plain(text)
    if not plain or len(plain) > LONGEST:
        return None
    if plain == "半":
        return 0.5
    if found := ARABIC.fullmatch(plain):
        return _tidy(float(found["figures"].replace(",", "")) * _scale(found["scale"]))
    if POSITIONAL.fullmatch(plain):
        return int("".join(str(DIGITS[c]) for c in plain))
    if found := WITH_POINT.fullmatch(plain):
        whole_part = _chinese(found["whole"])
        tail = "".join(str(DIGITS[c]) for c in found["tail"])
        return None if whole_part is None else _tidy(float(f"{whole_part}.{tail}") * _scale(found["scale"]))
    return _chinese(plain) if NUMERAL.fullmatch(plain) else None


def to_han(number: int) -> str:
    """Write a number from 1 to 99 as headings do: 5 → 五, 23 → 二十三.

    Raises:
        ValueError: outside that range.
    """
    if not 1 <= number <= 99:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{_HAN[tens]}十")
    return head + (_HAN[ones] if ones else "")


@lru_cache(maxsize=4096)
def to_ordinal(text: str) -> int | None:
    """Read the number of a heading or item (``二十一``, ``21``, ``①``): a whole number from 1, else None."""
    value = to_number(text)
    return value if isinstance(value, int) and 0 < value < 10_000 else None


def _plain(text: str) -> str:
    """Half-width digits without white space, formal numerals as ordinary ones, no leading 第. ``①`` becomes ``1``."""
    narrow = unicodedata.normalize("NFKC", text[: LONGEST * 4])
    return "".join(narrow.split()).translate(FORMAL).removeprefix("第")


def _scale(units: str) -> int:
    product = 1
    for unit in units:
        product *= SMALL.get(unit) or LARGE[unit]
    return product


def _tidy(value: float) -> int | float:
    """Whole values as int; binary noise of a multiplication (1.1 × 10000) rounded away."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _chinese(text: str) -> int | None:
    """Read place-value numerals: 二十一, 三百零五, 一万二 (= 12000). None where the order of units makes no sense."""
    if not NUMERAL.fullmatch(text):
        return None
    plain = text.replace("廿", "二十").replace("卅", "三十")
    total = section = 0
    digit: int | None = None
    last_unit = largest = 1
    after_zero = False
    for character in plain:
        if character in DIGITS:
            if digit not in (None, 0):
                return None
            digit, after_zero = DIGITS[character], after_zero or DIGITS[character] == 0
        elif character in SMALL:
            if digit == 0 and section == 0 and total == 0:
                return None
            section += (digit or 1) * SMALL[character]
            digit, last_unit, after_zero = None, SMALL[character], False
        else:
            section += digit or 0
            scale = LARGE[character]
            total = (total + section) * scale if scale > largest else total + section * scale
            section, digit, after_zero = 0, None, False
            largest = last_unit = scale
    shorthand = last_unit // 10 if digit and last_unit >= 100 and not after_zero else 1
    return total + section + (digit or 0) * shorthand
