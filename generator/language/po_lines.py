"""The lines of a PO file: what a person who edited it by hand got wrong, said line by line.

Readers of such files guess: where a quotation mark is missing they drop a letter, where a keyword is misspelt they drop the entry. So
the form of the lines is checked first (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from generator.diagnostics import Diagnostic, Span

CODE: Final = "catalogue"
NOT_UTF8: Final = "文件不是 UTF-8 编码，请另存为 UTF-8"
MOST: Final = 5
"""After so many wrong lines the file is something else altogether, and more of them tell nobody anything."""

MOST_PLURALS: Final = 6
"""No language that Unicode CLDR knows has more forms."""
UNKNOWN: Final = "?"
"""Stands for a part that was wrong: what follows is not blamed for it."""

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"$')
_LINE = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,3})\])?(?: (.*))?$")
_NPLURALS = re.compile(r"nplurals\s*=\s*(\d{1,2})")
_BEFORE: Final = {
    "msgctxt": {"", "msgstr", "msgstr[]"},
    "msgid": {"", "msgctxt", "msgstr", "msgstr[]"},
    "msgid_plural": {"msgid"},
    "msgstr": {"msgid"},
    "msgstr[]": {"msgid_plural", "msgstr[]"},
}
"""What may stand before each part of an entry."""


def decoded(content: bytes) -> str:
    """Return the text of a file, its lines ended as on Unix.

    Notepad of Windows writes a mark of the encoding before it, which says nothing.

    Raises:
        UnicodeDecodeError: where it is not UTF-8.
    """
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _misquoted(rest: str) -> str:
    if any(mark in rest for mark in "“”＂"):
        return '最外面的一对引号要用半角的 "；译文里面的弯引号可以留着'
    return '文字要放在一对半角引号 " 里，一行写完，后面不能再有别的；译文里面的半角引号写成 \\"，反斜线写成 \\\\'


def _read(line: str) -> tuple[str, int, str]:
    """Return which part of an entry begins with a line (none where it goes on), the number of its form, and what stands behind."""
    found = _LINE.match(line)
    if not found:
        return "", 0, line
    return found[1] + ("[]" if found[2] else ""), int(found[2] or 0), (found[3] or "").strip()


def _wrong_line(line: str, before: str, plurals: int) -> str:
    """Return what is wrong with a line, or nothing."""
    part, form, rest = _read(line)
    if part not in _BEFORE and (part or not rest.startswith('"')):
        return "这一行看不懂：应该以 msgid、msgstr 或半角引号开头"
    if not _QUOTED.match(rest):
        return _misquoted(rest)
    if before != UNKNOWN and (before not in _BEFORE[part] if part else not before):
        return f"{part or '这一行'}不能接在{before or '文件开头'}后面：这一条少了或多了一行，请照别的条目改"
    if form >= plurals:
        return f"msgstr[{form}] 多了：这个文件的单复数有 {plurals} 种，从 msgstr[0] 数起；请删去这一行"
    return ""


def _wrong(text: str) -> Iterator[tuple[int, str]]:
    counted = _NPLURALS.search(text)
    plurals = int(counted[1]) if counted else MOST_PLURALS
    before, number = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if said := _wrong_line(line.strip(), before, plurals):
            yield number, said
            before = UNKNOWN
        else:
            before = _read(line.strip())[0] or before
    if before not in ("", UNKNOWN, "msgstr", "msgstr[]"):
        yield number, "文件到这里断了：最后一条没有 msgstr"


def wrong_lines(content: bytes, file: str) -> list[Diagnostic]:
    """Return what is wrong with the form of a PO file, the first few lines of it.

    Args:
        content: The file.
        file: Its name, for messages.
    """
    try:
        text = decoded(content)
    except UnicodeDecodeError:
        return [Diagnostic(Span(file), CODE, NOT_UTF8)]
    return [Diagnostic(Span(file, number), CODE, said) for number, said in islice(_wrong(text), MOST)]
