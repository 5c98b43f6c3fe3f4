"""Who launched an attack that a clause on it tells of: «هجوم بالقنابل شنه مسلحون»."""

from dragoman.extract.clauses import Clause

_FAR = 10
"""How many nodes behind an attack the verb of its clause may stand."""
_ARMED = frozenset({"polity", "organization", "body"})


def waging(clause: Clause, j: int) -> int | None:
    """The verb of a clause on the attack at `j`, whatever it was made with: «هجوم بقنابل شنه».

    (hujūm bi-qanābil shannahu, "an attack with bombs that ... launched".)
    """
    for k in range(j + 1, min(j + _FAR, len(clause.nodes) - 1)):
        told = clause.lemmas[k] & clause.pack.discourse["waging"]
        if told and clause.nodes[k + 1].letter == "p":
            return k
        if clause.nodes[k].letter in ".,;:t&" or clause.finite(k):
            return None
    return None


def wager(clause: Clause, verb: int, i: int) -> int | None:
    """Who launched an attack: who stands behind the verb, else the last told of before `i`."""
    k = verb + 2
    while k < len(clause.nodes) - 1 and clause.nodes[k].letter in "TH":
        k += 1
    if k < len(clause.nodes) and clause.nodes[k].letter == "a":
        return k
    if clause.nodes[min(k, len(clause.nodes) - 1)].letter in "xBN" and not clause.preposition(k):
        return None
    ahead = (n for n in range(i - 1, -1, -1) if clause.nodes[n].letter == "a")
    return next((n for n in ahead if clause.nodes[n].actors[0].kind in _ARMED), None)
