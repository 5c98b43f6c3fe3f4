"""Which days and places of a sentence are told of something else than a contact in it."""

from dragoman.extract.act import Act
from dragoman.extract.clauses import Clause

_NOUN_PHRASE = frozenset("AaDMHxT")
_NAMED = 6
_NEAR = 8
_LED = 4
"""So many words before its noun stands the word of a purpose."""
_OF_MATTERS = frozenset({"about", "on", "from"})
_STAND_INS = frozenset({"pronoun", "both", "own"})


def foreign(clause: Clause, act: Act, at: int) -> bool:
    """True where what stands at the token `at` is told of something else than the act."""
    first = _led_in_at(clause, act)
    if first is not None and at < first:
        return True
    if _of_another_occasion(clause, act.node, at) or of_somebody(clause, act.goal or act.node, at):
        return True
    if of_thing_told_of(clause, act, at):
        return True
    bounds = _aside(clause, act.node)
    return bounds is not None and not bounds[0] <= at < bounds[1]


def of_somebody(clause: Clause, i: int, at: int) -> bool:
    """True in a clause between commas that tells of one who acts: "X, | who left on Sunday |, met".

    «الرئيس، الذي عاد الأحد، التقى» (ar-raʾīs, alladhī ʿāda l-aḥad, iltaqā, "the president, who came
    back on Sunday, met").
    """
    for k in range(2, len(clause.nodes)):
        if clause.nodes[k].letter != "R" or clause.nodes[k - 1].letter != ",":
            continue
        if clause.nodes[k - 2].letter not in "aN" or clause.preposition(k - 3) == "in":
            continue
        end = next(
            (m for m in range(k, len(clause.nodes)) if clause.nodes[m].letter in ",;:"), None
        )
        last = clause.nodes[end].first if end is not None else len(clause.tokens)
        if (
            clause.nodes[k].first <= at < last
            and not clause.nodes[k].first <= clause.nodes[i].first < last
        ):
            return True
    return False


def of_thing_told_of(clause: Clause, act: Act, at: int) -> bool:
    """True in what is told behind "which" of a thing: "met to discuss the raid | that hit Lima".

    «التقى نظيره لبحث الاتفاق الذي وقع في ليما» (iltaqā naẓīrahu li-baḥth al-ittifāq alladhī wuqqiʿa
    fī Līmā, "met his counterpart to discuss the accord that was signed in Lima").
    """
    nodes = clause.nodes
    for r in range(act.node + 2, len(nodes)):
        if nodes[r].first >= at:
            return False
        if nodes[r].letter != "R" or nodes[r - 1].letter not in "xBFMD":
            continue
        behind = range(r + 1, len(nodes))
        verb = next((k for k in behind if nodes[k].first < at and clause.finite(k)), None)
        closed = any(nodes[k].letter in ",;:" and nodes[k].first < at for k in behind)
        if verb is not None and not closed and _talked_of(clause, act, r - 1):
            return True
    return False


def _talked_of(clause: Clause, act: Act, k: int) -> bool:
    """True for a noun at `k` that is talked of behind an act, and no setting of it."""
    settings = clause.pack.factuality["after"] | clause.pack.discourse["meanwhile"]
    for j in range(k - 1, act.node, -1):
        node, role = clause.nodes[j], clause.preposition(j)
        if node.element and any(e.id == "sidelines" for e in node.element.entries):
            return False
        if role is not None:
            return role in _OF_MATTERS and clause.norm(j) not in settings
        deed = any(a.finite or a.tense == "verbal-noun" for a in clause.readings[j])
        if deed or node.letter == "a":
            return True
    return not act.nominal and k > act.node + 1


def _of_another_occasion(clause: Clause, i: int, at: int) -> bool:
    """True behind another occasion, that of what was done: "talks on what was agreed | during".

    "She will hold talks with the Danish premier on steps decided by both during a summit in Lima."
    """
    if not clause.pack.subject_first:
        return False
    done = False
    for k in range(i + 2, len(clause.nodes) - 1):
        if clause.nodes[k].first >= at:
            return False
        done = done or (bool(clause.readings[k]) and clause.norm(k + 1) in clause.pack.agent)
        if done and clause.norm(k) in clause.pack.factuality["occasioned"]:
            near = range(k + 1, min(k + _NAMED, len(clause.nodes)))
            if any(clause.norm(n) in clause.pack.classes["occasion"] for n in near):
                return True
    return False


