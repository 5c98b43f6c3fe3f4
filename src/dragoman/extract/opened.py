"""What the words before a clause make of its verb: "until he visits", "besides attending"."""

from typing import Literal

from dragoman.extract.clauses import Clause
from dragoman.extract.denials import doubted

Open = Literal["planned", "hypothetical", "denied"]
_LED = 4
"""How many nodes a denial may stand before a helping verb: "never before had"."""


def left_open(clause: Clause, i: int) -> Open | None:
    """What stands before its subject makes of a verb: "until he visits", "neither X nor Y met"."""
    if doubted(clause, i):
        return "hypothetical"
    if not clause.pack.subject_first or not clause.finite(i):
        return None
    start = _subject_start(clause, i)
    if start is None or start < 1:
        return None
    facts = clause.pack.factuality
    present = all(a.tense in ("present", "infinitive") for a in clause.readings[i])
    if clause.norm(start - 1) in facts["negation"] or _never_did(clause, start - 1):
        return "denied"
    if clause.nodes[start - 1].letter == "R" and _asks_which(clause, start):
        return "hypothetical"
    if clause.norm(start - 1) in facts["awaiting"]:
        if present and clause.meanings(i) & facts["underway"]:
            return "planned"
        to_come = present or _passive_present(clause, i)
        return "hypothetical" if to_come and clause.norm(start - 1) in facts["pending"] else None
    verb = start - 1 - (clause.nodes[start - 1].letter == "t")
    hoped = verb > 0 and clause.meanings(verb) & facts["hoping"] and clause.finite(verb)
    return "hypothetical" if hoped else None


def _never_did(clause: Clause, helper: int) -> bool:
    """True for a helping verb between a denial and its subject: "never before | had Chad met"."""
    facts = clause.pack.factuality
    j = helper - 1
    if helper < 1 or not clause.lemmas[helper] & (facts["helping"] | facts["doing"]):
        return False
    while j > max(0, helper - _LED) and clause.norm(j) not in facts["negation"]:
        if clause.nodes[j].letter not in "xT" or clause.finite(j):
            return False
        j -= 1
    behind = clause.norm(j + 1).partition(" ")[0]
    told = clause.norm(j) in facts["negation"] and behind not in facts["until"]
    return told and f"{clause.norm(j)} {behind}" not in facts["going_on"]


def _passive_present(clause: Clause, i: int) -> bool:
    """True for "are charged", which tells of what is done, not of what was."""
    j = i - 1
    while j > 0 and clause.pack.lexicon.part_of_speech(clause.norm(j)) == "adv":
        j -= 1
    being = clause.meanings(j) & clause.pack.factuality["being"]
    return bool(being) and all(a.tense in ("present", "infinitive") for a in clause.readings[j])


def _asks_which(clause: Clause, start: int) -> bool:
    """True for a question in a sentence: "decide which Kenyan minister will go"."""
    article = clause.pack.classes["article"]
    bare = (
        clause.norms[clause.nodes[start].first] not in article and clause.nodes[start].letter == "a"
    )
    led = start < 2 or clause.preposition(start - 2) or clause.readings[start - 2]
    told = start > 2 and clause.nodes[start - 3].letter in ",a"  # "Mali, with whom Chad spoke"
    return bare and bool(led) and not told


def _subject_start(clause: Clause, i: int) -> int | None:
    """The first node of the list of actors right before a verb and its auxiliaries."""
    j = i - 1
    part = clause.pack.lexicon.part_of_speech
    facts = clause.pack.factuality
    while j > 0 and clause.nodes[j].letter == "x":
        word = clause.norm(j)
        if word not in facts["future"] and part(word) != "adv" and not clause.readings[j]:
            return None
        j -= 1
    j = clause.before_aside(j)
    if j < 0 or clause.nodes[j].letter != "a":
        return None
    while j > 0 and clause.nodes[j].letter in "aA&,HMT":
        j -= 1
    return j + 1


def said_beside(clause: Clause, i: int) -> int | None:
    """The main verb before a gerund: "he will go to Mali, visiting Bamako before meeting Z"."""
    told = clause.pack.factuality["underway"]
    gerund = {a.tense for a in clause.readings[i]} == {"participle"} and clause.meanings(i) & told
    if not clause.pack.subject_first or not gerund or i < 1:
        return None
    led = clause.norm(i - 1) in clause.pack.discourse["beside"]
    start = next((k + 1 for k in range(i - 1, -1, -1) if clause.nodes[k].letter == ":"), 0)
    opening = " ".join(clause.norm(k) for k in range(start, i))  # "Follow-up: Besides"
    if opening in clause.pack.discourse["additive"]:
        return _main_verb(clause, i)
    if clause.nodes[i - 1].letter != "," and not led:
        return None
    for j in range(i - 2, -1, -1):
        if clause.nodes[j].letter in ";:.":
            return None
        if clause.finite(j) or (led and clause.after_infinitive(j)):
            return j
    return None


def _main_verb(clause: Clause, i: int) -> int | None:
    """The verb behind the comma that ends what opens a sentence: "Besides going, he | will"."""
    comma = next(
        (j for j in range(i + 1, len(clause.nodes)) if clause.nodes[j].letter == ","), None
    )
    behind = range(comma + 1, len(clause.nodes)) if comma is not None else ()
    return next((j for j in behind if clause.finite(j)), None)
