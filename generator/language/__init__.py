"""The words of the site's interface in every language it speaks: marked in the code, kept in one catalogue a language.

The Chinese words stand where they are used, inside ``tr("…")`` and its like, and are their own keys, as in GNU gettext. What
another language says for them stands in ``site_src/languages/<tag>.po``, the format that translators' tools read. A new language
is a new file there and a line in ``mkdocs.yml``; no code knows which languages there are.
"""

from generator.language.catalogue import CHINESE, Catalogue
from generator.language.edition import CHINESE_EDITION, Edition
from generator.language.parts import Run, runs
from generator.language.speaking import between, enumerated, joined, mark, markc, pieces, speaking, spoken, tr, trc, trn

__all__ = [
    "CHINESE",
    "CHINESE_EDITION",
    "Catalogue",
    "Edition",
    "Run",
    "between",
    "enumerated",
    "joined",
    "mark",
    "markc",
    "pieces",
    "runs",
    "speaking",
    "spoken",
    "tr",
    "trc",
    "trn",
]
