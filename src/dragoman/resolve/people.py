"""Whether two reports name the same people, side by side, in any scripts."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from dragoman.knowledge.matching import THRESHOLD
from dragoman.knowledge.names import same_name
from dragoman.resolve.records import Telling, Who

SOLE_OFFICES = frozenset(
    {"head_of_state", "head_of_government", "crown_prince", "foreign_minister", "defence_minister",
     "interior_minister", "finance_minister", "national_security_adviser", "org_head"}
)  # fmt: skip
"""Offices that one person of a side holds at a time."""
NEARLY = 0.5
"""Names of holders of one such office need be no more alike than this."""


@lru_cache(maxsize=20_000)
def _alike(one: str, other: str) -> float:
    return same_name(one, other).value


def names_alike(one: str, other: str) -> float:
    """How alike two names are, 0 to 1, the same whichever is given first."""
    if one == other:
        return 1.0
    first, second = sorted((one, other))
    return _alike(first, second)


def same_person(one: Who, other: Who) -> bool:
    """True where two reports mean one person.

    Known people are told apart by their ids; others by name, for which an office that only one
    person holds at a time makes up in part.
    """
    if one.entity == other.entity:
        return True
    if one.known and other.known:
        return False
    alike = names_alike(one.name, other.name)
    sole = one.office == other.office and one.office in SOLE_OFFICES
    return alike >= (NEARLY if sole else THRESHOLD)


def of_side(people: Iterable[Who], side: str) -> list[Who]:
    """The people of one side."""
    return [w for w in people if w.side == side]


def shared(one: Sequence[Who], other: Sequence[Who]) -> bool:
    """True where two reports name the same people of a side, as far as each names them.

    Whoever is named first met the other side; the others attended. It is enough that the first
    of one report stands anywhere in the other.
    """
    return any(same_person(one[0], b) for b in other) or any(same_person(a, other[0]) for a in one)


def shared_and_parted(left: Telling, right: Telling) -> tuple[list[str], list[str]]:
    """The sides of which both name somebody in common, and those of which they name others."""
    together: list[str] = []
    apart: list[str] = []
    for side in sorted(set(left.sides) & set(right.sides)):
        mine, theirs = of_side(left.who, side), of_side(right.who, side)
        if mine and theirs:
            (together if shared(mine, theirs) else apart).append(side)
    return together, apart
