"""Whom a pronoun means before his name is told: "as he left Oslo, the premier said"."""

from collections.abc import Sequence

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.hit import Hit

_OPENING = 5
"""How many words may stand before the one that leads in a clause: "two days after"."""
_PEOPLE = frozenset({"person", "role"})
_STATES = frozenset({"polity", "organization", "body"})


def doers(clause: Clause, i: int, topic: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The subject of a verb; for "he" the main subject behind, or the `topic` of the sentence."""
    found = clause.subject(i)
    if ahead := _main_subject(clause, i, found):
        return ahead
    he = all(a.kind == "pronoun" and not a.plural and not a.speaking for a in found)
    return topic if found and he and topic else found


def headed(clause: Clause, hit: Hit, sources: Sequence[Actor]) -> tuple[Actor, ...]:
    """The state that a headline is about, for harm it tells of: "Chad: two die in Mali's raid".

    «تشاد: مقتل عاملين في غارة مالية» (Tshād: maqtalu ʿāmilayn fī ghāra māliyya).
    """
    told = clause.nodes[0].actors if clause.nodes[1:] and clause.nodes[1].letter == ":" else ()
    state = len(told) == 1 and told[0].kind == "polity" and clause.nodes[0].letter == "a"
    harm = hit.rule.act == "ASSAULT" and (hit.nominal or hit.passive) and hit.node > 1
    foreign = bool(sources) and all(a.side != told[0].side for a in sources) if state else False
    return tuple(told) if harm and foreign else ()


def _main_subject(clause: Clause, i: int, found: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who does what the verb at `i` says in a clause that opens its sentence: the main subject.

    "Hours after he met the king, the Danish premier praised Jordan": the premier met him. So with
    "as it left the pact, Chad". `found` are those that stand before the verb, a pronoun or nobody.
    """
    if not clause.pack.subject_first or not _in_opening_clause(clause, i):
        return ()
    it = not found
    if it and not any(n.letter == "i" for n in clause.nodes[:i]):
        return ()
    if any(a.kind != "pronoun" or a.speaking for a in found):
        return ()
    main = clause.subject_behind_comma(i)
    if it or not main:
        return main if main and all(a.kind in _STATES for a in main) else ()
    if found[0].plural:
        return main if len(main) > 1 or main[0].plural else ()
    return main if len(main) == 1 and main[0].kind in _PEOPLE and not main[0].plural else ()


def _in_opening_clause(clause: Clause, i: int) -> bool:
    """True where the verb stands in a clause that opens the sentence and names nobody before it."""
    leading = clause.pack.discourse["subordinating"]
    first = next((j for j in range(min(i, _OPENING)) if clause.norm(j) in leading), None)
    if first is None:
        return False
    before = clause.nodes[:i]
    if any(n.letter in ".;:,t" for n in before):
        return False
    return all(n.letter != "a" or n.actors[0].kind == "pronoun" for n in before)
