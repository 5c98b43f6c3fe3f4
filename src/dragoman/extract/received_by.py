"""Who is received by whom, told with a noun: "after his being received by the president"."""

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.hit import Hit

_PEOPLE = frozenset({"person", "role"})


def received_by(clause: Clause, hit: Hit) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The host and the guest of a noun of contact whose host "by" leads in; nobody else's.

    The guest owns the noun. A pronoun means whoever says what is told around it: «أوضح الوزير عقب
    استقباله من طرف الرئيس أن» (awḍaḥa l-wazīr ʿaqiba stiqbālihi min ṭarafi r-raʾīs anna, "the
    minister explained after being received by the president that").
    """
    i = hit.node
    nothing: tuple[tuple[Actor, ...], tuple[Actor, ...]] = ((), ())
    if clause.pack.subject_first or not (hit.nominal and hit.rule.engagement):
        return nothing
    by = i + 2
    if by + 1 >= len(clause.nodes) or clause.norm(by) not in clause.pack.agent:
        return nothing
    hosts, owner = clause.group(by + 1, leftward=False), clause.nodes[i + 1]
    if owner.letter == "a":
        return hosts, owner.actors
    if owner.letter != "p":
        return nothing
    before = (k for k in range(i - 1, -1, -1) if clause.finite(k))
    after = (k for k in range(by + 1, len(clause.nodes)) if clause.finite(k))
    guests = next((clause.subject(k) for k in (*before, *after) if clause.subject(k)), ())
    told = (clause.nodes[k].actors for k in range(i - 1, -1, -1) if clause.nodes[k].actors)
    guests = guests or next(told, ())
    return hosts, guests if all(a.kind in _PEOPLE for a in guests) else ()
