"""What a rule demands of those whom it finds in its roles."""

from collections.abc import Sequence

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.lang.rules import Rule

_WHERE = frozenset({"in", "near"})


def slots_asked(rule: Rule, sources: Sequence[Actor]) -> tuple[str, ...]:
    """The slots of a target: of what several do jointly, a place is none.

    "Sudan and South Sudan signed a truce in Ethiopia" is one between the two.
    """
    if rule.joint and len({a.side for a in sources if a.side}) > 1:
        return tuple(slot for slot in rule.target if slot not in _WHERE)
    return rule.target


def of_sectors(rule: Rule, sources: Sequence[Actor]) -> bool:
    """True where somebody of the sectors that a rule asks for acts; states act as governments."""
    return not rule.sectors or any((a.sector or "GOV") in rule.sectors for a in sources)


def is_mishap(clause: Clause, rule: Rule, sources: Sequence[Actor]) -> bool:
    """True for harm that nobody did: "killed in a bus crash", "heavy rains killed"."""
    if sources or rule.act != "ASSAULT":
        return False
    return any(word in clause.pack.discourse["mishap"] for word in clause.norms)


def people_meet(sources: Sequence[Actor], targets: Sequence[Actor], joint: bool) -> bool:
    """True where persons or office-holders of two sides are told of."""
    if not joint and not targets:
        return False
    people = {a.side for a in (*sources, *targets) if a.kind in ("person", "role")}
    return len(people) > 1
