"""Whose land or thing an attack hits that is told of by a pronoun: "a raid on its land"."""

from collections.abc import Collection

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.hit import Hit
from dragoman.lang.rules import Rule

_HARMFUL = frozenset({"ASSAULT", "COERCE"})
_HIT = frozenset({None, "of", "at", "on", "against", "to", "near"})
"""Roles of the prepositions that lead in what somebody harms: "fired at one of its boats"."""
_OWNERS = frozenset({"polity", "organization", "body"})


def land_of(clause: Clause, rule: Rule, i: int, k: int) -> tuple[Actor, ...]:
    """The one other side told of before the verb at `i`, whose land the noun at `k` names.

    «قالت تشاد إن مالي شنت غارة داخل أراضيها» (qālat Tshād inna Mālī shannat ghāra dākhila
    arāḍīhā, "Chad said that Mali carried out a raid on its land").
    """
    owned = k + 1 < len(clause.nodes) and clause.nodes[k + 1].letter == "p"
    if not owned or clause.norm(k) not in clause.pack.discourse["land"]:
        return ()
    doers = {a.side for a in clause.subject(i)}
    if not doers or rule.act not in _HARMFUL:
        return ()
    return _last_of_one_side(_others_before(clause, i, doers))


def owner_struck(
    clause: Clause, hit: Hit, j: int, teller: Actor | None, doers: Collection[str | None]
) -> tuple[Actor, ...]:
    """Whose the thing is that "its" at `j` says was harmed: "Fiji said Chad shelled its post".

    Nobody harms or expels his own, so it is the one other state told of before, else whoever says
    it; nobody where several are.
    """
    owns = clause.norm(j) in clause.pack.classes["owner_pronoun.state"]
    harmful = hit.rule.act in _HARMFUL or hit.rule.mode == "expel"
    harms = harmful and not hit.passive and clause.preposition(j - 1) in _HIT
    own_deed = hit.rule.act == "ASSAULT" and hit.rule.objects and clause.preposition(j - 1) is None
    if not (owns and harms and doers) or own_deed:  # "since Chad launched its attack"
        return ()
    others = _others_before(clause, hit.node, doers)
    others = others or ([teller] if teller is not None and teller.side not in doers else [])
    return _last_of_one_side(others)


def _others_before(clause: Clause, i: int, doers: Collection[str | None]) -> list[Actor]:
    """States and bodies told of before the node at `i` that are not of the doers' sides."""
    told = [n.actors[0] for n in clause.nodes[:i] if n.letter == "a" and n.actors]
    return [a for a in told if a.kind in _OWNERS and a.side not in doers]


def _last_of_one_side(actors: list[Actor]) -> tuple[Actor, ...]:
    """The last of them where all are of one known side."""
    sides = {a.side for a in actors}
    return (actors[-1],) if len(sides) == 1 and None not in sides else ()
