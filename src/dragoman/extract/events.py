"""PLOVER events and statements out of acts and engagements, each kind once a pair and story."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations

from dragoman.core.interval import Interval
from dragoman.core.spans import Span
from dragoman.extract.act import ANNOUNCED, Act, of_others
from dragoman.extract.actors import Actor
from dragoman.extract.drafts import Draft
from dragoman.extract.said_in import engagement_of

VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
KINDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_OF_STATE = VERBAL - {"REQUEST"}
"""Types of acts that only those in office do for their state; an ousted president asks for help."""
_LONG_AGO = timedelta(days=60)
_FEW = 3
_TWO = 2
Telling = tuple[int, str]
"""A sentence, by its number, and the type of what it tells."""
NOBODY = Actor("polity", 0, 0)
"""Stands for a doer or a target that the text does not tell."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One event in the making: who did what to whom, in which status, said where."""

    type: str
    mode: str | None
    source: Actor
    target: Actor
    status: str
    rule: str
    weight: float
    act: Act
    evidence: Span
    date: Interval | None = None
    draft: Draft | None = None
    symmetric: bool = False

    @property
    def contact(self) -> bool:
        """True for what an engagement itself is: talks, or the plan to hold them."""
        return self.draft is not None and self.draft.acts[0] is self.act

    @property
    def key(self) -> tuple[str, ...]:
        """What a story tells only once; within one polity, between the same sectors."""
        key = self.type, self.source.side or "", self.target.side or "", self.status
        if self.source.side and self.target.side and self.source.side != self.target.side:
            return key
        return *key, self.source.sector or "", self.target.sector or ""


def deeds_of(
    acts: Sequence[Act],
    drafts: Sequence[Draft],
    since: Interval | None,
    told_on: Callable[[Act], Interval | None],
) -> list[Deed]:
    """All events of a story in reading order, one for each type, source, target and status.

    `told_on` says on which days the text tells an act to have been; what was long before the
    story, which was written on the days `since` or later, is historical.
    """
    found: dict[tuple[str, ...], Deed] = {}
    dated = (_dated(d, told_on(d.act), since) for d in _from_acts(acts, drafts))
    for deed in (*_from_drafts(drafts, since), *dated):
        known = found.get(deed.key)
        if known is None or deed.weight > known.weight:
            found[deed.key] = deed
    return list(found.values())


def _dated(deed: Deed, days: Interval | None, published: Interval | None) -> Deed:
    """A deed with its own days, where the text tells them and they are past."""
    if deed.status != "happened" or not (days and published):
        return deed
    if days.latest < published.earliest - _LONG_AGO:
        return replace(deed, status="historical", date=days)
    return deed


def inner_deeds_of(acts: Sequence[Act], told: Sequence[Deed]) -> list[Deed]:
    """Events within one polity and those whose doer or target is open, beside those `told`.

    What has no target is left out where its sentence tells the same of somebody.
    """
    found: dict[tuple[str, ...], Deed] = {}
    for act in acts:
        kind, mode, status = _told_as(act)
        for source in act.sources or (NOBODY,):
            for target in act.targets or (NOBODY,):
                deed = Deed(
                    kind, mode, source, target, status, act.rule.id, act.rule.weight, act,
                    act.evidence, symmetric=act.rule.joint,
                )  # fmt: skip
                known = found.get(deed.key)
                if known is None or deed.weight > known.weight:
                    found[deed.key] = deed
    whole, sided = set(), set()
    for deed in (*told, *found.values()):
        telling = deed.act.sentence, deed.type
        if deed.target is not NOBODY and deed.source is not NOBODY:
            whole.add(telling)
        if deed.source.side or deed.target.side:
            sided.add(telling)
    return [d for d in found.values() if _worth_telling(d, whole, sided)]


def _worth_telling(deed: Deed, whole: Container[Telling], sided: Container[Telling]) -> bool:
    """True for what its sentence does not tell of somebody else, or of sides that are known."""
    telling = deed.act.sentence, deed.type
    if not (deed.source.side or deed.target.side) and telling in sided:
        return False
    return (deed.target is not NOBODY and deed.source is not NOBODY) or telling not in whole


def _told_as(act: Act) -> tuple[str, str | None, str]:
    """Type, mode and status of the event that an act is: what is planned is agreed.

    What a speaker says that others will do is no promise of his: "Chad said Mali will help". To
    announce a retreat is a concession: "Chad will free the sailors"; what both will do is agreed.
    """
    assert act.rule.act is not None
    kind, mode, status = act.rule.act, act.mode, act.status
    if act.warns:
        return "THREATEN", mode, "happened"
    own = not (of_others(act.sources, act.speaker) or act.rule.joint)
    if status == "planned" and kind == "RETREAT" and own:
        return "CONCEDE", None, "happened"
    if status == "planned" and kind in KINDLY and "teller" not in act.rule.source:
        return "AGREE", None, "happened"
    if status == "planned" and kind in ANNOUNCED:
        return kind, mode, "happened"
    return kind, mode, "denied" if status == "cancelled" else status


def _from_drafts(drafts: Sequence[Draft], published: Interval | None) -> Iterator[Deed]:
    """A contact is CONSULT of its sides; a planned one AGREE of whoever plans it."""
    travelled = {frozenset(d.sides): d for d in drafts if d.kind == "visit" and d.host}
    for draft in drafts:
        act = draft.acts[0]
        if draft.status not in ("happened", "planned"):
            continue
        status = "happened"
        if draft.date and published and draft.date.latest < published.earliest - _LONG_AGO:
            status = "historical"
        planned = draft.status == "planned"
        kind = "AGREE" if planned else "CONSULT"
        own = draft.kind == "visit" and bool(draft.host)
        visit = draft if own else travelled.get(frozenset(draft.sides))
        for source, target in _pairs(
            draft, visit if visit and visit.status == draft.status else None
        ):
            yield Deed(
                kind,
                None if planned else _mode(draft),
                source,
                target,
                status,
                act.rule.id,
                draft.weight,
                act,
                act.evidence,
                draft.date,
                draft,
                symmetric=not planned and draft.kind != "visit",
            )


