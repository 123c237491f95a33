"""An edition of the site: the same pages in one language, in a folder of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.language.catalogue import CHINESE, Catalogue


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language."""

    catalogue: Catalogue
    folder: str = ""
    """Where its pages stand below the site's root: nothing for the first language, ``en/`` for others. Data and pictures are shared."""
    name: str = ""
    """The site's name in this language."""
    description: str = ""
    content: Catalogue | None = None
    """Texts of the data in this language, where anybody has translated some."""


CHINESE_EDITION: Final = Edition(CHINESE)
