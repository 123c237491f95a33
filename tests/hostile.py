"""The tiny project with every free text replaced by text that would like to be markup."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

TEXT = {
    "title",
    "short_title",
    "summary",
    "name",
    "text",
    "explanation",
    "term",
    "meaning",
    "metric",
    "note",
    "issuer",
    "document_number",
    "index_number",
    "category",
    "publisher",
    "body",
    "highlights",
    "aliases",
    "synonyms",
    "measures",
    "label",
    "head",
    "items",
    "scale",
    "stage",
    "investment",
    "role_printed",
    "reason",
    "about",
    "old",
    "new",
    "measure",
    "notes",
}
"""Fields of free text; the others are ids, numbers, dates, addresses and choices."""
STARTS = "<b>*x*[a](b)|#`"
"""A locator holds 16 characters at most."""


@dataclass
class Hostile:
    """A project whose texts are hostile, and all the texts that were put there; each ends in a number of its own."""

    root: Path
    texts: list[str] = field(default_factory=list)

    def _new(self, text: str) -> str:
        self.texts.append(f"{text} {len(self.texts)}x")
        return self.texts[-1]

    def _change(self, value: Any, text: str, key: str) -> Any:
        if isinstance(value, dict):
            return {name: self._change(inner, text, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [self._change(inner, text, key) for inner in value]
        if isinstance(value, str) and key in TEXT:
            return self._new(text)
        return STARTS if key == "starts" else value

    def fill(self, text: str) -> None:
        """Replace every text of every data file."""
        for file in sorted((self.root / "data").rglob("*.yml")):
            first, _, rest = file.read_text(encoding="utf-8").partition("\n")
            changed = self._change(yaml.safe_load(rest), text, "")
            if file.name == "indicators.yml":
                for row in changed["indicators"]:
                    row["group"] = self._new(text)
            body = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False, width=10_000)
            file.write_text(f"{first}\n{body}", encoding="utf-8")
