"""How far a catalogue is translated."""

from __future__ import annotations

import io
from dataclasses import dataclass

from babel.messages.pofile import read_po

from generator.language.po_lines import decoded


@dataclass(frozen=True, slots=True)
class Progress:
    """Texts of a catalogue: all, those that are translated, those that a person has still to look at."""

    texts: int
    translated: int
    fuzzy: int

    def __str__(self) -> str:
        looked = f"，{self.fuzzy}条要再看一眼" if self.fuzzy else ""
        return f"共{self.texts}条，译了{self.translated}条{looked}"


def progress_of(content: bytes) -> Progress:
    """Count the texts of a PO file."""
    entries = [entry for entry in read_po(io.StringIO(decoded(content))) if entry.id]
    done = [bool(entry.string) and (isinstance(entry.string, str) or all(entry.string or ())) for entry in entries]
    fuzzy = [entry.fuzzy and there for entry, there in zip(entries, done, strict=True)]
    return Progress(len(entries), sum(done) - sum(fuzzy), sum(fuzzy))
