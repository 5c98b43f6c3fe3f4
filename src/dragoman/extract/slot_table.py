"""Slots that are filled by where the words of a clause stand, each by a function of its own."""

from collections.abc import Callable, Mapping

from dragoman.extract.actors import Actor
from dragoman.extract.beside_verbs import goods, joined, reached
from dragoman.extract.captions import pictured
from dragoman.extract.clauses import Clause
from dragoman.extract.settings import hosting
from dragoman.extract.trips import goer, guest, touring, venue

BY_PLACE: Mapping[str, Callable[[Clause, int], tuple[Actor, ...]]] = {
    "hosting": hosting,
    "goer": goer,
    "guest": guest,
    "touring": touring,
    "venue": venue,
    "pictured": pictured,
    "goods": goods,
    "joined": joined,
    "reached": reached,
}
"""The function that finds the actors of a slot, by its name."""
