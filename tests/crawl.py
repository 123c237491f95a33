"""Reading a built site as a browser would find it: pages, addresses, anchors, and what each page loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

HOST = "http://site.invalid/"
REFERENCES = (
    ("a", "href"),
    ("link", "href"),
    ("area", "href"),
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("video", "src"),
    ("audio", "src"),
    ("object", "data"),
    ("form", "action"),
)
LOADED = {"link", "script", "img", "source", "iframe", "video", "audio", "object", "form"}


@dataclass(frozen=True)
class Reference:
    """One address that a page names."""

    page: str
    element: str
    raw: str
    target: str
    """Absolute, below :data:`HOST` where it is ours."""

    @property
    def ours(self) -> bool:
        return self.target.startswith(HOST)

    @property
    def path(self) -> str:
        """Path below the site's root."""
        return unquote(urlsplit(self.target).path).removeprefix("/")

    @property
    def anchor(self) -> str:
        return unquote(urlsplit(self.target).fragment)


class BuiltPage:
    """One HTML file."""

    def __init__(self, site: Path, file: Path) -> None:
        self.file = file
        self.name = file.relative_to(site).as_posix()
        self.address = re.sub(r"(?:^|(?<=/))index\.html$", "", self.name)

    @cached_property
    def tree(self) -> HtmlElement:
        return html.document_fromstring(self.file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))

    @cached_property
    def ids(self) -> list[str]:
        return [str(i) for i in self.tree.xpath("//@id")]

    @cached_property
    def article(self) -> HtmlElement:
        found = self.tree.xpath("//article")
        assert len(found) == 1, f"{self.name} has {len(found)} articles"
        element: HtmlElement = found[0]
        return element

    @cached_property
    def references(self) -> list[Reference]:
        base = urljoin(HOST, self.address)
        return [
            Reference(self.address, tag, str(raw), urljoin(base, str(raw)))
            for tag, attribute in REFERENCES
            for raw in self.tree.xpath(f"//{tag}/@{attribute}")
        ]

    def texts(self, path: str) -> list[str]:
        """Return the text of every element that an XPath finds, white space flattened."""
        return [flat(element.text_content()) for element in self.tree.xpath(path)]

    def links(self, within: str = "//article") -> list[tuple[str, str]]:
        """Return (text, address below the root with its anchor) of every link of ours inside an element."""
        base = urljoin(HOST, self.address)
        found = []
        for element in self.tree.xpath(f"{within}//a[@href]"):
            target = urljoin(base, str(element.get("href")))
            if target.startswith(HOST):
                found.append((flat(element.text_content()), target.removeprefix(HOST)))
        return found


def flat(text: str) -> str:
    return " ".join(text.split())


class BuiltSite:
    """All pages of a built site, and apart from them what stands at old addresses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        every = {page.address: page for page in (BuiltPage(folder, file) for file in sorted(folder.rglob("*.html")))}
        self.moved = {address: page for address, page in every.items() if b'http-equiv="refresh"' in page.file.read_bytes()}
        self.pages = {address: page for address, page in every.items() if address not in self.moved}

    def file_of(self, path: str) -> Path | None:
        """Return the file that a static host serves for a path, if there is one."""
        target = self.folder / path
        if path == "" or path.endswith("/"):
            target = target / "index.html"
        return target if target.is_file() else None

    def broken(self) -> Iterator[str]:
        """Yield every reference of ours that leads to no file, or to no id in its page."""
        for page in (*self.pages.values(), *self.moved.values()):
            for reference in page.references:
                if not reference.ours:
                    continue
                file = self.file_of(reference.path)
                if file is None:
                    yield f"{page.name}: {reference.element} {reference.raw} leads to no file"
                elif reference.anchor and file.suffix == ".html":
                    target = self.pages[re.sub(r"(?:^|(?<=/))index\.html$", "", file.relative_to(self.folder).as_posix())]
                    if reference.anchor not in target.ids:
                        yield f"{page.name}: {reference.raw} leads to no id of {target.name}"

    def third_parties(self) -> Iterator[str]:
        """Yield everything that a browser would load from another host when it opens a page."""
        for page in (*self.pages.values(), *self.moved.values()):
            for reference in page.references:
                if reference.element in LOADED and not reference.ours and not reference.raw.startswith("data:"):
                    yield f"{page.name}: {reference.element} {reference.raw}"
            for attribute in page.tree.xpath("//*/@srcset | //*/@poster | //*/@style | //style/text()"):
                if re.search(r"(?:https?:)?//[\w.-]+\.\w", str(attribute)):
                    yield f"{page.name}: {attribute}"
        for sheet in sorted(self.folder.rglob("*.css")):
            for target in re.findall(r"(?:url\(\s*|@import\s+)[\"']?((?:https?:)?//[^\"')\s]+)", sheet.read_text(encoding="utf-8")):
                yield f"{sheet.relative_to(self.folder)}: {target}"
