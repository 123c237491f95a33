"""A catalogue: what one language says for each Chinese text of the interface."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Direction = Literal["ltr", "rtl", "ttb"]
"""How lines run (Unicode CLDR). ``ttb`` is the traditional Mongolian script, in columns from left to right."""

TAG: Final = r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$"
"""A language tag of BCP 47 as far as a site needs it: language, script, region. ``en``, ``mn-Mong``, ``zh-Hant-HK``."""

_PLACE = re.compile(r"\{(\w+)\}")


def _only(_: int) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one language says. Texts that it lacks are said in Chinese."""

    tag: str
    """Language tag (BCP 47)."""
    name: str
    """The language's name for itself, for the link that leads to it."""
    direction: Direction = "ltr"
    texts: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """(context, Chinese text) → its forms: one, or as many as the language has plurals."""
    plural: Callable[[int], int] = _only
    """Number → which of the forms it takes."""
    plurals: Mapping[str, int] = field(default_factory=dict)
    """Plural category of Unicode CLDR (``one``, ``few`` …) → which form: what a browser's ``Intl.PluralRules`` answers with."""

    @property
    def chinese(self) -> bool:
        """Whether the texts of the data are in this language."""
        return self.tag.split("-", 1)[0] == "zh"

    def said(self, message: str, context: str = "", number: int | None = None) -> str:
        """Return the words for a Chinese text, with their places still open."""
        forms = self.texts.get((context, message))
        if not forms:
            return message
        if number is None:
            return forms[0]
        return forms[min(self.plural(number), len(forms) - 1)] or message


CHINESE: Final = Catalogue("zh", "中文")
"""The language of the code: says every text as it stands."""


def places(message: str) -> list[str]:
    """Return the names of the places in a text that values are put into: ``{n}条任务`` has ``n``."""
    return _PLACE.findall(message)


def filled(message: str, values: Mapping[str, object]) -> str:
    """Put values into the places of a text.

    Not ``str.format``: a translation is text from outside, and ``{n.__class__}`` must not reach into the program.
    """
    return _PLACE.sub(lambda found: str(values[found[1]]) if found[1] in values else found[0], message)
