"""Whose those are who are told of by offices of no state: the story's home's, or a host's."""

from dragoman.core.quick import replace
from dragoman.extract.actors import Actor

LOOSE = (None, "official", "private", "legislator")
"""What says of several people less than whom they stand for."""
LEADERS = frozenset(
    {"head_of_state", "head_of_government", "deputy_head_of_government", "crown_prince", "org_head"}
)
"""Offices of those who are told of together as leaders."""
_NATIONAL = frozenset(
    {"head_of_state", "head_of_government", "deputy_head_of_government", "crown_prince",
     "foreign_minister", "defence_minister", "interior_minister", "finance_minister",
     "national_security_adviser"}
)  # fmt: skip
"""Offices of which a state has one holder."""
_OF_STATES = _NATIONAL | {"trade_minister", "energy_minister", "other_minister", "legislator",
                          "royal", "deputy_foreign_minister", "military_chief"}  # fmt: skip
"""Offices of some state that receive guests."""


def at_home(actor: Actor, telling: Actor | None, home: str | None) -> str | None:
    """The state of an office told without one: of who says so, else of the story.

    "Downing Street said the prime minister ..." means the British one, a story from Lima that
    begins with "the foreign minister" the Peruvian one; who visits, or is somebody's
    counterpart, comes from elsewhere.
    """
    elsewhere = actor.peer or actor.visiting or actor.former or actor.theirs
    if actor.office not in _NATIONAL or actor.plural or elsewhere:
        return None
    if telling is not None and telling.kind in ("polity", "body"):
        return telling.side
    return home


def of_teller(actor: Actor, telling: Actor | None, before: Actor | None) -> Actor:
    """Somebody's minister or envoy as of whoever says what the sentence tells, if anybody does.

    "Norway said its minister met the king": Norway's. Whose he is to whom another does something
    stays open: "Norway said Kenya expelled its envoy". Organisations have no ministers.
    """
    alone = actor.theirs and not (actor.side or actor.peer or actor.plural)
    if not alone or before is not None or telling is None or telling.side is None:
        return actor
    if telling.kind == "organization" and actor.office in _OF_STATES:
        return actor
    return replace(actor, side=telling.side)


def of_host(actor: Actor, guest: Actor | None, host: str | None) -> tuple[Actor, ...]:
    """Whom a guest met, told by an office alone, as one of the state that the guest visits.

    "The Finnish premier arrived in Lilongwe on Monday. He met President Lazarus Banda."
    """
    if host is None or guest is None or guest.side in (None, host) or actor.side:
        return ()
    elsewhere = actor.peer or actor.visiting or actor.former or actor.theirs
    if actor.office not in _OF_STATES or actor.plural or elsewhere:
        return ()
    return (replace(actor, side=host),)


def no_owner_of_himself(
    actor: Actor, known: Actor | None, guest: Actor | None, host: str | None
) -> Actor | None:
    """The host's holder of an office told as somebody's, where the guest holds one of his own.

    «يزور رئيس كرواتيا كازاخستان بدعوة من رئيسها» (yazūr raʾīs Kruwātiyā Kāzākhistān bi-daʿwa min
    raʾīsihā, "Croatia's president visits Kazakhstan at the invitation of its president").
    """
    if not actor.theirs or known is None or guest is None or host in (None, guest.side):
        return known
    himself = known.side == guest.side and guest.office == actor.office
    return replace(actor, side=host) if himself else known


def posted_to(guest: Actor | None) -> str | None:
    """The state at which an ambassador told with it is: «السفير الكوري لدى الكويت».

    (as-safīr al-kūrī ladā l-Kuwayt, "the Korean ambassador to Kuwait"; the ministers whom he meets
    are of that state.)
    """
    return guest.host if guest is not None and guest.office == "ambassador" else None


def receiving(told: tuple[Actor, ...], guests: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Those told by an office alone who receive an ambassador, as of the state he is posted to."""
    posts = {posted_to(a) for a in guests}
    post = posts.pop() if len(posts) == 1 else None
    own = post and all(a.office in _OF_STATES and not (a.side or a.theirs or a.peer) for a in told)
    return tuple(replace(a, side=post) for a in told) if own else ()
