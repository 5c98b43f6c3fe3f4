"""Where what a verb or noun acts on ends, and whose view a clause tells."""

from collections.abc import Collection
from functools import partial

from dragoman.extract import asides
from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.hit import Hit

_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of acts of speech, whose object is whoever they are addressed to."""
_HEADING = 3
"""How many nodes a heading between paragraphs has that leaves its doer out."""
_FOR_ONE = frozenset({"REQUEST", "SUPPORT"})
_AIMED = frozenset({"ACCUSE", "REJECT", "REQUEST", "SANCTION", "THREATEN"})
"""Types of acts against somebody, who is not named by what came before."""
_NEAR = 3
"""How many nodes before a view its owner may stand."""
_FAR = 12
"""How many nodes before a verb the "that" of its clause may stand."""


def object_ends(clause: Clause, hit: Hit, slot: str) -> int:
    """The node before which an object ends, or a clause on it: "a plan | that aids Chad"."""
    last = clause.ends(hit.node)
    words = hit.rule.act in _SAID
    ends = clause.describes if words else partial(joins_other, clause)
    behind = range(hit.node + 2, last) if words or slot == "of" else ()
    after = clause.pack.discourse["afterwards"] if hit.rule.act in _AIMED else ()
    stops = (j for j in behind if ends(j) or clause.norm(j) in after or _met_in(clause, hit, j))
    return next(stops, last)


def _met_in(clause: Clause, hit: Hit, j: int) -> bool:
    """True where it is told whom one met as one spoke: "condemned the raids | in talks with"."""
    if not clause.pack.subject_first or hit.rule.act not in _SAID or hit.rule.engagement:
        return False
    if clause.preposition(j) not in ("in", "during"):
        return False
    words = clause.pack.discourse["encounters"]
    near = range(j + 1, min(j + _NEAR + 1, len(clause.nodes) - 1))
    return any(clause.norm(k) in words and clause.preposition(k + 1) == "with" for k in near)


def ends_object(clause: Clause, hit: Hit, j: int, deeds: Collection[str], met: bool) -> bool:
    """True where what follows is no object: whom ties part, another thing, what those `met` say.

    "Deplored unrest at the border | between", "a summit likely to be ruled by the war | in Chad",
    "stressed the need to stop attacks | against Chad".
    """
    ties = hit.rule.act == "ACCUSE" and of_ties(clause, j)
    ties = ties or (
        hit.rule.act in _AIMED and clause.norm(j) in clause.pack.discourse["afterwards"]
    )
    ties = ties or (hit.rule.act in _FOR_ONE and clause.preposition(j) == "against")
    ties = ties or _by_doing(clause, j) or (hit.rule.act in deeds and _by_giver(clause, j))
    about = met and clause.preposition(j) == "on"
    bond = clause.norm(j - 1) in clause.pack.discourse["bond"] and clause.pack.subject_first
    return (
        ties
        or about
        or _blamed_for(clause, hit, j)
        or _met_in(clause, hit, j)
        or (met and (bond or _held_there(clause, j)) and clause.preposition(j) == "in")
        or (hit.rule.act in deeds and joins_other(clause, j))
    )


def _blamed_for(clause: Clause, hit: Hit, j: int) -> bool:
    """True where it is told what somebody is blamed for: "blamed rebels | for attacks on Chad"."""
    blames = hit.rule.act == "ACCUSE" and hit.rule.mode == "allege" and not hit.rule.objects
    return blames and clause.pack.subject_first and clause.preposition(j) == "for"


def _by_doing(clause: Clause, j: int) -> bool:
    """True for a "by" that tells how a thing is done: "rebutted the plan | by blaming Chad"."""
    led = clause.norm(j) in clause.pack.agent and j + 1 < len(clause.nodes)
    return led and clause.participle(j + 1)


def _by_giver(clause: Clause, j: int) -> bool:
    """True for the "by" of whoever gave or made a thing: "fired shells donated | by Chad"."""
    giving = clause.pack.discourse["given_by"]
    led = clause.norm(j) in clause.pack.agent and j > 1 and clause.pack.subject_first
    return led and any(clause.lemmas[k] & giving for k in (j - 1, j - 2))


def touches(hit: Hit, slot: str) -> bool:
    """True for a slot of those an act touches: who praises his own does not mean another side."""
    praised = hit.rule.act == "SUPPORT" and slot in ("on", "by")
    return hit.rule.act != "AGREE" and (praised or slot in ("object", "theme", "about", "between"))


def of_nobody(clause: Clause, i: int) -> bool:
    """True for a verb whose doer is unknown, or left out in a heading: «شجب الدور الكيني».

    (shajaba d-dawra l-kīnī, "condemned the Kenyan role".)
    """
    heading = len(clause.nodes) <= _HEADING and clause.nodes[-1].letter in "aDx"
    return clause.unknown_subject(i) or (heading and not clause.pack.subject_first and not i)


def ends_topic(clause: Clause, hit: Hit, j: int) -> bool:
    """True where what an act is about ends: "praised the defence of Europe | against Chad"."""
    foe = hit.rule.act in _FOR_ONE and clause.preposition(j) == "against"
    breaks = clause.nodes[j].letter == "," and asides.breaks_off(clause, hit, j)
    return foe or breaks or clause.norm(j) in clause.pack.discourse["meanwhile"]


def _held_there(clause: Clause, j: int) -> bool:
    """True for the "in" right behind a gathering: "held a summit | in Oslo", not with Norway."""
    return clause.pack.subject_first and clause.norm(j - 1) in clause.pack.classes["occasion"]


def of_ties(clause: Clause, j: int) -> bool:
    """True for a "between" behind what parts two sides: "unrest at the border between"."""
    parts = clause.pack.subject_first and clause.preposition(j) == "between"
    return parts and clause.norms[clause.nodes[j].first - 1] in clause.pack.discourse["bond"]


def joins_other(clause: Clause, j: int) -> bool:
    """True for an "and" that joins another thing: "left the pact and the minister's | seat"."""
    if clause.nodes[j].letter != "&" or not clause.pack.subject_first or j + 2 >= len(clause.nodes):
        return False
    return clause.nodes[j + 1].letter == "A" and clause.nodes[j + 2].letter == "x"


def with_unknown(clause: Clause, hit: Hit) -> bool:
    """True for goodwill towards somebody nothing is known of: "solidarity with the singer"."""
    if hit.rule.act != "SUPPORT" or "with" not in hit.rule.target:
        return False
    stop = clause.ends(hit.node)
    led = next((j for j in range(hit.node + 1, stop) if clause.preposition(j) == "with"), stop)
    return led + 1 < stop and clause.nodes[led + 1].letter in "xBaNHO"


def held_by(clause: Clause, i: int) -> tuple[Actor, ...] | None:
    """Whose view is told that the verb at `i` is part of: "Mali's position that Chad must go"."""
    if not clause.pack.subject_first:
        return None
    for j in range(i - 1, max(0, i - _FAR), -1):
        if clause.nodes[j].letter in ';:."' or clause.finite(j):
            return None
        if clause.nodes[j].letter == "t":
            if clause.norm(j - 1) not in clause.pack.discourse["views"]:
                return None
            behind = range(j - 2, max(-1, j - 2 - _NEAR), -1)
            owner = next((k for k in behind if clause.nodes[k].owned), None)
            return clause.group(owner) if owner is not None else None
    return None
