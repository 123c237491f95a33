"""Tell by its first bytes and its inside what a file is, and refuse what cannot or should not be read."""

from __future__ import annotations

import io
import zipfile

from generator.diagnostics import Diagnostic
from generator.documents.containers.raw import error

MAX_BYTES = 50 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 200
MAX_MEMBERS = 10_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_REFUSED = (
    (b"{\\rtf", "这是 RTF 文件，请用 Word 或 WPS 打开后另存为 .docx"),
    (b"\xff\xd8\xff", "这是图片，读不出文字，请换用文字版"),
    (b"\x89PNG\r\n", "这是图片，读不出文字，请换用文字版"),
    (b"GIF8", "这是图片，读不出文字，请换用文字版"),
    (b"II*\x00", "这是图片，读不出文字，请换用文字版"),
    (b"MM\x00*", "这是图片，读不出文字，请换用文字版"),
    (b"Rar!\x1a\x07", "这是压缩包，请先解压，再导入里面的文件"),
    (b"7z\xbc\xaf\x27\x1c", "这是压缩包，请先解压，再导入里面的文件"),
    (b"\x1f\x8b", "这是压缩包，请先解压，再导入里面的文件"),
    (b"MIME-Version:", "这是网页存档（.mht），请在浏览器里另存为“网页，仅 HTML”"),
    (b"From: <Saved by", "这是网页存档（.mht），请在浏览器里另存为“网页，仅 HTML”"),
)


def too_large(data: bytes, name: str) -> Diagnostic | None:
    """Refuse an empty file and one above :data:`MAX_BYTES`."""
    if len(data) > MAX_BYTES:
        return error(name, "container-too-large", f"文件有 {len(data) / 1024 / 1024:.0f} MB，超过 {MAX_BYTES // 1024 // 1024} MB，拒绝读取")
    if not data.strip(b" \t\r\n\0"):
        return error(name, "container-empty", "文件是空的")
    return None


def kind_of(data: bytes, name: str) -> tuple[str, Diagnostic | None]:
    """Say what a file is.

    Args:
        data: the whole file.
        name: for diagnostics.

    Returns:
        ``"pdf"``, ``"docx"`` or ``"text"`` (a web page is text, too); and the reason where the file is refused.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf", None
    if data.startswith(_ZIP):
        return "docx", _refused_archive(data, name)
    if data.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in data:
            return "docx", error(name, "container-encrypted", "文档设有打开密码，请解除密码后再导入")
        return "docx", error(name, "container-old", "这是旧格式（.doc、.wps 等），请用 Word 或 WPS 打开后另存为 .docx")
    for magic, message in _REFUSED:
        if data.startswith(magic):
            return "text", error(name, "container-unknown", message)
    return "text", None


def _refused_archive(data: bytes, name: str) -> Diagnostic | None:
    """Refuse archives that are no .docx or would unpack to too much; what passes is safe to open."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        return error(name, "container-damaged", "文档已损坏或不是完整的 .docx，请用 Word 或 WPS 打开后另存为 .docx")
    if any(member.flag_bits & 1 for member in members):
        return error(name, "container-encrypted", "文档设有打开密码，请解除密码后再导入")
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * len(data):
        return error(name, "container-too-large", "文档展开后过大（可能是压缩炸弹），拒绝读取")
    return _refused_package({member.filename for member in members}, name)


def _refused_package(names: set[str], name: str) -> Diagnostic | None:
    if any(n.upper() == "OFD.XML" for n in names):
        return error(name, "container-unknown", "这是 OFD 版式文件，请转换成文字版 PDF 或 .docx 后再导入")
    if "xl/workbook.xml" in names or "ppt/presentation.xml" in names:
        return error(name, "container-unknown", "这是电子表格或演示文稿，不是文字文档；请导入 .docx、PDF、网页或文本")
    if "content.xml" in names and "mimetype" in names:
        return error(name, "container-unknown", "这是 ODF 文档，请另存为 .docx 后再导入")
    if "[Content_Types].xml" not in names:
        return error(name, "container-unknown", "这是压缩包，不是 .docx，请先解压，再导入里面的文件")
    return None
