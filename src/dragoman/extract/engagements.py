"""Engagements out of acts: one entry a contact, however many sentences tell of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.core.reading import Place
from dragoman.extract.act import Act
from dragoman.extract.actors import Actor
from dragoman.extract.apart import told_apart
from dragoman.extract.attendance import add_attendance, add_welcomes
from dragoman.extract.clauses import Clause
from dragoman.extract.drafts import (
    Draft,
    add_people,
    begins_before,
    narrower,
    of_kind,
    one_stay,
    people_named,
    renames,
    talks_on,
)
from dragoman.extract.gatherings import names_no_gathering, that_gathering
from dragoman.extract.met_besides import retold
from dragoman.extract.named_later import name_holders
from dragoman.extract.occasions import add_occasions, own_disputed, share_days, share_places
from dragoman.extract.registry import same_person
from dragoman.extract.stories import StoryActs
from dragoman.extract.whereabouts import Whereabouts
from dragoman.knowledge.world import World, telling

_GENERAL = ("meeting",)
_GATHERINGS = frozenset({"summit", "conference"})
_CALL, _VISIT = "call", "visit"
_PHRASE = 6
"""How many nodes a noun may stand from the verb that it tells an act with."""
MANY_SIDES = 12
_FEW_DAYS, _MONTH = 7, 31


def draft_engagements(story: StoryActs, world: World, when: Whereabouts) -> list[Draft]:
    """All engagements of a story, each once, in the order in which they are first told."""
    drafts: list[Draft] = []
    headlines = {v.sentence.index for v in story.views if v.sentence.headline}
    clauses = {v.sentence.index: v.clause for v in story.views}
    told = [
        part
        for a in story.acts
        if a.rule.engagement and a.status != "hypothetical"
        for part in told_apart(a, clauses[a.sentence])
    ]
    for act in sorted(told, key=lambda a: a.sentence in headlines):
        gone = _with_host(act, drafts, clauses[act.sentence].pronoun_owner(act.node))
        for draft in _from_act(gone, world, when):
            if act.rule.dated and not _occasion(draft, clauses[act.sentence]):
                continue
            if _CALL in story.titled and draft.vague and draft.status == "happened":
                draft.kind, draft.place = _CALL, None
            if act.sentence in headlines:
                _as_in_body(draft, drafts)
            if any(_brought_about(d, draft) for d in drafts):
                continue
            same = next((d for d in retold(drafts, draft, clauses) if _same(d, draft)), None)
            if same is None and names_no_gathering(act, clauses[act.sentence]):
                same = next((d for d in drafts if that_gathering(d, draft)), None)
            if same is not None:
                _merge(same, draft)
            elif act.sentence not in headlines or not _told_in_body(draft, drafts):
                drafts.append(draft)
    drafts.extend(_guests_visits(story, drafts, when))
    drafts.extend(_guests_beside_hosts(story, drafts, when))
    if _VISIT in story.titled and all(d.kind != _VISIT for d in drafts):
        drafts.extend(_titled_visit(drafts, when))
    if not drafts:
        return drafts
    add_welcomes(story, drafts)
    add_attendance(story, drafts)
    name_holders(drafts, story.registry, when)
    add_occasions(story, drafts, when)
    share_places(drafts, when)
    share_days(story, drafts)
    own_disputed(drafts, world)
    return drafts


def _guests_visits(story: StoryActs, drafts: Sequence[Draft], when: Whereabouts) -> list[Draft]:
    """The visits of those whom the story calls visiting, to whom they are told to have met."""
    found: list[Draft] = []
    guests = [
        (telling(a.name), a.side)
        for view in story.views
        for node in view.clause.nodes
        for a in node.actors
        if a.visiting and a.name
    ]
    gone = [telling(p.name or "") for d in drafts if d.kind == _VISIT for p in d.people]
    for name, side in dict.fromkeys(guests):
        if any(same_person(name, other) for other in gone):
            continue
        for draft in drafts:
            met = [p for p in draft.people if same_person(telling(p.name or ""), name)]
            hosts = [s for s in draft.sides if met and s != met[0].side]
            if draft.sort != "room" or draft.status != "happened" or len(hosts) != 1:
                continue
            if len(draft.sides) != 2 or side not in (None, met[0].side):
                continue
            abroad = draft.place is not None and draft.place.country not in (None, hosts[0])
            if abroad or any(d.kind == _VISIT and d.sides == draft.sides for d in drafts):
                continue
            act = of_kind(draft.acts[0], _VISIT)
            found.append(_draft(act, draft.sides, met, when, draft.place or Place(hosts[0])))
            break
    return found


def _guests_beside_hosts(
    story: StoryActs, drafts: Sequence[Draft], when: Whereabouts
) -> Iterable[Draft]:
    """The visits of those who do something with somebody of one other side: "A and visiting B"."""
    gone = {d.sides for d in drafts if d.kind == _VISIT}
    for view in story.views:
        act = next((a for a in story.acts if a.sentence == view.sentence.index), None)
        for i, node in enumerate(view.clause.nodes):
            if act is None or not any(a.visiting and a.name for a in node.actors):
                continue
            people = [a for a in view.clause.group(i) if a.kind in ("person", "role")]
            known = [_with_side(a, story) for a in people]
            sides = tuple(sorted({a.side for a in known if a.side}))
            guests = [a for a in known if a.visiting]
            hosts = [s for s in sides if s not in {a.side for a in guests}]
            if len(sides) == 2 and len(hosts) == 1 and sides not in gone:
                gone.add(sides)
                told = replace(of_kind(act, _VISIT), status="happened")
                draft = _draft(told, sides, people_named(guests), when, Place(hosts[0]))
                draft.host = hosts[0]
                yield draft


def _with_side(actor: Actor, story: StoryActs) -> Actor:
    """A person with the side and office that the story tells elsewhere."""
    person = story.registry.find(actor.name) if actor.name else None
    if person is None:
        return actor
    return replace(actor, side=actor.side or person.side, office=actor.office or person.office)


def _titled_visit(drafts: Sequence[Draft], when: Whereabouts) -> Iterable[Draft]:
    """The visit that a title speaks of, where the body tells only who receives whom."""
    for draft in drafts:
        act = draft.acts[0]
        guests = [a for a in act.targets if a.side]
        if act.rule.host == ("subject",) and len(draft.sides) == 2 and guests and act.sources:
            place = draft.place or Place(act.sources[0].side)
            yield _draft(of_kind(act, _VISIT), draft.sides, people_named(guests), when, place)
            return


def _occasion(draft: Draft, clause: Clause) -> bool:
    """True where a day, or a town, is told: "signed in Oslo on Friday", not "signed last year".

    What is yet to be signed needs no more than a month: "are to sign a pact in June".
    """
    gerund = any(a.tense == "participle" for a in clause.readings[draft.acts[0].node])
    planned = draft.status == "planned" and not (gerund or draft.acts[0].nominal)
    days = _MONTH if planned else _FEW_DAYS
    day = draft.date is not None and draft.date_told and draft.date.days <= days
    return day or bool(draft.place and draft.place.city)


def _with_host(act: Act, drafts: Sequence[Draft], owned: bool) -> Act:
    """A visit told without its goal goes to where the visitor met somebody already told of.

    "The trip" is that of whoever has been told to go there, "his trip", which is `owned`, his.
    """
    if act.rule.engagement != "visit" or act.host or act.targets or not act.sources:
        return act
    own = {a.side for a in act.sources}
    if act.known and any(d.kind == _VISIT and d.host in own for d in drafts):
        return act
    for draft in drafts:
        others = set(draft.sides) - own
        afar = draft.kind in ("call", "letter") and act.status != "planned"
        if len(draft.sides) == 2 and len(others) == 1 and not afar:
            host = next(iter(others))
            if draft.place is None or draft.place.country in (None, host):
                told = act.known and not owned and draft.kind == _VISIT
                going = tuple(draft.people) if told else ()
                return replace(act, host=host, sources=going or act.sources)
    return act


def _as_in_body(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Gives what only the headline tells the status and days of the body's contact.

    What it says has been done has: "Hill arrives in Beijing", where he is to hold talks.
    """
    told = next((d for d in drafts if d.sides == draft.sides), None)
    if told is None:
        return
    draft.date = draft.date or told.date
    begun = draft.status == "happened" and not draft.acts[0].nominal
    if not (begun and told.status == "planned"):
        draft.status = told.status


