"""Characters that PDF producers write for the glyph instead of the letter: radicals that look like Chinese characters.

A font that draws 十 and the radical ⼗ with one glyph lets the producer store either; browsers and WPS often store the
radical. No document means a radical. Source: Unicode's NFKC for the Kangxi radicals (U+2F00–2FD5), its
EquivalentUnifiedIdeograph for the simplified ones of the supplement (U+2E80–2EF3).
"""

from __future__ import annotations

import unicodedata

_SIMPLIFIED = dict(
    zip(
        "⺁⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
_LETTERS = str.maketrans({chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)} | _SIMPLIFIED)


def as_letters(text: str) -> str:
    """Write radicals as the characters that they stand for; the length stays the same."""
    return text.translate(_LETTERS)
