"""The zip itself: the files of the finished site, changed where disk and web differ, with equal bytes for an equal site."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.model.site import Site
from generator.site.offline.links import INDEX, PageError, Place, page_on_disk
from generator.site.offline.modules import ModuleError, Script, joined
from generator.site.offline.opening import OPENING, OPENING_SCRIPT, SCRIPT_NAME, opening_page

FOLDER = "minggui-offline"
INSIDE = "site"
LEFT_OUT = ("404.html", "sitemap.xml", "search/pagefind/", "assets/cards/", "assets/javascripts/lunr/", "assets/javascripts/workers/")
"""What only a host, a search engine, a share of a link or the theme's own search asks for."""
LEFT_OUT_ENDINGS = (".map", ".zip", ".part", ".gz")


class OfflineError(Exception):
    """The copy could not be made; the message is for the person at the terminal."""


@dataclass(slots=True)
class _Copy:
    """The copy under way: what the site holds, and what its pages turned out to need."""

    root: Path
    files: frozenset[str]
    extra: Mapping[str, str]
    site_url: str
    scripts: dict[str, Script] = field(default_factory=dict)
    loaded_by: dict[str, list[str]] = field(default_factory=dict)

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """Every page as it must be on disk; notes the modules that pages load."""
        for name in sorted(name for name in self.files if name.endswith(".html")):
            page = page_on_disk((self.root / name).read_text(encoding="utf-8"), Place(name, self.files, self.site_url))
            for module in page.modules:
                self.loaded_by.setdefault(module, []).append(name)
            yield name, page.text.encode()

    def joined(self) -> Iterator[tuple[str, bytes]]:
        """One classic script for each module that pages load, and a script for each data file that it reads."""
        sources = {name: (self.root / name).read_text(encoding="utf-8") for name in self.files if name.endswith(".js")}
        data: set[str] = set()
        for module, pages in sorted(self.loaded_by.items()):
            script = self.scripts[module] = joined(module, sources)
            yield module, script.text.encode()
            data |= {posixpath.normpath(posixpath.join(posixpath.dirname(page), name)) for page in pages for name in script.reads}
        for name in sorted(data):
            yield f"{name}.js", f"mingguiData({self.data(name).strip()});\n".encode()

    def data(self, name: str) -> str:
        """The text of a data file."""
        if name in self.extra:
            return self.extra[name]
        if name not in self.files:
            raise OfflineError(f"离线版缺少页面脚本要读的 {name}")
        return (self.root / name).read_text(encoding="utf-8")

    def others(self) -> Iterator[tuple[str, bytes]]:
        """Every file that is the same on disk: no page, and no module, for those are in the joined scripts."""
        used = {name for script in self.scripts.values() for name in script.modules}
        homes = {posixpath.dirname(module) for module in self.loaded_by}
        for name in sorted(self.files - used):
            if not name.endswith(".html") and not (name.endswith(".js") and posixpath.dirname(name) in homes):
                yield name, (self.root / name).read_bytes()


def _folders(site: Site) -> tuple[str, ...]:
    """The copy is in Chinese: another language would make it twice as large for those who asked for the data's own."""
    return tuple(f"{language.tag}/" for language in site.languages)


def _wanted(root: Path, languages: tuple[str, ...]) -> frozenset[str]:
    names = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return frozenset(name for name in names if not name.startswith((*LEFT_OUT, *languages)) and not name.endswith(LEFT_OUT_ENDINGS))


def _entry(name: str, as_of: date) -> zipfile.ZipInfo:
    """A file of a fixed time and fixed rights: the same site gives the same zip on every machine."""
    entry = zipfile.ZipInfo(name, (as_of.year, as_of.month, as_of.day, 0, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
    return entry


def write_copy(root: Path, target: Path, site: Site, extra: Mapping[str, str]) -> int:
    """Write the zip of a finished site and return its size in bytes.

    Args:
        root: The finished site.
        target: Where the zip is written; the site's own folder will do.
        site: The site's settings: name, address, date of the data.
        extra: Data files that only the copy has: path below the site's root → JSON.

    Raises:
        OfflineError: where the site holds something that cannot work from disk, or the zip cannot be written.
    """
    copy = _Copy(root, _wanted(root, _folders(site)), extra, site.url)
    if INDEX not in copy.files:
        raise OfflineError(f"{root} 里没有网站；请先运行 make site")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(".part")
        with zipfile.ZipFile(unfinished, "w") as archive:
            archive.writestr(_entry(f"{FOLDER}/{OPENING}", site.as_of), opening_page(site, INSIDE).encode(), compresslevel=9)
            archive.writestr(_entry(f"{FOLDER}/{INSIDE}/{SCRIPT_NAME}", site.as_of), OPENING_SCRIPT.encode(), compresslevel=9)
            for step in (copy.pages, copy.joined, copy.others):  # the pages first: they say which scripts are modules
                for name, content in step():
                    archive.writestr(_entry(f"{FOLDER}/{INSIDE}/{name}", site.as_of), content, compresslevel=9)
        unfinished.replace(target)
    except (ModuleError, PageError) as error:
        raise OfflineError(str(error)) from error
    except OSError as error:
        raise OfflineError(f"写不了离线版（{error.strerror}）：{error.filename}") from error
    return target.stat().st_size
