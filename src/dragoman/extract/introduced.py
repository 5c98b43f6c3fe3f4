"""Sides of people who are named after their office was told: "the ambassador, Ivan Petrov"."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.extract.actors import Node
from dragoman.extract.registry import Registry
from dragoman.knowledge.world import HEADS
from dragoman.lang.pack import LanguagePack

_OF_MANY = frozenset({"official", "private", "legislator", "org_head"})
"""Offices that many of one side hold at a time."""
_ANY_MINISTER = "other_minister"
_MINISTER = "_minister"
"""How the offices end whose holders are called ministers."""
_NEAR = 6
"""How many sentences behind his office somebody may be named."""

Row = tuple[Sequence[Token], Sequence[Node]]


def lend_told_sides(pack: LanguagePack, rows: Sequence[Row], registry: Registry) -> None:
    """Gives whoever is named with an office alone the side that the office was told with before.

    "Norway summoned the Russian ambassador. The ambassador, Ivan Petrov, said ...": Petrov is
    Russia's, wherever the story is sent from. "The minister, A B" is the last one told of. Heads
    of states are known from far away: they need the article that points back.
    """
    strangers = {p.name for p in registry.people if p.office and not (p.side or p.entity)}
    if not strangers:
        return
    told: dict[str, tuple[str, str, int]] = {}
    mentions = ((k, t, n) for k, (t, nodes) in enumerate(rows) for n in nodes if n.letter == "a")
    for k, tokens, node in mentions:
        actor = node.actors[0]
        office = actor.office
        if len(node.actors) > 1 or not office or office in _OF_MANY or actor.former or actor.plural:
            continue
        if actor.kind == "role" and actor.side and not actor.peer:
            told[office] = actor.side, office, k
            if office.endswith(_MINISTER):
                told[_ANY_MINISTER] = told[office]
            continue
        known = told.get(office)
        if known is None or k - known[2] > _NEAR or actor.side or actor.peer or not actor.name:
            continue
        if actor.name_at is None or actor.name_at[0] == node.first:
            continue  # «سأل بيتر وزيرة» (saʾala Bītir wazīra, "Peter asked a minister")
        if office == _ANY_MINISTER and " " in (actor.title or ""):
            continue  # a minister of something else
        if office in HEADS and tokens[node.first].norm not in pack.classes["definite"]:
            continue
        person = registry.find(actor.name)
        if person is not None and person.name in strangers and person.side is None:
            registry.lend(person, *known[:2])
            del told[office]
