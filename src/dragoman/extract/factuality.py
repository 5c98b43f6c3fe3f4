"""Whether a thing told of happened, is planned, was denied or called off, or is only thought of."""

from dragoman.extract import settings
from dragoman.extract.asides import condition_in, inverted_condition, only_an_idea
from dragoman.extract.bare_rows import Status
from dragoman.extract.captions import shows
from dragoman.extract.clauses import Clause
from dragoman.extract.denials import disowned, kept_from
from dragoman.extract.intents import whose_intent
from dragoman.extract.opened import left_open, said_beside
from dragoman.extract.pasts import done_next, past_before_past, surely_past
from dragoman.extract.plans import (
    agreed_on,
    called_off,
    calls_off,
    described_to,
    dropped,
    due,
    ends_noun,
    for_a_purpose,
    foretold,
    led_by_purpose,
    led_up_to,
    set_ahead,
    set_for,
    suggested,
)
from dragoman.extract.still_ahead import comes_next, said_by_wishing, set_ahead_by_words
from dragoman.extract.verb_groups import (
    behind_base_of_being,
    future_mark,
    helping_words,
    negated,
    own_words,
    with_itself,
)
from dragoman.extract.wishes import bidden, called_for, only_wished

_CARRIED = 4
"""How many nodes the verb that carries a noun may stand before it: "will resume peace talks"."""
_SHORT_WINDOW = 5
_LONG_WINDOW = 12


def status_of(clause: Clause, i: int, nominal: bool = False) -> Status:
    """The status of what the verb or noun at node `i` says.

    "Iran refused to meet the envoy" and «لم يلتق» (lam yaltaqi, "did not meet") are denied, "will
    visit" planned, "urged Iran to hold talks" and "Will Iran hold talks?" hypothetical.
    """
    known = clause.statuses.get((i, nominal))  # every rule that a node sets off asks for it
    if known is None:
        agreed = nominal and settings.agreed_there(clause, i)
        given_up: Status | None = "cancelled" if dropped(clause, i) else None
        known = given_up or ("happened" if agreed else _told(clause, i, nominal))
        clause.statuses[i, nominal] = known
    return known


def _told(clause: Clause, i: int, nominal: bool) -> Status:
    """The same, worked out once a sentence."""
    if clause.asks:
        return "hypothetical"
    own, facts = with_itself(clause, i) | helping_words(clause, i), clause.pack.factuality
    if negated(clause, own) or disowned(clause, i, nominal):
        unless = not clause.pack.subject_first and _condition_before(clause, i)
        return "hypothetical" if unless else "denied"  # «إذا لم توافق»
    verb = next((j for j in range(i, max(-1, i - _CARRIED), -1) if clause.finite(j)), i)
    if (opened := left_open(clause, verb if nominal else i)) is not None:
        return opened
    past = surely_past(clause, i) and not behind_base_of_being(clause, i)
    past = past or past_before_past(clause, i)
    if own & facts["future"] or future_mark(clause, i):
        if (not nominal and condition_in(clause)) or _condition_before(clause, i):
            return "hypothetical"
        return "planned"
    if not past and own & facts["conditional"] and not nominal:
        return "hypothetical"
    if _condition_before(clause, i):
        return "hypothetical"
    bare = clause.pack.subject_first or clause.after_infinitive(i)  # not «بعد أن زار» (had visited)
    if i and not nominal and clause.norm(i - 1) in facts["infinitive"] and bare:
        first = clause.nodes[max(0, i - _SHORT_WINDOW)].first
        near = {*clause.norms[first : clause.nodes[i - 1].first]}
        told = clause.pack.discourse["singled_out"] | clause.pack.discourse["glad"]
        known = done_next(clause, i) or said_by_wishing(clause, i)
        if known or (near & told and not near & _moods(clause)):
            return "happened"
        return _governor(clause, i)
    if nominal:
        return _nominal(clause, i)
    if called_for(clause, i) or bidden(clause, i) or _thought_of(clause, i):
        return "hypothetical"
    if clause.pack.subject_first and (shared := _joined_mood(clause, i)) is not None:
        return shared
    if clause.pack.subject_first and (kept := kept_from(clause, i)) is not None:
        return kept
    return _of_its_own(clause, i)


