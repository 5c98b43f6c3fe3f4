"""Whom something befell: behind a noun of harm, or before a past: "Two Malians held in Chad"."""

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.lang.morphology import Analysis

_STATES = frozenset({"polity", "organization"})
_HOLDERS = frozenset({"COP", "JUD"})
"""Who arrests others more often than they are arrested themselves."""
_OWN = 4
"""How near behind "clashes" it is told with whom."""


def befell(clause: Clause, i: int, analysis: Analysis) -> bool:
    """True for a past of force that has no object: "Two Malian drivers arrested in Chad".

    It stands behind people and before a preposition. A state does it itself ("the men Mali held
    in June"), as does who is told of behind "that" or "whom", and a weapon ("the raid killed in
    one night").
    """
    told, facts = clause.pack.discourse, clause.pack.factuality
    if analysis.tense != "past" or analysis.lemma not in told["befalling"]:
        return False
    after = i + 1
    so = after < len(clause.nodes) and clause.norm(after) in told["befallen_so"]
    after += so
    if after < len(clause.nodes) and clause.nodes[after].letter == "T":
        if not _ends(clause, after + 1):
            return False
    elif after < len(clause.nodes) and clause.norm(after) not in told["befallen_before"]:
        return False
    if after == i + 1 == len(clause.nodes):
        return False
    if not _people(clause, i, so):
        return False
    for k in range(i - 1, -1, -1):
        if clause.nodes[k].letter in ":;":
            break
        if not clause.lemmas[k].isdisjoint(facts["saying"]):
            break
        if clause.nodes[k].letter in "Rt":
            return False
        if clause.finite(k):
            return _its_object(clause, k, i)
    return True


def _ends(clause: Clause, j: int) -> bool:
    """True where no object can stand at `j`: not for "killed in May | two soldiers"."""
    if j >= len(clause.nodes) or clause.nodes[j].letter in ",.:;&)":
        return True
    return clause.preposition(j) is not None or clause.finite(j)


def _its_object(clause: Clause, k: int, i: int) -> bool:
    """True where whoever stands before the verb at `i` is the object of a finite one at `k`.

    "The rebels freed three Germans | abducted in May", not "they fled, rebels | killed in May".
    """
    return i - k > 1 and all(n.letter in "xaAHMD" for n in clause.nodes[k + 1 : i])


def _people(clause: Clause, i: int, things: bool) -> bool:
    """True where the verb at `i` has people right before it, no state and nobody who arrests.

    Weapons count only as `things` to which it was done: "a Malian drone shot down over Chad".
    """
    if i == 0 or clause.nodes[i - 1].letter not in "ax":
        return False
    if clause.meanings(i - 1) & clause.pack.factuality["having"]:
        return False
    if clause.norm(i - 1) in clause.pack.discourse["means"]:
        return things
    subject = clause.subject(i)
    arrest = any(a.sector in _HOLDERS for a in subject)
    return bool(subject) and not arrest and all(a.kind not in _STATES or a.plural for a in subject)


def waged_by(clause: Clause, i: int) -> int | None:
    """The node of whoever waged the fight in which befell what the verb at `i` tells.

    "Killed in a Malian drone strike", "killed in clashes with Malian troops".
    """
    told, nodes = clause.pack.discourse, clause.nodes
    for j in range(i + 1, clause.ends(i, relative=False)):
        if clause.norm(j) in told["fought"]:
            near = range(j + 1, min(j + _OWN, len(nodes) - 1))
            led = (k + 1 for k in near if clause.preposition(k) in ("with", "against"))
            return next((k for k in led if nodes[k].letter == "a"), None)
        if clause.norm(j) in told["waged"]:
            k = j - 1
            while k > i and nodes[k].letter == "x" and not clause.preposition(k):
                k -= 1
            return k if k > i and nodes[k].letter == "D" else None
    return None


def beset(clause: Clause, actor: Actor) -> bool:
    """True for whom harm befell, right behind its noun: "the siege of Gaza", «حصار غزة».

    (ḥiṣār Ghazza.) Not where its doer stands there: «حصار إسرائيل لغزة» (Isrāʾīla li-Ghazza,
    "Israel's siege of Gaza").
    """
    at = (j for j, n in enumerate(clause.nodes) if n.first <= actor.first < n.last)
    j = next(at, 0)
    k = j - 2 if j > 1 and clause.nodes[j - 1].letter == "o" else j - 1
    doer = not clause.pack.subject_first and clause.preposition(j + 1) == "to"
    return j > 0 and not doer and clause.norm(k) in clause.pack.discourse["besetting"]


def only_befalls(clause: Clause, i: int) -> bool:
    """True for a past that only whom it befell can stand before: "soldiers accused of theft"."""
    pair = " ".join(clause.norms[clause.nodes[i].first :][:2])
    return pair in clause.pack.discourse["undergone"]
