"""An engagement in the making, and what two tellings of it add to each other."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from dragoman.core.interval import Interval
from dragoman.core.reading import Place
from dragoman.extract.act import Act
from dragoman.extract.actors import Actor
from dragoman.extract.bare_rows import Status
from dragoman.extract.registry import chain_apart, same_person
from dragoman.knowledge.world import telling

ROOM = frozenset({"meeting", "consultations", "summit", "conference", "signing", "ceremony"})
"""Kinds of engagement that people are in one room for."""
_GENERAL = "meeting"
"""The kind that says least."""
_NAMED = 0.65
"""How sure those are at least that tell of a mechanism, not of any negotiations."""
_STAY = timedelta(days=7)


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
    stretched: bool = False
    """True for a visit whose days follow from one of them and how long it is told to last."""

    @property
    def weight(self) -> float:
        """How sure the best of its tellings is."""
        return max(a.rule.weight for a in self.acts)

    @property
    def vague(self) -> bool:
        """True where nothing told so far says whether they met or called each other."""
        return all(a.rule.vague for a in self.acts)

    @property
    def arrived(self) -> bool:
        """True for a visit of which only the first day is told, perhaps with its length."""
        return self.date is not None and (self.date.days == 1 or self.stretched)

    @property
    def sort(self) -> str:
        """The kind, where readers never differ on it: "room" for all that is in one room."""
        return "room" if self.kind in ROOM else self.kind


def talks_on(one: Draft, other: Draft) -> bool:
    """True for talk of those who met that tells no day of its own, but one of its topic.

    "Harris met Sato. The vice-president and Sato discussed the launch of the plan on June 12."
    """
    met, now = ({(a.side, a.entity or a.name) for a in d.people} for d in (one, other))
    whole = {side for side, _ in now} == {*other.sides}
    loosely = whole or (other.date is not None and other.date.days > 1)
    return other.vague and one.status == other.status and bool(now) and now <= met and loosely


def people_named(actors: Iterable[Actor]) -> list[Actor]:
    """The people of whom name and side are known, each once."""
    named = (a for a in actors if a.kind == "person" and a.name and a.side)
    return list({(a.name, a.side): a for a in named}.values())


def of_kind(act: Act, kind: str) -> Act:
    """The same act told as an engagement of another kind."""
    return replace(act, rule=replace(act.rule, engagement=kind))


def renames(draft: Draft, other: Draft) -> bool:
    """True where a second telling says what kind of meeting it was: the signing of credentials.

    A meal that the host gives leaves talks what they were: «وأقام مأدبة» (wa-aqāma maʾduba, "he
    gave a banquet"); so does talk of negotiations, which may be of others and at other times.
    """
    if draft.kind != _GENERAL or other.kind in (_GENERAL, "signing"):
        return False
    if other.kind == "consultations" and other.weight < _NAMED:
        return False
    return other.kind != "ceremony" or other.weight >= draft.weight


def add_people(draft: Draft, people: Iterable[Actor]) -> None:
    """Adds participants that are not there yet."""
    for person in people:
        name = person.name or ""
        words = telling(name)
        known = [
            k
            for k, p in enumerate(draft.people)
            if p.side == person.side
            and same_person(words, telling(p.name or ""))
            and not chain_apart(name, p.name or "")
        ]
        if not known:
            draft.people.append(person)
        elif draft.people[known[0]].office is None and person.office:
            draft.people[known[0]] = replace(draft.people[known[0]], office=person.office)


def narrower(one: Place | None, other: Place | None) -> Place | None:
    """The place that says more, where they do not contradict."""
    if one is None or other is None:
        return one or other
    if one.country in (None, other.country) and other.city and not one.city:
        return other
    return one


def one_stay(one: Draft, other: Draft) -> bool:
    """True for a visit of which two days within a week are told, one of them of a guest's meeting.

    "The premier met the visiting king on Friday. The king had arrived on Wednesday": one visit.
    """
    if one.kind != other.kind or one.kind != "visit" or not (one.date and other.date):
        return False
    met = any(a.visiting for d in (one, other) for a in d.people)
    if not met or one.status != "happened" or other.status != "happened" or one.host != other.host:
        return False
    gap = max(one.date.earliest, other.date.earliest) - min(one.date.latest, other.date.latest)
    return gap <= _STAY


def begins_before(one: Draft, other: Draft) -> bool:
    """True for a contact that begins on an earlier day than another."""
    return bool(one.date and other.date and one.date.earliest < other.date.earliest)
