"""Reading a catalogue from a PO file (GNU gettext), and what is wrong with it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from gettext import c2py

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from generator.diagnostics import Diagnostic, Span
from generator.language.catalogue import Catalogue, Direction, places
from generator.language.po_lines import CODE, decoded, wrong_lines

OWN_NAME = ("语言", "中文")
"""Context and Chinese text of the entry in which a language says its own name."""


def locale_of(tag: str) -> Locale | None:
    """Return what Unicode CLDR knows of a language; of its script and region where it knows them."""
    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:length]))
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _direction(locale: Locale | None) -> Direction:
    known: dict[str, Direction] = {"rtl": "rtl", "ttb": "ttb"}
    return known.get(locale.text_direction, "ltr") if locale else "ltr"


def forms_of(entry: Message) -> tuple[str, ...]:
    """Return what an entry says, one form or one for each plural; nothing where any of them is missing."""
    forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ("",))
    return forms if all(forms) else ()


def _texts(entry: Message) -> tuple[str, str, tuple[str, ...]]:
    """Return context, Chinese text and forms of an entry; no forms where a person has still to look at it."""
    message = entry.id if isinstance(entry.id, str) else entry.id[0]
    return entry.context or "", message, () if entry.fuzzy else forms_of(entry)


def entries(catalog: Catalog) -> Iterator[Message]:
    """Return the entries of a file without its head."""
    return (entry for entry in catalog if entry.id)


def _wrong_places(entry: Message, message: str, forms: tuple[str, ...], file: str) -> Iterator[Diagnostic]:
    """Find translations with a place that the text does not have, or without one that it has."""
    wanted = set(places(message))
    for form in forms:
        there = set(places(form))
        # One of several forms may leave the number out: 一 task, 两 tasks.
        missing = wanted - there - ({"n"} if len(forms) > 1 else set())
        strange = there - wanted
        said = [f"多了或写错了 {_named(strange)}"] * bool(strange) + [f"少了 {_named(missing)}"] * bool(missing)
        if said:
            message_of = f"“{message}”的译文{'，'.join(said)}；花括号里的名字要和中文里的一样，花括号用半角的"
            yield Diagnostic(Span(file, entry.lineno or 1), CODE, message_of)


def _named(names: set[str]) -> str:
    return "、".join(f"{{{name}}}" for name in sorted(names))


def _plurals(choose: Callable[[int], int], locale: Locale | None) -> dict[str, int]:
    """Map the categories that browsers know to the forms of the file: both are asked for the same numbers."""
    found: dict[str, int] = {}
    for number in range(200):
        found.setdefault(locale.plural_form(number) if locale else "other", choose(number))
    return found


def _wrong_plurals(catalog: Catalog, tag: str, file: str) -> list[Diagnostic]:
    """Find an expression for plurals that cannot be reckoned with."""
    try:
        _plurals(c2py(catalog.plural_expr), locale_of(tag))
    except (ValueError, TypeError, ZeroDivisionError, RecursionError):
        said = f"文件开头的 Plural-Forms 写得不对；删去那一行，再运行 minggui texts {tag}，会照这种语言补上"
        return [Diagnostic(Span(file), CODE, said)]
    return []


def catalog_of(content: bytes, tag: str = "", abort_invalid: bool = False) -> Catalog:
    """Return a PO file as Babel reads it; :func:`parsed` says what is wrong with one that people edited."""
    return read_po(io.StringIO(decoded(content)), locale=locale_of(tag) if tag else None, abort_invalid=abort_invalid)


def parsed(content: bytes, tag: str, file: str) -> tuple[Catalog | None, list[Diagnostic]]:
    """Return the entries of a PO file, or nothing and why it cannot be read.

    Args:
        content: The PO file.
        tag: Its language tag.
        file: The file's name, for messages.
    """
    if broken := wrong_lines(content, file):
        return None, broken
    try:
        catalog = catalog_of(content, tag, abort_invalid=True)
    except PoFileError as error:
        return None, [Diagnostic(Span(file, error.lineno + 1), CODE, "这一行读不懂；请用 Poedit 一类的工具打开看看")]
    except (ValueError, TypeError, RecursionError):
        return None, [Diagnostic(Span(file), CODE, "不是能读的 PO 文件；请用 Poedit 一类的工具打开看看")]
    broken = _wrong_plurals(catalog, tag, file)
    return (None, broken) if broken else (catalog, [])


def read_catalogue(content: bytes, tag: str, file: str) -> tuple[Catalogue, list[Diagnostic]]:
    """Read one language.

    Args:
        content: The PO file.
        tag: Its language tag; the file's name says it.
        file: The file's name, for messages.

    Returns:
        The catalogue, without what is wrong, and what is wrong.
    """
    catalog, broken = parsed(content, tag, file)
    if catalog is None:
        return Catalogue(tag, tag), broken
    locale = locale_of(tag)
    choose = c2py(catalog.plural_expr)  # the standard library's own reader of such expressions: it runs nothing else
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    findings: list[Diagnostic] = []
    for entry in entries(catalog):
        context, message, forms = _texts(entry)
        wrong = list(_wrong_places(entry, message, forms, file))
        findings += wrong
        if forms and not wrong:
            texts[context, message] = forms
    name = texts.get(OWN_NAME, (locale.get_display_name() or tag if locale else tag,))[0]
    return Catalogue(tag, name, _direction(locale), texts, choose, _plurals(choose, locale)), findings
