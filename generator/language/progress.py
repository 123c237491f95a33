"""How far a catalogue is translated."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.po import catalog_of, entries, forms_of


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
    every = list(entries(catalog_of(content)))
    said = [entry for entry in every if forms_of(entry)]
    fuzzy = sum(entry.fuzzy for entry in said)
    return Progress(len(every), len(said) - fuzzy, fuzzy)
