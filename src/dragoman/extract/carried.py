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
    if i and clause.norm(i - 1) in clause.pack.factuality["after"]:
        return None  # «أعلنت ذلك بعد اعتقال» (aʿlanat dhālika baʿda ʿtiqāl, "that, after")
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
    if done_to_somebody(clause, i):
        return "object" in rule.target
    near = range(i + 2, min(len(clause.nodes), i + _NEAR))
    if rule.act == "AID" and not any(clause.preposition(k) == "to" for k in near):
        return False
    if clause.pack.subject_first or i + 1 >= len(clause.nodes):
        return False
    doer = clause.nodes[i + 1]
    if doer.letter != "a" or doer.actors[0].kind == "group" or doer.actors[0].plural:
        return False
    harmed = clause.norm(i) in clause.pack.discourse["harms"]
    if harmed and i + 2 < len(clause.nodes) and clause.preposition(i + 2):
        return False  # «إصابة جندي كيني في» (iṣābat jundī kīnī fī, "the wounding of a Kenyan in")
    if not rule.objects:
        return rule.target[:1] == ("object",) and _with_object(clause, i)
    return rule.objects.anywhere(clause.norms[doer.last : doer.last + _NEAR])


def done_to_somebody(clause: Clause, i: int) -> bool:
    """True for a noun of action with whom it befell, and who did it: «احتجاز سفينة من قبل غانا».

    (iḥtijāz safīna min qibali Ghānā, "the seizing of a ship by Ghana"; of two such nouns the last
    is meant: «رفض أي تدخل من جانب غانا», rafḍ ayyi tadakhkhul min jānibi Ghānā, "rejection of any
    interference by Ghana".)
    """
    if clause.pack.subject_first or clause.pack.agent.isdisjoint(clause._words[i + 1 :]):
        return False
    told = False
    for k in range(i + 1, min(len(clause.nodes), i + _LONGEST)):
        if clause.norm(k) in clause.pack.agent:
            return told
        node = clause.nodes[k]
        deed = any(a.tense == "verbal-noun" for a in clause.readings[k])
        if node.letter not in "aDYxBMT@" or deed or clause.finite(k):
            return False
        told = told or node.letter in "aDY"
    return False


def _with_object(clause: Clause, i: int) -> bool:
    """True for a noun of action with doer and object: «بعد احتجاز مالي صحفيا تشاديا».

    (baʿda ḥtijāzi Mālī ṣaḥafiyyan tshādiyyan, "after Mali's detention of a Chadian journalist".)
    Without the ending of the object, a governed noun has it, one that opens a headline may be
    told something of: «قصف تشاد جريمة مالية» (qaṣfu Tshād jarīma, "shelling Chad is a crime").
    """
    k, doer = i + 2, clause.nodes[i + 1].actors
    if k >= len(clause.nodes) or len(doer) > 1 or clause.preposition(k) or clause.finite(k):
        return False
    governed = i > 0 and (
        clause.preposition(i - 1) is not None or verb_before(clause, i, _LONGEST) is not None
    )
    if clause.nodes[k].letter == "a":
        return governed and all(a.side and a.side != doer[0].side for a in clause.nodes[k].actors)
    word = clause.norm(k)
    if clause.nodes[k].letter != "x" or word.startswith(clause.pack.article):
        return False
    adverb = clause.pack.lexicon.part_of_speech(word) in ("adv", "particle")
    marked = word.endswith(clause.pack.adverbial_endings)
    near = any(n.letter in "aD" for n in clause.nodes[k + 1 : k + 3])
    return not adverb and near and (marked or governed)


def verb_before(clause: Clause, i: int, far: int) -> int | None:
    """The nearest verb before a noun in its clause, less than `far` nodes away."""
    for j in range(i - 1, max(-1, i - far), -1):
        if clause.nodes[j].letter in ".;:tR":
            return None
        if clause.finite(j):
            return j
    return None
