"""PDF: small files written by hand, with Chinese set in a font that the reader must know the encoding of."""

from __future__ import annotations

import logging
import zlib

import pytest

from generator.diagnostics import Level
from generator.documents.containers import pdf, read_bytes
from generator.documents.containers.glyphs import as_letters
from tests.documents.containers.test_containers import check_raw, read, refused

Put = tuple[float, float, float, str]
"""Left edge, baseline from below, size, text."""


def built(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Write objects 1, 2, … with a cross-reference table; object 1 is the catalogue."""
    out = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + head + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(out))


FONT = [
    b"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
    b"/DW 1000 /FontDescriptor 5 0 R >>",
    b"<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /Ascent 880 /Descent -120 /CapHeight 700 /ItalicAngle 0 "
    b"/StemV 80 /FontBBox [0 -120 1000 880] >>",
]
IMAGE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
)


def document(pages: list[tuple[list[Put], bytes]], trailer: bytes = b"", font: list[bytes] = FONT) -> bytes:
    """Write a document.

    Args:
        pages: text, and further drawing operators, of each page (A4).
        trailer: further entries of the trailer.
        font: objects 3, 4 and 5.
    """
    kids = b" ".join(b"%d 0 R" % (7 + 2 * n) for n in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)), *font, IMAGE]
    for number, (puts, drawn) in enumerate(pages):
        text = b"".join(
            b"BT /F1 %g Tf %g %g Td <%s> Tj ET\n" % (size, x, y, t.encode("utf-16-be").hex().encode()) for x, y, size, t in puts
        )
        content = zlib.compress(text + drawn)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /I1 6 0 R >> >> "
            b"/Contents %d 0 R >>" % (8 + 2 * number)
        )
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content))
    return built(objects, trailer)


def grid(xs: list[float], ys: list[float]) -> bytes:
    lines = [b"%g %g m %g %g l S\n" % (x, ys[0], x, ys[-1]) for x in xs] + [b"%g %g m %g %g l S\n" % (xs[0], y, xs[-1], y) for y in ys]
    return b"".join(lines)


SCAN = b"q 595 0 0 842 0 0 cm /I1 Do Q\n"
PARAGRAPH: list[Put] = [
    (122, 700, 16, "一、坚持绿色发展，到二〇二五年全县森林覆盖率"),
    (90, 672, 16, "达到百分之三十，由县林草局牵头。"),
    (122, 644, 16, "二、加快水网建设。"),
    (270, 60, 14, "— 1 —"),
]


def test_lines_pages_and_indents() -> None:
    data = document([(PARAGRAPH, b""), ([(90, 700, 16, "续上页的文字，"), (90, 672, 16, "到此为止。"), (290, 60, 14, "2")], b"")])
    raw, said = read_bytes(data, "a.pdf")
    assert raw is not None
    check_raw(raw)
    assert raw.text.split("\n") == [
        "　　一、坚持绿色发展，到二〇二五年全县森林覆盖率",
        "达到百分之三十，由县林草局牵头。",
        "　　二、加快水网建设。",
        "— 1 —",
        "续上页的文字，",
        "到此为止。",
        "2",
    ]
    assert raw.pages == (1, 5)
    assert raw.tables == ()
    assert said == []


def test_lines_are_ordered_by_place_not_by_writing() -> None:
    assert read(document([(PARAGRAPH[::-1], b"")])).text == read(document([(PARAGRAPH, b"")])).text


def test_stretched_lines_have_no_spaces_and_fake_bold_is_read_once() -> None:
    stretched: list[Put] = [(90 + 20 * n, 700, 16, char) for n, char in enumerate("全力推进")]
    bold: list[Put] = [(90, 650, 16, "第一章"), (90.4, 650, 16, "第一章"), (190, 650, 16, "总则")]
    assert read(document([([*stretched, *bold], b"")])).text == "全力推进\n第一章 总则"


def test_table_between_lines() -> None:
    xs, ys = [90.0, 190.0, 290.0, 390.0], [500.0, 530.0, 560.0, 590.0]
    puts: list[Put] = [
        (90, 620, 12, "表前文字"),
        (95, 570, 12, "任务"),
        (195, 570, 12, "责任单位"),
        (295, 570, 12, "时限"),
        (95, 546, 12, "改造棚户"),
        (95, 533, 12, "区"),
        (195, 540, 12, "县住建局"),
        (295, 540, 12, "2025年"),
        (95, 510, 12, "植树"),
        (295, 510, 12, "长期"),
        (90, 470, 12, "表后文字"),
    ]
    raw = read(document([(puts, grid(xs, ys))]))
    check_raw(raw)
    assert raw.text.split("\n") == [
        "表前文字",
        "任务 | 责任单位 | 时限 |",
        "改造棚户区 | 县住建局 | 2025年 |",
        "植树 |  | 长期 |",
        "表后文字",
    ]
    assert raw.tables == ((2, 4),)


def test_merged_cells_of_a_table() -> None:
    drawn = grid([190, 390], [500, 530, 560, 590]) + b"90 500 m 90 590 l S 290 500 m 290 560 l S\n"
    drawn += b"90 500 m 190 500 l S 90 590 m 190 590 l S\n"
    puts: list[Put] = [
        (95, 570, 12, "指标"),
        (195, 570, 12, "目标"),
        (195, 540, 12, "2020"),
        (295, 540, 12, "2025"),
        (195, 510, 12, "3"),
        (295, 510, 12, "5"),
    ]
    raw = read(document([(puts, drawn)]))
    assert raw.text.split("\n") == ["指标 | 目标 | 目标 |", "指标 | 2020 | 2025 |", "指标 | 3 | 5 |"]


def test_running_head_does_not_move_the_margin() -> None:
    body: list[Put] = [(90, 672 - 28 * n, 16, "与上面相连的一行文字") for n in range(4)]
    raw = read(document([([(30, 800, 9, "规划文本"), *PARAGRAPH[:1], *body], b"")]))
    assert [line.startswith("　　") for line in raw.text.split("\n")] == [False, True, False, False, False, False]


def test_radicals_are_read_as_the_characters_that_they_draw() -> None:
    assert as_letters("⼗四五⻓期⺠⽣⼯程") == "十四五长期民生工程"


def test_cells_broken_by_a_narrow_column() -> None:
    puts: list[Put] = [
        (95, 546, 12, "2025"),
        (95, 533, 12, "年"),
        (195, 546, 12, "GDP"),
        (195, 533, 12, "growth"),
        (95, 510, 12, "甲"),
        (195, 510, 12, "乙"),
    ]
    assert read(document([(puts, grid([90, 190, 290], [500, 530, 560]))])).text == "2025年 | GDP growth |\n甲 | 乙 |"


def test_frame_and_letterhead_line_are_no_table() -> None:
    drawn = b"80 480 400 250 re S 90 690 m 390 690 l S\n"
    assert read(document([(PARAGRAPH[:3], drawn)])).tables == ()


@pytest.mark.parametrize(
    "pages",
    [[([], SCAN), ([], SCAN)], [([(290, 60, 14, "— 1 —")], SCAN)] * 3, [([], b"")]],
    ids=["pictures", "pictures with page numbers", "nothing"],
)
def test_scan_is_refused_and_named(pages: list[tuple[list[Put], bytes]]) -> None:
    said = refused(document(pages), "a.pdf")
    assert said.rule == "container-scan"
    assert "扫描件" in said.message


def test_one_page_without_text_is_reported() -> None:
    raw, said = read_bytes(document([(PARAGRAPH, b""), ([], SCAN), (PARAGRAPH, b"")]), "a.pdf")
    assert raw is not None
    assert raw.pages == (1, 5)
    assert [(d.rule, d.level) for d in said] == [("container-scan", Level.WARNING)]
    assert "第 2 页" in said[0].message


def test_text_over_pictures_is_doubted() -> None:
    raw, said = read_bytes(document([(PARAGRAPH, SCAN)]), "a.pdf")
    assert raw is not None
    assert [d.rule for d in said] == ["container-scan"]
    assert "识别" in said[0].message


def test_password_is_named() -> None:
    locked = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (b"aa" * 32, b"bb" * 32)
    assert refused(document([(PARAGRAPH, b"")], locked)).rule == "container-encrypted"


def test_font_without_encoding_is_refused() -> None:
    unknown = [part.replace(b"UniGB-UCS2-H", b"Identity-H").replace(b"GB1", b"Identity") for part in FONT]
    assert refused(document([(PARAGRAPH, b"")], font=unknown)).rule == "container-unreadable"


def test_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_UNPACKED", 1_000_000)
    assert refused(document([(PARAGRAPH, b" " * 2_000_000)])).rule == "container-too-large"


def test_damaged_file_is_refused_and_the_log_is_as_before() -> None:
    level = logging.getLogger("pdfminer").level
    whole = document([(PARAGRAPH, b"")])
    for size in range(20, len(whole), 61):
        raw, said = read_bytes(whole[:size], "a.pdf")
        assert [d.rule for d in said] == ["container-damaged"]
        assert said[0].level is (Level.ERROR if raw is None else Level.WARNING)
    assert logging.getLogger("pdfminer").level == level
