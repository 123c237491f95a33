"""Plain text: find the encoding, unify line ends, change nothing else."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from generator.diagnostics import Diagnostic
from generator.documents.containers.raw import Raw, error, warning

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GB = frozenset({"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "ms936", "hz-gb-2312", "chinese"})
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f]")
_LINE_END = re.compile(r"\r\n?")
DAMAGED_SHARE = 500
"""One damaged character in so many is repaired with a warning; more means that the encoding is another."""
BINARY_SHARE = 50


def decode(data: bytes, name: str, declared: Sequence[str] = ()) -> tuple[str | None, list[Diagnostic]]:
    r"""Turn bytes into text: byte order mark, else UTF-8, else what the file declares, else GB18030, all strict.

    UTF-8 comes before the declared encoding: pages that declare GB2312 and hold UTF-8 are common, while Chinese text in
    GB18030 is practically never valid UTF-8.

    Args:
        data: the file.
        name: its name, for diagnostics.
        declared: names of encodings that the file claims, the likeliest first.

    Returns:
        The text without byte order mark and NUL and with ``\n`` as line end, or None; and what there is to say.
    """
    text, said = _decode(data, name, declared)
    if text is None:
        return None, said
    zeros = text.count("\0")
    size = max(1, len(text))
    if (zeros + len(_CONTROL.findall(text))) * BINARY_SHARE > size + BINARY_SHARE:
        return None, [_not_text(name)]
    if zeros:
        line = text.count("\n", 0, text.index("\0")) + 1
        said.append(warning(name, "container-nul", f"文件里有 {zeros} 个空字符（NUL），已去掉", line))
        text = text.replace("\0", "")
    return _LINE_END.sub("\n", text), said


def read_text(text: str) -> Raw:
    """Wrap plain text, which says nothing about itself."""
    return Raw(text)


def _not_text(name: str) -> Diagnostic:
    return error(name, "container-unknown", "认不出这个文件的格式：它不是文本、网页、.docx 或 PDF")


def _decode(data: bytes, name: str, declared: Sequence[str]) -> tuple[str | None, list[Diagnostic]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _repaired(data[len(mark) :], name, [encoding])
    encodings = ["utf-8", *(e for e in map(_known, declared) if e), "gb18030"]
    for encoding in dict.fromkeys(encodings):
        try:
            return data.decode(encoding), []
        except UnicodeError:
            continue
    return _repaired(data, name, list(dict.fromkeys(encodings)))


def _known(encoding: str) -> str:
    """Python's name of an encoding; GB2312 and GBK are read as GB18030, which holds both, as browsers do."""
    if encoding.strip().lower() in _GB:
        return "gb18030"
    try:
        info = codecs.lookup(encoding.strip())
    except (LookupError, ValueError):
        return ""
    # Codecs such as "hex" or "zlib" turn bytes into bytes; UTF-16 without a mark is never what a page that says so in ASCII holds.
    return info.name if getattr(info, "_is_text_encoding", True) and not info.name.startswith(("utf-16", "utf-32", "utf-7")) else ""


def _repaired(data: bytes, name: str, encodings: Sequence[str]) -> tuple[str | None, list[Diagnostic]]:
    """Read with the encoding that damages least, if that is little."""
    best, damaged = "", len(data) + 1
    for encoding in encodings:
        text = data.decode(encoding, errors="replace")
        bad = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
        if bad < damaged:
            best, damaged = text, bad
    if damaged <= 0:
        return best, []
    if damaged * DAMAGED_SHARE > len(best):
        return None, [_not_text(name)]
    line = best.count("\n", 0, best.index("\ufffd")) + 1
    return best, [warning(name, "container-encoding", f"有 {damaged} 处字符的编码损坏，显示为“\ufffd”，请对照原件", line)]