def _told_in_body(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """True where the body tells of such a contact: the headline is then no contact of its own."""
    return any(d.sides == draft.sides and _alike(d, draft) for d in drafts)


def _alike(one: Draft, other: Draft) -> bool:
    return one.sort == other.sort


def _from_act(act: Act, world: World, when: Whereabouts) -> Iterable[Draft]:
    """The engagements that one act tells: a visit to three states is three."""
    rule = act.rule
    assert rule.engagement is not None
    if act.sources and all(world.seatless(a.side) for a in act.sources):
        return
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
    draft = _draft(act, different, people_named(actors), when)
    if "subject" in rule.host and draft.place is None:
        draft.place = Place(act.sources[0].side) if act.sources else None
    if rule.guests and act.host:
        draft.place = when.host_place(act, act.host)
    yield draft
    for side in dict.fromkeys(a.side for a in actors if a.visiting and a.side):
        hosts = [a.side for a in actors if a.side and a.side != side]
        if hosts:
            coming = people_named(a for a in actors if a.visiting and a.side == side)
            both = tuple(sorted({side, hosts[0]}))
            place = when.host_place(act, hosts[0])
            visit = _draft(of_kind(act, _VISIT), both, coming, when, place)
            visit.host = hosts[0]
            yield visit


def _visits(act: Act, world: World, when: Whereabouts) -> Iterable[Draft]:
    """A visit for each visiting side and each host."""
    visitors = [a for a in act.sources if a.side and not (a.kind == "polity" and a.plural)]
    own = {a.side: a for a in reversed(visitors) if a.side}
    sent = act.rule.target == ("to",) and not act.nominal  # "A and B sent delegations to C"
    told = ("person", "role", "polity", "body") if sent else ("person", "role")
    if len(own) > 1 and any(a.kind not in told for a in visitors):
        return
    hosts = [a.side for a in act.targets if a.side and a.side not in own]
    if act.host and act.host not in own:
        hosts.insert(0, act.host)
    hosts = [h for h in hosts if not world.seatless(h)]
    for side in sorted(own, key=lambda s: visitors.index(own[s])):
        people = people_named(a for a in visitors if a.side == side)
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
    if status == "happened" and date and when.is_future(date) and not when.done(act):
        status = "planned"
    if (
        status == "planned"
        and act.known
        and date
        and date.basis == "relative"
        and when.is_over(date)
    ):
        status = "happened"  # "will tell her of his talks in Lima last month"
    kind = act.rule.engagement or "meeting"
    if kind not in ("call", "letter") and place is None:
        place = when.place(act)
        if place is None and kind in _GATHERINGS:
            place = when.place(act, frozenset({"to"}))
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


def _same(one: Draft, other: Draft) -> bool:
    """True where two tellings can be of one contact."""
    if one.sides != other.sides or _exchanged(one, other):
        return False
    phrase = one.kind == other.kind and _one_phrase(one, other)
    days = one.date and other.date and not one.date.overlaps(other.date)
    if days and not (phrase or one_stay(one, other) or talks_on(one, other)):
        return False
    if not _people_agree(one.people, other.people):
        return False
    if one.sort != other.sort:
        return other.kind in _GENERAL and one.kind == "call" and not _adds_people(one, other)
    if one.status != other.status:
        if other.acts[0].known and other.date is None:
            return one.kind == other.kind
        return other.kind in _GENERAL and other.date is None and not _adds_people(one, other)
    return _kinds_agree(one, other) and not _beside_gathering(one, other)


def _brought_about(one: Draft, other: Draft) -> bool:
    """True for talks that somebody hosts: "Chad hosts talks between Mali and Niger" is one.

    So for those who attend: "Chad hosted a summit, attended by the leaders of Mali and Niger".
    """
    less = set(other.sides) < set(one.sides) and one.sort == other.sort == "room"
    if less and one.kind == other.kind and one.kind in _GATHERINGS:
        return not one.sentences.isdisjoint(other.sentences)
    return less and other.acts[0].nominal and _one_phrase(one, other)


def _exchanged(one: Draft, other: Draft) -> bool:
    """True for visits of two sides to each other."""
    return None not in (one.host, other.host) and one.host != other.host


def _beside_gathering(one: Draft, other: Draft) -> bool:
    """True for a meeting of two people told apart from a gathering that both went to."""
    kinds = {one.kind, other.kind}
    if not (kinds & set(_GENERAL) and kinds & _GATHERINGS) or one.sentences & other.sentences:
        return False
    small = one if one.kind in _GENERAL else other
    return len({p.side for p in small.people}) > 1


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
    draft.sides = tuple(sorted({*draft.sides, *other.sides}))
    if renames(draft, other):
        draft.kind = other.kind
    first = draft.date is None or (one_stay(draft, other) and begins_before(other, draft))
    if other.date and (first or (draft.date and other.date.days < draft.date.days)):
        draft.date = other.date
        draft.date_told = True
    draft.place = narrower(draft.place, other.place)
    draft.sidelines_of = draft.sidelines_of or other.sidelines_of
    draft.round = draft.round or other.round
    draft.minutes = draft.minutes or other.minutes
    add_people(draft, other.people)
