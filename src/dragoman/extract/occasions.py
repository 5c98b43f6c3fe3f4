"""When and where contacts were, as other sentences and the visits around them tell."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.core.interval import Interval
from dragoman.extract.act import View
from dragoman.extract.drafts import Draft, narrower
from dragoman.extract.factuality import status_of
from dragoman.extract.stays import stretch_stays
from dragoman.extract.stories import StoryActs
from dragoman.extract.whereabouts import Whereabouts
from dragoman.knowledge.world import World

_REACH = 2
"""How many sentences a contact may stand from one that tells its day."""
_VERB_NEAR = 8
_MONTH = 31
_OPENING, _NEAR_DAYS = 3, 3
_LEAD = 4
"""How many sentences behind a gathering what went on beside it is told."""
_PRINTED = timedelta(days=1)
"""Papers tell in the morning what was to come when they were written."""
_STAY = timedelta(days=7)
"""So long a visit that somebody arrived for goes on, where nothing else is told."""


def add_occasions(story: StoryActs, drafts: list[Draft], when: Whereabouts) -> None:
    """Gives contacts the days and places of sentences such as "The talks will be held in Hanoi".

    "The next round will take place in Hanoi in May" tells of one more. A visit has all the days
    that it is told to last.
    """
    stretch_stays(story, drafts)
    for view in story.views:
        at = None if view.sentence.headline else _occasion(view)
        if at is None:
            continue
        near = [d for d in drafts if d.sort == "room" and _distance(d, view) <= _REACH]
        if near and _is_next(view, at):
            _add_next(near[-1], view, at, drafts, when)
            continue
        near = [d for d in near if d.date is None or d.place is None]
        if not near:
            continue
        draft = min(near, key=lambda d: _distance(d, view))
        told = replace(draft.acts[0], sentence=view.sentence.index, node=at)
        draft.date = draft.date or when.date(told)
        draft.date_told = draft.date is not None
        draft.place = narrower(draft.place, when.place(told))


def share_days(story: StoryActs, drafts: Sequence[Draft]) -> None:
    """Dates plans told as what goes with another: "will also meet", "on the sidelines of this".

    «كما سيعقد اجتماعا ثلاثيا» (kamā sa-yaʿqid ijtimāʿan thulāthiyyan, "he will also hold a meeting
    of three"), right behind the contact of that day.
    """
    _share_gatherings(story, drafts)
    plans = [d for d in drafts if not d.date and d.status == "planned" and d.sort == "room"]
    if not plans:
        return
    beside = {v.sentence.index for v in story.views if _beside_another(v)}
    for draft in plans:
        first = min(draft.sentences)
        if first not in beside:
            continue
        for other in reversed(drafts):
            near = first - max((k for k in other.sentences if k <= first), default=first - 9) <= 1
            shared = set(other.sides) & set(draft.sides)
            if near and shared and other.date and other.date.days <= _NEAR_DAYS:
                draft.date = other.date
                break


def _beside_another(view: View) -> bool:
    """True for a sentence that opens with a word that adds to what was told, or with an aside."""
    nodes = [k for k, n in enumerate(view.clause.nodes[:_OPENING]) if n.letter != "&"]
    aside = any(
        n.element and any(e.id == "sidelines" for e in n.element.entries) for n in view.clause.nodes
    )
    adds = view.clause.pack.discourse["besides"]
    return aside or any(view.clause.norm(k) in adds for k in nodes[:1])


def _occasion(view: View) -> int | None:
    """The node of "the meeting" or the like, where its sentence says that it takes place."""
    clause = view.clause
    pack = clause.pack
    for i in range(1, min(len(clause.nodes), _VERB_NEAR)):
        if clause.norm(i) not in pack.classes["occasion"]:
            continue
        before = {clause.norm(k) for k in range(max(0, i - 3), i)}
        if not before & (pack.classes["definite"] | pack.classes["next"]):
            continue
        for j in range(i + 1, min(len(clause.nodes), i + _VERB_NEAR)):
            if clause.meanings(j) & pack.factuality["occurring"]:
                return i
    return None


def _is_next(view: View, i: int) -> bool:
    """True for "the next principal-level meeting", of which nothing else is told."""
    clause = view.clause
    told = any(clause.norm(k) in clause.pack.classes["next"] for k in range(max(0, i - 3), i))
    return told and status_of(clause, i, nominal=True) == "planned"


def _add_next(last: Draft, view: View, at: int, drafts: list[Draft], when: Whereabouts) -> None:
    """Adds the next contact of the sides of the last one."""
    index = view.sentence.index
    if any(index in d.sentences and d.sort == "room" for d in drafts):
        return
    act = replace(
        last.acts[0], sentence=index, node=at, status="planned", evidence=view.sentence.span
    )
    drafts.append(
        Draft(
            last.kind, "planned", last.sides, [], [act], when.date(act), True, when.place(act),
            sentences={index},
        )
    )  # fmt: skip


def _distance(draft: Draft, view: View) -> int:
    return min(abs(k - view.sentence.index) for k in draft.sentences)


def share_places(drafts: Sequence[Draft], when: Whereabouts) -> None:
    """Meetings of a visitor share place and days with the visit that they are part of.

    Meetings of the same sides at one time share a place.
    """
    for visit in (d for d in drafts if d.kind == "visit"):
        _share_setting(visit, drafts, when)
        for draft in drafts:
            if draft.kind in ("visit", "call", "letter") or set(draft.sides) != set(visit.sides):
                continue
            if not _part_of(draft, visit):
                continue
            to_come = draft.status == "planned"
            if _close(draft, visit) and not (to_come and when.is_over(visit.date, _PRINTED)):
                draft.date = draft.date or _day_of_news(draft, visit, when) or visit.date
            visit.date = visit.date or (draft.date if draft.status == visit.status else None)
            draft.place = narrower(draft.place, visit.place)
            if visit.place is None or visit.place.city or draft.place is None:
                continue
            if draft.place.city and draft.place.country == visit.place.country:
                visit.place = draft.place
    for draft in drafts:
        if draft.place is None and draft.sort == "room":
            draft.place = next((d.place for d in drafts if _beside(draft, d)), None)


def _share_gatherings(story: StoryActs, drafts: Sequence[Draft]) -> None:
    """Gives what went on beside a gathering its place: "on the sidelines of the summit"."""
    gathered = [d for d in drafts if d.kind in ("summit", "conference") and d.place]
    beside = {v.sentence.index for v in story.views if _beside_another(v)} if gathered else set()
    for draft in drafts:
        if draft.place is not None or draft.sort != "room" or min(draft.sentences) not in beside:
            continue
        for other in gathered:
            near = min(draft.sentences) - min(other.sentences)
            same = other.status == draft.status and set(other.sides) & set(draft.sides)
            if same and 0 <= near <= _LEAD:
                draft.place = other.place
                draft.date = draft.date or other.date


def own_disputed(drafts: Sequence[Draft], world: World) -> None:
    """Gives a contact in a disputed place the side that is said to hold it, where one takes part.

    Whoever meets Israel's premier in Jerusalem does so in Israel.
    """
    for draft in drafts:
        at = draft.place
        if at is None or at.country or not at.geonames:
            continue
        known = world.place(str(at.geonames))
        note = known.note if known else ""
        holders = [s for s in draft.sides if s in world.polities and world.polities[s].name in note]
        if len(holders) == 1:
            draft.place = replace(at, country=holders[0])


def _share_setting(visit: Draft, drafts: Sequence[Draft], when: Whereabouts) -> None:
    """Gives what is done "during a visit" its place and days, whoever else is met there."""
    for draft in drafts:
        if draft.sort != "room" or visit.host is None or set(draft.sides) == set(visit.sides):
            continue
        guests = set(visit.sides) - {visit.host}
        if guests & set(draft.sides) and when.during(visit.acts, draft.acts):
            draft.place = draft.place or visit.place
            draft.date = draft.date or visit.date


def _day_of_news(draft: Draft, visit: Draft, when: Whereabouts) -> Interval | None:
    """The day of the story's news, where a visitor had come before then and met somebody."""
    if draft.status != "happened" or not visit.arrived or visit.date is None:
        return None
    news = None if not draft.sentences.isdisjoint(visit.sentences) else when.news_day()
    if news is None or not timedelta(0) < news.earliest - visit.date.latest <= _STAY:
        return None
    return news


def _close(draft: Draft, visit: Draft) -> bool:
    """True where a visit's days are told closely enough for what is told elsewhere."""
    told = visit.date is not None and visit.date.days <= _MONTH
    return told or not draft.sentences.isdisjoint(visit.sentences)


def _part_of(draft: Draft, visit: Draft) -> bool:
    """True for a contact on the days of a visit, though it may still be to come."""
    begun = draft.status == "planned" and visit.status == "happened"
    if not (draft.date and visit.date):
        there = visit.arrived or not draft.sentences.isdisjoint(visit.sentences)
        return draft.status == visit.status or (begun and there)
    if draft.status != visit.status and not begun:
        return False
    stay = draft.date.earliest - visit.date.latest
    there = visit.arrived or begun
    return draft.date.overlaps(visit.date) or (there and timedelta(0) < stay <= _STAY)


def _beside(draft: Draft, other: Draft) -> bool:
    """True for contacts of the same sides at the same time, of which the other's place is told."""
    if other.place is None or other.sides != draft.sides or other.status != draft.status:
        return False
    return draft.date is None or other.date is None or draft.date.overlaps(other.date)
