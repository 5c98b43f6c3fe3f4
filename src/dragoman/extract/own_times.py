"""Which of the times that a sentence tells are those of an act, and how near they stand to it."""

from collections.abc import Container

from dragoman.extract.act import Act
from dragoman.extract.clauses import Clause
from dragoman.extract.marks import POSSESSIVE_MARKS
from dragoman.extract.own_clause import of_somebody
from dragoman.lang.calendar import TimeExpression
from dragoman.lang.moments import Nearby, Weekday

_ASIDE = 3
"""A relative clause parts an act from a date as much as three verbs do."""
_SAID_NEAR = 4
_ADJECTIVES = 2
_PHRASE = 6
"""How many nodes a noun phrase may have before its participle."""
_LIGHT = 3
"""So near its "which" stands the verb that tells when a thing was: "that took place"."""


def told_elsewhere(clause: Clause, act: Act, time: TimeExpression, others: Container[int]) -> int:
    """How much less a time is the act's own that stands before "that", or in another phrase.

    «أعلنت أمس أنه التقى نظيره الاثنين» (aʿlanat ams annahu ltaqā naẓīrahu l-ithnayn, "it announced
    yesterday that he met his counterpart on Monday").
    """
    return _said_before(clause, act, time) + _of_deed_before(clause, act, time, others)


def of_speech_about(clause: Clause, act: Act, time: TimeExpression) -> bool:
    """True for the day on which somebody speaks of a meeting known: "on Monday he said his talks".

    What is told as his own stay lasts: "on Monday he said his visit to Kenya".
    """
    if not (act.known and act.nominal) or act.rule.engagement == "visit":
        return False
    spoken = (k for k in range(act.node) if clause.says(k))
    return any(time.first < clause.nodes[k].first for k in spoken)


def verbs_between(clause: Clause, act: Act, time: TimeExpression) -> int:
    """How many other verbs stand between an act and a time, those of asides not counted.

    Nor is the verb that tells of a noun when it was: «اللقاء الذي جرى أمس» (al-liqāʾ alladhī jarā
    ams, "the meeting that took place yesterday"). Its time stands nearer than any other.
    """
    at = act.goal or act.node
    low, high = sorted((clause.nodes[at].first, time.first))
    own = _telling_of_noun(clause, act) if act.nominal and at == act.node else ()
    parted = sum(
        _ASIDE if n.letter == "R" else 1
        for k, n in enumerate(clause.nodes)
        if low < n.first < high and (n.letter == "R" or clause.finite(k)) and k not in own
        if not of_somebody(clause, at, n.first)
    )
    own_time = bool(own) and clause.nodes[own[-1]].first < time.first
    return -1 if own_time and not parted else parted


def _telling_of_noun(clause: Clause, act: Act) -> tuple[int, ...]:
    """The "which" right behind the noun of an act and its verb, or that verb alone."""
    k = act.node + 1
    while k < len(clause.nodes) and k <= act.node + _ADJECTIVES and _describes(clause, k):
        k += 1
    if k < len(clause.nodes) and clause.nodes[k].letter == "R":
        near = range(k + 1, min(k + 1 + _LIGHT, len(clause.nodes)))
        verb = next((j for j in near if clause.finite(j)), None)
        return (k,) if verb is None else (k, verb)
    if clause.pack.subject_first or k >= len(clause.nodes):
        return ()
    held = clause.meanings(k) & clause.pack.discourse["held"]  # «لقاء عقد أمس» (liqāʾ ʿuqida ams)
    return (k,) if held or clause.finite(k) else ()


def _describes(clause: Clause, k: int) -> bool:
    """True for an adjective behind its noun, and for the comma before an aside."""
    letter = clause.nodes[k].letter
    if letter == ",":
        return clause.pack.subject_first
    if clause.meanings(k) & clause.pack.discourse["held"]:
        return False
    return letter in "xMD" and not clause.finite(k) and clause.preposition(k) is None


def _said_before(clause: Clause, act: Act, time: TimeExpression) -> int:
    """One for a time before the "that" behind which the act is told."""
    first = clause.nodes[act.node].first
    return int(any(n.letter == "t" and time.first < n.first < first for n in clause.nodes))


