"""Who is meant by "His Excellency" or by a title alone: whoever was told of whom it befits."""

from collections.abc import Sequence

from dragoman.extract.actors import Actor
from dragoman.extract.registry import same_title

_ROYAL = frozenset({"royal", "crown_prince", "head_of_state", "head_of_government"})
_CABINET = frozenset(
    {"head_of_government", "deputy_head_of_government", "foreign_minister", "defence_minister",
     "interior_minister", "finance_minister", "trade_minister", "energy_minister",
     "other_minister", "deputy_foreign_minister", "national_security_adviser", "org_head"}
)  # fmt: skip
_BEFITS = {
    "head": frozenset({"head_of_state"}),
    "prince": _ROYAL,
    "minister": _CABINET,
    "envoy": frozenset({"ambassador", "envoy", "assistant_foreign_minister", "legislator"}),
}
"""The offices whose holders are called so, by the rank that a pack gives its titles."""


def befitted(rank: str | None, speaker: Actor | None, told: Sequence[Actor]) -> Actor | None:
    """Whom a title of a rank means where it does not befit whoever speaks, None if it may.

    «استقبل الملك وزير خارجية مالي. ونقل معاليه التحيات» (wa-naqala maʿālīhi t-taḥiyyāt, "the king
    received Mali's foreign minister. His Excellency conveyed greetings"): the minister.
    """
    offices = _BEFITS.get(rank or "")
    if offices is None or speaker is None or speaker.office is None or speaker.office in offices:
        return None
    return next((a for a in reversed(told) if a.office in offices), None)


def other_titled(actor: Actor, known: Actor | None, pair: Sequence[Actor]) -> Actor | None:
    """Whoever the holder of an office met, where the title told is not the holder's.

    Behind "Johnson met the Iraqi Foreign Minister", "the Foreign Secretary" is Johnson.
    """
    if known is None or actor.side or same_title(actor.title, known.title):
        return None
    met = pair if known.side in {a.side for a in pair} else ()
    others = (a for a in met if a.side != known.side and same_title(actor.title, a.title))
    return next(others, None)
