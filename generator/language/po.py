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

OWN_NAME = ("语言", "中文")
"""Context and Chinese text of the entry in which a language says its own name."""
CODE = "catalogue"


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


def _texts(entry: Message) -> tuple[str, str, tuple[str, ...]]:
    """Return context, Chinese text and forms of an entry; no forms where it says nothing or a person has still to look at it."""
    message = entry.id if isinstance(entry.id, str) else entry.id[0]
    forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ("",))
    return entry.context or "", message, forms if all(forms) and not entry.fuzzy else ()


def _entries(catalog: Catalog) -> Iterator[Message]:
    return (entry for entry in catalog if entry.id)


def _wrong_places(entry: Message, message: str, forms: tuple[str, ...], file: str) -> Iterator[Diagnostic]:
    """Find translations with a place that the text does not have, or without one that it has."""
    wanted = set(places(message))
    for form in forms:
        there = set(places(form))
        # One of several forms may leave the number out: 一 task, 两 tasks.
        missing = wanted - there - ({"n"} if len(forms) > 1 else set())
        named = "、".join(f"{{{name}}}" for name in sorted(missing | (there - wanted)))
        if named:
            said = "多了或写错了" if there - wanted else "少了"
            yield Diagnostic(Span(file, entry.lineno or 1), CODE, f"“{message}”的译文{said} {named}；花括号里的名字要和中文里的一样")


def _plurals(choose: Callable[[int], int], locale: Locale | None) -> dict[str, int]:
    """Map the categories that browsers know to the forms of the file: both are asked for the same numbers."""
    found: dict[str, int] = {}
    for number in range(200):
        found.setdefault(locale.plural_form(number) if locale else "other", choose(number))
    return found


def read_catalogue(content: bytes, tag: str, file: str) -> tuple[Catalogue, list[Diagnostic]]:
    """Read one language.

    Args:
        content: The PO file.
        tag: Its language tag; the file's name says it.
        file: The file's name, for messages.

    Returns:
        The catalogue, without what is wrong, and what is wrong.
    """
    locale = locale_of(tag)
    try:
        catalog = read_po(io.BytesIO(content), locale=locale, abort_invalid=True)
        choose = c2py(catalog.plural_expr)  # the standard library's own reader of such expressions: it runs nothing else
        plurals = _plurals(choose, locale)
    except UnicodeDecodeError:
        return Catalogue(tag, tag), [Diagnostic(Span(file), CODE, "文件不是 UTF-8 编码，请另存为 UTF-8")]
    except (PoFileError, ValueError, TypeError, ZeroDivisionError, RecursionError) as error:
        return Catalogue(tag, tag), [Diagnostic(Span(file), CODE, f"不是能读的 PO 文件：{error}；请用 Poedit 一类的工具打开看看")]
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    findings: list[Diagnostic] = []
    for entry in _entries(catalog):
        context, message, forms = _texts(entry)
        wrong = list(_wrong_places(entry, message, forms, file))
        findings += wrong
        if forms and not wrong:
            texts[context, message] = forms
    name = texts.get(OWN_NAME, (locale.get_display_name() or tag if locale else tag,))[0]
    return Catalogue(tag, name, _direction(locale), texts, choose, plurals), findings
