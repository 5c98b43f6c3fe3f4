"""Whose land an attack hits that is told of by a pronoun: "a raid on its land"."""

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.lang.rules import Rule

_HARMFUL = frozenset({"ASSAULT", "COERCE"})


def land_of(clause: Clause, rule: Rule, i: int, k: int) -> tuple[Actor, ...]:
    """The one other side told of before the verb at `i`, whose land the noun at `k` names.

    «قالت تشاد إن مالي شنت غارة داخل أراضيها» (qālat Tshād inna Mālī shannat ghāra dākhila
    arāḍīhā, "Chad said that Mali carried out a raid on its land").
    """
    owned = k + 1 < len(clause.nodes) and clause.nodes[k + 1].letter == "p"
    if not owned or clause.norm(k) not in clause.pack.discourse["land"]:
        return ()
    doers = {a.side for a in clause.subject(i)}
    told = [n.actors[0] for n in clause.nodes[:i] if n.letter == "a" and n.actors]
    others = [a for a in told if a.kind in ("polity", "body") and a.side not in doers]
    one = len({a.side for a in others}) == 1 and rule.act in _HARMFUL
    return (others[-1],) if doers and one else ()
