"""Contacts that a sentence names as the setting of something, or as what somebody longs for."""

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause

_WINDOW = 5
"""How many nodes a preposition may stand before its noun."""
_OPENING = 2
_AT = frozenset({"in", "against"})
"""Roles of "in" and "at"."""
_FAR = 9
"""How many nodes behind a noun its verb may stand."""


def _leads_in(clause: Clause, i: int) -> int | None:
    """The preposition before the article and the adjectives of a noun, or at its beginning."""
    for j in range(i, max(-1, i - _WINDOW), -1):
        if clause.preposition(j):
            return j
        if j < i and clause.nodes[j].letter not in "AxMDHB":
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


def hosting(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Who acts while somebody visits: "praised Chad during a visit by", "after a visit from X, Y".

    Whom he condemns for a visit, or invites to it, visits somebody else.
    """
    j = _leads_in(clause, i)
    told = clause.pack.discourse
    if j is None or clause.norm(j) not in told["meanwhile"] | told["on_visit"]:
        return ()
    verb = next((k for k in range(j - 1, -1, -1) if clause.finite(k)), None)
    return clause.subject(verb) if verb is not None else clause.subject_behind_comma(i)


def staged(clause: Clause, j: int, i: int) -> bool:
    """True for the verb before a place that a contact is told of as held at: «استضافت مسقط جولة».

    (istaḍāfat Masqaṭ jawla, "Muscat hosted a round".)
    """
    words = clause.pack.factuality["staging"]
    return 0 <= j < i and bool(words and clause.meanings(j) & words) and clause.finite(j)


def said_at(clause: Clause, i: int) -> int | None:
    """The verb of saying whose words end before the contact in which they were said.

    "Said Chad will send aid, during a meeting with X", «قال إن بلاده ستبدأ خلال لقاء» (qāla inna
    bilādahu sa-tabdaʾ khilāla liqāʾ, "said his country will begin, during a meeting"): the meeting
    is not to come. A comma stands before it, or what is said is of the speaker's state.
    """
    j = _leads_in(clause, i)
    if not j or not is_setting(clause, i):
        return None
    said = next((k for k in range(j - 1, -1, -1) if clause.says(k)), None)
    if said is None or clause.nodes[j - 1].letter in ',"':
        return said
    own = any(a.kind == "own" for n in clause.nodes[said:j] for a in n.actors)
    return said if own else None


def said_by(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Who said something in a contact, as in `said_at`."""
    said = said_at(clause, i)
    return clause.subject(said) if said is not None else ()


def spoken_on(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whose words are named before the contact at `i`: "the king's remarks after a visit to Mali".

    They are said on a visit, or in talks, of his own.
    """
    j, told = _leads_in(clause, i), clause.pack.discourse
    if not j or clause.norm(j) not in told["on_visit"] | told["on_trip"]:
        return ()
    if not clause.pack.subject_first or clause.norm(j - 1) not in told["remarks"]:
        return ()
    k = j - 2
    while k > 0 and clause.nodes[k].letter in "xMH" and not clause.preposition(k):
        k -= 1
    return clause.nodes[k].actors if k >= 0 and clause.nodes[k].owned else ()


def to_come(clause: Clause, j: int) -> bool:
    """True for the infinitive that a headline tells of: "Denmark to | press Chad during visit"."""
    return clause.pack.subject_first and not any(clause.finite(k) for k in range(j))


def opened_verb(clause: Clause, i: int) -> int | None:
    """The verb of what is done at a contact that a sentence opens with: "In talks, he | will"."""
    nodes, words = clause.nodes, clause.pack.factuality["setting"]
    j = next((k for k in range(min(i, _OPENING)) if clause.preposition(k)), None)
    if j is None or not clause.pack.subject_first or i - j > _WINDOW:
        return None
    if clause.preposition(j) not in _AT and clause.norm(j) not in words:
        return None
    if any(not (n.owned or n.letter in "AxMDHTpB") for n in nodes[j + 1 : i]):
        return None
    comma = next((k for k in range(i + 1, len(nodes)) if nodes[k].letter == ","), i)
    verbs = (k for k in range(comma + 1, len(nodes)) if clause.finite(k))
    verb = next(verbs, None) if comma > i else None
    return None if verb is None or clause.relative(verb) else verb


def agreed_there(clause: Clause, i: int) -> bool:
    """True for the talks in which a thing was agreed: "agreed to meet during a phone call"."""
    facts, leading = clause.pack.factuality, _leads_in(clause, i)
    if leading is None or clause.preposition(leading) == "on" or not is_setting(clause, i):
        return False
    if clause.norm(i) in clause.pack.discourse["trips"]:
        return False
    verbs = (j for j in range(i - 1, 0, -1) if clause.finite(j) and not clause.after_infinitive(j))
    verb = next(verbs, None)
    if verb is None or not clause.meanings(verb) & facts["agreeing"]:
        return False
    return all(a.tense in ("past", "passive-participle") for a in clause.readings[verb])


def longed_for(clause: Clause, i: int) -> bool:
    """True for what an interest or a wish is in: "expressed interest in a meeting".

    So are those of somebody: «يأمل الوزير في لقاء» (yaʾmalu l-wazīr fī liqāʾ, "hopes to meet").
    """
    j = _leads_in(clause, i)
    if j is not None and _hoped_by_somebody(clause, j):
        return True
    if j is None or j < _OPENING:
        return False
    noun = j - 1 - (clause.nodes[j - 1].letter == "p")
    if clause.nodes[noun].letter != "x" or clause.finite(noun):
        return False
    return clause.norm(noun) in clause.pack.factuality["wishing"]


def _hoped_by_somebody(clause: Clause, j: int) -> bool:
    """True where the preposition at `j` goes with a verb of hoping ahead of its subject."""
    if clause.pack.subject_first or clause.preposition(j) != "in":
        return False
    verb = next((k for k in range(j - 1, max(-1, j - _WINDOW), -1) if clause.finite(k)), None)
    return verb is not None and bool(clause.meanings(verb) & clause.pack.factuality["hoping_in"])


def thought_up(clause: Clause, i: int) -> bool:
    """True for "any attack", and for "an attack" of which it is told what it would do.

    "A raid on Chad would be a mistake" tells of none; "the raid on Chad could lead to war" does.
    """
    if not clause.pack.subject_first:
        return False
    facts = clause.pack.factuality
    j = i - 1
    while j >= 0 and clause.nodes[j].letter in "xDMHa" and not clause.preposition(j):
        if clause.norm(j) in facts["wishing"] and not clause.readings[j]:
            return True
        if clause.finite(j):
            return False
        j -= 1
    if j < 0 or clause.nodes[j].letter != "A":
        return False
    known = clause.norm(j) in clause.pack.classes["definite"]
    return not known and _would(clause, i)


def _would(clause: Clause, i: int) -> bool:
    """True where the verb of the noun at `i` stands behind a modal."""
    facts = clause.pack.factuality
    for k in range(i + 1, min(len(clause.nodes), i + _FAR)):
        if clause.norm(k) in facts["conditional"] | facts["unwilling"]:
            return clause.nodes[k].letter == "x"
        if clause.finite(k) or clause.nodes[k].letter in ".,;:tR&":
            return False
    return False


def names_a_thing(clause: Clause, j: int) -> bool:
    """True for a noun that might be a verb, as its article tells: "the first stop of a visit"."""
    bare = all(a.tense in ("present", "infinitive") for a in clause.readings[j])
    if not (bare and clause.pack.subject_first and j):
        return False
    k = j - 1 - (j > 1 and clause.nodes[j - 1].letter in "MB")
    return clause.nodes[k].letter == "A"


def debated(clause: Clause, j: int) -> bool:
    """True for the preposition of what is talked of or asked for: "a condition for holding"."""
    if j < 1 or not clause.preposition(j):
        return False
    facts = clause.pack.factuality
    return clause.norm(j - 1) in facts["debated"] | facts["ideas"]


def declares_on(clause: Clause, k: int, i: int) -> bool:
    """True for a verb of declaring that goes on with what its sentence declares.

    "They stress the need to act and condemn Iran": it is not joined to "act", the infinitive at
    `k`, but to the verb before it, which has the same form.
    """
    declaring = clause.pack.factuality["declaring"]
    if not clause.meanings(i) & declaring:
        return False
    main = next((j for j in range(k) if clause.finite(j)), None)
    alike = main is not None and {a.tense for a in clause.readings[main]} & {"present"}
    return main is not None and bool(alike and clause.meanings(main) & declaring)


def brought_on(clause: Clause, i: int) -> bool:
    """True for what was there before the deed of its sentence: «ستجتمع اللجنة في ظل رفض مالي».

    (sa-tajtamiʿu l-lajna fī ẓilli rafḍi Mālī, "the committee will meet amid Mali's refusal".)
    """
    facts = clause.pack.factuality
    if i and clause.norm(i - 1) in facts["after"] | facts["amid"]:
        return True
    return i > 1 and f"{clause.norm(i - 2)} {clause.norm(i - 1)}" in facts["amid"]


def acts_on(clause: Clause, j: int, i: int) -> bool:
    """True where nothing parts a noun from the verb that acts on it."""
    apart = clause.pack.factuality["occasioned"]
    return all(
        n.letter not in ",&" and clause.norm(k) not in apart
        for k, n in enumerate(clause.nodes[j + 1 : i], j + 1)
    )
