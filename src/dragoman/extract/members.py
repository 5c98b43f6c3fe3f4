"""People named right behind what they are: "Tunisian lawyer Radia Gharbi"."""

from collections.abc import Iterator, Sequence

from dragoman.core.quick import replace
from dragoman.extract.actors import Node

_MANY = frozenset({"MIL", "COP", "LEG", "JRN"})
"""Sectors that are mostly told of as one body, whose name may follow: "Syrian state media Sana"."""


def named_members(nodes: Sequence[Node]) -> Iterator[Node]:
    """Nodes with "opposition leader | Ayo Balogun" as one, the person with side and sector."""
    k = 0
    while k < len(nodes):
        named = _named(nodes[k], nodes[k + 1]) if k + 1 < len(nodes) else None
        yield named or nodes[k]
        k += 2 if named else 1


def _named(group: Node, person: Node) -> Node | None:
    """The person at a node as one of the group before it, None where the two are not one."""
    if group.letter != "a" or person.letter != "a" or group.owned or group.last != person.first:
        return None
    if len(group.actors) > 1 or len(person.actors) > 1:
        return None
    what, who = group.actors[0], person.actors[0]
    told = what.kind in ("group", "body") and what.sector and what.sector not in _MANY
    if not told or who.kind != "person" or who.side or who.office or who.name is None:
        return None
    member = replace(who, first=what.first, side=what.side, sector=what.sector)
    return replace(person, first=group.first, actors=(member,))
