"""What a page says beside its text: its encoding, meta tags, attachments, and what of it is no text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from generator.diagnostics import Diagnostic
from generator.documents.containers.labels import label_of
from generator.documents.containers.raw import Pair, one_line, warning
from generator.documents.containers.tags import text_of

_OPENING = re.compile(
    r"\s*<(?:!doctype\s+html|\?xml|!-|html|head|body|meta|title|div|p|table|article|section|span|style|script|font|center|h[1-6]|br|ucapcontent)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"</(?:html|head|body|div|p|table|article|section|span|font|h[1-6]|ucapcontent)\s*>|<br\s*/?>", re.IGNORECASE)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_ATTACHMENT = re.compile(r"\.(?:docx?|pdf|wps|ofd|xlsx?|zip|rar)(?:[?#]|$)", re.IGNORECASE)

METAS: Mapping[str, str] = {
    name.lower(): name
    for name in [
        "SiteName",
        "SiteDomain",
        "SiteIDCode",
        "ColumnName",
        "ColumnType",
        "ArticleTitle",
        "PubDate",
        "ContentSource",
        "Keywords",
        "Description",
        "Url",
        "firstpublishedtime",
        "lastmodifiedtime",
        "publishdate",
    ]
}
"""Meta tags that 《政府网站发展指引》 (国办发〔2017〕47号) prescribes, and common ones of
the same sense. Author is left out: it names persons."""


def looks_like_html(text: str) -> bool:
    """Say whether a text is a page's source: it begins with a tag of HTML and closes one."""
    return bool(_OPENING.match(text)) and bool(_CLOSING.search(text))


def declared_charsets(data: bytes) -> list[str]:
    """Give the encodings that the first 4 kB of a page declare."""
    return [found.decode("ascii") for found in _CHARSET.findall(data[:4096])]


def read_metas(root: etree._Element) -> tuple[list[Pair], str]:
    """Read what the head says of the page: the known meta tags as pairs, and the page's title."""
    pairs = []
    for meta in root.iter("meta"):
        name = METAS.get((meta.get("name") or "").strip().lower(), "") or label_of(meta.get("name") or "")
        if name:
            pairs.append((name, one_line(meta.get("content") or "")))
    named = next((value for label, value in pairs if label == "ArticleTitle" and value), "")
    return pairs, named or next((one_line(text_of(title)) for title in root.iter("title")), "")


def remarks(main: etree._Element, name: str) -> list[Diagnostic]:
    """Say what a reader cannot see in the text: attachments, list numbers that browsers add, pictures of text."""
    said = []
    if any(len(item) or item.text for item in main.iterdescendants("ol")):
        said.append(warning(name, "container-list", "正文里有自动编号的列表（<ol>），编号不在文字里，请对照网页补上"))
    files = [one_line(text_of(a)) or a.get("href", "") for a in main.iterdescendants("a") if _ATTACHMENT.search(a.get("href") or "")]
    if files:
        shown = "、".join(file[:40] for file in files[:3])
        said.append(warning(name, "container-attachment", f"网页带有 {len(files)} 个附件（{shown}），正文可能在附件里，请另行导入"))
    if len(text_of(main).strip()) < 100 and next(main.iterdescendants("img"), None) is not None:
        said.append(warning(name, "container-image", "正文几乎没有文字而有图片，内容可能在图片里，读不到"))
    return said
