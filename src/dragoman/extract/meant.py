"""Whom mentions mean that stand together."""

from collections.abc import Sequence

from dragoman.core.quick import replace
from dragoman.extract.actors import Actor
from dragoman.extract.discourse import Discourse
from dragoman.extract.host_offices import LOOSE

_PEOPLE = frozenset({"person", "role"})


def resolve_all(
    actors: Sequence[Actor], discourse: Discourse, before: Actor | None
) -> tuple[Actor, ...]:
    """The actors with sides that some mentions mean; `before` as in `Discourse.resolve`.

    Who holds an office of no side told is of one with his company: "the king and Premier X",
    «رئيس كينيا ووزير خارجيته» (raʾīs Kīniyā wa-wazīr khārijiyyatih, "Kenya's president and his
    foreign minister").
    """
    if not actors:
        return ()
    if len(actors) == 1:
        found = discourse.resolve(actors[0], before)
        return found if len(found) < 2 else tuple(dict.fromkeys(found))
    meant = [(a, discourse.resolve(a, before)) for a in _in_company(_with_owners(actors))]
    sides = {one.side for _, found in meant for one in found}
    if len(sides) == 1:
        (side,) = sides
        alone = [(a.kind == "person" and a.office is not None) and not found for a, found in meant]
        meant = [
            (a, (replace(a, side=side),) if own else found)
            for (a, found), own in zip(meant, alone, strict=True)
        ]
    return tuple(dict.fromkeys(one for _, found in meant for one in found))


def _with_owners(actors: Sequence[Actor]) -> list[Actor]:
    """Actors in which whoever is told of as somebody's is of the side of the one before him.

    «رئيسة وزراء السويد ووزيرة خارجيتها» (raʾīsat wuzarāʾ as-Suwayd wa-wazīrat khārijiyyatihā,
    "Sweden's premier and its foreign minister").
    """
    told: list[Actor] = []
    for actor in actors:
        owner = told[-1].side if told else None
        told.append(replace(actor, side=owner) if actor.theirs and not actor.side else actor)
    return told


def _in_company(actors: Sequence[Actor]) -> list[Actor]:
    """Actors with those told by their office alone as of whom the office before them is named."""
    told: list[Actor] = []
    for actor in actors:
        last = told[-1] if told else actor
        alone = actor.kind == "role" and not (actor.side or actor.peer or actor.plural)
        led = last.side and last.office not in (*LOOSE, actor.office) and last.kind in _PEOPLE
        own = alone and led and actor.office not in (*LOOSE, "other_minister")
        told.append(replace(actor, side=last.side) if own else actor)
    return told
