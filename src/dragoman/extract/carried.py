"""Verbs and nouns that carry a noun of action, which tells what whoever does them does."""

from dragoman.extract.clauses import Clause
from dragoman.lang.rules import Rule

_FAR = 24
_LONGEST = 14
"""How many nodes an aside may have that stands between such a verb and its noun."""
_NEAR = 6
_PLAIN = 2
"""How many plain words may stand between such a verb and its noun."""


def light_verb(clause: Clause, i: int) -> int | None:
    """The verb that carries a noun of action, between them but its subject and a preposition.

    «أعلنت إيران أمس عن إطلاق» (aʿlanat Īrān ams ʿan iṭlāq, "Iran announced yesterday the
    launch"), «قامت الشرطة باعتقال» (qāmat ash-shurṭa bi-ʿtiqāl, "the police made an arrest"). So
    with the verb's own noun: «بعد قيام الشرطة باعتقال» (baʿda qiyāmi sh-shurṭa bi-ʿtiqāl), and over
    an aside: «قررت تشاد، التي كانت قد انسحبت، تعليق» (qarrarat Tshād, allatī kānat qad insaḥabat,
    taʿlīq, "Chad, which had withdrawn, decided to suspend").
    """
    told = clause.pack.discourse
    plain, past = 0, i
    for j in range(i - 1, max(-1, i - _FAR), -1):
        if j >= past:
            continue
        if clause.nodes[j].letter == "," and (opened := _aside_opens(clause, j)) is not None:
            past = opened
            continue
        owned = j + 1 < i and clause.nodes[j + 1].letter == "a"
        if owned and clause.norm(j) in told["light_nouns"]:
            return j  # «إعلان كينيا سحب قواتها» (iʿlān Kīniyā saḥba, "Kenya's announcing")
        if clause.meanings(j) & told["doing"] and clause.norm(j - 1) in told["after_doing"]:
            return j
        if clause.finite(j):
            carrying = told["light"] | told["light_passive"]
            if clause.preposition(i - 1) == "by":
                carrying |= told["light_behind_by"]
            return j if clause.meanings(j) & carrying else None
        if clause.nodes[j].letter in 'aTHMp"-()' or clause.preposition(j):
            continue
        if clause.nodes[j].letter in "&," and {clause.nodes[k].letter for k in (j - 1, j + 1)} == {
            "a"
        }:
            continue
        plain += 1
        if clause.nodes[j].letter not in "xBD" or clause.readings[j] or plain > _PLAIN:
            return None
    return None


def _aside_opens(clause: Clause, j: int) -> int | None:
    """The first comma of an aside on somebody that the comma at `j` closes."""
    for k in range(j - 1, max(0, j - _LONGEST), -1):
        if clause.nodes[k].letter == ",":
            opens = clause.nodes[k + 1].letter == "R" or clause.preposition(k + 1) is not None
            return k if opens and clause.nodes[k - 1].letter == "a" else None
    return None


def with_doer(clause: Clause, i: int, rule: Rule) -> bool:
    """True for a noun of action with its doer right behind it, before what the rule asks for.

    «فرض واشنطن عقوبات على طهران» (farḍ Wāshinṭun ʿuqūbāt ʿalā Ṭihrān, "Washington's imposing of
    sanctions on Tehran"). Who is given something gives nothing: «منح كينيا قرضا» (manḥ Kīniyā).
    """
    near = range(i + 2, min(len(clause.nodes), i + _NEAR))
    if rule.act == "AID" and not any(clause.preposition(k) == "to" for k in near):
        return False
    if clause.pack.subject_first or not rule.objects or i + 1 >= len(clause.nodes):
        return False
    doer = clause.nodes[i + 1]
    if doer.letter != "a" or doer.actors[0].kind == "group" or doer.actors[0].plural:
        return False
    return rule.objects.anywhere(clause.norms[doer.last : doer.last + _NEAR])


def verb_before(clause: Clause, i: int, far: int) -> int | None:
    """The nearest verb before a noun in its clause, less than `far` nodes away."""
    for j in range(i - 1, max(-1, i - far), -1):
        if clause.nodes[j].letter in ".;:tR":
            return None
        if clause.finite(j):
            return j
    return None
