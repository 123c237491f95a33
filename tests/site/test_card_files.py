"""Cards are drawn once, kept, and cleared away."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cards import Card
from generator.site import card_files as files
from generator.site.card_files import CACHE, card_files

ONE = {"topics-a": Card("主题", "养老", "")}
TWO = {"topics-b": Card("主题", "托育", "")}


def never(card: Card, name: str) -> bytes:
    raise AssertionError("a card was drawn")


def test_a_card_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = card_files(ONE, "明规", tmp_path)
    assert list(made) == ["assets/cards/topics-a.png"]
    assert made["assets/cards/topics-a.png"].startswith(b"\x89PNG")
    monkeypatch.setattr(files, "draw", never)
    assert card_files(ONE, "明规", tmp_path) == made


@pytest.mark.parametrize(("cards", "name"), [(TWO, "明规"), (ONE, "别名")])
def test_another_card_or_name_is_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cards: dict[str, Card], name: str) -> None:
    card_files(ONE, "明规", tmp_path)
    monkeypatch.setattr(files, "draw", never)
    with pytest.raises(AssertionError, match="drawn"):
        card_files(cards, name, tmp_path)


def test_what_no_card_needs_is_cleared_away(tmp_path: Path) -> None:
    card_files(ONE, "明规", tmp_path)
    card_files(TWO, "明规", tmp_path)
    assert len(list((tmp_path / CACHE).iterdir())) == 1
