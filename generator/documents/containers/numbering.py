"""Automatic numbers of .docx paragraphs, which stand nowhere in their text: counted as Word counts them.

Source of the rules: ECMA-376 part 1, 17.9 (numbering). Formats that Chinese documents do not use give a name to report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9

_PLACE = re.compile(r"%([1-9])")
_DIGITS = "零一二三四五六七八九"
_FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_CLOSED = tuple("、，。．.,:：)）】〕]")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """With ``%1`` for the number of the first level, and so on."""
    legal: bool = False
    """All numbers in digits, whatever their levels say."""
    restart: int | None = None
    """Level (from 1) behind which the count restarts; 0: never; None: behind every higher level."""
    spaced: bool = True
    """Something stands between number and text."""


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """A list as paragraphs refer to it."""

    counter: str
    """Lists that share one continue each other's count."""
    levels: Mapping[int, ListLevel]
    restarts: Mapping[int, int]
    """Level → number with which this list starts anew when it is first used."""
    styles: Mapping[str, int]
    """Paragraph style → level that it has in this list."""


@dataclass(slots=True)
class Counts:
    """Numbers reached so far, and lists already begun."""

    reached: dict[str, dict[int, int]]
    begun: set[tuple[str, int]]


def no_counts() -> Counts:
    """Give the state before the first paragraph."""
    return Counts({}, set())


def read_definitions(numbering: etree._Element | None) -> dict[str, ListDefinition]:
    """Read ``numbering.xml``.

    Args:
        numbering: its root, or None where the document has none.

    Returns:
        ``numId`` → list.
    """
    if numbering is None:
        return {}
    abstracts = {_attribute(a, "abstractNumId"): a for a in numbering.iterchildren(f"{W}abstractNum")}
    by_style = {_value(a, "styleLink"): key for key, a in abstracts.items() if _value(a, "styleLink")}
    found = {}
    for num in numbering.iterchildren(f"{W}num"):
        key = _value(num, "abstractNumId")
        abstract = abstracts.get(key)
        if abstract is not None and _value(abstract, "numStyleLink"):
            key = by_style.get(_value(abstract, "numStyleLink"), key)
            abstract = abstracts.get(key)
        if abstract is not None:
            found[_attribute(num, "numId")] = _definition(num, key, abstract)
    return found


def next_label(definition: ListDefinition, number_id: str, level: int, counts: Counts) -> tuple[str, str]:
    """Count one paragraph and give its printed number.

    Args:
        definition: the paragraph's list.
        number_id: the list's ``numId``.
        level: from 0.
        counts: changed: the paragraph is counted.

    Returns:
        The label, with a space behind it where one is seen, and the name of a format that could not be written (or "").
    """
    reached = counts.reached.setdefault(definition.counter, {})
    own = definition.levels.get(level, ListLevel())
    if level in definition.restarts and (number_id, level) not in counts.begun:
        reached[level] = definition.restarts[level]
    else:
        reached[level] = reached[level] + 1 if level in reached else own.start
    counts.begun.add((number_id, level))
    for deeper in [d for d in reached if d > level]:
        restart = definition.levels.get(deeper, ListLevel()).restart
        if restart is None or (restart and level < restart):
            del reached[deeper]
    if own.form == "bullet":
        return "", ""
    return _written(definition, own, reached)


def _written(definition: ListDefinition, own: ListLevel, reached: Mapping[int, int]) -> tuple[str, str]:
    unknown = ""

    def number(found: re.Match[str]) -> str:
        nonlocal unknown
        index = int(found[1]) - 1
        level = definition.levels.get(index, ListLevel())
        value = reached.get(index, level.start)
        form = "decimal" if own.legal else level.form
        write = FORMS.get(form)
        if form == "none":
            return ""
        if write is None or not write(value):
            unknown = unknown or form
            return str(value)
        return write(value)

    label = _PLACE.sub(number, own.text) if own.form != "none" else _PLACE.sub("", own.text)
    label = label.strip()
    if unknown:
        return "", unknown
    return (label + " " if label and own.spaced and not label.endswith(_CLOSED) else label), ""


def _definition(num: etree._Element, counter: str, abstract: etree._Element) -> ListDefinition:
    levels: dict[int, ListLevel] = {}
    styles: dict[str, int] = {}
    restarts: dict[int, int] = {}
    overrides = list(num.iterchildren(f"{W}lvlOverride"))
    for element in [*abstract.iterchildren(f"{W}lvl"), *(e for o in overrides for e in o.iterchildren(f"{W}lvl"))]:
        index = _whole(_attribute(element, "ilvl"), 0)
        levels[index] = _level(element)
        if _value(element, "pStyle"):
            styles[_value(element, "pStyle")] = index
    for override in overrides:
        start = _value(override, "startOverride")
        if start:
            restarts[_whole(_attribute(override, "ilvl"), 0)] = _whole(start, 1)
    return ListDefinition(counter, levels, restarts, styles)


def _level(element: etree._Element) -> ListLevel:
    legal = element.find(f"{W}isLgl")
    restart = _value(element, "lvlRestart")
    return ListLevel(
        start=_whole(_value(element, "start"), 1),
        form=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText"),
        legal=legal is not None and _attribute(legal, "val") not in {"0", "false", "off"},
        restart=_whole(restart, 0) if restart else None,
        spaced=_value(element, "suff") != "nothing",
    )


def _attribute(element: etree._Element, name: str) -> str:
    return element.get(W + name) or ""


def _value(element: etree._Element, child: str) -> str:
    found = element.find(W + child)
    return "" if found is None else _attribute(found, "val")


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def chinese(value: int) -> str:
    """Write a number below ten thousand as Chinese counts: 10 → 十, 21 → 二十一, 103 → 一百零三."""
    if not 0 < value < 10_000:
        return ""
    words = ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // place % 10
        if digit:
            words += _DIGITS[digit] + unit
        elif words and not words.endswith("零"):
            words += "零"
    words = words.rstrip("零")
    return words[1:] if words.startswith("一十") else words


def _from(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else ""


def _letters(value: int) -> str:
    """Word repeats the letter: 27 is aa, 28 is bb."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value <= 260 else ""


def _roman(value: int) -> str:
    signs = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
    text = ""
    if not 0 < value < 4000:
        return text
    for size, sign in (*signs, (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        text += sign * (value // size)
        value %= size
    return text


FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": lambda value: "".join(chr(ord(c) + 0xFEE0) for c in str(value)),
    "decimalFullWidth2": lambda value: "".join(chr(ord(c) + 0xFEE0) for c in str(value)),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda value: "".join("〇一二三四五六七八九"[int(c)] for c in str(value)),
    "chineseLegalSimplified": lambda value: ("一" + chinese(value) if chinese(value).startswith("十") else chinese(value)).translate(
        _FORMAL
    ),
    "ideographTraditional": _from("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _from("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _from("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedCircleChinese": _from("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedParen": _from("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _from("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "ideographEnclosedCircle": _from("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
}
"""``w:numFmt`` → how a number is written; an empty text means that the format ends before."""
