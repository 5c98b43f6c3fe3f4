"""What a rule demands of those whom it finds in its roles."""

from collections.abc import Sequence

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.elements import POSTED
from dragoman.extract.hit import Hit
from dragoman.knowledge.world import World
from dragoman.lang.rules import Rule

_WHERE = frozenset({"in", "near"})
_STAYING = (None, "ambassador", "private", "official", "military_chief", "spokesperson")
"""Offices of which somebody who is abroad need not have come for talks."""
_ON_FIELD = frozenset({"CONSULT", "ASSAULT", "COERCE", "RETREAT", "THREATEN"})
"""Types whose words tell of games too."""


def slots_asked(rule: Rule, sources: Sequence[Actor], world: World) -> tuple[str, ...]:
    """The slots of a target: of what several do jointly, a place is none.

    "Sudan and South Sudan signed a truce in Ethiopia" is one between the two, and "the bloc's
    leaders held a summit in Kenya" one among themselves.
    """
    several = len({a.side for a in sources if a.side}) > 1
    if rule.joint and (several or any(_of_bloc(a, world) for a in sources)):
        return tuple(slot for slot in rule.target if slot not in _WHERE)
    return rule.target


def _of_bloc(actor: Actor, world: World) -> bool:
    """True for an organisation, or the leaders or ministers of one together."""
    together = actor.plural or actor.kind in ("organization", "body")
    return together and bool(actor.side and world.acting_as(actor.side))


def of_sectors(rule: Rule, sources: Sequence[Actor]) -> bool:
    """True where somebody of the sectors that a rule asks for acts; states act as governments.

    Where troops alone move, a minister of defence who arrives is none.
    """
    if rule.act == "MOBILIZE" and rule.sectors and "GOV" not in rule.sectors:
        sources = [a for a in sources if a.office is None]
    return not rule.sectors or any((a.sector or "GOV") in rule.sectors for a in sources)


def ruled_out(clause: Clause, hit: Hit, sources: Sequence[Actor], targets: Sequence[Actor]) -> bool:
    """True where those whom a hit finds are not such as do what its rule tells."""
    fit = of_sectors(hit.rule, sources) and not is_no_deed(clause, hit.rule, sources, targets)
    return not fit or _own_thing_comes(clause, hit) or _truce_begins(clause, hit)


def _truce_begins(clause: Clause, hit: Hit) -> bool:
    """True for a treaty's rule on what ends a fight: "the truce between Mali and Chad began"."""
    rule, first = hit.rule, clause.nodes[hit.node].first
    if rule.act != "SUPPORT" or rule.outcome != "instrument" or "between" not in rule.source:
        return False
    near = clause.norms[max(0, first - _LONG) : first]
    return not clause.pack.discourse["no_treaties"].isdisjoint(near)


def _own_thing_comes(clause: Clause, hit: Hit) -> bool:
    """True for a contact of what is somebody's own: "the king said his wife visited Peru".

    Neither she nor "his troops" are he; a delegation goes for him, and "his tour" is his.
    """
    if (
        "touring" in hit.rule.source
        or not hit.rule.engagement
        or hit.nominal
        or not clause.pack.subject_first
    ):
        return False
    j = hit.node - 1
    part = clause.pack.lexicon.part_of_speech
    while j > 0 and (clause.finite(j) or part(clause.norm(j)) == "adv"):
        j -= 1
    told = clause.nodes[j].element if j > 0 else None
    armed = told is not None and bool(told.entries) and told.entry.form_class in _ARMED
    if j < 1 or not (clause.nodes[j].letter == "x" or (clause.nodes[j].letter == "B" and armed)):
        return False
    k = j - 1
    while k > 0 and clause.nodes[k].letter in "xMD" and not clause.finite(k):
        k -= 1
    if clause.nodes[k].letter != "p":
        return False
    return k == 0 or not (clause.nodes[k - 1].letter == "&" or clause.preposition(k - 1))


def for_state(rule: Rule, sources: tuple[Actor, ...], world: World) -> tuple[Actor, ...]:
    """Sources without those whose words are not their state's: papers, experts, ex-ministers."""
    if rule.engagement:
        return tuple(a for a in sources if a.kind == "role" or a.sector not in _OWN_VOICE)
    if rule.act not in _WORDS:
        return sources
    return tuple(a for a in sources if not (a.former or _for_himself(a, world)))


