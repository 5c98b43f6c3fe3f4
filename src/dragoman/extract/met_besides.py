"""Contacts with one side that a story tells as two: "also met its foreign minister"."""

from collections.abc import Iterable, Iterator, Mapping

from dragoman.extract.clauses import Clause
from dragoman.extract.drafts import Draft

_VAGUE = frozenset({"ambassador", "envoy", "official", "org_head", "other_minister", "private"})
_BEGIN = 8
"""Among so many words at the beginning of a sentence stands "also" where it tells more."""


def retold(drafts: Iterable[Draft], draft: Draft, clauses: Mapping[int, Clause]) -> Iterator[Draft]:
    """Those of the contacts told so far that `draft` can tell once more.

    "He also met Chile's foreign minister" tells another meeting than that with Chile's speaker.
    """
    act = draft.acts[0]
    clause = clauses[act.sentence]
    begin = clause.norms[:_BEGIN]
    more = not act.nominal and not clause.pack.discourse["also"].isdisjoint(begin)
    for told in drafts:
        if not (more and act.sentence not in told.sentences and _of_other_offices(told, draft)):
            yield told


def _of_other_offices(one: Draft, other: Draft) -> bool:
    """True where some side is told to have sent holders of quite different offices."""
    mine, yours = _offices(one), _offices(other)
    return any(mine[s].isdisjoint(yours[s]) for s in mine.keys() & yours.keys())


def _offices(draft: Draft) -> dict[str, set[str]]:
    """The offices of each side, where all of its people are told by an office that tells."""
    found: dict[str, set[str]] = {}
    unknown: set[str] = set()
    for act in draft.acts:
        for actor in act.sources + act.targets:
            if actor.side is None:
                continue
            if actor.office is None or actor.office in _VAGUE:
                unknown.add(actor.side)
            else:
                found.setdefault(actor.side, set()).add(actor.office)
    return {side: offices for side, offices in found.items() if side not in unknown}
