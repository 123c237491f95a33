"""Read the samples of facts: a text and what should be found in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

SAMPLES = Path(__file__).parent.parent / "samples" / "facts"
SOURCES = Path(__file__).parents[4] / "shared" / "sources"


def samples(*kinds: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Return name, text and expectation of the samples that are read as one of these kinds."""
    made = []
    for path in sorted(SAMPLES.glob("*.yml")):
        expected = yaml.safe_load(path.read_text(encoding="utf-8"))
        if expected["reads"] in kinds:
            made.append((path.stem, path.with_suffix(".txt").read_text(encoding="utf-8"), expected))
    return made


def source(number: str) -> Path | None:
    """Return one of the five official documents, where they are."""
    return next(iter(SOURCES.glob(f"{number}_*.txt")), None)
