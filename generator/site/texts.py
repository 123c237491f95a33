"""All texts of the interface, from where they are said, and the catalogues as they should be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import generator
from generator.dataset import Dataset
from generator.dataset.translate import TRANSLATABLE, content_texts
from generator.diagnostics import Diagnostic
from generator.language import CHINESE
from generator.language.collect import Text, collect
from generator.language.po import parsed
from generator.language.update import contexts, updated
from generator.model.identity import KINDS
from generator.site.editions import LANGUAGES, catalogue_path, content_path
from generator.tables import FILES, columns

SPEAKING = ("pages", "render", "charts", "search", "exports", "language")
"""Parts of the program whose words stand on pages."""
SCRIPTS_AND_FRAME = ("scripts", "assets", "overrides")
"""Parts of ``site_src`` that say something."""
DICTIONARY = "generator/model"
"""What is named as the place of the texts that the records' own definitions say on the page of the data dictionary."""

CONTENT_HEADER = """\
数据里的内容：名称、概括、说明的译文，一种语言一个文件。msgid 是数据里的中文，msgstr 是译文；空着的在网站上显示中文。
照着中文译，不加事实也不丢。数字、计量单位、年份和名称要准确：6万就是60000，1亿就是100000000；同一个名称处处译得一样。
msgctxt 是哪一类记录的哪一栏，“#:”后面是其中一条记录。
改中文要改 data/ 里的那一句，再运行 minggui texts 语言代号 --content；改过的要重新译。"""
"""What stands at the head of a catalogue of the data's own texts."""


def _sources(root: Path) -> Iterator[tuple[str, str]]:
    program = Path(generator.__file__).parent
    for part in SPEAKING:
        for path in sorted(p for p in (program / part).rglob("*") if p.suffix in {".py", ".j2"}):
            yield f"generator/{path.relative_to(program).as_posix()}", path.read_text(encoding="utf-8")
    for part in SCRIPTS_AND_FRAME:
        for path in sorted(p for p in (root / "site_src" / part).rglob("*") if p.suffix in {".js", ".html"}):
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def _dictionary() -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Yield the names of the kinds and the meanings of the columns: the models say them, and may not know of languages."""
    shown = (column for kind in FILES for column in columns(kind) if column.origin != "name")
    said = [*KINDS.values(), *(column.description for column in shown)]
    for message in dict.fromkeys(text for text in said if text):
        yield Text(message), (DICTIONARY,)


def all_texts(root: Path) -> list[tuple[Text, tuple[str, ...]]]:
    """Return every text of the interface, with the files that say it.

    Args:
        root: The project's root: its own frame and scripts count.
    """
    found = collect(_sources(root))
    known = {(text.message, text.context) for text, _ in found}
    return found + [pair for pair in _dictionary() if (pair[0].message, "") not in known]


Renewed = tuple[Path, bytes | None, bytes]
"""A catalogue's file, its content as it is (nothing where it is new), and as it should be."""


def renewed_content(root: Path, dataset: Dataset, tag: str, kinds: tuple[str, ...] = ()) -> Renewed:
    """Return the translations of the data's own texts in one language.

    Args:
        root: The project's root.
        dataset: The data in Chinese.
        tag: The language.
        kinds: Kinds of records to begin with translating; those that the file has already are kept up.
    """
    path = root / content_path(tag)
    before = path.read_bytes() if path.is_file() else None
    begun = {context.split(".")[0] for context in contexts(before)} if before else set()
    wanted = tuple(kind for kind in TRANSLATABLE if kind in {*begun, *kinds})
    return path, before, updated(list(content_texts(dataset, wanted)), tag, before, CONTENT_HEADER)


def _tags(root: Path, tags: tuple[str, ...]) -> tuple[str, ...]:
    there = tuple(path.stem for path in sorted((root / LANGUAGES).glob("*.po")))
    return tags or tuple(dict.fromkeys((CHINESE.tag, *there)))


def unreadable(root: Path, tags: tuple[str, ...] = (), content: bool = False) -> list[Diagnostic]:
    """Return why files of translations cannot be read. Renewing such a file would lose what people translated in it.

    Args:
        root: The project's root.
        tags: The languages; those that have a catalogue where none are given.
        content: Whether it is about the data's own texts.
    """
    names = [content_path(tag) if content else catalogue_path(tag) for tag in _tags(root, tags)]
    return [
        finding for name in names if (root / name).is_file() for finding in parsed((root / name).read_bytes(), Path(name).stem, name)[1]
    ]


def renewed(root: Path, tags: tuple[str, ...] = ()) -> Iterator[Renewed]:
    """Yield each catalogue of the interface.

    Args:
        root: The project's root.
        tags: The languages; those that have a catalogue, and Chinese, where none are given.
    """
    texts = all_texts(root)
    for tag in _tags(root, tags):
        path = root / catalogue_path(tag)
        before = path.read_bytes() if path.is_file() else None
        yield path, before, updated(texts, tag, before)