def _of_deed_before(clause: Clause, act: Act, time: TimeExpression, others: Container[int]) -> int:
    """One for the time of another deed, in a phrase that a comma ends before the act.

    «بعد زيارته مالي الأحد، وصل أمس إلى غانا» (baʿda ziyāratihi Mālī l-aḥad, waṣala ams ilā Ghānā,
    "after his visit to Mali on Sunday, he arrived in Ghana yesterday").
    """
    parted = False
    for k in range(act.node - 1, -1, -1):
        node = clause.nodes[k]
        if node.first >= time.first:
            parted = parted or node.letter == ","
        elif not parted or node.letter in ",;:" or clause.finite(k):
            return 0
        elif k in others:
            return 1
    return 0


def of_something_else(clause: Clause, time: TimeExpression, at: int) -> bool:
    """True for "last month's agreement" and "the first since 2018": not the act's own time.

    Nor is that of «ثورة 23 يوليو» (thawrat 23 yūliyū, "the revolution of 23 July"), nor that
    of what the act came after: "the first visit since taking office in May".
    """
    if _of_what_was_before(clause, time, at):
        return True
    tokens = clause.tokens
    since = clause.pack.classes["since"]
    if any(tokens[k].norm in since for k in (time.first - 1, time.first) if k >= 0):
        return True
    between = [n for n in clause.nodes if at < n.first < time.first]
    parted = any(n.letter == "," for n in between)
    if not parted and any(tokens[n.first].norm in since for n in between):
        return True
    after = tokens[time.last].norm if time.last < len(tokens) else ""
    known = clause.pack.classes["remembered"]
    named = after in known or (time.first > 0 and tokens[time.first - 1].norm in known)
    return named or after in POSSESSIVE_MARKS


def _of_what_was_before(clause: Clause, time: TimeExpression, at: int) -> bool:
    """True for the month or date of a noun of action behind "since" or "after"."""
    if isinstance(time.meaning, Nearby | Weekday):
        return False
    behind = clause.pack.classes["since"] | clause.pack.factuality["after"]
    for k in range(len(clause.nodes) - 1, 0, -1):
        first = clause.nodes[k].first
        if first >= time.first:
            continue
        if first <= at + 1 or clause.nodes[k].letter in ";:.":
            return False
        deed = any(a.tense == "verbal-noun" for a in clause.readings[k])
        if deed and clause.norm(k - 1) in behind:
            return True
    return False


def of_described(clause: Clause, act: Act, time: TimeExpression) -> bool:
    """True for the month or year of what befell those acted on: "freed men captured in May".

    Not for that of the occasion of the act: "denounced it in a letter sent in May".
    """
    if act.rule.engagement or act.nominal or isinstance(time.meaning, Nearby | Weekday):
        return False
    for k in range(len(clause.nodes) - 1, act.node, -1):
        if clause.nodes[k].first >= time.first:
            continue
        if clause.nodes[k].letter in ",;:.&tT" or clause.finite(k):
            return False
        if clause.describes_object(k):
            return not _of_occasion(clause, k, act.node)
    return False


def _of_occasion(clause: Clause, k: int, i: int) -> bool:
    """True for a participle on a noun that a preposition leads in, other than "of"."""
    for j in range(k - 1, max(i, k - _PHRASE), -1):
        if clause.nodes[j].letter == "o":
            return False
        if clause.preposition(j) is not None:
            return True
    return False


def told_then(clause: Clause, time: TimeExpression) -> bool:
    """True for the day on which a thing was said, right behind the verb: "said Tuesday"."""
    saying = clause.pack.factuality["saying"]
    k = next((k for k, n in enumerate(clause.nodes) if n.first >= time.first), 0)
    for j in range(k - 1, max(-1, k - _SAID_NEAR), -1):
        if clause.finite(j) and clause.meanings(j) & saying:
            return True
        if clause.nodes[j].letter not in "x":
            return False
    return False


def of_past_deed(clause: Clause, act: Act, time: TimeExpression) -> bool:
    """True for a bare weekday of what was done before a plan: "came on Sunday and will meet"."""
    meaning = time.meaning
    if not isinstance(meaning, Weekday) or meaning.shift is not None or meaning.week is not None:
        return False
    if time.first > clause.nodes[act.node].first:
        return False
    for k in range(len(clause.nodes) - 1, -1, -1):
        if clause.nodes[k].first < time.first and clause.finite(k):
            tenses = {a.tense for a in clause.readings[k] if a.finite}
            return k != act.node and "past" in tenses and not clause.says(k)
    return False
