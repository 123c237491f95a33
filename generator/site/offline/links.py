"""Pages that open from disk: every link names its file, no script is a module."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Container
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import accumulate
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

ADDRESSES = frozenset({"href", "src", "action", "formaction", "poster"})
INDEX = "index.html"
EARLY = frozenset({"modulepreload", "preload", "prefetch"})
"""Links that only ask for something early; on disk they name modules and data that cannot be asked for."""


class PageError(Exception):
    """A page holds something that cannot work from disk; the message names the page."""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A page for the copy, and the modules that it loads, by their paths below the site's root."""

    text: str
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its own path, the files of the copy, and the site's address where it has one."""

    path: str
    files: Container[str]
    site_url: str

    def target(self, address: str) -> str:
        """Return the path below the site's root that a relative address leads to."""
        path = unquote(urlsplit(address).path)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path)) if path else self.path
        return "" if target == "." else target

    def on_disk(self, address: str) -> str | None:
        """Return what a link says in the copy: the file; the web, for what is not in the copy; nothing, where the web is not known."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or address.startswith("#"):
            return address
        target = self.target(address)
        if target in self.files:
            return address
        if posixpath.join(target, INDEX) in self.files:
            folder = parts.path if parts.path.endswith("/") or not parts.path else parts.path + "/"
            return urlunsplit(parts._replace(path=folder + INDEX))
        return urljoin(urljoin(self.site_url.rstrip("/") + "/", self.path.removesuffix(INDEX)), address) if self.site_url else None


class _Reader(HTMLParser):
    """Notes which start tags must change; everything else keeps its bytes."""

    def __init__(self, text: str, place: Place) -> None:
        super().__init__(convert_charrefs=False)
        self.place = place
        self.starts = [0, *accumulate(len(line) for line in text.splitlines(keepends=True))]
        self.edits: list[tuple[int, str, str]] = []
        self.modules: list[str] = []
        self.text, self.unlinked = text, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Change a tag whose addresses differ on disk."""
        raw = self.get_starttag_text() or ""
        if tag == "link" and EARLY & set((dict(attrs).get("rel") or "").split()):
            self._edit(raw, "")
            return
        if tag == "meta" and (dict(attrs).get("http-equiv") or "").lower() == "refresh":
            self._refresh(raw, attrs)
            return
        changed = self._module(attrs) if tag == "script" and ("type", "module") in attrs else list(attrs)
        on_disk = [(name, self.place.on_disk(value) if name in ADDRESSES and value is not None else value) for name, value in changed]
        kept = [(name, value) for (name, value), (_, before) in zip(on_disk, changed, strict=True) if value is not None or before is None]
        if kept != attrs:
            self.unlinked = tag == "a" and len(kept) < len(attrs)  # words that lead nowhere must not look like a link
            self._edit(raw, _tag("span" if self.unlinked else tag, kept, raw.endswith(('"/>', "'/>", " />"))))

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        """Close what stands for a link that leads nowhere."""
        if tag == "a" and self.unlinked:
            at = self._at()
            self._edit(self.text[at : self.text.index(">", at) + 1], "</span>")
            self.unlinked = False

    def _at(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def _edit(self, raw: str, instead: str) -> None:
        self.edits.append((self._at(), raw, instead))

    def _refresh(self, raw: str, attrs: list[tuple[str, str | None]]) -> None:
        """Change the address that a page at an old address leads on to."""
        wait, mark, address = (dict(attrs).get("content") or "").partition("url=")
        target = self.place.on_disk(address) if mark else address
        self._edit(raw, _tag("meta", [(name, f"{wait}{mark}{target}" if name == "content" else value) for name, value in attrs], False))

    def _module(self, attrs: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
        """A module runs when the page has been read; so does a deferred script."""
        source = dict(attrs).get("src")
        if not source:
            raise PageError(f"{self.place.path}：离线版只能带有 src 的模块脚本")
        self.modules.append(self.place.target(source))
        return [*(pair for pair in attrs if pair != ("type", "module")), ("defer", None)]


def _tag(tag: str, attrs: list[tuple[str, str | None]], closed: bool) -> str:
    written = "".join(f" {name}" if value is None else f' {name}="{html.escape(value)}"' for name, value in attrs)
    return f"<{tag}{written}{'/' if closed else ''}>"


def page_on_disk(text: str, place: Place) -> OnDisk:
    """Return a page for the copy.

    Args:
        text: The page as the site has it.
        place: Where it stands.

    Raises:
        PageError: where a module stands in the page itself.
    """
    text = text.replace("\r\n", "\n")
    reader = _Reader(text, place)
    reader.feed(text)
    reader.close()
    pieces, end = [], 0
    for start, raw, instead in reader.edits:
        pieces += [text[end:start], instead]
        end = start + len(raw)
    return OnDisk("".join([*pieces, text[end:]]), tuple(dict.fromkeys(reader.modules)))
