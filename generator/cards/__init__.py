"""Pictures for links that people share: which there are, which page shows which, and how they are drawn."""

from generator.cards.card import Card
from generator.cards.draw import draw
from generator.cards.which import card_of, cards

__all__ = ["Card", "card_of", "cards", "draw"]
