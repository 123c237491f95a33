"""Documents of Word: order, headings, list numbers, tables, text boxes, notes and tracked changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.documents.containers import Raw, read_bytes
from generator.documents.containers.numbering import FORMS, chinese
from tests.documents.containers.test_containers import check_raw, read, refused

W = nsdecls("w")
XML_SPACE = 'xml:space="preserve"'


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def body(document: Document, xml: str) -> None:
    """Put XML of body elements before the section's properties."""
    root = parse_xml(
        f'<w:body {nsdecls("w", "wp", "a", "r")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{xml}</w:body>'
    )
    for child in list(root):
        document.element.body.insert(len(document.element.body) - 1, child)


def numbered(document: Document, levels: list[tuple[str, str]], number_id: str = "77", extra: str = "") -> None:
    inner = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number_id}">{inner}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="{number_id}"><w:abstractNumId w:val="{number_id}"/></w:num>'))


def item(text: str, level: int = 0, number_id: str = "77") -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
    )


def run(text: str) -> str:
    return f"<w:r><w:t {XML_SPACE}>{text}</w:t></w:r>"


def read_body(xml: str) -> Raw:
    document = docx.Document()
    body(document, xml)
    raw = read(saved(document), "a.docx")
    check_raw(raw)
    return raw


def test_body_in_order_with_headings_and_title() -> None:
    document = docx.Document()
    document.add_paragraph("东河县教育规划", style="Title")
    document.add_heading("第一章　总则", 1)
    document.add_paragraph("　　坚持公益普惠。\n第二行")
    document.add_paragraph("")
    table = document.add_table(2, 2)
    for n, text in enumerate(["指标", "2025年", "学位（个）", "≥5000"]):
        table.cell(n // 2, n % 2).text = text
    document.add_heading("第一节 目标", 2)
    raw = read(saved(document), "a.docx")
    assert raw == Raw(
        "东河县教育规划\n第一章　总则\n　　坚持公益普惠。\n第二行\n指标 | 2025年 |\n学位（个） | ≥5000 |\n第一节 目标",
        headings={2: 1, 7: 2},
        tables=((5, 6),),
        title="东河县教育规划",
    )


def test_outline_level_of_paragraph_and_of_the_style_it_is_based_on() -> None:
    document = docx.Document()
    document.styles.element.append(
        parse_xml(f'<w:style {W} w:type="paragraph" w:styleId="a9"><w:name w:val="公文一级"/><w:basedOn w:val="Heading2"/></w:style>')
    )
    body(
        document,
        '<w:p><w:pPr><w:pStyle w:val="a9"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/></w:pPr><w:r><w:t>丙</w:t></w:r></w:p>',
    )
    assert read(saved(document)).headings == {1: 2, 2: 3}


def test_chapters_and_sections_are_numbered() -> None:
    document = docx.Document()
    numbered(document, [("chineseCountingThousand", "第%1章"), ("chineseCounting", "第%2节"), ("decimal", "%3.")])
    items = [item("甲"), item("子", 1), item("丑", 1), item("一事", 2), item("乙"), item("寅", 1), item("又一事", 2)]
    body(document, "".join(items))
    assert read(saved(document)).text.split("\n") == ["第一章 甲", "第一节 子", "第二节 丑", "1.一事", "第二章 乙", "第一节 寅", "1.又一事"]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("chineseCounting", "%1、", ["一、", "二、", "三、"]),
        ("japaneseCounting", "（%1）", ["（一）", "（二）", "（三）"]),
        ("decimalEnclosedCircle", "%1", ["① ", "② ", "③ "]),
        ("decimalZero", "任务%1", ["任务01 ", "任务02 ", "任务03 "]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("lowerLetter", "(%1)", ["(a)", "(b)", "(c)"]),
        ("bullet", "●", ["", "", ""]),
        ("none", "附件", ["附件 ", "附件 ", "附件 "]),
    ],
)
def test_number_formats(form: str, text: str, expected: list[str]) -> None:
    document = docx.Document()
    numbered(document, [(form, text)])
    body(document, item("甲") * 3)
    assert read(saved(document)).text.split("\n") == [label + "甲" for label in expected]