def _of_its_own(clause: Clause, i: int) -> Status:
    """The status of a verb that nothing marks: of what it goes with, or by the day behind it."""
    if for_a_purpose(clause, i):
        return "planned"
    if (main := said_beside(clause, i)) is not None:
        beside = status_of(clause, main)
        return beside if beside in ("planned", "hypothetical") else "happened"
    passive = clause.pack.subject_first and i > 1 and behind_base_of_being(clause, i)
    if passive and clause.after_infinitive(i - 1):
        return _governor_of_helped(clause, i)
    ahead = _goes_on_planning(clause, i) or set_ahead(clause, i) or due(clause, i)
    return "planned" if ahead or foretold(clause, i) or comes_next(clause, i) else "happened"


def _governor_of_helped(clause: Clause, i: int) -> Status:
    """The status that a governor gives a perfect: "seems to have fired" tells what was done."""
    facts = clause.pack.factuality
    told = _governor(clause, i - 1)
    if told != "planned" or not clause.lemmas[i - 1] & facts["having"]:
        return told
    near = range(i - 3, max(-1, i - _SHORT_WINDOW), -1)
    return _verb_mood(clause, next((j for j in near if clause.readings[j]), max(0, i - 3)))


def _goes_on_planning(clause: Clause, i: int) -> bool:
    """True for a present behind a future of its sentence: «سيصل غدا ويلتقي نظيره».

    (sa-yaṣil ghadan wa-yaltaqī naẓīrahu, "he will arrive tomorrow and meet his counterpart".)
    """
    if clause.pack.subject_first or {a.tense for a in clause.readings[i] if a.finite} != {
        "present"
    }:
        return False
    for j in range(i - 1, -1, -1):
        if clause.nodes[j].letter in ";:tR":
            return False
        if clause.after_infinitive(j):  # «يتوقع أن يصل ويلتقي» (an yaṣila wa-yaltaqī)
            return status_of(clause, j) == "planned"
        if clause.finite(j):
            tenses = {a.tense for a in clause.readings[j] if a.finite}
            if future_mark(clause, j) or set_ahead(clause, j):
                return True
            if tenses == {"past"}:
                return False
    return False


def _thought_of(clause: Clause, i: int) -> bool:
    """True for a deed told of by its name behind a preposition that leaves it open.

    "Ways of ending", "in favour of an easing", "aimed at reaching" are thoughts; "after meeting",
    "for hosting", "by cutting" are deeds.
    """
    if clause.pack.adverbial_endings:
        return False
    gerund = any(a.tense == "participle" for a in clause.readings[i])
    joined = i > 2 and clause.nodes[i - 1].letter in "x&" and not clause.readings[i - 1]
    if gerund and joined and any(a.tense == "participle" for a in clause.readings[i - 2]):
        return _thought_of(clause, i - 2)
    compound = clause.nodes[i - 1].letter == "x" and not clause.readings[i - 1]
    j = i - 2 if compound and not clause.preposition(i - 1) else i - 1
    if clause.nodes[j].letter == "A" and clause.norm(j) not in clause.pack.classes["definite"]:
        j -= 1
    return gerund and (clause.preposition(j) in _OPEN or settings.debated(clause, j))


def unwilling(clause: Clause, i: int) -> bool:
    """True for what somebody will not do: "will not negotiate", no matter what did not happen."""
    facts, own = clause.pack.factuality, own_words(clause, i)
    return bool(own & facts["unwilling"] or (clause.speaks(i) and own & facts["unwilling_we"]))


_OPEN = frozenset({"of", "to", "against", "near"})
"""Roles of prepositions whose complement need not have happened."""


