"""Contacts that a sentence names as the setting of something, or as what somebody longs for."""

from dragoman.extract.clauses import Clause

_WINDOW = 5
"""How many nodes a preposition may stand before its noun."""


def _leads_in(clause: Clause, i: int) -> int | None:
    """The preposition before the article and the adjectives of a noun, or at its beginning."""
    for j in range(i, max(-1, i - _WINDOW), -1):
        if clause.preposition(j):
            return j
        if j < i and clause.nodes[j].letter not in "AxMDH":
            return None
    return None


def is_setting(clause: Clause, i: int) -> bool:
    """True for a contact in which something is said: "urged restraint in a call with X".

    «طلب الوزير في اتصال مع نظيره مهلة» (ṭalaba l-wazīru fī ttiṣālin maʿa naẓīrihi muhla, "the
    minister asked in a call with his counterpart for a delay").
    """
    j = _leads_in(clause, i)
    if j is None:
        return False
    facts = clause.pack.factuality
    opening = " ".join(clause.norm(k) for k in range(j, min(j + 2, len(clause.nodes))))
    if {clause.norm(j), opening} & facts["setting"]:
        return True
    return clause.norm(j) in facts["setting_behind"] and j > 0 and clause.nodes[j - 1].letter == "a"


def longed_for(clause: Clause, i: int) -> bool:
    """True for what an interest or a wish is in: "expressed interest in a meeting"."""
    j = _leads_in(clause, i)
    noun = j is not None and j > 1 and clause.nodes[j - 1].letter == "x"
    if j is None or not noun or clause.finite(j - 1):
        return False
    return clause.norm(j - 1) in clause.pack.factuality["wishing"]


def names_a_thing(clause: Clause, j: int) -> bool:
    """True for a noun that might be a verb, as its article tells: "the first stop of a visit"."""
    bare = all(a.tense in ("present", "infinitive") for a in clause.readings[j])
    if not (bare and clause.pack.subject_first and j):
        return False
    k = j - 1 - (j > 1 and clause.nodes[j - 1].letter == "M")
    return clause.nodes[k].letter == "A"


def debated(clause: Clause, j: int) -> bool:
    """True for the preposition of what is talked of or asked for: "a condition for holding"."""
    if j < 1 or not clause.preposition(j):
        return False
    facts = clause.pack.factuality
    return clause.norm(j - 1) in facts["debated"] | facts["ideas"]
