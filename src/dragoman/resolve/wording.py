"""How alike two wordings in one language are, by the words they share."""

import re
from functools import lru_cache

from dragoman.core.fold import fold

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
LEAST = 4
"""Texts of fewer telling words are too short to compare."""


@lru_cache(maxsize=5_000)
def telling_words(text: str) -> frozenset[str]:
    """The folded words of four letters or more, and the numbers."""
    return frozenset(_WORD.findall(fold(text)))


def likeness(one: str, other: str) -> float:
    """The share of the shorter wording's words that stand in the other too, 0 to 1."""
    mine, theirs = telling_words(one), telling_words(other)
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least >= LEAST else 0.0
