"""Nouns that tell what a verb tells, and who does it: "Kenya's suspension of aid to Uganda"."""

from dragoman.extract.clauses import Clause
from dragoman.lang.morphology import Analysis
from dragoman.lang.rules import Rule

_NEAR = 4
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"})
"""Types of acts that are done by announcing them: "announced the suspension of aid"."""
_TAKEN = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION"})
_LED = frozenset({"of", "on", "against", "to", "for", "with", "from"})
"""Roles of what stands behind such a noun: whom it is done to. "His arrest" befell him."""


def action_readings(clause: Clause, i: int) -> tuple[Analysis, ...]:
    """The verbs whose deed the noun at a node names, where it is no form of them itself."""
    lemmas = clause.pack.nouns_of_action.get(clause.norm(i), ())
    if not lemmas or clause.nodes[i].letter not in "xBN":
        return ()
    known = {a.lemma for a in clause.readings[i]}
    return tuple(
        Analysis(lemma, "verbal-noun", "active", "any", 0, "")
        for lemma in lemmas
        if lemma not in known
    )


def doer_told(clause: Clause, i: int, rule: Rule) -> bool:
    """True for a noun of action whose doer stands beside it, as its owner, by "by" or its verb.

    "Kenya's arrest of two Ugandans", "the arrest by Kenya of two Ugandans", "Kenya announced the
    suspension of aid to Uganda".
    """
    if rule.engagement or rule.outcome or not clause.names_action(i):
        return False
    role = clause.preposition(i + 1) if i + 1 < len(clause.nodes) else None
    taken = rule.act in _TAKEN and role == "from"  # "Mali's suspension from the bloc"
    owned = clause.pronoun_owner(i) or clause.adjectives(i) or clause.owner(i)
    if role in _LED and not taken and owned:
        return True
    if role == "by" and not any(clause.nodes[k].owned for k in range(max(0, i - _NEAR), i)):
        return bool(owned)
    return rule.act in _FORCE and carrier(clause, i) is not None


def carrier(clause: Clause, i: int) -> int | None:
    """The verb with which somebody does what a noun tells: "Kenya | announced the release of"."""
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        if clause.finite(j):
            told = clause.meanings(j) & clause.pack.discourse["carrying_out"]
            return j if told else None
        if clause.nodes[j].letter not in "AxHM" or clause.preposition(j):
            return None
    return None
