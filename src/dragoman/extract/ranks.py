"""Who is meant by "His Excellency": the last one told of whom a title of respect befits."""

from collections.abc import Sequence

from dragoman.extract.actors import Actor

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
