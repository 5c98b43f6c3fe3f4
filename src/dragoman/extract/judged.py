"""Whose deed somebody judges that a clause tells of, where doers follow their verbs.

«رفضت مالي مقترحا قدمته كينيا» (rafaḍat Mālī muqtaraḥan qaddamathu Kīniyā, "Mali rejected a proposal
that Kenya made"), «في خطوة نددت بها أوغندا» (fī khuṭwa naddadat bihā Ūghandā, "in a step that
Uganda condemned").
"""

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.discourse import Discourse
from dragoman.extract.hit import Hit
from dragoman.extract.meant import resolve_all

_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types of acts that judge what somebody did."""
_NEAR = 8
"""How many nodes behind a verb its object may have a clause on it."""
_FAR = 16
"""How many nodes before a verb the deed may stand that the pronoun on it means."""
_DOERS = frozenset({"polity", "organization", "person", "role", "body"})


def judged(
    clause: Clause, hit: Hit, discourse: Discourse, sources: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Whoever did or made what the verb of a hit judges, told by a clause on it; else nobody.

    It is asked where no slot of the rule found anybody, `on_objects` by rules with such a slot.
    """
    if clause.pack.subject_first or hit.rule.act not in _JUDGING or not sources:
        return ()
    if hit.nominal or hit.passive or hit.rule.source[:1] != ("subject",):
        return ()
    own = {a.side for a in sources}
    found = maker(clause, hit.node + 1, hit.node + _NEAR) or _of_step(clause, hit.node, own)
    told = resolve_all(tuple(a for a in found if a.kind in _DOERS), discourse, None)
    return () if {a.side for a in told} & own else told


def maker(clause: Clause, start: int, stop: int) -> tuple[Actor, ...]:
    """Who made the first thing from a node on, told by a clause: «مقترحا قدمته كينيا».

    (muqtaraḥan qaddamathu Kīniyā, "a proposal that Kenya made"), «الاجتماع الذي دعت إليه كينيا»
    (al-ijtimāʿ alladhī daʿat ilayhi Kīniyā, "the meeting that Kenya called").
    """
    facts, told = clause.pack.factuality, clause.pack.discourse
    for k in range(start, min(stop, len(clause.nodes) - 2)):
        if clause.nodes[k].letter in ".,;:t&":
            return ()
        if not clause.finite(k):
            continue
        p = k + 1 + (clause.preposition(k + 1) is not None)
        behind = k > start and clause.nodes[p].letter == "p" and p + 1 < len(clause.nodes)
        if not behind or clause.meanings(k) & (facts["denying"] | told["undergoing"]):
            return ()
        return clause.group(p + 1, leftward=False)
    return ()


def _of_step(clause: Clause, i: int, own: set[str | None]) -> tuple[Actor, ...]:
    """Whose the step is that the pronoun on the verb at a node means.

    A clause may tell who made it: «تصريحات أدلى بها رئيس كينيا واعتبرتها أوغندا تدخلا» (taṣrīḥāt
    adlā bihā raʾīs Kīniyā wa-ʿtabarathā Ūghandā tadakhkhulan, "remarks that Kenya's president made
    and Uganda called interference"); else it is of whoever acted before: «، في خطوة وصفتها».
    """
    p = i + 1 + (clause.preposition(i + 1) is not None)
    if p >= len(clause.nodes) or clause.nodes[p].letter != "p":
        return ()
    j = _step_before(clause, i)
    if j is None:
        return ()
    for k in range(j + 1, i):
        made = maker(clause, k, k + 1) or maker(clause, k - 1, k + 1)
        if made and not {a.side for a in made} & own:
            return made
    if clause.preposition(j - 1) not in (None, "in", "by"):
        return ()
    verbs = (k for k in range(j - 1, -1, -1) if clause.finite(k) and not clause.relative(k))
    return next(filter(None, map(clause.subject, verbs)), ())


def _step_before(clause: Clause, i: int) -> int | None:
    """The node of the deed that clauses right behind it tell of, the last of them at `i`."""
    words = clause.pack.discourse["steps"]
    for j in range(i - 1, max(0, i - _FAR), -1):
        if clause.norm(j) in words:
            first = next(k for k in range(j + 1, i + 1) if clause.finite(k))
            between = range(j + 1, first)
            plain = all(clause.nodes[k].letter in "xDRTM" for k in between)
            return j if plain and not any(map(clause.preposition, between)) else None
        if clause.nodes[j].letter in '.;:t"':
            return None
    return None
