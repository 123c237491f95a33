"""Saying a text in the language that is spoken now. What a page is made of is made inside ``with speaking(catalogue)``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

from generator.language.catalogue import CHINESE, Catalogue, filled

# Every function of every page says something: handing the language through all of them would hide what each is for.
_SPOKEN: ContextVar[Catalogue] = ContextVar("spoken", default=CHINESE)


@contextmanager
def speaking(catalogue: Catalogue) -> Iterator[None]:
    """Say everything in this language, in this thread or task only."""
    token = _SPOKEN.set(catalogue)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> Catalogue:
    """Return the catalogue of the language that is spoken now."""
    return _SPOKEN.get()


def tr(message: str, /, **values: object) -> str:
    """Say a text: ``tr("另有{n}项目标", n=3)``.

    Args:
        message: The Chinese text, written out: the collector reads it from the source. Places for values are ``{name}``.
        values: What is put into the places.
    """
    return filled(_SPOKEN.get().said(message), values)


def trc(context: str, message: str, /, **values: object) -> str:
    """Say a text that means something else in another place: ``trc("目标", "增长")`` (GNU gettext's ``pgettext``)."""
    return filled(_SPOKEN.get().said(message, context), values)


def trn(message: str, number: int, /, **values: object) -> str:
    """Say a text that counts: ``trn("{n}条任务", count)``. The number stands at ``{n}``; other languages choose their plural by it."""
    return filled(_SPOKEN.get().said(message, number=number), {"n": number, **values})


def mark(message: str, /) -> str:
    """Mark a text for the catalogue where it must not be said yet, as in a table of names; say it later with ``tr(table[key])``."""
    return message


def markc(_context: str, message: str, /) -> str:
    """Mark a text that needs a context; say it later with ``trc(context, table[key])``."""
    return message


_PLACES = re.compile(r"(\{\w+\})")


def pieces(message: str, /) -> list[tuple[str, bool]]:
    """Say a text and cut it at its places: (text or name, whether it is the name of a place), for values that are not plain text."""
    found = (part for part in _PLACES.split(_SPOKEN.get().said(message)) if part)
    return [(part[1:-1], True) if _PLACES.fullmatch(part) else (part, False) for part in found]


Kind = Literal["list", "names", "clauses", "sentences"]
"""The words of a list (顿号), names that may hold commas themselves (顿号 too), the parts of one sentence (逗号), whole sentences
(nothing, in Chinese)."""


def between(kind: Kind = "list") -> str:
    """Return what the language puts between two texts of a kind."""
    match kind:
        case "list":
            return trc("标点", "{first}、{second}", first="", second="")
        case "names":
            return trc("名称之间", "{first}、{second}", first="", second="")
        case "clauses":
            return trc("标点", "{first}，{second}", first="", second="")
        case "sentences":
            return trc("标点", "{first}{second}", first="", second="")


def joined(parts: Iterable[str], kind: Kind = "list") -> str:
    """Join texts as the language joins them; empty ones are left out."""
    return between(kind).join(part for part in parts if part)


def enumerated(parts: Iterable[str], kind: Literal["list", "clauses"] = "list") -> str:
    """Join the things of a running sentence: as :func:`joined`, but many languages say "and" before the last one."""
    *first, last = [part for part in parts if part] or [""]
    if not first:
        return last
    before = joined(first, kind)
    if kind == "clauses":
        return trc("最后一项", "{first}，{second}", first=before, second=last)
    return trc("最后一项", "{first}、{second}", first=before, second=last)
