"""Plans and their end: what is due somewhere, and what its own verb or another calls off."""

from itertools import pairwise

from dragoman.extract.clauses import Clause
from dragoman.extract.trips import bare_goal

_PAIR = 2
_NEAR = 5
_FAR = 12


def due(clause: Clause, i: int) -> bool:
    """True for a verb of being that tells where somebody will be: "is due in Lima"."""
    words = clause.pack.factuality["due"]
    after = clause.norm(i + 1) if i + 1 < len(clause.nodes) else ""
    return after in words and bool(clause.meanings(i) & clause.pack.factuality["helping"])


def set_ahead(clause: Clause, i: int) -> bool:
    """True for a present with a day to come behind it: «يلتقي نظيره غدا» (yaltaqī naẓīrahu ghadan).

    "He meets his counterpart tomorrow", "the king flies to Oslo on Monday". Of the contacts of
    «اليوم» (al-yawm, "today") only those to come are told of in the present, but in captions, which
    tell the year, and where headlines tell everything so.
    """
    facts = clause.pack.factuality
    told = clause.pack.subject_first and clause.headline
    near = facts["today"] if clause.meanings(i) & facts["scheduled"] and not told else frozenset()
    if not facts["ahead"] | near or {a.tense for a in clause.readings[i] if a.finite} != {
        "present"
    }:
        return False
    for j in range(i + 1, clause.ends(i)):
        if clause.nodes[j].letter == "T":
            words = clause.norm(j).split()
            dated = any(word.isdigit() for word in words)
            if not facts["ahead"].isdisjoint(words) or not (dated or near.isdisjoint(words)):
                return True
        if clause.finite(j) and {a.tense for a in clause.readings[j]} == {"past"}:
            return False
    return False


def foretold(clause: Clause, i: int) -> bool:
    """True for a contact that a text opens to tell of in the present: «ويلتقي الوزير نظيره».

    (wa-yaltaqī l-wazīru naẓīrahu, "the minister is to meet his counterpart"; what has been, verbs
    first, is told of in the past. Headlines tell all in the present.)
    """
    facts = clause.pack.factuality
    if clause.headline or not clause.meanings(i) & facts["foretold"]:
        return False
    if {a.tense for a in clause.readings[i] if a.finite} != {"present"}:
        return False
    j = i - 1 - (i > 0 and clause.nodes[i - 1].letter == "&")
    if j >= 0 and clause.nodes[j].letter != "," and clause.norm(j) not in facts["where"]:
        return False
    k = i + 1
    while k < len(clause.nodes) - 1 and (clause.nodes[k].letter in "Tp," or clause.light(k)):
        k += 1
    if clause.nodes[k].letter == "~" and clause.norm(k) in facts["setting"]:
        return True
    met = clause.norm(j) in facts["where"] if j >= 0 else False
    return clause.nodes[k].letter == "a" or met


def customary(clause: Clause, i: int) -> bool:
    """True for a present that tells what is done again and again: "ministers regularly | meet".

    «يتشاور البلدان دوريا» (yatashāwaru l-baladān dawriyyan, "the two countries consult regularly").
    """
    words = clause.pack.factuality["customary"]
    if clause.after_infinitive(i):  # "regularly meet to | discuss"
        main = next((j for j in range(i - 1, max(-1, i - _FAR), -1) if clause.finite(j)), None)
        return main is not None and customary(clause, main)
    if {a.tense for a in clause.readings[i] if a.finite} != {"present"}:
        return False
    behind = [clause.norm(j) for j in range(max(0, i - _PAIR), clause.ends(i)) if j != i]
    pairs = (f"{one} {other}" for one, other in pairwise(behind))
    return not words.isdisjoint(behind) or not words.isdisjoint(pairs)


def only_expected(clause: Clause, i: int) -> bool:
    """True for what others expect of somebody: "is likely to | urge", «يتوقع أن يدعو».

    (yutawaqqaʿu an yadʿuwa, "is expected to call on".)
    """
    awaited = clause.pack.factuality["expected"]
    words = [clause.norm(j) for j in range(max(0, i - _NEAR), i)]
    return any(f"{one} {other}" in awaited for one, other in pairwise(words))


def led_up_to(clause: Clause, i: int) -> bool:
    """True for an occasion that is told of from before it: "ahead of a rare state | visit"."""
    leading = clause.pack.factuality["leading_up"]
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        if clause.norm(j) in leading:
            return True
        if clause.nodes[j].letter in ".;:,&tR" or clause.finite(j) or clause.preposition(j):
            return False
    return False


def set_for(clause: Clause, i: int) -> bool:
    """True where the noun's own verb is what sets a day for it: "the talks are scheduled for"."""
    facts = clause.pack.factuality
    for j in range(i + 1, min(len(clause.nodes) - 1, i + _FAR)):
        if ends_noun(clause, j):
            return False
        if clause.meanings(j) & facts["being"] and clause.finite(j):
            word = clause.norm(j + 1)
            led = j + 2 < len(clause.nodes) and clause.nodes[j + 2].letter in "~@>TY"
            led = led and not clause.to_do(j + 2)
            return led and word in facts["planned"] | facts["due"]
        if clause.finite(j):
            return False
    return False