def _to_come(clause: Clause, i: int) -> bool:
    """True where the noun's own verb sets it in the future: "the summit, to be held on Monday"."""
    facts = clause.pack.factuality
    last = min(len(clause.nodes), i + _LONG_WINDOW)
    described = described_to(clause, i)
    for j in range(i + 1, last if described == i else described + _LONG_WINDOW):
        if j <= described:
            continue
        if j >= len(clause.nodes) or ends_noun(clause, j):
            return False
        if clause.meanings(j) & facts["occurring"]:
            own = own_words(clause, j) | {clause.norm(j - 1)}
            ahead = (
                clause.norm(j - 2) in facts["infinitive"] and clause.norm(j - 1) in facts["being"]
            )
            alone = own <= facts["infinitive"] and clause.nodes[j + 1].letter not in "AaDNp"
            return bool(own & facts["future"]) or ahead or alone
        other = not clause.meanings(j) & (facts["helping"] | facts["occurring"])
        if clause.finite(j) and other and clause.norm(j) not in _moods(clause):
            return False
    return False


def _joined_mood(clause: Clause, i: int) -> Status | None:
    """The status that a bare verb behind "and" shares: "could seize the chance and work with"."""
    if i > 1 and clause.meanings(i - 1) & clause.pack.discourse["copula"]:
        i -= 1  # "could wait and remain | committed"
    bare = all(
        a.tense in ("present", "infinitive") and a.number != "sg" for a in clause.readings[i]
    )
    j, part = i - 1, clause.pack.lexicon.part_of_speech
    while j > 0 and clause.nodes[j].letter == "x" and part(clause.norm(j)) in ("adv", "particle"):
        j -= 1
    if not bare or j < 1 or clause.nodes[j].letter not in "&,":
        return None
    for k in range(j - 1, max(-1, j - _LONG_WINDOW), -1):
        if clause.nodes[k].letter in ";:.R":
            return None
        if any(a.tense == "infinitive" for a in clause.readings[k]):
            if settings.declares_on(clause, k, i):
                continue
            if clause.after_infinitive(k) or own_words(clause, k) & _moods(clause):
                return status_of(clause, k)
        elif clause.finite(k):
            return None
    return None


def _moods(clause: Clause) -> frozenset[str]:
    """The words that leave open whether a thing happens."""
    facts = clause.pack.factuality
    return facts["conditional"] | facts["future"]


def _condition_before(clause: Clause, i: int) -> bool:
    """True inside an "if" clause."""
    openers = clause.pack.classes.get("if", frozenset()) | clause.pack.discourse["asking"]
    if inverted_condition(clause, i):
        return True
    for j in range(i - 1, max(-1, i - _LONG_WINDOW), -1):
        if clause.nodes[j].letter in ".;:,":
            return False
        if clause.norm(j) in openers:
            return True
        if clause.nodes[j].letter == "t" and clause.norm(j - 1) in clause.pack.discourse["needful"]:
            return True  # "it is vital that Chad withdraw"
    return False


def _governor(clause: Clause, i: int) -> Status:
    """The status that the word governing an infinitive gives it."""
    facts = clause.pack.factuality
    for j in range(i - 1, max(-1, i - _LONG_WINDOW), -1):
        if clause.nodes[j].letter in ".;:":
            break
        folded = clause.meanings(j) | {clause.norm(j)}
        if folded & (facts["denying"] | facts["refusals"]):
            return "denied"
        if folded & facts["wishing"] and not clause.reaches(j):
            return "hypothetical"
        perfect = j > 0 and clause.meanings(j - 1) & facts["having"]
        if folded & (facts["contact"] | facts["bringing"]) and (clause.finite(j) or perfect):
            return _verb_mood(clause, j)
        if folded & facts["future"] or folded & facts["planned"]:
            return "planned"
        if clause.finite(j) or (folded & facts["intents"] and whose_intent(clause, i)):
            break
    return "planned"


