"""Whom and where one went next, with a day or place between: "met X on Monday, Y on Tuesday"."""

from collections.abc import Iterator

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.discourse import Discourse
from dragoman.extract.hit import Hit
from dragoman.extract.meant import resolve_all
from dragoman.extract.told_places import ToldPlaces

_PEOPLE = frozenset({"person", "role"})
_KINDS = frozenset({"meeting", "call"})
_MET = frozenset({"object", "with", "to"})
_WHERE = frozenset({"in", "against", "on"})
_NOWHERE = (None, None)
_BETWEEN = 7
"""How many nodes of day and place may stand between two who are met."""


def also_met(
    clause: Clause,
    hit: Hit,
    sources: tuple[Actor, ...],
    targets: tuple[Actor, ...],
    discourse: Discourse,
) -> Iterator[tuple[int, tuple[Actor, ...]]]:
    """Where those stand whom a verb tells to have been met besides its `targets`, and who.

    "He met the Ugandan president on Monday and later his Rwandan counterpart": two meetings.
    """
    told = sources and targets and hit.rule.engagement in _KINDS and not hit.nominal
    if not (told and clause.pack.subject_first and _MET & {*hit.rule.target}):
        return
    taken = {a.side for a in sources + targets}
    behind = {a.first for a in targets}
    at = max((k for k, n in enumerate(clause.nodes) if n.first in behind), default=0)
    while at > hit.node and (k := _next(clause, at)) is not None:
        at = k
        while at + 2 < len(clause.nodes) and clause.joins(at + 1) and _actor(clause, at + 2):
            at += 2
        met = resolve_all(clause.group(k, leftward=False), discourse, sources[0])
        sides = {a.side for a in met}
        people = bool(met) and all(a.kind in _PEOPLE for a in met)
        if not people or sides & taken or not _closes(clause, at + 1):
            return
        taken |= sides
        yield k, met


def also_visited(
    clause: Clause, hit: Hit, host: str | None, told: ToldPlaces
) -> Iterator[tuple[int, str, str | None]]:
    """Where the places stand that a verb tells to have been visited behind `host`, each of a side.

    "He will visit Kenya on Monday and Uganda on Tuesday": two visits.
    """
    if hit.nominal or host is None or not clause.pack.subject_first:
        return
    near = range(hit.node + 1, min(len(clause.nodes), hit.node + _BETWEEN))
    at = next((k for k in near if (told.first_place([k], bare=True) or _NOWHERE)[0] == host), None)
    taken = {host}
    while at is not None and (at := _next(clause, at)) is not None:
        side, place = told.first_place([at], bare=True) or _NOWHERE
        if side is None or side in taken or not _closes(clause, at + 1):
            return
        taken.add(side)
        yield at, side, place


def _next(clause: Clause, at: int) -> int | None:
    """The actor behind a day or a place and "and": "X | on Monday | and later | with | Y"."""
    nodes = clause.nodes
    j, parted = at + 1, False
    while j < len(nodes) - 1 and nodes[j].letter not in ",&":
        led = clause.preposition(j) in _WHERE or clause.preposition(j - 1) in _WHERE
        if not (nodes[j].letter in "TA" or led) or j - at > _BETWEEN:
            return None
        j, parted = j + 1, True
    while j < len(nodes) - 1 and (nodes[j].letter in ",&AHT" or _light(clause, j)):
        parted |= clause.norm(j) in clause.pack.discourse["later"]
        j += 1
    return (
        j if parted and j < len(nodes) and nodes[j].letter in "aY" and not nodes[j].owned else None
    )


def _actor(clause: Clause, j: int) -> bool:
    return j < len(clause.nodes) and clause.nodes[j].letter == "a"


def _light(clause: Clause, j: int) -> bool:
    """True for "later", "then" and the "with" or "to" that is said again."""
    later = clause.norm(j) in clause.pack.discourse["later"]
    return later or clause.preposition(j) in ("with", "to")


def _closes(clause: Clause, j: int) -> bool:
    """True where nothing is told of those who end before a node but where and when."""
    if j >= len(clause.nodes) - 1:
        return True
    end = clause.nodes[j].letter in "T.,;&"
    return (end and not clause.finite(j + 1)) or clause.preposition(j) in _WHERE
