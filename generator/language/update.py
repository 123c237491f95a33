"""Writing catalogues: all texts of the interface, with what was translated already."""

from __future__ import annotations

import io
from collections.abc import Sequence

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from generator.language.collect import Text
from generator.language.po import catalog_of, entries, locale_of

HEADER = """\
明规的界面文字，一种语言一个文件。msgid 是中文，msgstr 是这种语言的说法；空着的在网站上显示中文。
花括号里的名字（如 {n}）照抄，位置可以变。改中文要改程序里的那一句，再运行 minggui texts。
数据里的内容（任务、单位的名称和概括）不在这里。"""
"""What stands at the head of a catalogue of the interface."""


def _catalog(texts: Sequence[tuple[Text, tuple[str, ...]]], tag: str) -> Catalog:
    locale = locale_of(tag)
    catalog = Catalog(locale=locale, project="minggui", charset="utf-8", fuzzy=False)
    for text, files in texts:
        message = (text.message, text.message) if text.counts else text.message
        catalog.add(message, locations=[(file, 0) for file in files], context=text.context or None)
    return catalog


def updated(texts: Sequence[tuple[Text, tuple[str, ...]]], tag: str, before: bytes | None, header: str = HEADER) -> bytes:
    """Return the PO file of a language.

    A text that is new takes over the translation of one that is much like it, marked for a person to look at (``fuzzy``: not shown until
    then). Texts that are gone leave the file. Equal input gives equal bytes: no date, no line numbers.

    Args:
        texts: What :func:`generator.language.collect.collect` found.
        tag: The language.
        before: The file as it is, if there is one.
        header: What the file says at its head to those who translate.
    """
    catalog = _catalog(texts, tag)
    if before is not None:
        old = catalog_of(before, tag)
        old.update(catalog)
        old.obsolete.clear()
        catalog = old
    return written(catalog, tag, header)


def contexts(content: bytes) -> set[str]:
    """Return the contexts that a PO file has."""
    return {entry.context or "" for entry in entries(catalog_of(content))}


def written(catalog: Catalog, tag: str, header: str = HEADER) -> bytes:
    """Write a catalogue: no date, no line numbers, so that equal texts give equal bytes."""
    out = io.BytesIO()
    write_po(out, catalog, width=0, omit_header=True, include_lineno=False, sort_output=False)
    plural = f"nplurals={catalog.num_plurals}; plural={catalog.plural_expr};"
    head = "".join(f"# {line}\n" for line in header.splitlines())
    kind = ("MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit")
    fields = (f"Language: {tag}", *kind, f"Plural-Forms: {plural}")
    head += 'msgid ""\nmsgstr ""\n' + "".join(f'"{field}\\n"\n' for field in fields)
    return head.encode("utf-8") + b"\n" + out.getvalue()
