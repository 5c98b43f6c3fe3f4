"""What verbs after verbs say of days to come, and words that are said as somebody wishes to."""

from dragoman.extract.clauses import Clause

_NEAR = 5
_FAR = 12
_LEADING = 3
"""How many words the longest phrase for "then" has."""
_DUE = 20
_FOLLOWS = frozenset("@T~<.,:")
"""What may stand behind a passive, which an active verb with its object does not have there."""


def set_ahead_by_words(clause: Clause, i: int) -> bool:
    """True for a noun that its own verb, or what is said to be due before it, sets ahead."""
    return _takes_place_later(clause, i) or _due_before(clause, i)


def _takes_place_later(clause: Clause, i: int) -> bool:
    """True for a noun that its own verb sets ahead: «لقاء سيعقد في الدوحة» (liqāʾ sa-yuʿqad).

    "A meeting that will be held in Doha", where no pronoun leads the clause in.
    """
    words = clause.pack.factuality["takes_place"]
    if not words:
        return False
    for j in range(i + 1, min(len(clause.nodes) - 1, i + _FAR)):
        if clause.nodes[j].letter in ".,;:tR" or clause.norm(j) in clause.pack.factuality["after"]:
            return False
        if not clause.finite(j):
            continue
        ahead = clause.tokens[clause.nodes[j].first - 1].role == "future"
        near = clause.norm(j + 1) in clause.pack.factuality["ahead"]
        passive = near or clause.nodes[j + 1].letter in _FOLLOWS
        return ahead and passive and bool(clause.meanings(j) & words)
    return False


def comes_next(clause: Clause, i: int) -> bool:
    """True for a present that tells of the next leg of a trip: «وينتقل بعدها إلى قطر».

    (wa-yantaqilu baʿdahā ilā Qaṭar, "and then goes on to Qatar"), «ثم يزور» (thumma yazūru, "then
    visits"). Headlines tell all in the present.
    """
    facts = clause.pack.factuality
    if clause.headline or not clause.meanings(i) & facts["scheduled"]:
        return False
    if {a.tense for a in clause.readings[i] if a.finite} != {"present"}:
        return False
    behind = " ".join(
        clause.norm(j) for j in range(i + 1, min(len(clause.nodes), i + 1 + _LEADING))
    )
    before = " ".join(clause.norm(j) for j in range(max(0, i - _LEADING), i))
    told = facts["next_in_turn"]
    return any(f"{behind} ".startswith(f"{w} ") or f" {before}".endswith(f" {w}") for w in told)


def said_by_wishing(clause: Clause, i: int) -> bool:
    """True for thanks and the like that "I would like to" leads in: they are given by it.

    «أود أن أشكر تشاد» (awaddu an ashkura Tshād, "I would like to thank Chad"), «اسمحوا لي أن أهنئ»
    (ismaḥū lī an uhanniʾ, "allow me to congratulate").
    """
    facts = clause.pack.factuality
    if not i or clause.norm(i - 1) not in facts["infinitive"]:
        return False
    if not clause.meanings(i) & facts["given_by_saying"]:
        return False
    near = {clause.norm(j) for j in range(max(0, i - _NEAR), i - 1)}
    return not near.isdisjoint(facts["allowing"]) and near.isdisjoint(facts["negation"])


def _due_before(clause: Clause, i: int) -> bool:
    """True for a noun behind what is said to be due, with no verb of its own between.

    «من المنتظر وصول الوزير إلى كمبالا لترؤس حوار» (min al-muntaẓar wuṣūlu l-wazīr ilā Kampālā
    li-taraʾʾusi ḥiwār, "the minister's arrival in Kampala to chair a dialogue is expected").
    """
    if clause.pack.subject_first:
        return False
    facts = clause.pack.factuality
    for j in range(i - 1, max(0, i - _DUE), -1):
        if clause.nodes[j].letter in ".;:tR":
            return False
        if clause.preposition(j - 1) == "from" and clause.norm(j) in facts["planned"]:
            return True
        if clause.finite(j) and "past" in {a.tense for a in clause.readings[j]}:
            return False
    return False
