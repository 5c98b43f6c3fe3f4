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
_PEOPLE = frozenset({"person", "role"})
_TAKEN = frozenset({"ASSAULT", "COERCE", "REJECT", "SANCTION"})
"""Types of acts that a state does to what is somebody's: "revoked his permit"."""


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
    it; nobody where several are. "His" is a person's: "Fiji's envoy said Chad revoked his permit".
    """
    classes = clause.pack.classes
    bare = clause.preposition(j - 1) is None
    own_deed = hit.rule.act == "ASSAULT" and hit.rule.objects and bare
    if hit.passive or not doers or own_deed:  # "since Chad launched its attack"
        return ()
    if clause.norm(j) in classes["owner_pronoun.person"]:
        kinds = _PEOPLE if hit.rule.act in _TAKEN and bare else frozenset()
    else:
        harmful = hit.rule.act in _HARMFUL or hit.rule.mode == "expel" or _into_land(clause, hit, j)
        led = clause.preposition(j - 1) in _HIT and harmful
        kinds = _OWNERS if led and clause.norm(j) in classes["owner_pronoun.state"] else frozenset()
    others = _others_before(clause, hit.node, doers, kinds)
    others = others or [a for a in (teller,) if a and a.kind in kinds and a.side not in doers]
    return _last_of_one_side(others)


def _into_land(clause: Clause, hit: Hit, j: int) -> bool:
    """True for forces that go where a pronoun's state is: "sent jets into its airspace"."""
    land = clause.pack.discourse["land"]
    named = clause.norm(j + 1) in land or clause.norm(j + 2) in land
    return hit.rule.act == "MOBILIZE" and named


def _others_before(
    clause: Clause, i: int, doers: Collection[str | None], kinds: Collection[str] = _OWNERS
) -> list[Actor]:
    """States and bodies, or others of some `kinds`, told of before `i` and not of doers' sides."""
    told = [n.actors[0] for n in clause.nodes[:i] if n.letter == "a" and n.actors]
    return [a for a in told if a.kind in kinds and a.side not in doers]


def _last_of_one_side(actors: list[Actor]) -> tuple[Actor, ...]:
    """The last of them where all are of one known side."""
    sides = {a.side for a in actors}
    return (actors[-1],) if len(sides) == 1 and None not in sides else ()
