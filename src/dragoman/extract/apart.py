"""Contacts that one sentence tells of several people, each met by himself."""

from collections.abc import Sequence
from itertools import pairwise

from dragoman.core.quick import replace
from dragoman.extract.act import Act
from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause

_KINDS = frozenset({"meeting", "call"})


def told_apart(act: Act, clause: Clause) -> tuple[Act, ...]:
    """The contacts that an act tells: one a pair where people were met apart.

    "He met separately with his Ugandan and Rwandan counterparts", «التقى الوزيرين كلا على حدة»
    (iltaqā l-wazīrayn kullan ʿalā ḥida, "he met the two ministers one by one"): two meetings. So
    with "phoned the leaders of Uganda and Rwanda", "held calls with both" and "met with Uganda's
    minister and with Rwanda's".
    """
    ours, theirs = _by_side(act.sources), _by_side(act.targets)
    if act.rule.engagement not in _KINDS or 1 not in (len(ours), len(theirs)):
        return (act,)
    if len(ours) + len(theirs) < 3:
        return (act,)
    first = clause.nodes[max(0, act.node - 1)].first
    stop = clause.nodes[clause.ends(act.node, relative=False) - 1].last
    met = min((a.first for a in act.targets if a.first > first), default=first)
    apart = _told(clause, "apart", first, stop) or _rung_up(act, clause)
    apart = apart or _led_in_each(act, clause)
    if not apart and not (len(ours) == 1 and _told(clause, "several", first, met)):
        return (act,)
    return tuple(
        replace(act, sources=tuple(ours[one]), targets=tuple(theirs[other]))
        for one in ours
        for other in theirs
        if one != other
    )


def _told(clause: Clause, phrases: str, first: int, stop: int) -> bool:
    """True where a phrase of some stands among the tokens from `first` up to `stop`."""
    words = f" {' '.join(clause.norms[first:stop])} "
    return any(f" {phrase} " in words for phrase in clause.pack.discourse[phrases])


def _led_in_each(act: Act, clause: Clause) -> bool:
    """True where one preposition more leads in those who are met: "with him and with her"."""
    row = sorted({(a.first, a.last) for a in act.targets})
    between = [clause.norms[one[1] : other[0]] for one, other in pairwise(row)]
    return any(clause.pack.prepositions.get(w) == "with" for words in between for w in words)


def _rung_up(act: Act, clause: Clause) -> bool:
    """True for those whom one caller rings up, which he does one by one."""
    rule = act.rule
    if rule.engagement != "call" or rule.target != ("object",) or act.nominal:
        return False
    return clause.pack.subject_first and len(_by_side(act.sources)) == 1


def _by_side(actors: Sequence[Actor]) -> dict[str, list[Actor]]:
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        if actor.side:
            found.setdefault(actor.side, []).append(actor)
    return found
