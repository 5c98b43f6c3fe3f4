"""Engagements out of acts: one entry a contact, however many sentences tell of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dragoman.core.interval import Interval
from dragoman.core.reading import Place
from dragoman.extract.actors import Actor
from dragoman.extract.acts import Act, View
from dragoman.extract.factuality import Status
from dragoman.extract.registry import same_person
from dragoman.extract.stories import StoryActs
from dragoman.extract.whereabouts import Whereabouts
from dragoman.knowledge.world import World, telling

ROOM = frozenset({"meeting", "consultations", "summit", "conference", "signing", "ceremony"})
_GENERAL = ("meeting",)
_COMING = frozenset({"attend", "accompany"})
_CALL = "call"
_PHRASE = 6
"""How many nodes a noun may stand from the verb that it tells an act with."""
MANY_SIDES = 12


@dataclass(slots=True)
class Draft:
    """An engagement in the making."""

    kind: str
    status: Status
    sides: tuple[str, ...]
    people: list[Actor]
    acts: list[Act]
    date: Interval | None = None
    date_told: bool = False
    place: Place | None = None
    sidelines_of: str | None = None
    round: int | None = None
    minutes: int | None = None
    sentences: set[int] = field(default_factory=set)
    host: str | None = None

    @property
    def weight(self) -> float:
        """How sure the best of its tellings is."""
        return max(a.rule.weight for a in self.acts)

    @property
    def vague(self) -> bool:
        """True where nothing told so far says whether they met or called each other."""
        return all(a.rule.vague for a in self.acts)


def draft_engagements(story: StoryActs, world: World, when: Whereabouts) -> list[Draft]:
    """All engagements of a story, each once, in the order in which they are first told."""
    drafts: list[Draft] = []
    headlines = {v.sentence.index for v in story.views if v.sentence.headline}
    told = [a for a in story.acts if a.rule.engagement and a.status != "hypothetical"]
    for act in sorted(told, key=lambda a: a.sentence in headlines):
        for draft in _from_act(_with_host(act, drafts), world, when):
            if _CALL in story.titled and draft.vague and draft.status == "happened":
                draft.kind, draft.place = _CALL, None
            if act.sentence in headlines:
                _as_in_body(draft, drafts)
            same = next((d for d in drafts if _same(d, draft)), None)
            if same is not None:
                _merge(same, draft)
            elif act.sentence not in headlines or not _told_in_body(draft, drafts):
                drafts.append(draft)
    add_attendance(story, drafts)
    _share_places(drafts)
    return drafts


def _with_host(act: Act, drafts: Sequence[Draft]) -> Act:
    """A visit told without its goal goes to where the visitor met somebody already told of."""
    if act.rule.engagement != "visit" or act.host or act.targets or not act.sources:
        return act
    own = {a.side for a in act.sources}
    for draft in drafts:
        others = set(draft.sides) - own
        afar = draft.kind in ("call", "letter") and act.status != "planned"
        if len(draft.sides) == 2 and len(others) == 1 and not afar:
            host = next(iter(others))
            if draft.place is None or draft.place.country in (None, host):
                return replace(act, host=host)
    return act


def add_attendance(story: StoryActs, drafts: list[Draft]) -> None:
    """Adds those of whom a later sentence says that they attended, chaired or came along.

    People without a side of their own count for the side last named («من الجانب اللبناني»,
    min al-jānib al-lubnānī, "on the Lebanese side"), at first for the host.
    """
    for view in story.views:
        clause = view.clause
        told = any(
            n.element and any(e.id in _COMING for e in n.element.entries) for n in clause.nodes
        )
        before = [d for d in drafts if min(d.sentences) <= view.sentence.index]
        if not told or not before or view.sentence.headline:
            continue
        draft = max(before, key=lambda d: max(k for k in d.sentences if k <= view.sentence.index))
        if draft.kind in ("visit", "call", "letter"):
            continue
        people = list(_attending(view, story, draft))
        if all(p.side in draft.sides for p in people):
            add_people(draft, people)


def _attending(view: View, story: StoryActs, draft: Draft) -> Iterable[Actor]:
    """Everybody named in a sentence on attendance, each with a side."""
    sources = draft.acts[0].sources
    side = sources[0].side if sources else None
    for node in view.clause.nodes:
        if node.element and any(e.id == "accompany" for e in node.element.entries):
            targets = draft.acts[0].targets
            side = targets[0].side if targets else side
        for actor in node.actors:
            if actor.kind == "body" and actor.side in draft.sides:
                side = actor.side
            if actor.kind != "person" or not actor.name:
                continue
            known = story.registry.find(actor.name)
            own = actor.side or (known.side if known else None)
            if own is None and actor.office is None:
                continue
            office = (known.office if known else None) or actor.office
            entity = known.entity if known else actor.entity
            name = known.name if known else actor.name
            yield replace(actor, side=own or side, office=office, entity=entity, name=name)


def _as_in_body(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Gives what only the headline tells the status and days of the body's contact."""
    told = next((d for d in drafts if d.sides == draft.sides), None)
    if told is not None:
        draft.status = told.status
        draft.date = draft.date or told.date


