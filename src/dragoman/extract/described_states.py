"""Whom "his country", "the Gulf emirate" and "the bloc" mean."""

from collections.abc import Sequence

from dragoman.extract.actors import Actor
from dragoman.knowledge.world import World


def one_described(
    what: str | None, told: Sequence[Actor | None], before: Actor | None, world: World
) -> Actor | None:
    """Whom such words mean of those `told` of, the speaker first, then the last first.

    "His country" is the speaker's. `what` is "bloc" for the organisation told of last, or names the
    organisations of one region by their ids, as in "GCC" for "the Gulf emirate": that is the
    speaker's state, or the state told of last that is a member. Whoever acts on it, `before`, is
    of another: "the Rwandan president thanked the Gulf emirate".
    """
    if what is None:
        return told[0]
    members = world.members_of(what.split("+"))
    if not members:
        return next((a for a in told[1:] if a and world.sector_of_side(a.side) == "IGO"), None)
    of_them = (a for a in told if a and a.side in members)
    return next((a for a in of_them if before is None or a.side != before.side), None)
