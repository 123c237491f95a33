"""The committed schema files: writing them, and telling when they are out of date or not wired to a data file."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

from generator.dataset.layout import FILE_KINDS, kind_of
from generator.dataset.read import data_files
from generator.diagnostics import Diagnostic, Level, Span
from generator.schema.build import file_schema

FOLDER = "data/schema"
MARK = "# yaml-language-server: $schema="


@cache
def schemas() -> dict[str, str]:
    """Return the text of every schema file by its path from the project's root."""
    return {f"{FOLDER}/{kind.name}.schema.json": json.dumps(file_schema(kind), ensure_ascii=False, indent=2) + "\n" for kind in FILE_KINDS}


def write(root: Path) -> list[str]:
    """Write the schema files that changed; return their paths.

    Raises:
        OSError: where a file cannot be written.
    """
    changed = []
    for name, text in schemas().items():
        path = root / name
        if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(name)
    return changed


def _marks(root: Path) -> list[Diagnostic]:
    """Find data files whose first line does not tell an editor their schema."""
    found = []
    base = root / "data"
    for path in data_files(base) if base.is_dir() else []:
        inner = path.relative_to(base).as_posix()
        kind = kind_of(inner)
        if kind is None:
            continue
        target = os.path.relpath(f"schema/{kind[0].name}.schema.json", Path(inner).parent).replace(os.sep, "/")
        try:
            file = path.open("rb")
        except OSError:
            continue  # the reader reports it
        with file:
            first = file.readline().decode("utf-8", "replace").lstrip("\ufeff").rstrip()
        if first != MARK + target:
            message = f"第一行请写“{MARK}{target}”，编辑器才会提示和检查"
            found.append(Diagnostic(Span(f"data/{inner}"), "schema-mark", message, Level.WARNING))
    return found


def stale(root: Path) -> list[Diagnostic]:
    """Return what is out of date: schema files that differ from the records, data files without their schema line."""
    found = []
    for name, text in schemas().items():
        path = root / name
        current = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        if current != text:
            found.append(Diagnostic(Span(name), "schema-stale", "和程序里的定义不一致，请运行 minggui schema 重新生成"))
    return [*found, *_marks(root)]
