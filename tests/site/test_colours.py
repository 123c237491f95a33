"""The colours of the site can be told apart: every pair that stands together, in every set of ``10-colours.css``."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

SHEET = (ROOT / "site_src/styles/10-colours.css").read_text(encoding="utf-8")
ON_PAPER = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "accent-soft"),
    ("soft", "paper"),
    ("soft", "surface"),
    ("soft", "accent-soft"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "accent-soft"),
    ("paper", "accent"),
    ("warn", "warn-soft"),
    ("warn", "paper"),
]
"""Text and what it stands on."""
LIGHT, DARK = ":root", ':root[data-colour="dark"]'
MORE, MORE_DARK = ':root[data-contrast="more"]', ':root[data-contrast="more"][data-colour="dark"]'


def sets(css: str) -> dict[str, dict[str, str]]:
    """Read the sets: ``[media query] selector`` → name → colour."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    media = {match.start(2): (match.end(2), match[1]) for match in re.finditer(r"@media ([^{]+?) \{((?:[^{}]|\{[^{}]*\})*)\}", css)}
    found = {}
    for match in re.finditer(r"([^{};@]+)\{([^{}]*)\}", css):
        around = next((query + " " for start, (end, query) in media.items() if start <= match.start() < end), "")
        colours = dict(re.findall(r"--mg-([\w-]+):\s*(#[0-9a-f]{3,6});", match[2]))
        if "paper" in colours:
            found[around + match[1].strip()] = colours
    return found


SETS = sets(SHEET)


def luminance(colour: str) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


def test_every_set_is_read() -> None:
    assert len(SETS) == 7
    assert len(SETS[LIGHT]) >= 9
    assert all(set(colours) == set(SETS[LIGHT]) for colours in SETS.values()), "every set gives every colour"


@pytest.mark.parametrize("name", SETS)
def test_text_can_be_read(name: str) -> None:
    colours = SETS[name]
    least = 7 if "contrast" in name else 4.5
    ratios = {f"{text} on {ground}": round(contrast(colours[text], colours[ground]), 2) for text, ground in ON_PAPER}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < least} == {}


@pytest.mark.parametrize("name", [MORE, MORE_DARK])
def test_high_contrast_has_clear_borders(name: str) -> None:
    assert contrast(SETS[name]["line"], SETS[name]["paper"]) >= 7


def test_what_the_system_asks_for_is_what_can_be_chosen() -> None:
    """Without scripts the system's wish decides; it gives the same colours."""
    unchosen = ":root:not([data-colour])"
    assert SETS[f"(prefers-color-scheme: dark) {unchosen}"] == SETS[DARK]
    assert SETS[f"(prefers-contrast: more) {unchosen}"] == SETS[MORE]
    assert SETS[f"(prefers-contrast: more) and (prefers-color-scheme: dark) {unchosen}"] == SETS[MORE_DARK]


def test_other_sheets_name_no_colours_of_their_own() -> None:
    """Only variables follow the reader's choice. What lies behind a dialogue and what goes on paper stay as they are."""
    named = {}
    for sheet in sorted((ROOT / "site_src").rglob("*.css")):
        if sheet.name not in {"10-colours.css", "95-print.css"}:
            css = re.sub(r"/\*.*?\*/|url\([^)]*\"\)", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
            found = re.findall(r":[^;{}]*?(#[0-9a-f]{3,8}\b)", css)
            if found:
                named[sheet.name] = found
    assert named == {}