def _told_in_body(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """True where the body tells of such a contact: the headline is then no contact of its own."""
    return any(d.sides == draft.sides and _sort(d.kind) == _sort(draft.kind) for d in drafts)


def _from_act(act: Act, world: World, when: Whereabouts) -> Iterable[Draft]:
    """The engagements that one act tells: a visit to three states is three."""
    rule = act.rule
    assert rule.engagement is not None
    actors = tuple(a for a in act.sources + act.targets if not world.seatless(a.side))
    sides = [a.side for a in actors if a.side]
    if rule.engagement == "visit":
        yield from _visits(act, world, when)
        return
    gathering = rule.engagement in ("summit", "conference")
    host = act.host or (when.country(act) if gathering and len(set(sides)) < 2 else None)
    if gathering and host and host not in sides and not world.seatless(host):
        sides.append(host)
    different = tuple(sorted(set(sides)))
    if len(different) < 2 or len(different) > MANY_SIDES:
        return
    draft = _draft(act, different, _people(actors), when)
    if "subject" in rule.host and draft.place is None:
        draft.place = Place(act.sources[0].side) if act.sources else None
    yield draft
    for actor in actors:
        if actor.visiting and actor.side:
            others = [a.side for a in actors if a.side and a.side != actor.side]
            if others:
                visit = replace_rule(act, "visit")
                yield _draft(
                    visit, tuple(sorted({actor.side, others[0]})), _people([actor]), when,
                    Place(others[0]),
                )  # fmt: skip


def replace_rule(act: Act, kind: str) -> Act:
    """The same act told as an engagement of another kind."""
    return replace(act, rule=replace(act.rule, engagement=kind))


def _visits(act: Act, world: World, when: Whereabouts) -> Iterable[Draft]:
    """A visit for each visiting side and each host."""
    visitors = [a for a in act.sources if a.side]
    own = {a.side: a for a in reversed(visitors) if a.side}
    if len(own) > 1 and any(a.kind != "person" for a in visitors):
        return
    hosts = [a.side for a in act.targets if a.side and a.side not in own]
    if act.host and act.host not in own:
        hosts.insert(0, act.host)
    hosts = [h for h in hosts if not world.seatless(h)]
    for side in sorted(own, key=lambda s: visitors.index(own[s])):
        people = _people(a for a in visitors if a.side == side)
        for k, host in enumerate(dict.fromkeys(hosts)):
            place = when.host_place(act, host) if k == 0 else Place(host)
            draft = _draft(act, tuple(sorted((side, host))), people, when, place)
            draft.host = host
            yield draft


def _draft(
    act: Act,
    sides: tuple[str, ...],
    people: list[Actor],
    when: Whereabouts,
    place: Place | None = None,
) -> Draft:
    date = when.date(act)
    status = act.status
    if status == "happened" and date is not None and when.is_future(date):
        status = "planned"
    kind = act.rule.engagement or "meeting"
    if kind not in ("call", "letter") and place is None:
        place = when.place(act)
    return Draft(
        kind=kind,
        status=status,
        sides=sides,
        people=people,
        acts=[act],
        date=date,
        date_told=date is not None,
        place=None if kind in ("call", "letter") else place,
        sidelines_of=when.sidelines(act),
        round=when.round(act),
        minutes=when.minutes(act),
        sentences={act.sentence},
    )


def _people(actors: Iterable[Actor]) -> list[Actor]:
    return [a for a in actors if a.kind == "person" and a.name and a.side]


def _sort(kind: str) -> str:
    return "room" if kind in ROOM else kind


def _same(one: Draft, other: Draft) -> bool:
    """True where two tellings can be of one contact."""
    if one.sides != other.sides:
        return False
    phrase = one.kind == other.kind and _one_phrase(one, other)
    if one.date and other.date and not one.date.overlaps(other.date) and not phrase:
        return False
    if not _people_agree(one.people, other.people):
        return False
    if _sort(one.kind) != _sort(other.kind):
        return other.kind in _GENERAL and one.kind == "call" and not _adds_people(one, other)
    if one.status != other.status:
        if other.acts[0].known and other.date is None:
            return one.kind == other.kind
        return other.kind in _GENERAL and other.date is None and not _adds_people(one, other)
    return _kinds_agree(one, other)


def _one_phrase(one: Draft, other: Draft) -> bool:
    """True for a verb and its noun, which tell one thing: "will pay a visit"."""
    return not one.sentences.isdisjoint(other.sentences) and any(
        a.sentence == b.sentence and a.nominal != b.nominal and abs(a.node - b.node) <= _PHRASE
        for a in one.acts
        for b in other.acts
    )


def _adds_people(one: Draft, other: Draft) -> bool:
    """True where the second telling names somebody whom the first does not."""
    known = [telling(p.name or "") for p in one.people]
    return any(not any(same_person(telling(p.name or ""), k) for k in known) for p in other.people)


def _kinds_agree(one: Draft, other: Draft) -> bool:
    """True unless each is of a kind of its own, such as a signing and a conference."""
    return one.kind == other.kind or one.kind in _GENERAL or other.kind in _GENERAL


def _people_agree(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """True unless some side sent different people."""
    for side in {a.side for a in one} & {a.side for a in other}:
        mine = [telling(a.name or "") for a in one if a.side == side]
        yours = [telling(a.name or "") for a in other if a.side == side]
        if not any(same_person(m, y) for m in mine for y in yours):
            return False
    return True


def _merge(draft: Draft, other: Draft) -> None:
    """Adds a second telling to an engagement."""
    draft.acts.extend(other.acts)
    draft.sentences |= other.sentences
    if draft.kind in _GENERAL and other.kind not in (*_GENERAL, "signing"):
        draft.kind = other.kind
    if other.date and (draft.date is None or other.date.days < draft.date.days):
        draft.date = other.date
        draft.date_told = True
    draft.place = _narrower(draft.place, other.place)
    draft.sidelines_of = draft.sidelines_of or other.sidelines_of
    draft.round = draft.round or other.round
    draft.minutes = draft.minutes or other.minutes
    add_people(draft, other.people)


def add_people(draft: Draft, people: Iterable[Actor]) -> None:
    """Adds participants that are not there yet."""
    for person in people:
        words = telling(person.name or "")
        known = [
            k
            for k, p in enumerate(draft.people)
            if p.side == person.side and same_person(words, telling(p.name or ""))
        ]
        if not known:
            draft.people.append(person)
        elif draft.people[known[0]].office is None and person.office:
            draft.people[known[0]] = replace(draft.people[known[0]], office=person.office)


def _narrower(one: Place | None, other: Place | None) -> Place | None:
    """The place that says more, where they do not contradict."""
    if one is None or other is None:
        return one or other
    if one.country in (None, other.country) and other.city and not one.city:
        return other
    return one


def _share_places(drafts: list[Draft]) -> None:
    """Meetings of a visitor share place and days with the visit that they are part of.

    Meetings of the same sides at one time share a place.
    """
    for visit in (d for d in drafts if d.kind == "visit"):
        for draft in drafts:
            if draft.kind in ("visit", "call", "letter") or draft.status != visit.status:
                continue
            if set(draft.sides) != set(visit.sides):
                continue
            if draft.date and visit.date and not draft.date.overlaps(visit.date):
                continue
            draft.date = draft.date or visit.date
            visit.date = visit.date or draft.date
            draft.place = _narrower(draft.place, visit.place)
            if visit.place is None or visit.place.city or draft.place is None:
                continue
            if draft.place.city and draft.place.country == visit.place.country:
                visit.place = draft.place
    for draft in drafts:
        if draft.place is None and _sort(draft.kind) == "room":
            draft.place = next((d.place for d in drafts if _beside(draft, d)), None)


def _beside(draft: Draft, other: Draft) -> bool:
    """True for contacts of the same sides at the same time, of which the other's place is told."""
    if other.place is None or other.sides != draft.sides or other.status != draft.status:
        return False
    return draft.date is None or other.date is None or draft.date.overlaps(other.date)
