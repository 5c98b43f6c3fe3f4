"""Towns that only name a gathering: «حضور اجتماع الدوحة» (ijtimāʿ ad-Dawḥa, "Doha")."""

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.lang.rules import Rule

_TO_OTHERS = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT"})
"""Types of acts done to those who call a gathering, not to the town that names it."""


def without_forums(clause: Clause, rule: Rule, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Actors without the towns of gatherings: who shuns «اجتماع الدوحة» does not shun Qatar."""
    if rule.act not in _TO_OTHERS or clause.pack.subject_first:
        return actors
    words = clause.pack.discourse["forums"]
    naming = {
        actor
        for node in clause.nodes
        if node.first and clause.norms[node.first - 1] in words
        for actor in node.actors
        if actor.place
    }
    return tuple(a for a in actors if a not in naming)
