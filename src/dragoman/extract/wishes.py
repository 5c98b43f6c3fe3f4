"""Deeds in a list of what is called for, and gatherings that somebody only stays away from."""

from dragoman.extract.clauses import Clause

_LIST = 18
"""How many nodes a deed may stand behind the word that calls for it."""
_NEAR = 6


def only_wished(clause: Clause, i: int) -> bool:
    """True for the noun of a deed that is called for, or of talks that somebody keeps away from."""
    return _in_list(clause, i) or _stayed_away(clause, i)


def called_for(clause: Clause, i: int) -> bool:
    """True for a word that may be a verb where it names what is called for or proposed.

    «دعا إلى التريث وفرض رسوم» (daʿā ilā t-tarayyuthi wa-farḍi rusūm, "he called for patience and
    for imposing fees"), «مقترح حظر النفط» (muqtaraḥ ḥaẓri n-nafṭ, "a proposed ban on oil").
    """
    if clause.pack.subject_first or not i:
        return False
    if _told_of_any(clause, i):
        return True
    if not _names_deed(clause, i):
        return False
    if clause.norm(i - 1) in clause.pack.factuality["wishing"]:
        return True
    if clause.nodes[i - 1].letter != "&" or not _in_list(clause, i):
        return False
    behind = range(i - 2, max(-1, i - _LIST), -1)
    verb = next((k for k in behind if clause.finite(k) and not _names_deed(clause, k)), i)
    asked = (k for k in behind if k > verb and _names_deed(clause, k))
    return any(clause.preposition(k - 1) is not None for k in asked)


def _told_of_any(clause: Clause, i: int) -> bool:
    """True for what is told of a noun that need not be: «أي هجوم تشنه كينيا».

    (ayyu hujūmin tashunnuhu Kīniyā, "any attack that Kenya launches".)
    """
    if clause.doer_of_described(i) is None:
        return False
    for k in range(i - 1, max(-1, i - _NEAR), -1):
        if clause.norm(k) in clause.pack.factuality["wishing"] and not clause.readings[k]:
            return True
        if clause.nodes[k].letter not in "xDR" or clause.finite(k):
            return False
    return False


def _names_deed(clause: Clause, i: int) -> bool:
    """True for a word that names what is done, though it may be a verb too."""
    return any(a.tense == "verbal-noun" for a in clause.readings[i])


def _in_list(clause: Clause, i: int) -> bool:
    """True for a further noun of what is called for: «طالبت تشاد بوقف القصف وانسحاب القوات».

    (ṭālabat Tshād bi-waqfi l-qaṣf wa-nsiḥābi l-quwwāt, "Chad demanded an end of the shelling and a
    withdrawal of the forces"); so with "its demands, among them an end of the war and", and not
    behind what else a sentence tells: "called for calm during a visit and".
    """
    j = i - 1
    while j > 0 and clause.nodes[j].letter in "AxM" and not clause.finite(j):
        if clause.preposition(j) or i - j > 2:
            return False
        j -= 1
    if j < 1 or clause.nodes[j].letter not in "&,":
        return False
    facts, told = clause.pack.factuality, clause.pack.discourse
    apart = facts["setting"] | facts["after"] | told["meanwhile"]
    for k in range(j - 1, max(-1, i - _LIST), -1):
        if clause.nodes[k].letter in ".;:Rt" or clause.norm(k) in apart:
            return False
        noun = any(a.tense == "verbal-noun" for a in clause.readings[k])
        if clause.finite(k) and clause.nodes[k].letter != "M":
            if clause.meanings(k) & facts["wishing"] or not noun:
                return bool(clause.meanings(k) & facts["wishing"])
        elif clause.norm(k) in facts["demands"]:
            return True
    return False


def _stayed_away(clause: Clause, i: int) -> bool:
    """True for a gathering that somebody leaves or shuns: «انسحب الوفد من اجتماع مع نظيره».

    (insaḥaba l-wafdu mini jtimāʿin maʿa naẓīrih, "the delegation walked out of a meeting with its
    counterpart"), "boycotted a summit with".
    """
    absent = clause.pack.factuality["absent"]
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        if clause.norm(j) in absent or (clause.readings[j] and clause.meanings(j) & absent):
            return True
        if clause.nodes[j].letter in ".,;:&tR" or clause.finite(j):
            return False
    return False


def bidden(clause: Clause, i: int) -> bool:
    """True for a passive that no modal and no "to" governs: "leave or be | shot"."""
    being = clause.pack.factuality["being"]
    if i < 2 or not clause.pack.subject_first or clause.after_infinitive(i - 1):
        return False
    bare = any(a.tense == "infinitive" and a.lemma in being for a in clause.readings[i - 1])
    return bare and all(a.tense != "participle" for a in clause.readings[i])