def _led_in_at(clause: Clause, act: Act) -> int | None:
    """Where a noun's own phrase begins behind what others did: "rioted | after the summit".

    What those who met say or do themselves they do about then: "X said on Monday after talks".
    """
    if not (act.nominal and clause.pack.subject_first):
        return None
    k = act.node - 1
    while k > 0 and clause.nodes[k].letter in _NOUN_PHRASE and not clause.preposition(k):
        if clause.finite(k):
            return None
        k -= 1
    if k < 1 or clause.norm(k) not in clause.pack.discourse["subordinating"]:
        return None
    verb = next((j for j in range(k - 1, -1, -1) if clause.finite(j)), None)
    if verb is None or clause.meanings(verb) & clause.pack.factuality["saying"]:
        return None
    doers = clause.subject(verb)
    met = {told for a in act.sources + act.targets for told in (a.name, a.side) if told}
    same = any(a.kind in _STAND_INS or {a.name, a.side} & met for a in doers)
    return None if same else clause.nodes[k].first


def _aside(clause: Clause, i: int) -> tuple[int, int] | None:
    """The tokens of an aside that a verb opens: "X, | currently visiting Oslo |, will meet"."""
    if not clause.pack.subject_first or all(a.tense != "participle" for a in clause.readings[i]):
        return None
    j = i - 1
    while j > 0 and clause.pack.lexicon.part_of_speech(clause.norm(j)) == "adv":
        j -= 1
    if j < 1 or clause.nodes[j].letter != "," or clause.nodes[j - 1].letter != "a":
        return None
    for k in range(i + 1, len(clause.nodes)):
        if clause.nodes[k].letter == ",":
            return clause.nodes[j].first, clause.nodes[k].first
        if clause.finite(k) or clause.nodes[k].letter in "&;:.":
            return None
    return None


def other_deed_between(clause: Clause, i: int, j: int) -> bool:
    """True where a deed joined by "and" stands between two nodes: "to meet X | and discuss"."""
    for k in range(i + 1, j - 1):
        if clause.nodes[k].letter == "&":
            deed = k + 1 + bool(clause.infinitive_mark(k + 1))
            if any(a.tense != "verbal-noun" for a in clause.readings[deed]):
                return clause.pack.subject_first and clause.nodes[deed].letter == "x"
    return False


def came_then(clause: Clause, i: int, at: int) -> bool:
    """True for the day on which somebody came for what is told: "arrived on Monday to | meet X".

    «وصل الثلاثاء لإجراء محادثات» (waṣala th-thulāthāʾ li-ijrāʾ muḥādathāt, "arrived on Tuesday to
    hold talks").
    """
    if not clause.pack.subject_first:
        return _came_before(clause, i, at)
    if not clause.after_infinitive(i):
        return False
    for j in range(i - 1, -1, -1):
        if clause.finite(j):
            past = {a.tense for a in clause.readings[j]} <= {"past", "passive-participle"}
            return past and clause.nodes[j].first < at < clause.nodes[i].first
        if clause.nodes[j].letter in ";:." or clause.after_infinitive(j):
            return False  # "agreed to hold talks on Monday to discuss"
    return False


def _came_before(clause: Clause, i: int, at: int) -> bool:
    """True for a time between a past verb and the noun of what somebody came for."""
    purposes = clause.pack.factuality["purpose"]
    led = next((j for j in range(i - 1, max(-1, i - _LED), -1) if clause.norm(j) in purposes), None)
    if led is None or at > clause.nodes[led].first:
        return False
    verb = next((j for j in range(led - 1, -1, -1) if clause.finite(j)), None)
    if verb is None or clause.nodes[verb].first > at:
        return False
    return all(a.tense == "past" for a in clause.readings[verb] if a.finite)


def says_then(clause: Clause, i: int) -> bool:
    """True for a deed that a word for "then" stands by: «وقام المدير آنذاك بزيارة» (ānadhāk)."""
    at = clause.nodes[i].first
    near = clause.norms[max(0, at - _NEAR) : at + _NEAR]
    return not clause.pack.factuality["back_then"].isdisjoint(near)