def test_numbers_of_a_style_and_a_list_that_starts_anew() -> None:
    document = docx.Document()
    numbered(document, [("decimal", "%1."), ("decimal", "%1.%2")])
    numbering = document.part.numbering_part.element
    numbering.append(
        parse_xml(
            f'<w:num {W} w:numId="78"><w:abstractNumId w:val="77"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        )
    )
    document.styles.element.append(
        parse_xml(
            f'<w:style {W} w:type="paragraph" w:styleId="a8"><w:name w:val="条目"/>'
            '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="77"/></w:numPr></w:pPr></w:style>'
        )
    )
    styled = '<w:p><w:pPr><w:pStyle w:val="a8"/></w:pPr><w:r><w:t>丑</w:t></w:r></w:p>'
    plain = '<w:p><w:pPr><w:pStyle w:val="a8"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>寅</w:t></w:r></w:p>'
    body(document, item("子") + styled + styled + plain + item("卯") + item("辰", number_id="78") + item("巳", number_id="78"))
    assert read(saved(document)).text.split("\n") == ["1.子", "1.1 丑", "1.2 丑", "寅", "2.卯", "5.辰", "6.巳"]


def test_unwritten_number_format_is_reported() -> None:
    document = docx.Document()
    numbered(document, [("ganada", "%1.")])
    body(document, item("甲"))
    raw, said = read_bytes(saved(document), "a.docx")
    assert raw is not None
    assert raw.text == "甲"
    assert [d.rule for d in said] == ["container-list"]
    assert "ganada" in said[0].message


def test_numbers_in_a_column_of_a_table() -> None:
    document = docx.Document()
    numbered(document, [("decimal", "%1")])
    cells = "".join(f"<w:tr><w:tc>{item('')}</w:tc><w:tc><w:p>{run(text)}</w:p></w:tc></w:tr>" for text in ("修路", "架桥"))
    body(document, f"<w:tbl><w:tblPr/><w:tblGrid/>{cells}</w:tbl>")
    assert read(saved(document)).text == "1 | 修路 |\n2 | 架桥 |"


def cell(text: str, properties: str = "") -> str:
    paragraphs = "".join(f"<w:p>{run(part)}</w:p>" for part in text.split("/"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def test_merged_cells() -> None:
    start, more, two = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    rows = [
        cell("指标", start) + cell("目标", two),
        cell("", more) + cell("2020年") + cell("2025年"),
        cell("产业类", '<w:gridSpan w:val="3"/>'),
        cell("产值/（亿元）") + cell("达到市里要求", two),
        cell("农业", start) + cell("1") + cell("2"),
        cell("", more) + cell("3") + cell("4"),
    ]
    raw = read_body("<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
    assert raw.text.split("\n") == [
        "指标 | 目标 | 目标 |",
        "指标 | 2020年 | 2025年 |",
        "产业类 |",
        "产值 （亿元） | 达到市里要求 |  |",
        "农业 | 1 | 2 |",
        "农业 | 3 | 4 |",
    ]
    assert raw.tables == ((1, 6),)


def test_box_of_one_column_gives_lines_and_metadata_table_gives_pairs() -> None:
    raw = read_body(
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell('专栏1 水利工程/1.北渠')}</w:tr></w:tbl>"
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell('索 引 号：')}{cell('X-1')}</w:tr>"
        f"<w:tr>{cell('文号')}{cell('东政〔2020〕1号')}</w:tr></w:tbl>"
    )
    assert raw.text.split("\n")[:2] == ["专栏1 水利工程", "1.北渠"]
    assert raw.tables == ((3, 4),)
    assert raw.pairs == (("索引号", "X-1"), ("文号", "东政〔2020〕1号"))


def test_tracked_changes_fields_and_hidden_text() -> None:
    raw = read_body(
        "<w:p>" + run("新建") + "<w:del><w:r><w:delText>三</w:delText></w:r></w:del><w:ins>" + run("五") + "</w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:hyperlink>" + run("座") + "</w:hyperlink><w:r><w:tab/><w:t>水库</w:t><w:noBreakHyphen/><w:t>库区</w:t></w:r></w:p>"
    )
    assert raw.text == "新建五座\t水库-库区"


def test_content_controls_and_alternatives_are_read_once() -> None:
    box = "<w:txbxContent><w:p>" + run("专栏2 产业园") + "</w:p></w:txbxContent>"
    raw = read_body(
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p>"
        + run("目录")
        + "</w:p></w:sdtContent></w:sdt><w:p>"
        + run("正文前")
        + f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        + run("正文后")
        + "</w:p><w:p>"
        + run("下一段")
        + "</w:p>"
    )
    assert raw.text == "目录\n正文前正文后\n专栏2 产业园\n下一段"


def repacked(data: bytes, change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, change(member, old.read(member)))
        for member, content in (extra or {}).items():
            new.writestr(member, content)
    return stream.getvalue()


def test_footnotes_are_appended() -> None:
    document = docx.Document()
    body(document, "<w:p>" + run("建成数字乡村") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("。") + "</w:p>")
    notes = f'<w:footnotes {W}><w:footnote w:id="2"><w:p>{run("指村级平台。")}</w:p></w:footnote></w:footnotes>'.encode()
    base = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = b'<Relationship Id="rId99" Type="%s/footnotes" Target="footnotes.xml"/>' % base
    wordprocessing = b"application/vnd.openxmlformats-officedocument.wordprocessingml"
    kind = b'<Override PartName="/word/footnotes.xml" ContentType="%s.footnotes+xml"/>' % wordprocessing

    def change(member: str, content: bytes) -> bytes:
        if member == "word/_rels/document.xml.rels":
            return content.replace(b"</Relationships>", relation + b"</Relationships>")
        return content.replace(b"</Types>", kind + b"</Types>") if member == "[Content_Types].xml" else content

    assert read(repacked(saved(document), change, {"word/footnotes.xml": notes})).text == "建成数字乡村[1]。\n[1] 指村级平台。"


def test_broken_and_empty_documents() -> None:
    assert refused(saved(docx.Document())).rule == "container-empty"
    document = docx.Document()
    document.add_paragraph("甲")
    whole = saved(document)
    assert refused(whole[: len(whole) // 2]).rule == "container-damaged"
    broken = repacked(whole, lambda member, content: content[:200] if member == "word/document.xml" else content)
    assert refused(broken).rule == "container-damaged"


def test_entities_are_not_expanded() -> None:
    document = docx.Document()
    document.add_paragraph("甲ENTITY")
    bomb = b'<!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;"><!ENTITY e SYSTEM "file:///etc/passwd">]>'

    def change(member: str, content: bytes) -> bytes:
        if member != "word/document.xml":
            return content
        head, rest = content.split(b"?>", 1)
        return head + b"?>" + bomb + rest.replace(b"ENTITY", b"&d;&e;")

    raw, _ = read_bytes(repacked(saved(document), change), "a.docx")
    assert raw is None or raw.text == "甲"


def test_deep_nesting_is_refused_not_fatal() -> None:
    document = docx.Document()
    document.add_paragraph("甲DEEP")
    deep = b"</w:t></w:r>" + b"<w:ins>" * 3000 + b"</w:ins>" * 3000 + b"<w:r><w:t>"
    data = repacked(saved(document), lambda member, content: content.replace(b"DEEP", deep) if member == "word/document.xml" else content)
    assert refused(data).rule == "container-damaged"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (0, ""),
    ],
)
def test_chinese_numbers(value: int, words: str) -> None:
    assert chinese(value) == words


def test_every_form_counts_to_ten_without_repeats() -> None:
    for form, write in FORMS.items():
        assert len({write(n) for n in range(1, 11)}) == 10, form
    assert FORMS["chineseLegalSimplified"](12) == "壹拾贰"
