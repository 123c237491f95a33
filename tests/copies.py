"""A copy of the tiny project's data that a test may change, and the places of what it wrote."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.checks import CHECKS
from generator.dataset import Dataset, read_dataset
from generator.diagnostics import Diagnostic, Level, Span, in_order
from generator.graph import Graph, link

TINY = Path(__file__).parent / "tiny"
QINGHE = "plans/qinghe-145/"
LINHE = "plans/linhe-2024/"


def place(text: str, needle: str) -> tuple[int, int]:
    """Return line and column of the only place where ``needle`` stands, both from 1."""
    assert text.count(needle) == 1, f"{needle!r} stands {text.count(needle)} times"
    before = text[: text.index(needle)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


@dataclass(frozen=True)
class Copy:
    """A project root with only ``data/`` in it."""

    root: Path

    def path(self, file: str) -> Path:
        return self.root / "data" / file

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace the only place where ``old`` stands."""
        text = self.path(file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.path(file).write_text(text.replace(old, new), encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        """Write ``text`` at the end of a file, which may be new."""
        self.path(file).parent.mkdir(parents=True, exist_ok=True)
        with self.path(file).open("a", encoding="utf-8") as out:
            out.write(text)

    def remove(self, file: str) -> None:
        self.path(file).unlink()

    def span(self, file: str, needle: str, inside: str = "") -> Span:
        """Return where ``inside`` stands within the only occurrence of ``needle`` (or the needle itself)."""
        line, column = place(self.path(file).read_text(encoding="utf-8"), needle)
        offset = needle.index(inside) if inside else 0
        breaks = needle[:offset].count("\n")
        if breaks:
            return Span(f"data/{file}", line + breaks, offset - needle[:offset].rfind("\n"))
        return Span(f"data/{file}", line, column + offset)

    def read(self) -> tuple[Dataset, list[Diagnostic]]:
        dataset, findings = read_dataset(self.root)
        return dataset, in_order(findings)

    def graph(self) -> Graph:
        """Link the data, which must be well-formed."""
        dataset, findings = self.read()
        assert findings == []
        return link(dataset)

    def check(self, rule: str) -> list[Diagnostic]:
        """Run one rule."""
        return in_order(CHECKS[rule](self.graph()))


def copy_tiny(folder: Path) -> Copy:
    """Copy the tiny project's data below ``folder``."""
    shutil.copytree(TINY / "data", folder / "data", ignore=shutil.ignore_patterns("schema"))
    return Copy(folder)


def error(span: Span, rule: str, message: str) -> Diagnostic:
    return Diagnostic(span, rule, message)


def warning(span: Span, rule: str, message: str) -> Diagnostic:
    return Diagnostic(span, rule, message, Level.WARNING)
