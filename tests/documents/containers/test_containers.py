"""Plain text and what is refused; every kind of broken input gives one error and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Level
from generator.documents.containers import Raw, kinds, read_bytes

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"
CHINESE = "一、到2025年，全县粮食产量达到3万吨。\n二、由县农业农村局牵头。\n"


def read(data: bytes, name: str = "a.txt") -> Raw:
    raw, _ = read_bytes(data, name)
    assert raw is not None
    return raw


def refused(data: bytes, name: str = "a.bin") -> Diagnostic:
    raw, said = read_bytes(data, name)
    assert raw is None
    assert [d.level for d in said] == [Level.ERROR]
    assert said[0].span.file == name
    return said[0]


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        CHINESE.encode(),
        b"\xef\xbb\xbf" + CHINESE.encode(),
        CHINESE.encode("utf-16"),
        b"\xfe\xff" + CHINESE.encode("utf-16-be"),
        CHINESE.encode("gb18030"),
        CHINESE.replace("\n", "\r\n").encode("gb18030"),
        CHINESE.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "gb18030", "crlf", "cr"],
)
def test_encodings_and_line_ends(data: bytes) -> None:
    raw, said = read_bytes(data, "a.txt")
    assert raw == Raw(CHINESE)
    assert said == []


def test_characters_outside_of_gbk() -> None:
    text = "㐂县䶮镇𠮷村完成改造。\n" * 3
    assert read(text.encode("gb18030")).text == text


def test_nothing_else_is_changed() -> None:
    text = "\u2003\u2003 缩进\t制表　全角  \n\n\n甲 |乙 | |\n末行\u00a0没有换行\f"
    assert read(text.encode()) == Raw(text)


def test_nul_is_removed_and_reported_where_it_stands() -> None:
    raw, said = read_bytes((CHINESE * 9 + "三、甲\0乙").encode(), "a.txt")
    assert raw is not None
    assert raw.text == CHINESE * 9 + "三、甲乙"
    assert [(d.rule, d.span.line, d.level) for d in said] == [("container-nul", 19, Level.WARNING)]


def test_a_few_damaged_characters_are_shown_not_fatal() -> None:
    data = (CHINESE * 100).encode("gb18030") + b"\xff\xff" + CHINESE.encode("gb18030")
    raw, said = read_bytes(data, "a.txt")
    assert raw is not None
    assert raw.text.startswith(CHINESE)
    assert "\ufffd" in raw.text
    assert [d.rule for d in said] == ["container-encoding"]


def test_text_about_html_stays_text() -> None:
    text = "说明：<p>标签</p>用来分段。\n"
    assert read(text.encode(), "a.html").text == text


@pytest.mark.parametrize(
    ("data", "rule", "word"),
    [
        (b"", "container-empty", "空"),
        (b" \r\n\t\0", "container-empty", "空"),
        ("\u3000\n".encode(), "container-empty", "没有文字"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "container-old", "另存为 .docx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99) + "EncryptedPackage".encode("utf-16-le"),
            "container-encrypted",
            "密码",
        ),
        (b"{\\rtf1\\ansi text}", "container-unknown", "RTF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "container-unknown", "图片"),
        (b"\x89PNG\r\n\x1a\n" + bytes(30), "container-unknown", "图片"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, "container-unknown", "格式"),
        (bytes(range(128, 256)) * 8, "container-unknown", "格式"),
        (b"PK\x03\x04" + bytes(30), "container-damaged", "损坏"),
        (zipped({"a.txt": b"a"}), "container-unknown", "压缩包"),
        (zipped({"OFD.xml": b"<a/>"}), "container-unknown", "OFD"),
        (zipped({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}), "container-unknown", "电子表格"),
        (zipped({"mimetype": b"application", "content.xml": b"<a/>"}), "container-unknown", "ODF"),
        (zipped({"[Content_Types].xml": b"<broken"}), "container-damaged", "损坏"),
        (zipped({"[Content_Types].xml": b"<a/>", "word/media/a.bin": bytes(20_000_000)}), "container-too-large", "炸弹"),
        (b"%PDF-1.7\nnothing", "container-damaged", "损坏"),
        (b"%PDF-1.7\n%%EOF", "container-damaged", "损坏"),
        (b"<html><head><title>t</title></head><body><script>a()</script></body></html>", "container-empty", "脚本"),
        (b"<!doctype html><html></html>", "container-empty", "没有"),
    ],
)
def test_refused(data: bytes, rule: str, word: str) -> None:
    said = refused(data)
    assert said.rule == rule
    assert word in said.message


def test_content_decides_not_the_name() -> None:
    assert read(CHINESE.encode(), "a.pdf").text == CHINESE
    assert read(b"<html><body><p>\xe7\x94\xb2</p></body></html>", "a.docx").text == "甲"
    assert refused(b"%PDF-1.4 broken", "a.txt").rule == "container-damaged"


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "MAX_BYTES", 1024)
    assert refused(CHINESE.encode() * 40).rule == "container-too-large"


def test_encrypted_archive_members() -> None:
    data = bytearray(zipped({"[Content_Types].xml": b"<a/>"}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert refused(bytes(data)).rule == "container-encrypted"


def check_raw(raw: Raw) -> None:
    """What every Raw keeps, whatever was read."""
    lines = raw.text.split("\n")
    assert "\0" not in raw.text
    assert "\r" not in raw.text
    assert all(1 <= n <= len(lines) for n in [*raw.headings, *raw.pages])
    assert list(raw.pages) == sorted(set(raw.pages))
    last = 0
    for first, end in raw.tables:
        assert last < first <= end <= len(lines)
        assert all(line.endswith(" |") for line in lines[first - 1 : end])
        last = end
    if raw.main:
        assert 1 <= raw.main[0] <= raw.main[1] <= len(lines)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda text: text.encode()),
        st.binary(max_size=200).map(lambda data: b"%PDF-1.4\n" + data),
        st.binary(max_size=200).map(lambda data: b"PK\x03\x04" + data),
        st.binary(max_size=200).map(lambda data: zipped({"[Content_Types].xml": data, "word/document.xml": data})),
    )
)
def test_never_raises(data: bytes) -> None:
    raw, said = read_bytes(data, "a")
    if raw is None:
        assert [d.level for d in said] == [Level.ERROR]
    else:
        assert all(d.level is Level.WARNING for d in said)
        check_raw(raw)


@given(st.text(alphabet=st.characters(exclude_characters="\0\r\ufeff", exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_text_comes_back(text: str) -> None:
    marked = "甲" + text + "\n乙"
    assert read(marked.encode()) == Raw(marked)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the five documents are not on this machine")
def test_the_five_documents_are_read_unchanged() -> None:
    files = sorted(SOURCES.glob("0*.txt"))
    assert len(files) == 5
    for file in files:
        raw, said = read_bytes(file.read_bytes(), file.name)
        assert said == []
        assert raw == Raw(file.read_text("utf-8"))
