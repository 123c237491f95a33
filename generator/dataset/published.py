"""The list of every record that was ever published: ``data/published.txt``, one line each, so that none can get lost.

A line is a kind and an id: ``task alxa-right-145-021``. The list is sorted and only grows. ``minggui publish-list`` writes it from
the data alone: no build reads git or the clock to know what was public before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.diagnostics import Diagnostic, Span
from generator.model import Record
from generator.model.identity import HISTORY, ID_LENGTH, ID_PATTERN, KINDS

FILE = "published.txt"
HEAD = """# 公开过的全部记录，一行一条：种类和编号。由 minggui publish-list 写成，只增不减，请不要手改。
# 这里有、数据里没有的编号，必须在 redirects.yml 里写明转到哪里；编号用过就不能再给别的记录用。
"""
LARGEST = 16_000_000
Key = tuple[str, str]
"""Kind and id of a record."""


def lasting(records: Mapping[str, Mapping[str, Record]]) -> set[Key]:
    """Return kind and id of every record that is published under its own address."""
    return {(kind, identifier) for kind, shelf in records.items() if kind not in HISTORY for identifier in shelf}


def parse(text: str, name: str) -> tuple[dict[Key, Span], list[Diagnostic]]:
    """Read the list.

    Args:
        text: The file.
        name: Its name in diagnostics.

    Returns:
        Kind and id with the line of each, and what is wrong with other lines.
    """
    found: dict[Key, Span] = {}
    findings: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, identifier = line.rstrip("\r").partition(" ")
        if kind in KINDS and len(identifier) <= ID_LENGTH and re.fullmatch(ID_PATTERN, identifier):
            found.setdefault((kind, identifier), Span(name, number))
        else:
            message = "看不懂这一行，应该是“种类 编号”，例如“task alxa-right-145-021”。这个文件由 minggui publish-list 写成，请不要手改"
            findings.append(Diagnostic(Span(name, number), "published-list", message))
    return found, findings


def read_published(base: Path, folder: str) -> tuple[dict[Key, Span], list[Diagnostic]]:
    """Read the list of a data folder; a project that never published has none.

    Args:
        base: The data folder.
        folder: Its name in diagnostics.
    """
    path, name = base / FILE, f"{folder}/{FILE}"
    if not path.is_file():
        return {}, []
    try:
        data = path.read_bytes()
        if len(data) > LARGEST:
            return {}, [Diagnostic(Span(name), "published-list", f"文件太大，最多 {LARGEST // 1_000_000} MB")]
        return parse(data.decode("utf-8"), name)
    except OSError as error:
        return {}, [Diagnostic(Span(name), "unreadable-file", f"打不开文件（{error.strerror}）")]
    except UnicodeDecodeError:
        return {}, [Diagnostic(Span(name), "published-list", "文件不是 UTF-8 编码，请另存为 UTF-8")]


def list_text(keys: Iterable[Key]) -> str:
    """Return the file that lists these records."""
    return HEAD + "".join(f"{kind} {identifier}\n" for kind, identifier in sorted(set(keys)))
