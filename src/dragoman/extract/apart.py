"""Contacts that one sentence tells of several people, each met by himself."""

from collections.abc import Sequence

from dragoman.core.quick import replace
from dragoman.extract.actors import Actor
from dragoman.extract.acts import Act
from dragoman.extract.clauses import Clause

_KINDS = frozenset({"meeting", "call"})


def told_apart(act: Act, clause: Clause) -> tuple[Act, ...]:
    """The contacts that an act tells: one a pair where people were met apart.

    "He met separately with his Ugandan and Rwandan counterparts", «التقى الوزيرين كلا على حدة»
    (iltaqā l-wazīrayn kullan ʿalā ḥida, "he met the two ministers one by one"): two meetings.
    """
    ours, theirs = _by_side(act.sources), _by_side(act.targets)
    if act.rule.engagement not in _KINDS or len(ours) + len(theirs) < 3 or not (ours and theirs):
        return (act,)
    first = clause.nodes[max(0, act.node - 1)].first
    stop = clause.ends(act.node, relative=False)
    words = f" {' '.join(clause.norms[first : clause.nodes[stop - 1].last])} "
    if not any(f" {phrase} " in words for phrase in clause.pack.discourse["apart"]):
        return (act,)
    return tuple(
        replace(act, sources=tuple(ours[one]), targets=tuple(theirs[other]))
        for one in ours
        for other in theirs
        if one != other
    )


def _by_side(actors: Sequence[Actor]) -> dict[str, list[Actor]]:
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        if actor.side:
            found.setdefault(actor.side, []).append(actor)
    return found