def _nominal(clause: Clause, i: int) -> Status:
    """The status of a noun: by its adjectives, else by the verb that governs it."""
    facts = clause.pack.factuality
    near = {clause.norm(j) for j in range(max(0, i - 3), min(len(clause.nodes), i + 6)) if j != i}
    before = {clause.norm(j) for j in range(max(0, i - 2), i)}
    before.add(" ".join(clause.norm(j) for j in range(max(0, i - 2), i)))
    if negated(clause, before):
        return "denied"
    if called_off(clause, i) or calls_off(clause, i):
        return "cancelled"
    described = _adjectives(clause, i) - facts["preparing"]
    if clause.norm(i) in facts["due"] or (led_up_to(clause, i) and not shows(clause)):
        return "planned"
    if clause.pack.subject_first and suggested(clause, i):
        return "hypothetical"
    ahead = _to_come(clause, i) or set_for(clause, i) or set_ahead_by_words(clause, i)
    if (before | described) & facts["planned"] or ahead:
        first = next((j for j in range(i - 1, i - 3, -1) if clause.norm(j) in facts["planned"]), i)
        mood = _governed(clause, first) if first > 0 else "planned"
        kept = mood == "cancelled" or (clause.pack.subject_first and mood != "happened")
        return mood if kept else "planned"
    if before & facts["wishing"] or settings.longed_for(clause, i) or only_wished(clause, i):
        return "hypothetical"
    if settings.thought_up(clause, i):
        return "hypothetical"
    if near & facts["cancelled"] and before & facts["cancelled"]:
        return "cancelled"
    if led_by_purpose(clause, i):
        return "planned"
    if only_an_idea(clause, i):
        return "hypothetical"
    if settings.brought_on(clause, i):
        return "happened"
    verb = settings.opened_verb(clause, i)
    if verb is not None and status_of(clause, verb) == "planned":
        return "planned"
    return _governed(clause, i)


def _governed(clause: Clause, i: int) -> Status:
    """What the nearest verb before a noun makes of it."""
    facts = clause.pack.factuality
    if (said := settings.said_at(clause, i)) is not None:
        return _verb_mood(clause, said)
    setting = settings.is_setting(clause, i)
    for j in range(i - 1, max(-1, i - _LONG_WINDOW), -1):
        if clause.nodes[j].letter in ".;:":
            break
        if not clause.readings[j] or settings.names_a_thing(clause, j):
            continue
        if clause.after_infinitive(j):
            if setting and not clause.finite(j - 2) and not settings.to_come(clause, j):
                continue
            thought_of = clause.meanings(j) & facts["wishing"] and not setting
            acted_on = thought_of and settings.acts_on(clause, j, i)
            return "hypothetical" if acted_on else _governor(clause, j)
        folded = clause.meanings(j)
        parted = any(clause.norm(k) in facts["occasioned"] for k in range(j + 1, i))
        linked = not parted and not any(n.letter in ",&" for n in clause.nodes[j + 1 : i])
        if linked and folded & facts["denying"]:
            return "cancelled" if folded & facts["cancelled"] else "denied"
        if linked and folded & facts["wishing"] and not setting:
            return "hypothetical"
        agreed = folded & facts["agreeing"] and agreed_on(clause, j, i)
        if agreed or (linked and folded & facts["future"]):
            return "planned"
        if clause.finite(j):
            return _verb_mood(clause, j)
    return "happened"


def _verb_mood(clause: Clause, j: int) -> Status:
    """What the verb that governs a noun makes of it."""
    if (opened := left_open(clause, j)) is not None:
        return opened
    own = with_itself(clause, j)
    facts = clause.pack.factuality
    if negated(clause, own):
        return "denied"
    ahead = set_ahead(clause, j) or foretold(clause, j) or for_a_purpose(clause, j)
    if ahead or own & facts["future"] or future_mark(clause, j):
        return "planned"
    if own & facts["conditional"] and not surely_past(clause, j):
        return "hypothetical"
    shared = _joined_mood(clause, j) if clause.pack.subject_first else None
    return shared or ("planned" if _goes_on_planning(clause, j) else "happened")


def _adjectives(clause: Clause, i: int) -> set[str]:
    """Words right behind a noun that may describe it, where adjectives follow their noun."""
    if clause.pack.adjective != "after":
        return set()
    stop = min(len(clause.nodes), i + 7)
    found = set()
    for j in range(i + 1, stop):
        if clause.nodes[j].letter in ".,;:" or clause.finite(j):
            break
        found.add(clause.norm(j))
    return found
