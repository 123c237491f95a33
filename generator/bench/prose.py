"""Synthetic prose: clauses from patterns of word classes, sentences from clauses, passages of a length that real ones have."""

from __future__ import annotations

from random import Random
from typing import Final

from generator.bench.vocabulary import ADVERBS, MODIFIERS, NOUNS, VERBS, drawn, rare, usual, words

CLAUSES: Final = words(
    "VAN DVN VNN ANV NAV VN和N AN要V 在RVN RNV VRN N由N来V 把NV到N 给ANVN NV，也VN 先VN再VN DVANN RN、RN和N 每年VN 从N到N都V",
    "没有写V的N VN不再V NV以后DV N的ANV R和RVN 为N而VN 让NVAN NN可以V VRAN N、N、N一起V 到RVN的N DV N里的N RDV R一带VAN",
)
TITLES: Final = ("VAN", "DVN", "VNN", "VANN", "VN和N", "RNNV", "VRN", "ANNV", "VAN和AN", "VRANN", "VN、VN和N", "V好ANN")
STEPS: Final = ("VANN", "VNNN", "DVANN", "在RVNN", "VRNN", "DVAN和N", "VN、N和N", "VAN、N和RN", "DVRN", "给NVANN", "VAN")
TERMS: Final = ("AN", "NN", "RN", "AN", "NNN", "R", "ANN", "NV")
PROJECTS: Final = ("RNV项目", "RANV", "NN工程", "RNN基地", "ANV项目", "RRANNV工程", "RN中心", "RNNN建设项目", "AN园")
RARE, MADE_NOUN, MADE_VERB, AGAIN = 0.1, 0.45, 0.15, 0.6
"""How many rare words are really rare, how many nouns and verbs are made up, and how often a text comes back to its own words."""
NUMBER: Final = 0.07
"""How many clauses end with a figure."""
Words = tuple[str, ...]


def _word(chance: Random, letter: str, own: Words) -> str:
    """Write one letter of a pattern: a word of its class, or itself."""
    if own and letter in "NR" and chance.random() < AGAIN:
        return chance.choice(own)
    if letter == "R":
        return rare(chance) if chance.random() < RARE else usual(chance)
    lists = {"V": VERBS, "N": NOUNS, "A": MODIFIERS, "D": ADVERBS}
    if letter in lists:
        return usual(chance) if chance.random() < (MADE_NOUN if letter in "NA" else MADE_VERB) else drawn(chance, lists[letter])
    return letter


def phrase(chance: Random, patterns: Words, own: Words = ()) -> str:
    """Fill one of the patterns: V, N, A, D and R stand for a verb, noun, modifier, adverb and rare word, all else for itself.

    Args:
        chance: Where randomness comes from.
        patterns: What to choose from.
        own: Words that the text comes back to.
    """
    return "".join(_word(chance, letter, own) for letter in chance.choice(patterns))


def own_words(chance: Random) -> Words:
    """Return what one text is about: a few words that it comes back to again and again.

    Args:
        chance: Where randomness comes from.
    """
    return tuple(phrase(chance, ("NN", "AN", "R", "N", "VN")) for _ in range(5))


def _sentence(chance: Random, own: Words) -> str:
    clauses = [phrase(chance, CLAUSES, own) for _ in range(chance.choices((1, 2, 3), (3, 5, 2))[0])]
    if chance.random() < NUMBER * len(clauses):
        clauses[-1] += f"{chance.randint(2, 900)}{chance.choice(('个', '亩', '公里', '户', '处'))}"
    return "，".join(clauses) + "。"


def passage(chance: Random, shortest: int, middle: int, longest: int, own: Words = ()) -> str:
    """Return sentences of about the wanted number of characters.

    Args:
        chance: Where randomness comes from.
        shortest: No passage has fewer characters.
        middle: What lengths lie around.
        longest: What no passage exceeds.
        own: Words that the text comes back to.
    """
    wanted = min(longest - 12, max(shortest, round(chance.gauss(middle - 10, middle / 5))))
    text = ""
    while len(text) < wanted:
        sentence = _sentence(chance, own)
        if len(text) + len(sentence) <= longest:
            text += sentence
        elif len(text) >= shortest:
            break
    return text


def title(chance: Random, own: Words = ()) -> str:
    """Return a heading of one line.

    Args:
        chance: Where randomness comes from.
        own: Words that the text comes back to.
    """
    found = phrase(chance, TITLES, own)
    return found if chance.random() < 0.8 else found + chance.choice(("，", "、")) + phrase(chance, ("VN", "DV", "VAN"), own)


def opening(text: str) -> str:
    """Return what a locator says of a passage: its first sixteen characters at most.

    Args:
        text: The passage.
    """
    return text[:16]