def suggested(clause: Clause, i: int) -> bool:
    """True for what the verb right before it suggests: "Peru proposed a | meeting"."""
    j = i - 1
    while j > 0 and clause.nodes[j].letter in "DMx" and not clause.readings[j]:
        j -= 1
    if j < 1 or clause.nodes[j].letter != "A" or not clause.finite(j - 1):
        return False
    meant = clause.meanings(j - 1)
    return bool(meant & clause.pack.factuality["hoping"])


def decided(clause: Clause, i: int) -> bool:
    """True for a contact that its verb only decides on: «قررت غانا استئناف المحادثات».

    (qarrarat Ghānā stiʾnāfa l-muḥādathāt, "Ghana decided to resume the talks".)
    """
    facts = clause.pack.factuality
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        if clause.finite(j):
            return bool(clause.meanings(j) & facts["deciding"])
        if clause.nodes[j].letter in ".;:,&tR" or clause.norm(j) in facts["after"]:
            return False
        if clause.preposition(j) not in (None, "to", "on"):
            return False
    return False


def resolved_on(clause: Clause, i: int) -> bool:
    """True for what somebody has decided to do: "decided to | expel", "a decision to | expel"."""
    if not clause.pack.subject_first or not clause.after_infinitive(i):
        return False
    deciding = clause.pack.factuality["deciding"]
    for j in range(i - 2, max(-1, i - _NEAR), -1):
        if (clause.meanings(j) | {clause.norm(j)}) & deciding:
            return not clause.after_infinitive(j)
        if clause.finite(j) or clause.nodes[j].letter in ".;:,tR":
            return False
    return False


def promised(clause: Clause, i: int) -> bool:
    """True for what is promised, not what something else was for: not "a raid to free them".

    "Iran will free", "Iran is to free" and the headline "Iran to free" are promises; "works with
    Iran to free" is none, nor "if Iran cut aid".
    """
    if _supposed(clause, i) or for_a_purpose(clause, i) or only_expected(clause, i):
        return False
    if not (clause.pack.subject_first or clause.finite(i)) and led_by_purpose(clause, i):
        return False
    if not clause.after_infinitive(i):
        return True
    future = clause.pack.factuality["future"]
    words = [clause.norm(j) for j in range(max(0, i - _NEAR), i)]
    told = any(" ".join(words[k:]) in future for k in range(len(words)))
    if told or i < _PAIR or clause.nodes[i - _PAIR].letter != "a":
        return told
    return not any(clause.finite(k) and not clause.says(k) for k in range(i - _PAIR))


def bids(clause: Clause, i: int) -> bool:
    """True for a verb of telling with a bidding: "Stop the raids, Chad | tells Mali".

    It stands first, and no other verb of its sentence does; or it follows a colon: "tells Mali:
    stop the raids".
    """
    if not clause.pack.subject_first or clause.asks:
        return False
    marks = [j for j in range(i) if clause.nodes[j].letter in ',"']
    first = next((j for j in range(i) if clause.nodes[j].letter not in '".'), i)
    first += clause.norm(first) in clause.pack.factuality["negation"]
    if marks and marks[-1] > first and _a_bidding(clause, first):
        return not any(_acts(clause, k) for k in range(first + 1, marks[-1]))
    j = next((j for j in range(i + 1, len(clause.nodes)) if clause.nodes[j].letter == ":"), 0)
    while 0 < j < len(clause.nodes) - 1 and clause.nodes[j].letter in ':".':
        j += 1
    return j > 0 and _a_bidding(clause, j)


def _acts(clause: Clause, k: int) -> bool:
    """True for a form that only has somebody who does it: "work on the dam | goes on"."""
    told = [a for a in clause.readings[k] if a.finite]
    noun = clause.pack.lexicon.part_of_speech(clause.norm(k)) == "noun"
    return bool(told) and not noun and all(a.tense == "past" or a.number == "sg" for a in told)


def _a_bidding(clause: Clause, j: int) -> bool:
    """True for a verb that stands bare, with something behind that it is about."""
    bare = any(a.tense == "infinitive" for a in clause.readings[j])
    behind = clause.nodes[j + 1].letter if j + 1 < len(clause.nodes) else "."
    alone = behind in ",:;&" or j + 2 >= len(clause.nodes)
    return bare and not alone and not clause.preposition(j)


def _supposed(clause: Clause, i: int) -> bool:
    """True for the verb of a condition: "if Iran | cut aid"."""
    ifs = clause.pack.classes.get("if", frozenset())
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        if clause.norm(j) in ifs:
            return True
        if clause.finite(j) or clause.nodes[j].letter in ".;:,t":
            return False
    return False


