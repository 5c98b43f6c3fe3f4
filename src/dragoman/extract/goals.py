"""Where somebody comes whose goal is not told: to whoever tells of it."""

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.discourse import Discourse
from dragoman.extract.meant import resolve_all

_BESIDE = frozenset({"for", "with", "from", "as", "of_topic"})
"""Roles of prepositions that lead in anything but a goal."""
_PHRASE = 6
"""How many nodes a verb and its object may have."""


def at_home(
    slot: str, clause: Clause, i: int, discourse: Discourse
) -> tuple[str | None, str | None] | None:
    """The polity of a goal that no name tells: "here", or that of the `speaker`."""
    return (_here if slot == "here" else _at_teller)(clause, i, discourse)


def _here(clause: Clause, i: int, discourse: Discourse) -> tuple[str | None, str | None] | None:
    """Where "here" behind a verb or its noun is: at home, else in the one other state told of.

    Else with those whom the guest met: "Ruto met the Danish premier here. She arrived here Monday".
    """
    at = _behind_trip(clause, i, clause.ends(i))
    if at >= len(clause.nodes) or clause.norm(at) not in clause.pack.classes["here"]:
        return None
    own = {a.side for a in clause.subject(i)}
    told = {
        a.side for n in clause.nodes for a in n.actors if a.kind in ("polity", "person", "role")
    }
    others = told - own - {None}
    side = discourse.home or (others.pop() if len(others) == 1 else None)
    return (side, None) if side else _where_met(clause, i, discourse)


def _where_met(clause: Clause, i: int, discourse: Discourse) -> tuple[str, None] | None:
    """The state of whoever the guest has been told to have met "here"."""
    guests = {a.side for a in resolve_all(clause.subject(i), discourse, None) if a.side}
    met = discourse.others(guests)
    return (met[0].side, None) if len(met) == 1 and met[0].side else None


def _at_teller(
    clause: Clause, i: int, discourse: Discourse
) -> tuple[str | None, str | None] | None:
    """The side of whoever says in a sentence that somebody comes, where no goal is told.

    "Kenya said the Danish premier would visit next week", but not "would visit the port".
    """
    told = discourse.telling
    if told is None or not told.side or told.kind == "organization":
        return None
    guests = resolve_all(clause.subject(i), discourse, None)
    sides = {a.side for a in guests}
    if not sides or sides & {None, told.side} or not all(map(_official, guests)):
        return None
    return (told.side, None) if _goes_nowhere(clause, i) else None


def _official(actor: Actor) -> bool:
    """True for office-holders and delegations, not for troops or refugees."""
    return actor.kind in ("person", "role") or (actor.kind == "body" and actor.sector is None)


def _goes_nowhere(clause: Clause, i: int) -> bool:
    """True where only days, purpose or company are told behind a verb of travelling."""
    stop = clause.ends(i)
    j = _behind_trip(clause, i, stop)
    while j < stop and clause.pack.lexicon.part_of_speech(clause.norm(j)) == "adv":
        j += 1
    if j >= stop or clause.nodes[j].letter in ",T." or clause.to_do(j):
        return True
    days = j + 1 < stop and clause.nodes[j + 1].letter == "T"
    return clause.preposition(j) is not None and (days or clause.preposition(j) in _BESIDE)


def _behind_trip(clause: Clause, i: int, stop: int) -> int:
    """The node behind the verb at `i`, or behind its noun: "pay an official visit"."""
    told = clause.pack.discourse
    for j in range(i + 1, min(stop, i + _PHRASE)):
        if clause.norm(j) in told["trips"] | told["homeland"]:
            return j + 1
        if clause.preposition(j) or clause.nodes[j].letter in "aT,":
            break
    return i + 1