def _for_himself(actor: Actor, world: World) -> bool:
    """True for who holds no office of state: "a lawyer accused", "the expert urged".

    A people may speak as its state does, whoever leads a party for his following, and experts of
    the United Nations for these.
    """
    told = actor.kind in ("group", "body") or bool(actor.title) or actor.office is None
    private = actor.office in (None, "private") and actor.sector in _PRIVATE
    return private and told and actor.kind != "polity" and actor.side in world.polities


_LONG = 16
"""How many words a subject may take before its verb."""
_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
_OWN_VOICE = frozenset({"JRN", "EDU", "LAB", "MED"})
_ARMED = frozenset({"MIL", "COP"})
_PRIVATE = _OWN_VOICE | {"NGO", "BUS", "SOC", "AGR", "REF", "CVL"}


def left_out(hit: Hit, sources: Sequence[Actor]) -> bool:
    """True for force without a doer in the passive: «خطف ناشط ليبي» (khuṭifa, "was kidnapped")."""
    bare = hit.passive and not hit.nominal and not hit.rule.objects
    return bare and not sources and hit.rule.act == "ASSAULT"


def is_no_deed(
    clause: Clause, rule: Rule, sources: Sequence[Actor], targets: Sequence[Actor]
) -> bool:
    """True for harm that nobody did, games of teams named after states, and ministers who leave.

    "Killed in a bus crash"; "Spain meets Italy in the final"; "the defence minister left Chad".
    """
    if rule.act == "ASSAULT" and not sources:
        return not clause.pack.discourse["mishap"].isdisjoint(clause.norms)
    actors = (*sources, *targets)
    if rule.act == "PROTEST" and _on_foreign_ground(clause, sources, targets):
        return True
    if rule.act == "RETREAT" and rule.sectors and sources:
        return all(a.office == "defence_minister" and not a.plural for a in sources)
    if not actors or (rule.act not in _ON_FIELD and not rule.engagement):
        return False
    bare = all(a.kind == "polity" for a in actors)
    return bare and not clause.pack.discourse["contest"].isdisjoint(clause.norms)


def _on_foreign_ground(clause: Clause, sources: Sequence[Actor], targets: Sequence[Actor]) -> bool:
    """True for people of one state who do harm in another, which is no protest: settlers."""
    people = bool(sources) and all(a.kind == "polity" and a.plural for a in sources)
    if not people or clause.pack.subject_first:
        return False
    at = [k for k, n in enumerate(clause.nodes) for a in targets if n.first <= a.first < n.last]
    return bool(at) and all(clause.preposition(k - 1) == "in" for k in at)


def comes(rule: Rule, host: str | None, sources: Sequence[Actor], targets: Sequence[Actor]) -> bool:
    """True where those come somewhere of whom a rule tells that they do."""
    return _at_home(rule, host, sources, targets) and _travelling(rule, host, sources)


def _at_home(
    rule: Rule, host: str | None, sources: Sequence[Actor], guests: Sequence[Actor]
) -> bool:
    """True unless guests are welcomed to a place that is not the host's own.

    "The king welcomed the Chadian president to Madrid" tells of a visit, "welcomed him to the
    club" of none, nor "the new ambassador to Spain".
    """
    if not (rule.guests and "to" in rule.host):
        return True
    posted = any(a.office in POSTED for a in guests)
    return bool(guests) and not posted and host is not None and host in {a.side for a in sources}


def _travelling(rule: Rule, host: str | None, sources: Sequence[Actor]) -> bool:
    """True for office-holders of whom it says enough that they are abroad, where that is asked."""
    if rule.travellers and host is None:
        return False
    people = all(a.kind in ("person", "role") and a.office not in _STAYING for a in sources)
    return not rule.travellers or (bool(sources) and people)


def people_meet(sources: Sequence[Actor], targets: Sequence[Actor], joint: bool) -> bool:
    """True where persons or office-holders of two sides are told of."""
    if not joint and not targets:
        return False
    people = {a.side for a in (*sources, *targets) if a.kind in ("person", "role")}
    return len(people) > 1