def for_a_purpose(clause: Clause, i: int) -> bool:
    """True for a present with "to" on it: «ليسمح بالدخول» (li-yasmaḥa, "so that it lets in")."""
    if clause.pack.subject_first or not i or clause.nodes[i].first == 0:
        return False
    tenses = {a.tense for a in clause.readings[i] if a.finite}
    led = (
        clause.norm(i - 1) in clause.pack.factuality["purpose"]
        and clause.preposition(i - 1) == "to"
    )
    return led and tenses == {"present"} and not _does_again(clause, i)


def _does_again(clause: Clause, i: int) -> bool:
    """True behind a helping verb: «عادت كينيا لتقصف» (ʿādat Kīniyā li-taqṣif, "shelled again")."""
    k = i - 2
    while k > 0 and clause.nodes[k].letter in "aTDp":
        k -= 1
    return (
        k >= 0
        and clause.finite(k)
        and bool(clause.meanings(k) & clause.pack.discourse["auxiliary"])
    )


def led_by_purpose(clause: Clause, i: int) -> bool:
    """True where a noun stands in a phrase of purpose: «وصل لإجراء محادثات».

    (waṣala li-ijrāʾ muḥādathāt, "he arrived to hold talks".)
    """
    purposes = clause.pack.factuality["purpose"]
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        if clause.norm(j) in purposes and not _faulted(clause, j):
            deeds = {a.tense for a in clause.readings[j + 1]}
            own = j + 1 == i and (
                clause.definite(i) or (j > 0 and clause.nodes[j - 1].letter == "x")
            )
            return "verbal-noun" in deeds and not own
        if clause.nodes[j].letter not in "x@<":
            return False
    return False


def _faulted(clause: Clause, j: int) -> bool:
    """True for the "to" behind a noun of blame: «إدانتها لقصف».

    (idānatuhā li-qaṣf, "its condemnation of the shelling".)
    """
    k = j - 1
    while k > 0 and clause.nodes[k].letter in "paD":
        k -= 1
    told = clause.meanings(k) & clause.pack.factuality["faulting"] if k >= 0 else None
    return bool(told) and not clause.finite(k)


def agreed_on(clause: Clause, j: int, i: int) -> bool:
    """True where nothing but "on" leads from agreeing to a noun: «اتفقا على عقد اجتماع»."""
    roles = [r for k in range(j + 1, i) if (r := clause.preposition(k)) is not None]
    return bool(roles) and set(roles) == {"on"} and len(roles) == 1


def called_off(clause: Clause, i: int) -> bool:
    """True where a noun's own verb says that it was called off: "the meeting was postponed"."""
    cancelled = clause.pack.factuality["cancelled"]
    for j in range(i + 1, min(len(clause.nodes), i + _FAR)):
        if clause.nodes[j].letter in ".;:R":
            return False
        lemmas = clause.meanings(j)
        if lemmas & cancelled and any(a.voice != "active" for a in clause.readings[j]):
            return True
        if clause.finite(j) and not lemmas & clause.pack.factuality["helping"]:
            return False
    return False


def calls_off(clause: Clause, i: int) -> bool:
    """True where the verb before a noun calls it off: "cancelled his planned visit"."""
    facts = clause.pack.factuality
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        if j == i - 1 and bare_goal(clause, j):
            continue
        if clause.readings[j] and clause.meanings(j) & facts["cancelled"]:
            return True
        led = clause.preposition(j) and not _plan_before(clause, j)
        described = clause.nodes[j].letter in "xpAMB>~o" and not led
        if not described or (clause.readings[j] and clause.norm(j) not in facts["planned"]):
            return False
    return False


def dropped(clause: Clause, i: int) -> bool:
    """True for what a plan was to do that is given up: "scrapped plans to | visit Chad".

    So is what "had been expected to" be, or "was to have" been.
    """
    before = " ".join(clause.norm(j) for j in range(max(0, i - _NEAR), i))
    if any(before.endswith(words) for words in clause.pack.factuality["given_up"]):
        return True
    if i < 3 or not clause.after_infinitive(i):
        return False
    return clause.norm(i - 2) in clause.pack.factuality["debated"] and calls_off(clause, i - 2)


def _plan_before(clause: Clause, j: int) -> bool:
    """True for a preposition that leads in what is planned: "plans | for a trip"."""
    led_in = clause.preposition(j) in ("for", "of")
    return led_in and j > 0 and clause.norm(j - 1) in clause.pack.factuality["debated"]


def ends_noun(clause: Clause, j: int) -> bool:
    """True where what belongs to a noun ends; "and" between two who meet goes on."""
    letter = clause.nodes[j].letter
    return letter in ".;:tR" or (letter == "&" and not clause.joins(j))


def described_to(clause: Clause, i: int) -> int:
    """The comma that closes a clause on the noun at `i`: "the summit, which A and B attend,"."""
    if i + 2 >= len(clause.nodes) or clause.nodes[i + 1].letter != ",":
        return i
    if clause.nodes[i + 2].letter != "R":
        return i
    commas = (j for j in range(i + 3, len(clause.nodes) - 2) if clause.nodes[j].letter == ",")
    facts = clause.pack.factuality
    closing = (j for j in commas if clause.norm(j + 1) in facts["future"])
    return next(closing, i)
