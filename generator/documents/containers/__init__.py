"""Files as they come (plain text, web page, .docx, PDF) read into :class:`Raw`: lines of text and what the file says of them."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.documents.containers.kinds import kind_of, too_large
from generator.documents.containers.raw import Raw, error

__all__ = ["Raw", "read_bytes"]

DAMAGED = {
    "docx": "文档已损坏或不是完整的 .docx，请用 Word 或 WPS 打开后另存为 .docx",
    "pdf": "PDF 已损坏，读不出来，请重新下载或重新导出",
    "html": "网页读不出来，请用浏览器打开后另存",
    "text": "文件读不出来",
}


def read_bytes(data: bytes, name: str) -> tuple[Raw | None, list[Diagnostic]]:
    """Read a file of any supported kind. What it is, its content decides; the name is only for diagnostics.

    Args:
        data: the whole file.
        name: its name or path, as diagnostics show it.

    Returns:
        The text with what the container knows about it, or None with one error that says why not. Never raises.
    """
    refused = too_large(data, name)
    if refused:
        return None, [refused]
    kind, refused = kind_of(data, name)
    if refused:
        return None, [refused]
    try:
        raw, said = _read(kind, data, name)
    except Exception:  # Parsers of untrusted files fail in more ways than they document; all of them mean the same here.
        return None, [error(name, "container-damaged", DAMAGED[kind])]
    if raw is not None and not raw.text.strip():
        return None, [error(name, "container-empty", "文件里没有文字")]
    return raw, said


def _read(kind: str, data: bytes, name: str) -> tuple[Raw | None, list[Diagnostic]]:
    # Imported where needed: the PDF reader alone takes longer to load than a text takes to read.
    if kind == "pdf":
        from generator.documents.containers.pdf import read_pdf

        return read_pdf(data, name)
    if kind == "docx":
        from generator.documents.containers.docx import read_docx

        return read_docx(data, name)
    from generator.documents.containers.html import read_html
    from generator.documents.containers.pagefacts import declared_charsets, looks_like_html
    from generator.documents.containers.text import decode, read_text

    text, said = decode(data, name, declared_charsets(data))
    if text is None or not looks_like_html(text):
        return (None if text is None else read_text(text)), said
    raw, more = read_html(text, name)
    return raw, (more if raw is None else [*said, *more])
