"""Wars and attacks that a sentence only names as known, before what it tells."""

from dragoman.extract.clauses import Clause

_FAR = 4
"""How many nodes may stand between what leads a war in and the word for it."""


def only_named(clause: Clause, i: int) -> bool:
    """True for a war that only dates or explains something: «منذ الغزو الأميركي للعراق».

    (mundhu l-ghazwi l-amīrikī, "since the American invasion of Iraq".) So is an attack as a cause
    or as what is answered: «ردا على الهجوم الروسي» (raddan ʿalā l-hujūm ar-rūsī, "in response to
    the Russian attack"), if it is told of as known. Who calls it unprovoked says more.
    """
    told = clause.pack.discourse
    behind = range(i + 1, min(len(clause.nodes), i + _FAR))
    if any(clause.norm(k) in clause.pack.factuality["negation"] for k in behind):
        return False
    war = clause.norm(i) in told["wars"]
    if not war and not (told["wars"] and clause.definite(i)):
        return False
    leads = told["war_times"] | told["war_causes"] if war else told["war_causes"]
    for j in range(i - 1, max(-1, i - _FAR), -1):
        pair = f"{clause.norm(j - 1)} {clause.norm(j)}" if j else ""
        if clause.norm(j) in leads or pair in leads:
            return True
        if clause.finite(j) or clause.nodes[j].letter not in "xD@~>":
            return False
    return False
