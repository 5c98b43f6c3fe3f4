"""Codes of polities for the names that people write, in any language of a pack."""

from collections.abc import Sequence
from functools import lru_cache

from dragoman.core.fold import fold
from dragoman.knowledge.world import World
from dragoman.lang.search_words import words_of

_LONGEST_NAME = 4


def polities_in(words: Sequence[str], world: World) -> list[str]:
    """The codes of the polities that words name, in their order.

    "Japan Kuwait" names JPN and KWT, and so does «اليابان الكويت».
    """
    known = _polity_names(world)
    found: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            code = known.get(" ".join(words[at : at + length]))
            if code:
                found += [] if code in found else [code]
                at += length
                break
        else:
            at += 1
    return found


@lru_cache(maxsize=2)
def _polity_names(world: World) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, polity in world.polities.items():
        for name in (polity.name, code, *world.names_of("polity", code).values()):
            found.setdefault(" ".join(words_of(name)) or fold(name), code)
    return found
