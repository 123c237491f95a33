"""What the scripts of a page say in another language: a script of its own, loaded before them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.language.catalogue import Catalogue
from generator.language.collect import texts_of

BETWEEN = "\u0004"
"""Stands between context and text, as in the compiled catalogues of GNU gettext."""


def script_catalogue(catalogue: Catalogue, sources: Iterable[tuple[str, str]]) -> str:
    """Return the script that hands a language over to the others (``site_src/scripts/05-make.js``); nothing where it has nothing to say.

    Args:
        catalogue: The language.
        sources: Name and content of every script.
    """
    said: dict[str, str | list[str]] = {}
    for name, content in sources:
        for text in texts_of(name, content):
            forms = catalogue.texts.get((text.context, text.message))
            if forms:
                key = f"{text.context}{BETWEEN}{text.message}" if text.context else text.message
                said[key] = list(forms) if text.counts else forms[0]
    if not said:
        return ""
    handed = {"tag": catalogue.tag, "plurals": dict(catalogue.plurals), "texts": said}
    return f"minggui.language = {json.dumps(handed, ensure_ascii=False, separators=(',', ':'))};\n"
