"""The cards as files: drawn once, kept between builds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import PIL

from generator.cards import Card, draw
from generator.cards.draw import FONT
from generator.cards.draw import __file__ as drawing
from generator.cards.which import FOLDER

CACHE = ".cache/cards"


def _state() -> bytes:
    """What decides how a card looks, apart from what stands on it."""
    return b"|".join([PIL.__version__.encode(), Path(drawing).read_bytes(), FONT.read_bytes()])


def card_files(cards: Mapping[str, Card], name: str, root: Path) -> dict[str, bytes]:
    """Return the pictures: path below the site's root → PNG.

    Args:
        cards: The cards by name.
        name: The site's name.
        root: The project's root; pictures are kept below it, and those that no card needs any more are removed.
    """
    folder, state = root / CACHE, hashlib.sha256(_state())
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, bytes] = {}
    kept: set[Path] = set()
    for card_name, card in cards.items():
        drawn = state.copy()
        drawn.update(repr((card, name)).encode())
        path = folder / f"{drawn.hexdigest()}.png"
        if not path.is_file():
            unfinished = path.with_suffix(".new")
            unfinished.write_bytes(draw(card, name))
            unfinished.replace(path)
        kept.add(path)
        files[f"{FOLDER}{card_name}.png"] = path.read_bytes()
    for path in set(folder.iterdir()) - kept:
        path.unlink(missing_ok=True)
    return files
