"""Synthetic prose: clauses from patterns of word classes, sentences from clauses, passages of a length that real ones have."""

from __future__ import annotations

from random import Random
from typing import Final

from generator.bench.vocabulary import ADVERBS, MODIFIERS, NOUNS, VERBS, drawn, rare, words

CLAUSES: Final = words(
    "VAN DVN VNN ANV NAV VN和N AN要V 在RVN RNV VRN N由N来V 把NV到N 给ANVN NV，也VN 先VN再VN DVANN RN、RN和N 每年VN 从N到N都V",
    "没有写V的N VN不再V NV以后DV N的ANV R和RVN 为N而VN 让NVAN NN可以V VRAN N、N、N一起V 到RVN的N DV N里的N RDV R一带VAN",
)
TITLES: Final = ("VAN", "DVN", "VNN", "VANN", "VN和N", "RNNV", "VRN", "ANNV", "VAN和AN", "VRANN", "VN、VN和N", "V好ANN")
STEPS: Final = ("VANN", "VNNN", "DVANN", "在RVNN", "VRNN", "DVAN和N", "VN、N和N", "VAN、N和RN", "DVRN", "给NVANN", "VAN")
TERMS: Final = ("AN", "NN", "RN", "AN", "NNN", "R", "ANN", "NV")
PROJECTS: Final = ("RNV项目", "RANV", "NN工程", "RNN基地", "ANV项目", "RRANNV工程", "RN中心", "RNNN建设项目", "AN园")
SCALE: Final = 0.55
"""How many of the rare words of a pattern are made up; the others are frequent nouns."""
NUMBER: Final = 0.07
"""How many clauses end with a figure."""


def _word(chance: Random, letter: str) -> str:
    if letter == "R":
        return rare(chance) if chance.random() < SCALE else drawn(chance, NOUNS)
    lists = {"V": VERBS, "N": NOUNS, "A": MODIFIERS, "D": ADVERBS}
    if letter in lists:
        return rare(chance) if chance.random() < 0.1 else drawn(chance, lists[letter])
    return letter


def phrase(chance: Random, patterns: tuple[str, ...]) -> str:
    """Fill one of the patterns: V, N, A, D and R stand for a verb, noun, modifier, adverb and rare word, all else for itself.

    Args:
        chance: Where randomness comes from.
        patterns: What to choose from.
    """
    return "".join(_word(chance, letter) for letter in chance.choice(patterns))


def _sentence(chance: Random) -> str:
    clauses = [phrase(chance, CLAUSES) for _ in range(chance.choices((1, 2, 3), (3, 5, 2))[0])]
    if chance.random() < NUMBER * len(clauses):
        clauses[-1] += f"{chance.randint(2, 900)}{chance.choice(('个', '亩', '公里', '户', '处'))}"
    return "，".join(clauses) + "。"


def passage(chance: Random, shortest: int, usual: int, longest: int) -> str:
    """Return sentences of about the usual number of characters.

    Args:
        chance: Where randomness comes from.
        shortest: No passage has fewer characters.
        usual: What lengths lie around.
        longest: What no passage exceeds.
    """
    wanted = min(longest - 12, max(shortest, round(chance.gauss(usual - 10, usual / 5))))
    text = ""
    while len(text) < wanted:
        sentence = _sentence(chance)
        if len(text) + len(sentence) <= longest:
            text += sentence
        elif len(text) >= shortest:
            break
    return text


def title(chance: Random) -> str:
    """Return a heading of one line.

    Args:
        chance: Where randomness comes from.
    """
    found = phrase(chance, TITLES)
    return found if chance.random() < 0.6 else found + chance.choice(("，", "、")) + phrase(chance, ("VN", "DV", "VAN"))


def opening(text: str) -> str:
    """Return what a locator says of a passage: its first sixteen characters at most.

    Args:
        text: The passage.
    """
    return text[:16]
