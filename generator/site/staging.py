"""Writing the staged tree: only what changed, never outside its folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator import cards, pages, render, search
from generator.language import speaking
from generator.language.collect import theme_texts
from generator.language.scripts import script_catalogue
from generator.pages.data import OFFLINE
from generator.site.card_files import card_files
from generator.site.project import Project, published_files
from generator.site.search_index import SearchIndexError, index_files

BUILD = "build"
SOURCE = "site_src"
JOINED = {"styles": "assets/minggui.css", "scripts": "assets/minggui.js"}
"""Folders of ``site_src`` whose files are joined in the order of their names: one request each for a visitor."""
PAGES_STEP, INDEX_STEP, WRITE_STEP = "生成页面和数据文件", "做搜索的索引", "写出变了的文件"
"""What staging does, in the words in which it is told."""

Step = Callable[[str], AbstractContextManager[None]]
"""Told the name of each step; the step runs inside what it returns."""


def _untold(_: str) -> AbstractContextManager[None]:
    return nullcontext()


class StagingError(Exception):
    """The tree could not be written; the message is for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Staged:
    """What staging did."""

    folder: Path
    files: int
    written: int
    removed: int


def _inside(folder: Path, name: str) -> Path:
    """Return the place of a staged file, refusing whatever could lie elsewhere.

    Ids cannot hold a slash or a dot, so this never happens for data that was checked; it is the second lock.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or "\x00" in name:
        raise StagingError(f"路径不在生成目录之内：{name!r}")
    return folder / path


def _pages(project: Project, words: Mapping[str, str]) -> dict[str, bytes]:
    """Collect what is made of the data: pages, exports and the configuration; ``words``: languages with what their scripts say."""
    if project.site is None:
        raise StagingError("网站设置有误，不能生成")
    published = published_files(project).items()
    tree = {f"docs/{name}": content.encode("utf-8") if isinstance(content, str) else content for name, content in published}
    pictures = card_files(cards.cards(project.graph), project.site.name, project.root)
    tree |= {f"docs/{name}": content for name, content in pictures.items()}
    if project.site.offline:
        tree[f"docs/{OFFLINE}"] = b""  # holds the place, so that the engine finds what the data page links; the copy is made of its site
    frames = list(_frames(project, words))
    tree["mkdocs.yml"] = render.configuration(pages.navigation(project.graph), project.site, frames).encode("utf-8")
    return tree


def _frames(project: Project, words: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield what the frame of every page says, one language after the other."""
    theme = sorted((project.root / SOURCE / "overrides").rglob("*.html"))
    texts = list(dict.fromkeys(text for path in theme for text in theme_texts(path.read_text(encoding="utf-8"))))
    for edition in project.editions:
        with speaking(edition.catalogue):
            yield render.frame(edition, pages.navigation(project.graph), texts, edition.catalogue.tag in words)


def _clothes(project: Project, words: Mapping[str, str]) -> dict[str, bytes]:
    """Collect what is written by hand: assets and theme, and what the scripts say in each language."""
    tree = {}
    source = project.root / SOURCE
    for kind, target in (("assets", "docs/assets"), ("overrides", "theme")):
        for path in sorted((source / kind).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                tree[f"{target}/{path.relative_to(source / kind).as_posix()}"] = path.read_bytes()
    tree |= {f"docs/{render.script_address(tag)}": script.encode("utf-8") for tag, script in words.items()}
    for kind, target in JOINED.items():
        parts = [path.read_bytes() for path in sorted((source / kind).glob("*.*")) if not path.name.startswith(".")]
        if parts:
            tree[f"docs/{target}"] = b"\n".join(parts)
    return tree


def _script_words(project: Project) -> dict[str, str]:
    """Return the script of each language in which scripts say anything otherwise than in the code, by the language's tag."""
    scripts = [(path.name, path.read_text(encoding="utf-8")) for path in sorted((project.root / SOURCE).rglob("*.js"))]
    said = {edition.catalogue.tag: script_catalogue(edition.catalogue, scripts) for edition in project.editions}
    return {tag: script for tag, script in said.items() if script}


def _index(project: Project) -> dict[str, bytes]:
    """Collect the files of the search index."""
    records = search.search_records(project.graph)
    return {f"docs/{name}": content for name, content in index_files(records, project.root).items()}


def _write(path: Path, content: bytes) -> bool:
    """Write a file where its content differs, so that a live preview rebuilds only for real changes."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _prune(folder: Path, tree: Mapping[str, bytes], root: str) -> int:
    """Remove staged files that nothing stages any more."""
    removed = 0
    for path in sorted((folder / root).rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in tree:
            path.unlink()
            removed += 1
    return removed


def stage(project: Project, step: Step = _untold) -> Staged:
    """Write ``build/docs``, ``build/theme`` and ``build/mkdocs.yml``.

    Args:
        project: A project without errors.
        step: Is told of each step, for progress and measurement.

    Returns:
        What was written.

    Raises:
        StagingError: where a file cannot be written.
    """
    folder = project.root / BUILD
    try:
        with step(PAGES_STEP):
            words = _script_words(project)
            tree = _pages(project, words) | _clothes(project, words)
        with step(INDEX_STEP):
            tree |= _index(project)
        with step(WRITE_STEP):
            written = sum(_write(_inside(folder, name), content) for name, content in tree.items())
            removed = _prune(folder, tree, "docs") + _prune(folder, tree, "theme")
    except SearchIndexError as error:
        raise StagingError(str(error)) from error
    except OSError as error:
        raise StagingError(f"写不了文件（{error.strerror}）：{error.filename}") from error
    return Staged(folder, len(tree), written, removed)


def publish(built: Path, site: Path) -> None:
    """Put a finished site in place of the last one in two renames; where the second fails, the last one comes back.

    Raises:
        StagingError: where the folders cannot be moved.
    """
    old = site.with_name(site.name + ".old")
    try:
        if old.exists() and not site.exists():
            old.rename(site)  # an earlier run was stopped between its two renames
        elif old.exists():
            shutil.rmtree(old)
        if site.exists():
            site.rename(old)
        try:
            built.rename(site)
        except OSError:
            if old.exists():
                old.rename(site)
            raise
    except OSError as error:
        raise StagingError(f"换不了网站目录（{error.strerror}）：{site}") from error
    shutil.rmtree(old, ignore_errors=True)
