"""Whose deed was told before, for those who answer it: "Chad left. Mali condemned the move"."""

from dragoman.extract.actors import Actor
from dragoman.extract.antecedents import antecedent
from dragoman.extract.clauses import Clause
from dragoman.extract.discourse import Discourse
from dragoman.extract.hit import Hit
from dragoman.extract.meant import resolve_all
from dragoman.extract.passives import is_passive

_ANSWERS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "PROTEST"})
"""Types of acts that may answer a deed."""
_NEAR = 6
"""How many nodes behind its verb the deed may stand that is spoken of."""
_LED_BY = frozenset({"against", "to", "with", "by", "on", "object"})
_DOERS = frozenset({"polity", "organization", "person", "role", "body"})


def reacted_to(
    clause: Clause, hit: Hit, discourse: Discourse, sources: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Whoever did what a verb speaks of as "the move", "the decision", "this"; else nobody.

    The doer is sought where the sentence tells of a deed before, else in the sentence before.
    """
    deed = _deed(clause, hit) if sources and hit.rule.act in _ANSWERS and not hit.nominal else None
    if deed is None:
        return ()
    told = _doers(clause, _opens(clause, hit.node), discourse)
    if told is None and discourse.harm.before is not None:
        told = _doers(discourse.harm.before, None, discourse)
    if not told or {a.side for a in told} & {a.side for a in sources}:
        return ()
    at = clause.nodes[deed]
    sides = dict.fromkeys(a.side for a in told)
    return tuple(Actor("polity", at.first, at.last, side=side) for side in sides)


def _deed(clause: Clause, hit: Hit) -> int | None:
    """The node of a word that only points at a deed: "condemned | the move", "welcomes | this"."""
    told, i = clause.pack.discourse, hit.node
    if hit.passive:
        return None
    if (ahead := _ahead(clause, i)) is not None:
        return ahead
    doing = set() if clause.pack.subject_first else {*clause.subject(i)}
    for j in range(i + 1, min(i + _NEAR, len(clause.nodes))):
        node = clause.nodes[j]
        if clause.norm(j) in told["deeds"]:
            return j if clause.points_back(j) and _nothing_more(clause, j) else None
        if clause.norm(j) in told["this"] and _ends(clause, j + 1):
            return j
        does = node.letter == "a" and not doing.isdisjoint(node.actors)
        free = does or node.letter in "xA" or clause.preposition(j) in _LED_BY
        if not free or clause.finite(j):
            return None
    return None


def _ahead(clause: Clause, i: int) -> int | None:
    """The node of such a word that the pronoun on a verb stands for: «في خطوة أدانتها مالي».

    (fī khuṭwatin adānathā Mālī, "in a move that Mali condemned"), «وهو قرار رحبت به مالي» (wa-huwa
    qarārun raḥḥabat bihi, "a decision that it welcomed"), «الأمر الذي رفضته مالي» (al-amru lladhī
    rafaḍathu, "which it rejected"), «وهو ما أدانته مالي» (wa-huwa mā adānathu, "which it
    condemned").
    """
    told = clause.pack.discourse
    start, end = antecedent(clause, i) or (0, 0)
    for j in range(start, end):
        word = clause.norm(j)
        if word in told["deeds"] or clause.pack.article + word in told["deeds"]:
            return j
        what = j == end - 1 == i - 1 and word in told["what"]
        if what and clause.nodes[j - 1].letter == "a":
            return j
        pronoun = clause.nodes[j].letter == "a" and clause.nodes[j].actors[0].kind == "pronoun"
        if not pronoun and clause.nodes[j].letter not in "&@":
            return None
    return None


def _nothing_more(clause: Clause, j: int) -> bool:
    """True where a deed is not told whose it is: not for "the decision of the court"."""
    k = j + 1 + (j + 1 < len(clause.nodes) and clause.nodes[j + 1].letter == "T")
    return _ends(clause, k) or clause.to_do(k) or clause.norm(k) in clause.pack.discourse["held_as"]


def _ends(clause: Clause, k: int) -> bool:
    return k >= len(clause.nodes) or clause.nodes[k].letter in '.,;:&"t'


def _opens(clause: Clause, i: int) -> int:
    """The node where whoever acts at `i` begins to be told of."""
    first = min([clause.nodes[i].first, *(a.first for a in clause.subject(i))])
    return next(k for k, n in enumerate(clause.nodes) if n.last > first)


def _doers(clause: Clause, stop: int | None, discourse: Discourse) -> tuple[Actor, ...] | None:
    """Who does what the first verb before a node tells, or what is said there that they do.

    None where no verb stands there, nobody where that is not known.
    """
    saying: tuple[Actor, ...] = ()
    for i in range(len(clause.nodes) if stop is None else stop):
        if not clause.finite(i):
            continue
        found = clause.agent(i) or clause.subject(i)
        if not found or any(a.kind not in _DOERS and a.kind != "pronoun" for a in found):
            return saying if all(a.kind == "pronoun" for a in found) and found else ()
        if all(a.kind == "pronoun" for a in found):
            return saying
        if not clause.agent(i) and any(is_passive(clause, i, a) for a in clause.readings[i]):
            return ()
        resolved = resolve_all(found, discourse, None)
        if not clause.says(i):
            return resolved
        saying = saying or resolved
    return saying or None
