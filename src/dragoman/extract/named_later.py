"""The names of those who met by office alone, where the story tells them elsewhere."""

from collections.abc import Sequence
from datetime import timedelta

from dragoman.core.quick import replace
from dragoman.extract.actors import Actor
from dragoman.extract.drafts import Draft, add_people
from dragoman.extract.registry import Registry
from dragoman.extract.whereabouts import Whereabouts

_LOOSE = frozenset({"official", "other_minister", "private", "legislator", "org_head"})
"""Offices that many hold at a time."""
_LATELY = timedelta(days=60)
"""Holders of longer ago may be others than those of the story."""


def name_holders(drafts: Sequence[Draft], registry: Registry, when: Whereabouts) -> None:
    """Names the holders of offices that met: "the foreign ministers of Kenya and Uganda met".

    Only whoever is the only one of the story in that office of that side. A host goes on no visit.
    """
    for draft in drafts:
        if when.is_over(draft.date, _LATELY):
            continue
        named = {p.side for p in draft.people}
        for actor in (a for act in draft.acts for a in act.sources + act.targets):
            if actor.kind != "role" or actor.side not in draft.sides or actor.side in named:
                continue
            if actor.office in _LOOSE or actor.former or actor.side == draft.host:
                continue
            add_people(draft, _holder(actor, registry))


def _holder(actor: Actor, registry: Registry) -> list[Actor]:
    """The one person of the story in an actor's office, as a participant."""
    held = [p for p in registry.people if (p.side, p.office) == (actor.side, actor.office)]
    if len(held) != 1:
        return []
    (person,) = held
    return [
        replace(
            actor, kind="person", name=person.name, entity=person.entity, title=person.title,
            plural=False,
        )
    ]  # fmt: skip
