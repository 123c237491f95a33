"""The next free id of each kind. An id that was ever given is never given again, also where its record is gone."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from generator.authoring.redirects import retired
from generator.dataset import Dataset
from generator.importing.pinyin import slug
from generator.model.identity import ID_LENGTH


def taken(dataset: Dataset, redirects: str) -> frozenset[str]:
    """Return every id that is or was in use.

    Args:
        dataset: The data.
        redirects: The text of ``data/redirects.yml``; empty where there is none.
    """
    there = {identifier for shelf in dataset.records.values() for identifier in shelf}
    once = {identifier for _, identifier in (*dataset.rejected, *dataset.published)}
    return frozenset(there | once | set(retired(redirects)))


def numbered(prefix: str, width: int, used: AbstractSet[str]) -> str:
    """Return the id behind the highest number that follows a prefix: ``hure-145-`` → ``hure-145-301``."""
    pattern = re.compile(re.escape(prefix) + r"(\d+)")
    numbers = [int(found[1]) for identifier in used if (found := pattern.fullmatch(identifier))]
    return f"{prefix}{max(numbers, default=0) + 1:0{width}d}"


def named(name: str, before: str, used: AbstractSet[str]) -> str:
    """Return a free id made of a name's pinyin: 旗农科局 in ``hure`` → ``hure-nongkeju``.

    Args:
        name: The name.
        before: What the id starts with, such as the region; empty for none.
        used: Ids that are not free.
    """
    stem = "-".join(part for part in (before, slug(name)) if part)[: ID_LENGTH - 4].strip("-")
    identifier, number = stem, 2
    while identifier in used:
        identifier, number = f"{stem}-{number}", number + 1
    return identifier
