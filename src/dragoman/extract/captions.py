"""Who is pictured together: "Ruto (left) listens to Boric during their meeting, May 5, 2023"."""

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause

_YEAR = 4
"""Digits of a year."""
_OPENING = 7
"""How many nodes may stand before the first person: "FILE - In this file photo,"."""
_COMPANY = frozenset({"with", "by", "as"})
"""Roles of what leads in somebody who is there: "waves as Boric speaks"."""


def pictured(clause: Clause, i: int) -> tuple[Actor, ...]:
    """The persons that a caption names before the contact that the noun at `i` tells.

    Captions tell the year of their day and what they show in the present, or without a verb. Whose
    pictures and plans they show ("protest against the plan of X") is not there.
    """
    if not clause.pack.subject_first or not shows(clause):
        return ()
    behind = clause.preposition(i + 1) if i + 1 < len(clause.nodes) else None
    if behind == "of" or _anothers(clause, i):
        return ()
    found: list[Actor] = []
    for j, node in enumerate(clause.nodes[:i]):
        if node.letter != "a" or node.owned:
            continue
        led = clause.preposition(j - 1) if j else None
        if led is None or led in _COMPANY:
            found += [a for a in node.actors if a.kind == "person" and a.name]
    if behind == "with" and i + 2 < len(clause.nodes) and clause.nodes[i + 2].letter == "a":
        found += clause.group(i + 2, leftward=False)
    return tuple(dict.fromkeys(found))


def shows(clause: Clause) -> bool:
    """True for a caption: the year is told, no verb is in the past, and somebody opens it."""
    nodes = clause.nodes
    dated = any(
        n.letter == "T" and any(w.isdigit() and len(w) == _YEAR for w in clause.norm(k).split())
        for k, n in enumerate(nodes)
    )
    first = next((k for k, n in enumerate(nodes) if n.letter == "a"), len(nodes))
    verbs = [k for k in range(len(nodes)) if clause.finite(k)]
    if not dated or first > _OPENING or (verbs and verbs[0] < first):
        return False
    return all(any(a.tense == "present" for a in clause.readings[k]) for k in verbs)


def _anothers(clause: Clause, i: int) -> bool:
    """True for the contact of a bloc or of others: "at a NATO ministers' meeting"."""
    for j in range(i - 1, max(-1, i - 5), -1):
        node = clause.nodes[j]
        if node.owned or node.letter in "FD" or (node.letter == "a" and node.actors):
            return True
        if node.letter == "A" or clause.preposition(j) or clause.finite(j):
            return False
    return False