def _mode(draft: Draft) -> str | None:
    if draft.kind in ("visit", "call"):
        return {"visit": "visit", "call": "phone"}[draft.kind]
    if len(draft.sides) > 2 or draft.kind in ("summit", "conference"):
        return "multilateral"
    return None


def _pairs(draft: Draft, visit: Draft | None) -> Iterator[tuple[Actor, Actor]]:
    """Who met whom: both sides once, or each with the host of a larger gathering."""
    act = draft.acts[0]
    by_side = {a.side: a for a in reversed(act.sources + act.targets) if a.side}
    actors = {s: by_side.get(s) or Actor("polity", 0, 0, side=s) for s in draft.sides}
    if len(draft.sides) == 2:
        one, other = draft.sides
        invites = draft.status == "planned" and act.rule.guests
        if visit is not None and visit.host in draft.sides and not invites:
            one, other = (s for s in sorted(draft.sides, key=lambda s: s == visit.host))
        elif draft.status == "planned" and act.sources and act.sources[0].side == other:
            one, other = other, one
        yield actors[one], actors[other]
        return
    if (hub := _meets_each(act, draft)) is not None:
        for side in draft.sides:
            if side != hub:
                ahead = (hub, side) if draft.status == "planned" else sorted((hub, side))
                yield actors[ahead[0]], actors[ahead[1]]
        return
    met = _met_by_two(act, draft)
    host = met or act.host or (draft.place.country if draft.place else None)
    told = [a.side for a in act.sources + act.targets if a.side in actors]
    if met is None and len(draft.sides) <= _FEW:
        yield from combinations([actors[s] for s in dict.fromkeys([*told, *actors]) if s], _TWO)
    elif host in actors:
        for side in draft.sides:
            if side != host:
                yield tuple(sorted((actors[side], actors[host]), key=lambda a: a.side or ""))  # type: ignore[misc]
    else:
        first = [side for side in dict.fromkeys(told) if side][:2]
        if len(first) == 2:
            yield actors[first[0]], actors[first[1]]


def _meets_each(act: Act, draft: Draft) -> str | None:
    """The side that meets each of several others: "A met his counterparts of B and C in B"."""
    told = {a.side for a in act.sources if a.side}
    met = {a.side for a in act.targets if a.side} - told
    hub = next(iter(told)) if len(told) == 1 and 1 < len(met) <= _FEW else None
    return hub if hub is not None and met | told == set(draft.sides) else None


def _met_by_two(act: Act, draft: Draft) -> str | None:
    """The side that two others together have a contact with: "A and B held talks with C"."""
    told = {a.side for a in act.targets if a.side} - {a.side for a in act.sources}
    alone = act.rule.joint and len(draft.sides) == _TWO + 1 and len(told) == 1
    return next(iter(told)) if alone else None


def _from_acts(acts: Sequence[Act], drafts: Sequence[Draft]) -> Iterator[Deed]:
    for act in acts:
        rule = act.rule
        if rule.act is None or (rule.engagement and rule.act == "CONSULT"):
            continue
        if rule.act in _OF_STATE and act.sources and all(a.former for a in act.sources):
            continue  # who held office once speaks for himself
        kind, mode, status = _told_as(act)
        mutual = kind == "AGREE" and rule.act in ("AGREE", "COOPERATE")
        together = mutual and not act.targets and len(_sides(act.sources)) > 1
        if rule.joint or together:
            yield from _joint(act, kind, mode, status, drafts)
            continue
        for source in _sides(act.sources):
            for target in _sides(act.targets):
                if source.side != target.side:
                    draft = engagement_of(act, source, target, drafts, kind in VERBAL)
                    yield Deed(
                        kind, mode, source, target, status, rule.id, rule.weight, act,
                        act.evidence, None, draft,
                    )  # fmt: skip


def _joint(
    act: Act, kind: str, mode: str | None, status: str, drafts: Sequence[Draft]
) -> Iterator[Deed]:
    """A joint act of two sides once; of more, the first with each other."""
    actors = _sides(act.sources + act.targets)
    sources, targets = _sides(act.sources), _sides(act.targets)
    apart = not {a.side for a in sources} & {a.side for a in targets}
    planned = kind != act.rule.act
    if targets and apart and (len(actors) > 2 or (planned and sources)):
        pairs: Iterable[tuple[Actor, Actor]] = [(s, t) for s in sources for t in targets]
    elif len(actors) == 2:
        one, other = sorted(actors, key=lambda a: a.side or "")
        pairs = [(one, other)]
    else:
        pairs = [(actors[0], a) for a in actors[1 : _FEW + 1]] if actors else []
    for source, target in pairs:
        draft = engagement_of(act, source, target, drafts, kind in VERBAL)
        yield Deed(
            kind, mode, source, target, status, act.rule.id, act.rule.weight, act,
            act.evidence, None, draft, symmetric=not (planned and apart and targets),
        )  # fmt: skip


def _sides(actors: Iterable[Actor]) -> list[Actor]:
    """One actor a side, persons before bodies."""
    by_side: dict[str, Actor] = {}
    for actor in actors:
        if actor.side:
            by_side.setdefault(actor.side, actor)
    return list(by_side.values())
